"""Each key is read into its field."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from tests.kit.parsing import findings, front, read

BERLIN = ZoneInfo("Europe/Berlin")


def meta(lines):
    parsed = front(lines)
    assert "" == findings(parsed)
    return parsed.article.meta


def test_every_simple_field():
    found = meta(
        """
title: "Why: a title"
description: One
  sentence.
date: 2026-11-20 09:00
updated: 2026-11-21
authors: [policy-desk, "Ana Lima"]
tags: [open weights, health, 2026]
section: analysis
related: [articles/a]
unrelated: articles/b
aliases: [/old/, /older/]
slug: why
path: /x/y/
draft: yes
featured: true
type: OpinionNewsArticle
series: Open season
part: 2
language: de
license: CC-BY-4.0
canonical: https://example.org/x
toc: no
comments: false
noindex: true
template: special.html
"""
    )

    assert "Why: a title" == found.title
    assert "One sentence." == found.description
    assert datetime(2026, 11, 20, 9, tzinfo=BERLIN) == found.date
    assert datetime(2026, 11, 21, tzinfo=BERLIN) == found.updated
    assert ("policy-desk", "Ana Lima") == found.authors
    assert ("open weights", "health", "2026") == found.tags
    assert "analysis" == found.section
    assert (("articles/a",), ("articles/b",)) == (found.related, found.unrelated)
    assert ("/old/", "/older/") == found.aliases
    assert ("why", "/x/y/") == (found.slug, found.path)
    assert (True, True, False, False, True) == (found.draft, found.featured, found.toc, found.comments, found.noindex)
    assert ("OpinionNewsArticle", "Open season", 2) == (found.type, found.series, found.part)
    assert ("de", "CC-BY-4.0", "https://example.org/x") == (found.language, found.license, found.canonical)
    assert "special.html" == found.template


def test_yes_is_no_question():
    parsed = front("faq: true", "## FAQ\n\n### Why?\n\nSo.\n")

    assert (1, ()) == (parsed.article.faqs, parsed.article.diagnostics)
    assert {"faq": True} == parsed.article.meta.extra


@pytest.mark.parametrize(
    ("lines", "name", "expected"),
    [
        ("author: By Ana Lima, Bo Li and Policy Desk", "authors", ("Ana Lima", "Bo Li", "Policy Desk")),
        ("author: {name: Ana Lima, url: x}", "authors", ("Ana Lima",)),
        ("authors:\n  - name: Ana Lima\n  - Bo Li", "authors", ("Ana Lima", "Bo Li")),
        ("toc:\n  - name: First\n", "toc", True),
        ("comments: enabled", "comments", True),
        ("comments: Closed", "comments", False),
        ("comments: {utterances: {repo: a/b}}", "comments", True),
        ("tags: open weights, health", "tags", ("open weights", "health")),
        ("keywords: [a]", "tags", ("a",)),
        ('tags: "#open-weights #law"', "tags", ("open-weights", "law")),
        ('tags: ["#law", "C#", "#1"]', "tags", ("law", "C#", "#1")),
        ("tags: []", "tags", ()),
        ("category: News", "section", "News"),
        ("categories: [News, AI]", "section", "News"),
        ("categories:\n- [News, AI]", "section", "News"),
        ("tags: open data | law", "tags", ("open data", "law")),
        ("tags: open data; law", "tags", ("open data", "law")),
        ("tags: 数据、法律", "tags", ("数据", "法律")),
        ("categories: [News, AI]", "tags", ("AI",)),
        ("categories: [News, AI]\ntags: [b]", "tags", ("b", "AI")),
        ("section: a\ncategories: [News]", "tags", ("News",)),
        ("section: news\ncategories: [News, AI]", "tags", ("AI",)),
        ("excerpt: E", "description", "E"),
        ("description: D\nexcerpt: E", "description", "D"),
        ('description: "<p>One <em>of <b>two</b></em>.</p>"', "description", "One of two."),
        ("description: Where <em> ends", "description", "Where <em> ends"),
        (
            'description: "**Weights** of *one* lab, with `a*b` and [notes](/n/)"',
            "description",
            "Weights of one lab, with a*b and notes",
        ),
        ('description: "2 * 3, 4**2, [a] (b) and ` alone"', "description", "2 * 3, 4**2, [a] (b) and ` alone"),
        ("params:\n  author: Ana Lima", "authors", ("Ana Lima",)),
        ("author: Bo Li\nparams:\n  author: Ana Lima", "authors", ("Bo Li",)),
        ("description: D\nexcerpt: E", "extra", {"excerpt": "E"}),
        ("lastmod: 2026-11-21", "updated", datetime(2026, 11, 21, tzinfo=BERLIN)),
        ("published: false", "draft", True),
        ("status: draft", "draft", True),
        ("visibility: paid", "draft", True),
        ("visibility: public\nstatus: draft", "draft", True),
        ("status: published\nvisibility: members", "draft", True),
        ("status: published\nvisibility: public", "draft", False),
        ("unlisted: true", "noindex", True),
        ("robots: noindex, follow", "noindex", True),
        ("redirect_from: /x/", "aliases", ("/x/",)),
        ("permalink: /a/b/", "path", "/a/b/"),
        ("permalink: /:year/:title/", "path", ""),
        ("permalink: false", "draft", True),
        ("permalink: false", "path", ""),
        ("lang: fr", "language", "fr"),
        ("locale: en_US.UTF-8", "language", "en-US"),
        ("series: {name: S, part: 3}", "part", 3),
        ("series: {name: S, part: 3}", "series", "S"),
        ("type: post", "extra", {"type": "post"}),
        ("type: newsarticle", "type", "NewsArticle"),
        ("translations: {de: /de/x/}", "translations", (("de", "/de/x/"),)),
        (
            "translations: [{language: 한국어, link: /ko/x/, author: A}, {lang: de, url: https://a.org/de/}]",
            "translations",
            (("ko", "/ko/x/"), ("de", "https://a.org/de/")),
        ),
        ("translations: {pt_BR: /pt/x/}", "translations", (("pt-BR", "/pt/x/"),)),
        ("key_points: [One *point*., Another.]", "key_points", ("One <em>point</em>.", "Another.")),
        ("team: The team\nversion: 1.10", "extra", {"team": "The team", "version": "1.10"}),
        ("mine: {a: [1, 2]}", "extra", {"mine": {"a": (1, 2)}}),
        ("updated:", "updated", None),
        ("tags: [law, {label: Open models, permalink: /open}]", "tags", ("law", "Open models")),
        ("type: blogpost", "type", "BlogPosting"),
        ("custom_excerpt: In short.", "description", "In short."),
        ("post_excerpt: In short.", "description", "In short."),
        ("private: true", "draft", True),
        ("questions: 5", "extra", {"questions": 5}),
        ("comment: A remark", "extra", {"comment": "A remark"}),
        ("references: {a: b}", "extra", {"references": {"a": "b"}}),
        ("date: 2026-11-01\nembargo: 2026-10-01", "extra", {"embargo": "2026-10-01"}),
        ("embargo: It was kept until Monday.", "extra", {"embargo": "It was kept until Monday."}),
        ("\u200bslug: t", "slug", "t"),
        ("category: {id: 3, name: Policy, slug: policy}", "section", "Policy"),
        ("categories: [{name: Policy}, {name: Health}]", "section", "Policy"),
        ("relatedPosts: [{id: 7, slug: one, title: One}, two]", "related", ("one", "two")),
        ("seo: {metaTitle: T, metaDescription: In short.}", "description", "In short."),
        ("excerpt: E\nseo: {description: In short.}", "description", "E"),
    ],
)
def test_what_others_write(lines, name, expected):
    assert expected == getattr(meta(lines), name)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("auther: x", '! 2:1+6 parse/unknown-key: unknown front-matter key "auther" (did you mean "author"?)\n'),
        ("title: [a]", '! 2:8+3 parse/wrong-type: "title" must be text, not a list (write title: "…")\n'),
        ("tags: {ai, law}", '! 2:7+9 parse/wrong-type: "tags" must be a list of texts, not a table of keys (write tags: [ai, law])\n'),
        ("date: 2026-11-01\nembargo: 2026-12-01", '! 3:1+7 parse/embargo: nothing reads "embargo", so the article would be out before (write date: 2026-12-01 00:00, until which it is hidden)\n'),
        ("embargo_until: 2026-12-01 09:00", '! 2:1+13 parse/embargo: nothing reads "embargo_until", so the article would be out before (write date: 2026-12-01 09:00, until which it is hidden)\n'),
        ("embargoed: true", '! 2:1+9 parse/embargo: nothing reads "embargoed", so the article would be out before (write draft: true)\n'),
        ("expiryDate: 2027-01-01", '! 2:1+10 parse/expiry: nothing reads "expiryDate", so the article stays where it is after that day (write draft: true when it has to go)\n'),
        ("status: draft\ndraft: false", '! 2:9+5 parse/bad-value: "status" says draft, and "draft" says that it is none (keep one of the two)\n'),
        ("published: false\ndraft: false", '! 2:12+5 parse/bad-value: "published" says false, and "draft" says that it is none (keep one of the two)\n'),
        ("date: 2026-11-01\npublished: false\ndraft: false", '! 3:12+5 parse/bad-value: "published" says false, and "draft" says that it is none (keep one of the two)\n'),
        ("draft: false\npermalink: false", '! 3:12+5 parse/bad-value: "permalink" says false, and "draft" says that it is none (keep one of the two)\n'),
        ("private: true\ndraft: false", '! 2:10+4 parse/bad-value: "private" says true, and "draft" says that it is none (keep one of the two)\n'),
        ("draft: perhaps", '! 2:8+7 parse/wrong-type: "draft" must be true or false, not text (write draft: true, or leave it out)\n'),
        ("part: two", '! 2:7+3 parse/wrong-type: "part" must be a whole number, not text (write part: 1)\n'),
        ("part: -1", '! 2:7+2 parse/wrong-type: "part" must be a whole number, not a number (write part: 1)\n'),
        ("date: 2026-02-30", '! 2:7+10 parse/bad-date: "2026-02-30" does not exist: that month has no day 30 (correct the day)\n'),
        ("date: [x]", '! 2:7+3 parse/wrong-type: "date" must be a date, not a list (write it like 2026-11-20 or 2026-11-20 09:00)\n'),
        ("date: true", '! 2:7+4 parse/wrong-type: "date" must be a date, not "true" (write it like 2026-11-20 or 2026-11-20 09:00)\n'),
        ("type: NewsArticel", '! 2:7+11 parse/bad-value: unknown type "NewsArticel" (did you mean "NewsArticle"?)\n'),
        ("language: engl", '! 2:11+4 parse/bad-value: "engl" is not a language code (BCP 47) (write a code as in "en", "de-AT" or "zh-Hant")\n'),
        ("translations: de", '! 2:15+2 parse/wrong-type: "translations" must be a table of languages, not text (write translations: {de: /de/titel/})\n'),
        ("translations: [{language: Platt, link: /x/}]", '! 2:16+28 link/translation: this translation is left out, since it does not say its language and its address (write - {language: de, link: /de/titel/}, with a code as in "en", "de-AT" or "zh-Hant")\n'),
        ("translations: {platt: /de/x/}", '! 2:16+5 parse/bad-value: "platt" is not a language code (BCP 47) (write a code as in "en", "de-AT" or "zh-Hant")\n'),
        ("authors: [{url: x}]", '! 2:11+8 parse/wrong-type: "authors" must be a name or a list of names, not a table of keys\n'),
        ("series: {name: S, number: 1}", '! 2:19+6 parse/unknown-key: unknown front-matter key "number" in "series" (its keys are name, part)\n'),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_reported_where_it_stands(lines, expected):
    assert expected == findings(front(lines))


def test_a_profile():
    found = read(
        "---\nname: Policy Desk\nkind: desk\nrole: Policy\nemail: a@example.org\nsame_as: [https://example.org/]\n---\nBio.",
        path="content/authors/policy-desk.md",
        kind="author",
    ).article

    assert ("Policy Desk", "Organization", "Policy") == (found.meta.name, found.meta.kind, found.meta.role)
    assert ("a@example.org", ("https://example.org/",)) == (found.meta.email, found.meta.same_as)
    assert () == found.diagnostics


def test_a_profile_of_no_known_kind():
    found = read("---\nkind: robot\n---\n", path="content/authors/x.md", kind="author")

    assert (
        '! 2:7+5 parse/bad-value: "kind" must be Person or Organization, not text "robot" (write kind: Person)\n'
        == findings(found)
    )


def test_names_and_numbers_of_html_become_their_letters():
    meta = front(
        'title: "A writer&#8217;s day &#x26; night&#10;&#0;&amp;"\ndescription: Caf&eacute; &ldquo;R&D&rdquo; &nowhere;'
    ).article.meta

    assert "A writer\u2019s day & night \ufffd&" == meta.title
    assert "Café \u201cR&D\u201d &nowhere;" == meta.description


def test_a_title_has_no_tags_around_words():
    meta = front(
        "title: Notes <em>and</em> queries <i>by the <b>Desk</b></i>\ndescription: Call <code>on()</code>."
    ).article.meta

    assert "Notes and queries by the Desk" == meta.title
    assert "Call on()." == meta.description


def test_a_title_is_one_line_and_nothing_in_it_is_bold():
    assert (
        "The long wait for a second bridge"
        == front('title: "The **long** wait<br> for a<br/>second bridge"').article.meta.title
    )


@pytest.mark.parametrize(
    "title",
    [
        *("Why <b> and </b> are gone", "<think>...</think> for all", "A <div> for a </div>"),
        *("Where <br> ends a line", "What **kwargs and **args are", "2**3 and 3**2"),
    ],
)
def test_tags_that_a_title_speaks_of_stay(title):
    assert title == front(f"title: {title}").article.meta.title


def test_jekyll_parts_tags_at_spaces():
    lines = "categories: guides law\ntags: open-data health"
    meta = front(lines, path="content/_posts/2026-11-20-x.md").article.meta

    assert ("guides", ("open-data", "health", "law")) == (meta.section, meta.tags)


def test_a_date_may_be_a_table_as_mkdocs_has_it():
    meta = front("date:\n  created: 2026-11-20\n  updated: 2026-11-21").article.meta

    assert ("2026-11-20", "2026-11-21") == (str(meta.date)[:10], str(meta.updated)[:10])

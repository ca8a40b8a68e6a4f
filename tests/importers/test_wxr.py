"""An export of WordPress is read, however damaged it is."""

import pytest
from tests.importers.exports import HEAD, imported, item, read, told, wxr

from sitegen.base.diagnostics import Failure
from sitegen.importers import Wish, import_site


def test_status_password_and_time_say_what_is_public(tmp_path):
    done = imported(
        wxr(
            item("Draft", post_id="1", status="draft", post_date_gmt="0000-00-00 00:00:00"),
            item("Pending", post_id="2", status="pending"),
            item("Private", post_id="3", status="private"),
            item("Locked", post_id="4", post_password="x"),
            item(
                "Later",
                post_id="5",
                status="future",
                post_date="2030-01-01 10:00:00",
                post_date_gmt="2030-01-01 09:00:00",
            ),
            item("Auto", post_id="6", status="auto-draft"),
            item("Old", post_id="7", status="inherit", post_type="revision"),
        ),
        tmp_path / "news",
        zone="Europe/Berlin",
    )
    texts = {
        name: read(tmp_path / "news", f"content/articles/{name}.md")
        for name in ("draft", "pending", "private", "locked", "later")
    }

    assert {"draft": 1, "password": 1, "pending": 1, "private": 1} == done.hidden
    assert ["draft", "locked", "pending", "private"] == sorted(
        name for name, text in texts.items() if "draft: true" in text
    )
    assert "date: 2030-01-01 10:00\n" in texts["later"]
    assert "date: 2024-05-03 11:00\n" in texts["draft"]
    assert 2 == done.left["revisions"]


@pytest.mark.parametrize(
    ("fields", "hidden"),
    [
        ({"meta": [("_jetpack_newsletter_access", "subscribers")]}, {"members": 1}),
        ({"meta": [("_jetpack_newsletter_access", "everybody")]}, {}),
        ({"meta": [("_members_access_role", "editor")]}, {"members": 1}),
        ({"content": "<!-- wp:paragraph --><p>a</p><!-- wp:jetpack/paywall /--><p>b</p>"}, {"members, in part": 1}),
        ({"content": "<!-- wp:premium-content/container --><p>b</p>"}, {"members, in part": 1}),
    ],
)
def test_what_plugins_keep_for_members_is_a_draft(tmp_path, fields, hidden):
    done = imported(wxr(item("A", **fields)), tmp_path / "news")

    assert hidden == done.hidden
    assert bool(hidden) == ("draft: true\n" in read(tmp_path / "news", "content/articles/a.md"))


def test_plugins_say_more(tmp_path):
    meta = [
        ("_yoast_wpseo_title", "For machines"),
        ("_yoast_wpseo_metadesc", "Meta"),
        ("_yoast_wpseo_meta-robots-noindex", "1"),
        ("_yoast_wpseo_canonical", "https://x.example/"),
        ("_yoast_wpseo_primary_category", "9"),
        ("enclosure", "https://x.example/a.mp3\n123\naudio/mpeg"),
    ]
    terms = "category:one:One,category:two:Two,author:cap-ana:Ana Lima,author:cap-guest:A Guest"
    head = (
        HEAD + "<wp:category><wp:term_id>9</wp:term_id><wp:category_nicename>two</wp:category_nicename></wp:category>\n"
    )
    more = "<excerpt:encoded><![CDATA[For <b>readers</b>]]></excerpt:encoded>"
    imported(
        wxr(item("Rich", terms=terms, meta=meta, more=more, is_sticky="1"), head=head),
        tmp_path / "news",
        zone="Europe/Berlin",
    )

    assert """\
---
title: Rich
description: For readers
date: 2024-05-03 11:00
authors: [ana-lima, A Guest]
section: Two
tags: [One]
seo_title: For machines
meta_description: Meta
canonical: "https://x.example/"
noindex: true
featured: true
audio: "https://x.example/a.mp3"
---

Text.
""" == read(tmp_path / "news", "content/articles/rich.md")


def test_templates_of_plugins_are_no_descriptions(tmp_path):
    meta = [("_yoast_wpseo_metadesc", "%%excerpt%%"), ("rank_math_title", "%title% %sep%")]
    imported(wxr(item("Plain", meta=meta)), tmp_path / "news")

    assert "description" not in read(tmp_path / "news", "content/articles/plain.md")
    assert "seo_title" not in read(tmp_path / "news", "content/articles/plain.md")


def test_a_mark_of_the_end_within_a_text_is_told_and_the_text_is_whole(tmp_path):
    done = imported(wxr(item("One", "<p>a ]]> b</p>\n<p>c</p>"), item("Two", post_id="2")), tmp_path / "news")

    assert "\n\na ]]> b\n\nc\n" in read(tmp_path / "news", "content/articles/one.md")
    assert "Text." in read(tmp_path / "news", "content/articles/two.md")
    assert [":19: this ]]> would end the text before its end, so it is taken for a part of it"] == [
        line[line.index(":") :] for line in told(done)
    ]


def test_a_text_in_parts_is_one(tmp_path):
    done = imported(wxr(item("One", "<p>a ]]]]><![CDATA[> b</p>]]> <![CDATA[<p>c</p>")), tmp_path / "news")

    assert "\n\na ]]> b\n\nc\n" in read(tmp_path / "news", "content/articles/one.md")
    assert [] == told(done)


def test_control_characters_and_bytes_of_other_encodings_are_told(tmp_path):
    text = wxr(item("One", "<p>a\x08b</p>"), item("Two", "<p>caf\udce9</p>", post_id="2"))
    done = imported(text.encode(errors="surrogateescape"), tmp_path / "news")

    assert "\n\nab\n" in read(tmp_path / "news", "content/articles/one.md")
    assert "\n\ncaf\ufffd\n" in read(tmp_path / "news", "content/articles/two.md")
    assert ["here is a control character, which is left out", "here is no UTF-8"] == [
        f.message for f in done.diagnostics
    ]


def test_namespaces_entities_and_ends_may_be_missing(tmp_path):
    head = HEAD.partition("xmlns:excerpt")[0] + "><channel><title>A & B&nbsp;C</title><link>https://old.example</link>"
    broken = item("One").replace("</wp:post_name>", "").replace("<title>One", "<title>Q & A &eacute;")
    imported(head + broken + item("Two", post_id="2"), tmp_path / "news")

    assert 'title = "A & B\u00a0C"' in read(tmp_path / "news", "sitegen.toml")
    assert ["one.md", "two.md"] == sorted(file.name for file in (tmp_path / "news/content/articles").iterdir())
    assert 'title: "Q & A é"' in read(tmp_path / "news", "content/articles/one.md")


def test_a_file_that_ends_too_early_gives_what_is_there(tmp_path):
    whole = wxr(item("One"), item("Two", "<p>Cut off here", post_id="2"))
    imported(whole[: whole.index("off here")], tmp_path / "news")

    assert "\n\nText.\n" in read(tmp_path / "news", "content/articles/one.md")


def test_entities_of_its_own_are_refused(tmp_path):
    bomb = '<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>\n<rss'
    with pytest.raises(Failure) as failed:
        imported(wxr(item()).replace("<rss", bomb, 1), tmp_path / "news")

    assert [("import/doctype", 2)] == [(found.code, found.span.line) for found in failed.value.diagnostics]


def test_further_types_are_taken_where_they_are_asked_for(tmp_path):
    text = wxr(item("Talk", post_type="podcast"), item("A"))

    assert 1 == imported(text, tmp_path / "a").counts["articles"]
    assert 2 == imported(text, tmp_path / "b", types=("podcast",)).counts["articles"]


def test_an_article_about_exports_is_one(tmp_path):
    about = "<pre>&lt;item&gt;</pre><p><item>a</item> b</p>"
    done = imported(wxr(item("About exports", about)), tmp_path / "news")

    assert 1 == done.counts["articles"]
    assert "<item>" in read(tmp_path / "news", "content/articles/about-exports.md")


def test_what_is_no_sound_xml_is_told_and_read_as_far_as_it_goes(tmp_path):
    broken = item("One").replace("<wp:status>", "<wp:state>")
    done = imported(wxr(broken, item("Two", post_id="2")), tmp_path / "news")

    assert ["one.md", "two.md"] == sorted(file.name for file in (tmp_path / "news/content/articles").iterdir())
    assert [("import/damaged", 15)] == [(found.code, found.span.line) for found in done.diagnostics]


def test_the_language_of_an_article_is_said_where_it_is_another(tmp_path):
    imported(wxr(item("A", terms="language:fr:Français"), item("B", terms="language:en:English")), tmp_path / "news")

    assert "language: fr\n" in read(tmp_path / "news", "content/articles/a.md")
    assert "language" not in read(tmp_path / "news", "content/articles/b.md")


def test_an_export_in_parts_is_one(tmp_path):
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts/a.xml").write_text(wxr(item("One", "<p><a href='/2024/05/two/'>two</a></p>")))
    (tmp_path / "parts/b.xml").write_text(wxr(item("Two", post_id="2")))
    done = import_site(Wish(tmp_path / "parts", tmp_path / "news"), None, lambda *_: None)

    assert 2 == done.counts["articles"]
    assert "[two](two.md)" in read(tmp_path / "news", "content/articles/one.md")

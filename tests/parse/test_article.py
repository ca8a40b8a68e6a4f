"""Any file becomes an article, whole, whatever is in it."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from tests.kit.parsing import PATH, findings, front, html, read

# Pieces that set rules off, put together at random.
_PIECES = (
    *("---\n", "+++\n", "title: x\n", "date: 2026-02-30\n", "faq:\n", "  - q: a\n", "    a: b\n", "tags: [", "image: {src: ", "author: A and B\n"),
    *("\n", "\n\n", "> ", "- ", "1. ", "    ", "\t", "# ", "## FAQ\n", "### q?\n", "***\n", "===\n", ":::", "::: tip\n", "::: faq\n", "> [!TIP] x\n"),
    *("```py {1}\n", "~~~\n", "|a|b|\n|-|-|\n|c|d|\n", "term\n: what\n", "[^1]", "[^1]: note\n", "^[in]", "[x](y.md#z)", "![", "](", ")", "[", "]", "<", ">"),
    *("<div>", "</div>", "<p>", "<a href=x>", "<img src=y>", "<!--", "-->", "<script>", "</", "{#id .c}", "{{ x }}", "{%", "$x_1$", "$$", "`", "*", "**", "_", "~~", "\\"),
    *("<aside>\n", "</aside>\n", "<details>\n", "<summary>q?</summary>\n", "</details>\n", "<hr>\n", "**FAQ**\n\n", "**1. q?**\n", "2. q?\n", "**Conclusion**\n\n"),
    *("20. November 2026\n", "November 20, 2026\n", "Von Ana Lima\n", "Author: Ana\n", '{\n"a": 1\n}\n', "**Bold**\n\n", "## You may also like\n", "- [x](#)\n", "| 1 | 2 | 3 |\n"),
    *("https://a.b/c_(d)", "http://", "&amp;", "&", "Did you know? ", "**Pro tip:** ", "by Jane Doe\n", "Q: a?\n", "A: b\n", "é", "漢字", "\u2028", "\0", "\r", "\ufeff", "[x]: /y\n", "- [x] z\n"),
)  # fmt: skip


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(_PIECES) | st.text(max_size=6), max_size=40).map("".join))
@example("---\n---\n")
@example("- > ::: tip\n")
def test_no_text_is_too_strange(text):
    parsed = read(text.encode("utf-8", "surrogatepass"))

    assert PATH == parsed.article.path


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=200))
def test_no_bytes_are_too_strange(data):
    parsed = read(data)

    assert parsed.article.sound is not any(found.fatal for found in parsed.article.diagnostics)


def test_a_file_without_front_matter():
    parsed = read("# Headline\n\nby Ana Lima\n\nThe first real paragraph.", path="content/news/2026-11-20-x.md")

    article = parsed.article
    assert ("Headline", ("Ana Lima",)) == (article.meta.title, article.meta.authors)
    assert datetime(2026, 11, 20, tzinfo=ZoneInfo("Europe/Berlin")) == article.meta.date
    assert ("", True) == (findings(parsed), article.sound)
    assert "<p>The first real paragraph.</p>\n" == html(parsed.content.body)


@pytest.mark.parametrize(
    ("text", "path", "expected"),
    [
        ('+++\ntitle = "T"\npath = "2017/03/16/x"\n+++\n', PATH, (2017, 3, 16)),
        ("---\ntitle: T\n---\n", "content/2017/03/16/x/index.md", (2017, 3, 16)),
        ("---\ntitle: T\ndate: 2018-01-01\n---\n", "content/2017-03-16-x.md", (2018, 1, 1)),
    ],
)
def test_a_date_that_stands_only_in_a_path(text, path, expected):
    date = read(text, path=path).article.meta.date

    assert expected == (date.year, date.month, date.day)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Text.", '! 1:0+1 parse/no-title: this article has no title (begin the text with # …, or write title: … between two lines --- at the very top)\n! 1:0+1 parse/no-date: this article has no date (write date: 2026-11-20 between two lines --- at the very top, or undated = "2026-11-20" below [site] for all that have none; pages belong in content/pages/, at the same address)\n'),
        ("# T\n\nby Ana | 11/09/2026\n\nText.", '! 3:10+10 parse/no-date: this article has no date, since "11/09/2026" can be read in two ways: which number is the month? (write 2026-11-09 if it is 11, or 2026-09-11 if it is 9)\n'),
        ("---\ntitle: T\ndate: never\n---\nby Ana | 11/09/2026\n\nText.", '! 3:7+5 parse/bad-date: "never" is not a date (write it like 2026-11-20 or 2026-11-20 09:00)\n'),
        ("---\ntitle:\ndate:\n---\n", '! 2:1+5 parse/no-title: this article has no title (begin the text with # …, or write title: …)\n! 3:1+4 parse/no-date: this article has no date (write date: 2026-11-20, or undated = "2026-11-20" below [site] for all that have none; pages belong in content/pages/, at the same address)\n'),
        ("---\ntitle: [a]\ndate: soon\n---\n", '! 2:8+3 parse/wrong-type: "title" must be text, not a list (write title: "…")\n! 3:7+4 parse/bad-date: "soon" is not a date (write it like 2026-11-20 or 2026-11-20 09:00)\n'),
        ("---\ntitle: a: b\n---\nText.", '! 2:9+1 parse/front-matter: a value with a colon in it needs quotes (write title: "a: b")\n'),
        ("---\ntitle: T\ndate: 2026-01-01\ntitle: U\n---\n", '! 4:1+5 parse/duplicate-key: the key "title" stands twice (remove one of them; the other is in line 2)\n'),
    ],
)  # fmt: skip
def test_each_mistake_is_told_once_and_the_article_is_whole(text, expected):
    parsed = read(text)

    assert (expected, False) == (findings(parsed), parsed.article.sound)
    assert PATH == parsed.article.path


def test_a_page_needs_no_date_and_a_profile_no_title():
    assert "" == findings(read("---\ntitle: About\n---\n", path="content/pages/about.md", kind="page"))
    profile = read("Bio.", path="content/authors/ana-lima.md", kind="author")
    assert ("", "Ana Lima") == (findings(profile), profile.article.meta.name)


def test_a_portrait_stands_beside_a_name_and_needs_no_description():
    text = "---\nimage: /ana.jpg\n---\nBio."
    assert "" == findings(read(text, path="content/authors/ana-lima.md", kind="author"))


@pytest.mark.parametrize(
    ("path", "text", "draft"),
    [
        ("content/_drafts/x.md", "", True),
        ("content/blog/_drafts/x.md", "", True),
        ("content/_drafts/x.md", "draft: false", False),
        ("content/_posts/x.md", "", False),
        ("content/_drafts.md", "", False),
    ],
)
def test_what_stands_in_a_folder_of_drafts_is_one(path, text, draft):
    assert draft == front(text, path=path).article.meta.draft


@pytest.mark.parametrize(
    ("path", "text", "place"),
    [
        ("content/_drafts/x.md", "---\ntitle: T\n---\n", "1:0+1"),
        ("content/x.md", "---\ntitle: T\ndraft: true\ndate:\n---\n", "4:1+4"),
    ],
)
def test_a_draft_without_a_date_stops_nothing(path, text, place):
    parsed = read(text, path=path)

    said = "this draft has no date, so not even a preview shows it"
    hint = 'write date: 2026-11-20, or undated = "2026-11-20" below [site] for all that have none; pages belong in content/pages/, at the same address'
    assert f"! {place} parse/undated-draft: {said} ({hint})\n" == findings(parsed)
    assert parsed.article.sound


@pytest.mark.parametrize(("updated", "told"), [("2026-11-20", None), ("2026-11-20 09:00", "2026-11-20T09:00:00+01:00")])
def test_what_was_updated_when_it_was_published_is_not_updated(updated, told):
    meta = front(f"date: 2026-11-20\nupdated: {updated}").article.meta

    assert told == (meta.updated.isoformat() if meta.updated else None)


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("content/articles/What open weights cost.md", "What open weights cost"),
        ("content/articles/2026-11-20-What they cost.md", "What they cost"),
        ("content/articles/What they cost/index.md", "What they cost"),
        ("content/articles/what-they-cost.md", ""),
        ("content/articles/Costs.md", ""),
    ],
)
def test_where_nothing_else_says_a_title_the_words_of_a_file_name_do(path, title):
    parsed = read("---\ndate: 2026-11-20\n---\n## Part\n\nText.\n", path)

    assert (title, [] if title else ["parse/no-title"]) == (
        parsed.article.meta.title,
        [found.code for found in parsed.article.diagnostics],
    )


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("# One\n\nText.\n", "2026-11-20T00:00:00+01:00"),
        ("---\ntitle: One\ndraft: true\n---\nText.\n", "2026-11-20T00:00:00+01:00"),
        ("---\ntitle: One\ndate: 2026-01-02\n---\nText.\n", "2026-01-02T00:00:00+01:00"),
        ("# One\n\nby Policy Desk, 2 January 2026\n\nText.\n", "2026-01-02T00:00:00+01:00"),
    ],
)
def test_a_site_can_date_the_articles_that_name_no_day(text, date):
    parsed = read(text, undated="2026-11-20")

    assert (date, "") == (parsed.article.meta.date.isoformat(), findings(parsed))


@pytest.mark.parametrize(
    ("path", "lines", "language"),
    [
        ("content/fr/news/x.md", "", "fr"),
        ("content/news/x.fr.md", "", "fr"),
        ("content/news/x.fr.md", "language: fr-CA", "fr-CA"),
        ("content/news/x.de.md", "", ""),
        ("content/news/fr.md", "", ""),
    ],
)
def test_a_site_can_have_languages_in_folders_and_names(path, lines, language):
    assert language == front(lines, path=path, languages=("fr",)).article.meta.language


def test_a_text_is_read_in_the_language_that_its_path_says():
    parsed = front("", 'Il dit "oui".\n', path="content/fr/x.md", languages=("fr",), typographer=True)

    assert "«" in html(parsed.content.body)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("# One\n\nby Policy Desk, 03/04/2026\n\nText.\n", "parse/no-date"),
        ("---\ntitle: One\ndate: soon\n---\nText.\n", "parse/bad-date"),
    ],
)
def test_a_day_that_cannot_be_read_is_still_an_error(text, code):
    parsed = read(text, undated="2026-11-20")

    assert [code] == [found.code for found in parsed.article.diagnostics]


def test_marks_and_line_ends_of_any_system():
    parsed = read("\ufeff---\r\ntitle: T\r\ndate: 2026-01-01\r\n---\r\nA\r\nb\rc\r\n".encode())

    assert ("T", "<p>A\nb\nc</p>\n") == (parsed.article.meta.title, html(parsed.content.body))
    assert "A\nb\nc\n" == parsed.content.markdown


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (
            "---\ntitle: Caf\u00e9\ndate: 2026-11-01\n---\nText.".encode("latin-1"),
            "! 2:11+1 parse/not-utf8: this text is not valid UTF-8",
        ),
        (
            "---\ntitle: T\ndate: 2026-11-01\n---\nText.".encode("utf-16"),
            "! 1:1+1 parse/not-utf8: this text is not UTF-8, but UTF-16",
        ),
        ("\ufeff# \u00e9 ".encode() + b"\xff", "! 1:5+1 parse/not-utf8: this text is not valid UTF-8"),
        ("# T\n".encode("utf-16-be"), "! 1:1+1 parse/not-utf8: this text is not UTF-8, but UTF-16"),
        ("# T\n".encode("utf-32"), "! 1:1+1 parse/not-utf8: this text is not UTF-8, but UTF-32"),
    ],
)
def test_a_text_that_is_not_utf_8_is_told_at_its_first_wrong_byte(data, expected):
    """And nothing else is: what is missing may stand in what cannot be read."""
    assert f"{expected} (save the file as UTF-8)\n" == findings(read(data))


def test_a_text_that_was_saved_in_a_wrong_encoding_is_put_right():
    text = "---\ntitle: Caf\u00e9 \u2019n\u2019 more\ndate: 2026-11-01\n---\n\u201cText\u201d \u2026\n".encode().decode(
        "latin-1"
    )

    parsed = read(text)

    assert ("Caf\u00e9 \u2019n\u2019 more", "<p>\u201cText\u201d \u2026</p>\n") == (
        parsed.article.meta.title,
        html(parsed.content.body),
    )
    assert (
        '! 2:13+1 parse/misread: "\u2019" and others are saved in a wrong encoding, and are put right '
        "(open the file as it is shown here, and save it as UTF-8)\n"
    ) == findings(parsed)


def test_so_is_one_with_control_characters_for_marks_of_print():
    parsed = read('{"title": "It\u0092s open", "date": "2026-11-01"}\nText \u0097 more\u0085\n')

    assert ("It\u2019s open", "<p>Text \u2014 more\u2026</p>\n") == (
        parsed.article.meta.title,
        html(parsed.content.body),
    )
    assert findings(parsed).startswith('! 1:14+1 parse/misread: "\u2019" and others are saved in a wrong encoding')


@pytest.mark.parametrize("times", [1, 2, 3])
def test_so_is_one_that_windows_has_read_once_or_more(times):
    meant = "---\ntitle: \u201cOpen\u201d \u2014 caf\u00e9 \U0001f600\ndate: 2026-11-01\n---\nIt\u2019s one \u2026\n"
    text = meant
    for _ in range(times):
        text = "".join(bytes((byte,)).decode("cp1252", "ignore") or chr(byte) for byte in text.encode())

    parsed = read(text)

    assert ("\u201cOpen\u201d \u2014 caf\u00e9 \U0001f600", "<p>It\u2019s one \u2026</p>\n") == (
        parsed.article.meta.title,
        html(parsed.content.body),
    )
    assert ["parse/misread"] == [found.code for found in parsed.article.diagnostics]


@pytest.mark.parametrize("text", ["\u00c3 \u00a9 A\u00c3\u00a9 and \u00c2\u00ab more \u00bb", "a\u0085b"])
def test_letters_that_may_be_meant_stay(text):
    parsed = read(f"---\ntitle: T\ndate: 2026-11-01\n---\n{text}\n")

    assert "" == findings(parsed)


def test_a_character_that_stands_for_what_could_not_be_read_elsewhere_is_one_like_others():
    assert "" == findings(read("---\ntitle: T\ndate: 2026-11-01\n---\nCaf\ufffd."))


def test_control_characters_leave_the_text():
    assert "<p>a\ufffdbc</p>\n" == html(front("", "a\0b\x08c").content.body)


def test_the_words_of_the_page_are_in_the_language_of_the_article():
    assert 'aria-label="Tabelle 1"' in html(front("language: de", "|a|\n|-|").content.body)


def test_the_digest_tells_contents_apart():
    contents = [
        read("Text.").article.content,
        read("Text!").article.content,
        read("Text.", path="content/x.md").article.content,
        read("Text.", language="de").article.content,
        read("Text.", raw_html="refuse").article.content,
        read("Text.", callout_titles={"tip": "Hear"}).article.content,
        read("Text.", callout_kinds=("legal",)).article.content,
    ]

    assert len(contents) == len(set(contents))
    assert contents[0] == read("Text.").article.content


def test_a_value_that_is_wrong_is_not_missing_as_well():
    assert ["parse/wrong-type"] == [found.code for found in front("title:\n  main: T\n").article.diagnostics]


@pytest.mark.parametrize("line", ["**Open Weights**", "## Open Weights"])
def test_a_line_that_repeats_the_title_leaves(line):
    parsed = read(f"---\ntitle: Open weights\ndate: 2026-01-01\n---\n{line}\n\nBy Chief Editor\n\nA first line.\n")

    assert ("Open weights", ("Chief Editor",)) == (parsed.article.meta.title, parsed.article.meta.authors)
    assert "<p>A first line.</p>\n" == html(parsed.content.body)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("## Open weights\n\nText.\n\n### One\n\n### Two", "Open weights"),
        ("## Open weights\n\n#### By Ana Lima\n\n##### November 20, 2026\n\n### One", "Open weights"),
        ("## Open weights\n\nText.\n\n## One\n\n### Two\n\n### Three", ""),
        ("## Open weights\n\n### One", ""),
        ("Text.\n\n## Open weights\n\n### One\n\n### Two", ""),
    ],
)
def test_a_heading_above_all_others_is_the_title_where_nothing_else_is(text, title):
    assert title == read(text).article.meta.title


def test_a_line_in_bold_is_the_title_where_nothing_else_is():
    parsed = read("**Open weights**\n\nBy Ana Lima, 2026-11-20\n\nText.")

    assert ("Open weights", ("Ana Lima",)) == (parsed.article.meta.title, parsed.article.meta.authors)
    assert ("<p>Text.</p>\n",) == parsed.content.body.parts


@pytest.mark.parametrize(
    "text", ["**Open weights**", "**Open** weights\n\nText.", "Text.\n\n**Open weights**\n\nText."]
)
def test_other_lines_in_bold_are_no_title(text):
    assert "" == read(text).article.meta.title


def test_text_in_raw_html_is_a_summary():
    html = '<!-- x -->\n<p>Short.</p>\n<p class="x">What the <b>whole</b> says &amp; more.</p>\n'

    assert "What the whole says & more." == front("", html).article.summary


def test_a_caption_is_no_summary():
    html = "<p><img src=a.png alt=A><br><i>Fig. 1: What the picture shows us.</i></p>\n"

    assert (
        "It is a long story."
        == front("", f"{html}\nFigure 2. Another one of these.\n\nIt is a long story.").article.summary
    )
    assert "Figure 2 shows a long story." == front("", "Figure 2 shows a long story.").article.summary


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("Sure, here it is:\n\n---\ntitle: T\n---\nText.", "put the front matter at the very top, between two lines that are just ---"),
        ("-----\ntitle: T\n-----\nText.", "put the front matter at the very top, between two lines that are just ---"),
        ("```\n# T\n```\n", "take out the ``` around the article, which make it code"),
        ("—\ntitle: T\n—\nText.", "write --- above the front matter and below it: these dashes are others"),
        ("Text.", "begin the text with # …, or write title: … between two lines --- at the very top"),
        ("date: 2026-11-20\nText.", "put a line --- above the keys, and one below them"),
        ("Note: this.\nText.", "begin the text with # …, or write title: … between two lines --- at the very top"),
    ],
)  # fmt: skip
def test_what_is_missing_may_stand_where_it_is_not_looked_for(text, hint):
    assert hint in [found.hint for found in read(text).article.diagnostics]


def test_what_a_chat_assistant_says_around_an_article_in_code_leaves_and_is_told():
    parsed = read(
        "Here is the text:\n\n```markdown\n# T\n\nby Chief Editor, May 2, 2026\n\nText.\n```\n\nShall I go on?\n"
    )

    assert ("T", ("Chief Editor",)) == (parsed.article.meta.title, parsed.article.meta.authors)
    assert findings(parsed) == (
        '! 1:1+17 parse/shortcode: "Here is the text:" is left by a chat assistant and is left out (remove it)\n'
        '! 11:1+14 parse/shortcode: "Shall I go on?" is left by a chat assistant and is left out (remove it)\n'
    )


def test_code_below_a_sentence_is_an_article_where_the_sentence_hands_one_over():
    text = "{}\n\n```markdown\n# T\n\nText.\n```\n"

    assert "T" == read(text.format("Certainly! Below is the article in Markdown format.")).article.meta.title
    assert not read(text.format("This is how each of our posts begins.")).article.meta.title


def test_what_a_chat_assistant_says_above_the_title_and_below_the_last_rule_leaves_and_is_told():
    parsed = read(
        "Sure! Here is the article:\n\n***\n\n# T\n\n*By Chief Editor*\n*Last updated: May 2, 2026*\n\nText.\n\n"
        "---\n\nLet me know if you'd like it shorter!\n"
    )

    assert ("T", ("Chief Editor",)) == (parsed.article.meta.title, parsed.article.meta.authors)
    assert "<p>Text.</p>\n" == html(parsed.content.body)
    assert findings(parsed) == (
        '! 1:1+26 parse/shortcode: "Sure! Here is the article:" is left by a chat assistant and is left out (remove it)\n'
        '! 14:1+37 parse/shortcode: "Let me know if you\'d like it shorter!" is left by a chat assistant and is left out '
        "(remove it)\n"
    )


@pytest.mark.parametrize("said", ["Would you like me to shorten it?", "If you want, I can also write a summary."])
def test_what_an_editor_is_told_may_stand_above_what_a_chat_assistant_says(said):
    told = "*Word count: ~780 words*\n\n### SEO details\n\n**Meta description:** Why."
    parsed = read(f"# T\n\nText.\n\n---\n\n{told}\n\n{said}\n")

    assert ("<p>Text.</p>\n", "Why.") == (html(parsed.content.body), parsed.article.meta.description)
    assert f'"{said}" is left by a chat assistant and is left out' in findings(parsed)


def test_a_rule_may_stand_above_the_title_that_the_front_matter_repeats():
    parsed = read("Title: T\nDate: 2026-11-20\n\n---\n\n# T\n\nText.\n\n## One\n")

    assert ["One"] == [heading.text for heading in parsed.content.outline]
    assert '<p>Text.</p>\n<h2 id="one">One</h2>\n' == html(parsed.content.body)


_FAQ = '{"@type": "FAQPage", "mainEntity": [{"name": "Why?", "acceptedAnswer": {"text": "So."}}]}'


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        f"<p>Comments {'!' * 100_000}x</p>",
        "Text.\n\n## Comments\n\n\\[" + "comments " * 10_000,
        "<script " + "type=application/ld+json " * 5_000,
        "## FAQ\n\n" + f"Why?\n\n```json\n{_FAQ}\n```\n\n" * 1_000,
        '<div class="tip">\n\n**Pro Tip:** Wait.\n\n</div>\n\n' * 1_000,
        "<div>" * 5_000 + "<p>Pro Tip: Wait.</p>" + "</div>" * 5_000,
        f"Pro tip: Wait.\n\n<div>\n{'<!-- ' * 20_000}\n</div>",
        f'<div class="{"tip " * 20_000}\n\n**Pro Tip:** Wait.\n\n</div>',
        f"<h2>Wait {'<svg>' * 10_000}</h2>",
        f"<h2>Wait <a {'href=# ' * 10_000}</h2>",
        "<h2>Wait</h2>\n" * 5_000,
        f"<div>\n{'<svg>' * 10_000}\n</div>",
        f"Text.\n\n## Comments\n\n<template>\n{'<template>' * 5_000}",
        f"## FAQ\n\n<div><h3>Why?</h3>{'<button><svg>' * 5_000}<p>So.</p></div>",
        "<pre>\n" + "\n</pre><pre>\n" * 5_000,
        f"<{'Tip' * 30_000} x>",
        "<figure markdown>\n![a](b.png)\n" * 5_000,
        "{% set x = " + "a " * 20_000 + "}",
        "{% raw %}{{ a }} " * 5_000,
        "## FAQ\n\n" + "**Why?**\n\nSo.\n\nWhat do you think?\n\nTell us in the comments.\n\n" * 1_000,
        "## FAQ\n\n### Why?\n\nSo.\n\n" + "Is it so?\n\nTell us in the comments.\n\n" * 1_000,
    ],
    ids=lambda text: text.replace("\n", " ")[:40],
)
def test_no_text_takes_a_time_that_grows_with_its_square(text):
    assert "T" == front("faq: [{q: Who?, a: She.}]", text).article.meta.title


def test_a_line_that_ends_in_the_words_of_a_picture_is_no_title():
    parsed = read("---\ntitle: T\ndate: 2026-11-20\n---\n![a\nb](c.png) by Policy Desk\n\nText.\n")
    assert ("T", True) == (parsed.article.meta.title, parsed.article.sound)
    assert "T" == read("---\ndate: 2026-11-20\n---\n![a\nb](c.png)\n\n# T\n").article.meta.title


@pytest.mark.parametrize("sign", ["\x85", "\u2028", "\x0c"])
def test_what_is_no_end_of_a_line_in_markdown_ends_none(sign):
    parsed = read(f"---\ndate: 2026-11-20\n---\nOne{sign}Two\n\nText.\n\n## You may also like\n\n[a{sign}b](c.md)\n")

    assert ["parse/no-title"] == [found.code for found in parsed.article.diagnostics]


def test_a_link_whose_text_has_a_line_of_its_own_is_read():
    assert "T" == front("", "## You may also like\n\n- [One\n  two](a.md) [three](b.md\n").article.meta.title


def test_lines_that_are_no_front_matter_are_looked_at_once():
    text = "---\n" + "- : x\n" * 100 + "Text.\n"

    assert "T" == front("", text).article.meta.title


def test_marks_of_code_leave_a_title():
    assert "How async and C waits" == front("title: How `async` and `C` waits").article.meta.title
    assert "The ` sign, and ``two``" == front("title: 'The ` sign, and ``two``'").article.meta.title


def test_tags_in_tags_of_a_title_leave_up_to_a_depth():
    assert "Wait" == front("title: '<p><b><i>Wait</i></b></p>'").article.meta.title
    assert front(f"title: '{'<b>' * 10_000}Wait{'</b>' * 10_000}'").article.meta.title.startswith("<b>")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("---\n<<<<<<< HEAD\ntitle: A\n=======\ntitle: B\n>>>>>>> desk\ndate: 2026-01-01\n---\nText.\n", 2),
        ("---\ntitle: A\ndate: 2026-01-01\n---\nText.\n<<<<<<< HEAD\nOne.\n=======\nTwo.\n>>>>>>> desk\n", 6),
    ],
)
def test_a_merge_conflict_is_told_once(text, line):
    message = "a merge conflict of git is left here, with two versions of the text"
    hint = "keep one of them, and remove the lines with <<<<<<<, ======= and >>>>>>>"

    assert f"! {line}:1+7 parse/conflict: {message} ({hint})\n" == findings(read(text))


def test_a_merge_conflict_in_code_is_shown():
    text = "---\ntitle: A\ndate: 2026-01-01\n---\n```\n<<<<<<< HEAD\nOne.\n=======\nTwo.\n>>>>>>> desk\n```\n"

    assert "" == findings(read(text))


@pytest.mark.parametrize(
    ("matter", "told"),
    [
        ("title: Why issue #5 matters", '"#5 matters"'),
        ("title: A\ntags: #ai #health", '"#ai #health"'),
        ("title: A\ntags:\n  - open\n  - #ai", '"#ai"'),
        ("title: A\ndescription:   Of C   #sharp", '"#sharp"'),
    ],
)
def test_words_that_yaml_takes_for_a_comment_are_told(matter, told):
    message = f"{told} is not read, since a # behind a space begins a comment"

    text = f"---\ndate: 2026-01-01\n{matter}\n---\nText.\n"
    [said] = findings(read(text)).splitlines()
    line = text[: text.index(told.strip('"'))].count("\n") + 1
    column = text.split("\n")[line - 1].index(told.strip('"')) + 1
    assert f"! {line}:{column}+{len(told) - 2} parse/comment: {message}" == said.partition(" (")[0]


@pytest.mark.parametrize(
    "matter",
    [
        "title: A # a comment",
        "title: A\ntags:   # as in [ai, health]",
        "title: A\ntags: [a#b, c]",
        'title: "A #5"\ntags: ["#ai"]',
        "title: >\n  Why #5",
        "title: A\nsection: news #internal",
        "title: A #headline\nsection: news #internal",
    ],
)
def test_comments_in_front_matter_are_no_mistakes(matter):
    assert "" == findings(read(f"---\ndate: 2026-01-01\n{matter}\n---\nText.\n"))


def test_a_file_about_a_folder_is_no_article():
    (missing,) = read("# Notes\n\nHow we work.\n", "content/articles/README.md").article.diagnostics

    assert ("parse/no-date", "move it out of content/, where every file is published, if it is about a folder") == (
        missing.code,
        missing.hint,
    )

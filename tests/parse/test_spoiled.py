"""Marks of Markdown that a program or a keyboard has spoiled are read as they were meant."""

import pytest
from tests.kit.parsing import findings, front, html, read

ESCAPED = r"""\# Small models

\*\*By Chief Editor\*\*

\#\# Why they win

\- fast

\- small

\> \*\*Did you know?\*\* They fit on a phone.

\#\# Where they fail

See \[the guide\]([https://a.example/x](https://a.example/x)), 1\. of 2\.
"""


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u3000"])
def test_marks_before_another_space(space):
    text = f"##{space}One\n\n-{space}a\n-{space}b\n\n1.{space}c\n2.{space}d\n\n\u200b##  Two\n"

    assert (
        '<h2 id="one">One</h2>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n<ol>\n<li>c</li>\n<li>d</li>\n</ol>\n'
        '<h2 id="two">Two</h2>\n'
    ) == html(front("", text).content.body)


@pytest.mark.parametrize(
    "text", ["*\u00a0Without tax.", "1.\u00a0Mai war ein Feiertag.", "-\u00a0Bonjour.", "#1\u00a0is best", "C#\u00a0is"]
)
def test_one_alone_stays_as_it_is(text):
    assert f"<p>{text}</p>\n" == html(front("", text).content.body)


@pytest.mark.parametrize("between", ["\n\n", "\n"])
def test_days_keep_their_numbers(between):
    text = between.join(
        f"{day}\u00a0{what}" for day, what in [("3.", "Mai: neu."), ("9.", "Mai: alt."), ("1.", "Juni.")]
    )

    assert "<ol" not in html(front("", f"{text}\n").content.body)


def test_markdown_that_a_program_took_for_words():
    parsed = read(ESCAPED)

    assert ("Small models", ("Chief Editor",), ("did-you-know",)) == (
        parsed.article.meta.title,
        parsed.article.meta.authors,
        parsed.article.callouts,
    )
    assert ["Why they win", "Where they fail"] == [heading.text for heading in parsed.content.outline]
    body = html(parsed.content.body)
    assert "<ul>\n<li>\n<p>fast</p>\n</li>\n<li>\n<p>small</p>\n</li>\n</ul>" in body
    assert '<p>See <a href="https://a.example/x">the guide</a>, 1. of 2.</p>' in body
    assert (
        "! 1:1+1 parse/escaped: backslashes stand before the marks of Markdown, and are left out "
        "(take them out: a program has written them, since it took the marks for words)\n"
    ) in findings(parsed)


@pytest.mark.parametrize(
    "text",
    [
        "\\## one is a heading.",
        "## One\n\n\\## Two\n\n## Three\n\n\\## Four\n\n## Five",
        "\\## One\n\n\\## Two\n\n```\nx\n```",
        "\\## One\n\n\\## Two\n\n~~~\nx\n~~~",
        "\\## One and\n\n\\### two are headings once a `\\#` has lost its backslash.",
    ],
    ids=["one", "as many others", "beside code", "beside other code", "beside code in a line"],
)
def test_marks_that_are_meant_as_words_stay(text):
    assert "## " in html(front("", text).content.body)


def test_numbers_of_things_are_no_headings():
    text = "\\# of parameters: 7B\n\n\\# of tokens: 2T"

    assert "<p># of parameters: 7B</p>\n<p># of tokens: 2T</p>\n" == html(front("", text).content.body)


def test_front_matter_keeps_its_backslashes():
    parsed = front('title: "The \\"open\\" model"\ndescription: "\\u0041 b"', "A \\*b\\*.\n\n\\## One\n\n\\## Two\n")

    assert ('The "open" model', "A b") == (parsed.article.meta.title, parsed.article.meta.description)
    assert "<p>A <em>b</em>.</p>" in html(parsed.content.body)
    assert "! 8:1+1 parse/escaped" in findings(parsed)
    below = read('\n---\ntitle: "A \\"b\\""\n---\n\\## One\n\n\\## Two\n')
    assert 'A "b"' == below.article.meta.title


@pytest.mark.parametrize("text", [ESCAPED, "# Caf\u00c3\u00a9 \u00e2\u0080\u0099n\u00e2\u0080\u0099 more\n\nText.\n"])
def test_what_is_put_right_needs_a_day_as_all_articles_do(text):
    assert "parse/no-date" in [found.code for found in read(text).article.diagnostics]

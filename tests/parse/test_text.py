"""What a text says of its article."""

import pytest
from tests.kit.parsing import front, html, read


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("First *paragraph* with `code`,\nand [a link](x.md).", "First paragraph with code, and a link."),
        ("## Heading\n\n![A](a.png)\n\n> A quote of many words here.\n\nThe first real paragraph.", "The first real paragraph."),
        ("> [!TIP]\n> A callout of many words.\n\nThe first real paragraph.", "The first real paragraph."),
        ("Pro tip: a callout of many words.\n\nThe first real paragraph.", "The first real paragraph."),
        ("by Chief Editor\n\nThe first real paragraph.", "The first real paragraph."),
        ("Too short.\n\nThe first real paragraph.", "The first real paragraph."),
        ("*Editor's note: two figures were mended.*\n\nThe first real paragraph.", "The first real paragraph."),
        ("Update, 2 May: the ward has answered.\n\nThe first real paragraph.", "The first real paragraph."),
        ("Photo: a ward in the morning.\n\nThe first real paragraph.", "The first real paragraph."),
        ("Issue 7 of many | 20 November 2026\n\nThe first real paragraph.", "The first real paragraph."),
        ("Photos of wards are what the models saw.", "Photos of wards are what the models saw."),
        ("**Summary:** The first real paragraph.", "The first real paragraph."),
        ("Summary tables are what the ward has.", "Summary tables are what the ward has."),
        ("Updated models are what the ward asked for.", "Updated models are what the ward asked for."),
        ("[The code](/code/) [The paper](/paper/)\n· [The *model*](/model/)\n\nThe first real paragraph.", "The first real paragraph."),
        ("[Prices](/a/) and [wages](/b/) rise again.\n\nMore.", "Prices and wages rise again."),
        ("Share on A | Share on B | E-mail\n\nThe first real paragraph.", "The first real paragraph."),
        ("Sure! Here's the article in Markdown:\n\nThe first real paragraph.", "The first real paragraph."),
        ("**Introduction:** The first real paragraph.", "The first real paragraph."),
        ("Lead is a metal that old pipes have.", "Lead is a metal that old pipes have."),
        ("https://x.example/a/long/address/\n\nThe first real paragraph.", "The first real paragraph."),
        ("<https://x.example/a/long/address/>", ""),
        ("Too short.", "Too short."),
        ("With a note.[^1] And more words.\n\n[^1]: Note.", "With a note. And more words."),
        ("- a\n- b", ""),
        ("- a\n- The first entry\n  of many words.\n\n- Another of many words.", "The first entry of many words."),
        ("1. - An entry of many words.\n\n> A quote of many words here.", "An entry of many words."),
        ("- An entry of many words.\n\nToo short.", "Too short."),
        ("- An entry of many words.\n\nThe first real paragraph.", "The first real paragraph."),
        ("word " * 60, "word " * 38 + "word…"),
    ],
)  # fmt: skip
def test_the_summary_is_the_first_real_paragraph(body, expected):
    assert expected == front("", body).article.summary


def test_the_description_is_the_summary():
    assert "D" == front("description: D", "The first real paragraph.").article.summary


@pytest.mark.parametrize(
    ("description", "said"),
    [
        ("What the wards gain, and what they pay.", True),
        ("What the wards gain …", False),
        ("What the *wards* gain, and what they…", True),
        ("The wards pay for all that they gain.", False),
        ("", False),
    ],
)
def test_a_text_may_begin_with_its_description(description, said):
    body = "![A](a.png)\n\nWhat the **wards** gain, and what they pay. More follows.\n\nText."

    assert said is front(f"description: {description}", body).content.opens_as_described


def test_words_are_counted_without_code_and_with_answers():
    article = front("faq: [{q: What is it?, a: It is this.}]", "Two words.\n\n```\nnot these\n```\n\n`one`").article

    assert 9 == article.words
    assert 1 == article.minutes


def test_words_of_raw_html_are_counted():
    text = "<p>Three words <b>here</b>.</p>\n<pre>not these</pre>\n\n<div>\n\nOne more.\n\n</div>\n"

    assert 5 == front("", text).article.words


def test_reading_time():
    assert 5 == front("", "word " * 1100).article.minutes


def test_callouts_are_listed_in_order():
    assert ("tip", "did-you-know", "tip") == front(
        "", "> [!TIP]\n> a\n\nDid you know? b\n\n::: tip\nc\n:::"
    ).article.callouts


def test_questions_of_the_front_matter_come_first():
    parsed = front("faq: [{q: A?, a: a}]", "## FAQ\n\n### B?\n\nb")

    assert (["A?", "B?"], 1, 2) == (
        [faq.question for faq in parsed.content.faqs],
        parsed.content.front_faq,
        parsed.article.faqs,
    )


def test_footnotes_of_answers_stand_at_the_end_of_the_text():
    parsed = front('faq: [{q: A?, a: "See.[^1]"}]', "Text.[^1]\n\n[^1]: Note.")

    assert 'id="fnref-1"' in html(parsed.content.faqs[0].answer)
    assert 'id="fnref-1-2"' in html(parsed.content.body)
    assert 2 == html(parsed.content.body).count("doc-backlink")


def test_opening_phrases_can_be_switched_off():
    assert () == read("Did you know? Yes.", kind="page", callout_openings=False).article.callouts


def test_kinds_and_titles_of_one_s_own():
    parsed = read(
        "> [!LEGAL]\n> x\n\n> [!TIP]\n> y", kind="page", callout_kinds=("legal",), callout_titles={"tip": "Hear!"}
    )

    assert ("legal", "tip") == parsed.article.callouts
    assert "Legal" in html(parsed.content.body)
    assert "Hear!" in html(parsed.content.body)


def test_raw_html_can_be_refused():
    parsed = read("Text <b>bold</b>.\n\n<!-- fine -->\n\n<div>\n\nx", kind="page", raw_html="refuse")

    assert "<p>Text &lt;b&gt;bold&lt;/b&gt;.</p>" in html(parsed.content.body)
    assert [(1, 6), (1, 13), (5, 1)] == [
        (found.span.line, found.span.column) for found in parsed.article.diagnostics if found.code == "parse/raw-html"
    ]

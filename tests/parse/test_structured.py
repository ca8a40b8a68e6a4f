"""Structured data in a text leave where the page has them by itself."""

import pytest
from tests.kit.parsing import findings, front, html, shown

FAQ = "## FAQ\n\n### Why?\n\nSo.\n\n"
SCRIPT = '<script type="application/ld+json">\n{"@context": "https://schema.org", %s}\n</script>\n'


@pytest.mark.parametrize(
    "data",
    [
        '"@type": "FAQPage"',
        '"@type": "BlogPosting"',
        '"@graph": [{"@type": "FAQPage"}]',
        '"@graph": [{"@type": "Article"}, {"@type": "Person"}]',
    ],
)
def test_what_the_page_says_leaves_and_is_told(data):
    parsed = front("", f"{FAQ}{SCRIPT % data}")

    assert "<p>So.</p>\n" == html(parsed.content.faqs[0].answer)
    assert (
        "! 12:1+35 parse/shortcode: the page has these structured data by itself, so they are left out (remove them)\n"
    ) == findings(parsed)


@pytest.mark.parametrize(
    "data",
    ['"@type": "Recipe"', '"@type": "Person"', '"@graph": [{"@type": "FAQPage"}, {"@type": "Event"}]', "x"],
)
def test_others_stay(data):
    assert "<script" in shown(f"{FAQ}Text.\n\n{SCRIPT % data}")


def test_questions_that_nobody_sees_stay_where_they_are_written():
    assert "<script" in shown(SCRIPT % '"@type": "FAQPage"')


def test_a_question_of_the_front_matter_that_the_text_asks_as_well_is_asked_once():
    parsed = front('faq: [{q: "Why ?", a: Because.}, {q: Who?, a: She.}]', FAQ)

    assert [("Who?", "<p>She.</p>\n"), ("Why?", "<p>So.</p>\n")] == [
        (faq.question, html(faq.answer)) for faq in parsed.content.faqs
    ]
    assert 1 == parsed.content.front_faq


ASKED = """\
{"@type": "FAQPage", "mainEntity": [
  {"@type": "Question", "name": "Why?", "acceptedAnswer": {"@type": "Answer", "text": "Since it *pays*."}}
]}
"""


@pytest.mark.parametrize("written", [ASKED, f"```json\n{ASKED}```\n", SCRIPT % ASKED.strip()[1:-1]])
def test_questions_that_stand_in_structured_data_alone_are_asked(written):
    parsed = front("", f"## FAQ\n\n{written}\n## After\n\nText.\n")

    assert [("Why?", "<p>Since it <em>pays</em>.</p>\n")] == [
        (faq.question, html(faq.answer)) for faq in parsed.content.faqs
    ]
    assert "" == findings(parsed)


@pytest.mark.parametrize("written", [ASKED, f"```json\n{ASKED}```\n"])
def test_structured_data_that_are_shown_leave_where_the_text_asks_the_same(written):
    parsed = front("", f"{FAQ}{written}")

    assert ["<p>So.</p>\n"] == [html(faq.answer) for faq in parsed.content.faqs]
    assert "the page has these structured data by itself" in findings(parsed)


def test_an_example_of_structured_data_stays():
    assert "<code" in shown(f"{FAQ}## How to do it\n\n```json\n{ASKED.replace('Why', 'How')}```\n")


def test_the_front_matter_is_asked_where_the_text_has_a_heading_for_it():
    parsed = front(
        "faq: [{q: Why?, a: Because.}]",
        "Text.\n\n## FAQ\n\n## After\n\nText.\n",
    )

    assert "" == findings(parsed)
    assert ["Why?"] == [faq.question for faq in parsed.content.faqs]
    assert 0 == parsed.content.front_faq
    assert ["FAQ", "After"] == [heading.text for heading in parsed.content.outline]


def test_brackets_in_brackets_are_no_data():
    assert "<p>Text.</p>" in shown('<script type="application/ld+json">' + "[" * 100_000 + "</script>\n\nText.\n")

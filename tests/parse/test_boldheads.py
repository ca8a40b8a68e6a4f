"""Where a text has no headings, lines in bold are its headings."""

import pytest
from tests.kit.parsing import front, html

TEXT = "Text.\n\n**One**\n\nText.\n\n**Two *and* more**\n\n- Text\n\n**Three**\n\nText.\n"


def test_lines_in_bold_are_headings():
    parsed = front("", TEXT)

    assert ["One", "Two and more", "Three"] == [heading.text for heading in parsed.content.outline]
    assert '<h2 id="two-and-more">Two <em>and</em> more</h2>' in html(parsed.content.body)


@pytest.mark.parametrize(
    "text",
    [
        f"## A heading\n\n{TEXT}",
        TEXT.replace("**Two *and* more**", "Two"),
        TEXT.replace("**Two *and* more**", "**It is a sentence.**"),
        TEXT.replace("**Two *and* more**", "**Who asks?**"),
        TEXT.replace("**Three**\n\nText.", "**Three**"),
        f"{TEXT}\n**One**\n\nText.",
        "**One**\n\n**Two**\n\n**Three**\n\nText.",
    ],
    ids=["beside headings", "two alone", "a sentence", "a question", "nothing below", "speakers", "in a row"],
)
def test_others_stay_in_bold(text):
    assert "<p><strong>One</strong></p>" in html(front("", text).content.body)


def test_questions_and_callouts_are_what_they_were():
    parsed = front(
        "", f"{TEXT}\n**Did you know?**\n\nLogs are old.\n\n**FAQ**\n\n**Why?**\n\nSo.\n\n**When?**\n\nNow.\n"
    )

    assert ("did-you-know",) == parsed.article.callouts
    assert ["Why?", "When?"] == [faq.question for faq in parsed.content.faqs]
    assert ["One", "Two and more", "Three", "FAQ"] == [heading.text for heading in parsed.content.outline]


def test_one_above_questions_counts():
    text = "**One**\n\nText.\n\n**Two**\n\nText.\n"

    parsed = front("", f"{text}\n**FAQ**\n\n**Why?**\n\nSo.\n\n**When?**\n\nNow.\n")

    assert ["One", "Two", "FAQ"] == [heading.text for heading in parsed.content.outline]
    assert [] == [*front("", text).content.outline]


def test_a_heading_above_questions_makes_none_of_lines_in_bold():
    text = "**One**\n\nText.\n\n**Two**\n\nText.\n\n## FAQ\n\n### Why?\n\nSo.\n\n### When?\n\nNow.\n"

    assert ["FAQ"] == [heading.text for heading in front("", text).content.outline]

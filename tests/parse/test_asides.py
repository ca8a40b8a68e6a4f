"""Notes to oneself over several paragraphs leave the text."""

import pytest
from tests.kit.parsing import findings, front, html


@pytest.mark.parametrize(
    "note",
    [
        "%%\nAsk.\n\nTwice.\n%%",
        "%% Ask.\n\nTwice. %%",
        "{::comment}\nAsk.\n{:/comment}",
        "{::comment}\nAsk.\n\nTwice.\n{:/}",
        "{::comment} Ask. {:/comment}",
        "{% comment %}\nAsk.\n{% endcomment %}",
        "{%- comment -%}Ask.\n\n```\nTwice.\n{%- endcomment -%}",
        "{% comment %}<!-- Ask.\n\nTwice. -->{% endcomment %}",
    ],
)
def test_a_note_leaves_and_is_told(note):
    parsed = front("", f"One.\n\n{note}\n\nTwo.\n")

    assert "<p>One.</p>\n<p>Two.</p>\n" == html(parsed.content.body)
    assert findings(parsed).startswith("! 8:1+")
    assert "is a note to oneself and is left out (remove it, or write <!-- and --> around it)\n" in findings(parsed)


def test_a_note_that_is_never_closed_stays():
    assert "<p>%% Ask.</p>\n<p>Text.</p>\n" == html(front("", "%% Ask.\n\nText.\n").content.body)


@pytest.mark.parametrize("opening", ["{::comment}", "{% comment %}"])
def test_a_comment_that_is_never_closed_stays_and_is_told(opening):
    parsed = front("", f"{opening}\nAsk.\n\nText.\n")

    assert f"<p>{opening}\nAsk.</p>\n<p>Text.</p>\n" == html(parsed.content.body)
    assert "stays as text" in findings(parsed)


def test_a_comment_behind_which_its_line_goes_on_stays_and_takes_no_more():
    parsed = front("", "{::comment}\nAsk.\n{:/comment} But tell.\n\nText.\n\n{::comment}\nAsk.\n{:/comment}\n")

    assert "But tell.</p>\n<p>Text.</p>\n" in html(parsed.content.body)


def test_a_note_over_two_lines_of_a_paragraph_leaves():
    parsed = front("", "- A %%one\n  two%% word.")

    assert "<ul>\n<li>A word.</li>\n</ul>\n" == html(parsed.content.body)
    assert "is a note to oneself and is left out" in findings(parsed)


def test_the_markdown_has_what_code_says_and_no_note_in_a_quote():
    text = '```\n%%x%%\n```\n\nA %%x%% word.\n\n> [Remove this,\n> they say]{.comment-start author="L"}Words.'
    markdown = front("", text).content.markdown

    assert "```\n%%x%%\n```\n\nA word." in markdown.replace("  ", " ")
    assert "Remove this" not in markdown

"""Footnotes that are links between numbers become footnotes."""

from tests.kit.parsing import findings, front, html

TEXT = """\
Weights are open[1](https://desk.substack.com/p/a#footnote-1-123) and more[2](#footnote-2).

## One

[1](#footnote-anchor-1)

The licence is *Apache 2.0*.

And more.

[2](https://desk.substack.com/p/a#footnote-anchor-2-123) So says the card.

The end.
"""


def test_notes():
    parsed = front("", TEXT)
    body = html(parsed.content.body)

    assert 'open<sup class="footnote-ref"><a href="#fn-1" id="fnref-1"' in body
    assert '<li id="fn-1"><p>The licence is <em>Apache 2.0</em>.</p>\n<p>And more. <a href="#fnref-1"' in body
    assert '<li id="fn-2"><p>So says the card. <a href="#fnref-2"' in body
    assert '<h2 id="one">One</h2>\n<p>The end.</p>\n<section class="footnotes"' in body
    assert "" == findings(parsed)


def test_a_number_that_nothing_calls_stays():
    assert 1 == html(front("", "[1](#footnote-anchor-1)\n\nText.\n").content.body).count("<p><a href=")


def test_notes_whose_number_stands_twice_stay():
    """As in a digest of two letters: which of them a number calls cannot be told."""
    text = (
        "A[1](#footnote-1).\n\n[1](#footnote-anchor-1) First.\n\nB[1](#footnote-1).\n\n[1](#footnote-anchor-1) Second."
    )
    body = html(front("", text).content.body)

    assert "First.</p>" in body and "Second.</p>" in body and "footnotes" not in body

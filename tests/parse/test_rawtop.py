"""A title and a byline may stand in raw HTML."""

import pytest
from tests.kit.parsing import front, html, read


@pytest.mark.parametrize(
    "top",
    [
        '<h1>T</h1>\n<p class="x">by <b>Chief Editor</b></p>\n<p><time datetime="2026-05-02">2 May 2026</time></p>\n',
        '# T\n\n<p align="center"><em>by Chief Editor</em></p>\n<p><small>May 2, 2026</small></p>\n',
        "<p><b>T</b></p>\n<p><i>By Chief Editor<br>May 2, 2026</i></p>\n",
        '<h1 align="center">T</h1>\n\nby Chief Editor, May 2, 2026\n',
    ],
    ids=["all", "below a heading", "in bold", "the title alone"],
)
def test_a_title_and_a_byline_leave_the_text(top):
    parsed = read(f"{top}\n<p>Text.</p>\n")

    meta = parsed.article.meta
    assert ("T", ("Chief Editor",), "2026-05-02") == (meta.title, meta.authors, f"{meta.date:%Y-%m-%d}")
    assert ("<p>Text.</p>\n", ()) == (html(parsed.content.body), parsed.article.diagnostics)


@pytest.mark.parametrize("box", ["<p>More.</p>\n" * 200, '<div class="pro-tip"><h4>Pro Tip</h4><p>Count.</p></div>\n'])
def test_all_of_a_long_article_may_be_raw_html(box):
    parsed = read(f"<h1>T</h1>\n<p><em>by Chief Editor</em></p>\n<p>Text.</p>\n{box}")

    assert ("T", ("Chief Editor",)) == (parsed.article.meta.title, parsed.article.meta.authors)
    assert html(parsed.content.body).startswith("<p>Text.</p>\n")


def test_what_stands_behind_them_stays_as_it_is():
    parsed = read("<h1>T</h1>\n<p>A <i>word</i>.</p>\n<p>by Chief Editor, May 2, 2026</p>\n<ul><li>One</li></ul>\n")

    assert "<p>A <i>word</i>.</p>\n<ul><li>One</li></ul>\n" == html(parsed.content.body)


def test_a_heading_that_says_something_else_than_the_front_matter_stays():
    parsed = front("title: Other", "<h1>T</h1>\n<p>Text.</p>\n")

    assert ("Other", '<h2 id="t">T</h2>\n<p>Text.</p>\n') == (parsed.article.meta.title, html(parsed.content.body))


@pytest.mark.parametrize("line", ["<center>by Chief Editor</center>", "<center><em>By Chief Editor</em></center>"])
def test_a_byline_may_be_centred(line):
    parsed = read(f"# T\n\n{line}\n\nText.\n")

    assert (("Chief Editor",), "<p>Text.</p>\n") == (parsed.article.meta.authors, html(parsed.content.body))

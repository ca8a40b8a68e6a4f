"""Parts are written one after the other."""

from sitegen.model.body import Body, Picture, Ref
from sitegen.parse.draw.sheet import Sheet, flat
from sitegen.parse.manuscript import Manuscript
from sitegen.parse.markdown import markdown

REF = Ref("article", "b.md", "", "", "b&.md", 1, 1)


def sheet():
    md = markdown()
    return Sheet(Manuscript("content/x.md", "x.md", "<b>"), md.options, {}, md.own_draws)


def test_text_is_joined_between_holes():
    page = sheet()
    for part in ("a", "b", REF, "", "c", "d"):
        page.emit(part)

    assert Body(("ab", REF, "cd")) == page.finish()


def test_what_raw_html_leaves_open_is_closed():
    page = sheet()
    page.raw.write("<q>", 0, 1)
    page.emit("x")

    assert Body(("<q>x</q>",)) == page.finish()


def test_a_body_without_holes_is_a_string():
    picture = Picture(None, "x", "A & b", "", (), figure=False)

    assert 'a"b&amp;.md"A &amp; b' == flat(Body(('a"', REF, '"', picture)))

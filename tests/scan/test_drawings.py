"""A drawing says how large it is and which element does not belong in it."""

import io

import pytest

from sitegen.scan.drawings import DrawingReader, Foreign, NotDrawing

SPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "ink": "http://www.inkscape.org/namespaces/inkscape",
    "edit": "http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd",
    "h": "http://www.w3.org/1999/xhtml",
    "m": "http://www.w3.org/1998/Math/MathML",
}


def read(text: str) -> DrawingReader:
    """Read one drawing."""
    drawing = DrawingReader()
    drawing.read(io.BytesIO(text.encode()))
    return drawing


def first_foreign(inside: str) -> str:
    """Return the first foreign element of a drawing with this on its second line: `dc:date 2:11`."""
    spaces = " ".join(f'xmlns:{prefix}="{space}"' for prefix, space in SPACES.items())
    found = read(f'<svg xmlns="http://www.w3.org/2000/svg" {spaces}>\n{inside}\n</svg>').foreign
    return f"{found.name} {found.line}:{found.column}" if found else ""


@pytest.mark.parametrize(
    "inside",
    [
        "<g><rect/></g>",
        "<metadata>Made by hand</metadata>",
        "<metadata><rdf:RDF><dc:format>image/svg+xml</dc:format></rdf:RDF></metadata>",
        '<edit:namedview id="base"/><defs><ink:path-effect/></defs><g ink:label="Layer"><ink:grid/></g>',
        "<foreignObject><h:p>Text <m:math><m:mi>x</m:mi></m:math></h:p></foreignObject>",
        "<foreignObject><h:p><svg><g/></svg></h:p></foreignObject>",
        "<desc><dc:title>Told</dc:title></desc>",
    ],
)
def test_what_checkers_take_is_no_foreign_element(inside):
    assert "" == first_foreign(inside)


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("<metadata> Produced by a program <dc:date>2016</dc:date></metadata>", "dc:date 2:34"),
        ("<g/>\n<metadata>é<dc:date/><dc:title/></metadata>", "dc:date 3:12"),
        ("<rdf:RDF/>", "rdf:RDF 2:1"),
        ("<edit:namedview><ink:grid/></edit:namedview>", "ink:grid 2:17"),
        ("<defs><g/></defs><symbol><ink:grid/></symbol>", "ink:grid 2:26"),
        ("<h:p>Text</h:p>", "h:p 2:1"),
        ("<foreignObject><h:p><ink:x/></h:p></foreignObject>", "ink:x 2:21"),
        ('<g><b xmlns="">Text</b></g>', "b 2:4"),
        ('<a:b xmlns:a="of two words"/>', "a:b 2:1"),
    ],
)
def test_the_first_element_that_checkers_refuse_is_found(inside, expected):
    assert expected == first_foreign(inside)


def test_a_drawing_without_its_namespace_is_foreign_as_a_whole():
    drawing = read('<?xml version="1.0"?>\n<svg width="4" height="3"><g/></svg>')

    assert (4, 3, Foreign("svg", "", 2, 1)) == (drawing.width, drawing.height, drawing.foreign)


def test_what_is_longer_than_one_piece_is_read_to_its_end():
    picture = f'<image href="data:image/png;base64,{"A" * 3_000_000}"/>'

    assert "dc:date 3:1" == first_foreign(f"{picture}\n<dc:date/>")


def test_xml_of_another_kind_is_no_drawing():
    with pytest.raises(NotDrawing):
        read("<html><svg/></html>")

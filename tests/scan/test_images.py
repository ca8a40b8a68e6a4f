"""An image file becomes the facts that pages need."""

import pytest
from PIL import Image

from sitegen.base.diagnostics import Span, problem
from sitegen.model.media import ImageFacts
from sitegen.model.source import AssetFile
from sitegen.scan.images import image_facts, is_image


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("a/photo.JPG", True),
        ("chart.svg", True),
        ("x.avif", True),
        ("notes.pdf", False),
        ("png", False),
        ("a.png.zip", False),
    ],
)
def test_the_name_says_what_is_an_image(address, expected):
    assert expected == is_image(AssetFile(f"content/{address}", address, "", 0))


def test_facts_have_the_type_that_the_bytes_say(tmp_path):
    (tmp_path / "content").mkdir()
    Image.new("RGB", (30, 20)).save(tmp_path / "content" / "x.png", "JPEG")

    found = image_facts(AssetFile("content/x.png", "x.png", "d1", 99), tmp_path)

    assert (ImageFacts("x.png", "image/jpeg", 30, 20, "d1", 99), None) == found


def test_a_damaged_image_is_told_with_its_file(tmp_path):
    (tmp_path / "x.png").write_bytes(b"")

    found = image_facts(AssetFile("x.png", "x.png", "d1", 0), tmp_path)

    expected = problem("scan/bad-image", "the image is empty", Span("x.png"), "replace it with a sound copy")
    assert (None, expected) == found


def test_a_file_that_cannot_be_read_is_told(tmp_path):
    facts, found = image_facts(AssetFile("gone.png", "gone.png", "d1", 0), tmp_path)

    assert (None, "scan/unreadable") == (facts, found.code)


@pytest.mark.parametrize(
    ("drawing", "span", "message", "hint"),
    [
        (
            '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3">\n<a:date xmlns:a="a"/></svg>',
            Span("x.svg", 2, 1, 7),
            "<a:date> is no element of SVG, and checkers refuse it there",
            "save the drawing as plain SVG, or take the element out",
        ),
        (
            '<svg width="4" height="3"/>',
            Span("x.svg", 1, 1, 4),
            "this <svg> does not say that it is one, so browsers show it as text or not at all",
            'write xmlns="http://www.w3.org/2000/svg" into it',
        ),
    ],
)
def test_a_foreign_element_is_told_and_the_drawing_measured_all_the_same(tmp_path, drawing, span, message, hint):
    (tmp_path / "x.svg").write_text(drawing)

    found = image_facts(AssetFile("x.svg", "x.svg", "d1", 9), tmp_path)

    expected = problem("scan/foreign-element", message, span, hint)
    assert (ImageFacts("x.svg", "image/svg+xml", 4, 3, "d1", 9), expected) == found


def test_a_packaged_image_is_looked_at_where_it_lies(tmp_path):
    facts, found = image_facts(AssetFile("sitegen:theme.toml", "theme.toml", "d1", 9), tmp_path)

    assert (None, "scan/bad-image", "sitegen:theme.toml") == (facts, found.code, found.span.path)

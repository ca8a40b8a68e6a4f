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

    assert ImageFacts("x.png", "image/jpeg", 30, 20, "d1", 99) == found


def test_a_damaged_image_is_told_with_its_file(tmp_path):
    (tmp_path / "x.png").write_bytes(b"")

    found = image_facts(AssetFile("x.png", "x.png", "d1", 0), tmp_path)

    assert problem("scan/bad-image", "the image is empty", Span("x.png"), "replace it with a sound copy") == found


def test_a_file_that_cannot_be_read_is_told(tmp_path):
    found = image_facts(AssetFile("gone.png", "gone.png", "d1", 0), tmp_path)

    assert "scan/unreadable" == found.code

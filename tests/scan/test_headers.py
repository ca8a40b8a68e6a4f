"""The first bytes of an image file become its type and size."""

import io
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from sitegen.scan.headers import BadImage, Header, read_header


def made(kind: str, size=(37, 23), mode="RGB", **options) -> bytes:
    file = io.BytesIO()
    Image.new(mode, size, 128 if mode == "L" else (200, 40, 10)).save(file, kind, **options)
    return file.getvalue()


def turned(orientation: int) -> bytes:
    exif = Image.Exif()
    exif[0x010E] = "a description, so that the tag is not the first"
    exif[0x0112] = orientation
    return made("JPEG", exif=exif)


def moving(kind: str) -> bytes:
    file = io.BytesIO()
    frames = [Image.new("RGB", (8, 6), (shade, 0, 0)) for shade in (0, 90, 180)]
    frames[0].save(file, kind, save_all=True, append_images=frames[1:], duration=50)
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (made("PNG"), Header("image/png", 37, 23)),
        (made("JPEG"), Header("image/jpeg", 37, 23)),
        (made("JPEG", progressive=True), Header("image/jpeg", 37, 23)),
        (made("JPEG", mode="L"), Header("image/jpeg", 37, 23)),
        (made("GIF"), Header("image/gif", 37, 23, animated=True)),
        (made("WEBP"), Header("image/webp", 37, 23)),
        (made("WEBP", lossless=True), Header("image/webp", 37, 23)),
        (made("WEBP", exif=Image.Exif().tobytes(), icc_profile=b"x" * 200), Header("image/webp", 37, 23)),
        (made("AVIF"), Header("image/avif", 37, 23)),
        (moving("WEBP"), Header("image/webp", 8, 6, animated=True)),
        (moving("PNG"), Header("image/png", 8, 6, animated=True)),
        (moving("AVIF"), Header("image/avif", 8, 6, animated=True)),
    ],
)
def test_every_raster_format_tells_its_size(data, expected):
    assert expected == read_header(io.BytesIO(data))


def test_transparent_avif_has_the_size_of_its_picture_and_not_of_its_mask():
    file = io.BytesIO()
    Image.new("RGBA", (64, 48), (1, 2, 3, 100)).save(file, "AVIF")

    assert Header("image/avif", 64, 48) == read_header(io.BytesIO(file.getvalue()))


@pytest.mark.parametrize(("orientation", "size"), [(1, (37, 23)), (3, (37, 23)), (6, (23, 37)), (8, (23, 37))])
def test_a_photograph_that_lies_on_its_side_is_measured_upright(orientation, size):
    found = read_header(io.BytesIO(turned(orientation)))

    assert size == (found.width, found.height)


@pytest.mark.parametrize(
    ("svg", "size"),
    [
        ('<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200"/>', (300, 200)),
        ('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 360"/>', (640, 360)),
        ('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0,0,640,360" width="320px"/>', (320, 180)),
        ('<svg xmlns="http://www.w3.org/2000/svg" viewBox="-5 -5 10 20" height="1in"/>', (48, 96)),
        ('<svg xmlns="http://www.w3.org/2000/svg" width="100%" height="100%" viewBox="0 0 24 12"/>', (24, 12)),
        ('<svg xmlns="http://www.w3.org/2000/svg" width="100%"/>', (0, 0)),
        ('<svg viewBox="0 0 1e999 nan" width="1e999"/>', (0, 0)),
        (
            '<?xml version="1.0"?>\n<!-- made by hand -->\n<!DOCTYPE svg>\n<svg width="2cm" height="1cm"><g/></svg>',
            (76, 38),
        ),
        ('\ufeff<svg width="8" height="9"/>', (8, 9)),
    ],
)
def test_a_drawing_is_as_large_as_its_attributes_say(svg, size):
    found = read_header(io.BytesIO(svg.encode()))

    assert ("image/svg+xml", *size) == (found.type, found.width, found.height)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (b"<!DOCTYPE html><title>404</title>", "is a web page, as a download that failed leaves it"),
        (b"<html><svg></html>", "is a web page, as a download that failed leaves it"),
        (
            b"version https://git-lfs.github.com/spec/v1\noid sha256:00\n",
            "is a pointer of Git LFS, and not the picture itself",
        ),
        (b"<svg <", "is not well-formed XML: not well-formed (invalid token): line 1, column 5"),
        (b"<svg><unclosed>", "is not well-formed XML: no element found: line 1, column 15"),
        (b'<?xml version="1.0" encoding="x"?><svg/>', "is not well-formed XML: unknown encoding: x"),
        (b"%PDF-1.7\n", "is not an image in any format that browsers show"),
        (made("PNG")[:20], "is cut off in the middle of its header"),
        (made("JPEG")[:30], "is cut off in the middle of its header"),
        (made("GIF")[:7], "is cut off in the middle of its header"),
        (made("WEBP")[:25], "is cut off in the middle of its header"),
        (made("AVIF")[:60], "is cut off in the middle of its header"),
        (b"\xff\xd8\xff\xd9" + bytes(40), "has no frame"),
        (b"\xff\xd8\xff\xe0\x00\x04ab" + b"no marker", "has a damaged header"),
        (made("PNG")[:16] + struct.pack(">II", 0, 7) + made("PNG")[24:], "has no pixels"),
        (struct.pack(">I", 24) + b"ftypheic" + bytes(80), "is not an image in any format that browsers show"),
    ],
)
def test_what_is_wrong_with_a_file_is_said(data, reason):
    with pytest.raises(BadImage) as told:
        read_header(io.BytesIO(data))

    assert reason == str(told.value)


_SAMPLES = [made(kind) for kind in ("PNG", "JPEG", "GIF", "WEBP", "AVIF")] + [turned(6), b'<svg viewBox="0 0 4 2"/>']


@given(st.sampled_from(_SAMPLES), st.integers(0, 400), st.binary(max_size=12), st.integers(0, 600))
def test_damage_is_told_and_never_a_crash(sample, at, noise, length):
    data = (sample[:at] + noise + sample[at + len(noise) :])[:length]

    try:
        found = read_header(io.BytesIO(data))
    except BadImage:
        return
    assert found.width >= 0
    assert found.height >= 0

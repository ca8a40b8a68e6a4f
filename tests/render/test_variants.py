"""An image becomes smaller copies of itself in modern formats, and the crops that news markup asks for."""

import io
import random

import pytest
from PIL import Image, ImageCms, ImageDraw

from sitegen.base.diagnostics import Span, problem
from sitegen.model.config import ImageSettings
from sitegen.model.media import ImageFacts
from sitegen.render.variants import MOST_PIXELS, is_scalable, make_variants, recipe, widths_of

SETTINGS = ImageSettings(widths=(120, 240, 400))


def noise(size, mode="RGB") -> Image.Image:
    """Return a picture that compresses about as badly as a photograph."""
    chance = random.Random(7)
    small = Image.new("RGB", (max(2, size[0] // 6), max(2, size[1] // 6)))
    small.putdata([tuple(chance.randrange(256) for _ in range(3)) for _ in range(small.width * small.height)])
    return small.resize(size, Image.Resampling.BICUBIC).convert(mode)


def saved(picture, kind, **options) -> bytes:
    file = io.BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()


def facts_of(data, size, *, mime="image/jpeg", path="a/My Photo.jpg") -> ImageFacts:
    return ImageFacts(path, mime, *size, "0123abcd", len(data))


def opened(derived) -> dict[str, Image.Image]:
    return {path: Image.open(io.BytesIO(data)) for path, data in derived.files}


@pytest.fixture(scope="module")
def photo():
    data = saved(noise((450, 300)), "JPEG", quality=92)
    return data, facts_of(data, (450, 300))


def test_copies_have_the_wanted_widths_in_every_format_and_are_what_they_say(photo):
    derived = make_variants(*photo, SETTINGS, crops=False)

    expected = [
        ("image/avif", 120, 80), ("image/avif", 240, 160), ("image/avif", 400, 267),
        ("image/webp", 120, 80), ("image/webp", 240, 160), ("image/webp", 400, 267),
    ]  # fmt: skip
    assert expected == [variant[:3] for variant in derived.facts.variants]
    pictures = opened(derived)
    for mime, width, height, address in derived.facts.variants:
        picture = pictures[address.removeprefix("/")]
        assert (mime, (width, height)) == (picture.get_format_mimetype(), picture.size)
    assert () == derived.diagnostics


def test_names_say_what_the_picture_is_and_change_with_all_that_made_it(photo):
    data, facts = photo
    paths = [path for path, _ in make_variants(data, facts, SETTINGS, crops=False).files]

    key = recipe(facts, SETTINGS, crops=False)
    assert f"static/images/my-photo-{key[:10]}-120.avif" == paths[0]
    assert key != recipe(facts, ImageSettings(widths=(120, 240, 400), quality=71), crops=False)
    assert key != recipe(facts, SETTINGS, crops=True)


def test_the_same_image_gives_the_same_bytes(photo):
    assert make_variants(*photo, SETTINGS, crops=True) == make_variants(*photo, SETTINGS, crops=True)


def test_crops_have_their_ratios_and_are_never_blown_up(photo):
    derived = make_variants(*photo, SETTINGS, crops=True)

    assert [("1x1", 300, 300), ("4x3", 400, 300), ("16x9", 450, 253)] == [crop[:3] for crop in derived.facts.crops]
    pictures = opened(derived)
    assert all(pictures[address[1:]].size == (width, height) for _, width, height, address in derived.facts.crops)


def test_a_crop_that_search_engines_would_refuse_is_left_out():
    data = saved(noise((900, 150)), "JPEG", quality=92)

    derived = make_variants(data, facts_of(data, (900, 150)), SETTINGS, crops=True)

    assert () == derived.facts.crops


def test_large_photographs_give_crops_of_at_least_twelve_hundred_pixels():
    data = saved(Image.linear_gradient("L").resize((2600, 1900)).convert("RGB"), "JPEG")

    derived = make_variants(data, facts_of(data, (2600, 1900)), ImageSettings(widths=(160,), formats=()), crops=True)

    assert [("1x1", 1600, 1600), ("4x3", 1600, 1200), ("16x9", 1600, 900)] == [crop[:3] for crop in derived.facts.crops]


def test_a_format_that_would_be_larger_than_the_original_is_left_out():
    flat = Image.new("P", (800, 500))
    flat.putpalette([250, 240, 220, 30, 60, 90])
    ImageDraw.Draw(flat).ellipse((200, 100, 600, 400), fill=1)
    data = saved(flat, "PNG", optimize=True)

    derived = make_variants(data, facts_of(data, (800, 500), mime="image/png"), SETTINGS, crops=False)

    assert () == derived.facts.variants
    assert "#c6c5bd" == derived.facts.color


def test_a_photograph_that_lies_on_its_side_is_turned():
    exif = Image.Exif()
    exif[0x0112] = 6
    data = saved(noise((450, 300)), "JPEG", quality=92, exif=exif)

    derived = make_variants(data, facts_of(data, (300, 450)), SETTINGS, crops=False)

    assert {(120, 180), (240, 360), (300, 450)} == {picture.size for picture in opened(derived).values()}


def test_copies_carry_nothing_of_the_camera():
    exif = Image.Exif()
    exif[0x010F] = "A camera with a serial number"
    data = saved(noise((450, 300)), "JPEG", quality=92, exif=exif, comment=b"secret")

    derived = make_variants(data, facts_of(data, (450, 300)), SETTINGS, crops=True)

    assert derived.files
    for path, bytes_ in derived.files:
        assert b"serial" not in bytes_, path
        assert b"secret" not in bytes_, path


def test_transparency_stays_in_the_copies_and_is_white_in_the_crops():
    picture = noise((450, 300), "RGBA")
    picture.paste((0, 0, 0, 0), (0, 0, 225, 300))
    data = saved(picture, "PNG")

    derived = make_variants(data, facts_of(data, (450, 300), mime="image/png"), SETTINGS, crops=True)

    pictures = opened(derived)
    assert {"RGBA"} == {pictures[address[1:]].mode for *_, address in derived.facts.variants}
    assert "" == derived.facts.color, "which would show behind it"
    wide = pictures[derived.facts.crops[2][3][1:]]
    assert all(shade > 250 for shade in wide.getpixel((20, 20)))


@pytest.mark.parametrize("mode", ["L", "LA", "P", "CMYK", "I;16", "1"])
def test_every_kind_of_pixel_can_be_read(mode):
    kind = "JPEG" if mode == "CMYK" else "PNG"
    picture = Image.linear_gradient("L").resize((700, 500))
    picture = (
        picture.convert("I").point(lambda value: value * 256).convert("I;16")
        if mode == "I;16"
        else picture.convert(mode)
    )
    data = saved(picture, kind)

    mime = f"image/{kind.lower()}"
    derived = make_variants(data, facts_of(data, (700, 500), mime=mime), ImageSettings(formats=()), crops=True)

    assert () == derived.diagnostics
    assert 0x60 < int(derived.facts.color[1:3], 16) < 0xA0


def test_wide_gamut_colours_become_those_of_the_web():
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    data = saved(noise((700, 500)), "JPEG", quality=92, icc_profile=profile)

    derived = make_variants(data, facts_of(data, (700, 500)), SETTINGS, crops=False)

    assert {None} == {picture.info.get("icc_profile") for picture in opened(derived).values()}


def test_a_damaged_image_is_told_and_nothing_is_made(photo):
    data, facts = photo

    derived = make_variants(data[: len(data) // 2], facts, SETTINGS, crops=True)

    assert ("render/bad-image", "content/a/My Photo.jpg") == (
        derived.diagnostics[0].code,
        derived.diagnostics[0].span.path,
    )
    assert (facts, ()) == (derived.facts, derived.files)


def test_what_is_not_an_image_is_told_in_words_that_are_the_same_every_time():
    facts = ImageFacts("x.png", "image/png", 700, 500, "d", 9_000)

    derived = make_variants(b"\x89PNG\r\n\x1a\n" + bytes(100), facts, SETTINGS, crops=False)

    message = "the image cannot be read: it is damaged"
    hint = "replace it with a sound copy"
    assert (problem("render/bad-image", message, Span("content/x.png"), hint),) == derived.diagnostics


def test_an_enormous_image_is_told_and_not_opened():
    facts = ImageFacts("map.png", "image/png", 20_000, MOST_PIXELS // 20_000 + 1, "d", 9_000)

    derived = make_variants(b"never read", facts, SETTINGS, crops=True)

    assert ["render/huge-image"] == [found.code for found in derived.diagnostics]
    assert () == derived.files


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (ImageFacts("a.png", "image/png", 800, 600, "d", 50_000), True),
        (ImageFacts("a.svg", "image/svg+xml", 800, 600, "d", 50_000), False),
        (ImageFacts("a.gif", "image/gif", 800, 600, "d", 50_000, animated=True), False),
        (ImageFacts("icon.png", "image/png", 64, 64, "d", 50_000), False),
        (ImageFacts("light.png", "image/png", 800, 600, "d", 900), False),
    ],
)
def test_only_what_gains_by_it_is_scaled(facts, expected):
    assert expected == is_scalable(facts)


@pytest.mark.parametrize(
    ("width", "expected"),
    [(100, (100,)), (480, (480,)), (500, (480, 500)), (1600, (480, 800, 1600)), (5000, (480, 800, 1600))],
)
def test_an_image_is_never_blown_up(width, expected):
    assert expected == widths_of(width, (1600, 480, 800))


def test_without_widths_there_is_a_copy_as_wide_as_the_image(photo):
    derived = make_variants(*photo, ImageSettings(widths=(), formats=("webp",)), crops=False)

    assert [("image/webp", 450, 300)] == [variant[:3] for variant in derived.facts.variants]

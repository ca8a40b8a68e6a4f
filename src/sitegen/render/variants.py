"""An image becomes smaller copies of itself in modern formats, and the crops that news markup asks for.

Pillow is imported inside functions: a build that makes no image never loads it.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from sitegen.base.diagnostics import Diagnostic, Span, problem
from sitegen.base.digest import digest
from sitegen.base.noun import Noun, replace
from sitegen.base.slugs import slugify
from sitegen.model.config import ImageSettings
from sitegen.model.media import ImageFacts

if TYPE_CHECKING:
    from PIL.Image import Image

FOLDER = "static/images"
"""Where the copies are published, under names with a digest of all that made them: browsers may keep them for ever."""
KEY = 10
"""How much of the key of a `recipe` stands in the names of the copies."""
MOST_PIXELS = 64_000_000
"""An image with more is published as it is: 8,000 × 8,000 pixels are a quarter of a gigabyte in memory."""

LEAST_PIXELS = 50_000
"""Width times height below which search engines show no image beside a headline."""

_SCALABLE = ("image/png", "image/jpeg", "image/webp", "image/avif")
_SMALLEST = 120
"""An image narrower than this is an icon."""
_LIGHT = 6_000
"""Bytes below which copies would save nothing."""
_EDITION = 2
"""Counts up where the same image becomes something else than before."""
_RATIOS = (("1x1", 1, 1), ("4x3", 4, 3), ("16x9", 16, 9))
_CROP_WIDTH = 1600
# Measured: slower saves a tenth of the bytes for four times the time; more threads give other bytes.
_OPTIONS = {"avif": {"speed": 8, "max_threads": 1}, "webp": {"method": 4}}
# One scale of quality for all: what looks alike has other numbers in each format.
_QUALITY = {"avif": -12, "webp": 6}


class Derived(Noun):
    """What became of one image."""

    facts: ImageFacts
    """With variants, crops and colour."""
    files: tuple[tuple[str, bytes], ...] = ()
    """(output path, bytes). Equal paths have equal bytes."""
    diagnostics: tuple[Diagnostic, ...] = ()


def can_scale() -> bool:
    """Tell whether Pillow is installed (the extra `images`)."""
    return find_spec("PIL") is not None


def is_scalable(facts: ImageFacts) -> bool:
    """Tell whether copies of an image are worth making."""
    return (
        facts.type in _SCALABLE
        and not facts.animated
        and facts.size >= _LIGHT
        and min(facts.width, facts.height) >= _SMALLEST
    )


def recipe(facts: ImageFacts, settings: ImageSettings, *, crops: bool) -> str:
    """Return the name of everything that decides the copies' bytes: the key under which they can be kept."""
    from PIL import __version__

    made_of = (
        facts.path,
        facts.digest,
        settings.widths,
        settings.formats,
        settings.quality,
        crops,
        _OPTIONS,
        _QUALITY,
        _EDITION,
        __version__,
    )
    return digest(repr(made_of).encode())


def make_variants(data: bytes, facts: ImageFacts, settings: ImageSettings, *, crops: bool) -> Derived:
    """Return the scaled copies of an image, for the image of an article with its crops, and its mean colour.

    A format in which the largest copy is not smaller than the original is left out. What cannot be read or is too large
    gives a diagnostic, and no copies.
    """
    span = Span(f"content/{facts.path}")
    if facts.width * facts.height > MOST_PIXELS:
        message = f"the image has {facts.width:,} × {facts.height:,} pixels, too many to make smaller copies of"
        return Derived(facts, (), (problem("render/huge-image", message, span, "scale it down before publishing"),))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of broken metadata, which no copy keeps
            picture = _upright(data, facts, max((*settings.widths, _CROP_WIDTH)))
    except Exception as error:  # noqa: BLE001  (a damaged file breaks its decoder in ways that nobody can list)
        message = f"the image cannot be read: {_first_line(error)}"
        return Derived(facts, (), (problem("render/bad-image", message, span, "replace it with a sound copy"),))
    stem = _stem(facts, recipe(facts, settings, crops=crops))
    copies = list(_copies(picture, facts, settings, stem))
    cut = list(_crops(picture, stem)) if crops else []
    made = replace(
        facts,
        variants=tuple((f"image/{kind}", width, height, f"/{path}") for kind, width, height, path, _ in copies),
        crops=tuple((name, width, height, f"/{path}") for name, width, height, path, _ in cut),
        color=_mean(picture),
    )
    return Derived(made, tuple((path, data) for *_, path, data in (*copies, *cut)))


def _stem(facts: ImageFacts, key: str) -> str:
    """Return how the copies' paths begin."""
    name = slugify(PurePosixPath(facts.path).stem)[:48].strip("-") or "image"
    return f"{FOLDER}/{name}-{key[:KEY]}"


def _upright(data: bytes, facts: ImageFacts, most: int) -> Image:
    """Decode an image as it is seen: turned as EXIF says, in sRGB, with an alpha channel only where it is used."""
    from PIL import Image, ImageOps

    with Image.open(io.BytesIO(data), formats=[facts.type.removeprefix("image/")]) as opened:
        # A JPEG can be decoded at an eighth of its size; both sides must still be as large as the largest copy needs.
        opened.draft(None, (min(facts.width, most), min(facts.height, most)))
        picture = _in_srgb(ImageOps.exif_transpose(opened))
    if picture.mode.startswith("I"):
        # Grey in sixteen bits: the upper eight of them.
        picture = picture.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    alpha = picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info
    picture = picture.convert("RGBA" if alpha else "RGB")
    if alpha and picture.getchannel("A").getextrema() == (255, 255):
        picture = picture.convert("RGB")
    # What is left are comments and other words of the camera's.
    picture.info.clear()
    return picture


def _in_srgb(picture: Image) -> Image:
    """Turn the colours of a wide-gamut photograph into those that every screen takes for granted."""
    from PIL import ImageCms

    profile = picture.info.get("icc_profile")
    if not profile or picture.mode not in ("RGB", "CMYK"):
        return picture
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        turned = ImageCms.profileToProfile(picture, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError):
        return picture
    return turned or picture


def _copies(
    picture: Image, facts: ImageFacts, settings: ImageSettings, stem: str
) -> Iterator[tuple[str, int, int, str, bytes]]:
    """Yield (format, width, height, path, bytes), by format as the settings order them, then by width."""
    from PIL import Image, features

    widths = widths_of(facts.width, settings.widths)
    sizes = [(width, max(1, round(facts.height * width / facts.width))) for width in widths]
    scaled = [picture.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0) for size in sizes]
    for kind in settings.formats:
        if kind not in _OPTIONS or not features.check(kind):
            continue
        options = {"quality": min(100, max(1, settings.quality + _QUALITY[kind])), **_OPTIONS[kind]}
        largest = _encoded(scaled[-1], kind, **options)
        if len(largest) >= facts.size:
            continue
        made = [*(_encoded(copy, kind, **options) for copy in scaled[:-1]), largest]
        for (width, height), data in zip(sizes, made, strict=True):
            yield kind, width, height, f"{stem}-{width}.{kind}", data


def widths_of(width: int, wanted: tuple[int, ...]) -> tuple[int, ...]:
    """Return the widths of the copies: those wanted that are smaller than the image, and its own up to the largest."""
    smaller = {each for each in wanted if each < width}
    return tuple(sorted(smaller | {min(width, max(wanted, default=width))}))


def _crops(picture: Image, stem: str) -> Iterator[tuple[str, int, int, str, bytes]]:
    """Yield (ratio, width, height, path, bytes) of the JPEGs that structured data names."""
    from PIL import Image, ImageOps

    opaque = _on_white(picture)
    for name, across, down in _RATIOS:
        width = min(_CROP_WIDTH, picture.width, picture.height * across // down)
        height = width * down // across
        if width * height < LEAST_PIXELS:
            continue
        # What matters in an upright picture stands above its middle.
        middle = 0.5 if picture.width >= picture.height else 0.35
        cut = ImageOps.fit(opaque, (width, height), Image.Resampling.LANCZOS, centering=(0.5, middle))
        yield (
            name,
            width,
            height,
            f"{stem}-{name}.jpg",
            _encoded(cut, "jpeg", quality=85, progressive=True, optimize=True),
        )


def _mean(picture: Image) -> str:
    """Return the mean colour; none where the picture is see-through, since it would show behind it."""
    from PIL import Image

    if picture.mode != "RGB":
        return ""
    red, green, blue = picture.resize((1, 1), Image.Resampling.BOX).tobytes()
    return f"#{red:02x}{green:02x}{blue:02x}"


def _on_white(picture: Image) -> Image:
    from PIL import Image

    if picture.mode == "RGB":
        return picture
    ground = Image.new("RGBA", picture.size, "white")
    return Image.alpha_composite(ground, picture).convert("RGB")


def _encoded(picture: Image, kind: str, **options: object) -> bytes:
    file = io.BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()


def _first_line(error: Exception) -> str:
    text = (str(error).splitlines() or [type(error).__name__])[0]
    # Pillow names the object in memory, which is another one each time.
    return "it is damaged" if "<" in text else text[:1].lower() + text[1:]

"""An article without an image becomes a card of 1200 × 630 pixels, which is what others show when it is shared."""

from __future__ import annotations

import io
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, lru_cache, partial
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen.base.digest import digest
from sitegen.base.noun import Noun, field_names
from sitegen.base.patterns import regex
from sitegen.base.text import shorten
from sitegen.model.output import CARD_SIZE, Page
from sitegen.render.theme.filters import long_date
from sitegen.render.theme.press import Press
from sitegen.render.view import View

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

WIDTH, HEIGHT = CARD_SIZE

Measure = Callable[[str], float]
"""How wide a text is."""

_FONTS = "font_source_serif_pro"
_MARGIN = 76
_TEXT_WIDTH = 800
_TITLE_TOP, _TITLE_BOTTOM = 150, 512
_SIZES = (82, 74, 66, 58, 52, 46, 40)
_LEADING = 1.13
_MOST_LETTERS = 320
"""More do not fit at the smallest size."""
_LEVELS = 16
"""Shades between the ground and each colour; four colours of them fit into one palette."""
_HEX = regex(r"#[0-9a-fA-F]{6}")
# Pictures and invisible signs, which no text font draws; a title can do without them.
_DROPPED = frozenset(("So", "Sk", "Cf", "Cs", "Co", "Cn", "Cc"))


class Words(Noun):
    """What a card says."""

    title: str
    label: str = ""
    line: str = ""
    """Beneath: who and when."""
    site: str = ""
    seed: str = ""
    """What the ornament is drawn from: it is another one for each article, and the same in each build."""


class Colours(Noun):
    """`[settings.card]` of a theme; `#rrggbb` each."""

    ground: str = "#152238"
    ink: str = "#f7f2e7"
    muted: str = "#b9c3d4"
    accent: str = "#f0896f"


def card(page: Page, view: View, press: Press) -> bytes:
    """Return the PNG for the article that the page names."""
    found, colours = view.card(page.subject), colours_of(view.setting("card"))
    if found is None:
        return draw_card(Words("", site=press.config.site.title, seed=page.subject), colours)
    day = long_date(found.date, press.strings(found.language))
    names = [author.name for author in found.authors[:2]]
    words = Words(
        found.title,
        found.section.name if found.section else "",
        "  ·  ".join((*names, day)),
        press.config.site.title,
        found.id,
    )
    return draw_card(words, colours)


def colours_of(given: object) -> Colours:
    """Return the colours that a theme's `[settings.card]` gives; what is no colour is passed over."""
    if not isinstance(given, Mapping):
        return Colours()
    return Colours(**{
        name: value
        for name in field_names(Colours)
        if isinstance(value := given.get(name), str) and _HEX.fullmatch(value)
    })  # fmt: skip


def draw_card(words: Words, colours: Colours) -> bytes:
    """Return the card as a PNG. Text in a script that the font lacks is left out; the ornament always stands."""
    from PIL import Image, ImageDraw

    ink, muted, accent, ornament = (Image.new("L", (WIDTH, HEIGHT)) for _ in range(4))
    pens = [ImageDraw.Draw(layer) for layer in (ink, muted, accent)]
    pens[2].rectangle((_MARGIN, 76, _MARGIN + 72, 83), fill=255)
    _say(pens[2], (_MARGIN, 98), words.label.upper(), 27, bold=True)
    # A title in a script that the font lacks gives its place to the publication's name.
    titled = _title(pens[0], words.title)
    if not titled:
        _title(pens[0], words.site)
    site_width = _say(pens[0], (_MARGIN, 540), words.site, 32, bold=True) if titled else 0
    _say(pens[1], (_MARGIN + (site_width + 28 if site_width else 0), 543), words.line, 28)
    ornament.paste(_ornament(words.seed), (WIDTH - 300, 0))
    layers = ((ornament, colours.accent), (accent, colours.accent), (muted, colours.muted), (ink, colours.ink))
    return _png(layers, colours.ground)


def _title(pen: ImageDraw, text: str) -> bool:
    """Draw a title as large as it fits, and tell whether there was anything to draw."""
    text = _drawable(shorten(text, _MOST_LETTERS), bold=True)
    if not text:
        return False
    for size in _SIZES:
        font = _font(size, bold=True)
        lines = balanced(text, _TEXT_WIDTH, partial(_width, size))
        step = round(size * _LEADING)
        if len(lines) * step <= _TITLE_BOTTOM - _TITLE_TOP or size == _SIZES[-1]:
            break
    most = (_TITLE_BOTTOM - _TITLE_TOP) // step
    if len(lines) > most:
        lines = [*lines[: most - 1], lines[most - 1].rstrip(" ,;:.") + "…"]
    for row, line in enumerate(lines):
        pen.text((_MARGIN, _TITLE_TOP + row * step), line, fill=255, font=font)
    return True


def _say(pen: ImageDraw, place: tuple[int, int], text: str, size: int, *, bold: bool = False) -> int:
    """Draw one line, cut where the card ends, and return its width."""
    text = _drawable(shorten(text, _MOST_LETTERS // 3), bold=bold)
    font = _font(size, bold=bold)
    room = WIDTH - _MARGIN - place[0]
    while text and font.getlength(text) > room:
        text = text.rstrip("…")[:-2].rstrip() + "…" if len(text) > 3 else ""
    if not text:
        return 0
    pen.text(place, text, fill=255, font=font)
    return round(font.getlength(text))


def _width(size: int, text: str) -> float:
    """Return how wide a text is in the font of titles: its words, each measured once, and the spaces."""
    words = text.split(" ")
    return sum([_word_width(size, word) for word in words]) + (len(words) - 1) * _word_width(size, " ")


@lru_cache(maxsize=8192)
def _word_width(size: int, word: str) -> float:
    return _font(size, bold=True).getlength(word)


def balanced(text: str, width: float, measure: Measure) -> list[str]:
    """Return the text in as few lines as fit, with lines of about equal length; a word that is too long is cut."""
    words = list(_pieces(text, width, measure))
    lines = _wrapped(words, width, measure)
    low, high = width / 2, width
    # The narrowest column that needs no further line.
    while high - low > 8:
        middle = (low + high) / 2
        tried = _wrapped(words, middle, measure)
        if len(tried) > len(lines) or any(measure(line) > middle for line in tried):
            low = middle
        else:
            high = middle
    return _wrapped(words, high, measure)


def _pieces(text: str, width: float, measure: Measure) -> Iterator[str]:
    for whole in text.split():
        word = whole
        while measure(word) > width:
            fits = partial(_width_at, word, measure)
            cut = max(1, bisect_right(range(1, len(word)), width, key=fits))
            yield word[:cut] + "-"
            word = word[cut:]
        yield word


def _width_at(word: str, measure: Measure, cut: int) -> float:
    return measure(word[:cut] + "-")


def _wrapped(words: list[str], width: float, measure: Measure) -> list[str]:
    lines: list[str] = []
    for word in words:
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and measure(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _drawable(text: str, *, bold: bool) -> str:
    """Return the text without pictures, or nothing where the font lacks one of its letters."""
    text = unicodedata.normalize("NFC", " ".join(text.split()))
    text = "".join(
        char for char in text if unicodedata.category(char) not in _DROPPED and not "\ufe00" <= char <= "\ufe0f"
    )
    text = " ".join(text.split())
    return text if all(char == " " or _has_glyph(char, bold=bold) for char in set(text)) else ""


@lru_cache(maxsize=2048)
def _has_glyph(char: str, *, bold: bool) -> bool:
    return _shape(char, bold=bold) != _shape("\U0010ffff", bold=bold)


def _shape(char: str, *, bold: bool) -> tuple[tuple[int, int], bytes]:
    mask = _font(40, bold=bold).getmask(char)
    return mask.size, bytes(mask)


@lru_cache(maxsize=32)
def _font(size: int, *, bold: bool) -> FreeTypeFont:
    """Return the font of the extra `images`, or the one that Pillow carries."""
    from PIL import ImageFont

    # The simple layout is the same on every machine; the other depends on libraries of the system.
    plain = ImageFont.Layout.BASIC
    found = find_spec(_FONTS)
    if found and found.submodule_search_locations:
        name = f"SourceSerifPro-{'Bold' if bold else 'Regular'}.otf"
        file = Path(next(iter(found.submodule_search_locations))) / "files" / name
        return ImageFont.truetype(file, size, layout_engine=plain)
    carried = ImageFont.load_default(size)
    if not isinstance(carried, ImageFont.FreeTypeFont):
        raise TypeError("this Pillow was built without FreeType")
    return carried.font_variant(layout_engine=plain)


def _ornament(seed: str) -> Image:
    """Return three broken rings, turned and broken as the seed says."""
    from PIL import Image, ImageDraw

    scale = 2
    layer = Image.new("L", (300 * scale, HEIGHT * scale))
    pen = ImageDraw.Draw(layer)
    chance = bytes.fromhex(digest(seed.encode()))
    middle = (300 * scale, (240 + chance[0] // 2) * scale)
    for ring, radius in enumerate((104, 172, 240)):
        outer = radius * scale
        start = 90 + chance[1 + 2 * ring] * 180 // 255
        gap = 14 + chance[2 + 2 * ring] // 5
        box = (middle[0] - outer, middle[1] - outer, middle[0] + outer, middle[1] + outer)
        pen.arc(box, start + gap, start + 360 - gap, fill=150 - 40 * ring, width=36 * scale)
    return layer.reduce(scale)


def _png(layers: Sequence[tuple[Image, str]], ground: str) -> bytes:
    """Join the layers into one picture with a palette; where two meet, the later one wins."""
    from PIL import Image, ImageChops

    whole = Image.new("L", (WIDTH, HEIGHT))
    for number, (layer, _) in enumerate(layers):
        # A layer is empty but for a line or two.
        if box := layer.getbbox():
            shades = layer.crop(box).point(_shades(number))
            whole.paste(ImageChops.lighter(whole.crop(box), shades), box)
    whole.putpalette(_palette(ground, tuple([colour for _, colour in layers])))
    file = io.BytesIO()
    whole.save(file, "PNG", compress_level=3)  # the next one takes half as long again
    return file.getvalue()


@cache
def _shades(number: int) -> list[int]:
    """Return by brightness the place in the palette, of one layer of several."""
    levels = [brightness * (_LEVELS - 1) // 255 for brightness in range(256)]
    return [number * _LEVELS + level if level else 0 for level in levels]


@lru_cache(maxsize=8)
def _palette(ground: str, colours: tuple[str, ...]) -> list[int]:
    shares = [level / (_LEVELS - 1) for level in range(_LEVELS)]
    return [value for colour in colours for share in shares for value in _mixed(ground, colour, share)]


def _mixed(ground: str, colour: str, share: float) -> list[int]:
    pairs = ((int(ground[at : at + 2], 16), int(colour[at : at + 2], 16)) for at in (1, 3, 5))
    return [round(low + (high - low) * share) for low, high in pairs]

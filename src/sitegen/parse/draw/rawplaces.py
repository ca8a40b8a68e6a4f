"""Where tags of raw HTML stand in the lines of their file, and what stands around them there."""

from collections.abc import Sequence

from sitegen.base.noun import Struct
from sitegen.base.patterns import regex

_FAR = 4_000
"""Characters of a line that are looked at, so that no text takes quadratic time."""
_LINES = 80
"""Lines in which the parts of an element are looked for."""
_SUMMARY = regex(r"<summary\b|(?P<end></details\b)")


class Place(Struct):
    """Where a tag stands, and how much of it a caret underlines."""

    line: int
    column: int
    width: int


def placed(tag: str, lines: Sequence[str], line: int, column: int) -> Place:
    """Return where a tag stands that was found in a line, at a column or behind it."""
    first = tag.split("\n", 1)[0]
    written = lines[line - 1] if 0 < line <= len(lines) else ""
    begin = max(column - 1, 0)
    found = written.find(first, begin, begin + _FAR)
    if found < 0:
        first = tag.split(maxsplit=1)[0].rstrip("/>")  # of what is written otherwise, as `<Card of={…}>` is
        found = written.find(first, begin, begin + _FAR)
    return Place(line, found + 1 if found >= 0 else column, len(first))


def _rest_of_line(place: Place, lines: Sequence[str]) -> str:
    """Return what stands behind a tag in its line, as far as that is looked at."""
    written = lines[place.line - 1 : place.line]
    begin = place.column - 1 + place.width
    return written[0][begin : begin + _FAR] if written else ""


def ends_paragraph(place: Place, lines: Sequence[str]) -> bool:
    """Tell whether an empty line follows on the one that a tag ends."""
    return not any(line.strip() for line in (_rest_of_line(place, lines), *lines[place.line : place.line + 1]))


def ends_at_once(name: str, place: Place, lines: Sequence[str]) -> bool:
    """Tell whether an element ends right behind its tag."""
    return _rest_of_line(place, lines).lstrip().lower().startswith(f"</{name}")


def is_spoken_of(place: Place, lines: Sequence[str]) -> bool:
    """Tell whether words stand before a tag in its line."""
    line = lines[place.line - 1] if place.line <= len(lines) else ""
    return any(map(str.isalpha, line[: max(place.column - 1, 0)]))


def has_summary(place: Place, lines: Sequence[str]) -> bool:
    """Tell whether a `<details>` has a `<summary>`."""
    text = "\n".join((_rest_of_line(place, lines), *(line[:_FAR] for line in lines[place.line : place.line + _LINES])))
    found = _SUMMARY.search(text.lower())
    return bool(found and not found["end"])

"""The stack of open elements, as the HTML standard calls it: what raw HTML has opened, and has not closed yet.

Each knows where its tag stands in the file.
"""

from collections import defaultdict
from collections.abc import Sequence

from sitegen.base.noun import Struct
from sitegen.base.patterns import regex
from sitegen.parse.draw.formulas import Formulas
from sitegen.parse.syntax.math import split_at_formulas
from sitegen.parse.tags import HTML_AGAIN, OF_LINES, TITLES

_DRAWINGS = ("svg", "math")
_VERBATIM = ("pre", "code", "kbd", "samp", "select", "button")

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


class Open(Struct):
    """An element that raw HTML opened."""

    name: str
    depth: int
    """How many elements of the Markdown were open."""
    place: Place
    written: str = ""
    """The name in the page, where that is another."""
    filled: bool = False
    """Whether anything stands in it."""
    summed_up: bool = False
    """Whether a `<details>` has its `<summary>`."""

    @property
    def shown(self) -> str:
        """The name in the page."""
        return self.written or self.name


class OpenElements:
    """The elements that are open, the innermost last."""

    def __init__(self, formulas: Formulas) -> None:
        self._formulas = formulas
        self.stack: list[Open] = []
        self._counts: defaultdict[str, int] = defaultdict(int)
        """How many of each name are open, so that a long stack need not be searched."""

    @property
    def innermost(self) -> Open | None:
        """The element in which whatever comes next stands."""
        return self.stack[-1] if self.stack else None

    def push(self, opened: Open) -> None:
        """Open an element."""
        self.stack.append(opened)
        self._counts[opened.name] += 1

    def pop(self) -> Open:
        """Close the innermost element."""
        opened = self.stack.pop()
        self._counts[opened.name] -= 1
        return opened

    def has(self, name: str) -> bool:
        """Tell whether an element of a name is open."""
        return self._counts[name] > 0

    def takes_words(self, depth: int) -> bool:
        """Tell whether a paragraph is what stands in an element of words: in the middle of it, or all of it."""
        around = self.stack[-1]
        if around.depth != depth:
            return False
        if around.shown == "p":
            return not around.filled
        return around.shown in OF_LINES or around.shown in TITLES or (around.shown == "a" and self.has("p"))

    def in_drawing(self) -> bool:
        """Tell whether a drawing or a formula is open."""
        return bool(self.stack) and (self._counts["svg"] > 0 or self._counts["math"] > 0)

    def drawn(self, text: str) -> str:
        """Return a text in what is open with its formulas drawn; code has none."""
        if ("$" not in text and "\\" not in text) or self.in_drawing() or any(map(self.has, _VERBATIM)):
            return text
        return "".join(said + self._formulas.shown(formula) for said, formula in split_at_formulas(text))

    def drawing(self) -> str:
        """Return `svg` or `math` where what follows belongs to it and is not HTML."""
        if not self.in_drawing():
            return ""
        names = (opened.name for opened in reversed(self.stack))
        nearest = next((name for name in names if name in HTML_AGAIN or name in _DRAWINGS), "")
        return "" if nearest in HTML_AGAIN else nearest

    def place_of(self, name: str, depth: int) -> int:
        """Return where the innermost element of a name stands that was opened at a depth; -1 where none does."""
        index = len(self.stack) - 1 if self._counts[name] else -1
        while index >= 0 and self.stack[index].depth == depth and self.stack[index].name != name:
            index -= 1
        return index if index >= 0 and self.stack[index].depth == depth else -1

    def outermost(self, names: tuple[str, ...], stops: tuple[str, ...], depth: int | None) -> int:
        """Return where the outermost element of some names stands, as far out as to one of `stops`; -1 where none does.

        With a depth only those count that no element of the Markdown stands between.
        """
        found = -1
        if not any(self._counts[name] for name in names):
            return found
        for index in range(len(self.stack) - 1, -1, -1):
            opened = self.stack[index]
            if opened.name in stops or (depth is not None and opened.depth != depth):
                break
            if opened.name in names:
                found = index
        return found


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

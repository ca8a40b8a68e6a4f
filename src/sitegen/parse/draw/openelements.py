"""The stack of open elements, as the HTML standard calls it: what raw HTML has opened, and has not closed yet."""

from collections import defaultdict

from sitegen.base.noun import Struct
from sitegen.parse.draw.formulas import Formulas
from sitegen.parse.draw.rawplaces import Place
from sitegen.parse.syntax.math import split_at_formulas
from sitegen.parse.tags import HTML_AGAIN, OF_LINES, TITLES

_DRAWINGS = ("svg", "math")
_VERBATIM = ("pre", "code", "kbd", "samp", "select", "button")


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

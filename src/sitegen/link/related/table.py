"""What is known of who is near whom."""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from sys import byteorder
from typing import NamedTuple

from sitegen.link.related.weights import NEAREST

NOBODY = 0xFFFFFFFF
# Which byte of a number is its lowest, and what tells an odd one.
_LOWEST = 0 if byteorder == "little" else array("I").itemsize - 1
_ODD = bytes(value & 1 for value in range(256))


@dataclass(frozen=True, slots=True)
class Document:
    """An article as its relatives see it."""

    id: str
    """Breaks ties."""
    day: int
    """Of its date, as `date.toordinal` counts."""
    terms: bytes
    """As `model.terms` packs them."""


class Relative(NamedTuple):
    """One document as another's relative."""

    full: int
    """Twice the score, and one more where the two are nearly the same."""
    row: int
    first: int
    """The score by which it was found: of what the titles say of each other's texts."""
    here: int
    """The word or pair of the one's title that says most of the relative's text, or nought."""
    there: int
    """The word or pair of the relative's title that says most of the one's text, or nought."""


@dataclass(slots=True)
class Table:
    """The relatives of every document, `NEAREST` places a row, the nearest first; a document is known by its row.

    Arrays of numbers, since there are as many as the site has articles.
    """

    ids: list[str]
    """By row; an empty one where a document has gone."""
    days: "array[int]"
    near: "array[int]"
    """Rows of the relatives, `NOBODY` in places that are left over."""
    first: "array[int]"
    full: "array[int]"
    here: "array[int]"
    there: "array[int]"
    former: dict[int, str] = field(default_factory=dict)
    """By row: the ids of documents that have just gone."""

    def append(self, ident: str) -> int:
        """Add a document without relatives, and return its row."""
        self.ids.append(ident)
        self.days.append(0)
        self.near.extend([NOBODY] * NEAREST)
        for column in (self.first, self.full, self.here, self.there):
            column.extend([0] * NEAREST)
        return len(self.ids) - 1

    def remove(self, row: int) -> None:
        """Take a document out; others may still hold it as a relative."""
        self.former[row], self.ids[row] = self.ids[row], ""
        self.place(row, ())

    def holding(self, row: int) -> list[int]:
        """Return the rows of all documents that have one among their relatives."""
        near, wanted = self.near.tobytes(), array("I", [row]).tobytes()
        size = len(wanted)
        found, at = [], near.find(wanted)
        while at >= 0:
            if at % size == 0:
                found.append(at // size // NEAREST)
            at = near.find(wanted, at + 1)
        return found

    def weakest(self, row: int) -> int:
        """Return the least score by which a document's relatives were found; nought where there is room for more."""
        part = slice(row * NEAREST, (row + 1) * NEAREST)
        return 0 if NOBODY in self.near[part] else min(self.first[part])

    def rows_near(self, row: int) -> list[int]:
        """Return the rows of a document's relatives, nearest first."""
        found = self.near[row * NEAREST : (row + 1) * NEAREST].tolist()
        while found and found[-1] == NOBODY:
            found.pop()
        return found

    def score(self, row: int, other: int) -> int:
        """Return how near one relative is, nought where it is none."""
        start = row * NEAREST
        near = self.near[start : start + NEAREST]
        return self.full[start + near.index(other)] >> 1 if other in near else 0

    def reasons(self, row: int, other: int) -> tuple[int, int]:
        """Return the word or pair of either title that says most of the other's text, or noughts."""
        start = row * NEAREST
        near = self.near[start : start + NEAREST]
        at = start + near.index(other) if other in near else -1
        return (self.here[at], self.there[at]) if at >= 0 else (0, 0)

    @property
    def twins(self) -> dict[int, frozenset[int]]:
        """By row: the rows of relatives that are nearly the same."""
        found: dict[int, set[int]] = {}
        odd = self.full.tobytes()[_LOWEST :: self.full.itemsize].translate(_ODD)
        place = odd.find(1)
        while place >= 0:
            found.setdefault(place // NEAREST, set()).add(self.near[place])
            place = odd.find(1, place + 1)
        return {row: frozenset(others) for row, others in found.items()}

    def relatives(self, row: int) -> list[Relative]:
        """Return a document's relatives, nearest first."""
        part = slice(row * NEAREST, (row + 1) * NEAREST)
        columns = (self.full[part], self.near[part], self.first[part], self.here[part], self.there[part])
        return [one for one in map(Relative, *columns) if one.row != NOBODY]

    def seen(self, row: int, other: int) -> tuple[int, int, int] | None:
        """Return what is known of two documents, as the other sees it, where it is among the relatives of the first."""
        start = row * NEAREST
        try:
            at = start + self.near[start : start + NEAREST].index(other)
        except ValueError:
            return None
        return self.full[at], self.there[at], self.here[at]

    def place(self, row: int, found: Sequence[Relative]) -> None:
        """Set the relatives of a document, nearest first."""
        start, stop = row * NEAREST, (row + 1) * NEAREST
        left = NEAREST - len(found)
        full, near, first, here, there = zip(*found, strict=True) if found else ((), (), (), (), ())
        self.near[start:stop] = array("I", (*near, *[NOBODY] * left))
        for column, values in ((self.full, full), (self.first, first), (self.here, here), (self.there, there)):
            column[start:stop] = array("I", (*values, *[0] * left))


@dataclass(frozen=True, slots=True)
class Kinship:
    """Who is near whom, and what it takes to bring that up to date when a few documents change."""

    table: Table
    about: dict[int, int]
    """How many documents are about a word."""
    postings: Iterable[tuple[int, bytes]]
    """By word or pair of a title: where it stands, as `postings` packs it."""


def empty_table(documents: Sequence[Document]) -> Table:
    """Return a table of documents without relatives, in their order."""
    places = len(documents) * NEAREST
    zeros = array("I", [0]) * places
    days = array("I", [document.day for document in documents])
    near = array("I", [NOBODY]) * places
    return Table([document.id for document in documents], days, near, zeros[:], zeros[:], zeros[:], zeros)

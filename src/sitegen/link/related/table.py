"""What is known of who is near whom."""

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from sys import byteorder
from typing import NamedTuple

from sitegen.base.noun import Noun, Struct, field
from sitegen.link.related.weights import NEAREST

NOBODY = 0xFFFFFFFF
# Which byte of a number is its lowest, and what tells an odd one.
_LOWEST = 0 if byteorder == "little" else array("I").itemsize - 1
_ODD = bytes(value & 1 for value in range(256))


class Document(Noun):
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


class Table(Struct):
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
    held: "array[int]"
    """By row: how many documents have it among their relatives."""
    former: dict[int, str] = field(default_factory=dict)
    """By row: the ids of documents that have just gone."""
    replaced: set[int] = field(default_factory=set)
    """Rows whose relatives have just been replaced by others."""
    regrouped: set[int] = field(default_factory=set)
    """Rows that were or are among the relatives of these."""
    retwinned: set[int] = field(default_factory=set)
    """Those of `replaced` that were or are nearly the same as a relative."""
    _rows: dict[str, int] = field(default_factory=dict)

    @property
    def rows(self) -> Mapping[str, int]:
        """The row of each document."""
        if not self._rows:
            self._rows = dict(zip(self.ids, range(len(self.ids)), strict=True))
            self._rows.pop("", None)
        return self._rows

    def count(self) -> None:
        """Count whom documents have among their relatives."""
        held = Counter(self.near)
        self.held = array("I", map(held.__getitem__, range(len(self.ids))))

    def append(self, ident: str) -> int:
        """Add a document without relatives, and return its row."""
        self._rows = {**self.rows, ident: len(self.ids)}
        self.ids.append(ident)
        self.days.append(0)
        self.held.append(0)
        self.near.extend([NOBODY] * NEAREST)
        for column in (self.first, self.full, self.here, self.there):
            column.extend([0] * NEAREST)
        return len(self.ids) - 1

    def remove(self, row: int) -> None:
        """Take a document out; others may still hold it as a relative."""
        self._rows = {one: at for one, at in self.rows.items() if at != row}
        self.former[row], self.ids[row] = self.ids[row], ""
        self.replace(row, ())

    def holding(self, row: int) -> list[int]:
        """Return the rows of all documents that have one among their relatives."""
        return [at // NEAREST for at in self.places(row)]

    def places(self, row: int) -> Iterator[int]:
        """Yield where a document stands in `near`."""
        return positions(self.near, row)

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

    def reasons(self, row: int, other: int) -> tuple[int, int]:
        """Return the word or pair of either title that says most of the other's text, or noughts.

        One of the two is the other's relative, at the least.
        """
        near = self.near[row * NEAREST : (row + 1) * NEAREST]
        if other in near:
            at = row * NEAREST + near.index(other)
            return self.here[at], self.there[at]
        at = self.near.index(row, other * NEAREST, (other + 1) * NEAREST)
        return self.there[at], self.here[at]

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

    def replace(self, row: int, found: Sequence[Relative]) -> None:
        """Set the relatives of a document, and note what that may change for others."""
        before = self.relatives(row)
        self.place(row, found)
        for others, more in ((before, -1), (found, 1)):
            for one in others:
                self.held[one.row] += more
                self.regrouped.add(one.row)
            if any(one.full & 1 for one in others):
                self.retwinned.add(row)
        self.replaced.add(row)

    def place(self, row: int, found: Sequence[Relative]) -> None:
        """Set the relatives of a document, nearest first."""
        start, stop = row * NEAREST, (row + 1) * NEAREST
        left = NEAREST - len(found)
        full, near, first, here, there = zip(*found, strict=True) if found else ((), (), (), (), ())
        self.near[start:stop] = array("I", (*near, *[NOBODY] * left))
        for column, values in ((self.full, full), (self.first, first), (self.here, here), (self.there, there)):
            column[start:stop] = array("I", (*values, *[0] * left))


class Kinship(Noun):
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
    held = array("I", [0]) * len(documents)
    return Table([document.id for document in documents], days, near, zeros[:], zeros[:], zeros[:], zeros, held)


def positions(values: "array[int]", wanted: int) -> Iterator[int]:
    """Yield where a number stands in a long array."""
    data, spelled = values.tobytes(), array("I", [wanted]).tobytes()
    size = values.itemsize
    at = data.find(spelled)
    while at >= 0:
        if at % size == 0:
            yield at // size
        at = data.find(spelled, at + 1)

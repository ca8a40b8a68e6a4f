"""What is known of who is near whom."""

from array import array
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from struct import Struct as Layout
from typing import NamedTuple

from sitegen.base.noun import Noun, Struct, field
from sitegen.link.related.weights import NEAREST

NOBODY = 0xFFFFFFFF
_SAID = Layout(f"{4 * NEAREST}I")
"""What is known of a document's relatives: four numbers of each, all of one kind behind each other."""
_NUMBER = Layout("I")
_NOTHING = bytes(_SAID.size)


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
    """The word or pair of the one's title that says most of the relative's text, or 0."""
    there: int
    """The word or pair of the relative's title that says most of the one's text, or 0."""


class Table(Struct):
    """The relatives of every document, `NEAREST` places a row, the nearest first; a document is known by its row.

    Arrays of numbers, since there are as many as the site has articles.
    """

    ids: list[str]
    """By row; an empty one where a document has gone."""
    days: "array[int]"
    near: "array[int]"
    """Rows of the relatives, `NOBODY` in places that are left over."""
    weakest: "array[int]"
    """By row: the least score by which its relatives were found; 0 where there is room for more."""
    held: "array[int]"
    """By row: how many documents have it among their relatives."""
    lengths: "array[int]"
    """By row: the root of what the words of a text weigh (`closely.Vector`)."""
    said: dict[int, bytes] = field(default_factory=dict)
    """By row: full score, first score and both reasons of its relatives, as far as they have been asked for."""
    remembered: "Callable[[Collection[int]], Iterable[tuple[int, bytes]]] | None" = None
    """Returns those of `said` that have not been asked for yet."""
    twins: dict[int, frozenset[int]] = field(default_factory=dict)
    """By row: the rows of relatives that are nearly the same."""
    former: dict[int, str] = field(default_factory=dict)
    """By row: the ids of documents that have just gone."""
    asked_anew: set[int] = field(default_factory=set)
    """Rows whose words, or what these are worth, have just changed."""
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

    def row(self, ident: str) -> int | None:
        """Return the row of one document; of one or two that is quicker than by `rows`."""
        if self._rows:
            return self._rows.get(ident)
        return self.ids.index(ident) if ident in self.ids else None

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
        self.lengths.append(1)
        self.near.extend([NOBODY] * NEAREST)
        self.weakest.append(0)
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

    def ask(self, rows: Iterable[int]) -> None:
        """Have what is known of some relatives at hand: many at once are quicker than one by one."""
        wanted = [row for row in rows if row not in self.said]
        self.said.update(dict.fromkeys(wanted, _NOTHING))
        if self.remembered and wanted:
            self.said.update(self.remembered(wanted))

    def full(self, at: int) -> int:
        """Return what `Relative.full` says of the relative in one of all places."""
        row, place = divmod(at, NEAREST)
        found: int = _NUMBER.unpack_from(self._said(row), place * _NUMBER.size)[0]
        return found

    def _said(self, row: int) -> bytes:
        if row not in self.said:
            self.ask([row])
        return self.said[row]

    def rows_near(self, row: int) -> list[int]:
        """Return the rows of a document's relatives, nearest first."""
        found = self.near[row * NEAREST : (row + 1) * NEAREST].tolist()
        while found and found[-1] == NOBODY:
            found.pop()
        return found

    def reasons(self, row: int, other: int) -> tuple[int, int]:
        """Return the word or pair of either title that says most of the other's text, or zeros.

        One of the two is the other's relative, at the least; raises ValueError where neither is.
        """
        for one, two in ((row, other), (other, row)):
            near = self.near[one * NEAREST : (one + 1) * NEAREST]
            if two in near:
                *_, here, there = _SAID.unpack(self._said(one))[near.index(two) :: NEAREST]
                return (here, there) if one == row else (there, here)
        raise ValueError(f"the rows {row} and {other} are no relatives")

    def relatives(self, row: int) -> list[Relative]:
        """Return a document's relatives, nearest first."""
        full, first, here, there = zip(*[iter(_SAID.unpack(self._said(row)))] * NEAREST, strict=True)
        near = self.near[row * NEAREST : (row + 1) * NEAREST]
        return [one for one in map(Relative, full, near, first, here, there) if one.row != NOBODY]

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
        left = [0] * (NEAREST - len(found))
        full, near, first, here, there = zip(*found, strict=True) if found else ((), (), (), (), ())
        self.near[row * NEAREST : (row + 1) * NEAREST] = array("I", (*near, *[NOBODY] * len(left)))
        self.said[row] = _SAID.pack(*full, *left, *first, *left, *here, *left, *there, *left)
        self.weakest[row] = 0 if left else min(first)
        self.twins.pop(row, None)
        if same := frozenset([one.row for one in found if one.full & 1]):
            self.twins[row] = same


class Kinship(Noun):
    """Who is near whom, and what it takes to bring that up to date when a few documents change."""

    table: Table
    about: dict[int, int]
    """How many documents are about a word."""
    postings: Iterable[tuple[int, bytes]]
    """By word or pair of a title: where it stands, as `postings` packs it."""
    leading: Collection[int]
    """The words and pairs that lead from titles to texts."""
    shelved: Iterable[tuple[int, bytes]] = ()
    """Pieces of a concordance by number; none where making them takes longer than doing without."""


def empty_table(documents: Sequence[Document]) -> Table:
    """Return a table of documents without relatives, in their order."""
    count = len(documents)
    days = array("I", [document.day for document in documents])
    near = array("I", [NOBODY]) * (NEAREST * count)
    weakest, held = array("I", [0]) * count, array("I", [0]) * count
    return Table([document.id for document in documents], days, near, weakest, held, array("I", [1]) * count)


def positions(values: "array[int]", wanted: int) -> Iterator[int]:
    """Yield where a number stands in a long array."""
    data, spelled = values.tobytes(), array("I", [wanted]).tobytes()
    size = values.itemsize
    at = data.find(spelled)
    while at >= 0:
        if at % size == 0:
            yield at // size
        at = data.find(spelled, at + 1)

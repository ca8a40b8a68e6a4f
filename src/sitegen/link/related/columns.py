"""Packed terms become columns of numbers, for numpy."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from sitegen.link.related.table import Document
from sitegen.model.terms import LISTS

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]

_LOW = (1 << 32) - 1
_TITLE, _ABOUT, _ONCE, _OFTEN = range(4)
_EMPTY = bytes(4 * LISTS)


class Lists(NamedTuple):
    """Values that rows hold, in order of the rows; long ones in 32 bits."""

    rows: "NDArray[Any]"
    values: "NDArray[Any]"

    def bounds(self, count: int) -> "Ints":
        """Return where each of so many rows begins, and where the last ends."""
        return np.searchsorted(self.rows, np.arange(count + 1))

    def only(self, wanted: "NDArray[np.bool_]") -> "Lists":
        """Return the values that are wanted."""
        chosen = np.flatnonzero(wanted[self.values])
        return Lists(self.rows[chosen], self.values[chosen])

    def turned(self) -> "tuple[Lists, Ints]":
        """Return by value the rows that hold it, in order, and the positions that these had."""
        order = order_of(self.values)
        return Lists(self.values[order].astype(np.int32), self.rows[order].astype(np.uint32)), order


class Lookup:
    """Finds some of the numbers of a sorted array, quickly where most are none of them."""

    def __init__(self, known: "NDArray[Any]", places: "Ints") -> None:
        """`places` are those in `known` that are looked for."""
        self._known, self._places = known.astype(np.uint32), places
        self._wanted = self._known[places]
        # By its lowest bits each number has a slot, of which few are taken, and few by two.
        self._lowest = (1 << max(20, len(places).bit_length() + 3)) - 1
        slots = self._wanted & self._lowest
        held = np.bincount(slots, minlength=self._lowest + 1)
        self._taken, self._shared = held > 0, held > 1
        self._slots = np.zeros(self._lowest + 1, np.int32)
        self._slots[slots] = places

    def find(self, numbers: "NDArray[np.uint32]") -> "tuple[Ints, NDArray[Any]]":
        """Return the positions in `numbers` of those that are found, and their places."""
        slots = (numbers & np.uint32(self._lowest)).astype(np.intp)
        positions = np.flatnonzero(self._taken[slots])
        slots, wanted = slots[positions], numbers[positions]
        places = self._slots[slots]
        right = self._known[places] == wanted
        missed = np.flatnonzero(~right)
        missed = missed[self._shared[slots[missed]]]
        places[missed], right[missed] = self._search(wanted[missed])
        found = np.flatnonzero(right)
        return positions[found], places[found]

    def _search(self, numbers: "NDArray[np.uint32]") -> "tuple[Ints, NDArray[np.bool_]]":
        at = np.minimum(np.searchsorted(self._wanted, numbers), len(self._wanted) - 1)
        return self._places[at], self._wanted[at] == numbers


class Packed:
    """The terms of documents that follow each other."""

    def __init__(self, documents: Sequence[Document], row: int) -> None:
        data = [document.terms or _EMPTY for document in documents]
        self._numbers = np.frombuffer(b"".join(data), np.uint32)
        ends = np.cumsum(list(map(len, data))) // 4
        starts = np.concatenate([[0], ends[:-1]])
        self._lengths = self._numbers[starts[:, None] + np.arange(LISTS)].astype(np.int64)
        self._starts = starts[:, None] + LISTS + np.cumsum(self._lengths, axis=1) - self._lengths
        self._ends = ends
        self.rows = np.arange(row, row + len(data), dtype=np.int32)

    def titles(self) -> Lists:
        """Return the words of titles, in order."""
        return self._lists(_TITLE)

    def about(self) -> Lists:
        """Return the words that documents are about."""
        return self._lists(_ABOUT)

    def often(self) -> Lists:
        """Return the words that stand more than once in a text."""
        return self._lists(_OFTEN)

    def _lists(self, kind: int) -> Lists:
        lengths = self._lengths[:, kind]
        numbers = self._numbers[ranges(self._starts[:, kind], lengths)]
        return Lists(np.repeat(self.rows, lengths), numbers)

    def find(self, lookup: Lookup) -> Lists:
        """Return the places of what a lookup finds in texts, by row."""
        positions, places = lookup.find(self._numbers)
        row = np.repeat(np.arange(len(self.rows), dtype=np.int32), np.diff(self._ends, prepend=0))[positions]
        below = np.flatnonzero(positions >= self._starts[:, _ONCE][row])
        return Lists(self.rows[row[below]], places[below].astype(np.uint32))


def joined(parts: Sequence[Lists]) -> Lists:
    """Return the lists of rows that follow each other as one."""
    return Lists(*map(np.concatenate, zip(*parts, strict=True)))


def ranges(starts: "Ints", lengths: "Ints") -> "Ints":
    """Return the positions of ranges, one after another."""
    ends = np.cumsum(lengths)
    return np.repeat(starts - ends + lengths, lengths) + np.arange(ends[-1] if len(ends) else 0)


def order_of(values: "NDArray[Any]") -> "Ints":
    """Return the positions of values in their order; of equal ones, as they stand. None is negative."""
    # numpy puts numbers of sixteen bits in order bit by bit, several times quicker than longer ones by comparing.
    order = np.argsort(values.astype(np.uint16), kind="stable")
    for bits in range(16, int(values.max(initial=0)).bit_length(), 16):
        order = order[np.argsort((values >> bits).astype(np.uint16)[order], kind="stable")]
    return order


def counted(values: "NDArray[np.uint32]") -> "tuple[NDArray[np.uint32], Ints]":
    """Return each value once, in order, and how often it stands there."""
    ordered = np.sort(values)
    starts = np.flatnonzero(begins(ordered))
    return ordered[starts], np.diff(starts, append=len(ordered))


def begins(values: "NDArray[Any]") -> "NDArray[np.bool_]":
    """Tell of values in order where a run of equal ones begins."""
    new = np.ones(len(values), np.bool_)
    np.not_equal(values[1:], values[:-1], out=new[1:])
    return new


def runs(values: "Ints") -> "tuple[Ints, Ints]":
    """Return of values in order which run of equal ones each is in, and where each run begins."""
    new = begins(values)
    return np.cumsum(new) - 1, np.flatnonzero(new)


def once(rows: "Ints", numbers: "Ints", values: "Ints") -> "tuple[Ints, Ints, Ints]":
    """Return each number of a row once, with its first value."""
    both, first = np.unique(rows << 32 | numbers, return_index=True)
    return both >> 32, both & _LOW, values[first]

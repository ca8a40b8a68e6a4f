"""The relatives of all documents, by numpy: the same as in plain Python, to the last bit."""

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from sitegen.base.words import MIX
from sitegen.link.related.table import NOBODY, Document, Kinship, Table, empty_table
from sitegen.link.related.weights import (
    CALM,
    FADING,
    LIKENESS,
    NEAREST,
    OFTEN,
    PAIRS,
    RARITY,
    SAME,
    WHOLE,
    WORDS,
    Scale,
    fading,
    well_known,
)  # fmt: skip
from sitegen.model.terms import LISTS

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]

_TITLE, _ABOUT, _ONLY, _ONCE = 0, 1, 2, 3
_LOW = (1 << 32) - 1
_SLOTS = (1 << 20) - 1
_CHUNK = 2048
_SPREAD = 1 << 22
_NONE = np.zeros(0, np.int64)


class Listed(NamedTuple):
    """Numbers that documents hold, by row."""

    rows: "Ints"
    numbers: "Ints"


class Packed:
    """The terms of some documents that follow each other."""

    def __init__(self, documents: Sequence[Document], row: int) -> None:
        data = [document.terms or bytes(4 * LISTS) for document in documents]
        self._row = row
        self._numbers = np.frombuffer(b"".join(data), np.uint32)
        ends = np.cumsum(list(map(len, data))) // 4
        starts = np.concatenate([[0], ends[:-1]])
        self._lengths = self._numbers[starts[:, None] + np.arange(LISTS)].astype(np.int64)
        self._starts = starts[:, None] + LISTS + np.cumsum(self._lengths, axis=1) - self._lengths
        self._rows = np.repeat(np.arange(len(data), dtype=np.int32), ends - starts)

    def listed(self, kind: int) -> Listed:
        """Return a list of all documents."""
        lengths = self._lengths[:, kind]
        rows = np.repeat(np.arange(self._row, self._row + len(lengths)), lengths)
        return Listed(rows, self._numbers[_ranges(self._starts[:, kind], lengths)].astype(np.int64))

    def places(self, lookup: "Lookup", kind: int) -> "tuple[Ints, Ints, Ints]":
        """Return (row, place, position) of those numbers in the given list and behind it that a lookup knows."""
        positions, places = lookup.find(self._numbers)
        rows = self._rows[positions]
        behind = positions >= self._starts[rows, kind]
        return rows[behind].astype(np.int64) + self._row, places[behind], positions[behind]

    def steps(self, rows: "Ints", positions: "Ints") -> "Ints":
        """Return in which list each position lies, counted from that of words in the title only; pairs come last."""
        counts: Ints = (positions[:, None] >= self._starts[rows - self._row][:, _ONLY + 1 :]).sum(axis=1)
        return counts


class Lookup:
    """Finds the places of numbers in a sorted array, quickly where most are not in it."""

    def __init__(self, known: "Ints") -> None:
        self.known = known
        self._slots = np.full(1 << 20, -1, np.int32)
        self._slots[known & _SLOTS] = np.arange(len(known))

    def find(self, numbers: "NDArray[np.uint32]") -> "tuple[Ints, Ints]":
        """Return the positions in `numbers` of those that are known, and the places of these."""
        guess = self._slots[numbers & np.uint32(_SLOTS)]
        positions = np.flatnonzero(guess >= 0)
        places, wanted = guess[positions].astype(np.int64), numbers[positions]
        missed = np.flatnonzero(self.known[places] != wanted)
        places[missed] = np.minimum(np.searchsorted(self.known, wanted[missed]), len(self.known) - 1)
        right = self.known[places] == wanted
        return positions[right], places[right]


@dataclass(frozen=True, slots=True)
class Titles:
    """Every word and pair of a title that is worth anything, by number and then by row."""

    known: "Ints"
    """Each number once."""
    at: "Ints"
    """The place in `known`."""
    rows: "Ints"
    shares: "Ints"


@dataclass(frozen=True, slots=True)
class Found:
    """Documents that titles bring together, each two once, the lower row first."""

    low: "Ints"
    high: "Ints"
    scores: "Ints"
    best: "tuple[Ints, Ints]"
    """What the title of the lower says most of the other, and the reverse: share and number in one, or nought."""


def relate(documents: Sequence[Document]) -> Kinship:
    """Return the relatives of documents that stand in order of their ids."""
    table = empty_table(documents)
    words, counts = np.unique(_all(documents, _ABOUT).numbers, return_counts=True)
    about = dict(zip(words.tolist(), counts.tolist(), strict=True))
    scale = Scale(len(documents), about)
    titles = _titles(_all(documents, _TITLE), words, scale)
    vectors, mentions, known = _texts(documents, titles, scale)
    found = _found(titles, mentions, len(documents))
    days = np.array(table.days, np.int64)
    fadings = np.array([fading(each) for each in range(int(np.ptp(days)) + 1 if len(days) else 1)], np.int64)
    faded = fadings[np.abs(days[found.low] - days[found.high])]
    first = found.scores * faded // FADING
    rows, pairs = _nearest(found, first, len(documents))
    chosen, back = np.unique(pairs, return_inverse=True)
    likeness = vectors.likeness(found.low[chosen], found.high[chosen])
    full = 2 * ((found.scores[chosen] + likeness * LIKENESS // 100) * faded[chosen] // FADING)
    full += likeness * 100 >= SAME * WHOLE
    _fill(table, rows, pairs, full[back], first, found)
    return Kinship(table, about, _postings(titles, mentions, known))


def _chunks(documents: Sequence[Document]) -> Iterator[Packed]:
    """Yield the terms of some documents at a time, so that memory holds no copy of all."""
    for row in range(0, len(documents), _CHUNK):
        yield Packed(documents[row : row + _CHUNK], row)


def _all(documents: Sequence[Document], kind: int) -> Listed:
    """Return one list of all documents."""
    parts = [chunk.listed(kind) for chunk in _chunks(documents)] or [Listed(_NONE, _NONE)]
    return Listed(*map(np.concatenate, zip(*parts, strict=True)))


def _ranges(starts: "Ints", lengths: "Ints") -> "Ints":
    """Return the positions of ranges, one after another."""
    ends = np.cumsum(lengths)
    return np.repeat(starts - ends + lengths, lengths) + np.arange(ends[-1] if len(ends) else 0)


def _titles(words: Listed, about: "Ints", scale: Scale) -> Titles:
    """Weigh the words of all titles and their pairs."""
    worths = np.array([RARITY[scale.rarity(word)] for word in about.tolist()], np.int64)
    worth = worths[np.searchsorted(about, words.numbers)] if len(about) else words.numbers
    inside = words.rows[1:] == words.rows[:-1]
    both = ((words.numbers[:-1] * MIX + words.numbers[1:]) & _LOW)[inside]
    singles = _once(words.rows, words.numbers, worth)
    doubles = _once(words.rows[:-1][inside], both, (worth[:-1] + worth[1:])[inside])
    whole = np.zeros(int(words.rows[-1]) + 1 if len(words.rows) else 0, np.int64)
    for rows, _, values in (singles, doubles):
        np.add.at(whole, rows, values)
    whole = 100 * (whole + CALM)
    rows = np.concatenate([singles[0], doubles[0]])
    numbers = np.concatenate([singles[1], doubles[1]])
    shares = np.concatenate(
        [values * WHOLE * percent // whole[rows] for (rows, _, values), percent in ((singles, WORDS), (doubles, PAIRS))]
    )
    worthy = np.concatenate([singles[2], doubles[2]]) > 0
    order = np.lexsort((rows[worthy], numbers[worthy]))
    known, at = np.unique(numbers[worthy][order], return_inverse=True)
    return Titles(known, at, rows[worthy][order], shares[worthy][order])


def _once(rows: "Ints", numbers: "Ints", values: "Ints") -> "tuple[Ints, Ints, Ints]":
    """Return each number of a document once."""
    both, first = np.unique((rows << 32) | numbers, return_index=True)
    return both >> 32, both & _LOW, values[first]


def _texts(documents: Sequence[Document], titles: Titles, scale: Scale) -> "tuple[Vectors, Listed, Ints]":
    """Return the weights of all texts, and by place the words and pairs of titles in texts that few texts hold."""
    worths = scale.worths()
    asked, telling = Lookup(titles.known), Lookup(np.array(sorted(worths), np.int64))
    worth = np.array([worths[word] for word in telling.known.tolist()], np.int64)
    often = np.array((OFTEN[1], *OFTEN), np.int64)
    vectors, mentions = [], []
    for chunk in _chunks(documents):
        rows, places, _ = chunk.places(asked, _ONCE)
        mentions.append((rows.astype(np.int32), places.astype(np.int32)))
        rows, places, positions = chunk.places(telling, _ONLY)
        steps = chunk.steps(rows, positions)
        words = steps < len(often)
        rows, places = rows[words], places[words]
        vectors.append((rows.astype(np.int32), places.astype(np.int32), often[steps[words]] * worth[places]))
    row, place = _joined(mentions, 2)
    known = np.bincount(place, minlength=len(titles.known))
    few = (known <= well_known(len(documents)))[place]
    mentioned = Listed(row[few].astype(np.int64), place[few].astype(np.int64))
    return Vectors(len(documents), len(worth), *_joined(vectors, 3)), mentioned, known


def _postings(titles: Titles, mentions: Listed, known: "Ints") -> Iterator[tuple[int, bytes]]:
    """Yield the posting of every word and pair of a title."""
    order = np.argsort(mentions.numbers, kind="stable")
    texts = mentions.rows[order].astype(np.uint32)
    places = np.arange(len(titles.known) + 1)
    starts = np.searchsorted(titles.at, places).tolist()
    begins = np.searchsorted(mentions.numbers[order], places).tolist()
    rows, shares = titles.rows.astype(np.uint32), titles.shares.astype(np.uint32)
    heads = np.stack([known, np.diff(starts)], axis=1).astype(np.uint32)
    for place, word in enumerate(titles.known.tolist()):
        title = slice(starts[place], starts[place + 1])
        found = texts[begins[place] : begins[place + 1]]
        yield word, b"".join(part.tobytes() for part in (heads[place], rows[title], shares[title], found))


def _joined(parts: "Sequence[tuple[NDArray[Any], ...]]", columns: int) -> "list[NDArray[Any]]":
    return [np.concatenate(column) for column in zip(*parts, strict=True)] or [_NONE] * columns


class Vectors:
    """The weights of the words of all texts."""

    def __init__(self, count: int, words: int, rows: "Ints", places: "Ints", weights: "Ints") -> None:
        self._places, self._weights = places, weights
        counts = np.bincount(rows, minlength=count)
        ends = np.cumsum(counts)
        squares = np.concatenate([[0], np.cumsum(weights * weights)])
        self._length = np.maximum(1, np.floor(np.sqrt(squares[ends] - squares[ends - counts])).astype(np.int64))
        self._starts, self._counts, self._words = ends - counts, counts, words

    def likeness(self, low: "Ints", high: "Ints") -> "Ints":
        """Return how much of `WHOLE` the words of the texts are the same; `low` is in order."""
        dots = [np.zeros(0, np.int64)]
        rows, first = np.unique(low, return_index=True)
        # The texts of some rows at a time are spread out, a place for every word there is.
        step = max(1, _SPREAD // max(1, self._words))
        for start in range(0, len(rows), step):
            some = rows[start : start + step]
            pairs = slice(first[start], first[start + step] if start + step < len(rows) else len(low))
            dots.append(self._dots(some, low[pairs], high[pairs]))
        likeness: Ints = np.concatenate(dots) * WHOLE // (self._length[low] * self._length[high])
        return likeness

    def _dots(self, rows: "Ints", low: "Ints", high: "Ints") -> "Ints":
        own = _ranges(self._starts[rows], self._counts[rows])
        spread = np.zeros(len(rows) * self._words, np.int32)
        spread[np.repeat(np.arange(len(rows)) * self._words, self._counts[rows]) + self._places[own]] = self._weights[
            own
        ]
        lengths = self._counts[high]
        theirs = _ranges(self._starts[high], lengths)
        at = np.repeat(np.searchsorted(rows, low) * self._words, lengths) + self._places[theirs]
        sums = np.concatenate([[0], np.cumsum(spread[at] * self._weights[theirs])])
        ends = np.cumsum(lengths)
        dots: Ints = sums[ends] - sums[ends - lengths]
        return dots


def _found(titles: Titles, mentions: Listed, count: int) -> Found:
    """Bring together titles and the texts that mention them."""
    asked = np.bincount(titles.at, minlength=len(titles.known))
    starts = np.cumsum(asked) - asked
    lengths = asked[mentions.numbers]
    title = _ranges(starts[mentions.numbers], lengths)
    asking, text = titles.rows[title], np.repeat(mentions.rows, lengths)
    apart = asking != text
    asking, text, title = asking[apart], text[apart], title[apart]
    low, high = np.minimum(asking, text), np.maximum(asking, text)
    key = 2 * (low * count + high) + (asking > text)
    order = np.argsort(key)
    key, title = key[order], title[order]
    shares = titles.shares[title]
    told = (shares << 32) | titles.known[titles.at[title]]
    new = np.flatnonzero(np.diff(key, prepend=-1))
    sides = key[new]
    sums, most = (np.add.reduceat(shares, new), np.maximum.reduceat(told, new)) if len(new) else (new, new)
    two, at = np.unique(sides >> 1, return_inverse=True)
    scores = np.zeros(len(two), np.int64)
    np.add.at(scores, at, sums)
    best = np.zeros((2, len(two)), np.int64)
    best[sides & 1, at] = most
    return Found(two // count, two % count, scores, (best[0], best[1]))


def _nearest(found: Found, first: "Ints", count: int) -> "tuple[Ints, Ints]":
    """Return rows, and for each the places in `found` of its nearest, the best first and ties in order of rows."""
    pairs = np.arange(len(first))
    rows = np.concatenate([found.low, found.high])
    others = np.concatenate([found.high, found.low])
    # Row, score and other row fit into one number, which sorts quicker than three.
    order = np.argsort((rows << 43) | ((1 << 22) - 1 - np.concatenate([first, first]) << 21) | others)
    rows = rows[order]
    starts = np.searchsorted(rows, np.arange(count))
    near = np.arange(len(rows)) - starts[rows] < NEAREST
    return rows[near], np.concatenate([pairs, pairs])[order][near]


def _fill(table: Table, rows: "Ints", pairs: "Ints", full: "Ints", first: "Ints", found: Found) -> None:
    """Put the relatives into the table, nearest first."""
    lower = found.low[pairs] == rows
    others = np.where(lower, found.high[pairs], found.low[pairs])
    here = np.where(lower, found.best[0][pairs], found.best[1][pairs])
    there = np.where(lower, found.best[1][pairs], found.best[0][pairs])
    here, there = (
        np.where(2 * (one >> 32) >= other >> 32, one & _LOW, 0) for one, other in ((here, there), (there, here))
    )
    order = np.lexsort((others, -full, rows))
    starts = np.searchsorted(rows, rows)
    place = rows * NEAREST + np.arange(len(rows)) - starts
    for name, values, empty in (
        ("near", others, NOBODY), ("full", full, 0), ("first", first[pairs], 0), ("here", here, 0), ("there", there, 0),
    ):  # fmt: skip
        column = np.full(len(table.near), empty, np.uint32)
        column[place] = values[order]
        setattr(table, name, array("I", column.tobytes()))

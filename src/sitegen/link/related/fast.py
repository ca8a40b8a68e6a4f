"""The relatives of all documents, by numpy: the same as in plain Python, to the last bit."""

from array import array
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from sitegen.base.noun import Noun
from sitegen.base.words import MIX
from sitegen.link.related.closely import same
from sitegen.link.related.columns import Lists, Lookup, Packed, begins, counted, joined, once, order_of, ranges, runs
from sitegen.link.related.concordance import shelved
from sitegen.link.related.likeness import Rarity, Texts, texts_of
from sitegen.link.related.table import NOBODY, Document, Kinship, Table, empty_table
from sitegen.link.related.weights import (
    CALM,
    COUNTED,
    FADING,
    LIKENESS,
    MOST_TITLES,
    NEAREST,
    PAIRS,
    SAME,
    WHOLE,
    WORDS,
    fading,
    most_texts,
)  # fmt: skip
from sitegen.model.terms import Terms, unpack

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]

_LOW = (1 << 32) - 1
_READ, _CHUNK = 256, 1024
"""Documents that are read, and ranked, at a time, so that memory holds little of what all have.

What is read of so few stays in the processor's own memory.
"""
_SCORES, _FULL, _ROWS, _MET = 22, 24, 21, 26
"""Bits that a score, a full one, a row and a place among those that met take."""


class Index(Noun):
    """What leads from words to documents; a word, or a pair, is known by its place in `known`."""

    known: "Ints"
    """The words and pairs of titles, in order."""
    titles: "Ints"
    """By word: how many titles hold it."""
    texts: "Ints"
    """By word: how many texts hold it, as far as they were counted."""
    leads: "NDArray[np.bool_]"
    """By word: whether it leads from titles to texts."""
    heads: Lists
    """By row: the words of a title that lead."""
    told: "Ints"
    """Of each of these its share in the title and its number, in one."""
    bodies: Lists
    """By row: the words in a text that lead."""
    of_titles: Lists
    """`heads` by word."""
    of_told: "Ints"
    of_texts: Lists
    """`bodies` by word."""


class Found(NamedTuple):
    """The nearest of some documents, by row, the nearest first."""

    rows: "Ints"
    others: "Ints"
    scores: "Ints"
    faded: "Ints"
    here: "Ints"
    """What the title says most of the other's text: share and number in one, or 0."""
    there: "Ints"


def relate(documents: Sequence[Document]) -> Kinship:
    """Return the relatives of documents that stand in order of their ids."""
    table = empty_table(documents)
    if not documents:
        return Kinship(table, {}, (), ())
    titles, abouts, oftens = zip(*((one.titles(), one.about(), one.often()) for one in _chunks(documents)), strict=True)
    words, counts = counted(joined(abouts).values)
    rarity = Rarity(len(documents), words, counts)
    texts = texts_of(joined(oftens), len(documents), rarity)
    del oftens
    index = _index(documents, *_shares(titles, rarity))
    ranker = _Ranker(index, np.array(table.days, np.int64), texts, documents)
    table.near = array("I")
    for row in range(0, len(documents), _CHUNK):
        ranker.rank(np.arange(row, min(row + _CHUNK, len(documents))), table)
    table.count()
    table.lengths = array("I", texts.lengths.tolist())
    about = dict(zip(words.tolist(), counts.tolist(), strict=True))
    return Kinship(table, about, _postings(index), index.known[index.leads].tolist(), shelved(documents))


def _chunks(documents: Sequence[Document]) -> Iterator[Packed]:
    for row in range(0, len(documents), _READ):
        yield Packed(documents[row : row + _READ], row)


def _index(documents: Sequence[Document], known: "Ints", heads: Lists, shares: "Ints") -> Index:
    """Return the index of documents; given are the words of titles, their places by row, and the share of each."""
    titles = np.bincount(heads.values, minlength=len(known))
    held: list[Lists] = []
    texts = np.zeros(len(known), np.int64)
    counted = 0
    asked = np.flatnonzero(titles <= MOST_TITLES)
    lookup = Lookup(known, asked)
    for number, chunk in enumerate(_chunks(documents), start=1):
        held.append(chunk.find(lookup))
        if number * _READ >= _CHUNK and not number & (number - 1):
            # What stands in very many texts is asked for no longer.
            texts += _texts_holding(held[counted:], len(known))
            counted = len(held)
            asked = asked[texts[asked] < COUNTED]
            lookup = Lookup(known, asked)
    texts = np.minimum(texts + _texts_holding(held[counted:], len(known)), COUNTED)
    leads = (titles <= MOST_TITLES) & (texts <= most_texts(len(documents)))
    bodies = joined(held).only(leads)
    told = (shares << 32 | known[heads.values])[leads[heads.values]]
    heads = heads.only(leads)
    of_titles, order = heads.turned()
    of_texts, _ = bodies.turned()
    return Index(known, titles, texts, leads, heads, told, bodies, of_titles, told[order], of_texts)


def _texts_holding(held: Sequence[Lists], words: int) -> "Ints":
    """Return by word how many of some texts hold it."""
    return np.bincount(np.concatenate([np.zeros(0, np.uint32), *[one.values for one in held]]), minlength=words)


def _shares(titles: Sequence[Lists], rarity: Rarity) -> "tuple[Ints, Lists, Ints]":
    """Return all words and pairs of titles, their places by row, and the share of each."""
    rows, words = (column.astype(np.int64) for column in joined(titles))
    each, back = np.unique(words, return_inverse=True)
    worth = rarity.worth(each)[back]
    inside = rows[1:] == rows[:-1]
    both = ((words[:-1] * MIX + words[1:]) & _LOW)[inside]
    singles = once(rows, words, worth)
    doubles = once(rows[:-1][inside], both, (worth[:-1] + worth[1:])[inside])
    whole = np.zeros(int(rows[-1]) + 1 if len(rows) else 0, np.int64)
    for at, _, values in (singles, doubles):
        np.add.at(whole, at, values)
    whole = 100 * (whole + CALM)
    parts = [(*one, one[2] * WHOLE * percent // whole[one[0]]) for one, percent in ((doubles, PAIRS), (singles, WORDS))]
    rows, numbers, worth, shares = (np.concatenate(column) for column in zip(*parts, strict=True))
    worthy = worth > 0
    # Where a pair happens to have the number of a word, the pair counts.
    rows, numbers, shares = once(rows[worthy], numbers[worthy], shares[worthy])
    known, places = np.unique(numbers, return_inverse=True)
    return known, Lists(rows, places), shares


class _Ranker:
    def __init__(self, index: Index, days: "Ints", texts: Texts, documents: Sequence[Document]) -> None:
        self._index, self._days, self._texts, self._documents = index, days, texts, documents
        self._fadings = np.array([fading(each) for each in range(int(np.ptp(days)) + 1)], np.int64)
        words = len(index.known)
        self._heads, self._bodies = index.heads.bounds(len(days)), index.bodies.bounds(len(days))
        self._of_titles, self._of_texts = index.of_titles.bounds(words), index.of_texts.bounds(words)

    def rank(self, rows: "Ints", table: Table) -> None:
        """Put the relatives of documents that follow each other into the table."""
        found = self._nearest(rows)
        likeness = self._texts.likeness(found.rows, found.others)
        factors = self._fading(found.rows, found.others)
        full = 2 * ((found.scores + likeness * LIKENESS // 100) * factors // FADING)
        for at in np.flatnonzero(likeness * 100 >= SAME * WHOLE).tolist():
            full[at] += same(self._terms(found.rows[at]), self._terms(found.others[at]))
        here, there = (
            np.where(2 * (one >> 32) >= other >> 32, one & _LOW, 0)
            for one, other in ((found.here, found.there), (found.there, found.here))
        )
        local = found.rows - rows[0]
        order = np.argsort((local << _FULL | (1 << _FULL) - 1 - full) << _ROWS | found.others)
        place = local * NEAREST + np.arange(len(local)) - np.searchsorted(local, local)
        near, *said = (
            _placed(values[order], place, len(rows), nobody)
            for values, nobody in ((found.others, NOBODY), (full, 0), (found.faded, 0), (here, 0), (there, 0))
        )
        table.near.frombytes(near.tobytes())
        table.weakest[rows[0] : rows[-1] + 1] = array("I", said[1].min(axis=1).tolist())
        packed = np.concatenate(said, axis=1)
        table.said.update(zip(rows.tolist(), map(bytes, packed), strict=True))
        for at in np.flatnonzero(full & 1).tolist():
            row = int(found.rows[at])
            table.twins[row] = table.twins.get(row, frozenset()) | {int(found.others[at])}

    def _terms(self, row: int) -> Terms:
        return unpack(self._documents[row].terms)

    def _nearest(self, rows: "Ints") -> Found:
        keys, told = self._meetings(rows)
        order = order_of(keys >> 1)
        keys, told = keys[order], told[order]
        pairs = keys >> 1
        starts = np.flatnonzero(begins(pairs))
        if not len(starts):
            return Found(*[starts] * 6)
        scores = np.add.reduceat(told >> 32, starts)
        pairs = pairs[starts]
        local, others = pairs >> _ROWS, pairs & (1 << _ROWS) - 1
        row = rows[0] + local
        # Nobody is near to itself.
        scores[row == others] = 0
        faded = scores * self._fading(row, others) // FADING
        chosen = _foremost(local, faded)
        # What these were told, one after the other.
        lengths = np.diff(starts, append=len(told))[chosen]
        of_these, first = ranges(starts[chosen], lengths), np.cumsum(lengths) - lengths
        told, sides = told[of_these], keys[of_these] & 1
        here, there = (np.maximum.reduceat(np.where(sides == side, told, 0), first) for side in (0, 1))
        return Found(row[chosen], others[chosen], scores[chosen], faded[chosen], here, there)

    def _fading(self, rows: "Ints", others: "Ints") -> "Ints":
        left: Ints = self._fadings[np.abs(self._days[rows] - self._days[others])]
        return left

    def _meetings(self, rows: "Ints") -> "tuple[Ints, Ints]":
        """Return where titles meet texts: row, other row and whose title in one number, share and word in another."""
        index = self._index
        heads = slice(self._heads[rows[0]], self._heads[rows[-1] + 1])
        met, lengths = _meet(self._of_texts, index.heads.values[heads])
        keys = [self._keys(rows, index.heads.rows[heads], lengths, index.of_texts.values[met], 0)]
        told = [np.repeat(index.told[heads], lengths)]
        bodies = slice(self._bodies[rows[0]], self._bodies[rows[-1] + 1])
        met, lengths = _meet(self._of_titles, index.bodies.values[bodies])
        keys.append(self._keys(rows, index.bodies.rows[bodies], lengths, index.of_titles.values[met], 1))
        told.append(index.of_told[met])
        return np.concatenate(keys), np.concatenate(told)

    def _keys(self, rows: "Ints", row: "Ints", lengths: "Ints", others: "Ints", side: int) -> "Ints":
        keys = np.repeat((row.astype(np.int64) - rows[0]) << _ROWS + 1 | side, lengths)
        keys |= others.astype(np.int64) << 1
        return keys


def _meet(bounds: "Ints", words: "Ints") -> "tuple[Ints, Ints]":
    """Return the positions of all that the given words hold, one word after another, and how many each holds."""
    starts = bounds[words]
    lengths = bounds[words + 1] - starts
    return ranges(starts, lengths), lengths


def _placed(values: "Ints", place: "Ints", rows: int, nobody: int) -> "NDArray[np.uint32]":
    """Return values in the places of so many rows."""
    column = np.full(rows * NEAREST, nobody, np.uint32)
    column[place] = values
    return column.reshape(rows, NEAREST)


def _foremost(rows: "Ints", faded: "Ints") -> "Ints":
    """Return the positions of the nearest of each row, the nearest first; who scores nothing is not near."""
    # Whoever scores less than a part of what the best does is left out at once, where others are enough.
    among, starts = runs(rows)
    most = np.maximum.reduceat(faded, starts)
    near = 3 * faded >= most[among]
    near |= (np.bincount(among, near) < NEAREST)[among]
    at = np.flatnonzero(near & (faded > 0))
    ranked = np.sort((rows[at] << _SCORES | (1 << _SCORES) - 1 - faded[at]) << _MET | at)
    among, starts = runs(ranked >> _SCORES + _MET)
    first = np.arange(len(ranked)) - starts[among] < NEAREST
    return (ranked & (1 << _MET) - 1)[first]


def _postings(index: Index) -> Iterator[tuple[int, bytes]]:
    """Yield the posting of every word and pair of a title."""
    count = len(index.known)
    titles, texts = (np.bincount(held.rows, minlength=count) for held in (index.of_titles, index.of_texts))
    lengths = 3 + 2 * titles + texts
    ends = np.cumsum(lengths)
    starts = ends - lengths
    data = np.zeros(int(lengths.sum()), np.uint32)
    for at, values in enumerate((index.titles, np.where(index.titles <= MOST_TITLES, index.texts, 0), titles)):
        data[starts + at] = values
    data[ranges(starts + 3, titles)] = index.of_titles.values
    data[ranges(starts + 3 + titles, titles)] = index.of_told >> 32
    data[ranges(starts + 3 + 2 * titles, texts)] = index.of_texts.values
    packed = data.tobytes()
    for word, start, end in zip(index.known.tolist(), (4 * starts).tolist(), (4 * ends).tolist(), strict=True):
        yield word, packed[start:end]

"""How alike texts are, for many at once, by numpy."""

from typing import TYPE_CHECKING, Any

import numpy as np

from sitegen.link.related.columns import Lists, Lookup, counted, ranges
from sitegen.link.related.weights import RARITY, WHOLE, least_telling, level

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]

_SPREAD = 1 << 20
_LEVELS = np.array([1 << 2 * step - 1 for step in range(1, 16)], np.int64)
"""The counts from which each level on begins (`weights.level`)."""


class Rarity:
    """What `weights.Scale` says, of many words at once."""

    def __init__(self, articles: int, words: "NDArray[Any]", counts: "Ints") -> None:
        """`words` are those that articles are about, in order; `counts`, how many."""
        self._words, self._levels = words, np.searchsorted(_LEVELS, counts, "right")
        self._top = level(articles)

    def worth(self, words: "NDArray[Any]", least: int = 0) -> "Ints":
        """Return what words are worth, nothing where they are fewer than `least` levels rarer than every article's."""
        levels = np.zeros(len(words), np.int64)
        if len(self._words):
            at = np.minimum(np.searchsorted(self._words, words), len(self._words) - 1)
            levels = np.where(self._words[at] == words, self._levels[at], 0)
        rare = np.maximum(0, self._top - levels)
        return np.where(rare < least, 0, np.array(RARITY, np.int64)[rare])

    def weight(self, words: "NDArray[Any]") -> "Ints":
        """Return what words count for likeness."""
        return self.worth(words, least_telling(self._top)) ** 2


def texts_of(often: Lists, count: int, rarity: Rarity) -> "Texts":
    """Return what so many texts weigh; given are the words that stand more than once."""
    each, _ = counted(often.values)
    weights = rarity.weight(each)
    _, places = Lookup(each, np.arange(len(each))).find(often.values)
    return Texts(count, Lists(often.rows, places.astype(np.uint32)).only(weights > 0), weights)


class Texts:
    """The words of all texts that weigh anything."""

    def __init__(self, count: int, held: Lists, weights: "Ints") -> None:
        """`held` are places in `weights`."""
        self._places, self._weights = held.values, weights
        self._spread = np.zeros(max(_SPREAD, len(weights)), np.bool_)
        counts = np.bincount(held.rows, minlength=count)
        ends = np.cumsum(counts)
        sums = np.concatenate([[0], np.cumsum(weights[held.values])])
        self.lengths = np.maximum(1, np.floor(np.sqrt(sums[ends] - sums[ends - counts])).astype(np.int64))
        self._starts, self._counts = ends - counts, counts

    def likeness(self, rows: "Ints", others: "Ints") -> "Ints":
        """Return how much of `WHOLE` the words of the texts are the same; `rows` are in order."""
        dots = [np.zeros(0, np.int64)]
        each, first = np.unique(rows, return_index=True)
        # The texts of some rows at a time are spread out, a place for every word there is.
        step = max(1, _SPREAD // max(1, len(self._weights)))
        for start in range(0, len(each), step):
            some = each[start : start + step]
            pairs = slice(first[start], first[start + step] if start + step < len(each) else len(rows))
            dots.append(self._dots(some, rows[pairs], others[pairs]))
        likeness: Ints = np.concatenate(dots) * WHOLE // (self.lengths[rows] * self.lengths[others])
        return likeness

    def _dots(self, each: "Ints", rows: "Ints", others: "Ints") -> "Ints":
        own = ranges(self._starts[each], self._counts[each])
        taken = np.repeat(np.arange(len(each)) * len(self._weights), self._counts[each]) + self._places[own]
        self._spread[taken] = True
        lengths = self._counts[others]
        theirs = self._places[ranges(self._starts[others], lengths)]
        at = np.repeat(np.searchsorted(each, rows) * len(self._weights), lengths) + theirs
        shared = np.flatnonzero(self._spread[at])
        self._spread[taken] = False
        sums = np.concatenate([[0], np.cumsum(self._weights[theirs[shared]])])
        ends = np.cumsum(lengths)
        dots: Ints = np.diff(sums[np.searchsorted(shared, ends)], prepend=0)
        return dots

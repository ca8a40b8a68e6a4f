"""How alike texts are, for many at once, by numpy."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from sitegen.link.related.columns import Lists, ranges
from sitegen.link.related.weights import OFTEN, RARITY, WHOLE, level, telling

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]

_SPREAD = 1 << 20
_LEVELS = np.array([1 << 2 * step - 1 for step in range(1, 16)], np.int64)
"""The counts from which each level on begins (`weights.level`)."""


class Rarity:
    """What `weights.Scale` says, of many words at once."""

    def __init__(self, articles: int, words: "NDArray[np.uint32]", counts: "Ints") -> None:
        """`words` are those that articles are about, in order; `counts`, how many."""
        self._words, self._levels = words, np.searchsorted(_LEVELS, counts, "right")
        self._top = level(articles)

    def worth(self, words: "Ints", least: int = 0) -> "Ints":
        """Return what words are worth, nothing where they are fewer than `least` levels rarer than every article's."""
        levels = np.zeros(len(words), np.int64)
        if len(self._words):
            at = np.minimum(np.searchsorted(self._words, words), len(self._words) - 1)
            levels = np.where(self._words[at] == words, self._levels[at], 0)
        rare = np.maximum(0, self._top - levels)
        return np.where(rare < least, 0, np.array(RARITY, np.int64)[rare])

    def telling(self, words: "Ints") -> "Ints":
        """Return what words count for likeness."""
        return self.worth(words, telling(self._top))


def texts_of(often: "Sequence[tuple[Ints, NDArray[np.uint32], Ints]]", count: int, rarity: Rarity) -> "Texts":
    """Return what so many texts weigh; given are (row, word, step) of the words that stand more than once."""
    rows, words, steps = (np.concatenate(column) for column in zip(*often, strict=True))
    each, places = np.unique(words, return_inverse=True)
    weights = np.array(OFTEN, np.int64)[steps] * rarity.telling(each)[places]
    weighty = weights > 0
    return Texts(count, len(each), Lists(rows[weighty], places[weighty]), weights[weighty])


class Texts:
    """The weights of the words of all texts."""

    def __init__(self, count: int, words: int, held: Lists, weights: "Ints") -> None:
        self._places, self._weights, self._words = held.values, weights, words
        self._spread = np.zeros(max(_SPREAD, words), np.int16)
        counts = np.bincount(held.rows, minlength=count)
        ends = np.cumsum(counts)
        squares = np.concatenate([[0], np.cumsum(weights * weights)])
        self._length = np.maximum(1, np.floor(np.sqrt(squares[ends] - squares[ends - counts])).astype(np.int64))
        self._starts, self._counts = ends - counts, counts

    def likeness(self, rows: "Ints", others: "Ints") -> "Ints":
        """Return how much of `WHOLE` the words of the texts are the same; `rows` are in order."""
        dots = [np.zeros(0, np.int64)]
        each, first = np.unique(rows, return_index=True)
        # The texts of some rows at a time are spread out, a place for every word there is.
        step = max(1, _SPREAD // max(1, self._words))
        for start in range(0, len(each), step):
            some = each[start : start + step]
            pairs = slice(first[start], first[start + step] if start + step < len(each) else len(rows))
            dots.append(self._dots(some, rows[pairs], others[pairs]))
        likeness: Ints = np.concatenate(dots) * WHOLE // (self._length[rows] * self._length[others])
        return likeness

    def _dots(self, each: "Ints", rows: "Ints", others: "Ints") -> "Ints":
        own = ranges(self._starts[each], self._counts[each])
        spread = self._spread
        taken = np.repeat(np.arange(len(each)) * self._words, self._counts[each]) + self._places[own]
        spread[taken] = self._weights[own]
        lengths = self._counts[others]
        theirs = ranges(self._starts[others], lengths)
        at = np.repeat(np.searchsorted(each, rows) * self._words, lengths) + self._places[theirs]
        sums = np.concatenate([[0], np.cumsum(spread[at] * self._weights[theirs])])
        spread[taken] = 0
        ends = np.cumsum(lengths)
        dots: Ints = sums[ends] - sums[ends - lengths]
        return dots

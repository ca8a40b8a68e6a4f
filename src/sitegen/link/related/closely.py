"""How alike two texts are, and what that makes of their score."""

from collections.abc import Mapping
from math import isqrt

from sitegen.base.noun import Noun
from sitegen.link.related.weights import FADING, LIKENESS, SAME, WHOLE
from sitegen.model.terms import Terms

_NO_WORD = -1


class Vector(Noun):
    """The words that tell something of a text: those that stand more than once and are worth anything."""

    words: frozenset[int]
    length: int
    """The root of what they weigh."""


class Telling(dict[int, int]):
    """By word: the word where it weighs anything, else `_NO_WORD`.

    All texts get one and the same number from here, which takes less memory, and is compared without a look at it.
    """

    def __init__(self, weight: Mapping[int, int]) -> None:
        """`weight` is `Scale.weight`."""
        super().__init__()
        self.weight = weight

    def __missing__(self, word: int) -> int:
        found = self[word] = word if self.weight[word] else _NO_WORD
        return found


def vector_of(terms: Terms, telling: Telling) -> Vector:
    """Return the words of a text that weigh anything."""
    words = set(map(telling.__getitem__, terms.often))
    words.discard(_NO_WORD)
    # A copy has less room to spare than a set that has grown.
    return Vector(frozenset(words), isqrt(sum(map(telling.weight.__getitem__, words))) or 1)


def alike(one: Vector, other: Vector, weight: Mapping[int, int]) -> int:
    """Return how much of `WHOLE` the words of two texts are the same: the cosine of their worths."""
    return sum(map(weight.__getitem__, one.words & other.words)) * WHOLE // (one.length * other.length)


def maybe_same(likeness: int) -> bool:
    """Tell whether two texts are so alike that they may be nearly the same."""
    return likeness * 100 >= SAME * WHOLE


def same(one: Terms, other: Terms) -> bool:
    """Tell whether two texts that may be are nearly the same: in the words as well that stand but once."""
    ours, theirs = ({*text.once, *text.often} for text in (one, other))
    return 200 * len(ours & theirs) >= SAME * (len(ours) + len(theirs))


def score_of(found: int, likeness: int, factor: int, *, twins: bool) -> int:
    """Return twice the score of two documents, and one more where they are nearly the same.

    `found` is what their titles found in each other's texts, and `factor` what time leaves of the score.
    """
    return 2 * ((found + likeness * LIKENESS // 100) * factor // FADING) + twins


def weightier(here: tuple[int, int], there: tuple[int, int]) -> tuple[int, int]:
    """Return the numbers of two reasons; 0 for one that says less than half of what the other says."""
    return here[1] if 2 * here[0] >= there[0] else 0, there[1] if 2 * there[0] >= here[0] else 0

"""What the text of a document weighs, and how much two weigh together."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import chain
from math import isqrt
from operator import mul

from sitegen.link.related.weights import FADING, LIKENESS, OFTEN, SAME, WHOLE
from sitegen.model.terms import Terms


@dataclass(frozen=True, slots=True)
class Vector:
    """The weights of the words that tell something of a text."""

    weights: Mapping[int, int]
    """By word."""
    length: int
    """Of the weights as a vector."""


def vector_of(terms: Terms, worth: Mapping[int, int]) -> Vector:
    """Return the weights of the words that stand more than once and are worth anything."""
    weights = {}
    for often, words in zip(OFTEN, terms.words[1:], strict=True):
        for word in words:
            if one := worth[word]:
                weights[word] = often * one
    values = weights.values()
    return Vector(weights, isqrt(sum(map(mul, values, values))) or 1)


def alike(one: Vector, other: Vector) -> int:
    """Return how much of `WHOLE` the words of two texts are the same."""
    ours, theirs = one.weights, other.weights
    both = ours.keys() & theirs.keys()
    return sum([ours[word] * theirs[word] for word in both]) * WHOLE // (one.length * other.length)


def same(likeness: int, one: Callable[[], Terms], other: Callable[[], Terms]) -> bool:
    """Tell whether two texts are nearly the same: alike, and in the words as well that stand but once."""
    if likeness * 100 < SAME * WHOLE:
        return False
    ours, theirs = (set(chain(*terms().words)) for terms in (one, other))
    return 200 * len(ours & theirs) >= SAME * (len(ours) + len(theirs))


def score_of(found: int, likeness: int, factor: int, *, twins: bool) -> int:
    """Return twice the score of two documents, and one more where they are nearly the same.

    `found` is what their titles found in each other's texts, and `factor` what time leaves of the score.
    """
    return 2 * ((found + likeness * LIKENESS // 100) * factor // FADING) + twins


def telling(here: tuple[int, int], there: tuple[int, int]) -> tuple[int, int]:
    """Return the numbers of two reasons; nought for one that says less than half of what the other says."""
    return here[1] if 2 * here[0] >= there[0] else 0, there[1] if 2 * there[0] >= here[0] else 0

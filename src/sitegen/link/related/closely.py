"""What the text of a document weighs, and how much two weigh together."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
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


def vector_of(terms: Terms, worth: Callable[[int], int | None]) -> Vector:
    """Return the weights of all words that are worth anything."""
    weights = {}
    for often, words in zip((OFTEN[1], *OFTEN), (terms.only, *terms.words), strict=True):
        for word in words:
            if one := worth(word):
                weights[word] = often * one
    values = weights.values()
    return Vector(weights, isqrt(sum(map(mul, values, values))) or 1)


def alike(one: Vector, other: Vector) -> int:
    """Return how much of `WHOLE` the words of two texts are the same."""
    ours, theirs = one.weights, other.weights
    both = ours.keys() & theirs.keys()
    return sum([ours[word] * theirs[word] for word in both]) * WHOLE // (one.length * other.length)


def score_of(found: int, likeness: int, factor: int) -> int:
    """Return twice the score of two documents, and one more where they are nearly the same.

    `found` is what their titles found in each other's texts, and `factor` what time leaves of the score.
    """
    return 2 * ((found + likeness * LIKENESS // 100) * factor // FADING) + (likeness * 100 >= SAME * WHOLE)


def best_of(shares: Mapping[int, int], leads: Collection[int]) -> tuple[int, int]:
    """Return (share, number) of the word or pair of a title that says most of a text, or noughts; ties by number."""
    return max([(shares[word], word) for word in shares.keys() & leads], default=(0, 0))


def telling(here: tuple[int, int], there: tuple[int, int]) -> tuple[int, int]:
    """Return the numbers of two reasons; nought for one that says less than half of what the other says."""
    return here[1] if 2 * here[0] >= there[0] else 0, there[1] if 2 * there[0] >= here[0] else 0

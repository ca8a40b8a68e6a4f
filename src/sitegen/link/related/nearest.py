"""Who is nearest to whom, by what titles find in texts: plain Python's way."""

from collections.abc import Iterator, Mapping, Sequence
from heapq import heappush, heappushpop
from itertools import chain

from sitegen.link.related.table import NOBODY
from sitegen.link.related.weights import FADING, NEAREST

_SCORE, _ROW = 24, 32
"""Bits that a score and a row take."""


Near = tuple[int, int, int]
"""A document that is near to another: its row, the score, and what time leaves of that."""


def nearest(
    asked: Sequence[Sequence[tuple[int, int]]],
    texts: Mapping[int, Sequence[int]],
    days: Sequence[int],
    fadings: Sequence[int],
) -> list[list[Near]]:
    """Return by row those whose titles and texts share most.

    `asked` are by row the words of a title, each behind its share; `texts`, by word the rows whose text holds it;
    `fadings`, what so many days leave of a score, in parts of `FADING`.
    """
    # One number holds what time leaves, the row (of two that are as near, the first is nearer), and the score.
    found: list[list[int]] = [[] for _ in asked]
    least = [-1] * len(asked)
    days = list(days)  # whose numbers are ready, other than those of an array
    for row, scores in _met(asked, texts):
        day, mine, own = days[row], found[row], -1
        for other, score in scores:
            theirs = least[other]
            # Time takes from a score, so that most are left out before their days are asked for.
            if score < own and score <= theirs:
                continue
            faded = score * fadings[abs(day - days[other])] // FADING
            if faded >= own:
                own = _offer(mine, (faded << _ROW | NOBODY - other) << _SCORE | score)
            # Whoever is near already comes before this row.
            if faded > theirs:
                least[other] = _offer(found[other], (faded << _ROW | NOBODY - row) << _SCORE | score)
        least[row] = own
    return [[_near(one) for one in sorted(those, reverse=True)] for those in found]


def _met(
    asked: Sequence[Sequence[tuple[int, int]]], texts: Mapping[int, Sequence[int]]
) -> Iterator[tuple[int, list[tuple[int, int]]]]:
    """Yield each row with other rows and their scores, of two rows only for the later one."""
    # By row: what titles that were asked about before found in its text, each row and its score behind each other.
    before: list[list[int]] = [[] for _ in asked]
    scores = [0] * len(asked)
    for row, words in enumerate(asked):
        earlier, before[row] = before[row], []
        met: list[Sequence[int]] = [earlier[::2]]
        for other, score in zip(met[0], earlier[1::2], strict=True):
            scores[other] = score
        for share, word in words:
            rows = texts[word]
            met.append(rows)
            for other in rows:
                scores[other] += share
        scores[row] = 0
        found = []
        for other in chain.from_iterable(met):
            # Who is met by several words has a score only the first time.
            if score := scores[other]:
                scores[other] = 0
                if other > row:
                    later = before[other]
                    later.append(row)
                    later.append(score)
                else:
                    found.append((other, score))
        yield row, found


def _offer(those: list[int], one: int) -> int:
    """Keep one if it is among the nearest; return what must be left of a score to come among them."""
    if len(those) < NEAREST:
        heappush(those, one)
    else:
        heappushpop(those, one)
    return those[0] >> _SCORE + _ROW if len(those) == NEAREST else -1


def _near(one: int) -> Near:
    return NOBODY - (one >> _SCORE & NOBODY), one & (1 << _SCORE) - 1, one >> _SCORE + _ROW

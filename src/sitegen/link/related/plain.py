"""The relatives of all documents, in plain Python."""

from collections import defaultdict
from collections.abc import Sequence
from functools import partial
from operator import itemgetter

from sitegen.link.related.closely import alike, same, score_of, telling
from sitegen.link.related.index import Index, index_of
from sitegen.link.related.table import Document, Kinship, Relative, empty_table
from sitegen.link.related.weights import FADING, NEAREST, fading
from sitegen.model.terms import Terms, unpack

_NOTHING = (0, 0)
_second = itemgetter(1)


def relate(documents: Sequence[Document]) -> Kinship:
    """Return the relatives of documents that stand in order of their ids."""
    table, index = empty_table(documents), index_of(documents)
    ranker = _Ranker(index, table.days, documents)
    for row in range(len(documents)):
        table.place(row, ranker.rank(row))
    table.count()
    return Kinship(table, index.about, index.postings())


class _Ranker:
    def __init__(self, index: Index, days: Sequence[int], documents: Sequence[Document]) -> None:
        self._index, self._days, self._documents = index, days, documents
        self._fadings = [fading(each) for each in range(max(days, default=0) - min(days, default=0) + 1)]
        # The words of a title that lead, those with the largest shares first.
        self._telling = [
            sorted(((share, word) for word, share in shares.items() if word in index.texts), reverse=True)
            for shares in index.shares
        ]
        self._known: dict[tuple[int, int], tuple[int, int, int]] = {}

    def rank(self, row: int) -> list[Relative]:
        """Return the relatives of a document, nearest first; rows are asked for in order."""
        ranked = []
        near = self._nearest(row)
        ours, held = self._best(row, frozenset([other for other, _, _ in near])), frozenset(self._index.leads[row])
        for other, score, factor in near:
            known = self._known.pop((other, row), None)
            if known is None:
                likeness = alike(self._index.vectors[row], self._index.vectors[other], self._index.weight)
                twins = same(likeness, partial(self._terms, row), partial(self._terms, other))
                full = score_of(score, likeness, factor, twins=twins)
                theirs = next((told for told in self._telling[other] if told[1] in held), _NOTHING)
                known = full, *telling(ours.get(other, _NOTHING), theirs)
                if row < other:
                    self._known[row, other] = known[0], known[2], known[1]
            full, here, there = known
            ranked.append(Relative(full, other, score * factor // FADING, here, there))
        ranked.sort(key=lambda one: (-one.full, one.row))
        return ranked

    def _terms(self, row: int) -> Terms:
        return unpack(self._documents[row].terms)

    def _nearest(self, row: int) -> list[tuple[int, int, int]]:
        """Return (row, score, what time leaves of it) of those whose titles and texts share most."""
        index = self._index
        scores: dict[int, int] = defaultdict(int)
        for word, share in index.shares[row].items():
            for other in index.texts.get(word, ()):
                scores[other] += share
        for word in index.leads[row]:
            for other, share in zip(*index.titles[word], strict=True):
                scores[other] += share
        scores.pop(row, None)
        days, fadings, day = self._days, self._fadings, self._days[row]
        found: list[tuple[int, int, int, int]] = []
        least = 0
        for other, score in sorted(scores.items(), key=_second, reverse=True):
            # Where time takes the least, and that is too little, nobody further down can be among the nearest.
            if score < least:
                break
            factor = fadings[abs(day - days[other])]
            found.append((-(score * factor // FADING), other, score, factor))
            if len(found) == NEAREST:
                least = -max(found)[0]
        found.sort()
        return [(other, score, factor) for _, other, score, factor in found[:NEAREST]]

    def _best(self, row: int, others: frozenset[int]) -> dict[int, tuple[int, int]]:
        """Return by row (share, number) of the word or pair of a title that says most of another's text."""
        best: dict[int, tuple[int, int]] = {}
        for told in self._telling[row]:
            for other in others.intersection(self._index.texts[told[1]]):
                best.setdefault(other, told)
        return best

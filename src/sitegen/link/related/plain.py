"""The relatives of all documents, in plain Python."""

from array import array
from collections.abc import Mapping, Sequence

from sitegen.link.related.closely import alike, maybe_same, same, score_of, weightier
from sitegen.link.related.index import Index, index_of
from sitegen.link.related.nearest import nearest
from sitegen.link.related.table import Document, Kinship, Relative, empty_table
from sitegen.link.related.weights import fading
from sitegen.model.terms import Terms, unpack

_NOTHING = (0, 0)


def relate(documents: Sequence[Document]) -> Kinship:
    """Return the relatives of documents that stand in order of their ids."""
    table, index = empty_table(documents), index_of(documents)
    ranker = _Ranker(index, table.days, documents)
    for row in range(len(documents)):
        table.place(row, ranker.rank(row))
    table.count()
    table.lengths = array("I", [vector.length for vector in index.vectors])
    return Kinship(table, index.about, index.postings(), index.texts.keys())


class _Ranker:
    def __init__(self, index: Index, days: Sequence[int], documents: Sequence[Document]) -> None:
        self._index, self._days, self._documents = index, days, documents
        self._fadings = [fading(each) for each in range(max(days, default=0) - min(days, default=0) + 1)]
        self._near = nearest(index.asked, index.texts, days, self._fadings)
        beside: list[set[int]] = [set() for _ in documents]
        for row, near in enumerate(self._near):
            for other, _, _ in near:
                beside[row].add(other)
                beside[other].add(row)
        self._best = [_best(*each, index.texts) for each in zip(index.asked, beside, strict=True)]
        self._known: dict[tuple[int, int], int] = {}

    def rank(self, row: int) -> list[Relative]:
        """Return the relatives of a document, nearest first; rows are asked for in order."""
        ranked = []
        for other, score, faded in self._near[row]:
            full = self._known.pop((other, row), None)
            if full is None:
                full = self._full(row, other, score)
                if row < other:
                    self._known[row, other] = full
            said = weightier(self._best[row].get(other, _NOTHING), self._best[other].get(row, _NOTHING))
            ranked.append(Relative(full, other, faded, *said))
        ranked.sort(key=lambda one: (-one.full, one.row))
        return ranked

    def _full(self, row: int, other: int, score: int) -> int:
        vectors, factor = self._index.vectors, self._fadings[abs(self._days[row] - self._days[other])]
        likeness = alike(vectors[row], vectors[other], self._index.weight)
        twins = maybe_same(likeness) and same(self._terms(row), self._terms(other))
        return score_of(score, likeness, factor, twins=twins)

    def _terms(self, row: int) -> Terms:
        return unpack(self._documents[row].terms)


def _best(
    words: Sequence[tuple[int, int]], others: set[int], texts: Mapping[int, Sequence[int]]
) -> dict[int, tuple[int, int]]:
    """Return by row (share, number) of the word or pair of a title that says most of another's text."""
    best: dict[int, tuple[int, int]] = {}
    for told in words:
        for other in others.intersection(texts[told[1]]):
            best.setdefault(other, told)
    return best

"""The relatives of all documents, in plain Python."""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from sitegen.link.related.closely import Vector, alike, best_of, score_of, telling, vector_of
from sitegen.link.related.index import Index, begin
from sitegen.link.related.table import Document, Kinship, Relative, Table
from sitegen.link.related.weights import FADING, NEAREST, fading, well_known
from sitegen.model.terms import unpack

_ROWS = 1 << 32


@dataclass(frozen=True, slots=True)
class Corpus:
    """All documents, by row."""

    shares: Sequence[Mapping[int, int]]
    """Of their titles."""
    leads: Sequence[Sequence[int]]
    """The words and pairs in their texts that lead to the titles that hold them."""
    vectors: Sequence[Vector]
    days: Sequence[int]
    fadings: Sequence[int]
    """By the days between two documents."""

    def fading(self, row: int, other: int) -> int:
        """Return what time leaves of a score."""
        return self.fadings[abs(self.days[row] - self.days[other])]


def relate(documents: Sequence[Document]) -> Kinship:
    """Return the relatives of documents that stand in order of their ids."""
    table, scale, index = begin(documents)
    asked, known = index.asked, Counter[int]()
    vectors, texts = [], []
    worth = scale.worths().get
    for document in documents:
        terms = unpack(document.terms)
        text = array("I", filter(asked.__contains__, chain(*terms.words, terms.pairs)))
        known.update(text)
        texts.append(text)
        vectors.append(vector_of(terms, worth))
    index.known.update(known)
    leading = {word for word, count in known.items() if count <= well_known(len(documents))}
    for row, text in enumerate(texts):
        texts[row] = array("I", filter(leading.__contains__, text))
        for word in texts[row]:
            index.mentions[word].append(row)
    days = table.days
    fadings = [fading(days) for days in range(max(days, default=0) - min(days, default=0) + 1)]
    corpus = Corpus(index.shares, texts, vectors, days, fadings)
    for row in range(len(documents)):
        table.place(row, _rank(row, _nearest(row, corpus, index), corpus, table))
    return Kinship(table, index.about, index.packed())


def _nearest(row: int, corpus: Corpus, index: Index) -> Iterator[tuple[int, int, int]]:
    """Yield (faded score, row, score) of the documents whose titles and texts share most, the best first."""
    scores: dict[int, int] = defaultdict(int)
    for word, share in corpus.shares[row].items():
        for other in index.mentions.get(word, ()):
            scores[other] += share
    for word in corpus.leads[row]:
        for other, share in index.asked[word]:
            scores[other] += share
    scores.pop(row, None)
    days, fadings, day = corpus.days, corpus.fadings, corpus.days[row]
    ranked = [
        (score * fadings[abs(day - days[other])] // FADING + 1) * _ROWS - other for other, score in scores.items()
    ]
    ranked.sort(reverse=True)
    for both in ranked[:NEAREST]:
        other = -both % _ROWS
        yield (both + other) // _ROWS - 1, other, scores[other]


def _rank(row: int, near: Iterator[tuple[int, int, int]], corpus: Corpus, table: Table) -> list[Relative]:
    """Look closely at the relatives found."""
    vector, shares, leads = corpus.vectors[row], corpus.shares[row], frozenset(corpus.leads[row])
    ranked = []
    for first, other, found in near:
        seen = table.seen(other, row) if other < row else None
        full, here, there = seen or (
            score_of(found, alike(vector, corpus.vectors[other]), corpus.fading(row, other)),
            *telling(best_of(shares, corpus.leads[other]), best_of(corpus.shares[other], leads)),
        )
        ranked.append(Relative(full, other, first, here, there))
    ranked.sort(key=lambda one: (-one.full, one.row))
    return ranked

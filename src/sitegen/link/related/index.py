"""Documents become an index: which words and pairs of titles stand in which texts."""

from array import array
from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, repeat

from sitegen.base.noun import Struct
from sitegen.link.related.closely import Vector, vector_of
from sitegen.link.related.postings import pack_posting
from sitegen.link.related.table import Document
from sitegen.link.related.weights import COUNTED, MOST_TITLES, Scale, most_texts
from sitegen.model.terms import text_of, unpack

_ROUND = 16
"""Documents after which words that very many texts hold are asked for no longer."""


class Index(Struct):
    """What leads from words to documents."""

    about: Counter[int]
    """How many documents are about a word."""
    shares: list[dict[int, int]]
    """By row: the words and pairs of a title, with the share of each in the whole title."""
    titles: Counter[int]
    """By word or pair: how many titles hold it."""
    texts: dict[int, list[int]]
    """By word or pair that leads: the rows of the texts that hold it."""
    many: Mapping[int, int]
    """By word or pair that stands in too many texts to lead: in how many, as far as they were counted."""
    vectors: list[Vector]
    """By row."""
    weight: Mapping[int, int]
    """`Scale.weight`."""

    def asked(self, row: int) -> list[tuple[int, int]]:
        """Return the words and pairs of a title that lead, each behind its share, those with the largest first."""
        return sorted([(share, word) for word, share in self.shares[row].items() if word in self.texts], reverse=True)

    def postings(self) -> Iterator[tuple[int, bytes]]:
        """Yield the posting of every word and pair of a title."""
        asked: dict[int, tuple[array[int], array[int]]] = defaultdict(lambda: (array("I"), array("I")))
        for row in range(len(self.shares)):
            for share, word in self.asked(row):
                rows, shares = asked[word]
                rows.append(row)
                shares.append(share)
        for word, (rows, shares) in asked.items():
            yield word, pack_posting(len(rows), len(self.texts[word]), rows, shares, self.texts[word])
        for word, titles in self.titles.items():
            if word not in asked:
                yield word, pack_posting(titles, self.many.get(word, 0), (), (), ())


def index_of(documents: Sequence[Document]) -> Index:
    """Return the index of documents, each known by its place."""
    about = Counter[int]()
    heads = []
    for document in documents:
        terms = unpack(document.terms)
        about.update(terms.about)
        heads.append(terms.title)
    scale = Scale(len(documents), about.__getitem__)
    shares = [scale.shares(title) for title in heads]
    titles = Counter(chain.from_iterable(shares))
    texts = _read(documents, [word for word, count in titles.items() if count <= MOST_TITLES])
    most = most_texts(len(documents))
    many = {word: len(rows) for word, rows in texts.items() if len(rows) > most}
    for word in many:
        del texts[word]
    vectors = [vector_of(unpack(document.terms), scale.weight) for document in documents]
    return Index(about, shares, titles, texts, many, vectors, scale.weight)


def _read(documents: Sequence[Document], asked: Sequence[int]) -> dict[int, list[int]]:
    """Return by word the rows of the texts that hold it, of `COUNTED` at the most."""
    texts: dict[int, list[int]] = {word: [] for word in asked}
    wanted = set(asked)
    for row, document in enumerate(documents):
        found = wanted.intersection(text_of(document.terms))
        # Two million times, so that no step of it is in Python.
        deque(map(list.append, map(texts.__getitem__, found), repeat(row)), maxlen=0)
        if not row % _ROUND:
            wanted.difference_update([word for word in found if len(texts[word]) >= COUNTED])
    return {word: rows[:COUNTED] for word, rows in texts.items()}

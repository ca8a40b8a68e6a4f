"""Documents become an index: which words and pairs of titles stand in which texts."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from sitegen.base.noun import Struct
from sitegen.link.related.closely import Telling, Vector, vector_of
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
    asked: list[list[tuple[int, int]]]
    """By row: the words and pairs of a title that lead, each behind its share, those with the largest first."""
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

    def postings(self) -> Iterator[tuple[int, bytes]]:
        """Yield the posting of every word and pair of a title."""
        heads: dict[int, list[int]] = defaultdict(list)
        for row, asked in enumerate(self.asked):
            for share, word in asked:
                heads[word] += row, share
        for word, texts in self.texts.items():
            rows, shares = heads[word][::2], heads[word][1::2]
            yield word, pack_posting(len(rows), len(texts), rows, shares, texts)
        for word, titles in self.titles.items():
            if word not in self.texts:
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
    many = {word: min(len(rows), COUNTED) for word, rows in texts.items() if len(rows) > most}
    for word in many:
        del texts[word]
    asked = [sorted([(share, word) for word, share in each.items() if word in texts], reverse=True) for each in shares]
    telling = Telling(scale.weight)
    vectors = [vector_of(unpack(document.terms), telling) for document in documents]
    return Index(about, asked, titles, texts, many, vectors, scale.weight)


def _read(documents: Sequence[Document], asked: Sequence[int]) -> dict[int, list[int]]:
    """Return by word the rows of the texts that hold it; of a word that very many hold, at least `COUNTED`."""
    # Words are entered when they are first found: those that many texts hold lie near each other in memory, which is
    # then quicker than the order of titles.
    texts: dict[int, list[int]] = defaultdict(list)
    wanted = set(asked)
    for row, document in enumerate(documents):
        found = wanted.intersection(text_of(document.terms))
        for word in found:
            texts[word].append(row)
        if not row % _ROUND:
            wanted.difference_update([word for word in found if len(texts[word]) >= COUNTED])
    return {**texts, **{word: [] for word in asked if word not in texts}}

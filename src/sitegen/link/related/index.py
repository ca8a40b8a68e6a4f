"""Documents become an index: which words and pairs of titles stand in which texts."""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from sitegen.base.noun import Struct
from sitegen.link.related.closely import Vector, vector_of
from sitegen.link.related.postings import pack_posting
from sitegen.link.related.table import Document
from sitegen.link.related.weights import COUNTED, MOST_TITLES, Scale, most_texts
from sitegen.model.terms import text_of, unpack


class Index(Struct):
    """What leads from words to documents. Arrays, since what lies together is read quicker than what is scattered."""

    about: Counter[int]
    """How many documents are about a word."""
    shares: list[dict[int, int]]
    """By row: the words and pairs of a title, with the share of each in the whole title."""
    titles: "dict[int, tuple[array[int], array[int]]]"
    """By word or pair: the rows of the titles that hold it, and its share in each."""
    texts: "dict[int, array[int]]"
    """By word or pair that leads: the rows of the texts that hold it."""
    many: Mapping[int, int]
    """By word or pair: how many texts hold it, as far as they were counted."""
    leads: "list[array[int]]"
    """By row: the words and pairs in its text that lead."""
    vectors: list[Vector]
    """By row."""
    weight: Mapping[int, int]
    """`Scale.weight`."""

    def postings(self) -> Iterator[tuple[int, bytes]]:
        """Yield the posting of every word and pair of a title."""
        for word, (rows, shares) in self.titles.items():
            if word in self.texts:
                yield word, pack_posting(len(rows), len(self.texts[word]), rows, shares, self.texts[word])
            else:
                yield word, pack_posting(len(rows), min(self.many[word], COUNTED), (), (), ())


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
    titles: dict[int, tuple[array[int], array[int]]] = defaultdict(lambda: (array("I"), array("I")))
    for row, held in enumerate(shares):
        for word, share in held.items():
            rows, each = titles[word]
            rows.append(row)
            each.append(share)
    many, leads = _read(documents, {word for word, (rows, _) in titles.items() if len(rows) <= MOST_TITLES})
    most = most_texts(len(documents))
    texts = {word: array("I") for word, (rows, _) in titles.items() if len(rows) <= MOST_TITLES and many[word] <= most}
    for row, held_by in enumerate(leads):
        leads[row] = leading = array("I", filter(texts.__contains__, held_by))
        for word in leading:
            texts[word].append(row)
    vectors = [vector_of(unpack(document.terms), scale.weight) for document in documents]
    return Index(about, shares, titles, texts, many, leads, vectors, scale.weight)


def _read(documents: Sequence[Document], asked: set[int]) -> "tuple[Counter[int], list[array[int]]]":
    """Return how many texts hold a word, `COUNTED` or more of them, and by row the words held."""
    many = Counter[int]()
    leads = []
    for row, document in enumerate(documents):
        if row > COUNTED and not row & (row - 1):
            # At each power of two what stands in very many texts is asked for no longer.
            asked = {word for word in asked if many[word] < COUNTED}
        held = asked.intersection(text_of(document.terms))
        many.update(held)
        leads.append(array("I", held))
    return many, leads

"""Documents become an index: which words and pairs of titles stand in which texts."""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sitegen.link.related.closely import Vector, vector_of
from sitegen.link.related.postings import pack_posting
from sitegen.link.related.table import Document
from sitegen.link.related.weights import COUNTED, MOST_TITLES, Scale, most_texts
from sitegen.model.terms import text_of, unpack


@dataclass(slots=True)
class Index:
    """What leads from words to documents."""

    about: Counter[int]
    """How many documents are about a word."""
    shares: list[dict[int, int]]
    """By row: the words and pairs of a title, with the share of each in the whole title."""
    titles: dict[int, list[tuple[int, int]]]
    """By word or pair: (row, share) of each title that holds it."""
    texts: dict[int, set[int]]
    """By word or pair that leads: the rows of the texts that hold it."""
    many: dict[int, int]
    """By word or pair that does not lead: how many texts hold it, as far as they were counted."""
    leads: list[Sequence[int]]
    """By row: the words and pairs in its text that lead."""
    vectors: list[Vector]
    """By row."""
    weight: Mapping[int, int]
    """`Scale.weight`."""

    def postings(self) -> Iterator[tuple[int, bytes]]:
        """Yield the posting of every word and pair of a title."""
        for word, titles in self.titles.items():
            if (texts := self.texts.get(word)) is None:
                yield word, pack_posting(len(titles), self.many[word], (), (), ())
            else:
                rows, shares = zip(*titles, strict=True)
                yield word, pack_posting(len(rows), len(texts), rows, shares, sorted(texts))


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
    titles: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for row, held in enumerate(shares):
        for word, share in held.items():
            titles[word].append((row, share))
    texts, leads = _read(documents, {word for word, held in titles.items() if len(held) <= MOST_TITLES})
    many = {word: min(len(texts[word]), COUNTED) if word in texts else 0 for word in titles}
    most = most_texts(len(documents))
    texts = {word: held for word, held in texts.items() if len(held) <= most}
    return Index(
        about,
        shares,
        titles,
        texts,
        many,
        [array("I", filter(texts.__contains__, held)) for held in leads],
        [vector_of(unpack(document.terms), scale.weight) for document in documents],
        scale.weight,
    )


def _read(documents: Sequence[Document], asked: set[int]) -> tuple[dict[int, set[int]], list[Sequence[int]]]:
    """Return by word the rows of the texts that hold it, `COUNTED` or more of them, and by row the words held."""
    texts: dict[int, set[int]] = {word: set() for word in asked}
    leads: list[Sequence[int]] = []
    for row, document in enumerate(documents):
        if row > COUNTED and not row & (row - 1):
            # At each power of two what stands in very many texts is asked for no longer.
            asked = {word for word in asked if len(texts[word]) < COUNTED}
        held = asked.intersection(text_of(document.terms))
        for word in held:
            texts[word].add(row)
        leads.append(array("I", held))
    return texts, leads

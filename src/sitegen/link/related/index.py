"""Documents become an index: which words and pairs of titles stand in which texts."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sitegen.link.related.postings import pack_posting
from sitegen.link.related.table import Document, Table, empty_table
from sitegen.link.related.weights import Scale
from sitegen.model.terms import unpack


@dataclass(slots=True)
class Index:
    """What leads from a word to documents."""

    about: Counter[int]
    """How many documents are about a word."""
    shares: list[dict[int, int]]
    """By row: the words and pairs of a title, with the share of each in the whole title."""
    asked: dict[int, list[tuple[int, int]]]
    """By word or pair: (row, share) of each title that holds it."""
    known: Counter[int] = field(default_factory=Counter)
    """By word or pair of a title: in how many texts it stands."""
    mentions: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    """By word or pair of a title that few texts hold: the rows of these."""

    def packed(self) -> Iterator[tuple[int, bytes]]:
        """Yield the posting of every word and pair of a title."""
        for word, titles in self.asked.items():
            rows, shares = zip(*titles, strict=True)
            yield word, pack_posting(self.known[word], rows, shares, self.mentions.get(word, ()))


def begin(documents: Sequence[Document]) -> tuple[Table, Scale, Index]:
    """Return a table without relatives, the worth of all words, and an index of the titles."""
    about = Counter[int]()
    titles = []
    for document in documents:
        terms = unpack(document.terms)
        about.update(terms.about)
        titles.append(terms.title)
    scale = Scale(len(documents), about)
    shares = [scale.shares(title) for title in titles]
    asked: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for row, held in enumerate(shares):
        for word, share in held.items():
            asked[word].append((row, share))
    return empty_table(documents), scale, Index(about, shares, asked)

"""What related articles cost: time and memory at several sizes, in plain Python and with numpy, and after one edit.

    python benchmarks/related.py                          # 1,000 and 10,000 articles
    python benchmarks/related.py --articles 1000 100000   # with growth between them

The articles are words by a law of Zipf, a fifth of them those of one of many topics, about as long as news. They are
made as `parse` hands them over, so that nothing but related articles is measured. Every figure is of a process of its
own: processor seconds to find all relatives, to settle what is shown and to pack what is remembered; the peak memory of
that process, and what of it the articles took before; and milliseconds for the short way of a build after one article
has changed: to load what is remembered, bring it up to date, settle, and write it down. The result is a table in
Markdown.
"""

import argparse
import multiprocessing
import random
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import accumulate, chain, pairwise
from math import log
from pathlib import Path

from sitegen.base.words import pairs
from sitegen.engine.store import open_store
from sitegen.engine.workers import rare_collections
from sitegen.link.related import fast, plain
from sitegen.link.related.reasons import Reasons
from sitegen.link.related.settle import settle
from sitegen.link.related.table import Document
from sitegen.model.article import Article, FrontMatter
from sitegen.model.site import Card
from sitegen.model.terms import Terms
from sitegen.pipeline.nouns import CODEC
from sitegen.pipeline.steps.relations import Relations

WORDS, GENERAL, OF_A_TOPIC, ARTICLES_A_TOPIC = 600, 30_000, 60, 40
LEAD, CHANGED, SHOWN = 40, 30, 6
NEWEST, YEARS = 739_000, 8
EDITS = 5


@dataclass(frozen=True)
class Cost:
    """What one way took."""

    seconds: float
    memory: float
    """MiB at the peak."""
    before: float
    """MiB before it began."""


class Newsroom:
    """Articles as their relatives see them; the same for the same seed and size."""

    def __init__(self, size: int, seed: int) -> None:
        self.size, self.seed = size, seed
        self._topics = max(1, size // ARTICLES_A_TOPIC)
        self._weights = list(accumulate(1 / (rank + 3) for rank in range(GENERAL)))
        self._own = list(accumulate(1 / (rank + 3) for rank in range(OF_A_TOPIC)))

    def document(self, number: int, edition: int = 0) -> Document:
        """Return an article, or one with a few other words in its text."""
        chance = random.Random(f"{self.seed} {number}")
        topic = GENERAL + chance.randrange(self._topics) * OF_A_TOPIC
        own, rest = range(topic, topic + OF_A_TOPIC), range(GENERAL)
        title = chance.sample(own, 3) + chance.choices(rest, cum_weights=self._weights, k=chance.randint(2, 5))
        chance.shuffle(title)
        day = NEWEST - int(365 * YEARS * number / self.size)
        count = chance.randint(WORDS // 2, WORDS * 3 // 2)
        text = chance.choices(own, cum_weights=self._own, k=count // 5)
        text += chance.choices(rest, cum_weights=self._weights, k=count - len(text))
        chance.shuffle(text)
        for place in range(LEAD, LEAD + CHANGED if edition else 0):
            text[place] = chance.choice(text) + edition
        return Document(f"articles/{number:07}", day, packed([spread(one) for one in title], list(map(spread, text))))

    def documents(self) -> Iterator[Document]:
        """Yield all in order of their ids."""
        return map(self.document, range(self.size))


def spread(word: int) -> int:
    """Return a number of 32 bits for each word, as far apart as those of real words."""
    return (word + 1) * 0x85EBCA6B & 0xFFFFFFFF


def packed(title: list[int], text: list[int]) -> bytes:
    """Return terms as `parse` does."""
    counts = Counter(text)
    counts.update((*title, *title, *text[:LEAD]))
    below = dict.fromkeys(text)
    about = list(dict.fromkeys(title + text[:LEAD]))
    once, often = ([word for word in below if (counts[word] > 1) == many] for many in (False, True))
    both = [pair for pair in dict.fromkeys(pairs(text)) if pair not in below]
    return Terms(title, about, once, often, both).pack()


def find(way: str, size: int, seed: int) -> Cost:
    """Find all relatives."""
    documents = list(Newsroom(size, seed).documents())
    before, started = peak(), time.process_time()
    with rare_collections():
        kinship = (fast if way == "numpy" else plain).relate(documents)
        settle(kinship.table, {}, SHOWN)
        for _ in chain(kinship.postings, kinship.shelved):
            pass
    return Cost(time.process_time() - started, peak(), before)


def edit(_: str, size: int, seed: int) -> Cost:
    """Follow some edits, one after the other; return the middle one's seconds."""
    newsroom = Newsroom(size, seed)
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(Path(folder) / "related.sqlite", "1")
        documents = list(newsroom.documents())
        store.put_parsed(map(row_of, documents))
        found = Relations(store)
        found.find(documents, {}, SHOWN, no_spares)
        found.keep()
        store.commit()
        articles = {document.id: article_of(document) for document in documents}
        before, spent = peak(), []
        for edition in range(1, EDITS + 1):
            changed = newsroom.document(size // 2, edition)
            store.retain([changed.id])
            store.put_parsed([row_of(changed)])
            started = time.process_time()
            relations = Relations(store)
            reasons = Reasons(card, articles.__getitem__, "Desk", relations.rare)
            if relations.follow([article_of(changed)], reasons) is None:
                relations.find([*documents[: size // 2], changed, *documents[size // 2 + 1 :]], {}, SHOWN, no_spares)
            relations.keep()
            store.commit()
            spent.append(time.process_time() - started)
        store.close()
    return Cost(sorted(spent)[EDITS // 2], peak(), before)


def no_spares(idents: Collection[str]) -> dict[str, tuple[str, ...]]:
    return dict.fromkeys(idents, ())


def row_of(document: Document) -> tuple[str, str, bytes, bytes, bytes]:
    return document.id, "key", CODEC.encode(article_of(document)), b"", b""


def article_of(document: Document) -> Article:
    date = datetime.fromordinal(document.day).replace(tzinfo=UTC)
    meta, path = FrontMatter(title="Title", date=date), f"content/{document.id}.md"
    return Article(document.id, path, "article", False, meta, "", WORDS, 3, 0, (), document.terms, (), (), "")


def card(ident: str) -> Card:
    return Card(ident, f"/{ident}/", "Title", "", datetime.fromordinal(NEWEST), None, (), None, (), None, 3)


def peak() -> float:
    """Return the most memory that this process has had, in MiB."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1 << 20 if sys.platform == "darwin" else 1 << 10)


WAYS = {"plain Python": find, "numpy": find, "one edit": edit}


def report(costs: dict[tuple[str, int], Cost]) -> str:
    """Return the tables."""
    sizes = sorted({size for _, size in costs})
    lines = ["| articles | way | CPU s | peak MiB | of it articles |", "| --- | --- | --- | --- | --- |"]
    lines += [
        f"| {size:,} | {way} | {cost.seconds:.3f} | {cost.memory:.0f} | {cost.before:.0f} |"
        for (way, size), cost in costs.items()
    ]
    if len(sizes) > 1:
        lines += ["", "Cost grows as n^k.", "", "| way | from | to | k of CPU |", "| --- | --- | --- | --- |"]
    for low, high in pairwise(sizes):
        for way in WAYS:
            few, many = costs.get((way, low)), costs.get((way, high))
            if few and many:
                power = log(many.seconds / few.seconds) / log(high / low)
                lines.append(f"| {way} | {low:,} | {high:,} | {power:.2f} |")
    return "\n".join(lines)


def arguments(given: Sequence[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, nargs="+", default=[1000, 10_000], metavar="N", help="sizes")
    parser.add_argument("--ways", nargs="+", choices=list(WAYS), default=list(WAYS))
    parser.add_argument("--seed", type=int, default=1, help="of the articles (1)")
    return parser.parse_args(given)


def main() -> None:
    options = arguments()
    costs: dict[tuple[str, int], Cost] = {}
    context = multiprocessing.get_context("spawn")
    for size in options.articles:
        for way in options.ways:
            with context.Pool(1) as pool:
                costs[way, size] = pool.apply(WAYS[way], (way, size, options.seed))
            print(f"{way:12} {size:>9,} {costs[way, size].seconds:9.3f} s", file=sys.stderr, flush=True)
    print(report(costs))


if __name__ == "__main__":
    main()

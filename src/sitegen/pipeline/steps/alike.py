"""Which titles and descriptions pages share, so that they tell themselves apart; which titles articles name."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Self

from sitegen.base.digest import digest
from sitegen.base.noun import Noun
from sitegen.base.slugs import slugify, title_slugs
from sitegen.base.text import shorten
from sitegen.engine.store import Store
from sitegen.model.article import Article
from sitegen.model.output import DESCRIPTION
from sitegen.model.site import Card
from sitegen.pipeline.nouns import CODEC


class Alike(Noun):
    """What the titles and descriptions of all pages mean for each other."""

    counts: Counter[str]
    """How many have a title or a description, by a short digest of it."""
    named: frozenset[str]
    """Whatever articles are called by in other files, some of it by title."""

    @classmethod
    def of(cls, titles: Mapping[str, int], summaries: Mapping[str, int], articles: Iterable[Article]) -> Self:
        """Take in how many pages have each title and each description, and gather the names that articles use."""
        marks = {_title_mark(text): count for text, count in titles.items()}
        marks |= {_summary_mark(text): count for text, count in summaries.items()}
        return cls(
            Counter(marks),
            frozenset(slug for article in articles for name in _names(article) for slug in title_slugs(name)),
        )

    @classmethod
    def load(cls, store: Store) -> Self:
        """Return what the last finished build counted."""
        data = store.get("alike")
        marks, counts, named = CODEC.decode(data) if data else ((), (), frozenset())
        return cls(Counter(dict(zip(marks, counts, strict=True))), named)

    def after(self, edits: Iterable[tuple[Card, Card]]) -> Self | None:
        """Return what it is after cards changed.

        None where two pages become or stop being alike, or where a title goes or comes that another article names.
        """
        counts = Counter(self.counts)
        for before, after in edits:
            if before.title != after.title and not self.named.isdisjoint((slugify(before.title), slugify(after.title))):
                return None
            for old, new in zip(_marks(before), _marks(after), strict=True):
                if old == new:
                    continue
                if counts[old] != 1 or counts[new]:
                    return None
                del counts[old]
                counts[new] = 1
        return type(self)(counts, self.named)

    def store(self, store: Store) -> None:
        """Keep it for the next build."""
        # Tuples of plain values are read many times quicker than a dictionary of twenty thousand.
        store.put("alike", CODEC.encode((tuple(self.counts), tuple(self.counts.values()), self.named)))


def _marks(card: Card) -> tuple[str, str]:
    return _title_mark(card.title), _summary_mark(shorten(card.summary, DESCRIPTION))


def _title_mark(text: str) -> str:
    return digest(f"title {text}".encode())[:16]


def _summary_mark(text: str) -> str:
    return digest(f"summary {text}".encode())[:16]


def _names(article: Article) -> Iterator[str]:
    meta = article.meta
    yield from meta.related
    yield from meta.unrelated
    yield from (name for _, name in meta.translations)
    yield from article.labels
    yield from article.named

"""How many articles share a title or a description: their pages must tell themselves apart."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from sitegen.base.digest import digest
from sitegen.base.text import shorten
from sitegen.engine.store import Store
from sitegen.model.site import Card
from sitegen.pipeline.nouns import CODEC
from sitegen.render.answers import DESCRIPTION


@dataclass(frozen=True, slots=True)
class Alike:
    """Counts of all titles and descriptions, each by a short digest."""

    counts: Counter[str]

    @classmethod
    def of(cls, cards: Iterable[Card]) -> Self:
        """Count those of all cards."""
        return cls(Counter(mark for card in cards for mark in _marks(card)))

    @classmethod
    def load(cls, store: Store) -> Self:
        """Return what the last finished build counted."""
        data = store.get("alike")
        return cls(Counter(CODEC.decode(data) if data else {}))

    def after(self, edits: Iterable[tuple[Card, Card]]) -> Self | None:
        """Return the counts after cards changed, or None where two articles become or stop being alike."""
        counts = Counter(self.counts)
        for before, after in edits:
            for old, new in zip(_marks(before), _marks(after), strict=True):
                if old == new:
                    continue
                if counts[old] != 1 or counts[new]:
                    return None
                del counts[old]
                counts[new] = 1
        return type(self)(counts)

    def store(self, store: Store) -> None:
        """Keep the counts for the next build."""
        store.put("alike", CODEC.encode(dict(self.counts)))


def _marks(card: Card) -> tuple[str, str]:
    summary = shorten(card.summary, DESCRIPTION)
    return digest(f"title {card.title}".encode())[:16], digest(f"summary {summary}".encode())[:16]

"""Articles become suggestions: what to read next, and why."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence

from sitegen.link.references import References
from sitegen.model.article import Article
from sitegen.model.config import Config
from sitegen.model.site import Card, Neighbours, Suggestion


def suggest(
    articles: Sequence[Article],
    cards: Mapping[str, Card],
    neighbours: Mapping[str, Neighbours],
    references: References,
    config: Config,
) -> dict[str, tuple[Suggestion, ...]]:
    """Return the suggestions for each article, best first, pins before all."""
    frequency = Counter(term for article in articles for term, _ in article.terms)
    total = len(articles)
    postings: dict[str, list[tuple[str, float]]] = {}
    vectors: dict[str, list[tuple[str, float]]] = {}
    for article in articles:
        vector = [(t, w * math.log(1 + total / frequency[t])) for t, w in article.terms if 1 < frequency[t] < 400]
        norm = math.sqrt(sum(w * w for _, w in vector)) or 1.0
        vectors[article.id] = [(t, w / norm) for t, w in vector]
        for term, weight in vectors[article.id]:
            postings.setdefault(term, []).append((article.id, weight))
    found = {}
    for article in articles:
        scores: dict[str, float] = {}
        shared: dict[str, list[tuple[float, str]]] = {}
        for term, weight in vectors[article.id]:
            for other, theirs in postings[term]:
                scores[other] = scores.get(other, 0.0) + weight * theirs
                shared.setdefault(other, []).append((-weight * theirs, term))
        pins = references.pins.get(article.id, ())
        no = {article.id, *pins, *references.vetoes.get(article.id, ()), *neighbours[article.id].series}
        best = sorted((round(-score, 6), other) for other, score in scores.items() if other not in no)
        found[article.id] = (
            *(Suggestion(pin, 1.0, ("chosen by the editors",)) for pin in pins if pin in cards),
            *(
                Suggestion(other, -score, tuple(term for _, term in sorted(shared[other])[:2]))
                for score, other in best[: max(0, config.related.count - len(pins))]
            ),
        )
    return found

"""Which articles are near one another, by the words that they share and the time between them.

The work for each article is bounded, so that the whole grows in a straight line: its heaviest words only, and of the
articles that hold a word only the heaviest.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sitegen.model.article import Article
from sitegen.model.site import Card

_HEAVIEST = 24
"""Words of an article that are compared."""
_HOLDERS = 128
"""Articles that a word leads to."""
_STEEP = 1.5
"""Power of the inverse document frequency: rare words tell more than their share."""
_NEAREST = 24
"""Relatives of one article that are kept, so that pins, vetoes and series leave enough."""
_WORD = re.compile(r"[^\W\d_]{2,}")
_CALM = 15.0
"""What a title must weigh before its words in another text count in full; short titles prove little."""


class Kin(NamedTuple):
    """A relative of an article."""

    score: float
    id: str
    terms: tuple[str, ...]
    """Words that both share, the most telling first."""


def kinship(articles: Sequence[tuple[Article, Card]]) -> Iterator[tuple[str, tuple[Kin, ...]]]:
    """Yield every article's nearest relatives, nearest first, ties by id.

    Three things count: the likeness of the heaviest words (cosine), the words of one's title that stand in the other's
    text, and how near the two are in time.
    """
    rarity = _rarity(articles)
    vectors = {article.id: _vector(article, rarity) for article, _ in articles}
    titles = {article.id: _title(card, rarity) for article, card in articles}
    days = {article.id: card.date.timestamp() / 86400 for article, card in articles}
    postings = _postings(vectors)
    holders = _postings({article.id: _held(article, rarity) for article, _ in articles})
    askers = _postings(titles)
    for article, _ in articles:
        scores: dict[str, float] = {}
        for term, weight in vectors[article.id]:
            for other, theirs in postings[term]:
                scores[other] = scores.get(other, 0.0) + 0.6 * weight * theirs
        for term, weight in titles[article.id]:
            for other, held in holders.get(term, ()):
                scores[other] = scores.get(other, 0.0) + 0.8 * weight * held
        for term, held in article.terms:
            for other, weight in askers.get(term, ()):
                scores[other] = scores.get(other, 0.0) + 0.8 * weight * held / (held + 1.0)
        scores.pop(article.id, None)
        here = days[article.id]
        near = [(round(-score * _nearness(here - days[other]), 9), other) for other, score in scores.items()]
        near.sort()
        mine = dict(vectors[article.id])
        yield article.id, tuple(Kin(-score, other, _shared(mine, vectors[other])) for score, other in near[:_NEAREST])


def _rarity(articles: Sequence[tuple[Article, Card]]) -> dict[str, float]:
    """Return the weight of every word that at least two articles and at most a quarter of them hold."""
    total = len(articles)
    counts = Counter(term for article, _ in articles for term, _ in article.terms)
    most = max(2, total // 4)
    return {term: math.log(1 + total / count) ** _STEEP for term, count in counts.items() if 1 < count <= most}


def _vector(article: Article, rarity: dict[str, float]) -> list[tuple[str, float]]:
    """Return the heaviest words with weights of length one."""
    weighed = [((1 + math.log(weight)) * rarity[term], term) for term, weight in article.terms if term in rarity]
    weighed.sort(key=lambda pair: (-pair[0], pair[1]))
    heaviest = weighed[:_HEAVIEST]
    length = math.sqrt(sum(weight * weight for weight, _ in heaviest)) or 1.0
    return [(term, weight / length) for weight, term in heaviest]


def _held(article: Article, rarity: dict[str, float]) -> list[tuple[str, float]]:
    """Return the words of a text, each with how sure it is that the text is about it: from a half towards one."""
    return [(term, weight / (weight + 1.0)) for term, weight in article.terms if term in rarity]


def _title(card: Card, rarity: dict[str, float]) -> list[tuple[str, float]]:
    """Return the words of a title, each with its share of all that the title says."""
    words = [word for word in dict.fromkeys(_WORD.findall(card.title.lower())) if word in rarity]
    whole = sum(rarity[word] for word in words) + _CALM
    return [(word, rarity[word] / whole) for word in words]


def _postings(vectors: dict[str, list[tuple[str, float]]]) -> dict[str, list[tuple[str, float]]]:
    """Return the articles that hold each word, the heaviest first and no more than are looked at."""
    found: dict[str, list[tuple[str, float]]] = {}
    for ident, vector in vectors.items():
        for term, weight in vector:
            found.setdefault(term, []).append((ident, weight))
    for term, held in found.items():
        if len(held) > _HOLDERS:
            found[term] = sorted(held, key=lambda pair: (-pair[1], pair[0]))[:_HOLDERS]
    return found


def _nearness(days: float) -> float:
    """Return a factor that falls slowly: 1.6 on the same day, 1.3 after three months, 1.1 after a year."""
    return 1.6 - 0.12 * math.log1p(abs(days) / 7)


def _shared(mine: dict[str, float], theirs: list[tuple[str, float]]) -> tuple[str, ...]:
    """Return the two words that bring two articles together most."""
    both = sorted((-mine[term] * weight, term) for term, weight in theirs if term in mine)
    return tuple(term for _, term in both[:2])

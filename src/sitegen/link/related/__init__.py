"""Articles become suggestions: what to read next, and why."""

from collections.abc import Mapping, Sequence

from sitegen.link.references import References
from sitegen.link.related.kinship import Kin, kinship
from sitegen.model.article import Article
from sitegen.model.config import Config
from sitegen.model.site import Card, Neighbours, Suggestion

PINNED = "chosen by the editors"


def suggest(
    articles: Sequence[Article],
    cards: Mapping[str, Card],
    neighbours: Mapping[str, Neighbours],
    references: References,
    config: Config,
) -> dict[str, tuple[Suggestion, ...]]:
    """Return the suggestions for each article: what editors pinned first, then its nearest relatives.

    Nobody is shown what a veto names, nor the rest of its own series, which the page shows already.
    """
    shown = [article for article in articles if not _excluded(cards[article.id], config)]
    found: dict[str, tuple[Suggestion, ...]] = {article.id: () for article in articles}
    for ident, kin in kinship([(article, cards[article.id]) for article in shown]):
        pins = [pin for pin in references.pins.get(ident, ()) if pin in cards]
        away = {ident, *pins, *references.vetoes.get(ident, ()), *neighbours[ident].series}
        free = max(0, config.related.count - len(pins))
        best = [one for one in kin if one.id not in away][:free]
        found[ident] = (*(Suggestion(pin, 1.0, (PINNED,)) for pin in pins), *(_suggestion(one) for one in best))
    return found


def _excluded(card: Card, config: Config) -> bool:
    """Tell whether the settings keep an article out of all suggestions."""
    excluded = {("section", name) for name in config.related.exclude_sections}
    excluded |= {("tag", name) for name in config.related.exclude_tags}
    named = [("tag", name) for tag in card.tags for name in (tag.slug, tag.name)]
    if card.section:
        named += [("section", card.section.slug), ("section", card.section.name)]
    return not excluded.isdisjoint(named)


def _suggestion(kin: Kin) -> Suggestion:
    return Suggestion(kin.id, kin.score, (f"both on {' and '.join(kin.terms)}",) if kin.terms else ())

"""Who stands beside an article where too few are related to it: what readers look for there next."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from itertools import chain, islice

from sitegen.link.lists import newest_first
from sitegen.link.related.settle import Rule
from sitegen.model.site import Card


def spares_of(
    idents: Collection[str], cards: Sequence[Card], rules: Mapping[str, Rule], count: int
) -> dict[str, tuple[str, ...]]:
    """Return for some articles what could fill their places, the best first: enough, whatever else they show.

    First come those with the same tags, the tag that fewest have before the others, then those of the same section,
    then of the same authors, then all; of each the newer first.
    """
    shelves: dict[str, list[str]] = defaultdict(list)
    for card in newest_first(cards):
        for shelf in chain(*_shelves(card), ["all"]):
            shelves[shelf].append(card.id)
    by_id = {card.id: card for card in cards}
    found = {}
    for ident in idents:
        tags, *others = _shelves(by_id[ident])
        ordered = [*sorted(tags, key=lambda tag: (len(shelves[tag]), tag)), *chain(*others), "all"]
        rule = rules.get(ident, Rule())
        away = {ident, *rule.pins, *rule.away}
        some = (one for shelf in ordered for one in shelves[shelf] if one not in away)
        found[ident] = tuple(islice(dict.fromkeys(islice(some, len(ordered) * 2 * count)), 2 * count))
    return found


def _shelves(card: Card) -> tuple[list[str], list[str], list[str]]:
    """Return where an article stands by its tags, its section, its authors."""
    return (
        [f"tag {tag.slug}" for tag in card.tags],
        [f"section {card.section.slug}"] if card.section else [],
        [f"author {author.slug}" for author in card.authors],
    )

"""Articles become suggestions: what to read next, and why.

- Who is near to whom stands in a `table`. `plain` finds it by an `index` of `postings`: `nearest` tells who comes into
  question, and `closely` how near. `fast` finds the same with numpy, by `columns` and their `likeness`. What a word is
  worth, the `weights` say.
- `settle` makes of that what is shown, `spares` fill the places left over, and `reasons` say why, by a `headline`.
- After an edit, `update` brings the table up to date; it asks whom words are `about`, which of the `postings`
  lead, and who may hold other words, by the `concordance`.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from importlib.util import find_spec
from typing import NamedTuple

from sitegen.link.authors import house_name
from sitegen.link.labels import above_each, named_in
from sitegen.link.names import name_slug
from sitegen.link.references import References
from sitegen.link.related.reasons import Beside, Reasons, is_common
from sitegen.link.related.settle import Rule, Settled, settle
from sitegen.link.related.spares import spares_of
from sitegen.link.related.table import Document, Kinship, Table
from sitegen.link.related.weights import Scale
from sitegen.model.article import Article
from sitegen.model.config import Config
from sitegen.model.site import Card, Neighbours, Suggestion

Shown = Mapping[str, Sequence[Beside]]
"""By id what a page shows besides its pins: id, and what either title says of the other's text (`Table.reasons`)."""
Spares = Callable[[Collection[str]], Mapping[str, Sequence[str]]]
"""Returns what could fill the places of some articles, as `spares_of` does."""


class Found(NamedTuple):
    """What was found of relatives."""

    shown: Shown
    rare: Callable[[int], bool]
    """Tells of a word, by its number, whether few articles are about it."""


_NOTHING = Found({}, lambda _: False)
Finder = Callable[[Sequence[Document], Mapping[str, Rule], int, Spares], Found]
"""Takes documents in order of their ids, what editors rule, how many each may show, and what else there is."""

_WORTH_NUMPY = 300
"""Documents from which the import of numpy costs less than it saves."""


def relate(documents: Sequence[Document]) -> Kinship:
    """Return the relatives of documents that stand in order of their ids."""
    if len(documents) >= _WORTH_NUMPY and find_spec("numpy"):
        from sitegen.link.related.fast import relate as quickly

        return quickly(documents)
    from sitegen.link.related.plain import relate as plainly

    return plainly(documents)


def _documents_of(articles: Sequence[Article], cards: Mapping[str, Card], config: Config) -> Iterator[Document]:
    """Yield the articles that may be suggested, in order of their ids."""
    excluded = _excluded(config)
    for article in sorted(articles, key=lambda article: article.id):
        card = cards[article.id]
        if not excluded or excluded.isdisjoint(_labels(card)):
            yield Document(article.id, card.date.toordinal(), article.terms)


def _rules_of(
    cards: Mapping[str, Card], neighbours: Mapping[str, Neighbours], references: References
) -> dict[str, Rule]:
    """Return what editors say of suggestions: pins, vetoes, and what the page shows already: series, translations."""
    rules = {}
    series = (ident for ident, beside in neighbours.items() if beside.series)
    for ident in sorted({*references.pins, *references.vetoes, *references.translations, *series}):
        if ident in neighbours:
            pins = tuple(pin for pin in references.pins.get(ident, ()) if pin in cards)
            same = {target for _, target in references.translations.get(ident, ())}.difference(pins)
            away = {*references.vetoes.get(ident, ()), *neighbours[ident].series, *same} - {ident}
            rules[ident] = Rule(pins, frozenset(away))
    return rules


def suggest(
    articles: Sequence[Article],
    cards: Mapping[str, Card],
    lists: Mapping[str, tuple[str, ...]],
    neighbours: Mapping[str, Neighbours],
    references: References,
    config: Config,
    *,
    find: Finder,
) -> dict[str, tuple[Suggestion, ...]]:
    """Return the suggestions for each article: what editors pinned first, then its nearest relatives."""
    rules = _rules_of(cards, neighbours, references)
    count = config.related.count
    documents = tuple(_documents_of(articles, cards, config)) if count else ()

    def spares(idents: Collection[str]) -> Mapping[str, Sequence[str]]:
        return spares_of(idents, [cards[document.id] for document in documents], rules, count)

    shown, rare = find(documents, rules, count, spares) if count else _NOTHING
    by_id = {article.id: article for article in articles}
    reasons = Reasons(
        cards.__getitem__,
        by_id.__getitem__,
        house_name(config),
        rare,
        lambda slug: is_common(len(lists[f"tag:{slug}"]), len(documents)),
    )
    return {
        article.id: reasons.suggestions(article.id, shown.get(article.id, ()), rules.get(article.id, Rule()))
        for article in articles
    }


def find_anew(documents: Sequence[Document], rules: Mapping[str, Rule], count: int, spares: Spares) -> Found:
    """Find what each document shows, remembering nothing."""
    kinship = relate(documents)
    table, rows = kinship.table, range(len(documents))
    settled = settle(table, rules, count)
    shown = shown_of(table, settled, rows, spares(short_of(table, settled, rows)))
    return Found(shown, Scale(len(documents), lambda word: kinship.about.get(word, 0)).rare)


def short_of(table: Table, settled: Settled, rows: Iterable[int]) -> list[str]:
    """Return the ids of those that show fewer than they may."""
    ids = table.ids
    return [ids[row] for row in rows if ids[row] and len(settled.shown(row)) < settled.free(ids[row])]


def shown_of(table: Table, settled: Settled, rows: Iterable[int], spares: Mapping[str, Sequence[str]]) -> Shown:
    """Return what some documents show with the reasons; places that are left over are filled from `spares`."""
    ids, twins = table.ids, table.twins
    rows = list(rows)
    table.ask(rows)
    found = {}
    for row in rows:
        others = settled.shown(row)
        shown = [Beside(ids[other], *table.reasons(row, other)) for other in others]
        for spare in spares.get(ids[row], ()):
            other = table.rows[spare]
            if len(shown) == settled.free(ids[row]):
                break
            if other not in others and twins.get(other, frozenset()).isdisjoint(others):
                others.append(other)
                shown.append(Beside(spare, 0, 0, related=False))
        if ids[row]:
            found[ids[row]] = shown
    return found


def _excluded(config: Config) -> set[tuple[str, str]]:
    """Return kind and slug of what the settings keep out of all suggestions; of a tag, those below it too."""
    listed = (
        ("section", config.related.exclude_sections, named_in(config.sections)),
        ("tag", config.related.exclude_tags, named_in(config.tags)),
    )
    excluded = {(kind, meant.get(slug, slug)) for kind, names, meant in listed for slug in map(name_slug, names)}
    above = above_each(config.tags) if config.related.exclude_tags else {}
    return excluded | {("tag", slug) for slug, wider in above.items() if any(("tag", one) in excluded for one in wider)}


def _labels(card: Card) -> Iterator[tuple[str, str]]:
    """Yield the same of an article."""
    for kind, labels in (("tag", card.tags), ("section", (card.section,) if card.section else ())):
        for label in labels:
            yield kind, label.slug

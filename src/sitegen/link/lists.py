"""Cards become the lists that pages show, newest first, and who stands next to whom."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import takewhile

from sitegen.base.diagnostics import Diagnostic, problem
from sitegen.base.paths import url_below
from sitegen.model.article import Article
from sitegen.model.config import Config
from sitegen.model.output import NEWS
from sitegen.model.site import Card, Neighbours

Lists = dict[str, tuple[str, ...]]


def list_all(cards: Iterable[Card], parts: Mapping[str, int], above: Mapping[str, tuple[str, ...]]) -> Lists:
    """Return every list of articles by its key.

    `parts` gives the part that an article is of its series, and `above` the tags above a tag (`Vocabulary`).
    """
    newest = newest_first(cards)
    found: dict[str, list[str]] = {}
    for card in newest:
        for key in _keys_of(card, above):
            if key in found:
                found[key].append(card.id)
            else:
                found[key] = [card.id]
    lists = {key: tuple(ids) for key, ids in sorted(found.items())}
    by_id = {card.id: card for card in newest}
    for key, ids in lists.items():
        if key.startswith("series:"):
            lists[key] = tuple(sorted(ids, key=lambda ident: _reading_order(by_id[ident], parts.get(ident, 0))))
    return {"home": tuple(card.id for card in newest), **lists}


def newest_first(cards: Iterable[Card]) -> list[Card]:
    """Return cards in order of their dates, those of one moment in order of their ids."""
    return sorted(sorted(cards, key=lambda card: card.id), key=lambda card: card.date, reverse=True)


def _keys_of(card: Card, above: Mapping[str, tuple[str, ...]]) -> Iterable[str]:
    """Return the lists, beside `home`, in which an article stands."""
    if card.section:
        yield f"section:{card.section.slug}"
    tags = [tag.slug for tag in card.tags]
    wider = [parent for slug in tags for parent in above.get(slug, ())]
    yield from (f"tag:{slug}" for slug in dict.fromkeys(tags + wider))
    for author in card.authors:
        yield f"author:{author.slug}"
    if card.series:
        yield f"series:{card.series.slug}"
    yield f"year:{card.date.year}"


def _reading_order(card: Card, part: int) -> tuple[bool, int, object, str]:
    """Numbered parts first, then the others by date."""
    return not part, part, card.date, card.id


def part_of(articles: Iterable[Article]) -> dict[str, int]:
    """Return the part of its series that each article says it is."""
    return {article.id: article.meta.part for article in articles if article.meta.series}


def check_parts(shown: Iterable[Article], cards: Mapping[str, Card], config: Config) -> Iterator[Diagnostic]:
    """Yield each article that says it is a part of a series which another in its language says it is.

    Translations may belong to the same series.
    """
    known: dict[tuple[str, str, int], Article] = {}
    for article in shown:
        label, part = cards[article.id].series, article.meta.part
        if label and part:
            first = known.setdefault((label.slug, article.meta.language or config.site.language, part), article)
            if first is not article:
                message = f'part {part} of the series "{label.name}" is {first.path} already'
                yield problem("link/same-part", message, article.place("part"), "give one of the two another number")


def neighbours_of(lists: Lists, cards: Mapping[str, Card]) -> dict[str, Neighbours]:
    """Return what stands next to each article: the older and the newer one, and its series where that has others."""
    newest = lists["home"]
    series = {key: ids if len(ids) > 1 else () for key, ids in lists.items() if key.startswith("series:")}
    found = {}
    for at, ident in enumerate(newest):
        label = cards[ident].series
        found[ident] = Neighbours(
            previous=newest[at + 1] if at + 1 < len(newest) else "",
            next=newest[at - 1] if at else "",
            series=series[f"series:{label.slug}"] if label else (),
        )
    return found


def news_of(
    newest: Iterable[str], cards: Mapping[str, Card], articles: Iterable[Article], config: Config
) -> tuple[str, ...]:
    """Return the articles of the last two days that a search engine may list, in the order in which they come."""
    meta = {article.id: article.meta for article in articles}
    recent = takewhile(lambda ident: cards[ident].date > config.now - NEWS, newest)
    return tuple(
        ident
        for ident in recent
        if cards[ident].status == "published"
        and meta[ident].may_be_listed(url_below(config.site.url, cards[ident].address))
    )

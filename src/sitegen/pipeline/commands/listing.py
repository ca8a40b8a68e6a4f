"""Say which articles there are, which of them are public, and when the others will be."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Literal

from sitegen.base.diagnostics import Span, failure
from sitegen.base.noun import Noun
from sitegen.base.text import did_you_mean, nearest
from sitegen.configure import configure
from sitegen.engine.store import Store
from sitegen.link.addresses import address_of
from sitegen.link.authors import introduce
from sitegen.link.cards import card_of
from sitegen.link.labels import gather_all, meaning
from sitegen.link.names import name_slug
from sitegen.link.publication import divide, settle
from sitegen.model.article import Article
from sitegen.model.config import Config, Flags
from sitegen.model.site import Card, Label
from sitegen.pipeline.build import with_store
from sitegen.pipeline.commands.reading import read_all

State = Literal["published", "scheduled", "draft", "unsound"]


class Wanted(Noun):
    """Which articles are asked for; what is empty leaves out none."""

    states: frozenset[State] = frozenset()
    section: str = ""
    """A name as articles write it, an alias, or the slug; so are the others."""
    tag: str = ""
    author: str = ""


class Listed(Noun):
    """One article or standing page."""

    path: str
    kind: str
    title: str
    state: State
    """`unsound`: mistakes keep it from being published."""
    date: datetime | None
    """In the site's zone; None where it has none."""
    updated: datetime | None
    section: str
    tags: tuple[str, ...]
    authors: tuple[str, ...]
    address: str
    words: int


def listing(root: Path | None, flags: Flags, wanted: Wanted) -> tuple[Listed, ...]:
    """Return what is wanted: first articles without a date, then the others, newest first, then standing pages.

    Raises Failure where a name in `wanted` is nobody's.
    """
    config = configure(root, flags)
    return with_store(config, lambda store: _listing(config, store, wanted))


def _listing(config: Config, store: Store, wanted: Wanted) -> tuple[Listed, ...]:
    _, parsed = read_all(config, store)
    profiles = [article for article in parsed.by_id.values() if article.kind == "author"]
    placed = [article for article in parsed.by_id.values() if article.kind != "author"]
    shown, hidden = divide(placed, config)
    _, homeless, _ = settle(shown, config)
    states: dict[str, State] = {article.id: article.reason for article in (*hidden, *homeless)}
    found = []
    for article, card in _cards(placed, profiles, config, wanted):
        state = states.get(article.id, card.status)
        if not wanted.states or state in wanted.states:
            found.append(_listed(article, card, state, config))
    return tuple(sorted(sorted(found, key=lambda one: one.path), key=_newness, reverse=True))


def _cards(
    placed: list[Article], profiles: list[Article], config: Config, wanted: Wanted
) -> Iterable[tuple[Article, Card]]:
    """Yield the articles that have all that is wanted, whether they are public or not, with their cards."""
    articles = [article for article in placed if article.kind == "article"]
    vocabularies, _ = gather_all(articles, config)
    authors, _ = introduce(articles, profiles, config)
    sections, tags = vocabularies["section"], vocabularies["tag"]
    section = _meant(
        "section", wanted.section, sections.labels, {**meaning(sections.settings), **sections.slugs}, config
    )
    tag = _meant("tag", wanted.tag, tags.labels, {**meaning(tags.settings), **tags.slugs}, config)
    author = _meant("author", wanted.author, authors.labels, authors.slugs, config)
    for article in placed:
        card = card_of(article, address_of(article, config), config, authors=authors, vocabularies=vocabularies)
        if (
            (not section or (card.section and card.section.slug == section))
            and (not tag or any(tag in tags.within(label) for label in card.tags))
            and (not author or any(label.slug == author for label in card.authors))
        ):
            yield article, card


def _meant(kind: str, name: str, labels: Mapping[str, Label], slugs: Mapping[str, str], config: Config) -> str:
    """Return the slug that a name means, or an empty string where none is asked for.

    `slugs` gives it by the names that articles write, and the slugs of these are names as well.
    """
    if not name:
        return ""
    known = {name_slug(spelled): slug for spelled, slug in slugs.items()}
    known |= {name_slug(label.name): slug for slug, label in labels.items()} | {slug: slug for slug in labels}
    slug = known.get(name_slug(name), "")
    if slug not in labels:
        near = nearest(name, {*(label.name for label in labels.values()), *labels})
        hint = did_you_mean(near, f"sitegen list --format json shows every {kind}")
        raise failure("list/unknown-name", f'no article has the {kind} "{name}"', Span(config.file), hint)
    return slug


def _listed(article: Article, card: Card, state: State, config: Config) -> Listed:
    def here(moment: datetime | None) -> datetime | None:
        return moment.astimezone(config.zone) if moment else None

    return Listed(
        path=article.path,
        kind=article.kind,
        title=article.title,
        state=state,
        date=here(article.meta.date),
        updated=here(article.meta.updated),
        section=card.section.name if card.section else "",
        tags=tuple(tag.name for tag in card.tags),
        authors=tuple(author.name for author in card.authors),
        address=card.address,
        words=article.words,
    )


def _newness(one: Listed) -> tuple[bool, bool, float]:
    return one.kind == "article", one.date is None, one.date.timestamp() if one.date else 0.0

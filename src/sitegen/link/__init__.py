"""All articles become one site: the one place where they learn of each other.

- `publication` tells which of them appear, and `addresses` where. `cards` are what others may know of each.
- `authors` and `labels` are the names that articles share, made one by their `names`; `lists`, `terms` and `feeds` are
  made of these.
- By themselves they lead to each other: in `references`, and where they are `related`.
"""

from collections.abc import Sequence

from sitegen.base.diagnostics import Span, ordered
from sitegen.base.paths import content_path
from sitegen.link.addresses import address_of, aliases_of, asset_addresses
from sitegen.link.authors import introduce
from sitegen.link.cards import card_of
from sitegen.link.feeds import check_queries, feeds_of, query_lists
from sitegen.link.labels import gather_all, named_in
from sitegen.link.lists import check_parts, list_all, neighbours_of, news_of, part_of
from sitegen.link.publication import divide, settle
from sitegen.link.references import resolve
from sitegen.link.related import Finder, find_anew, suggest
from sitegen.link.terms import terms_of
from sitegen.model.article import Article
from sitegen.model.config import Config
from sitegen.model.site import Site
from sitegen.model.source import Inputs

__all__ = ["link"]


def link(articles: Sequence[Article], inputs: Inputs, config: Config, *, find: Finder = find_anew) -> Site:
    """Return the linked site. The order of `articles` does not matter; the time is linear in their number.

    `find` finds relatives: anew, or with what is remembered of them.
    """
    everything, hidden = divide(articles, config)
    everything, homeless, conflicts = settle(everything, config)
    hidden = tuple(sorted((*hidden, *homeless), key=lambda item: item.id))
    shown = tuple(article for article in everything if article.kind == "article")
    pages = tuple(article for article in everything if article.kind == "page")
    profiles = tuple(article for article in everything if article.kind == "author")
    placed = (*shown, *pages)

    vocabularies, doubtful_terms = gather_all(shown, config)
    authors, doubtful_authors = introduce(shown, profiles, config)
    addresses = {article.id: address_of(article, config) for article in placed}
    cards = {
        article.id: card_of(article, addresses[article.id], config, authors=authors, vocabularies=vocabularies)
        for article in placed
    }

    lists = list_all((cards[article.id] for article in shown), part_of(shown), vocabularies["tag"].above)
    terms = terms_of(lists, cards, authors=authors, vocabularies=vocabularies)
    lists |= {term.key: () for term in terms["author"] if not term.count}
    slugs = {
        f"{kind}:{name}": slug
        for kind, names in vocabularies.items()
        for name, slug in {**named_in(names.settings), **names.slugs}.items()
    }
    slugs |= {f"author:{name}": slug for name, slug in authors.slugs.items()}
    lists |= query_lists(lists, slugs, config)
    neighbours = neighbours_of(lists, cards)
    lists["news"] = news_of(lists["home"], cards, shown, config)

    references, strangers = resolve(placed, articles, config)
    return Site(
        cards=cards,
        lists=lists,
        terms=terms,
        neighbours=neighbours,
        related=suggest(shown, cards, lists, neighbours, references, config, find=find),
        addresses={
            **{content_path(article.path): addresses[article.id] for article in placed},
            **{content_path(profile.path): authors.labels[slug].address for slug, profile in authors.profiles.items()},
            **asset_addresses(inputs, everything, hidden),
        },
        pages=tuple(page.id for page in pages),
        aliases=tuple(alias for article in placed for alias in aliases_of(article, addresses[article.id])),
        hidden=hidden,
        feeds=feeds_of(terms, config),
        diagnostics=ordered(
            (
                *conflicts,
                *doubtful_terms,
                *doubtful_authors,
                *strangers,
                *check_queries(terms, slugs, config),
                *check_parts(shown, cards, config),
            )
        ),
        places=_places_of(placed),
        translations=references.translations,
    )


def _places_of(articles: Sequence[Article]) -> dict[tuple[str, str], Span]:
    """Return where each key stands in front matter that asks for an address."""
    return {
        (article.id, key): article.place(key)
        for article in articles
        for key, *_ in article.meta.places
        if key in ("path", "slug", "aliases")
    }

"""Lists become feeds: the site's, those of terms, and those that the configuration asks for."""

from collections.abc import Mapping

from sitegen.base.diagnostics import Diagnostic, Span, problem
from sitegen.base.text import did_you_mean, nearest
from sitegen.link.names import name_slug
from sitegen.model.config import Config, FeedQuery
from sitegen.model.site import Term


def feeds_of(terms: Mapping[str, tuple[Term, ...]], config: Config) -> tuple[tuple[str, str, str], ...]:
    """Return (list key, folder address, title) of every feed that the configuration wants and that has articles."""
    settings = config.feeds
    wanted = {
        "section": settings.sections,
        "tag": settings.tags,
        "author": settings.authors,
        "series": settings.series,
    }
    site = config.site.title
    return (
        ("home", "/", site),
        *(
            (term.key, term.address, f"{term.name} · {site}")
            for kind, switched_on in wanted.items()
            if switched_on
            for term in terms[kind]
            if term.count
        ),
        *((_key(query), f"/feeds/{query.name}/", query.title or f"{query.name} · {site}") for query in settings.query),
    )


def _key(query: FeedQuery) -> str:
    return f"feed:{query.name}"


def query_lists(
    lists: Mapping[str, tuple[str, ...]], slugs: Mapping[str, str], config: Config
) -> dict[str, tuple[str, ...]]:
    """Return the articles that each query asks for, by its list key, newest first.

    `slugs` gives by kind and name as articles write it (`tag:AI`), or slug of another name, the slug that is meant.
    """
    return {_key(query): _matching(query, lists, slugs) for query in config.feeds.query}


def _matching(query: FeedQuery, lists: Mapping[str, tuple[str, ...]], slugs: Mapping[str, str]) -> tuple[str, ...]:
    """Return the articles that are in one of the query's sections and in the lists of all its tags and authors."""

    def listed(kind: str, name: str) -> frozenset[str]:
        return frozenset(lists.get(f"{kind}:{_slug(kind, name, slugs)}", ()))

    wanted = [*(listed("tag", name) for name in query.tags), *(listed("author", name) for name in query.authors)]
    if query.sections:
        wanted.append(frozenset().union(*(listed("section", name) for name in query.sections)))
    return tuple(ident for ident in lists["home"] if all(ident in each for each in wanted))


def _slug(kind: str, name: str, slugs: Mapping[str, str]) -> str:
    """Return the slug that a name in a query means, though no article may write it."""
    slug = name_slug(name)
    return slugs.get(f"{kind}:{name}") or slugs.get(f"{kind}:{slug}", slug)


def _nearest(name: str, terms: tuple[Term, ...]) -> str | None:
    return nearest(name, [spelled for term in terms for spelled in (term.slug, term.name)])


def check_queries(
    terms: Mapping[str, tuple[Term, ...]], slugs: Mapping[str, str], config: Config
) -> tuple[Diagnostic, ...]:
    """Tell of each name in a feed's query that no article has: its feed would stay empty."""
    known = {term.key for of_kind in terms.values() for term in of_kind}
    return tuple(
        problem(
            "link/unknown-name",
            f'feed "{query.name}" asks for {kind} "{name}", which no article has',
            Span(config.file),
            did_you_mean(_nearest(name, terms[kind]), f'correct the name in [[feeds.query]] "{query.name}"'),
        )
        for query in config.feeds.query
        for kind, names in (("section", query.sections), ("tag", query.tags), ("author", query.authors))
        for name in names
        if f"{kind}:{_slug(kind, name, slugs)}" not in known
    )

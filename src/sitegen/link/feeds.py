"""Lists become feeds: the site's, those of terms, and those that the configuration asks for."""

from collections.abc import Mapping

from sitegen.base.diagnostics import Diagnostic, Span, problem
from sitegen.link.names import name_slug
from sitegen.model.config import Config, FeedQuery
from sitegen.model.site import Term

Feeds = tuple[tuple[str, str, str], ...]


def feeds_of(terms: Mapping[str, tuple[Term, ...]], config: Config) -> Feeds:
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
        *(
            (query_key(query), f"/feeds/{query.name}/", query.title or f"{query.name} · {site}")
            for query in settings.query
        ),
    )


def query_key(query: FeedQuery) -> str:
    """Return the name of a query's list."""
    return f"feed:{query.name}"


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
            f'correct the name in [[feeds.query]] "{query.name}"',
        )
        for query in config.feeds.query
        for kind, names in (("section", query.sections), ("tag", query.tags), ("author", query.authors))
        for name in names
        if f"{kind}:{slugs.get(f'{kind}:{name}', name_slug(name))}" not in known
    )

"""An article becomes its card: all that other pages may know of it."""

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from sitegen.link.authors import Authors
from sitegen.link.labels import Vocabulary, section_name
from sitegen.link.publication import status
from sitegen.model.article import Article
from sitegen.model.config import Config
from sitegen.model.site import Card, Label


def card_of(
    article: Article, address: str, config: Config, *, authors: Authors, vocabularies: Mapping[str, Vocabulary]
) -> Card:
    """Return the card of an article or a standing page. A page without a date has that of 1970, and nobody's byline."""
    meta = article.meta
    standing = article.kind == "page"
    section = "" if standing else section_name(article)
    return Card(
        id=article.id,
        address=address,
        title=article.title,
        summary=article.summary,
        date=meta.date or datetime(1970, 1, 1, tzinfo=ZoneInfo("UTC")),
        updated=meta.updated,
        authors=() if standing else authors.of(article),
        section=vocabularies["section"].label(section) if section else None,
        tags=() if standing else _tags_of(article, vocabularies["tag"]),
        image=meta.image,
        minutes=article.minutes,
        series=_series_of(article, vocabularies["series"]),
        language=meta.language if meta.language != config.site.language else "",
        status=status(article, config),
    )


def _tags_of(article: Article, vocabulary: Vocabulary) -> tuple[Label, ...]:
    """Return the tags of an article, each once, in the order in which they are written."""
    slugs = dict.fromkeys(vocabulary.slugs[tag] for tag in article.meta.tags if tag in vocabulary.slugs)
    return tuple(vocabulary.labels[slug] for slug in slugs)


def _series_of(article: Article, vocabulary: Vocabulary) -> Label | None:
    """Return the series that an article is part of."""
    name = article.meta.series.strip()
    return vocabulary.label(name) if name and article.kind == "article" else None

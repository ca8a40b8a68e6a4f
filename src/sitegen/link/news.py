"""The articles of the last two days that a search engine may list, for those that look for news alone."""

from collections.abc import Iterable, Mapping
from itertools import takewhile

from sitegen.base.paths import url_below
from sitegen.model.article import Article
from sitegen.model.config import Config
from sitegen.model.output import NEWS
from sitegen.model.site import Card


def news_of(
    newest: Iterable[str], cards: Mapping[str, Card], articles: Iterable[Article], config: Config
) -> tuple[str, ...]:
    """Return the ids of recent articles, in the order in which they come: the newest first."""
    meta = {article.id: article.meta for article in articles}
    recent = takewhile(lambda ident: cards[ident].date > config.now - NEWS, newest)
    return tuple(
        ident
        for ident in recent
        if cards[ident].status == "published"
        and meta[ident].may_be_listed(url_below(config.site.url, cards[ident].address))
    )

"""All articles become those that this build publishes, and those that it hides; and until when that holds."""

from collections.abc import Iterable
from datetime import datetime

from sitegen.base.diagnostics import Diagnostic, problem
from sitegen.link.addresses import address_of
from sitegen.model.article import Article
from sitegen.model.config import Config
from sitegen.model.output import NEWS, RENAME, both_at
from sitegen.model.report import Hidden
from sitegen.model.site import Site, Status


def status(article: Article, config: Config) -> Status:
    """Return what the front matter and the clock say, whether or not this build is a preview."""
    if article.meta.draft:
        return "draft"
    if article.meta.date is not None and article.meta.date > config.now:
        return "scheduled"
    return "published"


def divide(articles: Iterable[Article], config: Config) -> tuple[tuple[Article, ...], tuple[Hidden, ...]]:
    """Return what is shown and what is hidden, each ordered by id.

    A preview (`build.drafts`, `future`) shows drafts and scheduled articles as well. What is unsound never shows, nor
    does a draft that has no date yet.
    """
    shown, hidden = [], []
    for article in sorted(articles, key=lambda article: article.id):
        reason = status(article, config) if article.sound else "unsound"
        if (
            reason == "published"
            or (reason == "draft" and config.build.drafts and _has_place(article))
            or (reason == "scheduled" and config.future)
        ):
            shown.append(article)
        else:
            hidden.append(Hidden(article.id, article.path, reason, article.meta.date, address_of(article, config)))
    return tuple(shown), tuple(hidden)


def settle(articles: Iterable[Article], config: Config) -> tuple[tuple[Article, ...], list[Hidden], list[Diagnostic]]:
    """Return those that have an address of their own, the others, and what to say of these.

    Of two for one address the first stands, an article before a page, and one that lies there before one that asks for
    the place: nothing lists or feeds what is not there.
    """
    stands: dict[str, Article] = {}
    hidden, problems = [], []
    for article in sorted(articles, key=lambda article: (article.kind == "page", _asks(article))):
        address = address_of(article, config) if article.kind != "author" else article.path
        first = stands.setdefault(address, article)
        if first is not article:
            hidden.append(Hidden(article.id, article.path, "unsound", article.meta.date, address))
            message = both_at(article.path, first.path, address)
            problems.append(problem("route/same-path", message, article.place("path", "slug"), RENAME))
    return tuple(sorted(stands.values(), key=lambda article: article.id)), hidden, problems


def _asks(article: Article) -> bool:
    """Tell whether an article wants another address than that of its file."""
    return bool(article.meta.path or article.meta.slug)


def _has_place(article: Article) -> bool:
    return article.meta.date is not None or article.kind != "article"


def holds_until(site: Site, config: Config) -> datetime | None:
    """Return the moment from which the same sources make another site: an embargo ends, or news grow old.

    Or other words are said of it, since `security.txt` no longer holds.
    """
    moments = [config.contact_until] if config.contact_until else []
    moments += [hidden.date for hidden in site.hidden if hidden.reason == "scheduled" and hidden.date]
    for ident in site.lists.get("home", ()):
        date = site.cards[ident].date
        if date + NEWS <= config.now:
            break
        # A preview shows what is scheduled, and says so until it is out.
        moments += (date, date + NEWS)
    return min((moment for moment in moments if moment > config.now), default=None)

"""A card becomes what lists and suggestions show of an article."""

from collections.abc import Iterable

from sitegen.model.context import CardView, FeedLink, Link, TermView
from sitegen.model.output import FEED_FILES, FEED_FORMATS
from sitegen.model.site import Card, Label, Term
from sitegen.render.images import image_view
from sitegen.render.theme.press import Press
from sitegen.render.urls import href
from sitegen.render.view import View

_FEED_NAMES = {"rss": "RSS", "atom": "Atom", "jsonfeed": "JSON Feed"}


def card_view(ident: str, view: View, press: Press) -> CardView | None:
    """Return another article's card, or None where it is not published."""
    return press.memo.get(view, ("card", ident), lambda fresh: _card(fresh.card(ident), fresh))


def card_views(idents: Iterable[str], view: View, press: Press) -> tuple[CardView, ...]:
    """Return the cards of all that are published."""
    cards = (card_view(ident, view, press) for ident in idents)
    return tuple(card for card in cards if card is not None)


def _card(card: Card | None, view: View) -> CardView | None:
    if card is None:
        return None
    image, _ = image_view(card.image, view, "")  # what is wrong with it is told on the article's own page
    return CardView(
        title=card.title,
        href=href(view.config, card.address),
        summary=card.summary,
        date=card.date,
        updated=card.updated,
        authors=links(card.authors, view),
        section=link(card.section, view) if card.section else None,
        tags=links(card.tags, view),
        image=image,
        minutes=card.minutes,
        language=card.language,
        status=card.status,
    )


def link(label: Label, view: View) -> Link:
    """Return a name that leads to its own page."""
    return Link(label.name, href(view.config, label.address))


def links(labels: Iterable[Label], view: View) -> tuple[Link, ...]:
    """Return names that lead to their own pages."""
    return tuple(link(label, view) for label in labels)


def feed_links(key: str, view: View) -> tuple[FeedLink, ...]:
    """Return the feeds of a list in every format that is published; none where it has no feed."""
    feed = view.feed(key)
    if feed is None:
        return ()
    folder, title = feed
    kinds = (FEED_FORMATS[name] for name in view.config.feeds.formats)
    return tuple(
        FeedLink(f"{title} ({_FEED_NAMES[kind]})", href(view.config, folder + FEED_FILES[kind][0]), FEED_FILES[kind][1])
        for kind in kinds
    )


def term_view(term: Term, view: View) -> TermView:
    """Return a section, tag, author, series or year with its feeds, and the tags below a tag."""
    return TermView(
        term.kind,
        term.name,
        term.slug,
        href(view.config, term.address),
        term.description,
        term.count,
        feed_links(term.key, view),
        tuple(term_view(each, view) for label in term.below if (each := view.term(f"tag:{label.slug}"))),
    )

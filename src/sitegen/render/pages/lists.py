"""Terms and lists of articles become what home, section, tag, author, series, archive and feed pages show."""

from datetime import date
from itertools import groupby

from sitegen.base.noun import replace
from sitegen.base.paths import is_external
from sitegen.model.context import (
    ArchivePage,
    AuthorView,
    Block,
    FeedsPage,
    HomePage,
    IndexPage,
    Link,
    ListPage,
    Pagination,
    PlainPage,
    RedirectPage,
    TermView,
)
from sitegen.model.output import INDEXES, Page, numbered
from sitegen.model.site import Label, Term
from sitegen.render.pages.authors import author_view
from sitegen.render.pages.cards import card_view, card_views, feed_links, term_view
from sitegen.render.theme.press import Press
from sitegen.render.urls import full_url, href, setting_href, setting_url
from sitegen.render.view import View

_SECONDARY = 4
"""Articles beside the lead."""
_BLOCKS = 6
_BLOCK = 4
"""Articles of one block."""
_LATEST = 6
_TERMS_OF = {index: kind for kind, (index, _) in INDEXES.items()}
"""By kind of an index page: the kind of its terms."""


def pagination(page: Page, view: View, press: Press) -> Pagination:
    """Return where a page stands among those that its list is split into."""
    first = page.address.removesuffix(f"page/{page.number}/") if page.number > 1 else page.address

    def at(number: int) -> str:
        return href(view.config, numbered(first, number))

    numbers = range(1, page.numbers + 1)
    pages = press.memo.get(
        view, ("pages", first, page.numbers), lambda _: tuple(Link(str(number), at(number)) for number in numbers)
    )
    here = replace(pages[page.number - 1], current=True)
    return Pagination(
        page.number,
        page.numbers,
        at(page.number - 1) if page.number > 1 else "",
        at(page.number + 1) if page.number < page.numbers else "",
        (*pages[: page.number - 1], here, *pages[page.number :]),
    )


def _stretch(page: Page, key: str, view: View) -> tuple[str, ...]:
    size = view.config.build.page_size
    return view.ids(key, (page.number - 1) * size, page.number * size)


def home_page(page: Page, view: View, press: Press) -> HomePage:
    """Return the front page, or a later page of its river."""
    idents = _stretch(page, "home", view)
    if page.number > 1:
        return HomePage(None, (), card_views(idents, view, press), (), pagination(page, view, press))
    lead = view.lead()
    others = [ident for ident in idents if ident != lead]
    second, river = others[:_SECONDARY], others[_SECONDARY:]
    return HomePage(
        card_view(lead, view, press) if lead else None,
        card_views(second, view, press),
        card_views(river, view, press),
        _blocks(frozenset((lead, *second)), view, press),
        pagination(page, view, press),
    )


def _blocks(shown: frozenset[str], view: View, press: Press) -> tuple[Block, ...]:
    """Return the sections' newest articles that do not stand above; none where there are fewer than two sections."""
    blocks = []
    for term in view.terms("section")[:_BLOCKS]:
        newest = view.ids(term.key, 0, _BLOCK + len(shown))
        idents = [ident for ident in newest if ident not in shown][:_BLOCK]
        if idents:
            blocks.append(Block(term_view(term, view), card_views(idents, view, press)))
    return tuple(blocks) if len(blocks) > 1 else ()


def list_page(page: Page, term: Term, view: View, press: Press) -> ListPage:
    """Return one section, tag, author or series with a stretch of its articles."""
    cards = card_views(_stretch(page, term.key, view), view, press)
    author = _author(term, view, press) if term.kind == "author" else None
    return ListPage(term_view(term, view), cards, pagination(page, view, press), author)


def index_page(page: Page, view: View, press: Press) -> IndexPage:
    """Return all terms of a kind; of tags, those that have no parent, each with those below it."""
    terms = [term for term in view.terms(_TERMS_OF[page.kind]) if not term.above]
    authors = tuple(_author(term, view, press) for term in terms) if page.kind == "authors" else ()
    return IndexPage(tuple(term_view(term, view) for term in terms), authors)


def _author(term: Term, view: View, press: Press) -> AuthorView:
    return author_view(Label(term.slug, term.name, term.address), view, press, count=term.count)


def archive_page(page: Page, view: View, press: Press) -> ArchivePage:
    """Return all years, and of the chosen one, else of the newest, every article by month."""
    terms = view.terms("year")
    term = view.term(page.subject) if page.subject else None
    shown = page.subject or next((newest.key for newest in terms), "")
    cards = card_views(view.ids(shown), view, press) if shown else ()
    months = groupby(cards, key=lambda card: date(card.date.year, card.date.month, 1))
    return ArchivePage(
        tuple(_year(each, view, press) for each in terms),
        _year(term, view, press) if term else None,
        tuple((first, tuple(of_month)) for first, of_month in months),
    )


def _year(term: Term, view: View, press: Press) -> TermView:
    """Return a year, in the figures of the site's language."""
    return replace(term_view(term, view), name=press.strings().digits(term.name))


def feeds_page(view: View) -> FeedsPage:
    """Return every feed of the site by kind."""
    groups: dict[str, list[TermView]] = {}
    for key, folder, title in view.feeds():
        kind, _, slug = key.partition(":")
        kind = {"home": "site", "feed": "query"}.get(kind, kind)
        links = feed_links(key, view)
        name = title.removesuffix(f" · {view.config.site.title}")
        term = TermView(kind, name, slug, href(view.config, folder if kind != "query" else "/feeds/"), "", 0, links)
        groups.setdefault(kind, []).append(term)
    return FeedsPage(tuple((kind, tuple(terms)) for kind, terms in groups.items()), href(view.config, "/feeds.opml"))


def plain_page(view: View, press: Press) -> PlainPage:
    """Return the newest articles, for the pages of those who did not find one."""
    return PlainPage(card_views(view.ids("home", 0, _LATEST), view, press))


def redirect_page(page: Page, view: View) -> RedirectPage | None:
    """Return where an old address leads now: to an article, or to an address that the configuration names."""
    if page.subject.startswith("/") or is_external(page.subject):
        url = setting_url(view.config, page.subject)
        return RedirectPage(setting_href(view.config, page.subject), url, url)
    card = view.card(page.subject)
    if card is None:
        return None
    return RedirectPage(href(view.config, card.address), full_url(view.config, card.address), card.title)

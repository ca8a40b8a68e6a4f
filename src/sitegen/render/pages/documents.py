"""Pages that people read: values from the site, through a template, become HTML."""

from collections.abc import Callable, Mapping, Sequence

from sitegen.base.diagnostics import Diagnostic, Span, problem
from sitegen.base.fs import PACKAGED
from sitegen.base.noun import Noun, field_names, replace
from sitegen.base.paths import web_url
from sitegen.base.text import shorten
from sitegen.model.context import ArticleView, FeedLink, Link, PageView
from sitegen.model.output import INDEXES, Page
from sitegen.model.site import Term
from sitegen.render.pages import schema
from sitegen.render.pages.articles import article_page
from sitegen.render.pages.authors import author_problems
from sitegen.render.pages.cards import card_view, feed_links
from sitegen.render.pages.findings import findings
from sitegen.render.pages.head import Subject, described, page_view
from sitegen.render.pages.jsonld import Node, graph
from sitegen.render.pages.lists import (
    archive_page,
    feeds_page,
    home_page,
    index_page,
    list_page,
    plain_page,
    redirect_page,
)
from sitegen.render.pages.masthead import site_view
from sitegen.render.pages.publisher import publication
from sitegen.render.theme.environment import FRAME, Frame
from sitegen.render.theme.faults import TemplateError
from sitegen.render.theme.filters import long_date
from sitegen.render.theme.press import Press
from sitegen.render.urls import full_url, href
from sitegen.render.view import View

_Problems = tuple[Diagnostic, ...]


class Document(Noun):
    """A page before its template: what it is about, its own values, and its structured data."""

    subject: Subject
    values: Noun | Mapping[str, object]
    nodes: Callable[[PageView], Sequence[Node]]
    problems: _Problems = ()
    template: str = ""
    asker: Span | None = None
    """Where its template is named, if not by the program."""


def document(page: Page, view: View, press: Press) -> tuple[str, _Problems]:
    """Return the HTML of a page, and what is wrong on it; raises TemplateError."""
    made = _made(page, view, press)
    head, values = _seen(made, page, view, press)
    frame = Frame(view, head.language, tuple(values))

    def filled(template: str) -> tuple[str, _Problems]:
        view.template(template)
        html = press.templates.render(template, frame, values)
        return html, (*made.problems, *press.templates.findings(template, view))

    usual = f"{page.kind}.html"
    own = made.template or usual
    try:
        return filled(own)
    except TemplateError as error:
        told = _told(error.diagnostic, made, page)
        if own == usual or page.kind not in _DOCUMENTS:
            raise TemplateError(told) from error
    # Lists and feeds lead to the page, and a build that keeps going publishes them.
    html, problems = filled(usual)
    return html, (told, *problems)


def seen(page: Page, view: View, press: Press, show: Callable[[object], object]) -> dict[str, object]:
    """Return what the template of a page sees, by name, each as `show` tells it.

    Raises TemplateError where there is nothing to show.
    """
    head, values = _seen(_made(page, view, press), page, view, press)
    token = FRAME.set(Frame(view, head.language, tuple(values)))
    try:
        return {name: show(value) for name, value in values.items()}
    finally:
        FRAME.reset(token)


def _made(page: Page, view: View, press: Press) -> Document:
    made = _DOCUMENTS.get(page.kind, _free)(page, view, press)
    if made is None:
        message = f'there is nothing to show at {page.address}: "{page.subject}" is not part of the site'
        raise TemplateError(problem("render/no-subject", message, Span(press.config.file)))
    return made


def _seen(made: Document, page: Page, view: View, press: Press) -> tuple[PageView, Mapping[str, object]]:
    """Return the head of a page, and with it all that its template sees."""
    plain = page_view(page, made.subject, view, press)
    head = described(plain, lambda: graph(made.nodes(plain), ready=publication(view, press)))
    return head, {"site": site_view(view, press, page.address), "page": head, **_fields(made.values)}


def _told(found: Diagnostic, made: Document, page: Page) -> Diagnostic:
    """Return what is wrong with a template, as it is to be told where somebody asked for that template."""
    if made.asker and found.code == "render/no-template" and not found.span.line:
        return replace(found, message=f"{found.message}, which the page {page.address} asks for", span=made.asker)
    if made.asker and found.span.path.startswith(PACKAGED):
        return replace(found, message=f"{found.message}, on the page {page.address}, which an extension adds")
    return found


def _fields(values: Noun | Mapping[str, object]) -> Mapping[str, object]:
    if not isinstance(values, Noun):
        return values
    return {name: getattr(values, name) for name in field_names(values)}


def _article(page: Page, view: View, press: Press) -> Document | None:
    told = article_page(page, view, press)
    source = view.article(page.subject)
    if told is None or source is None:
        return None
    article = told.values.article
    title, description = _distinct(article, view, press)
    standing = source.kind == "page"
    subject = Subject(
        article.title,
        title,
        description,
        trail=(article.section,) if article.section else (),
        feeds=_section_feeds(page, view),
        image=article.image,
        article=article,
        noindex=source.meta.noindex or article.status != "published",
        canonical=web_url(source.meta.canonical),
        alternates=view.translations(article.id),
        status=article.status,
        kind="website" if standing else "article",
    )

    def nodes(head: PageView) -> Sequence[Node]:
        # What stands elsewhere first is a thing of its own here: nobody makes ids on another's domain.
        head = replace(head, canonical=full_url(view.config, page.address))
        if standing:
            return schema.standing_nodes(head, told.faqs, view)
        return schema.article_nodes(head, told, source, view=view, press=press)

    problems = (*told.problems, *findings(source, article, view.config))
    return Document(subject, told.values, nodes, problems, source.template, source.place("template"))


def _distinct(article: ArticleView, view: View, press: Press) -> tuple[str, str]:
    """Return a title and a description that no other page has."""
    title, description = article.title, article.standfirst or article.summary or article.title
    same_title, same_summary = view.shared(article.id)
    if same_title:
        day = long_date(article.date, press.strings(article.language)) if article.date else ""
        mark = ", ".join(part for part in (day, article.id if same_title > 1 or not day else "") if part)
        title = f"{title} ({mark})"
    if same_summary:
        description = f"{shorten(article.title, 60)}{title.removeprefix(article.title)}: {description}"
    return title, description


def _section_feeds(page: Page, view: View) -> tuple[FeedLink, ...]:
    card = view.card(page.subject)
    return feed_links(f"section:{card.section.slug}", view) if card and card.section else ()


def _home(page: Page, view: View, press: Press) -> Document:
    values = home_page(page, view, press)
    site = view.config.site
    heading = site.title if page.number == 1 else press.say("latest")
    title = f"{site.title} – {site.tagline}" if site.tagline and page.number == 1 else heading
    lead = (values.lead,) if values.lead else ()
    cards = (*lead, *values.secondary, *values.river)
    first = (page.number - 1) * view.config.build.page_size + 1
    return Document(
        Subject(heading, title, press.description),
        values,
        lambda head: schema.list_nodes(head, cards, view, first=first),
    )


def _term(page: Page, view: View, press: Press) -> Document | None:
    term = view.term(page.subject)
    if term is None:
        return None
    values = list_page(page, term, view, press)
    title = press.say(f"{term.kind}_title", name=term.name)
    description = term.description or press.say(f"{term.kind}_description", name=term.name, site=view.config.site.title)
    subject = Subject(term.name, title, description, _trail(page, term, press), feed_links(term.key, view))
    author = values.author
    if author is not None:
        problems = author_problems(term.slug, view) if page.number == 1 else ()
        return Document(subject, values, lambda head: schema.author_nodes(head, author, values.cards, view), problems)
    return Document(subject, values, lambda head: schema.list_nodes(head, values.cards, view))


def _trail(page: Page, term: Term, press: Press) -> tuple[Link, ...]:
    index, address = INDEXES[page.kind]
    wider = (Link(label.name, href(press.config, label.address)) for label in term.above)
    return (Link(press.say(index), href(press.config, address)), *wider)


def _index(page: Page, view: View, press: Press) -> Document:
    values = index_page(page, view, press)
    subject = _simple(page.kind, press)
    return Document(subject, values, lambda head: _plain_nodes(head, view, kind="CollectionPage"))


def _simple(key: str, press: Press) -> Subject:
    description = press.say(f"{key}_description", site=press.config.site.title)
    return Subject(press.say(key), "", description)


def _plain_nodes(head: PageView, view: View, *, kind: str = "WebPage") -> Sequence[Node]:
    return [schema.web_page(head, view, kind=kind), *schema.breadcrumbs(head, view)]


def _archive(page: Page, view: View, press: Press) -> Document:
    values = archive_page(page, view, press)
    site = view.config.site.title
    if values.year is None:
        subject = _simple("archive", press)
        return Document(subject, values, lambda head: _plain_nodes(head, view, kind="CollectionPage"))
    name = values.year.name
    trail = (Link(press.say("archive"), href(view.config, "/archive/")),)
    description = press.say("year_description", name=name, site=site)
    subject = Subject(name, press.say("year_title", name=name), description, trail)
    cards = tuple(card for _, of_month in values.months for card in of_month)
    return Document(subject, values, lambda head: schema.list_nodes(head, cards, view))


def _feeds(page: Page, view: View, press: Press) -> Document:
    return Document(_simple("feeds", press), feeds_page(view), lambda head: _plain_nodes(head, view))


def _plain(page: Page, view: View, press: Press) -> Document:
    missing = page.kind == "404"
    subject = _simple("not_found" if missing else "search", press)
    kind = "WebPage" if missing else "SearchResultsPage"
    return Document(subject, plain_page(view, press), lambda head: _plain_nodes(head, view, kind=kind))


def _redirect(page: Page, view: View, press: Press) -> Document | None:
    values = redirect_page(page, view)
    if values is None:
        return None
    subject = Subject(values.target_title, canonical=values.target_url)
    return Document(subject, values, lambda head: [schema.web_page(head, view)])


def _free(page: Page, view: View, press: Press) -> Document:
    """Return a page of an extension, `template:NAME.html`, with the card of its subject where that is an article."""
    name = page.kind.removeprefix("template:")
    term = view.term(page.subject) if page.subject else None
    card = card_view(page.subject, view, press) if page.subject else None
    heading = card.title if card else term.name if term else page.address.strip("/").rpartition("/")[2] or name
    values: dict[str, object] = {"card": card, "subject": page.subject, "number": page.number}
    subject = Subject(heading, "", f"{heading} – {view.config.site.title}")
    asker = Span(f"templates/{name}")
    return Document(subject, values, lambda head: _plain_nodes(head, view), template=name, asker=asker)


_DOCUMENTS: Mapping[str, Callable[[Page, View, Press], Document | None]] = {
    "article": _article,
    "page": _article,
    "home": _home,
    "section": _term,
    "tag": _term,
    "author": _term,
    "series": _term,
    "sections": _index,
    "tags": _index,
    "authors": _index,
    "serieses": _index,
    "archive": _archive,
    "feeds": _feeds,
    "search": _plain,
    "404": _plain,
    "redirect": _redirect,
}

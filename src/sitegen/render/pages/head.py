"""A page's title, description, cards and neighbours become `page`: what the head of the document needs."""

from collections.abc import Callable, Sequence
from functools import cache

from markupsafe import Markup

from sitegen.base.languages import likely_region
from sitegen.base.noun import Noun, replace
from sitegen.base.paths import is_drawing
from sitegen.base.text import shorten
from sitegen.model.context import ArticleView, FeedLink, ImageView, Link, PageView
from sitegen.model.output import DESCRIPTION, UNINDEXED, Page
from sitegen.render.pages.cards import feed_links
from sitegen.render.theme.branding import card_image
from sitegen.render.theme.filters import iso
from sitegen.render.theme.press import Press
from sitegen.render.theme.strings import direction
from sitegen.render.urls import full_url, href
from sitegen.render.view import View

_Pairs = tuple[tuple[str, str], ...]


class Subject(Noun):
    """What a page is about, before the head's rules are laid over it."""

    heading: str
    title: str = ""
    """Of the document, where it says more than the heading."""
    description: str = ""
    trail: tuple[Link, ...] = ()
    """Breadcrumbs between the home page and this one."""
    feeds: tuple[FeedLink, ...] = ()
    image: ImageView | None = None
    article: ArticleView | None = None
    noindex: bool = False
    canonical: str = ""
    alternates: tuple[tuple[str, str], ...] = ()
    status: str = "published"
    kind: str = "website"
    """Of Open Graph."""


class DescribedPage(PageView, kw_only=True):
    """A page of which some things are made only where its template asks for them, and once."""

    share: Callable[[], tuple[_Pairs, _Pairs]]
    write: Callable[[], Markup] = Markup

    @property  # type: ignore[misc]  # the field that it hides stays empty
    def open_graph(self) -> _Pairs:
        """What a page that shares this one shows."""
        return self.share()[0]

    @property  # type: ignore[misc]  # as above
    def twitter(self) -> _Pairs:
        """What X shows beside that."""
        return self.share()[1]

    @property  # type: ignore[misc]  # as above
    def structured_data(self) -> Markup:
        """One JSON-LD graph, safe inside its script element."""
        return self.write()


def page_view(page: Page, subject: Subject, view: View, press: Press) -> DescribedPage:
    """Return `page`, but for its structured data, which `described` adds."""
    config, article = view.config, subject.article
    language = article.language if article else config.site.language
    title, description = _titles(page, subject, press)
    canonical = subject.canonical or full_url(config, page.address)

    def share() -> tuple[_Pairs, _Pairs]:
        image = subject.image
        if image is None or not image.url or is_drawing(image.url):
            image = card_image(page.address, subject.heading, view, press)
        return _open_graph(subject, canonical, title, description, image, press=press), _twitter(image)

    home = Link(press.say("home", language), href(config, "/"))
    here = Link(subject.heading, href(config, page.address), current=True)
    return DescribedPage(
        kind=page.kind,
        title=title,
        heading=subject.heading,
        description=description,
        href=href(config, page.address),
        canonical=canonical,
        language=language,
        direction=direction(language),
        noindex=subject.noindex or page.kind in UNINDEXED,
        open_graph=(),
        twitter=(),
        structured_data=Markup(),
        feeds=_feeds(subject, view),
        alternates=subject.alternates,
        breadcrumbs=() if page.kind == "home" and page.number == 1 else (home, *subject.trail, here),
        markdown_href=article.markdown_href if article else "",
        status=subject.status,
        share=cache(share),
    )


def _titles(page: Page, subject: Subject, press: Press) -> tuple[str, str]:
    """Return the document's title and description; each page of a split list has its own."""
    site = press.config.site.title
    title = subject.title or subject.heading
    description = shorten(subject.description, DESCRIPTION)
    if page.number > 1:
        place = press.say("page_number", number=page.number)
        title = f"{title} – {place}"
        description = f"{shorten(subject.description, DESCRIPTION - len(place) - 3)} – {place}"
    return (title if title == site else f"{title} – {site}"), description


def _feeds(subject: Subject, view: View) -> tuple[FeedLink, ...]:
    return tuple(dict.fromkeys((*subject.feeds, *feed_links("home", view))))


def _open_graph(
    subject: Subject, canonical: str, title: str, description: str, image: ImageView | None, *, press: Press
) -> _Pairs:
    site, article = press.config.site, subject.article
    language = article.language if article else site.language
    pairs = [
        ("og:type", subject.kind),
        ("og:title", subject.heading if article else title),
        ("og:description", description),
        ("og:url", canonical),
        ("og:site_name", site.title),
        ("og:locale", _locale(language)),
    ]
    if image is not None:
        pairs.append(("og:image", image.url))
        if image.width and image.height:
            pairs += [("og:image:width", str(image.width)), ("og:image:height", str(image.height))]
        pairs.append(("og:image:alt", image.alt or subject.heading))
    if article is not None and subject.kind == "article":
        pairs += _article_properties(article)
    return tuple((name, value) for name, value in pairs if value)


def _article_properties(article: ArticleView) -> Sequence[tuple[str, str]]:
    times = (("article:published_time", article.date), ("article:modified_time", article.updated or article.date))
    return [
        *((name, iso(time)) for name, time in times if time is not None),
        ("article:section", article.section.title if article.section else ""),
        *(("article:author", author.name) for author in article.authors),
        *(("article:tag", tag.title) for tag in article.tags),
    ]


def _locale(language: str) -> str:
    """Return `en_GB` for `en-GB`, and `de_DE` for `de` (Open Graph protocol, "og:locale")."""
    first, *rest = language.split("-")
    region = next((part for part in rest if len(part) == 2 and part.isalpha()), likely_region(language))
    return f"{first.lower()}_{region.upper()}" if region else first.lower()


def _twitter(image: ImageView | None) -> _Pairs:
    large = image is not None and (not image.width or image.width >= 600)
    card = (("twitter:card", "summary_large_image" if large else "summary"),)
    return (*card, ("twitter:image:alt", image.alt)) if image is not None and image.alt else card


def described(page: DescribedPage, write: Callable[[], Markup]) -> DescribedPage:
    """Return the page with what makes its structured data."""
    return replace(page, write=cache(write))

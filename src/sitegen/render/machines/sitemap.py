"""Every page that may be found becomes a sitemap, and the news of the last two days one for news search."""

from collections.abc import Iterable
from datetime import datetime

from sitegen.base.characters import legal
from sitegen.base.html import escape
from sitegen.base.paths import web_url
from sitegen.model.article import FrontMatter
from sitegen.model.output import Page
from sitegen.model.site import Card
from sitegen.render.links import image_address
from sitegen.render.theme.filters import iso
from sitegen.render.theme.press import Press
from sitegen.render.urls import full_url
from sitegen.render.view import View

_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_IMAGE = "http://www.google.com/schemas/sitemap-image/1.1"
_NEWS = "http://www.google.com/schemas/sitemap-news/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"
_NEWS_MOST = 1000


def sitemap(page: Page, view: View, press: Press) -> str:
    """Return a sitemap, or the index of all where there are several."""
    if page.numbers > 1 and page.number == 0:
        return _index(page, view)
    listed = view.rows("sitemap")
    listed += [(address, _url(address, changed, view)) for address, changed in view.listings()]
    listed.sort()
    start, end = (len(listed) * number // page.numbers for number in (page.number - 1, page.number))
    spaces = f'xmlns="{_SITEMAP}" xmlns:image="{_IMAGE}" xmlns:xhtml="{_XHTML}"'
    return _document("urlset", spaces, [url for _, url in listed[start:end]])


def _index(page: Page, view: View) -> str:
    parts = [
        f"<sitemap><loc>{escape(full_url(view.config, f'/sitemap-{number}.xml'))}</loc></sitemap>"
        for number in range(1, page.numbers + 1)
    ]
    return _document("sitemapindex", f'xmlns="{_SITEMAP}"', parts)


def _document(root: str, spaces: str, parts: Iterable[str]) -> str:
    inner = "".join(f"{part}\n" for part in parts)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<{root} {spaces}>\n{inner}</{root}>\n'


def sitemap_row(ident: str, view: View) -> tuple[str, ...]:
    """Return address and entry of an article or standing page that may be found under its own address, or nothing."""
    card, article = view.card(ident), view.article(ident)
    if card is None or article is None or not _is_found(card, article.meta, view):
        return ()
    changed = card.changed if article.meta.date else card.updated
    image = ""
    if card.image is not None:
        address = image_address(card.image.ref, view) if card.image.ref else None
        image = full_url(view.config, address) if address else web_url(card.image.src)
    return card.address, _url(card.address, changed, view, image=image, translations=view.translations(ident))


def _is_found(card: Card, meta: FrontMatter, view: View) -> bool:
    """Tell whether a page may be found under its own address."""
    return card.status == "published" and meta.may_be_listed(full_url(view.config, card.address))


def _url(
    address: str,
    changed: datetime | None,
    view: View,
    *,
    image: str = "",
    translations: Iterable[tuple[str, str]] = (),
) -> str:
    """Return an entry; `image` is a URL, `translations` gives (language, URL) of each."""
    changed_at = f"<lastmod>{iso(changed)}</lastmod>" if changed else ""
    shown = f"<image:image><image:loc>{escape(image)}</image:loc></image:image>" if image else ""
    others = "".join(
        f'<xhtml:link rel="alternate" hreflang="{escape(language)}" href="{escape(url)}"/>'
        for language, url in translations
    )
    return f"<url><loc>{escape(full_url(view.config, address))}</loc>{changed_at}{others}{shown}</url>"


def news_sitemap(page: Page, view: View, press: Press) -> str:
    """Return the articles of the last two days."""
    site = view.config.site
    parts = []
    for ident in view.ids("news", 0, _NEWS_MOST):
        card = view.card(ident)
        if card is None:
            continue
        language = _news_language(card.language or site.language)
        parts.append(
            f"<url><loc>{escape(full_url(view.config, card.address))}</loc><news:news><news:publication>"
            f"<news:name>{escape(legal(site.title))}</news:name><news:language>{escape(language)}</news:language>"
            f"</news:publication><news:publication_date>{iso(card.date)}</news:publication_date>"
            f"<news:title>{escape(legal(card.title))}</news:title></news:news></url>"
        )
    return _document("urlset", f'xmlns="{_SITEMAP}" xmlns:news="{_NEWS}"', parts)


def _news_language(language: str) -> str:
    """Return a language of two or three letters; the two written forms of Chinese keep their own names."""
    low = language.casefold()
    if low.startswith("zh"):
        return "zh-tw" if "hant" in low or "tw" in low or "hk" in low else "zh-cn"
    return low.split("-")[0]

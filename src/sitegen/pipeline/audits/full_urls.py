"""Find links that name a page of this site by its full URL, as copied from a browser, and lead nowhere."""

import re
from collections.abc import Iterator
from html import unescape
from posixpath import dirname
from urllib.parse import unquote, urlsplit

from sitegen.base.diagnostics import Diagnostic, problem
from sitegen.base.fs import first_place
from sitegen.base.paths import base_path, is_html
from sitegen.base.patterns import regex
from sitegen.base.spelling import Spellings
from sitegen.base.text import did_you_mean
from sitegen.model.article import Content
from sitegen.model.config import Config
from sitegen.render.answers import SiteAnswers

_LINK = regex(r'\shref="(https?://[^"]*)"')
# What would go on with a URL that stands before it.
_MORE = r"(?![\w/%?&=#~-]|\.\w)"


def dead_urls(known: SiteAnswers) -> Iterator[Diagnostic]:
    """Yield a warning for each; for one that an article says several times, at the first.

    Another program may answer on the same host, so only what stands in a folder of this site is one of its pages.
    """
    site, served, config = known.site, known.routes.served, known.config
    hidden = {one.address.rstrip("/"): one.why for one in site.hidden if one.address and one.why}
    pages = [address for address in served if address.endswith("/") or is_html(address)]
    folders = {dirname(page.rstrip("/")) for page in pages} - {"/"}
    spellings: Spellings | None = None
    for ident in site.cards:
        text = known.content(ident)
        for address, url in dict.fromkeys(full_urls(text, config)) if text else ():
            page = address.rstrip("/")
            if page in served or f"{page}/" in served:
                continue
            if why := hidden.get(page):
                message, hint = f'"{url}" leads to an article that {why}', "take the link out until it is published"
            elif dirname(page) in folders:
                spellings = spellings or Spellings(pages)
                message = f'"{url}" leads nowhere'
                hint = did_you_mean(spellings.nearest(page), "correct the address, or take the link out")
            else:
                continue
            span = first_place(config.root, known.articles[ident].path, re.compile(re.escape(url) + _MORE))
            yield problem("check/dead-url", message, span, hint)


def full_urls(content: Content, config: Config) -> Iterator[tuple[str, str]]:
    """Yield the address in the site that each full URL of a text names, without query and fragment, and the URL."""
    host, base = urlsplit(config.site.url).netloc.casefold(), base_path(config.site.url)
    for part in (part for body in content.bodies for part in body.parts if isinstance(part, str)):
        for link in _LINK.finditer(part):
            url = unescape(link[1])
            try:
                found = urlsplit(url)
            except ValueError:
                continue
            if found.netloc.casefold() == host and f"{found.path}/".startswith(base):
                yield "/" + unquote(found.path[len(base) :]), url

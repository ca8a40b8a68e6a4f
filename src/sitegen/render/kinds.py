"""Which renderer makes which kind of page."""

from collections.abc import Callable, Mapping
from importlib import import_module

from sitegen.base.characters import legal_bytes
from sitegen.base.diagnostics import Diagnostic
from sitegen.model.output import Page
from sitegen.render.theme.closure import STRINGS
from sitegen.render.theme.faults import TemplateError
from sitegen.render.theme.press import Press
from sitegen.render.view import View

Made = tuple[bytes, tuple[Diagnostic, ...]]

MACHINES: Mapping[str, str] = {
    "rss": "feeds:rss",
    "atom": "feeds:atom",
    "jsonfeed": "jsonfeed:json_feed",
    "sitemap": "sitemap:sitemap",
    "news-sitemap": "sitemap:news_sitemap",
    "robots": "robots:robots",
    "api-articles": "api:articles",
    "api-tags": "api:tags",
    "api-authors": "api:authors",
    "api-schema": "api:schema",
    "opml": "opml:opml",
    "llms": "llms:llms",
    "llms-full": "llms:llms_full",
    "security": "robots:security",
    "indexnow": "robots:indexnow",
    "search-index": "search:search_index",
    "twin": "twin:twin",
    "card": "social:card",
    "empty": "robots:empty",
}
"""Files for machines: kind to `module:function` in `machines`, loaded when the first one is made."""

_WORDED = frozenset(("rss", "atom", "jsonfeed", "llms", "llms-full", "twin", "card"))
"""Files that hold words of the interface, and are made anew where these change."""

Machine = Callable[[Page, View, Press], str | bytes]


def make(page: Page, view: View, press: Press) -> Made:
    """Return the bytes of a page and what is wrong on it. A page whose template fails has no bytes and an error."""
    try:
        if page.kind in MACHINES:
            if page.kind in _WORDED:
                view.template(STRINGS)
            made = machine(page.kind)(page, view, press)
            return (made if isinstance(made, bytes) else legal_bytes(made)), ()
        from sitegen.render.pages.documents import document

        html, problems = document(page, view, press)
    except TemplateError as error:
        return b"", (error.diagnostic,)
    return legal_bytes(html), problems


def machine(kind: str) -> Machine:
    """Return the function that makes a kind of file for machines."""
    module, _, name = MACHINES[kind].partition(":")
    made: Machine = getattr(import_module(f"sitegen.render.machines.{module}"), name)
    return made

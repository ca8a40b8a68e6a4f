"""What the site must contain: one value for each file of the output."""

from datetime import timedelta
from functools import cached_property

from sitegen.base.diagnostics import Diagnostic
from sitegen.base.noun import Noun
from sitegen.base.paths import output_address, output_path

CARD = "card.png"
"""The social card of an article, below its address."""
CARD_SIZE = (1200, 630)
DESCRIPTION = 160
"""Characters of a page's description."""
UNINDEXED = frozenset(("404", "redirect", "search"))
"""Kinds of HTML pages that search engines must not list."""
NEWS = timedelta(days=2)
"""How long an article is news to search engines (Google, "News sitemaps": articles of the last two days)."""
INDEXES: dict[str, tuple[str, str]] = {
    "section": ("sections", "/sections/"),
    "tag": ("tags", "/tags/"),
    "author": ("authors", "/authors/"),
    "series": ("serieses", "/series/"),
}
"""By kind of term: the kind of the page that lists all such terms, and its address, below which each has its own."""


class Page(Noun):
    """A file that `render` makes."""

    path: str
    """In the output folder: `articles/x/index.html`."""
    address: str
    """`/articles/x/`."""
    kind: str
    """Names the renderer: `article`, `home`, `section`, `tag`, `author`, `series`, `archive`, `page`, `404`,
    `redirect`, `rss`, `atom`, `jsonfeed`, `sitemap`, `robots`, `api-articles`, …"""
    subject: str = ""
    """An article id, a list key or a term key; empty where the kind says it all."""
    number: int = 1
    """Of a list that is split."""
    numbers: int = 1
    """How many there are."""


class Asset(Noun):
    """A file that is copied as it is."""

    path: str
    """In the output folder."""
    source: str
    """Relative to the root, or `sitegen:static/…` where it is packaged."""
    digest: str
    size: int


Output = Page | Asset


def numbered(address: str, number: int) -> str:
    """Return the address of one page of a list that is split: the first stands at that of the list."""
    return address if number == 1 else f"{address}page/{number}/"


def twin_path(address: str) -> str:
    """Return the file with the Markdown copy of the page at an address: `a/b/index.html.md`."""
    return f"{output_path(address)}.md"


class Artifact(Noun):
    """An output that was rendered: its bytes, and what it says besides."""

    path: str
    digest: str
    data: bytes
    diagnostics: tuple[Diagnostic, ...] = ()


class Routes(Noun, dict=True):
    """What `route` gives: every output once, in order of path."""

    outputs: tuple[Output, ...]
    diagnostics: tuple[Diagnostic, ...] = ()

    @cached_property
    def served(self) -> frozenset[str]:
        """Every address at which something of the site answers."""
        served: set[str] = set()
        for output in self.outputs:
            served.add("/" + output.path)
            served.add(address := output_address(output.path))
            if address.endswith(".html"):
                served.add(address.removesuffix(".html"))
        return frozenset(served)


FEED_FILES: dict[str, tuple[str, str]] = {
    "rss": ("feed.xml", "application/rss+xml"),
    "atom": ("atom.xml", "application/atom+xml"),
    "jsonfeed": ("feed.json", "application/feed+json"),
}
"""By kind of page: the name of a feed's file in its folder, and its MIME type."""

FEED_FORMATS: dict[str, str] = {"rss": "rss", "atom": "atom", "json": "jsonfeed"}
"""By the name of a format in the configuration: the kind of page."""

RENAME = "give one of them another `path` or `slug`, or rename its file"
"""What keeps two sources from one address."""


def both_at(second: str, first: str, address: str) -> str:
    """Return what is said of two sources for one address."""
    return f"{second} and {first} would both be published at {address}"

"""The only window through which a page is made: typed questions, each written down.

Nothing else may reach a renderer: no `Site`, no disk, no clock. The configuration is not asked for piece by piece: it
is part of the fingerprint of every page and may be read freely through `view.config`, but for `root`, `out`, `now` and
the flags.
"""

from datetime import datetime
from typing import cast

from sitegen.base.slugs import title_slugs
from sitegen.engine.reads import Answers, Reader
from sitegen.model.article import Article, Content, Front
from sitegen.model.config import Config
from sitegen.model.media import ImageFacts
from sitegen.model.report import Hidden
from sitegen.model.site import Card, Neighbours, Suggestion, Term
from sitegen.render.packing import Packed, Row, shard_of, unpack_rows


class View(Reader):
    """One page's window on the site. Each method is one kind of question; absence is an answer like any other."""

    __slots__ = ("config",)

    def __init__(self, answers: Answers, config: Config) -> None:
        super().__init__(answers)
        self.config = config

    def card(self, article: str) -> Card | None:
        """Return what other pages may know of a published article or a standing page."""
        return cast("Card | None", self.ask(("card", article)))

    def article(self, article: str) -> Article | None:
        """Return the front matter and figures of an article, standing page or author's profile: for its own page."""
        return cast("Article | None", self.ask(("article", article)))

    def front(self, article: str) -> Front | None:
        """Return the front matter of an article: for feeds, which need not change with its text."""
        return cast("Front | None", self.ask(("front", article)))

    def content(self, article: str) -> Content | None:
        """Return the text: for its own page, its feeds and its Markdown twin."""
        return cast("Content | None", self.ask(("content", article)))

    def ids(self, key: str, start: int = 0, stop: int = 1_000_000_000) -> tuple[str, ...]:
        """Return a stretch of a list: of one of `Site.lists`, or of `pages`."""
        return cast("tuple[str, ...]", self.ask(("ids", key, str(start), str(stop))))

    def term(self, key: str) -> Term | None:
        """Return one section, tag, author, series or year by its list key."""
        return cast("Term | None", self.ask(("term", key)))

    def terms(self, kind: str) -> tuple[Term, ...]:
        """Return all terms of a kind, with their counts: for index pages."""
        return cast("tuple[Term, ...]", self.ask(("terms", kind)))

    def names(self, kind: str) -> tuple[tuple[str, str, str], ...]:
        """Return (slug, name, address) of all terms of a kind, or of all standing pages (`page`).

        It is for menus, which must not change with every count.
        """
        return cast("tuple[tuple[str, str, str], ...]", self.ask(("names", kind)))

    def neighbours(self, article: str) -> Neighbours:
        """Return what stands next to an article."""
        return cast("Neighbours", self.ask(("neighbours", article)))

    def related(self, article: str) -> tuple[Suggestion, ...]:
        """Return the suggestions for an article, best first."""
        return cast("tuple[Suggestion, ...]", self.ask(("related", article)))

    def address(self, path: str) -> str | None:
        """Return where a content path (`articles/x.md`, `articles/x/chart.png`) is published."""
        return cast("str | None", self.ask(("address", path)))

    def served(self, address: str) -> bool:
        """Tell whether something of this site answers at an address (`/tags/x/`, `/feed.xml`, `/about`)."""
        return bool(self.ask(("served", address)))

    def unreadable(self, path: str) -> bool:
        """Tell whether a content path, or a folder around it, is there and cannot be read, which is told already."""
        return bool(self.ask(("unreadable", path)))

    def owner(self, address: str) -> str:
        """Return the id of the article or standing page at an address, or an empty string."""
        return str(self.ask(("owner", address)))

    def titled(self, title: str) -> str:
        """Return the address of the one article or standing page of a title, or of a file's name; or nothing."""
        return next((found for slug in title_slugs(title) if (found := str(self.ask(("titled", slug))))), "")

    def filed(self, slug: str) -> str:
        """Return the address of the one article or standing page whose file or address ends so; or nothing."""
        return str(self.ask(("filed", slug)))

    def anchors(self, article: str) -> frozenset[str]:
        """Return the ids in an article's page that a link may name."""
        return cast("frozenset[str]", self.ask(("anchors", article)))

    def image(self, path: str) -> ImageFacts | None:
        """Return format, size and digest of an image by its content path."""
        return cast("ImageFacts | None", self.ask(("image", path)))

    def size(self, path: str) -> int:
        """Return how many bytes a file of the content has; 0 where there is none."""
        return cast("int", self.ask(("size", path)))

    def static(self, name: str) -> str | None:
        """Return the address of a theme's static file; of a style sheet or script with the digest in its name."""
        return cast("str | None", self.ask(("static", name)))

    def asset(self, name: str) -> str | None:
        """Return what `static` does, for a page in which another address can be put in its place."""
        return cast("str | None", self.ask(("asset", name)))

    def template(self, name: str) -> str | None:
        """Return the digest of a template and of everything it can reach, or None where no rung has it."""
        return cast("str | None", self.ask(("template", name)))

    def setting(self, name: str) -> object:
        """Return an entry of the theme's `[settings]`, or None: for what is drawn without a template."""
        return self.ask(("setting", name))

    def feeds(self) -> tuple[tuple[str, str, str], ...]:
        """Return (list key, folder address, title) of every feed."""
        return cast("tuple[tuple[str, str, str], ...]", self.ask(("feeds",)))

    def hidden(self) -> tuple[Hidden, ...]:
        """Return what is not published, and why: for what is said of links to it."""
        return cast("tuple[Hidden, ...]", self.ask(("hidden",)))

    def extra(self) -> dict[str, object]:
        """Return what linkers of extensions gave."""
        return cast("dict[str, object]", self.ask(("extra",)))

    def feed(self, key: str) -> tuple[str, str] | None:
        """Return (folder address, title) of a list's feed, or None where it has none."""
        return cast("tuple[str, str] | None", self.ask(("feed", key)))

    def profile(self, author: str) -> str:
        """Return the id of an author's profile, or an empty string: for bylines, which no count may change."""
        return str(self.ask(("profile", author)))

    def lead(self) -> str:
        """Return the id of the article that leads the home page: the newest featured one, or the newest."""
        return str(self.ask(("lead",)))

    def shared(self, article: str) -> tuple[int, int]:
        """Tell how many other pages must be told apart from an article's: of the same title, of the same summary.

        The first is 0 for none, 1 where the date tells them apart, 2 where it does not.
        """
        return cast("tuple[int, int]", self.ask(("shared", article)))

    def nearest(self, path: str) -> str:
        """Return the known content path or address that `path` most likely means, or an empty string: for hints."""
        return str(self.ask(("nearest", path)))

    def nearest_image(self, path: str) -> str:
        """Return what `nearest` does, of images only."""
        return str(self.ask(("nearest_image", path)))

    def listings(self) -> tuple[tuple[str, datetime | None], ...]:
        """Return (address, last change) of every page made of lists: for the sitemap."""
        return cast("tuple[tuple[str, datetime | None], ...]", self.ask(("listings",)))

    def listed(self) -> tuple[str, ...]:
        """Return every published article, newest first, then every standing page."""
        return cast("tuple[str, ...]", self.ask(("listed",)))

    def rows(self, kind: str) -> list[Row]:
        """Return the line of each article and standing page that has one, in the order of `listed`.

        It is for files that list all; `kind` is one of `rows.KINDS`.
        """
        listed = self.listed()
        lines: dict[str, Row] = {}
        for shard in sorted(set(map(shard_of, listed))):
            lines.update(unpack_rows(cast("Packed", self.ask(("rows", kind, shard)))))
        return [line for ident in listed if (line := lines[ident])]

    def translations(self, article: str) -> tuple[tuple[str, str], ...]:
        """Return (language, full URL) of an article in all its languages; empty where there is one only."""
        return cast("tuple[tuple[str, str], ...]", self.ask(("translations", article)))

    def fork(self) -> "View":
        """Return a view of the same site with a memory of its own: for what several pages share."""
        return View(self._answers, self.config)

"""All articles, linked: who comes before whom, what belongs together, where everything stands."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Literal

from sitegen.base.diagnostics import Diagnostic, Span
from sitegen.base.noun import Noun, field
from sitegen.base.slugs import known_slugs, slugify
from sitegen.model.article import Image
from sitegen.model.report import Hidden

TermKind = Literal["section", "tag", "author", "series", "year"]
Status = Literal["published", "scheduled", "draft"]
Reason = Literal["subject", "section", "author", "likeness", "time", "other"]
"""Why an article is suggested."""


class Label(Noun):
    """A section, tag, author or series as an article names it."""

    slug: str
    name: str
    address: str


class Card(Noun):
    """All that one page may know of another's article. Every field added here widens rebuilds."""

    id: str
    address: str
    """Of the site, `/` first, without the base path."""
    title: str
    summary: str
    date: datetime
    updated: datetime | None
    authors: tuple[Label, ...]
    section: Label | None
    tags: tuple[Label, ...]
    image: Image | None
    minutes: int
    series: Label | None = None
    language: str = ""
    """Where it differs from the site's."""
    status: Status = "published"
    """Only a preview shows any but the first."""

    @property
    def changed(self) -> datetime:
        """When the article last changed, as it says itself; never before it was published."""
        return max(self.date, self.updated or self.date)


class Term(Noun):
    """A section, tag, author, series or year, with what its own page shows. Its articles are asked for by list key."""

    kind: TermKind
    slug: str
    name: str
    address: str
    description: str
    """Plain text."""
    count: int
    """Published articles."""
    updated: datetime | None
    """When one of its articles last changed; None where it has none."""
    profile: str = ""
    """For an author the id of the profile in `content/authors/`, or empty."""
    above: tuple[Label, ...] = ()
    """Of a tag that has a parent: the tags above it, the nearest last."""
    below: tuple[Label, ...] = ()
    """Of a tag: those whose parent it is, in the order of an index page."""

    @property
    def key(self) -> str:
        """The name of its list: `tag:open-weights`."""
        return f"{self.kind}:{self.slug}"


class Suggestion(Noun):
    """A related article and why."""

    id: str
    shared: tuple[str, ...] = ()
    """What both have in common, in words: as `kind` says."""
    pinned: bool = False
    """Chosen by the editors."""
    kind: Reason = "subject"
    """Tags of both, or what either title says that stands in both texts; the section of both; an author of both.

    The last three name nothing: the texts are alike; both are of the same time; neither, for want of others.
    """


class Neighbours(Noun):
    """What stands next to an article: in time, and in its series."""

    previous: str
    """Older article's id, or empty."""
    next: str
    series: tuple[str, ...] = ()
    """Ids of its series in order, itself included."""


class Site(Noun):
    """What `link` gives. Lists hold ids, newest first; cards are asked for one by one."""

    cards: Mapping[str, Card]
    """By id, of articles and of standing pages."""
    lists: Mapping[str, tuple[str, ...]]
    """By key: `home` (all published), `section:NAME`, `tag:NAME`, `author:NAME`, `series:NAME` (in reading order),
    `year:NNNN`, `feed:NAME`, `news` (of the last two days, as far as search engines may list them here)."""
    terms: Mapping[str, tuple[Term, ...]]
    """By kind, in the order in which an index page shows them."""
    neighbours: Mapping[str, Neighbours]
    related: Mapping[str, tuple[Suggestion, ...]]
    addresses: Mapping[str, str]
    """From a content path (`articles/x.md`, `articles/x/chart.png`) to the address where it is published."""
    pages: tuple[str, ...]
    """Ids of standing pages."""
    aliases: tuple[tuple[str, str], ...]
    """(old address, id of the article that asks for it)."""
    hidden: tuple[Hidden, ...]
    feeds: tuple[tuple[str, str, str], ...] = ()
    """(list key, folder address, title) of every feed."""
    diagnostics: tuple[Diagnostic, ...] = ()
    extra: Mapping[str, object] = field(default_factory=dict)
    """What linkers of extensions give."""
    places: Mapping[tuple[str, str], Span] = field(default_factory=dict)
    """Where front matter asks for an address: by (id, `path`, `slug` or `aliases`), for messages of `route`."""
    translations: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    """By article or page id: (language, id or full URL) of all its translations, whichever of them names them."""


def by_file(cards: Iterable[Card]) -> dict[str, str]:
    """Return the address of each article by the slugs of its file's name; an empty string where several have one."""
    return _by_slug((slug, card.address) for card in cards for slug in known_slugs(card.id, card.address))


def by_title(cards: Iterable[Card]) -> dict[str, str]:
    """Return the same by the slug of its title, and by those that are nobody's title, of its file's name."""
    cards = list(cards)
    return by_file(cards) | _by_slug((slugify(card.title), card.address) for card in cards)


def _by_slug(named: Iterable[tuple[str, str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for slug, address in named:
        found[slug] = "" if slug in found else address
    return found

"""Everything that a person may set, typed. The tables of `sitegen.toml` are these classes, field by field."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True)
class Menu:
    """One link of the header or footer menu."""

    title: str
    url: str
    """An address of the site (`/about/`, the base path is added) or a full URL."""


@dataclass(frozen=True, slots=True)
class Policies:
    """Addresses of the pages that say how the newsroom works; they appear in the footer and in the structured data."""

    publishing_principles: str = ""
    corrections: str = ""
    ethics: str = ""
    masthead: str = ""
    ownership: str = ""
    fact_checking: str = ""
    feedback: str = ""
    unnamed_sources: str = ""
    diversity: str = ""
    mission: str = ""
    bylines: str = ""
    privacy: str = ""


@dataclass(frozen=True, slots=True)
class SiteSettings:
    """`[site]`: who publishes, and where."""

    title: str = "A publication"
    url: str = "http://localhost:8000/"
    """Where the site will stand; may have a path. Ends with `/` after `configure`."""
    language: str = "en"
    """BCP 47."""
    timezone: str = "UTC"
    """IANA name; dates without a zone are in it."""
    description: str = ""
    tagline: str = ""
    author: str = ""
    """The byline of articles that name nobody; the site's title where this is empty."""
    logo: str = ""
    """An asset's address or a full URL; PNG or SVG, at least 112 × 112 px."""
    image: str = ""
    """The card of pages that have no image of their own."""
    email: str = ""
    license: str = ""
    """An SPDX name of Creative Commons (`CC-BY-4.0`) or a full URL."""
    copyright: str = ""
    repository: str = ""
    """The public repository of the content, for "report an error" and "edit this page"."""
    founded: str = ""
    same_as: tuple[str, ...] = ()
    """Profiles of the publication elsewhere."""
    menu: tuple[Menu, ...] = ()
    """Header links; the sections where this is empty."""
    footer: tuple[Menu, ...] = ()
    policies: Policies = field(default_factory=Policies)


@dataclass(frozen=True, slots=True)
class BuildSettings:
    """`[build]`: how a build is done."""

    output: str = "output"
    """Folder, relative to the root; `--out` overrides."""
    page_size: int = 20
    """Articles on one page of a list."""
    drafts: bool = False
    strict: bool = False
    workers: int = 0
    """0: as many as this process may use."""


@dataclass(frozen=True, slots=True)
class MarkdownSettings:
    """`[markdown]`: what authors may write."""

    raw_html: Literal["pass", "refuse"] = "pass"
    callout_openings: bool = True
    """Whether a paragraph that opens with "Did you know?", "Pro Tip:" or "Real-Life Example:" becomes a callout."""
    callout_titles: Mapping[str, str] = field(default_factory=dict)
    """Titles by kind, over the language's own."""
    callout_kinds: tuple[str, ...] = ()
    """Further kinds beside the packaged ones."""


@dataclass(frozen=True, slots=True)
class FeedQuery:
    """`[[feeds.query]]`: a feed of one's own: the articles that have all that is named here."""

    name: str
    """Folder below `/feeds/`."""
    title: str = ""
    sections: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FeedSettings:
    """`[feeds]`: RSS, Atom and JSON Feed."""

    limit: int = 20
    content: Literal["full", "summary"] = "full"
    sections: bool = True
    tags: bool = True
    authors: bool = True
    series: bool = True
    hubs: tuple[str, ...] = ()
    """WebSub hubs that are told of new articles."""
    query: tuple[FeedQuery, ...] = ()


@dataclass(frozen=True, slots=True)
class RelatedSettings:
    """`[related]`: what "You may also like" shows."""

    count: int = 5
    exclude_sections: tuple[str, ...] = ()
    exclude_tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CommentSettings:
    """`[comments]`: giscus, or how to respond where none is set."""

    provider: Literal["", "giscus"] = ""
    repo: str = ""
    repo_id: str = ""
    category: str = ""
    category_id: str = ""
    respond: str = ""
    """Markdown that says how to respond; a line with the site's e-mail or repository where this is empty."""


@dataclass(frozen=True, slots=True)
class ImageSettings:
    """`[images]`: sizes and formats; needs the extra `images`."""

    widths: tuple[int, ...] = (480, 800, 1200, 1600)
    formats: tuple[str, ...] = ("avif", "webp")
    quality: int = 70
    cards: bool = True
    """Whether articles without an image get a social card."""


@dataclass(frozen=True, slots=True)
class SearchSettings:
    """`[search]`: the reader's search."""

    provider: Literal["builtin", "pagefind", "none"] = "builtin"


@dataclass(frozen=True, slots=True)
class MachineSettings:
    """`[machines]`: robots, crawlers, and the open front door."""

    ai_crawlers: Literal["allow", "refuse"] = "allow"
    llms_full: int = 50
    """Newest articles in `llms-full.txt`; 0 leaves it out."""
    markdown_twins: bool = True
    news_sitemap: bool = True
    security_contact: str = ""
    security_expires: str = ""
    """ISO date; RFC 9116 asks for one."""
    indexnow_key: str = ""


@dataclass(frozen=True, slots=True)
class DeploySettings:
    """`[deploy]`: where the site is published."""

    branch: str = "gh-pages"
    remote: str = "origin"
    cname: bool = True
    """Whether a branch deploy writes `CNAME` for a custom domain."""


@dataclass(frozen=True, slots=True)
class TermSettings:
    """`[sections.NAME]`, `[tags.NAME]`, `[series.NAME]`: what adds to a name that articles use. None needs an entry."""

    title: str = ""
    description: str = ""
    order: int = 0
    """Lower comes first in menus; equal ones by name."""
    aliases: tuple[str, ...] = ()
    """Other spellings that mean this one."""


@dataclass(frozen=True, slots=True)
class Flags:
    """What the command line, the environment or a program says over the files."""

    out: Path | None = None
    base_url: str | None = None
    drafts: bool | None = None
    now: datetime | None = None
    """In the site's zone where it has none; `SOURCE_DATE_EPOCH` or the clock where it is None."""
    strict: bool | None = None
    keep_going: bool = False
    workers: int | None = None
    future: bool = False
    """Whether scheduled articles are shown (the preview's banner says so)."""


@dataclass(frozen=True, slots=True)
class Config:
    """One site's whole configuration, after defaults, theme, file, environment and flags."""

    root: Path
    """Absolute; never part of an output byte or a digest."""
    file: str
    """The configuration file, relative to the root."""
    out: Path
    """Absolute."""
    now: datetime
    """The only clock, in the site's zone."""
    theme: str = "default"
    extensions: tuple[str, ...] = ()
    """Python files, relative to the root."""
    site: SiteSettings = field(default_factory=SiteSettings)
    build: BuildSettings = field(default_factory=BuildSettings)
    markdown: MarkdownSettings = field(default_factory=MarkdownSettings)
    feeds: FeedSettings = field(default_factory=FeedSettings)
    related: RelatedSettings = field(default_factory=RelatedSettings)
    comments: CommentSettings = field(default_factory=CommentSettings)
    images: ImageSettings = field(default_factory=ImageSettings)
    search: SearchSettings = field(default_factory=SearchSettings)
    machines: MachineSettings = field(default_factory=MachineSettings)
    deploy: DeploySettings = field(default_factory=DeploySettings)
    sections: Mapping[str, TermSettings] = field(default_factory=dict)
    """By slug."""
    tags: Mapping[str, TermSettings] = field(default_factory=dict)
    series: Mapping[str, TermSettings] = field(default_factory=dict)
    params: Mapping[str, object] = field(default_factory=dict)
    """`[params]`: anything, for the site's own templates."""
    keep_going: bool = False
    future: bool = False

    @property
    def zone(self) -> ZoneInfo:
        """The site's time zone."""
        return ZoneInfo(self.site.timezone)

"""Everything that a person may set, typed. The tables of `sitegen.toml` are these classes, field by field."""

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from sitegen.base.noun import Noun, field
from sitegen.base.paths import web_url
from sitegen.base.patterns import regex

CALLOUTS = ("note", "tip", "important", "warning", "caution", "did-you-know", "pro-tip", "example")
"""Kinds of callouts: GitHub's five, and three of the press."""


PERMALINK_PART = regex(r":(year|month|day|section|folder|slug)\b")
"""What stands for a part of an article's address."""


class Menu(Noun):
    """One link of the header or footer menu."""

    title: str
    """What the link says."""
    url: str
    """An address of the site (`/about/`, the base path is added) or a full URL."""


class Policies(Noun):
    """Addresses of the pages that say how the newsroom works; they appear in the footer and in the structured data."""

    publishing_principles: str = ""
    """How the newsroom works."""
    corrections: str = ""
    """How mistakes are mended."""
    ethics: str = ""
    """What the newsroom does and does not do."""
    masthead: str = ""
    """Who works here."""
    ownership: str = ""
    """Who owns and pays for it."""
    fact_checking: str = ""
    """How facts are checked."""
    feedback: str = ""
    """How readers are heard."""
    unnamed_sources: str = ""
    """When sources may stay unnamed."""
    diversity: str = ""
    """Who is heard and who writes."""
    mission: str = ""
    """What is covered, and what comes first."""
    bylines: str = ""
    """Why articles are signed as they are."""
    privacy: str = ""
    """What is stored about readers."""


class SiteSettings(Noun):
    """`[site]`: who publishes, and where."""

    title: str = "A publication"
    """Name of the publication."""
    url: str = "http://localhost:8000/"
    """Where the site will stand; may have a path. Ends with `/` after `configure`."""
    permalink: str = ""
    """Pattern of the addresses of articles, as `/:year/:month/:slug/` or `/:section/:slug.html`: of `:year`, `:month`,
    `:day`, `:section`, `:folder` (those that the file lies in) and `:slug`. Where it is empty they are those of the
    files in `content/`; a name with spaces or signs becomes words in small letters with hyphens."""
    lowercase: bool = False
    """Whether capitals in the names of files become small letters in addresses, as Hugo, Astro and Pelican do it."""
    undated: str = ""
    """Day of the articles that name none, as `2026-11-20`. Where it is empty, such an article is an error."""
    language: str = "en"
    """BCP 47."""
    languages: tuple[str, ...] = ()
    """Languages of folders and files, as `["fr", "pt-BR"]`: what lies in a folder of that name (`fr/a.md`), or has it
    before its ending (`a.fr.md`, at `/fr/a/`), is in that language, and translates what is elsewhere called the same
    (`a.md`) or has the same `translationKey`. A permalink begins below that folder."""
    timezone: str = "UTC"
    """IANA name; dates without a zone are in it."""
    description: str = ""
    """One sentence for the home page, feeds and cards."""
    tagline: str = ""
    """A few words beside the name."""
    author: str = ""
    """The byline of articles that name nobody; the site's title where this is empty."""
    logo: str = ""
    """`/x.png` for `content/x.png`, `/static/x.png` for `static/x.png`, or a full URL; at least 112 × 112 px."""
    image: str = ""
    """The card of pages that have no image of their own; named as the logo is."""
    email: str = ""
    """Where readers can write to; in the footer of articles and in the structured data."""
    license: str = ""
    """An SPDX name (`CC-BY-4.0`) or a full URL."""
    copyright: str = ""
    """The line in the footer."""
    repository: str = ""
    """The public repository of the content, for "report an error" and "edit this page"."""
    founded: str = ""
    """Year or date, for the structured data."""
    same_as: tuple[str, ...] = ()
    """Profiles of the publication elsewhere."""
    menu: tuple[Menu, ...] = ()
    """Header links; the sections where this is empty."""
    footer: tuple[Menu, ...] = ()
    """Footer links, beside policies and feeds; the standing pages where this is empty."""
    policies: Policies = field(default_factory=Policies)
    """See `[site.policies]`."""


class BuildSettings(Noun):
    """`[build]`: how a build is done."""

    output: str = "output"
    """Folder, relative to the root; `--out` overrides."""
    page_size: int = 20
    """Articles on one page of a list."""
    drafts: bool = False
    """Whether drafts are published; `--drafts` overrides."""
    strict: bool = False
    """Whether warnings count as errors; `--strict` overrides."""
    ignore_warnings: tuple[str, ...] = ()
    """Kinds of warnings that are not told, as `parse/no-alt`, nor count as errors; an error always is told."""
    workers: int = 0
    """0: as many as this process may use."""


class MarkdownSettings(Noun):
    """`[markdown]`: what authors may write."""

    raw_html: Literal["pass", "refuse"] = "pass"
    """Whether HTML in Markdown passes or is an error."""
    callout_openings: bool = True
    """Whether a paragraph that opens with "Did you know?", "Pro Tip:" or "Real-Life Example:" becomes a callout."""
    callout_titles: Mapping[str, str] = field(default_factory=dict)
    """Titles by kind, over the language's own."""
    callout_kinds: tuple[str, ...] = ()
    """Further kinds beside the packaged ones."""
    typographer: bool = False
    """Whether straight quotation marks, apostrophes, `...`, `--` and `---` become those of print, as the language has
    them; code and what is escaped (`\\"`) stay."""
    hosts: tuple[str, ...] = ()
    """Hosts, as `cdn.example`, whose images, films and frames are wanted beside its own; of others the build warns."""


class FeedQuery(Noun):
    """`[[feeds.query]]`: a feed of one's own: the articles that have all that is named here."""

    name: str
    """Folder below `/feeds/`."""
    title: str = ""
    """Of the feed; the name where this is empty."""
    sections: tuple[str, ...] = ()
    """The article is in one of these."""
    tags: tuple[str, ...] = ()
    """The article has all of these."""
    authors: tuple[str, ...] = ()
    """The article is by all of these."""


class FeedSettings(Noun):
    """`[feeds]`: RSS, Atom and JSON Feed."""

    formats: tuple[str, ...] = ("rss", "atom", "json")
    """Formats of every feed, the one named first where a list of feeds has room for one; `rss`, `atom`, `json`."""
    limit: int = 20
    """Newest articles in each feed."""
    content: Literal["full", "summary"] = "full"
    """Full text, or the summary only."""
    sections: bool = True
    """Whether each section has feeds."""
    tags: bool = True
    """Whether each tag has feeds."""
    authors: bool = True
    """Whether each author has feeds."""
    series: bool = True
    """Whether each series has feeds."""
    hubs: tuple[str, ...] = ()
    """WebSub hubs that are told of new articles."""
    query: tuple[FeedQuery, ...] = ()
    """See `[[feeds.query]]`."""


class RelatedSettings(Noun):
    """`[related]`: what "You may also like" shows."""

    count: int = 6
    """How many, at most."""
    exclude_sections: tuple[str, ...] = ()
    """Sections whose articles are never suggested."""
    exclude_tags: tuple[str, ...] = ()
    """Tags whose articles are never suggested."""


class CommentSettings(Noun):
    """`[comments]`: giscus, or how to respond where none is set."""

    provider: Literal["", "giscus"] = ""
    """`giscus`, or nothing."""
    repo: str = ""
    """`owner/name`, as giscus.app gives it."""
    repo_id: str = ""
    """As giscus.app gives it."""
    category: str = ""
    """Discussion category, as giscus.app gives it."""
    category_id: str = ""
    """As giscus.app gives it."""
    respond: str = ""
    """Markdown that says how to respond; a line with the site's e-mail or repository where this is empty."""


class ImageSettings(Noun):
    """`[images]`: sizes and formats; needs the extra `images`."""

    widths: tuple[int, ...] = (480, 800, 1200, 1600)
    """Pixels; none is larger than the original."""
    formats: tuple[str, ...] = ("avif", "webp")
    """Best first; `avif`, `webp`."""
    quality: int = 70
    """1 to 100."""
    cards: bool = True
    """Whether articles without an image get a social card."""


class SearchSettings(Noun):
    """`[search]`: the reader's search."""

    provider: Literal["builtin", "pagefind", "none"] = "builtin"
    """`builtin` needs nothing; `pagefind` needs the extra `search` and suits thousands of articles."""


class MachineSettings(Noun):
    """`[machines]`: robots, crawlers, and the open front door."""

    ai_crawlers: Literal["allow", "refuse"] = "allow"
    """What `robots.txt` tells crawlers that gather text for models."""
    llms_full: int = 50
    """Newest articles in `llms-full.txt`; 0 leaves it out."""
    markdown_twins: bool = True
    """Whether each article has a Markdown copy beside its page."""
    news_sitemap: bool = True
    """Whether there is a Google News sitemap of the last two days."""
    security_contact: str = ""
    """A URL or `mailto:` for `/.well-known/security.txt`, which is left out where this is empty."""
    security_expires: str = ""
    """ISO date; RFC 9116 asks for one."""
    indexnow_key: str = ""
    """The key of IndexNow, published where the protocol asks for it."""


class DeploySettings(Noun):
    """`[deploy]`: where the site is published."""

    branch: str = "gh-pages"
    """The branch that GitHub Pages serves."""
    remote: str = "origin"
    """The Git remote to push to."""
    cname: bool = True
    """Whether a branch deploy writes `CNAME` for a custom domain."""


class TermSettings(Noun):
    """`[sections.NAME]`, `[tags.NAME]`, `[series.NAME]`: what adds to a name that articles use. None needs an entry."""

    title: str = ""
    """As readers see it; the name as articles write it where this is empty."""
    description: str = ""
    """Above the list, and for search engines."""
    order: int = 0
    """Lower comes first in menus; equal ones by name."""
    aliases: tuple[str, ...] = ()
    """Other spellings that mean this one."""


class TagSettings(TermSettings):
    """`[tags.NAME]`: what only a tag has."""

    parent: str = ""
    """A wider tag, which needs an entry of its own: its page and feed have the articles of this one as well."""


class Flags(Noun):
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


class Config(Noun):
    """One site's whole configuration, after defaults, file, environment and flags."""

    root: Path
    """Absolute; never part of an output byte or a digest."""
    file: str
    """The configuration file, relative to the root."""
    out: Path
    """Absolute."""
    now: datetime
    """The only clock, in the site's zone."""
    theme: str = "default"
    """A folder of `themes/`, or `default`."""
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
    tags: Mapping[str, TagSettings] = field(default_factory=dict)
    series: Mapping[str, TermSettings] = field(default_factory=dict)
    redirects: Mapping[str, str] = field(default_factory=dict)
    """`[redirects]`: old addresses and what answers there now, as `"/category/health/" = "/tags/health/"`. A page leads
    on; where a feed is named, as in `"/index.xml" = "/feed.xml"`, the old address has it as well."""
    params: Mapping[str, object] = field(default_factory=dict)
    """`[params]`: anything, for the site's own templates."""
    keep_going: bool = False
    future: bool = False

    @property
    def zone(self) -> ZoneInfo:
        """The site's time zone."""
        return ZoneInfo(self.site.timezone)

    @property
    def contact_until(self) -> datetime | None:
        """Until when `security.txt` holds, a day from its beginning in UTC; None where nothing says so."""
        machines = self.machines
        if not machines.security_contact or not machines.security_expires:
            return None
        moment = datetime.fromisoformat(machines.security_expires)
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)

    @property
    def host(self) -> str:
        """Where the site will stand, with its port, as full URLs name it."""
        return _host(self.site.url)


@lru_cache(maxsize=64)
def _host(url: str) -> str:
    return urlsplit(web_url(url)).netloc

"""What templates see: values only, complete and ready to print. `sitegen explain template` lists them from this module.

Every address here is final: it begins with the site's base path (`/repo/articles/x/`), or is a full URL where the
name says `url`. A `str` is plain text that the template escapes; `Markup` is HTML. Every template sees `site` and
`page`, and beside them the fields of the one class below that its kind names, by their own names: `article.html` sees
`article`, `related`, ….
"""

from collections.abc import Mapping
from datetime import date, datetime

from markupsafe import Markup

from sitegen.base.noun import Noun, field

_NONE = Markup("")


class Link(Noun):
    """A name and where it leads."""

    title: str
    href: str
    current: bool = False
    """Whether the page being made is this one, or lies below it."""


class FeedLink(Noun):
    """One feed of a list."""

    title: str
    href: str
    type: str
    """MIME type."""


class ImageView(Noun):
    """An image, ready for `<img>`."""

    src: str
    alt: str
    width: int = 0
    """Pixels; 0 where unknown."""
    height: int = 0
    caption: Markup = _NONE
    credit: str = ""
    license: str = ""
    srcset: str = ""
    """Of the original's own format, or empty."""
    sources: tuple[tuple[str, str], ...] = ()
    """(MIME type, srcset) of further formats for `<picture>`, best first."""
    color: str = ""
    """Placeholder, `#rrggbb`, or empty."""
    url: str = ""
    """Full URL, for cards and feeds."""


class AuthorView(Noun):
    """A person or a desk."""

    name: str
    href: str
    initials: str
    role: str = ""
    organization: bool = False
    portrait: ImageView | None = None
    bio: Markup = _NONE
    same_as: tuple[str, ...] = ()
    email: str = ""
    count: int = 0


class CardView(Noun):
    """Another article, as lists and suggestions show it."""

    title: str
    href: str
    summary: str
    date: datetime
    updated: datetime | None
    authors: tuple[Link, ...]
    section: Link | None
    tags: tuple[Link, ...]
    image: ImageView | None
    minutes: int
    language: str = ""
    status: str = "published"
    reasons: tuple[str, ...] = ()
    """Why it is suggested; only in `related`."""


class TermView(Noun):
    """A section, tag, author, series or year."""

    kind: str
    name: str
    slug: str
    href: str
    description: str
    count: int
    feeds: tuple[FeedLink, ...] = ()
    below: tuple["TermView", ...] = ()
    """Of a tag: those whose parent it is."""


class HeadingView(Noun):
    """One entry of the table of contents."""

    level: int
    id: str
    text: str
    children: tuple["HeadingView", ...] = ()


class FaqView(Noun):
    """A question and its answer."""

    id: str
    question: Markup
    answer: Markup


class CorrectionView(Noun):
    """One entry of the corrections log."""

    date: date
    text: Markup


class CitationView(Noun):
    """A source that the article names."""

    title: str
    url: str = ""
    author: str = ""
    year: str = ""


class SeriesView(Noun):
    """The series an article belongs to, and where in it."""

    name: str
    href: str
    part: int
    parts: tuple[CardView, ...]
    """Those around the article where the series is very long."""
    first: int
    """The number of the first of `parts`."""
    count: int
    """How many parts the series has."""
    previous: CardView | None
    next: CardView | None


class AudioView(Noun):
    """An audio version."""

    src: str
    type: str
    duration: str = ""


class CiteView(Noun):
    """How to cite the article."""

    text: str
    bibtex: str


class ArticleView(Noun):
    """The article of an article page or a standing page."""

    id: str
    title: str
    standfirst: str
    """The author's `description`, empty where none was written."""
    summary: str
    date: datetime | None
    updated: datetime | None
    authors: tuple[AuthorView, ...]
    section: Link | None
    tags: tuple[Link, ...]
    image: ImageView | None
    image_in_text: bool
    """Whether the text shows `image`, which then does not stand above it as well."""
    minutes: int
    words: int
    key_points: tuple[Markup, ...]
    toc: tuple[HeadingView, ...]
    """Empty where the author turned it off or there are fewer than three headings."""
    body: Markup
    """With callouts, and with those FAQ sections that stand inside the text."""
    faq: tuple[FaqView, ...]
    """The entries of the front matter, which the template places after the body."""
    corrections: tuple[CorrectionView, ...]
    sources: tuple[CitationView, ...]
    audio: AudioView | None
    series: SeriesView | None
    license: Link | None
    cite: CiteView | None
    comments: bool
    language: str
    """Of the article."""
    direction: str
    """`ltr` or `rtl`."""
    status: str
    """`published`, `scheduled` or `draft`."""
    edit_url: str
    """Where the source can be edited, or empty."""
    report_url: str
    """Where an error can be reported, or empty."""
    url: str
    """Full and canonical."""
    markdown_href: str
    """The Markdown twin, or empty."""
    extra: Mapping[str, object] = field(default_factory=dict)
    """Front-matter keys that sitegen does not know, as written."""
    styles: Markup = _NONE
    """Style sheets that stand in the text, for the head of the page."""


class ArticlePage(Noun):
    """`article.html`, and `page.html` for standing pages."""

    article: ArticleView
    related: tuple[CardView, ...] = ()
    previous: CardView | None = None
    """The older article."""
    next: CardView | None = None
    listed: bool = False
    """Whether the text keeps a list of its own of what to read, with such a title as `related` has."""


class Pagination(Noun):
    """Where a page stands in a list that is split."""

    number: int
    numbers: int
    newer: str
    """Address, or empty."""
    older: str
    pages: tuple[Link, ...]


class Block(Noun):
    """A section's newest articles on the home page."""

    section: TermView
    cards: tuple[CardView, ...]


class HomePage(Noun):
    """`home.html`."""

    lead: CardView | None
    """On the first page only."""
    secondary: tuple[CardView, ...]
    """Up to four, on the first page only."""
    river: tuple[CardView, ...]
    blocks: tuple[Block, ...]
    """On the first page only."""
    pagination: Pagination


class ListPage(Noun):
    """`section.html`, `tag.html`, `author.html`, `series.html`: one term and its articles."""

    term: TermView
    cards: tuple[CardView, ...]
    pagination: Pagination
    author: AuthorView | None = None


class IndexPage(Noun):
    """`sections.html`, `tags.html`, `authors.html`, `serieses.html`: all terms of a kind."""

    terms: tuple[TermView, ...]
    """A tag that has a parent stands in its `below`."""
    authors: tuple[AuthorView, ...] = ()


class ArchivePage(Noun):
    """`archive.html`: all years, and the articles of one by month: the chosen one, else the newest."""

    years: tuple[TermView, ...]
    year: TermView | None
    months: tuple[tuple[date, tuple[CardView, ...]], ...]
    """(first day, its articles), newest first."""


class FeedsPage(Noun):
    """`feeds.html`: every feed of the site, by kind."""

    groups: tuple[tuple[str, tuple[TermView, ...]], ...]
    """(kind: `site`, `section`, `tag`, `author`, `series`, `query`; its terms with their feeds)."""
    opml: str


class PlainPage(Noun):
    """`404.html` and `search.html`."""

    latest: tuple[CardView, ...] = ()


class RedirectPage(Noun):
    """`redirect.html`: an alias, or an old address of the configuration."""

    target: str
    target_url: str
    target_title: str


class SiteView(Noun, eq=False):
    """`site`, in every template."""

    title: str
    url: str
    """Full, ends with `/`."""
    base: str
    """The base path, `/` or `/repo/`."""
    language: str
    direction: str
    """`ltr` or `rtl`."""
    description: str
    tagline: str
    logo: ImageView | None
    email: str
    license: Link | None
    copyright: str
    """The line in the footer; `© NAME` where the configuration has none."""
    repository: str
    same_as: tuple[str, ...]
    menu: tuple[Link, ...]
    footer: tuple[Link, ...]
    policies: tuple[Link, ...]
    sections: tuple[TermView, ...]
    feeds: tuple[FeedLink, ...]
    feeds_href: str
    archive_href: str
    search_href: str
    """Empty where the search is off."""
    search_provider: str
    tags_href: str
    authors_href: str
    comments: Mapping[str, str]
    """`provider`, `repo`, `repo_id`, `category`, `category_id`, `language` (that giscus speaks), `respond` (HTML)."""
    settings: Mapping[str, object]
    """`[settings]` of the theme, under the site's `[params]`."""
    params: Mapping[str, object]
    extra: Mapping[str, object]
    """What linkers of extensions give."""


class PageView(Noun):
    """`page`, in every template: what the head of the document needs."""

    kind: str
    title: str
    """Of the document, with the site's name."""
    heading: str
    """Without the site's name."""
    description: str
    href: str
    canonical: str
    """Full URL."""
    language: str
    direction: str
    noindex: bool
    open_graph: tuple[tuple[str, str], ...]
    """(property, content), in order: `og:title`, `article:published_time`, …"""
    twitter: tuple[tuple[str, str], ...]
    structured_data: Markup
    """One JSON-LD graph, safe inside `<script type="application/ld+json">`."""
    feeds: tuple[FeedLink, ...]
    alternates: tuple[tuple[str, str], ...]
    """(language, URL) of translations."""
    breadcrumbs: tuple[Link, ...]
    markdown_href: str = ""
    """The Markdown twin, for `<link rel="alternate" type="text/markdown">`, or empty."""
    status: str = "published"

"""What one file says by itself: front matter, and what the Markdown holds."""

from collections.abc import Mapping
from datetime import date, datetime

from sitegen.base.diagnostics import Diagnostic, Span
from sitegen.base.noun import Noun, field
from sitegen.base.paths import web_url
from sitegen.model.body import Body, Faq, Heading, Ref
from sitegen.model.source import SourceKind


class Image(Noun):
    """The lead image, or an author's portrait."""

    ref: Ref | None
    """None where the image is on another host."""
    src: str
    """The full URL where `ref` is None, else empty."""
    alt: str = ""
    caption: str = ""
    """Inline HTML."""
    credit: str = ""
    license: str = ""


class Correction(Noun):
    """One entry of the corrections log."""

    date: date
    text: str
    """Inline HTML."""


class Citation(Noun):
    """A source that the article names in `sources:`."""

    title: str
    url: str = ""
    author: str = ""
    year: str = ""


class Audio(Noun):
    """An audio file that belongs to the article, for feeds and the player."""

    ref: Ref | None
    src: str
    type: str
    length: int = 0
    """Bytes, 0 where unknown."""
    duration: str = ""


class FrontMatter(Noun):
    """Every field that an author may write, typed; nothing here is guessed."""

    title: str = ""
    description: str = ""
    date: datetime | None = None
    """Aware, in the site's zone."""
    updated: datetime | None = None
    authors: tuple[str, ...] = ()
    """As written: ids or names."""
    tags: tuple[str, ...] = ()
    section: str = ""
    image: Image | None = None
    corrections: tuple[Correction, ...] = ()
    related: tuple[str, ...] = ()
    unrelated: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    slug: str = ""
    path: str = ""
    draft: bool = False
    featured: bool = False
    """Leads the home page before newer articles."""
    type: str = ""
    """A schema.org type: `NewsArticle` where empty."""
    series: str = ""
    part: int = 0
    language: str = ""
    translations: tuple[tuple[str, str], ...] = ()
    """(language, content id or URL)."""
    translation_key: str = ""
    """What all translations of one article say, as Hugo's have it."""
    license: str = ""
    canonical: str = ""
    key_points: tuple[str, ...] = ()
    """Inline HTML each."""
    sources: tuple[Citation, ...] = ()
    audio: Audio | None = None
    toc: bool = True
    comments: bool = True
    noindex: bool = False
    template: str = ""
    # Of a profile in content/authors/ only:
    name: str = ""
    role: str = ""
    kind: str = ""
    """`Person` or `Organization` (a desk)."""
    email: str = ""
    same_as: tuple[str, ...] = ()
    extra: Mapping[str, object] = field(default_factory=dict)
    """Unknown keys as written, for templates."""
    places: tuple[tuple[str, int, int, int], ...] = ()
    """(key, line, column, width) of every key in the file, for messages of later stages."""

    def may_be_listed(self, url: str) -> bool:
        """Tell whether search engines may list the article at a URL, that of its page."""
        named = web_url(self.canonical)
        return not self.noindex and named in ("", url)


class Front(Noun):
    """What a file says above its text: an edit of the text leaves it as it is."""

    path: str
    """Of the source, relative to the root."""
    meta: FrontMatter


class Article(Noun):
    """What `link` may know of one file; the heavy part is its `Content`."""

    id: str
    path: str
    """Of the source, relative to the root."""
    kind: SourceKind
    bundle: bool
    meta: FrontMatter
    summary: str
    """Plain text: the description, or the first real paragraph, at most 200 characters."""
    words: int
    minutes: int
    """Reading time, at least 1."""
    faqs: int
    callouts: tuple[str, ...]
    """Kinds in order of appearance."""
    terms: bytes
    """What `link` finds relatives by, as `model.terms` packs it."""
    keywords: tuple[str, ...]
    """The words that stand in the text most often, the most frequent first."""
    anchors: tuple[str, ...]
    """Ids that a link may name."""
    content: str
    """Digest of the `Content`."""
    sound: bool = True
    """False where an error kept it from being read; it still counts as existing, so that one mistake is told once."""
    diagnostics: tuple[Diagnostic, ...] = ()
    further: tuple[str, ...] = ()
    """What the text lists as further reading, as the targets of links (`Ref.target`)."""
    labels: tuple[str, ...] = ()
    """The texts of these links, which may be titles of articles where the targets are none."""
    named: tuple[str, ...] = ()
    """What it lists so by titles alone."""

    @property
    def title(self) -> str:
        """As others call it: the last part of its id where it has no title."""
        return self.meta.title or self.id.rpartition("/")[2]

    @property
    def template(self) -> str:
        """The template that makes its page."""
        written = self.meta.template or self.kind
        return written if "." in written else f"{written}.html"

    @property
    def front(self) -> Front:
        """What it says above its text."""
        return Front(self.path, self.meta)

    def place(self, *keys: str) -> Span:
        """Return where the front matter first names one of these keys, or the file as a whole."""
        for name, line, column, width in self.meta.places:
            if name in keys:
                return Span(self.path, line, column, width)
        return Span(self.path)


class Content(Noun):
    """The heavy part of an article, which only its own page, its feeds and its Markdown twin read."""

    body: Body
    outline: tuple[Heading, ...]
    faqs: tuple[Faq, ...]
    markdown: str
    """The source's text below the front matter."""
    front_faq: int = 0
    """The first entries of `faqs` that come from the front matter and so have no slot in the body."""
    further: Body = Body(())
    """What the text lists as further reading, for where some of it cannot be suggested."""
    further_own: bool = False
    """Whether that can only mean articles of the site, so that titles which none has are not shown for themselves."""
    opens_as_described: bool = False
    """Whether the text begins with the words of the description, which then need not stand above it as well."""
    styles: str = ""
    """Style sheets that stand in the text, for the head of its page."""

    @property
    def bodies(self) -> tuple[Body, ...]:
        """All text there is."""
        return (self.body, *(faq.answer for faq in self.faqs), self.further)


class Parsed(Noun):
    """What `parse` gives."""

    article: Article
    content: Content

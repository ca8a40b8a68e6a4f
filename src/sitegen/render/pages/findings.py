"""What an article's page says to machines is held against the rules of those who read it, before it is written.

Each finding stands at the front-matter key that mends it. The rules are those of search engines for news: headline,
dates, authors, images.
"""

import re
from collections.abc import Iterable

from sitegen.base.diagnostics import Diagnostic, Span, problem
from sitegen.base.licenses import known_license
from sitegen.base.paths import is_mail_address, web_url
from sitegen.base.patterns import regex
from sitegen.model.article import Article
from sitegen.model.config import Config
from sitegen.model.context import ArticleView
from sitegen.render.variants import LEAST_PIXELS

_HEADLINE = 110
"""Characters of a headline that search engines show."""
_DESCRIPTION = 320
_HOST = regex(r"(?:[a-z0-9-]+\.)+[a-z]{2,}(?=$|[/:?#])", re.IGNORECASE)
_SEVERAL = regex(r"^\s*by\b|,|;| and | und | et | y |&", re.IGNORECASE)
_BEHIND = regex(r"\([^()]*\)")
"""What a byline says of somebody behind the name."""


def findings(article: Article, shown: ArticleView, config: Config) -> tuple[Diagnostic, ...]:
    """Return what an editor should mend."""
    return (
        *_lengths(article, shown),
        *_dates(article),
        *_bylines(article, shown),
        *_image(article, shown),
        *_license(article, config.site.license),
        *_urls(article),
        *_audio(article, config),
    )


def _lengths(article: Article, shown: ArticleView) -> Iterable[Diagnostic]:
    if len(shown.title) > _HEADLINE:
        message = f"the title has {len(shown.title)} characters; search engines show at most {_HEADLINE}"
        hint = 'shorten it, and put the rest into "description:"'
        yield problem("render/long-title", message, article.place("title"), hint)
    if len(shown.standfirst) > _DESCRIPTION:
        message = (
            f"the description has {len(shown.standfirst)} characters; cards and search results show about half of it"
        )
        hint = "say in one or two sentences what the reader gets"
        yield problem("render/long-description", message, article.place("description"), hint)
    if not shown.standfirst and not shown.summary and not article.meta.draft:  # one that has just been begun is a draft
        message = (
            "the article has neither a description nor a paragraph of text, so its card and its feed entry are empty"
        )
        yield problem("render/no-description", message, Span(article.path), 'write "description:" with one sentence')


def _dates(article: Article) -> Iterable[Diagnostic]:
    meta = article.meta
    if meta.date and meta.updated and meta.updated < meta.date:
        message = f"it was updated on {meta.updated:%Y-%m-%d}, before it was published on {meta.date:%Y-%m-%d}"
        hint = "correct one of the two dates; until then it counts as not updated"
        yield problem("render/updated-first", message, article.place("updated"), hint)
    for entry in meta.corrections:
        if meta.date and entry.date < meta.date.date():
            message = f"it was corrected on {entry.date}, before it was published on {meta.date:%Y-%m-%d}"
            yield problem("render/updated-first", message, article.place("corrections"), "correct one of the two dates")


def _bylines(article: Article, shown: ArticleView) -> Iterable[Diagnostic]:
    place = article.place("authors", "author")
    for author in shown.authors if place.line else ():
        if is_mail_address(author.name) or web_url(author.name):
            message = f'the byline "{author.name}" is an address, and no name'
            hint = "write the name; the address belongs into a profile in content/authors/"
            yield problem("render/author-name", message, place, hint)
        elif not author.organization and _SEVERAL.search(_BEHIND.sub("", author.name)):
            message = f'the byline "{author.name}" holds more than one name'
            hint = 'list each author separately: authors: ["…", "…"]; a desk gets a profile with "kind: Organization"'
            yield problem("render/author-name", message, place, hint)


def _image(article: Article, shown: ArticleView) -> Iterable[Diagnostic]:
    image = shown.image
    if image and image.width and image.height and image.width * image.height < LEAST_PIXELS:
        message = f"the image has {image.width} × {image.height} pixels, too few to be shown beside a headline"
        hint = f"take one with at least {LEAST_PIXELS:,} pixels, if possible 1,200 wide"
        yield problem("render/small-image", message, article.place("image"), hint)


def _license(article: Article, license_of_site: str) -> Iterable[Diagnostic]:
    written = article.meta.license
    if written and known_license(written) is None:
        message = f'the licence "{written}" is neither an SPDX name nor a URL, so no machine can tell what it allows'
        hint = f'write for example "{license_of_site or "CC-BY-4.0"}", or the URL of the licence'
        yield problem("render/unknown-license", message, article.place("license"), hint)


def _urls(article: Article) -> Iterable[Diagnostic]:
    """Yield the addresses of other sites that no browser could go to."""
    written = [("canonical", article.meta.canonical), *(("sources", entry.url) for entry in article.meta.sources)]
    for key, address in written:
        if address and not web_url(address):
            hint = f"write https://{address}" if _HOST.match(address) else "begin it with https://"
            message = f'"{address}" in "{key}" is no full URL, so it is left out'
            yield problem("render/no-url", message, article.place(key), hint)


def _audio(article: Article, config: Config) -> Iterable[Diagnostic]:
    """Yield what is the same of all recordings, and so is told once."""
    if article.meta.audio and not config.site.email:
        message = "podcast directories ask for an e-mail address, and the feeds that carry recordings have none"
        hint = 'set email = "…" in [site]'
        yield problem("render/no-owner", message, Span(config.file), hint)

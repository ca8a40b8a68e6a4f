"""The site becomes the HTML pages that readers see."""

from collections.abc import Container, Iterable, Iterator, Mapping

from sitegen.base.diagnostics import Span
from sitegen.base.paths import is_drawing, output_path
from sitegen.model.article import Image
from sitegen.model.config import Config
from sitegen.model.output import CARD, FEED_FILES, INDEXES, Page, twin_path
from sitegen.model.site import Site
from sitegen.route.claims import Claim, page, paginated


def page_claims(site: Site, config: Config, sources: Mapping[str, str]) -> Iterator[Claim]:
    """Yield every page that is made of lists; `sources` gives the path of an article's file."""
    anywhere = Span(config.file)
    size = config.build.page_size
    home = len(site.lists["home"])
    yield from _list_claims(paginated("home", "/", "home", count=home, size=size), "the home page", anywhere)
    for kind, (index, address) in INDEXES.items():
        if site.terms[kind]:
            yield Claim(page(index, address), f"the list of all {address.strip('/')}", anywhere)
        for term in site.terms[kind]:
            ids = site.lists[term.key]
            span = Span(sources[ids[-1]]) if ids else Span(sources[term.profile]) if term.profile else anywhere
            outputs = paginated(kind, term.address, term.key, count=term.count, size=size)
            yield from _list_claims(outputs, f'the page of {kind} "{term.name}"', span)
    yield Claim(page("archive", "/archive/"), "the archive", anywhere)
    for term in site.terms["year"]:
        yield Claim(page("archive", term.address, term.key), f"the archive of {term.name}", anywhere)
    yield Claim(page("feeds", "/feeds/"), "the page of all feeds", anywhere)
    if config.search.provider != "none":
        yield Claim(page("search", "/search/"), "the search page", anywhere)
    yield Claim(page("404", "/404.html"), "the 404 page", anywhere, machine=True)


def _list_claims(outputs: Iterator[Page], source: str, span: Span) -> Iterator[Claim]:
    first = next(outputs)
    yield Claim(first, source, span)
    yield from (Claim(output, source, span, follows=first) for output in outputs)


def article_claims(
    site: Site, sources: Mapping[str, str], *, twins: bool, cards: bool = False, files: Container[str] = ()
) -> Iterator[Claim]:
    """Yield the page of every article and standing page, in order of source, its Markdown twin and its social card.

    `files` are those that images may name.
    """
    standing = frozenset(site.pages)
    for ident in sorted(site.cards, key=lambda ident: sources[ident]):
        kind = "page" if ident in standing else "article"
        span = site.places.get((ident, "path")) or site.places.get((ident, "slug")) or Span(sources[ident])
        html = page(kind, site.cards[ident].address, ident)
        yield Claim(html, sources[ident], span)
        if twins:
            twin = page("twin", f"/{twin_path(html.address)}", ident)
            yield Claim(twin, f"the Markdown twin of {sources[ident]}", span, machine=True, follows=html)
        if cards and kind == "article" and html.address.endswith("/") and not _shared(site.cards[ident].image, files):
            drawn = page("card", f"{html.address}{CARD}", ident)
            yield Claim(drawn, f"the social card of {sources[ident]}", span, machine=True, follows=html)


def _shared(image: Image | None, files: Container[str]) -> bool:
    """Tell whether others can show an article's own image: a file that is there, and no drawing."""
    if image is None:
        return False
    if image.ref is None:
        return not is_drawing(image.src)
    file = next((name for name in image.ref.files if name in files), "")
    return bool(file) and not is_drawing(file)


def alias_claims(site: Site, sources: Mapping[str, str]) -> Iterator[Claim]:
    """Yield a redirect page for every old address."""
    for address, ident in site.aliases:
        span = site.places.get((ident, "aliases")) or Span(sources[ident])
        yield Claim(page("redirect", address, ident), f"an alias of {sources[ident]}", span)


def redirect_claims(claims: Iterable[Claim], config: Config) -> Iterator[Claim]:
    """Yield what answers at each old address of the configuration: the feed of `claims` that it names, or a redirect.

    Feed readers do not follow a page, so they get the feed itself.
    """
    feeds = {claim.output.path: claim for claim in claims if isinstance(claim.output, Page)} if config.redirects else {}
    for old, target in config.redirects.items():
        named = feeds.get(output_path(target))
        source, span = f'the redirect "{old}"', Span(config.file)
        if named and isinstance(named.output, Page) and named.output.kind in FEED_FILES:
            again = page(named.output.kind, old, named.output.subject)
            yield Claim(again, source, span, follows=named.output)
        else:
            yield Claim(page("redirect", old, target), source, span)

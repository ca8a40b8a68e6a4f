"""The site becomes the files that machines read: feeds, sitemaps, the API, robots.txt."""

from collections.abc import Iterator, Mapping

from sitegen.base.diagnostics import Span
from sitegen.base.html import escape
from sitegen.base.paths import quote_path
from sitegen.model.config import Config
from sitegen.model.output import FEED_FILES, FEED_FORMATS, Page
from sitegen.model.site import Card, Site
from sitegen.route.claims import Claim, page

SITEMAP_URLS = 50_000
"""As many as the protocol allows in one file."""

SITEMAP_BYTES = 50_000_000
"""As large as the protocol allows one file to be."""

_FEW_URLS = 1000
"""So many fit into one file, however long they are."""

_MARKUP = 300
"""Bytes of a sitemap's entry beside its URLs, and of each translation in it; more than there ever are."""

_SCHEMAS = ("articles", "authors", "tags")


def machine_claims(site: Site, config: Config, *, pages: int) -> Iterator[Claim]:
    """Yield every file for machines; an author's own file of the same path wins over each of them.

    `pages` is how many HTML pages there are beside the articles and standing pages.
    """
    span = Span(config.file)
    for output in (*_sitemaps(site, config, pages), *_others(site, config)):
        yield Claim(output, f"the generated {output.path}", span, machine=True)


def feed_claims(site: Site, listed: Mapping[str, Page], config: Config) -> Iterator[Claim]:
    """Yield every feed; `listed` gives the page that shows the same list."""
    for key, folder, title in site.feeds:
        for kind in (FEED_FORMATS[name] for name in config.feeds.formats):
            feed = page(kind, folder + FEED_FILES[kind][0], key)
            yield Claim(feed, f'the feed "{title}"', Span(config.file), machine=True, follows=listed.get(key))


def _sitemaps(site: Site, config: Config, pages: int) -> Iterator[Page]:
    """One `sitemap.xml`; past a limit it is the index (number 0) of `sitemap-1.xml` and on, which share its URLs.

    All pages are counted, which are a few more than a sitemap lists.
    """
    urls = len(site.cards) + pages
    most = SITEMAP_URLS if urls <= _FEW_URLS else min(SITEMAP_URLS, SITEMAP_BYTES // _longest_entry(site, config))
    numbers = -(-urls // max(most, 1))
    if numbers == 1:
        yield page("sitemap", "/sitemap.xml")
        return
    yield page("sitemap", "/sitemap.xml", number=0, numbers=numbers)
    for number in range(1, numbers + 1):
        yield page("sitemap", f"/sitemap-{number}.xml", number=number, numbers=numbers)


def _longest_entry(site: Site, config: Config) -> int:
    """Return more bytes than any entry of a sitemap has: its own URL twice, its image's, and those of translations."""

    def size(url: str) -> int:
        return _MARKUP + len(config.site.url) + len(escape(quote_path(url)))

    def whole(card: Card) -> int:
        image = card.image.ref.target if card.image and card.image.ref else card.image.src if card.image else ""
        others = (target for _, target in site.translations.get(card.id, ()))
        return 2 * sizes[card.id] + size(image) + sum(sizes.get(other) or size(other) for other in others)

    sizes = {ident: size(card.address) for ident, card in site.cards.items()}
    terms = (size(term.address) for terms in site.terms.values() for term in terms)
    return max((*map(whole, site.cards.values()), *terms), default=1)


def _others(site: Site, config: Config) -> Iterator[Page]:
    machines = config.machines
    wanted = (
        # A sitemap without a single URL is invalid, so there is none while there are no news.
        ("news-sitemap", "/news-sitemap.xml", machines.news_sitemap and bool(site.lists["news"])),
        ("robots", "/robots.txt", True),
        ("api-articles", "/api/articles.json", True),
        ("api-tags", "/api/tags.json", True),
        ("api-authors", "/api/authors.json", True),
        ("opml", "/feeds.opml", True),
        ("llms", "/llms.txt", True),
        ("llms-full", "/llms-full.txt", machines.llms_full > 0),
        ("security", "/.well-known/security.txt", bool(machines.security_contact)),
        ("indexnow", f"/{machines.indexnow_key}.txt", bool(machines.indexnow_key)),
        ("search-index", "/search-index.json", config.search.provider == "builtin"),
        ("empty", "/.nojekyll", True),
    )
    yield from (page(kind, address) for kind, address, switched_on in wanted if switched_on)
    yield from (page("api-schema", f"/api/schema/{name}.json", name) for name in _SCHEMAS)

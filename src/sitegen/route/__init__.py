"""The site becomes the list of all files that it must contain, each once."""

from collections.abc import Iterable

from sitegen.base.diagnostics import Span, ordered
from sitegen.model.config import Config
from sitegen.model.output import Asset, Page, Routes
from sitegen.model.site import Site
from sitegen.model.source import Inputs
from sitegen.route.claims import Claim
from sitegen.route.conflicts import settle
from sitegen.route.files import asset_claims, static_claims
from sitegen.route.machines import feed_claims, machine_claims
from sitegen.route.pages import alias_claims, article_claims, page_claims, redirect_claims

__all__ = ["route"]


def route(
    site: Site,
    inputs: Inputs,
    config: Config,
    *,
    further: Iterable[Page] = (),
    copies: Iterable[Asset] = (),
    cards: bool = False,
) -> Routes:
    """Return every output, ordered by path.

    `further` are the pages that extensions add, `copies` the copies of images and the index of a search; with `cards`,
    articles without an image that others can show get a social card.

    Two sources for one path are an error, and the first stands, in this order: pages made of lists, articles, assets,
    aliases. A file of the author's own (`robots.txt`, `favicon.ico`, `404.html`, `feed.xml`) takes the place of the
    machine file that would be generated; over a page that readers see it is an error.
    """
    sources = {source.id: source.path for source in inputs.sources}
    lists, added = tuple(page_claims(site, config, sources)), tuple(further)
    statics = tuple(static_claims(inputs.theme))
    files = frozenset((*(asset.address for asset in inputs.assets), *(claim.output.path for claim in statics)))
    listed = {c.output.subject: c.output for c in lists if isinstance(c.output, Page) and not c.follows}
    feeds = tuple(feed_claims(site, listed, config))
    outputs, problems = settle(
        (
            *lists,
            *feeds,
            *machine_claims(site, config, pages=len(lists) + len(added)),
            *statics,
            *(Claim(page, f"the extension page {page.address}", Span(config.file)) for page in added),
            *(Claim(copy, f"the file {copy.path}", Span(copy.source)) for copy in copies),
            *article_claims(site, sources, twins=config.machines.markdown_twins, cards=cards, files=files),
            *asset_claims(site, inputs),
            *alias_claims(site, sources),
            *redirect_claims(feeds, config),
        )
    )
    return Routes(tuple(outputs), ordered(problems))

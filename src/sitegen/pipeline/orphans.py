"""Find the articles that nothing leads to but lists."""

from collections.abc import Callable, Iterator, Mapping

from sitegen.base.diagnostics import Diagnostic, Span, problem
from sitegen.base.paths import from_page, known_slugs, slugify, title_slugs
from sitegen.model.article import Article, Content
from sitegen.model.body import Ref
from sitegen.model.config import Config
from sitegen.model.site import Site
from sitegen.pipeline.full_urls import full_urls


def orphans(
    site: Site, articles: Mapping[str, Article], content: Callable[[str], Content | None], config: Config
) -> tuple[Diagnostic, ...]:
    """Return a warning for each article that no text links to, no other suggests and no series shows.

    The only article of a site has no other that could.
    """
    listed = site.lists.get("home", ())
    if len(listed) == 1:
        return ()
    by_address = {card.address: ident for ident, card in site.cards.items()}
    titles = titled(site)
    led = {other for neighbours in site.neighbours.values() for other in neighbours.series}
    for ident in site.cards:
        led |= {one.id for one in site.related.get(ident, ())}
        text = content(ident)
        for address in _addresses(text, ident, site, titles, config) if text else ():
            if (other := by_address.get(address) or by_address.get(f"{address}/")) and other != ident:
                led.add(other)
    hint = "link to it from another article, or pin it there: related: [{}]"
    return tuple(
        problem(
            "check/orphan",
            "no other article links to this one or suggests it",
            Span(articles[ident].path),
            hint.format(ident),
        )
        for ident in listed
        if ident not in led
    )


def _addresses(content: Content, ident: str, site: Site, titles: Mapping[str, str], config: Config) -> Iterator[str]:
    """Yield the addresses in the site that the text of an article links to."""
    for ref in references(content):
        if ref.kind == "site":
            yield ref.target
        elif ref.kind == "title":
            yield next((titles[slug] for slug in title_slugs(ref.target) if slug in titles), "")
        else:
            yield site.addresses.get(ref.target) or from_page(site.cards[ident].address, ref.written)
    yield from (address for address, _ in full_urls(content, config))


def titled(site: Site) -> Mapping[str, str]:
    """Return the address of each article by the slug of its title, and of its file's name, that no other has."""
    found: dict[str, str] = {}
    for card in site.cards.values():
        for slug in dict.fromkeys((slugify(card.title), *known_slugs(card.id, card.address))):
            found[slug] = "" if slug in found else card.address
    return found


def references(content: Content) -> Iterator[Ref]:
    """Yield where a text, and the answers in it, link to."""
    for body in content.bodies:
        yield from (part for part in body.parts if isinstance(part, Ref) and not part.image)

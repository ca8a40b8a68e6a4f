"""Find the articles that nothing leads to but lists."""

from collections.abc import Callable, Iterator, Mapping

from sitegen.base.diagnostics import Diagnostic, Span, problem
from sitegen.model.article import Article, Content
from sitegen.model.body import Ref
from sitegen.model.site import Site


def orphans(
    site: Site, articles: Mapping[str, Article], content: Callable[[str], Content | None]
) -> tuple[Diagnostic, ...]:
    """Return a warning for each article that no text links to, no other suggests and no series shows.

    The only article of a site has no other that could.
    """
    listed = site.lists.get("home", ())
    if len(listed) == 1:
        return ()
    by_address = {card.address: ident for ident, card in site.cards.items()}
    led = {other for neighbours in site.neighbours.values() for other in neighbours.series}
    for ident in site.cards:
        led |= {one.id for one in site.related.get(ident, ())}
        text = content(ident)
        for ref in references(text) if text else ():
            address = ref.target if ref.kind == "site" else site.addresses.get(ref.target, "")
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


def references(content: Content) -> Iterator[Ref]:
    """Yield where a text, and the answers in it, link to."""
    for body in content.bodies:
        yield from (part for part in body.parts if isinstance(part, Ref) and not part.image)

"""Find the articles that nothing leads to but lists."""

from sitegen.base.diagnostics import Diagnostic, Span, problem
from sitegen.pipeline.audits.destinations import Destinations
from sitegen.render.answers import SiteAnswers


def orphans(known: SiteAnswers) -> tuple[Diagnostic, ...]:
    """Return a warning for each article that no text links to, no other suggests and no series shows.

    The only article of a site has no other that could.
    """
    site = known.site
    listed = site.lists.get("home", ())
    if len(listed) == 1:
        return ()
    destinations = Destinations(site, known.config)
    led = {other for neighbours in site.neighbours.values() for other in neighbours.series}
    for ident in site.cards:
        led |= {one.id for one in site.related.get(ident, ())}
        if text := known.content(ident):
            led |= destinations.of(ident, text) - {ident}
    hint = "link to it from another article, or pin it there: related: [{}]"
    return tuple(
        problem(
            "check/orphan",
            "no other article links to this one or suggests it",
            Span(known.articles[ident].path),
            hint.format(ident),
        )
        for ident in listed
        if ident not in led
    )

"""What the site as a whole gets wrong: addresses in the configuration that lead nowhere."""

from collections.abc import Iterator

from sitegen.base.diagnostics import Diagnostic, Span, ordered, problem
from sitegen.base.fs import locate
from sitegen.base.noun import field_names
from sitegen.base.paths import is_external
from sitegen.base.spelling import Spellings
from sitegen.model.config import Config
from sitegen.model.output import FEED_FILES, INDEXES
from sitegen.model.site import Site
from sitegen.model.source import Inputs

_ALWAYS = (
    "/",
    "/archive/",
    "/feeds/",
    "/feeds.opml",
    "/sitemap.xml",
    "/robots.txt",
    "/llms.txt",
    "/api/articles.json",
)
"""Addresses that answer on every site."""


def check(site: Site, inputs: Inputs, config: Config) -> tuple[Diagnostic, ...]:
    """Return each link of the menus, each policy and each image of the configuration that leads nowhere."""
    known = frozenset(_known(site, inputs, config))
    return ordered(
        _dead(name, written, known, config)
        for name, written in _addresses(config)
        if not is_external(written) and not _is_there(written, known)
    )


def _addresses(config: Config) -> Iterator[tuple[str, str]]:
    site = config.site
    for name in ("menu", "footer"):
        yield from ((f"the {name}", entry.url) for entry in getattr(site, name))
    for field in field_names(site.policies):
        if written := getattr(site.policies, field):
            yield f'"site.policies.{field}"', written
    for name in ("logo", "image"):
        if written := getattr(site, name):
            yield f'"site.{name}"', written


def _known(site: Site, inputs: Inputs, config: Config) -> Iterator[str]:
    """Yield every address that answers."""
    yield from _ALWAYS
    if config.search.provider != "none":
        yield "/search/"
    yield from (address for kind, (_, address) in INDEXES.items() if site.terms.get(kind))
    yield from (card.address for card in site.cards.values())
    yield from (term.address for terms in site.terms.values() for term in terms)
    yield from (alias for alias, _, _ in site.aliases)
    yield from site.addresses.values()
    yield from (folder + name for _, folder, _ in site.feeds for name, _ in FEED_FILES.values())
    yield from ("/" + name.removeprefix("root/") for name in inputs.theme.statics if name.startswith("root/"))


def _is_there(written: str, known: frozenset[str]) -> bool:
    address = "/" + written.partition("#")[0].partition("?")[0].strip("/")
    return address in known or address + "/" in known


def _dead(name: str, written: str, known: frozenset[str], config: Config) -> Diagnostic:
    near = Spellings(known).nearest(written)
    hint = f'did you mean "{near}"?' if near else "correct the address, or take it out"
    return problem(
        "check/dead-setting", f'{name} leads to "{written}", which is not there', _place(config, written), hint
    )


def _place(config: Config, written: str) -> Span:
    """Return where the configuration says it."""
    try:
        lines = locate(config.root, config.file).read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        return Span(config.file)
    for number, line in enumerate(lines, start=1):
        column = max(line.find(f'"{written}"'), line.find(f"'{written}'"))
        if column >= 0:
            return Span(config.file, number, column + 1, len(written) + 2)
    return Span(config.file)

"""Addresses in the configuration that lead nowhere, and a licence that is none."""

import re
from collections.abc import Iterable, Iterator

from sitegen.base.diagnostics import Diagnostic, Span, problem
from sitegen.base.fs import first_place
from sitegen.base.licenses import known_license
from sitegen.base.noun import field_names, replace
from sitegen.base.paths import is_external
from sitegen.base.patterns import regex
from sitegen.base.spelling import Spellings
from sitegen.base.text import did_you_mean
from sitegen.model.config import Config
from sitegen.model.output import Routes

_QUOTED = regex(r'"([^"]+)"')


def dead_settings(routes: Routes, config: Config) -> Iterator[Diagnostic]:
    """Yield each link of the menus, each policy, contact and image of the configuration that leads nowhere."""
    for name, written in _addresses(config):
        if not is_external(written) and not _is_there(written, routes):
            yield _dead(name, written, routes, config)


def unknown_license(config: Config) -> Iterator[Diagnostic]:
    """Yield the licence of the site where no machine understands it."""
    written = config.site.license
    if written and known_license(written) is None:
        message = f'the licence "{written}" is neither an SPDX name nor a URL, so no page names it'
        hint = 'write for example "CC-BY-4.0", or the URL of the licence; words of your own belong in "site.copyright"'
        yield problem("render/unknown-license", message, _place(config, written), hint)


def expired_contact(config: Config) -> Iterator[Diagnostic]:
    """Yield what is wrong with the day until which `security.txt` holds."""
    machines = config.machines
    if not machines.security_contact:
        return
    hint = f'set "machines.security_expires" to a day within a year, as "{config.now.year + 1}-01-31"'
    if not machines.security_expires:
        message = "security.txt does not say until when it holds, so nobody may rely on it"
        yield problem("check/security", message, _place(config, machines.security_contact), hint)
    elif (until := config.contact_until) and until <= config.now:
        message = f"security.txt has not held since {machines.security_expires}"
        yield problem("check/security", message, _place(config, machines.security_expires), hint)


def placed(diagnostics: Iterable[Diagnostic], config: Config) -> Iterator[Diagnostic]:
    """Yield the diagnostics; one of the configuration as a whole with the place of the last word that it quotes."""
    for found in diagnostics:
        words = _QUOTED.findall(found.message) if found.span == Span(config.file) else []
        spans = (_place(config, word) for word in reversed(words))
        yield replace(found, span=next((span for span in spans if span.line), found.span))


def _addresses(config: Config) -> Iterator[tuple[str, str]]:
    """Yield every address that the configuration names, and what it is there."""
    site = config.site
    for name in ("menu", "footer"):
        yield from ((f"the {name}", entry.url) for entry in getattr(site, name))
    for field in field_names(site.policies):
        if written := getattr(site.policies, field):
            yield f'"site.policies.{field}"', written
    for name in ("logo", "image"):
        if written := getattr(site, name):
            yield f'"site.{name}"', written
    yield from (('"redirects"', target) for target in config.redirects.values())
    if (contact := config.machines.security_contact) and "@" not in contact:
        yield '"machines.security_contact"', contact


def _is_there(written: str, routes: Routes) -> bool:
    address = "/" + written.partition("#")[0].partition("?")[0].strip("/")
    return address in routes.served or address + "/" in routes.served


def _dead(name: str, written: str, routes: Routes, config: Config) -> Diagnostic:
    known = Spellings(address for address in routes.served if not address.endswith("/index.html"))
    hint = did_you_mean(known.nearest(written), "correct the address, or take it out")
    return problem(
        "check/dead-setting", f'{name} leads to "{written}", which is not there', _place(config, written), hint
    )


def _place(config: Config, written: str) -> Span:
    """Return where the configuration says it."""
    whole = re.compile(rf"([\"']){re.escape(written)}\1|(?<=[.\[]){re.escape(written)}(?=\])")
    return first_place(config.root, config.file, whole)

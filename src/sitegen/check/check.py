"""The rules over the whole site, one after the other."""

from collections.abc import Callable

from sitegen.base.diagnostics import Diagnostic, ordered
from sitegen.check.settings import check_addresses
from sitegen.model.config import Config
from sitegen.model.site import Site
from sitegen.model.source import Inputs

Rule = Callable[[Site, Inputs, Config], tuple[Diagnostic, ...]]

RULES: tuple[Rule, ...] = (check_addresses,)


def check(site: Site, inputs: Inputs, config: Config) -> tuple[Diagnostic, ...]:
    """Return what is wrong with the site as a whole; what is wrong with one page, its artifact says."""
    return ordered(diagnostic for rule in RULES for diagnostic in rule(site, inputs, config))

"""What the site as a whole gets wrong: settings and style sheets that name what is not there."""

from sitegen.base.diagnostics import Diagnostic, ordered
from sitegen.check.settings import dead_settings, expired_contact, placed, unknown_license
from sitegen.check.styles import dead_styles
from sitegen.model.config import Config
from sitegen.model.output import Routes

__all__ = ["check", "placed"]


def check(routes: Routes, config: Config) -> tuple[Diagnostic, ...]:
    """Return each address of the configuration and of style sheets that leads nowhere, and other idle settings."""
    settings = (*dead_settings(routes, config), *unknown_license(config), *expired_contact(config))
    return ordered((*settings, *dead_styles(routes, config)))

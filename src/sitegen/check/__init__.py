"""What the site as a whole gets wrong: settings and style sheets that name what is not there."""

from sitegen.base.diagnostics import Diagnostic, ordered
from sitegen.check.settings import dead_settings, unknown_license
from sitegen.check.styles import dead_styles
from sitegen.model.config import Config
from sitegen.model.output import Routes


def check(routes: Routes, config: Config) -> tuple[Diagnostic, ...]:
    """Return each address of the configuration and of style sheets that leads nowhere, and a licence that is none."""
    return ordered((*dead_settings(routes, config), *unknown_license(config), *dead_styles(routes, config)))

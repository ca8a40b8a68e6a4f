"""What the site as a whole gets wrong: settings and style sheets that name what is not there."""

from sitegen.base.diagnostics import Diagnostic, ordered
from sitegen.check.settings import dead_settings
from sitegen.check.styles import dead_styles
from sitegen.model.config import Config
from sitegen.model.output import Routes


def check(routes: Routes, config: Config) -> tuple[Diagnostic, ...]:
    """Return each link, policy, contact and image of the configuration, and each file of a style sheet, gone astray."""
    return ordered((*dead_settings(routes, config), *dead_styles(routes, config)))

"""The override chain, resolved: for every template and static file, the rung that won."""

from collections.abc import Mapping

from sitegen.base.fs import PACKAGED
from sitegen.base.noun import Noun, field


class ThemeFile(Noun):
    """One template or static file on one rung."""

    name: str
    """As templates name it: `article.html`, `partials/card.html`, `css/site.css`."""
    rung: str
    """`site`, the theme's name, or `default`."""
    path: str
    """Relative to the root, or `sitegen:templates/article.html` where it is packaged."""
    digest: str
    size: int = 0

    @property
    def own(self) -> bool:
        """Whether it is the site's, and not the package's."""
        return not self.path.startswith(PACKAGED)


class Theme(Noun):
    """All rungs, highest first."""

    rungs: tuple[str, ...]
    templates: Mapping[str, tuple[ThemeFile, ...]]
    """By name, the winner first: a template may extend the same name one rung down."""
    statics: Mapping[str, tuple[ThemeFile, ...]]
    settings: Mapping[str, object] = field(default_factory=dict)
    """`[settings]` of the `theme.toml` files, the higher rung's over the lower's."""

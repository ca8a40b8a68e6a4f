"""Make each page of the site: an output and a view become an artifact.

- `kinds` says which module makes which page; all work with the press of `theme/`, and ask through the `view`, which has
  its `answers` from the site. `memo` keeps what pages share.
- `pages/` are for people, `machines/` for all else; `theme/` has the templates, and tells what is wrong with them.
- What they are made of: the `body` with its `links` and `images`, which come in `variants`; `licenses`, `urls` and
  `durations`; `packing` keeps what files list of all articles.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen.base.digest import digest
from sitegen.model.config import Config
from sitegen.model.output import Artifact, Page
from sitegen.model.seams import Extension
from sitegen.model.theme import Theme
from sitegen.render.view import View

if TYPE_CHECKING:
    from sitegen.render.theme.press import Press

__all__ = ["Render", "make_renderer", "open_press"]

Render = Callable[[Page, View], Artifact]


def make_renderer(theme: Theme, config: Config, extensions: Sequence[Extension], *, cache: Path) -> Render:
    """Return `render(page, view)` for one build in one process; `cache` is a folder for compiled templates."""
    from sitegen.render.kinds import make  # a build that makes no page loads nothing of this

    press = open_press(theme, config, extensions, cache)

    def render(page: Page, view: View) -> Artifact:
        data, problems = make(page, view, press)
        return Artifact(page.path, digest(data), data, problems)

    return render


def open_press(theme: Theme, config: Config, extensions: Sequence[Extension], cache: Path) -> "Press":
    """Return what `make_renderer` makes pages with."""
    from sitegen.render.memo import Memo
    from sitegen.render.theme.press import Press
    from sitegen.render.theme.templates import Templates

    filters = {name: filter_ for extension in extensions for name, filter_ in extension.filters.items()}
    memo = Memo()
    return Press(config, theme, Templates(theme, config, filters, memo=memo, cache=cache), memo)

"""Make each page of the site: an output and a view become an artifact.

- `kinds` says which module makes which page; all work with the `press`, and ask through the `view`, which has its
  `answers` from the site. `memo` keeps what pages share, `rows` and `packing` what files list of all articles.
- Pages for people: `documents`, made of `articles`, `lists`, `head` and `masthead`; of `cards`, `authors`, `branding`,
  `citing` and `licenses`; of the `body` with its `links` and `images`. `urls` and `durations` write what they say.
- Templates: `templates` in an `environment` with `compiled` code, `filters`, `strings` and `assets`; `closure` tells
  what one can reach. What is wrong with them: `faults` and `syntaxfaults`, told from the `sources`; `blocks`, `texts`,
  `written`; with articles: `findings`.
- For machines: `schema` and `publisher` as `jsonld`; `feeds`, `jsonfeed` and `opml` from a `channel` and its `entries`
  after `cleaning`; `sitemap`, `robots`, `llms`, `twin`, `search`; `api` with its `schemas`.
- Pictures: `variants`, `social`.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen.base.digest import digest
from sitegen.model.artifact import Artifact
from sitegen.model.config import Config
from sitegen.model.output import Page
from sitegen.model.seams import Extension
from sitegen.model.theme import Theme
from sitegen.render.view import View

if TYPE_CHECKING:
    from sitegen.render.press import Press

__all__ = ["Render", "make_renderer"]

Render = Callable[[Page, View], Artifact]


def make_renderer(theme: Theme, config: Config, extensions: Sequence[Extension], *, cache: Path) -> Render:
    """Return `render(page, view)` for one build in one process; nothing heavy is loaded before the first page.

    `cache` is a folder for compiled templates.
    """
    presses: list[Press] = []

    def render(page: Page, view: View) -> Artifact:
        from sitegen.render.kinds import make

        if not presses:
            presses.append(_open_press(theme, config, extensions, cache))
        data, problems = make(page, view, presses[0])
        return Artifact(page.path, digest(data), data, problems)

    return render


def _open_press(theme: Theme, config: Config, extensions: Sequence[Extension], cache: Path) -> "Press":
    from sitegen.render.memo import Memo
    from sitegen.render.press import Press
    from sitegen.render.templates import Templates

    filters = {name: filter_ for extension in extensions for name, filter_ in extension.filters.items()}
    memo = Memo()
    return Press(config, theme, Templates(theme, config, filters, memo=memo, cache=cache), memo)

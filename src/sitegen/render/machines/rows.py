"""An article becomes one line of each file that lists them all.

Such a file asks for the lines of its kind a shard at a time. So an edit of one article costs one shard, and not a
question about every article there is.
"""

from collections.abc import Callable, Mapping

from sitegen.engine.reads import Answers
from sitegen.model.config import Config
from sitegen.render.packing import Row
from sitegen.render.view import View

KINDS = ("api", "search", "sitemap")
VERBATIM: Mapping[str, str] = {"api-articles": "api"}
"""Files in which each line stands once, just as it is, and nothing else depends on it: by kind, that of the lines."""


def row(kind: str, ident: str, answers: Answers, config: Config) -> Row:
    """Return the line of one article in the files of a kind."""
    return _makers()[kind](ident, View(answers, config))


def _makers() -> Mapping[str, Callable[[str, View], Row]]:
    from sitegen.render.machines.api import article_row
    from sitegen.render.machines.search import search_row
    from sitegen.render.machines.sitemap import sitemap_row

    return {"api": article_row, "search": search_row, "sitemap": sitemap_row}

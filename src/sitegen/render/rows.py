"""An article becomes one line of each file that lists them all.

Such a file asks one question: all lines of its kind. So an edit of one article costs one line, and not a question about
every article there is.
"""

from collections.abc import Callable, Iterable, Mapping

from sitegen.engine.reads import Answers
from sitegen.model.config import Config
from sitegen.render.view import View, open_view

Row = tuple[str, ...]
"""What the file needs of one article; empty where the article is not in it."""

KINDS = ("api", "search", "sitemap")
_SEPARATOR = "\x1f"
# Two long tuples of plain strings are stored and compared much quicker than one of pairs.
Packed = tuple[tuple[str, ...], tuple[str, ...]]
"""The ids of all articles, and the line of each as one string."""


def pack_rows(rows: Iterable[tuple[str, Row]]) -> Packed:
    """Return the lines of articles as one answer."""
    ids, lines = zip(*rows, strict=True) if (rows := tuple(rows)) else ((), ())
    return ids, tuple([_SEPARATOR.join(line) for line in lines])


def unpack_rows(packed: Packed) -> tuple[tuple[str, Row], ...]:
    """Return the articles and their lines."""
    return tuple([(ident, tuple(line.split(_SEPARATOR)) if line else ()) for ident, line in zip(*packed, strict=True)])


def change_rows(packed: Packed, rows: Mapping[str, Row]) -> Packed:
    """Put new lines in place of those of some articles."""
    ids, lines = packed
    changed = list(lines)
    for ident, line in rows.items():
        if ident in ids:
            changed[ids.index(ident)] = _SEPARATOR.join(line)
    return ids, tuple(changed)


def row(kind: str, ident: str, answers: Answers, config: Config) -> Row:
    """Return the line of one article in the files of a kind."""
    return _makers()[kind](ident, open_view(answers, config))


def _makers() -> Mapping[str, Callable[[str, View], Row]]:
    from sitegen.render.api import article_row
    from sitegen.render.search import search_row
    from sitegen.render.sitemap import sitemap_row

    return {"api": article_row, "search": search_row, "sitemap": sitemap_row}

"""Pack the lines that some files have of each article into answers, one for each shard of articles, and unpack them."""

from collections.abc import Iterable, Mapping
from zlib import crc32

Row = tuple[str, ...]
"""What a file that lists all articles needs of one; empty where the article is not in it."""

SHARDS = 128
"""The lines of ten thousand articles come to megabytes: an edit costs the shard of its article, not all of them."""
_SEPARATOR = "\x1f"
# Two long tuples of plain strings are stored and compared much quicker than one of pairs.
Packed = tuple[tuple[str, ...], tuple[str, ...]]
"""The ids of a shard's articles in order, and the line of each as one string."""


def shard_of(ident: str) -> str:
    """Return the shard of an article: its id decides, so that nothing else moves it to another."""
    return str(crc32(ident.encode()) % SHARDS)


def pack_rows(rows: Iterable[tuple[str, Row]]) -> Packed:
    """Return the lines of articles as one answer."""
    ids, lines = zip(*rows, strict=True) if (rows := sorted(rows)) else ((), ())
    return ids, tuple([_SEPARATOR.join(line) for line in lines])


def unpack_rows(packed: Packed) -> list[tuple[str, Row]]:
    """Return the articles and their lines."""
    return [(ident, _cells(line)) for ident, line in zip(*packed, strict=True)]


def _cells(line: str) -> Row:
    # To look for a sign first is many times quicker than to split a long line that has none.
    if _SEPARATOR in line:
        return tuple(line.split(_SEPARATOR))
    return (line,) if line else ()


def change_rows(packed: Packed, rows: Mapping[str, Row]) -> Packed:
    """Put new lines in place of those of some articles; those of articles that are not listed are left out."""
    return pack_rows((ident, rows.get(ident, line)) for ident, line in unpack_rows(packed))

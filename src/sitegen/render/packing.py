"""The lines of all articles become one answer, and the other way round."""

from collections.abc import Iterable, Mapping

Row = tuple[str, ...]
"""What a file that lists all articles needs of one; empty where the article is not in it."""

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

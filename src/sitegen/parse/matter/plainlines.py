"""Front matter that is written plainly is read without the library for YAML, to the same values in the same places.

Plain are keys with values in one line, lists, and tables within both, by indentation. What is written in any other way
is left to `read_yaml`. To load that library takes as long as to read two hundred such texts; a build in which one text
differs reads one.
"""

from typing import NamedTuple

from sitegen.base.patterns import regex
from sitegen.parse.matter.values import Entry, Table, Value, scalar

_ROW = regex(r"( *)(- )?(?:([A-Za-z_][\w-]{0,99}):(?: +(?=[^ ])|$))?((?:[^ ].*)?)(?<! )")
"""Indentation, the dash of a list, a key, and the value."""
_QUOTED = r"\"[^\"\\]*\"|'[^']*'"
_BARE = r"[^\s\-?:,\[\]{}#&*!|>'\"%@`]"
"""What a value begins with that is neither in quotes nor a sign of YAML."""
_SCALAR = regex(rf"{_QUOTED}|{_BARE}(?:[^:#]++|:(?! |$)|(?<! )#)*+")
_ITEM = rf"{_QUOTED}|{_BARE}(?:[^:#?,\[\]{{}}]*[^ :#?,\[\]{{}}])?"
_LIST = regex(rf"\[ *(?:(?:{_ITEM})(?:, *(?:{_ITEM}))* *)?\]")
_ITEMS = regex(_ITEM)
_DEEPEST = 30


class _NotPlain(Exception):  # noqa: N818  (it says what was found)
    """The text holds something that only YAML can tell."""


class _Row(NamedTuple):
    """One line."""

    indent: int
    dash: bool
    key: str
    value: str
    line: int
    column: int
    """Where the value stands, or would."""


def read_plain(text: str, line: int) -> Table | None:
    """Return the mapping that `text`, which begins on file line `line`, holds; None where it is not written plainly."""
    if not text.replace("\n", "").isprintable():
        return None
    try:
        reader = _Reader([_row(row, number) for number, row in enumerate(text.split("\n"), start=line) if row])
        table = reader.table(0)
    except _NotPlain:
        return None
    return table if reader.finished else None


def _row(text: str, line: int) -> _Row:
    match = _ROW.fullmatch(text)
    if match is None:
        raise _NotPlain
    indent, dash, key, value = match.groups()
    return _Row(len(indent), bool(dash), key or "", value, line, match.start(4) + 1)


class _Reader:
    """Goes from row to row."""

    def __init__(self, rows: list[_Row]) -> None:
        self._rows = rows
        self._at = 0

    @property
    def finished(self) -> bool:
        """Whether all has been read."""
        return self._at == len(self._rows)

    def table(self, indent: int) -> Table:
        """Return the keys of this indentation up to a row of another kind."""
        table: Table = {}
        while (row := self._next()) and row.indent == indent and row.key and not row.dash:
            self._at += 1
            if row.key in table or indent > _DEEPEST:
                raise _NotPlain
            value = _read(row) if row.value else self._below(row)
            table[row.key] = Entry(row.key, row.line, indent + 1, len(row.key), value)
        return table

    def _below(self, row: _Row) -> Value:
        """Return the value of a key behind which nothing stands: a list or a table in the rows below, or none."""
        below = self._next()
        if below and (below.indent > row.indent or (below.dash and below.indent == row.indent)):
            return self._block(below)
        return Value(None, "", row.line, row.column, 1, row.line)

    def _block(self, first: _Row) -> Value:
        data = self._list(first.indent) if first.dash else self.table(first.indent)
        if not data:
            raise _NotPlain
        return Value(data, "", first.line, first.indent + 1, 1)

    def _list(self, indent: int) -> list[Value]:
        items = []
        while (row := self._next()) and row.indent == indent and row.dash:
            if row.key:  # the table begins behind the dash
                inner = self._rows[self._at] = row._replace(indent=indent + 2, dash=False)
                items.append(self._block(inner))
            else:
                self._at += 1
                items.append(_read(row))
        return items

    def _next(self) -> _Row | None:
        return None if self.finished else self._rows[self._at]


def _read(row: _Row) -> Value:
    """Return the value in a row."""
    if _SCALAR.fullmatch(row.value):
        return _scalar(row.value, row.line, row.column)
    if _LIST.fullmatch(row.value):
        items = [_scalar(found[0], row.line, row.column + found.start()) for found in _ITEMS.finditer(row.value, 1)]
        return Value(items, "", row.line, row.column, len(row.value))
    raise _NotPlain


def _scalar(written: str, line: int, column: int) -> Value:
    quoted = written[0] in "\"'"
    text = written[1:-1] if quoted else written
    return Value(text if quoted else scalar(text), text, line, column, len(written), line)

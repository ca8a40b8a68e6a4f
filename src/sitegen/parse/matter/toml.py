"""TOML text becomes values with places."""

import tomllib
from typing import Any

from sitegen.base.patterns import regex
from sitegen.base.toml import Document, KeyPath, in_plain_words, with_places
from sitegen.parse.matter.values import Entry, MatterError, Table, Value, decimal, too_deep

_PLACE = regex(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)$")
_KEY = regex(r"""\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=\s*""")


def read_toml(text: str, line: int) -> Table:
    """Return the table that `text`, which begins on file line `line`, holds. Raises MatterError with the place."""
    try:
        data = tomllib.loads(text, parse_float=decimal)
        return _table(data, (), with_places(data, text, "", first=line))
    except tomllib.TOMLDecodeError as error:
        raise _explain(error, line, text) from error
    except RecursionError:
        raise too_deep(line) from None


def _table(data: dict[str, Any], path: KeyPath, document: Document) -> Table:
    table: Table = {}
    for key, value in data.items():
        place = document.key((*path, key))
        table[key] = Entry(key, place.line, place.column, place.width, _value(value, (*path, key), document))
    return table


def _value(data: Any, path: KeyPath, document: Document) -> Value:
    place = document.value(path)
    line, column = place.line, place.column
    if isinstance(data, dict):
        return Value(_table(data, path, document), "", line, column, 1)
    if isinstance(data, list):
        return Value([_value(item, (*path, at), document) for at, item in enumerate(data)], "", line, column, 1)
    if isinstance(data, str):
        return Value(data, data, line, column, 1, 0 if "\n" in data else line)
    text = str(data).lower() if isinstance(data, bool) else str(data)
    return Value(data, text, line, column, len(text))


def _explain(error: Exception, line: int, text: str) -> MatterError:
    """Say a mistake in an editor's words, at the place where it was made."""
    match = _PLACE.search(str(error))
    said = _PLACE.sub("", str(error))
    rows = text.rstrip("\n").split("\n")
    row, column = (int(match[1]) - 1, int(match[2])) if match and match[1] else (len(rows) - 1, len(rows[-1]) + 1)
    wrong, hint = in_plain_words(said, rows, row, line)
    key = _KEY.match(rows[row]) if said.casefold().startswith("cannot") and row < len(rows) else None
    if key:
        return MatterError(wrong, line + row, key.start(1) + 1, hint, len(key[1]))
    return MatterError(wrong, line + row, column, hint)

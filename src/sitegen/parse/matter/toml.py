"""TOML text becomes values with places."""

import tomllib
from collections import Counter
from typing import Any

from sitegen.base.patterns import regex
from sitegen.base.toml import in_plain_words
from sitegen.parse.matter.values import Entry, MatterError, Table, Value, decimal, too_deep

_PLACE = regex(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)$")
_KEY = regex(r"""\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=\s*""")
_HEADER = regex(r"\s*\[{1,2}\s*([^\[\]]+?)\s*\]{1,2}")
_TICKS = regex(r'"""|\'\'\'')

Places = dict[str, tuple[int, int, int, int, int]]
"""By dotted key: line, column, width, and the line and column of the value."""


def read_toml(text: str, line: int) -> Table:
    """Return the table that `text`, which begins on file line `line`, holds. Raises MatterError with the place."""
    try:
        data = tomllib.loads(text, parse_float=decimal)
        return _table(data, "", _places(text, line), (line, 0, 1, line, 0))
    except tomllib.TOMLDecodeError as error:
        raise _explain(error, line, text) from error
    except RecursionError:
        raise too_deep(line) from None


def _table(data: dict[str, Any], prefix: str, places: Places, outer: tuple[int, int, int, int, int]) -> Table:
    table: Table = {}
    for key, value in data.items():
        place = places.get(prefix + key, outer)
        table[key] = Entry(key, place[0], place[1], place[2], _value(value, prefix + key + ".", places, place))
    return table


def _value(data: Any, prefix: str, places: Places, place: tuple[int, int, int, int, int]) -> Value:
    line, column = place[3], place[4]
    if isinstance(data, dict):
        # An entry of `[[name]]` has a place of its own.
        own = places.get(prefix.rstrip("."), place)
        return Value(_table(data, prefix, places, own), "", own[3], own[4], 1)
    if isinstance(data, list):
        items = [_value(item, f"{prefix}{number}.", places, place) for number, item in enumerate(data)]
        return Value(items, "", line, column, 1)
    if isinstance(data, str):
        return Value(data, data, line, column, 1, 0 if "\n" in data else line)
    text = str(data).lower() if isinstance(data, bool) else str(data)
    return Value(data, text, line, column, len(text))


def _places(text: str, first: int) -> Places:
    """Return where each key stands; keys inside inline tables count as their table's."""
    places: Places = {}
    entries: Counter[str] = Counter()  # how often each `[[name]]` has stood
    prefix = ""
    inside = ""
    for number, row in enumerate(text.split("\n"), start=first):
        if inside:
            if inside in row:
                inside = ""
            continue
        if header := _HEADER.match(row):
            name = _bare(header[1])
            if row.lstrip().startswith("[["):
                place = (number, header.start(1) + 1, len(header[1]), number, header.start(1) + 1)
                places.setdefault(name, place)
                entries[name] += 1
                name = f"{name}.{entries[name] - 1}"
            prefix = name + "."
            places.setdefault(name, (number, header.start(1) + 1, len(header[1]), number, header.start(1) + 1))
            continue
        if match := _KEY.match(row):
            name = prefix + _bare(match[1])
            places.setdefault(name, (number, match.start(1) + 1, len(match[1]), number, match.end() + 1))
        ticks = _TICKS.findall(row)
        if len(ticks) % 2:
            inside = ticks[-1]
    return places


def _bare(key: str) -> str:
    return ".".join(part.strip().strip("\"'") for part in key.split("."))


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

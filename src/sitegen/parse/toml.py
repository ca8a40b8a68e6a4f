"""TOML text becomes values with places."""

import re
import tomllib
from typing import Any

from sitegen.parse.values import Entry, MatterError, Table, Value

_PLACE = re.compile(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)$")
_KEY = re.compile(r"""\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=\s*""")
_HEADER = re.compile(r"\s*\[{1,2}\s*([^\[\]]+?)\s*\]{1,2}")
_TICKS = re.compile(r'"""|\'\'\'')

Places = dict[str, tuple[int, int, int, int, int]]
"""By dotted key: line, column, width, and the line and column of the value."""


def read_toml(text: str, line: int) -> Table:
    """Return the table that `text`, which begins on file line `line`, holds. Raises MatterError with the place."""
    try:
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise _explain(error, line, text) from error
    places = _places(text, line)
    return _table(data, "", places, (line, 0, 1, line, 0))


def _table(data: dict[str, Any], prefix: str, places: Places, outer: tuple[int, int, int, int, int]) -> Table:
    table: Table = {}
    for key, value in data.items():
        place = places.get(prefix + key, outer)
        table[key] = Entry(key, place[0], place[1], place[2], _value(value, prefix + key + ".", places, place))
    return table


def _value(data: Any, prefix: str, places: Places, place: tuple[int, int, int, int, int]) -> Value:
    line, column = place[3], place[4]
    if isinstance(data, dict):
        return Value(_table(data, prefix, places, place), "", line, column, 1)
    if isinstance(data, list):
        return Value([_value(item, prefix, places, place) for item in data], "", line, column, 1)
    if isinstance(data, str):
        return Value(data, data, line, column, 1, line)
    text = str(data).lower() if isinstance(data, bool) else str(data)
    return Value(data, text, line, column, len(text))


def _places(text: str, first: int) -> Places:
    """Return where each key stands; keys inside inline tables count as their table's."""
    places: Places = {}
    prefix = ""
    inside = ""
    for number, row in enumerate(text.split("\n"), start=first):
        if inside:
            if inside in row:
                inside = ""
            continue
        if header := _HEADER.match(row):
            name = _bare(header[1])
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
    message = str(error)
    match = _PLACE.search(message)
    said = _PLACE.sub("", message)
    said = said[:1].lower() + said[1:] or "the front matter is nested too deeply"
    if match and match[1]:
        return MatterError(said, line + int(match[1]) - 1, int(match[2]), _hint(said))
    rows = text.rstrip("\n").split("\n")
    return MatterError(said, line + len(rows) - 1, len(rows[-1]) + 1, _hint(said))


def _hint(said: str) -> str:
    if "expected '='" in said:
        return "write `key = value`"
    if "invalid value" in said:
        return "put text in quotes"
    if "string" in said or "illegal character" in said:
        return "close the quote"
    return "check the line"

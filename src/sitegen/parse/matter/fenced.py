"""Front matter between fences is read by the libraries for it, whatever it holds; TOML becomes values with places."""

import re
import tomllib
from typing import Any

import frontmatter
from frontmatter.default_handlers import BaseHandler

from sitegen.base.patterns import regex
from sitegen.base.toml import Document, KeyPath, in_plain_words, with_places
from sitegen.parse.matter.values import Entry, Matter, MatterError, Table, Value, decimal, too_deep
from sitegen.parse.matter.yaml import read_yaml

_MEANT_END = regex(r"^(?:---(?=[^\s-])|\+\+\+(?=[^\s+]))", re.MULTILINE)
"""A fence with the beginning of the text in its line."""
_LONGER = regex(r"^-{4,}[ \t]*$", re.MULTILINE)

_PLACE = regex(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)$")
_KEY = regex(r"""\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=\s*""")


class _Handler(BaseHandler):
    """Reads one kind of front matter and remembers where it stood."""

    def __init__(self, fence: str, closing: re.Pattern[str], skipped: int, *, toml: bool) -> None:
        super().__init__(closing, fence, fence)
        self.closing = closing
        self.fence = fence
        self.toml = toml
        self.matter = Matter()
        self.skipped = skipped
        self.end = 0
        """Where the text below begins; 0 where the front matter has no end."""

    def split(self, text: str) -> tuple[str, str]:
        opening = text.find("\n") + 1
        closing = self.closing.search(text, opening) if opening else None
        if closing is None:
            raise ValueError(self.fence)
        block = text[opening : closing.start()]
        self.matter.body_line = self.skipped + text.count("\n", 0, closing.end()) + 2
        self.end = closing.end() + 1
        return block, text[self.end :]

    def load(self, fm: str) -> Table:
        first = self.skipped + 2
        table = read_toml(fm, first) if self.toml else read_yaml(fm, first, self.matter.duplicates)
        self.matter.table = table
        return table


def read_fenced(text: str, fence: str, closing: re.Pattern[str], *, skipped: int, toml: bool) -> Matter:
    """Return the parts of a text that begins with a fence, below so many lines that were `skipped`.

    `closing` finds the line that ends the front matter.
    """
    handler = _Handler(fence, closing, skipped, toml=toml)
    try:
        frontmatter.parse(text, handler=handler)
    except MatterError as error:
        handler.matter.error = error
    handler.matter.body = text[handler.end :]
    if not handler.end:
        _unended(handler.matter, text, fence, skipped)
    return handler.matter


def _unended(matter: Matter, text: str, fence: str, skipped: int) -> None:
    """Say that the front matter has no end, and where that may be meant."""
    message = f"the front matter that begins with {fence} never ends"
    hint = f"add a line with {fence} after the last key"
    matter.body_line = line = skipped + 1
    if meant := _MEANT_END.search(text, text.find("\n") + 1):
        matter.body_line = line = line + text.count("\n", 0, meant.start())
        matter.body = text[meant.end() :]
        message = f"more follows in the line that ends the front matter with {meant[0]}"
        hint = f"break it after {meant[0]}"
    elif fence == "---" and (longer := _LONGER.search(text, text.find("\n") + 1)):
        end = line + text.count("\n", 0, longer.start())
        hint = f"write {fence} in line {end}, which has more than three"
    matter.error = MatterError(message, line, 1, hint, 3)


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

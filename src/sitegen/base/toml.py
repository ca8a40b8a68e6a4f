"""TOML text becomes values, and each key and value knows where it stands."""

import re
import tomllib
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import Any

from sitegen.base.characters import not_utf8
from sitegen.base.conflicts import MARKS, MEND, SAID
from sitegen.base.diagnostics import Span
from sitegen.base.noun import Noun, field
from sitegen.base.patterns import regex

KeyPath = tuple[str | int, ...]
"""From the document's root: names of tables and keys, indexes of arrays."""

_CLOSES = {"[": "]", "{": "}"}
_BLANK = regex(r"(?:[ \t\r\n]+|#[^\n]*)*")
_KEY = regex(r"[ \t]*(\"(?:[^\"\\\n]|\\.)*\"|'[^'\n]*'|[A-Za-z0-9_-]+)[ \t]*(\.?)")
_SCALAR = regex(
    r"\"{3}(?:\\.|[^\\])*?\"{3,5}|'{3}.*?'{3,5}|\"(?:[^\"\\\n]|\\.)*\"|'[^'\n]*'|[^,\]}#\n\r]+",
    re.DOTALL,
)
_AT = regex(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_CONTROL = regex(r"'\\x([0-9a-f]{2})'")
_PAIRED = regex(r"[ \t]*([A-Za-z0-9_.-]+)[ \t]*:[ \t]*(\S.*)")
_CURLY = regex("[“”„«‘](.*)[”“»’]")
_HEADER = regex(r"[ \t]*(\[[^\[\]#]+\])")
_ASSIGNED = regex(r"[ \t]*([A-Za-z0-9_.-]+)[ \t]*=[ \t]*([^\s#\"'\[\]{},=][^#\"'\[\]{},=]*)")
_SWITCHES = {"true": "true", "yes": "true", "on": "true", "false": "false", "no": "false", "off": "false"}

_MISTAKES = (
    ("expected '='", "this line is no key = value", "add the = sign, or begin it with # as a comment"),
    ("invalid value", "this is no value", "put text in quotes"),
    ("illegal character '\\n'", "this quote is not closed in its line", "add the closing quote"),
    ("unterminated string", "this quote is never closed", "add the closing quote"),
    ("cannot overwrite a value", "this key stands twice", "remove one of the two"),
    ("cannot declare", "this table stands twice", "remove one of the two"),
    (
        "expected newline or end of document",
        "the value ends before its line does",
        "put text in quotes, or check the date",
    ),
    ("expected ']]'", "this [[table]] is not closed", "add the ]]"),
    ("expected ']'", "this [table] is not closed", "add the ]"),
    ("unclosed inline table", "this { table } is never closed", "add the }"),
    ("duplicate inline table key", "a key stands twice between these braces", "remove one of the two"),
    (
        "unescaped '\\'",
        "a backslash in double quotes begins a sign of its own",
        "write \\\\ for each, or put the text in single quotes",
    ),
    ("invalid statement", "this line is no key = value", "write one, or begin it with # as a comment"),
    ("unclosed array", "this [ list ] is never closed", "add the ]"),
    ("invalid initial character for a key", "this is no key", "write key = value"),
)
"""(how the library's message begins, what is wrong, what to do)."""


class TomlError(Exception):
    """The text is not TOML: what is wrong, where, and what to do."""

    def __init__(self, message: str, span: Span, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.span = span
        self.hint = hint


def in_plain_words(said: str, rows: Sequence[str], row: int, first: int = 1) -> tuple[str, str]:
    """Return what is wrong and what to do, from what `tomllib` says without the place.

    `row` is where it stands in `rows`, or below them; the first of these is line `first` of its file.
    """
    written = rows[row] if row < len(rows) else ""
    if written.startswith(MARKS):
        return SAID, MEND
    if said.startswith("Illegal character") and (control := _CONTROL.search(said)):
        return f"a control character stands here, U+{int(control[1], 16):04X}", "take it out"
    for begin, message, hint in _MISTAKES:
        if said.casefold().startswith(begin):
            near = _as_value(written) if begin == "invalid value" else ""
            if begin == "expected '='" and (paired := _PAIRED.match(written)):
                near = _as_pair(paired[1], paired[2].rstrip())
            if begin.startswith("cannot") and (other := _other_row(_key_in(written), rows[:row])) is not None:
                near = f"{hint}; the other is in line {other + first}"
            return message, near or hint
    return said[:1].lower() + said[1:], "correct this line or the one above"


def _as_pair(key: str, value: str) -> str:
    """Return how a key with a colon behind it is written."""
    row = f"{key} = {value}"
    try:
        tomllib.loads(row)
    except tomllib.TOMLDecodeError:
        return _as_value(row) or f"write {row}"
    return f"write {row}"


def _as_value(row: str) -> str:
    """Return how a value that is bare words is written."""
    found = _ASSIGNED.match(row)
    if not found:
        return ""
    key, written = found[1], found[2].strip()
    if curly := _CURLY.fullmatch(written):
        return f'write {key} = "{curly[1]}", with straight quotation marks'
    switch = _SWITCHES.get(written.casefold())
    quoted = f'{key} = "{written}"'
    return f"write {key} = {switch}, or {quoted} if it is text" if switch else f"write {quoted}"


def _other_row(name: str, above: Sequence[str]) -> int | None:
    """Return the last row that has a key in the table that these end with, or is a table of that name."""
    for number in range(len(above) - 1, -1, -1):
        if name and _key_in(above[number]) == name:
            return number
        if not name.startswith("[") and _HEADER.match(above[number]):
            return None
    return None


def _key_in(row: str) -> str:
    """Return the key that a row gives a value, or the table that it opens with its brackets."""
    found = _HEADER.match(row) or _KEY.match(row)
    return found[1] if found else ""


class Document(Noun):
    """Parsed TOML with the place of each key and value."""

    path: str
    values: Mapping[str, object]
    keys: Mapping[KeyPath, Span] = field(default_factory=dict)
    contents: Mapping[KeyPath, Span] = field(default_factory=dict)

    def key(self, path: KeyPath) -> Span:
        """Return where a key is written; the table around it, or the file as a whole, where it is not."""
        while path:
            if path in self.keys:
                return self.keys[path]
            path = path[:-1]
        return Span(self.path)

    def value(self, path: KeyPath) -> Span:
        """Return where a value is written; its key where it is a table."""
        return self.contents.get(path) or self.key(path)


def read_toml(data: bytes, path: str) -> Document:
    """Return the document; `path` is what its spans name. Raises TomlError."""
    if foreign := not_utf8(data):
        what, line, column = foreign
        raise TomlError(f"the text is {what}", Span(path, line, column), "save the file as UTF-8")
    text = data.decode("utf-8-sig").replace("\r\n", "\n")
    return with_places(read_values(text, path), text, path)


def with_places(values: Mapping[str, object], text: str, path: str, first: int = 1) -> Document:
    """Return the document of values that `tomllib` has read; its text begins in line `first` of its file."""
    scanner = _Scanner(text, path, first)
    scanner.document()
    return Document(path, values, scanner.keys, scanner.contents)


def read_values(text: str, path: str) -> dict[str, Any]:
    """Return the values alone, for those who need not know where each stands. Raises TomlError."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _explained(error, text, path) from None
    except RecursionError:
        raise TomlError("the values are nested too deeply", Span(path), "keep fewer tables within others") from None


def _explained(error: tomllib.TOMLDecodeError, text: str, path: str) -> TomlError:
    message = str(error)
    place = _AT.search(message)
    line, column = text.count("\n") + 1, 0
    if place:
        message = message[: place.start()]
        if place[1]:
            line, column = int(place[1]), int(place[2])
    rows = text.split("\n")
    wrong, hint = in_plain_words(message, rows, line - 1)
    if message.startswith("Cannot") and (named := _HEADER.match(rows[line - 1]) or _KEY.match(rows[line - 1])):
        return TomlError(wrong, Span(path, line, named.start(1) + 1, len(named[1])), hint)
    if not text.endswith("\n") or (place and place[1]):
        return TomlError(wrong, Span(path, line, column), hint)
    return TomlError(wrong, Span(path, max(1, line - 1)), hint)


class _Scanner:
    """Walks over TOML that tomllib has accepted, and notes where things stand."""

    def __init__(self, text: str, path: str, first: int) -> None:
        self._text = text
        self._path = path
        self._first = first
        self._at = 0
        self._lines = [0, *(found.end() for found in re.finditer("\n", text))]
        self._counts: dict[KeyPath, int] = {}
        self.keys: dict[KeyPath, Span] = {}
        self.contents: dict[KeyPath, Span] = {}

    def document(self) -> None:
        table: KeyPath = ()
        while self._next() < len(self._text):
            start = self._at
            if self._text[start] != "[":
                self._pair(table)
            elif self._take("[["):
                table = self._header(repeated=True)
                self._take("]]")
            else:
                self._take("[")
                table = self._header(repeated=False)
                self._take("]")
            if self._at == start:
                return

    def _next(self) -> int:
        found = _BLANK.match(self._text, self._at)
        self._at = found.end() if found else self._at
        return self._at

    def _take(self, text: str) -> bool:
        if self._text.startswith(text, self._at):
            self._at += len(text)
            return True
        return False

    def _span(self, start: int, end: int) -> Span:
        line = bisect_right(self._lines, start)
        newline = self._text.find("\n", start, end)
        width = (end if newline < 0 else newline) - start
        return Span(self._path, self._first + line - 1, start - self._lines[line - 1] + 1, max(1, width))

    def _parts(self) -> list[tuple[str, Span]]:
        parts: list[tuple[str, Span]] = []
        while found := _KEY.match(self._text, self._at):
            raw = found[1]
            name = str(tomllib.loads(f"key = {raw}")["key"]) if raw[0] in "\"'" else raw
            parts.append((name, self._span(found.start(1), found.end(1))))
            self._at = found.end()
            if not found[2]:
                break
        return parts

    def _header(self, *, repeated: bool) -> KeyPath:
        parts = self._parts()
        path: KeyPath = ()
        for number, (name, span) in enumerate(parts, start=1):
            path = (*path, name)
            if repeated and number == len(parts):
                self._counts[path] = self._counts.get(path, -1) + 1
            self.keys.setdefault(path, span)
            if path in self._counts:
                path = (*path, self._counts[path])
                self.keys.setdefault(path, span)
        return path

    def _pair(self, table: KeyPath) -> None:
        path = table
        for name, span in self._parts():
            path = (*path, name)
            self.keys.setdefault(path, span)
        if self._take("="):
            self._value(path)

    def _value(self, path: KeyPath) -> None:
        self._next()
        start = self._at
        if close := _CLOSES.get(self._text[start : start + 1]):
            self._at += 1
            self._items(path, close)
        elif found := _SCALAR.match(self._text, self._at):
            self._at = found.end()
        self.contents[path] = self._span(start, start + len(self._text[start : self._at].rstrip()))

    def _items(self, path: KeyPath, close: str) -> None:
        index = 0
        while self._next() < len(self._text) and not self._take(close):
            start = self._at
            if close == "]":
                self._value((*path, index))
            else:
                self._pair(path)
            index += 1
            self._next()
            self._take(",")
            if self._at == start:
                return

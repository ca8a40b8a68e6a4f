"""TOML values become the nouns of `model/config.py`, type by type, with every mistake noted."""

from collections.abc import Mapping
from datetime import date, time
from types import GenericAlias
from typing import Any, Literal, get_args, get_origin

from sitegen.base.characters import legal
from sitegen.base.diagnostics import Diagnostic, Span, problem
from sitegen.base.noun import Noun, fields
from sitegen.base.text import did_you_mean, nearest
from sitegen.base.toml import Document, KeyPath

_NAMES: Mapping[type, str] = {
    str: "text in quotes",
    int: "a whole number",
    bool: "true or false",
}
_SAMPLES: Mapping[type, str] = {
    str: '"…"',
    int: "a number as in 20",
    bool: "true or false",
}
_BAD = object()
"""Stands for a value that was refused, so that its default is used and the reading goes on."""


class Reader:
    """Reads one document; `found` holds what is wrong with it."""

    def __init__(self, document: Document, prefix: KeyPath = ()) -> None:
        self._document = document
        self._prefix = prefix
        self._tables: Mapping[str, Any] = {}
        """What the whole document may hold."""
        self.found: list[Diagnostic] = []

    def key(self, path: KeyPath) -> Span:
        """Return where a key is written, or the table around it."""
        return self._document.key(self._prefix + path)

    def value(self, path: KeyPath) -> Span:
        """Return where a value is written."""
        return self._document.value(self._prefix + path)

    def report(self, code: str, message: str, span: Span, hint: str = "") -> None:
        """Note a mistake."""
        self.found.append(problem(code, message, span, hint))

    def fields(self, types: Mapping[str, Any], values: Mapping[str, object], path: KeyPath = ()) -> dict[str, Any]:
        """Return the values of a table that are sound, by field name."""
        read: dict[str, Any] = {}
        self._tables = self._tables or types
        for name, value in values.items():
            if name not in types:
                self._unknown(name, value, types, path)
                continue
            got = self._read(types[name], value, (*path, name))
            if got is not _BAD:
                read[name] = got
        return read

    def _unknown(self, name: str, value: object, types: Mapping[str, Any], path: KeyPath) -> None:
        where = f" in [{dotted(path)}]" if path else ""
        near = nearest(name, types)
        home = () if near or path else [table for table, kind in types.items() if _may_hold(kind, name, value)]
        if near:
            hint = f'did you mean "{near}"?'
        elif home:
            hint = f'put "{name}" under [{home[0]}]'
        elif path and _takes_tables(self._tables.get(name)):
            hint = f"it is no part of [{dotted(path)}], but a table of its own: {_header((name,), self._tables[name])}"
        else:
            hint = f"known here: {', '.join(types)}"
        what = "table" if isinstance(value, dict) else "key"
        self.report("configure/unknown-key", f'unknown {what} "{name}"{where}', self.key((*path, name)), hint)

    def _read(self, kind: Any, value: object, path: KeyPath) -> Any:
        if kind is object:
            return value
        if _is_noun(kind):
            return self._table(kind, value, path)
        origin, args = get_origin(kind), get_args(kind)
        if origin is Literal:
            return self._choice(args, value, path)
        if origin is tuple:
            return self._list(args[0], value, path)
        if origin is not None:
            return self._mapping(args[1], value, path)
        return self._scalar(kind, value, path)

    def _table(self, kind: Any, value: object, path: KeyPath) -> Any:
        if not isinstance(value, dict):
            return self._wrong("a table", value, path, _as_table(path, kind))
        known = fields(kind)
        read = self.fields({field.name: field.type for field in known}, value, path)
        absent = [field.name for field in known if field.required and field.name not in read]
        for name in absent:
            if name not in value:
                message = f'"{dotted(path)}" has no "{name}"'
                self.report("configure/missing-key", message, self.value(path), f'add {name} = "…"')
        return _BAD if absent else kind(**read)

    def _choice(self, choices: tuple[Any, ...], value: object, path: KeyPath) -> Any:
        if value in choices and type(value) is type(choices[0]):
            return value
        listed = " or ".join(f'"{choice}"' for choice in choices)
        if not isinstance(value, str):
            return self._wrong(listed, value, path, "put one of them in quotes")
        near = nearest(value, [str(choice) for choice in choices if choice])
        hint = did_you_mean(near, f'write "{choices[0]}"' if choices[0] else "leave it out")
        message = f'"{dotted(path)}" must be {listed}, not "{value}"'
        self.report("configure/bad-value", message, self.value(path), hint)
        return _BAD

    def _list(self, kind: Any, value: object, path: KeyPath) -> Any:
        if not isinstance(value, list):
            hint = f'write ["{value}"]' if kind is str and isinstance(value, str) else "put it in [ ]"
            hint = f"write [[{dotted(path)}]]" if _is_noun(kind) and isinstance(value, dict) else hint
            return self._wrong("a list", value, path, hint)
        read = [self._read(kind, item, (*path, index)) for index, item in enumerate(value)]
        return _BAD if _BAD in read else tuple(read)

    def _mapping(self, kind: Any, value: object, path: KeyPath) -> Any:
        if not isinstance(value, dict):
            return self._wrong("a table", value, path, _as_table(path, Mapping[str, kind]))
        read = {name: self._read(kind, item, (*path, name)) for name, item in value.items()}
        return {name: item for name, item in read.items() if item is not _BAD}

    def _scalar(self, kind: type, value: object, path: KeyPath) -> Any:
        if isinstance(value, str) and kind is str:
            return self._text(value, path)
        if type(value) is kind:
            return value
        hint = f"write {_SAMPLES[kind]}"
        if kind is str and isinstance(value, int | float | date | time):
            hint = f'write "{str(value).lower() if isinstance(value, bool) else value}"'
        elif isinstance(value, dict) and len(path) == 1:
            hint = f"write {path[0]} = {_SAMPLES[kind]} above the first [table]"
        elif isinstance(value, str) and (value.isdecimal() or value in {"true", "false"}):
            hint = "leave out the quotes"
        return self._wrong(_NAMES[kind], value, path, hint)

    def _text(self, value: str, path: KeyPath) -> Any:
        kept = legal(value)
        if kept == value:
            return value
        char = next(char for char in value if char not in kept)
        message = f'"{dotted(path)}" holds U+{ord(char):04X}, which no page can show'
        self.report("configure/bad-value", message, self.value(path), "take it out")
        return _BAD

    def _wrong(self, wanted: str, value: object, path: KeyPath, hint: str = "") -> object:
        message = f'"{dotted(path)}" must be {wanted}, not {_described(value)}'
        self.report("configure/wrong-type", message, self.value(path), hint)
        return _BAD


def dotted(path: KeyPath) -> str:
    """Return `site.menu[2].title`; indexes count from 1, as people do."""
    text = ""
    for part in path:
        text += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if text else part
    return text


def _as_table(path: KeyPath, kind: Any) -> str:
    inner = any(isinstance(part, int) for part in path)
    return "write it with { }" if inner else f"write it as {_header(path, kind)}"


def _header(path: KeyPath, kind: Any) -> str:
    """Return the line that opens a table; of a table of tables that of one of them."""
    args = get_args(kind)
    return f"[{dotted(path)}.NAME]" if args and _is_noun(args[-1]) else f"[{dotted(path)}]"


def _may_hold(kind: Any, name: str, value: object) -> bool:
    """Tell whether a table has a field of that name, and one that takes tables where the value is one."""
    kinds = [field.type for field in fields(kind) if field.name == name] if _is_noun(kind) else []
    return any(_takes_tables(each) or not isinstance(value, dict) for each in kinds)


def _takes_tables(kind: Any) -> bool:
    return _is_noun(kind) or get_origin(kind) not in {None, Literal, tuple}


def _is_noun(kind: Any) -> bool:
    return isinstance(kind, type) and not isinstance(kind, GenericAlias) and issubclass(kind, Noun)


def _described(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return "text"
    if isinstance(value, int | float):
        return f"the number {value}"
    if isinstance(value, dict):
        return "a table"
    return "a list" if isinstance(value, list) else "a date or time"

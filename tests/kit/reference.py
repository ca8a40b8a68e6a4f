"""The reference chapters of the README, made from the code that they describe."""

import ast
import inspect
import types
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

from msgspec import NODEFAULT
from msgspec.structs import FieldInfo, fields

from sitegen.base.codes import CODES
from sitegen.base.noun import Noun
from sitegen.cli.main import COMMANDS
from sitegen.configure.configure import GIVEN
from sitegen.model import config

_WORDS = {str: "text", int: "number", bool: "true or false"}


def chapters(readme: str) -> dict[str, str]:
    """Return what stands between `<!-- NAME -->` and `<!-- /NAME -->`, by name."""
    return {name: _between(readme, name) for name in ("settings", "commands", "codes")}


def replaced(readme: str) -> str:
    """Return the README with its reference chapters made anew."""
    made = {"settings": settings(), "commands": commands(), "codes": codes()}
    for name, text in made.items():
        readme = readme.replace(
            f"<!-- {name} -->{_between(readme, name)}<!-- /{name} -->", f"<!-- {name} -->{text}<!-- /{name} -->"
        )
    return readme


def _between(readme: str, name: str) -> str:
    return readme.split(f"<!-- {name} -->", 1)[1].split(f"<!-- /{name} -->", 1)[0]


def codes() -> str:
    """Return the table of diagnostic codes."""
    rows = [f"| `{name}` | {code.severity} | {code.meaning} |" for name, code in CODES.items()]
    return _table("| code | severity | when |", rows)


def commands() -> str:
    """Return the table of commands."""
    return _table(
        "| command | what it does |", [f"| `sitegen {name}` | {text} |" for name, (_, text) in COMMANDS.items()]
    )


def settings() -> str:
    """Return one table for each table of the configuration."""
    parts = []
    for name, table in _tables():
        own = [field for field in fields(table) if field.name in table.__annotations__]
        rows = [_row(table, field) for field in own if not (table is config.Config and _elsewhere(field))]
        parts.append(f"\n**{name}** {_purpose(table)}\n" + _table("| key | value | default | meaning |", rows))
    return "".join(parts)


def _tables() -> Iterator[tuple[str, type]]:
    yield "Top level.", config.Config
    for field in fields(config.Config):
        kind = get_type_hints(config.Config)[field.name]
        if is_noun(kind):
            yield f"`[{field.name}]`", kind
            for inner in fields(kind):
                hint = get_type_hints(kind)[inner.name]
                if is_noun(hint):
                    yield f"`[{field.name}.{inner.name}]`", hint
                elif (listed := [part for part in get_args(hint) if is_noun(part)]) and inner.name != "footer":
                    also = ", `[[site.footer]]`" if inner.name == "menu" else ""
                    yield f"`[[{field.name}.{inner.name}]]`{also}", listed[0]
        elif any(is_noun(part) for part in get_args(kind)) and field.name == "sections":
            yield "`[sections.SLUG]`, `[tags.SLUG]`, `[series.SLUG]`", get_args(kind)[1]
        elif field.name == "tags":
            yield "`[tags.SLUG]`", get_args(kind)[1]


def is_noun(kind: Any) -> bool:
    """Tell whether a type is one of ours."""
    return inspect.isclass(kind) and not isinstance(kind, types.GenericAlias) and issubclass(kind, Noun)


def _elsewhere(field: FieldInfo) -> bool:
    hint = get_type_hints(config.Config)[field.name]
    return field.name in GIVEN or is_noun(hint) or any(is_noun(part) for part in get_args(hint))


def _row(table: type, field: FieldInfo) -> str:
    hint = get_type_hints(table)[field.name]
    meaning = _docstrings(table).get(field.name, "").replace("|", "\\|")
    return f"| `{field.name}` | {_kind(hint)} | {_default(field)} | {meaning} |"


def _kind(hint: Any) -> str:
    origin, parts = get_origin(hint), get_args(hint)
    if origin is Literal:
        return " or ".join(f'`"{part}"`' for part in parts if part)
    if origin is tuple:
        return "list of tables" if is_noun(parts[0]) else f"list of {_kind(parts[0])}s"
    if origin is types.UnionType:
        return _kind(parts[0])
    if origin is Mapping or is_noun(hint):
        return "table"
    return _WORDS[hint]


def _default(field: FieldInfo) -> str:
    if field.default is NODEFAULT:
        return "" if field.default_factory is not NODEFAULT else "required"
    value = field.default
    if value is True or value is False:
        return f"`{str(value).lower()}`"
    if value in ("", (), None):
        return ""
    if isinstance(value, tuple):
        return "`[" + ", ".join(f'"{part}"' if isinstance(part, str) else str(part) for part in value) + "]`"
    return f'`"{value}"`' if isinstance(value, str) else f"`{value}`"


def _purpose(table: type) -> str:
    text = " ".join((inspect.getdoc(table) or "").split())
    if table is config.Config:
        return "Before the first table."
    if ": " in text and text.startswith("`["):
        text = text.split(": ", 1)[1]
    return text[0].upper() + text[1:]


def _docstrings(table: type) -> dict[str, str]:
    """Return the text beneath each field of a class."""
    tree = ast.parse(Path(inspect.getfile(table)).read_text(encoding="utf-8"))
    body = next(node.body for node in tree.body if isinstance(node, ast.ClassDef) and node.name == table.__name__)
    found = {}
    for node, after in pairwise(body):
        if (
            isinstance(node, ast.AnnAssign)
            and isinstance(node.target, ast.Name)
            and isinstance(after, ast.Expr)
            and isinstance(after.value, ast.Constant)
        ):
            found[node.target.id] = " ".join(str(after.value.value).split())
    return found


def _table(head: str, rows: list[str]) -> str:
    return "\n" + "\n".join([head, "|---" * (head.count("|") - 1) + "|", *rows]) + "\n"

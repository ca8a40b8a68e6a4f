"""YAML text becomes values with places. Plain scalars are read as YAML 1.2 does: `no` and `12:30` are words."""

import re
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode

from sitegen.base.patterns import regex
from sitegen.parse.matter.values import Entry, MatterError, Scalar, Table, Value, scalar, too_deep

_PAIR = regex(r"\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})")
"""A character beyond the first 65,536 as JSON escapes it, which libyaml does not know."""
_TABS = regex(r"^ *\t[ \t]*", re.MULTILINE)
"""Indentation that YAML refuses, and that Hexo's authors may have."""
_LINE = regex(r"\s*(?:- )?([\w-]+):\s+(\S.*)")
_GLUED = regex(r"([A-Za-z_][\w-]*):(?!//)([\xa0\u202f]*)(\S.*)")
_UNSEEN = "\u200b\u200c\u200d\u2060\ufeff"
"""What nobody sees and copying brings along: no key begins or ends with it."""
_SIGNED = regex(
    r"\s*(?:- )?[\w-]+:\s+"
    r"""(?P<sign>(?:\[[^]]*\]|\{[^}]*\}|"[^"]*"|'[^']*')(?=[ \t]*[^\s,#\]}:])|[>|?-](?= \S)|[*&])"""
)
"""A value that begins with a sign of YAML and goes on as text."""
_DEEPEST = 30
_LARGEST = 50_000

_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_Base):  # type: ignore[misc]  # the base is libyaml's or Python's
    """Composes nodes and leaves every plain scalar as it is written: nobody asks for tags, so none are looked for."""

    # Asked for the tag of every node, the resolver answers with whatever is quickest to make.
    descend_resolver = resolve = slice
    ascend_resolver = object


def read_yaml(text: str, line: int, duplicates: list[Entry]) -> Table:
    """Return the mapping that `text`, which begins on file line `line`, holds; repeated keys go to `duplicates`.

    Raises MatterError with the place of the mistake.
    """
    lines = text.split("\n")
    try:
        node = _Loader(text).get_single_node()
    except yaml.MarkedYAMLError as error:
        if _PAIR.search(text):
            return read_yaml(_PAIR.sub(_as_one, text), line, duplicates)
        if _TABS.search(text):
            return read_yaml(_TABS.sub(_as_spaces, text), line, duplicates)
        raise _explain(error, line, lines) from error
    except yaml.YAMLError as error:
        raise MatterError(str(error).splitlines()[0].lower(), line, 0) from error
    except (ValueError, RecursionError) as error:
        raise too_deep(line) from error
    if node is None:
        return {}
    value = _Builder(line, duplicates).value(node, 0)
    if not isinstance(value.data, dict):
        raise _unspaced(lines, line) or MatterError(
            "the front matter is not made of keys and values", value.line, value.column, "write one `key: value` a line"
        )
    return value.data


def _as_spaces(match: re.Match[str]) -> str:
    """Return the indentation with a space for each tab, so that all columns stay."""
    return match[0].replace("\t", " ")


def _as_one(match: re.Match[str]) -> str:
    """Return the escape of the whole character."""
    return f"\\U{0x10000 + (int(match[1], 16) - 0xD800) * 0x400 + int(match[2], 16) - 0xDC00:08x}"


class _Builder:
    """Turns nodes into values, each alias only once."""

    def __init__(self, line: int, duplicates: list[Entry]) -> None:
        self.line = line
        self.duplicates = duplicates
        self.done: dict[int, Value] = {}
        self.sizes: dict[int, int] = {}
        self.size = 0
        """How many values there are, each alias counted with all that it stands for."""

    def value(self, node: Node, depth: int) -> Value:
        start, end = node.start_mark, node.end_mark
        line, column = self.line + start.line, start.column + 1
        width = max(end.column - start.column, 1) if end.line == start.line else 1
        self.size += 1
        if isinstance(node.tag, str) and node.tag[:1] == "!":
            raise MatterError('a value cannot begin with "!"', line, column, "put the whole value in quotes")
        if isinstance(node, ScalarNode):
            return Value(_scalar(node), node.value, line, column, width, _text_line(node, line))
        if depth > _DEEPEST:
            raise too_deep(line)
        known = self.done.get(id(node))
        if known is None:
            before = self.size
            known = self.done[id(node)] = Value(self._data(node, depth), "", line, column, width)
            self.sizes[id(node)] = self.size - before
        else:
            self.size += self.sizes[id(node)]
        if self.size > _LARGEST:
            raise MatterError("the front matter repeats itself too often", line, 0)
        return known

    def _data(self, node: Node, depth: int) -> list[Value] | Table:
        if isinstance(node, MappingNode):
            return self._mapping(node, depth)
        return [self.value(item, depth + 1) for item in node.value]

    def _mapping(self, node: MappingNode, depth: int) -> Table:
        table: Table = {}
        merged: Table = {}
        for key_node, value_node in node.value:
            mark = key_node.start_mark
            if not isinstance(key_node, ScalarNode):
                raise MatterError(
                    "a key must be a word", self.line + mark.line, mark.column + 1, "put text in braces in quotes"
                )
            width = max(key_node.end_mark.column - mark.column, 1)
            value = self.value(value_node, depth + 1)
            entry = Entry(key_node.value.strip(_UNSEEN), self.line + mark.line, mark.column + 1, width, value)
            if entry.key == "<<" and isinstance(value.data, dict):
                merged.update(value.data)
            elif entry.key in table:
                said = table[entry.key].value
                if not value.text or (said.text, said.data) != (value.text, value.data):  # else nothing is lost
                    self.duplicates.append(entry)
            else:
                table[entry.key] = entry
        return {**merged, **table} if merged else table


def _text_line(node: ScalarNode, line: int) -> int:
    """Return the line on which a text begins; 0 where its lines are not those of the file."""
    if node.style == "|":
        return line + 1
    return 0 if node.style == ">" or "\n" in node.value or node.end_mark.line != node.start_mark.line else line


def _scalar(node: ScalarNode) -> Scalar:
    text: str = node.value
    return text if node.style in ("'", '"', "|", ">") else scalar(text)


def _explain(error: yaml.MarkedYAMLError, line: int, lines: list[str]) -> MatterError:
    """Say a mistake in an editor's words, at the place where it was made."""
    mark = error.problem_mark or error.context_mark
    row, column = (mark.line, mark.column) if mark else (0, 0)
    problem = (error.problem or "").lower()
    context = (error.context or "").lower()
    opened = error.context_mark
    glued = "mapping values are not allowed" in problem or "could not find expected ':'" in problem
    if glued and (found := _unspaced(lines[: row + 1], line)):
        return found
    if row < len(lines) and (found := _closed_early(lines[row], column, line + row)):
        return found
    quotes = _in_quotes(lines[row]) if row < len(lines) else "put the whole value in quotes"
    signed = _SIGNED.match(lines[row]) if row < len(lines) else None
    if signed and column >= signed.start("sign"):
        sign = signed["sign"][0]
        named = "a quotation mark" if sign in ("'", '"') else f'"{sign}"'
        message = f"a value that begins with {named} needs quotes around all of it"
        return MatterError(message, line + row, signed.start("sign") + 1, quotes)
    if "mapping values are not allowed" in problem:
        if row < len(lines) and lines[row].find(":") == column and lines[row].startswith(" "):
            indent = len(lines[row]) - len(lines[row].lstrip())
            return MatterError(
                "this line is indented as if it went on with the value above",
                line + row,
                indent + 1,
                "begin it where the key above begins",
            )
        return MatterError("a value with a colon in it needs quotes", line + row, column + 1, quotes)
    if "quoted scalar" in context and opened:
        return MatterError("this quote is never closed", line + opened.line, opened.column + 1, "add the closing quote")
    if "\\t" in problem or "'\t'" in problem or (row < len(lines) and lines[row][column : column + 1] == "\t"):
        return MatterError("a tab stands where YAML allows spaces only", line + row, column + 1, "indent with spaces")
    if "cannot start any token" in problem:
        sign = lines[row][column : column + 1] if row < len(lines) else ""
        return MatterError(f'a value cannot begin with "{sign}"', line + row, column + 1, quotes)
    if "could not find expected ':'" in problem and opened:
        where = opened if opened.line < row else mark
        at = where or opened
        return MatterError('this line is no "key: value"', line + at.line, at.column + 1, "add the colon, or indent it")
    if "document start" in problem:
        return MatterError(
            "this line begins further left than the keys above", line + row, column + 1, "begin all in the same column"
        )
    if context.startswith("while parsing a flow") and row < len(lines) and lines[row][column : column + 1] == '"':
        return MatterError("a comma is missing before this", line + row, column + 1, "add the comma")
    if "flow sequence" in context and opened:
        return MatterError("this [ list ] is never closed", line + opened.line, opened.column + 1, "add the ]")
    if "flow mapping" in context and opened:
        return MatterError("this { table } is never closed", line + opened.line, opened.column + 1, "add the }")
    if "block mapping" in context or "block collection" in context:
        return MatterError(
            "this does not belong to the value before it",
            line + row,
            column + 1,
            "check the indentation and the quotes",
        )
    return MatterError(problem or "the front matter is not YAML", line + row, column + 1, "check the line")


def _closed_early(row: str, column: int, line: int) -> MatterError | None:
    """Return the mistake where a value goes on behind a quote, as in 'The desk's view'."""
    before = row[:column].rstrip()
    mark, end = before[-1:], len(before)
    inside = mark in ("'", '"') and before.count(mark) > 1
    if not inside or not (row[end : end + 1].isalnum() or row.rstrip().endswith(mark)):
        return None
    other, twice = ('"', "''") if mark == "'" else ("'", '\\"')
    hint = f"write {twice} for it, or put the whole value between {other} and {other}"
    return MatterError(f"the value ends at this {mark}, and more follows", line, end, hint)


def _unspaced(lines: list[str], line: int) -> MatterError | None:
    """Return the mistake in the first line that has no space after its colon, which YAML takes for text."""
    for number, text in enumerate(lines):
        if match := _GLUED.fullmatch(text.rstrip()):
            message = "the space after this colon is one that does not break lines, which YAML takes for a letter"
            message = message if match[2] else "a space is missing after this colon"
            return MatterError(message, line + number, match.end(1) + 1, f"write {match[1]}: {match[3]}")
    return None


def _in_quotes(row: str) -> str:
    """Return the hint that shows a line with its value in quotes."""
    match = _LINE.fullmatch(row)
    if not match:
        return "put the whole value in quotes"
    mark = "'" if '"' in match[2] else '"'
    return f"write {match[1]}: {mark}{match[2].strip()}{mark}"

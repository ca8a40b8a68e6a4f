"""YAML text becomes values with places. Plain scalars are read as YAML 1.2 does: `no` and `12:30` are words."""

import re
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode

from sitegen.base.patterns import regex
from sitegen.parse.matter.values import Entry, MatterError, Table, Value, scalar, too_deep

_PAIR = regex(r"\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})")
"""A character beyond the first 65,536 as JSON escapes it, which libyaml does not know."""
_TABS = regex(r"^ *\t[ \t]*", re.MULTILINE)
"""Indentation that YAML refuses, and that Hexo's authors may have."""
_UNSEEN = "\u200b\u200c\u200d\u2060\ufeff"
"""What nobody sees and copying brings along: no key begins or ends with it."""
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
            spaced = _TABS.sub(lambda indent: indent[0].replace("\t", " "), text)  # so that all columns stay
            return read_yaml(spaced, line, duplicates)
        from sitegen.parse.matter.yamlerrors import explain

        raise explain(error, line, lines) from error
    except yaml.YAMLError as error:
        raise MatterError(str(error).splitlines()[0].lower(), line, 0) from error
    except (ValueError, RecursionError) as error:
        raise too_deep(line) from error
    if node is None:
        return {}
    value = _Builder(line, duplicates).value(node, 0)
    if not isinstance(value.data, dict):
        from sitegen.parse.matter.yamlerrors import unspaced

        raise unspaced(lines, line) or MatterError(
            "the front matter is not made of keys and values", value.line, value.column, "write one `key: value` a line"
        )
    return value.data


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
            text = node.value
            data = text if node.style in ("'", '"', "|", ">") else scalar(text)
            return Value(data, text, line, column, width, _text_line(node, line))
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

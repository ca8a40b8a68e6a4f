"""What libraries say of YAML that they cannot read becomes what an editor did, and where: the first rule that fits."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import yaml

from sitegen.base.patterns import regex
from sitegen.parse.matter.values import MatterError

_LINE = regex(r"\s*(?:- )?([\w-]+):\s+(\S.*)")
_GLUED = regex(r"([A-Za-z_][\w-]*):(?!//)([\xa0\u202f]*)(\S.*)")
_GLUED_ITEM = regex(r"\s*-([^\s-].*)")
_TWO_KEYS = regex(r"""\s*[\w-]+:\s*(?:"[^"]*"|'[^']*')\s*(?P<key>[a-zA-Z][\w-]+):(?:\s|$)""")
_SIGNED = regex(
    r"\s*(?:- )?[\w-]+:\s+"
    r"""(?P<sign>(?:\[[^]]*\]|\{[^}]*\}|"[^"]*"|'[^']*')(?=[ \t]*[^\s,#\]}:])|[>|?-](?= \S)|[*&])"""
)
"""A value that begins with a sign of YAML and goes on as text."""


class _Stop(NamedTuple):
    """Where the library stopped, and what it says of that."""

    problem: str
    context: str
    lines: Sequence[str]
    """Of the front matter up to there."""
    first: int
    """The file line of the first of them."""
    column: int
    """From 0, in the last of them."""
    opened: tuple[int, int] | None
    """Line and column of the file at which something began that the library was reading."""
    later: bool
    """Whether that is in a line above."""

    @property
    def row(self) -> str:
        """The text of the line; empty behind the last."""
        return self.lines[-1]

    @property
    def next(self) -> str:
        """The character at which it stopped."""
        return self.row[self.column : self.column + 1]

    def here(self, message: str, hint: str) -> MatterError:
        """Return a mistake that is where it stopped."""
        return self.at(self.column, message, hint)

    def at(self, column: int, message: str, hint: str) -> MatterError:
        """Return a mistake in that line."""
        return MatterError(message, self.first + len(self.lines) - 1, column + 1, hint)

    def above(self, message: str, hint: str) -> MatterError | None:
        """Return a mistake that is where something began; None where nothing did."""
        return MatterError(message, *self.opened, hint) if self.opened else None


def explain(error: yaml.MarkedYAMLError, line: int, lines: Sequence[str]) -> MatterError:
    """Say a mistake in an editor's words; the first of the `lines` is a file's line `line`."""
    mark, opened = error.problem_mark or error.context_mark, error.context_mark
    row, column = (mark.line, mark.column) if mark else (0, 0)
    stop = _Stop(
        (error.problem or "").lower(),
        (error.context or "").lower(),
        [*lines[: row + 1], *[""] * (row + 1 - len(lines))],
        line,
        column,
        (line + opened.line, opened.column + 1) if opened else None,
        opened is not None and opened.line < row,
    )
    found = next(filter(None, (rule(stop) for rule in _RULES)), None)
    return found or stop.here(stop.problem or "the front matter is not YAML", "check the line")


def unspaced(lines: Sequence[str], line: int) -> MatterError | None:
    """Return the mistake in the first line that has no space after its colon, which YAML takes for text."""
    for number, text in enumerate(lines):
        if match := _GLUED.fullmatch(text.rstrip()):
            message = "the space after this colon is one that does not break lines, which YAML takes for a letter"
            message = message if match[2] else "a space is missing after this colon"
            return MatterError(message, line + number, match.end(1) + 1, f"write {match[1]}: {match[3]}")
    return None


def _glued(stop: _Stop) -> MatterError | None:
    glued = "mapping values are not allowed" in stop.problem or "could not find expected ':'" in stop.problem
    return unspaced(stop.lines, stop.first) if glued else None


def _two_keys(stop: _Stop) -> MatterError | None:
    two = _TWO_KEYS.match(stop.row)
    hint = f"put {two['key']}: into the next line" if two else ""
    return stop.at(two.start("key"), "another key begins in this line", hint) if two else None


def _closed_early(stop: _Stop) -> MatterError | None:
    """A value goes on behind a quote, as in 'The desk's view'."""
    before = stop.row[: stop.column].rstrip()
    mark, end = before[-1:], len(before)
    inside = mark in ("'", '"') and before.count(mark) > 1
    if not inside or not (stop.row[end : end + 1].isalnum() or stop.row.rstrip().endswith(mark)):
        return None
    other, twice = ('"', "''") if mark == "'" else ("'", '\\"')
    hint = f"write {twice} for it, or put the whole value between {other} and {other}"
    return stop.at(end - 1, f"the value ends at this {mark}, and more follows", hint)


def _signed(stop: _Stop) -> MatterError | None:
    signed = _SIGNED.match(stop.row)
    if not signed or stop.column < signed.start("sign"):
        return None
    sign = signed["sign"][0]
    named = "a quotation mark" if sign in ("'", '"') else f'"{sign}"'
    message = f"a value that begins with {named} needs quotes around all of it"
    return stop.at(signed.start("sign"), message, _in_quotes(stop.row))


def _second_colon(stop: _Stop) -> MatterError | None:
    if "mapping values are not allowed" not in stop.problem:
        return None
    if stop.row.startswith(" ") and stop.row.find(":") == stop.column:
        message = "this line is indented as if it went on with the value above"
        return stop.at(len(stop.row) - len(stop.row.lstrip()), message, "begin it where the key above begins")
    return stop.here("a value with a colon in it needs quotes", _in_quotes(stop.row))


def _reserved(stop: _Stop) -> MatterError | None:
    if "cannot start any token" not in stop.problem:
        return None
    return stop.here(f'a value cannot begin with "{stop.next}"', _in_quotes(stop.row))


def _no_colon(stop: _Stop) -> MatterError | None:
    if "could not find expected ':'" not in stop.problem or not stop.opened:
        return None
    message, hint = 'this line is no "key: value"', "add the colon, or indent it"
    item = _GLUED_ITEM.fullmatch(stop.lines[stop.opened[0] - stop.first])
    if item:
        message, hint = "a space is missing behind this hyphen", f"write - {item[1]}"
    return stop.above(message, hint) if stop.later else stop.here(message, hint)


def _in_quotes(row: str) -> str:
    """Return the hint that shows a line with its value in quotes."""
    match = _LINE.fullmatch(row)
    if not match:
        return "put the whole value in quotes"
    mark = "'" if '"' in match[2] else '"'
    return f"write {match[1]}: {mark}{match[2].strip()}{mark}"


_Rule = Callable[[_Stop], MatterError | None]


def _rule(fits: Callable[[_Stop], bool], message: str, hint: str, *, above: bool = False) -> _Rule:
    """Return the rule that says so where the library stopped, or `above`, where something began."""
    return lambda stop: (stop.above if above else stop.here)(message, hint) if fits(stop) else None


_RULES: tuple[_Rule, ...] = (
    *(_glued, _two_keys, _closed_early, _signed, _second_colon),
    _rule(
        lambda stop: "quoted scalar" in stop.context, "this quote is never closed", "add the closing quote", above=True
    ),
    _rule(
        lambda stop: "\\t" in stop.problem or "'\t'" in stop.problem or stop.next == "\t",
        "a tab stands where YAML allows spaces only",
        "indent with spaces",
    ),
    *(_reserved, _no_colon),
    _rule(
        lambda stop: "document start" in stop.problem,
        "this line begins further left than the keys above",
        "begin all in the same column",
    ),
    _rule(
        lambda stop: stop.context.startswith("while parsing a flow") and stop.next == '"',
        "a comma is missing before this",
        "add the comma",
    ),
    _rule(lambda stop: "flow sequence" in stop.context, "this [ list ] is never closed", "add the ]", above=True),
    _rule(lambda stop: "flow mapping" in stop.context, "this { table } is never closed", "add the }", above=True),
    _rule(
        lambda stop: "block mapping" in stop.context or "block collection" in stop.context,
        "this does not belong to the value before it",
        "check the indentation and the quotes",
    ),
)

"""What YAML takes for a comment, and an author may mean as words: "Why issue #5 matters", `tags: #health`."""

from collections.abc import Iterator, Sequence

from sitegen.base.patterns import regex
from sitegen.parse.matter.keys import meaning
from sitegen.parse.matter.values import Table, Value

_KEYS = ("title", "description", "tags")
"""Keys whose values readers see, and in which a # may stand."""
_COMMENT = regex(r"[ \t]*(#\w.*)")
_REMARK = regex(r"[ \t]#\w")
_MARKS = tuple("'\"|>")


def cut_off(table: Table, lines: Sequence[str]) -> list[tuple[str, int, int]]:
    """Return what is not read, with its line and column.

    A # with a space behind it is a comment as people write it, and so is one behind other keys: who writes those in
    one word means all of them.
    """
    found = [
        cut
        for entry in table.values()
        if meaning(entry.key) in _KEYS
        for value in (entry.value.data if isinstance(entry.value.data, list) else (entry.value,))
        for cut in _behind(value, _row(lines, value.line))
    ]
    others = (_row(lines, entry.line) for entry in table.values() if meaning(entry.key) not in _KEYS)
    return [] if found and any(_REMARK.search(row) for row in others) else found


def _row(lines: Sequence[str], line: int) -> str:
    return lines[line - 1] if 0 < line <= len(lines) else ""


def _behind(value: Value, row: str) -> Iterator[tuple[str, int, int]]:
    start = value.column - 1
    if value.data is None or (isinstance(value.data, str) and not row.startswith(_MARKS, start)):
        found = _COMMENT.match(row, start + len(value.text))
        if found and row.startswith(value.text, start):
            yield found[1].rstrip(), value.line, found.start(1) + 1

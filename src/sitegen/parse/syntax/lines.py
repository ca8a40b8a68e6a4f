"""Lines of the source, as rules for blocks read them."""

import re
from collections.abc import Callable

from markdown_it.rules_block.state_block import StateBlock

Rule = Callable[[StateBlock, int, int, bool], bool]
"""Takes the state, the first line and the end, and whether it only tells; returns whether it is a block of its kind."""
Test = Callable[[str], object]
"""Tells of the text of a line whether it is of a kind."""


def line_text(state: StateBlock, line: int) -> str:
    """Return a line without its indentation, and without the marks of quotes and lists that it stands in."""
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def find_line(state: StateBlock, start: int, end: int, pattern: re.Pattern[str]) -> int:
    """Return the first line from `start` on that a pattern matches, or `end`; an item of a list ends with its text."""
    # A search that found nothing is remembered: else many openings that nothing closes take quadratic time.
    known: dict[tuple[str, int, str], tuple[int, int]] = state.env.setdefault("without", {})
    key = (state.src, state.level, pattern.pattern)  # a line in a quote reads otherwise there than around it
    first, last = known.get(key, (end, start))
    if first <= start and end <= last:
        return end
    line = start
    while line < end and (state.isEmpty(line) or state.sCount[line] >= state.blkIndent):
        if pattern.fullmatch(line_text(state, line)):
            return line
        line += 1
    known[key] = (start, line)
    return end


def closing_line(
    state: StateBlock, start: int, end: int, signs: str | tuple[str, ...], closes: Test, opens: Test
) -> int:
    """Return the line that closes what a line opens; `start` where none does before another opens that.

    All of these lines begin with one of the `signs`.
    """
    for line in range(start + 1, end):
        text = line_text(state, line)
        if text.startswith(signs):
            if closes(text):
                return line
            if opens(text):
                break
    return start


def push_paragraph(state: StateBlock, content: str, first: int, behind: int) -> None:
    """Push the tokens of a paragraph in the lines from `first` to before `behind`."""
    state.push("paragraph_open", "p", 1).map = [first, behind]
    text = state.push("inline", "", 0)
    text.content, text.map, text.children = content, [first, behind], []
    state.push("paragraph_close", "p", -1)

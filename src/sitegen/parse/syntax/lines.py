"""Lines of the source, as rules for blocks read them."""

from collections.abc import Callable

from markdown_it.rules_block.state_block import StateBlock

Rule = Callable[[StateBlock, int, int, bool], bool]
"""Takes the state, the first line and the end, and whether it only tells; returns whether it is a block of its kind."""


def line_text(state: StateBlock, line: int) -> str:
    """Return a line without its indentation, and without the marks of quotes and lists that it stands in."""
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def push_paragraph(state: StateBlock, content: str, first: int, behind: int) -> None:
    """Push the tokens of a paragraph in the lines from `first` to before `behind`."""
    state.push("paragraph_open", "p", 1).map = [first, behind]
    text = state.push("inline", "", 0)
    text.content, text.map, text.children = content, [first, behind], []
    state.push("paragraph_close", "p", -1)

"""Lines of the source, as rules for blocks look at them."""

from markdown_it.rules_block.state_block import StateBlock


def line_text(state: StateBlock, line: int) -> str:
    """Return a line without its indentation, and without the marks of quotes and lists that it stands in."""
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]

"""`%%` above and below several paragraphs, between which Obsidian has notes to oneself: they leave the text."""

from markdown_it.rules_block.state_block import StateBlock

from sitegen.parse.draw.shortcodes import report_shortcode
from sitegen.parse.manuscript import manuscript_of
from sitegen.parse.syntax.lines import line_text

_SIGN = "%%"


def aside_rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Take the lines from one that begins so to one that ends so; within a single paragraph it is known later."""
    first = line_text(state, start).rstrip()
    if not first.startswith(_SIGN) or state.is_code_block(start) or _SIGN in first[2:]:
        return False
    last = next((line for line in range(start + 1, end) if _SIGN in line_text(state, line)), end)
    parted = any(state.isEmpty(line) for line in range(start + 1, min(last, end)))
    if last == end or not parted or not line_text(state, last).rstrip().endswith(_SIGN):
        return False
    if not silent:
        if manuscript := manuscript_of(state.env):
            manuscript.notes.append(state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[last]])
            report_shortcode(first, start + manuscript.first_line, manuscript, leaves=True)
        state.line = last + 1
    return True

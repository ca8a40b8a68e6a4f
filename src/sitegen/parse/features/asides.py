"""`%%` above and below several paragraphs, between which Obsidian has notes to oneself: they leave the text."""

from markdown_it.rules_block.state_block import StateBlock

from sitegen.parse.draw.shortcodes import report_shortcode
from sitegen.parse.manuscript import Manuscript

_SIGN = "%%"


def aside_rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Take the lines from one that begins so to one that ends so; within a single paragraph it is known later."""
    pos = state.bMarks[start] + state.tShift[start]
    if not state.src.startswith(_SIGN, pos) or state.is_code_block(start) or _SIGN in _line(state, start)[2:]:
        return False
    last = next((line for line in range(start + 1, end) if _SIGN in _line(state, line)), end)
    parted = any(state.isEmpty(line) for line in range(start + 1, min(last, end)))
    if last == end or not parted or not _line(state, last).endswith(_SIGN):
        return False
    manuscript = state.env.get("manuscript")
    if not silent:
        if isinstance(manuscript, Manuscript):
            manuscript.notes.append(state.src[pos : state.eMarks[last]])
            report_shortcode(_line(state, start), start + manuscript.first_line, manuscript, leaves=True)
        state.line = last + 1
    return True


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]].rstrip()

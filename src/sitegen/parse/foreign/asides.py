"""Notes to oneself over several lines leave the text.

Obsidian has them between `%%`, kramdown between `{::comment}` and `{:/comment}`.
"""

from markdown_it.rules_block.state_block import StateBlock

from sitegen.parse.draw.shortcodes import report_shortcode
from sitegen.parse.manuscript import manuscript_of
from sitegen.parse.syntax.lines import line_text

_SIGN = "%%"
_COMMENT, _COMMENT_ENDS = "{::comment}", ("{:/comment}", "{:/}")


def aside_rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Take the lines from one that begins so to one that ends so; within a single paragraph `%%` is known later."""
    first = line_text(state, start).rstrip()
    if not first.startswith((_SIGN, _COMMENT)) or state.is_code_block(start):
        return False
    last = _last_of_note(state, start, end) if first.startswith(_SIGN) else _last_of_comment(state, start, end)
    if last == end:
        return False
    if not silent:
        if manuscript := manuscript_of(state.env):
            manuscript.notes.append(state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[last]])
            report_shortcode(first, start + manuscript.first_line, manuscript, leaves=True)
        state.line = last + 1
    return True


def _last_of_note(state: StateBlock, start: int, end: int) -> int:
    if _SIGN in line_text(state, start).rstrip()[2:]:
        return end
    last = next((line for line in range(start + 1, end) if _SIGN in line_text(state, line)), end)
    parted = any(state.isEmpty(line) for line in range(start + 1, last))
    return last if last < end and parted and line_text(state, last).rstrip().endswith(_SIGN) else end


def _last_of_comment(state: StateBlock, start: int, end: int) -> int:
    ended = (line for line in range(start, end) if line_text(state, line).rstrip().endswith(_COMMENT_ENDS))
    return next(ended, end)

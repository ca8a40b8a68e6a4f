"""Notes to oneself over several lines leave the text.

Obsidian has them between `%%`, kramdown between `{::comment}` and `{:/comment}`.
"""

from markdown_it.rules_block.state_block import StateBlock

from sitegen.base.patterns import regex
from sitegen.parse.draw.shortcodes import report_shortcode
from sitegen.parse.manuscript import manuscript_of
from sitegen.parse.syntax.lines import find_line, line_text

_SIGN = "%%"
_COMMENT = "{::comment}"
_COMMENT_END = regex(r".*?\{:/(?:comment)?\}(?P<behind>.*)")


def aside_rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Take the lines from one that begins so to one that ends so; within a single paragraph `%%` is known later."""
    first = line_text(state, start).rstrip()
    if not first.startswith((_SIGN, _COMMENT)) or state.is_code_block(start):
        return False
    last = (_last_of_note if first.startswith(_SIGN) else _last_of_comment)(state, start, end)
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
    last = find_line(state, start, end, _COMMENT_END)
    ending = _COMMENT_END.match(line_text(state, last)) if last < end else None
    return last if ending and not ending["behind"].strip() else end

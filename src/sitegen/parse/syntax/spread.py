"""A shortcode of Hugo's over several lines is one paragraph, though its last line may begin as a quote does: `>}}`."""

from markdown_it.rules_block.state_block import StateBlock

from sitegen.parse.syntax.lines import line_text, push_paragraph

_ENDS = {"{{<": ">}}", "{{%": "%}}"}
_MOST_LINES = 20


def spread_rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Take the lines from `{{<` to the one that ends with `>}}`, with none empty between."""
    first = line_text(state, start)
    closing = _ENDS.get(first[:3])
    if not closing or "}}" in first or state.is_code_block(start):
        return False
    last, end = start + 1, min(end, start + _MOST_LINES)
    while last < end and not state.isEmpty(last) and "}}" not in line_text(state, last):
        last += 1
    if last >= end or not line_text(state, last).rstrip().endswith(closing):
        return False
    if silent:
        return True
    content = "\n".join(line_text(state, line).strip() for line in range(start, last + 1))
    push_paragraph(state, content, start, last + 1)
    state.line = last + 1
    return True

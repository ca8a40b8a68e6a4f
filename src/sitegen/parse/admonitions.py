"""`!!! kind "Title"` above lines that are indented, as MkDocs writes callouts, becomes a container."""

from markdown_it.rules_block.state_block import StateBlock

from sitegen.base.patterns import regex
from sitegen.parse.containers import contain

# Other words than those of Material for MkDocs behind the kind are a sentence: "!!! Breaking news".
_OPEN = regex(
    r"(?:!!!|\?\?\?\+?)[ \t]+([^\W\d_][\w-]*)(?:[ \t]+(?:inline|end|annotate))*[ \t]*(?:\"([^\n]*)\")?[ \t]*$"
)
_INDENT = 4


def admonition_rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Take a line `!!! kind` and the lines below that are indented; a call such as `!!! so what` has none."""
    pos = state.bMarks[start] + state.tShift[start]
    if state.src[pos : pos + 3] not in ("!!!", "???") or state.is_code_block(start):
        return False
    opening = _OPEN.match(state.src, pos, state.eMarks[start])
    inside = state.blkIndent + _INDENT
    if not opening or start + 1 >= end or state.isEmpty(start + 1) or state.sCount[start + 1] < inside:
        return False
    if silent:
        return True
    last = start + 1
    for line in range(start + 1, end):
        if not state.isEmpty(line):
            if state.sCount[line] < inside:
                break
            last = line + 1
    state.blkIndent = inside
    meta = {"title": opening[2] or "", "closed": True, "braced": False}
    contain(state, start, last, opening[1], meta, first=start + 1)
    state.blkIndent = inside - _INDENT
    state.line = last
    return True

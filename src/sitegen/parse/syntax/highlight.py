"""`{% highlight x %}` … `{% endhighlight %}` of Jekyll, and the same of Hugo, becomes a block of code."""

from markdown_it.rules_block.state_block import StateBlock

from sitegen.base.patterns import regex
from sitegen.parse.syntax.lines import closing_line, line_text

_OPENINGS = ("{%", "{{")
_EDGE_OF_RAW = r"\{%-?\s*(?:end)?raw\s*-?%\}\s*"
_RAW = regex(_EDGE_OF_RAW)
_CODE = regex(rf"\{{(?:%-?|\{{[<%])\s*highlight\s+[\"']?([\w+#-]+)[^}}]*\}}\}}?\s*(?:{_EDGE_OF_RAW})?")
"""The line that opens such a block."""
_CODE_END = regex(rf"(?:{_EDGE_OF_RAW})?\{{(?:%-?|\{{[<%])\s*(?:end|/\s*)highlight[^}}]*\}}\}}?\s*")
"""The line that ends one."""


def highlight_rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Take such a block, and leave out the marks around what no template reads."""
    line = line_text(state, start)
    if not line.startswith(_OPENINGS) or state.is_code_block(start):
        return False
    if _is_raw(state, start):
        if not silent:
            state.line = start + 1
        return True
    opening = _CODE.fullmatch(line)
    last = closing_line(state, start, end, _OPENINGS, _CODE_END.fullmatch, _CODE.fullmatch) if opening else start
    if not opening or last == start:
        return False
    if silent:
        return True
    token = state.push("fence", "code", 0)
    token.info = opening[1]
    first, behind = start + 1, last
    while first < behind and _is_raw(state, first) and _is_raw(state, behind - 1):
        first, behind = first + 1, behind - 1
    token.content = state.getLines(first, behind, state.blkIndent, True)
    token.map = [start, last + 1]
    state.line = last + 1
    return True


def _is_raw(state: StateBlock, line: int) -> bool:
    """Tell whether a line is nothing but a mark before or behind what no template reads."""
    return bool(_RAW.fullmatch(line_text(state, line)))

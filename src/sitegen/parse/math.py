"""TeX between dollar signs stays as it is written, so that no rule takes its `_` and `*` for emphasis."""

import re

from markdown_it.rules_block.state_block import StateBlock
from markdown_it.rules_inline.state_inline import StateInline

# Money is no mathematics: a formula begins and ends with something, and no digit follows it.
_INLINE = re.compile(r"\$(?![\s$])(?:[^$\\\n`]|\\.|\n(?!\n)){0,400}?(?<![\s\\])\$(?![\w$])")
_DISPLAY = re.compile(r"\$\$(?:[^$]|\$(?!\$)){1,4000}?\$\$")
_MATHS = re.compile(r"[\\^_=<>+*/|(){}\[\]-]|^\$\w+\$$")


def math_rule(state: StateInline, silent: bool) -> bool:
    """Take a formula in a line: `$…$` or `$$…$$`."""
    pos = state.pos
    if pos and state.src[pos - 1].isalnum():
        return False
    match = _DISPLAY.match(state.src, pos, state.posMax) or _INLINE.match(state.src, pos, state.posMax)
    if not match or not _MATHS.search(match[0]):
        return False
    if not silent:
        token = state.push("math_inline", "span", 0)
        token.content = match[0]
    state.pos = match.end()
    return True


def math_block_rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Take lines from one that begins with `$$` to one that ends with `$$`."""
    pos = state.bMarks[start] + state.tShift[start]
    if not state.src.startswith("$$", pos) or state.is_code_block(start):
        return False
    line = start
    while True:
        text = state.src[pos + 2 if line == start else state.bMarks[line] : state.eMarks[line]].rstrip()
        if text.endswith("$$"):
            break
        line += 1
        if "$$" in text or line >= end or state.isEmpty(line) or state.sCount[line] < state.blkIndent:
            return False
    if line == start and "$$" in text[:-2]:
        return False
    if silent:
        return True
    token = state.push("math_block", "div", 0)
    token.content = state.getLines(start, line + 1, state.blkIndent, False).strip()
    token.map = [start, line + 1]
    state.line = line + 1
    return True

"""What `.mdx` files hold beside Markdown: imports, exports and comments, which readers never see."""

from markdown_it.rules_block.state_block import StateBlock

from sitegen.base.patterns import regex
from sitegen.parse.manuscript import Manuscript
from sitegen.parse.syntax.jsx import EXPRESSION

_MODULE = regex(
    r"import\s*(?:['\"]|[\w*{][^;'\"]{0,2000}?\bfrom\s*['\"])"
    r"|export\s+(?:(?:default\s+)?(?:const|let|var|function|async|class)\s+\w+|default\s+[({\[]|[{*])"
)
"""Of JavaScript; prose may begin with the same words."""
COMPONENT = regex(r"</?[A-Z][\w.]*")
"""The beginning of a component's tag: no element of HTML is written so."""


def mdx_rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Leave out lines of a module up to the next empty one, a comment up to its end, and an expression that is told.

    MDX, "ESM" and "Expressions".
    """
    manuscript = state.env.get("manuscript")
    pos = state.bMarks[start] + state.tShift[start]
    if not (isinstance(manuscript, Manuscript) and manuscript.is_mdx) or state.is_code_block(start):
        return False
    last = start + 1
    if state.src.startswith("{/*", pos):
        while last < end and "*/}" not in _line(state, last - 1) and "{/*" not in _line(state, last):
            last += 1
        if not _line(state, last - 1).rstrip().endswith("*/}"):
            return False
    elif state.sCount[start] == state.blkIndent and _MODULE.match(state.src, pos):
        while last < end and not state.isEmpty(last):
            last += 1
    elif state.src[pos] == "{" and (expression := EXPRESSION.match(state.src, pos)):
        last = start + 1 + expression[0].count("\n")
        if last > end or state.src[expression.end() : state.eMarks[last - 1]].strip():
            return False
        if not silent and any(map(str.isalpha, expression[0])):
            shown = expression[0].split("\n")[0]
            message = f'"{shown}" is an expression, which only a program can read, and is left out'
            row = start + manuscript.first_line
            manuscript.report_text("parse/shortcode", message, row, shown, hint="write in Markdown what it shows")
    else:
        return False
    if not silent:
        state.line = last
    return True


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] : state.eMarks[line]]

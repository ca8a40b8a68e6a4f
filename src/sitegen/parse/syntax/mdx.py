"""What `.mdx` files hold beside Markdown: imports, exports and comments, which readers never see."""

import re

from markdown_it.rules_block.state_block import StateBlock

from sitegen.base.patterns import regex
from sitegen.parse.manuscript import Manuscript, manuscript_of
from sitegen.parse.syntax.jsx import EXPRESSION
from sitegen.parse.syntax.lines import line_text

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
    manuscript = manuscript_of(state.env)
    pos = state.bMarks[start] + state.tShift[start]
    if not manuscript or not manuscript.is_mdx or state.is_code_block(start):
        return False
    if state.src.startswith("{/*", pos):
        last = _comment_end(state, start, end)
    elif state.sCount[start] == state.blkIndent and _MODULE.match(state.src, pos):
        last = _module_end(state, start, end)
    else:
        expression = EXPRESSION.match(state.src, pos) if state.src[pos] == "{" else None
        last = _expression_end(state, start, end, expression) if expression else start
        if expression and last > start and not silent:
            _report(expression[0], start + manuscript.first_line, manuscript)
    if last > start and not silent:
        state.line = last
    return last > start


def _comment_end(state: StateBlock, start: int, end: int) -> int:
    """Return the line behind a comment; `start` where more follows it in its last line, or another begins."""
    last = start + 1
    while last < end and "*/}" not in line_text(state, last - 1) and "{/*" not in line_text(state, last):
        last += 1
    return last if line_text(state, last - 1).rstrip().endswith("*/}") else start


def _module_end(state: StateBlock, start: int, end: int) -> int:
    """Return the next empty line."""
    return next((line for line in range(start + 1, end) if state.isEmpty(line)), max(end, start + 1))


def _expression_end(state: StateBlock, start: int, end: int, expression: re.Match[str]) -> int:
    """Return the line behind an expression; `start` where more follows it in its last line."""
    last = start + 1 + expression[0].count("\n")
    return start if last > end or state.src[expression.end() : state.eMarks[last - 1]].strip() else last


def _report(expression: str, row: int, manuscript: Manuscript) -> None:
    """Report what is left out, if it says anything."""
    if any(map(str.isalpha, expression)):
        shown = expression.split("\n", maxsplit=1)[0]
        message = f'"{shown}" is an expression, which only a program can read, and is left out'
        manuscript.report_text("parse/shortcode", message, row, shown, hint="write in Markdown what it shows")

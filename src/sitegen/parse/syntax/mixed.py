"""A tag in a line of its own below which Markdown goes on without an empty line.

`<div markdown="1">` asks for it, `<aside>` is what Notion writes around a callout, `<details>` holds text as often as
tags, and `<hr>` and `<br>` hold nothing.
"""

import re
from collections.abc import Callable

from markdown_it.rules_block.state_block import StateBlock

from sitegen.base.patterns import regex

Rule = Callable[[StateBlock, int, int, bool], bool]

ATTRIBUTE = "markdown"
"""What Kramdown and Python-Markdown write in a tag to have the text in it read."""
_OPENING = regex(
    r"(<[A-Za-z][A-Za-z0-9-]*(?:[^<>\"']|\"[^\"]*\"|'[^']*')*?)"
    r"\s+markdown(?:\s*=\s*(?:\"(?:1|block)\"|'(?:1|block)'|1|block))?(?=[\s>])"
    r"((?:[^<>\"']|\"[^\"]*\"|'[^']*')*>)[ \t]*"
)
_BARE = regex(
    r"(?:<(?:aside|[hb]r\s*/?)>|<details(?:\s[^<>]*)?>|(?:<details(?:\s[^<>]*)?>\s*)?<summary(?:\s[^<>]*)?>.*</summary>)"
    r"[ \t]*",
    re.IGNORECASE,
)
_PRE = regex(r"<(/?)pre\b", re.IGNORECASE)
_CODE = 4
"""Columns of indentation that make code."""
_CLOSING = regex(r"</[A-Za-z][A-Za-z0-9-]*>[ \t]*")


def mixed_rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Take the line of such a tag alone, as HTML, so that what follows is read; and an end before it."""
    pos, most = state.bMarks[start] + state.tShift[start], state.eMarks[start]
    if state.src[pos : pos + 1] != "<" or state.is_code_block(start):
        return False
    if match := _OPENING.fullmatch(state.src, pos, most):
        html = f"{match[1]}{match[2]}"
    elif (
        _BARE.fullmatch(state.src, pos, most)
        and not (silent and state.src[pos + 1] in "bB")
        and _flush(state, start, end)
    ):
        html = state.src[pos:most]  # but `<br>` breaks a line within a paragraph
    elif _CLOSING.fullmatch(state.src, pos, most) and start + 1 < end and _opens(state, start + 1):
        html = state.src[pos:most]
    else:
        return False
    if silent:
        return True
    token = state.push("html_block", "", 0)
    token.content = f"{html}\n"
    token.map = [start, start + 1]
    state.line = start + 1
    return True


def whole_pre(rule: Rule) -> Rule:
    """Return the rule for raw HTML, which now takes a `<pre>` to its end: code has empty lines."""

    def check(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        if not rule(state, start, end, silent):
            return False
        token = state.tokens[-1] if state.tokens and not silent else None
        last = state.line
        while token and last < end and state.env.get("pre", last) >= last and _is_in_pre(token.content):
            begun = last
            last = next((line + 1 for line in range(last, end) if "</pre" in _line(state, line).lower()), end + 1)
            if last > end:
                state.env["pre"] = begun - 1  # none ends further down: else many take a time of their square
                return True
            while last < end and not state.isEmpty(last):
                last += 1
            token.content = state.getLines(start, last, state.blkIndent, True)
            token.map = [start, last]
            state.line = last
        return True

    return check


def _is_in_pre(html: str) -> bool:
    """Tell whether raw HTML ends within a `<pre>`."""
    marks = _PRE.findall(html)
    return bool(marks) and not marks[-1]


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] : state.eMarks[line]]


def _flush(state: StateBlock, line: int, end: int) -> bool:
    """Tell whether what follows is not indented, as HTML is and Markdown would take for code."""
    return line + 1 >= end or state.isEmpty(line + 1) or state.sCount[line + 1] - state.blkIndent < _CODE


def _opens(state: StateBlock, line: int) -> bool:
    return bool(_OPENING.fullmatch(state.src, state.bMarks[line] + state.tShift[line], state.eMarks[line]))

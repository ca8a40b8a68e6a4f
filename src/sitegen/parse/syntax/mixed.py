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
_WHOLE_TAG = r"<(?>(?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>[ \t]*\Z"
"""One tag up to the end of the line: else nothing further is looked for in it."""
_OPENING = regex(
    rf"(?={_WHOLE_TAG})(<[A-Za-z][A-Za-z0-9-]*+(?:[^<>\"']|\"[^\"]*\"|'[^']*')*?)"
    r"(?<!\s)\s+markdown(?:\s*=\s*(?:\"(?:1|block)\"|'(?:1|block)'|1|block))?(?=[\s>])"
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
        if not silent and (last := _behind_pre(state, start, end)) > state.line:
            state.line = last
            state.tokens[-1].content = state.getLines(start, last, state.blkIndent, True)
            state.tokens[-1].map = [start, last]
        return True

    return check


def _behind_pre(state: StateBlock, start: int, end: int) -> int:
    """Return the line behind a block of raw HTML, and behind each `<pre>` that it does not end."""
    first, last = start, state.line
    unended = state.env.setdefault("pre", {})
    while last < end and last < unended.get((state.src, end), end) and _ends_in_pre(_lines(state, first, last)):
        first = next((line for line in range(last, end) if "</pre" in _lines(state, line, line + 1).lower()), end)
        if first == end:
            unended[state.src, end] = last  # to be sought once, however many are never ended
            return last
        last = first + 1
        while last < end and not state.isEmpty(last):
            last += 1
    return last


def _ends_in_pre(html: str) -> bool:
    marks = _PRE.findall(html)
    return bool(marks) and not marks[-1]


def _lines(state: StateBlock, first: int, last: int) -> str:
    return state.src[state.bMarks[first] : state.eMarks[last - 1]]


def _flush(state: StateBlock, line: int, end: int) -> bool:
    """Tell whether what follows is not indented, as HTML is and Markdown would take for code."""
    return line + 1 >= end or state.isEmpty(line + 1) or state.sCount[line + 1] - state.blkIndent < _CODE


def _opens(state: StateBlock, line: int) -> bool:
    return bool(_OPENING.fullmatch(state.src, state.bMarks[line] + state.tShift[line], state.eMarks[line]))

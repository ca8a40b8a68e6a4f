"""A tag in a line of its own below which Markdown goes on without an empty line.

`<div markdown="1">` asks for it, `<figure markdown="span">` wants lines and no paragraphs, `<aside>` is what Notion
writes around a callout, `<details>` holds text as often as tags, and `<hr>` and `<br>` hold nothing.
"""

import re
from typing import Literal

from markdown_it.rules_block.state_block import StateBlock

from sitegen.base.patterns import regex
from sitegen.parse.syntax.lines import Rule, line_text

ATTRIBUTE = "markdown"
"""What Kramdown and Python-Markdown write in a tag to have the text in it read."""
_WHOLE_TAG = r"<(?>(?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>[ \t]*\Z"
"""One tag up to the end of the line: else nothing further is looked for in it."""
_OPENING = regex(
    rf"(?={_WHOLE_TAG})(<[A-Za-z][A-Za-z0-9-]*+(?:[^<>\"']|\"[^\"]*\"|'[^']*')*?)"
    r"(?<!\s)\s+markdown(?:\s*=\s*(?:\"(?:1|block)\"|'(?:1|block)'|1|block))?(?=[\s>])"
    r"((?:[^<>\"']|\"[^\"]*\"|'[^']*')*>)[ \t]*"
)
"""A tag that asks for it, in what stands before the attribute and behind."""
_SPAN = regex(
    rf"(?={_WHOLE_TAG})(<(?P<name>figure(?=\s)|[A-Za-z][A-Za-z0-9-]*+(?=[^<>]*\smarkdown\s*=\s*[\"']?span\b))"
    r"(?:[^<>\"']|\"[^\"]*\"|'[^']*')*?)"
    r"(?<!\s)\s+markdown(?:\s*=\s*[\"']?(?:1|block|(?P<span>span))[\"']?)?(?=[\s>])"
    r"(?P<rest>(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>)[ \t]*",
    re.IGNORECASE,
)
"""What holds lines and no paragraphs; a figure may be a picture and a caption."""
_PICTURE = ("![", "[![", "<img")
_BARE = regex(
    r"(?:<(?:aside|[hb]r\s*/?)>|<details(?:\s[^<>]*)?>|(?:<details(?:\s[^<>]*)?>\s*)?<summary(?:\s[^<>]*)?>.*</summary>)"
    r"[ \t]*",
    re.IGNORECASE,
)
"""A tag that need not ask."""
_WHOLE = regex(r"<!--(?:(-?>|.*?-->)|.*)|<(/?)(pre|script|style|textarea)\b", re.IGNORECASE | re.DOTALL)
"""What is taken with its empty lines."""
_CODE = 4
"""Columns of indentation that make code."""
_CLOSING = regex(r"</[A-Za-z][A-Za-z0-9-]*>[ \t]*")


def mixed_rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Take the line of such a tag alone, as HTML, so that what follows is read; and an end before it."""
    line = line_text(state, start)
    if line[:1] != "<" or state.is_code_block(start):
        return False
    if (match := _SPAN.fullmatch(line)) and (last := _ends_at(state, start, end, match)):
        if not silent:
            _in_lines(state, start, last, f"{match[1]}{match['rest']}")
        return True
    asking = _OPENING.fullmatch(line)
    if not (
        asking
        # `<br>` breaks a line within a paragraph.
        or (_BARE.fullmatch(line) and not (silent and line[1] in "bB") and _flush(state, start, end))
        or (_CLOSING.fullmatch(line) and start + 1 < end and _OPENING.fullmatch(line_text(state, start + 1)))
    ):
        return False
    if silent:
        return True
    token = state.push("html_block", "", 0)
    token.content = f"{asking[1]}{asking[2]}\n" if asking else f"{line}\n"
    token.map = [start, start + 1]
    state.line = start + 1
    return True


def _ends_at(state: StateBlock, start: int, end: int, tag: re.Match[str]) -> int:
    """Return the line that is such an element's end tag; 0 where it holds more than lines, or nothing."""
    name = tag["name"].lower()
    if not tag["span"] and not line_text(state, start + 1).lstrip().startswith(_PICTURE):
        return 0
    for line in range(start + 1, end):
        text = line_text(state, line).strip().lower()
        if text == f"</{name}>":
            return line if line > start + 1 else 0
        if not text or text.startswith(f"<{name}"):  # each is looked for up to the next, however many are never ended
            break
    return 0


def _in_lines(state: StateBlock, start: int, last: int, opening: str) -> None:
    """Take an element whose content is read as that of a paragraph, and stands in none."""

    def push(kind: str, nesting: Literal[-1, 0, 1], content: str, first: int, behind: int) -> None:
        token = state.push(kind, "p" if nesting else "", nesting)
        token.content, token.map, token.hidden = content, [first, behind], bool(nesting)
        token.children = [] if kind == "inline" else None

    push("html_block", 0, opening, start, start + 1)
    push("paragraph_open", 1, "", start + 1, last)
    push("inline", 0, state.getLines(start + 1, last, state.blkIndent, False).strip(), start + 1, last)
    push("paragraph_close", -1, "", start + 1, last)
    push("html_block", 0, state.getLines(last, last + 1, state.blkIndent, False).strip() + "\n", last, last + 1)
    state.line = last + 1


def whole_pre(rule: Rule) -> Rule:
    """Return the rule for raw HTML, which takes a `<pre>`, a script or a comment to its end: these have empty lines."""

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
    """Return the line behind a block of raw HTML, and behind each such element that it does not end."""
    first, last = start, state.line
    unended = state.env.setdefault("pre", {})
    while last < end and (closing := _left_open(state.src[state.bMarks[first] : state.eMarks[last - 1]])):
        if last >= unended.get((state.src, end, closing), end):
            break
        first = next((line for line in range(last, end) if closing in line_text(state, line).lower()), end)
        if first == end:
            unended[state.src, end, closing] = last  # to be sought once, however many are never ended
            return last
        last = first + 1
        while last < end and not state.isEmpty(last):
            last += 1
    return last


def _left_open(html: str) -> str:
    """Return what ends the last such element or comment of a fragment; an empty string where that has ended in it."""
    marks = _WHOLE.findall(html)
    if not marks:
        return ""
    whole_comment, ended, name = marks[-1]
    if not name:
        return "" if whole_comment else "-->"
    return "" if ended else f"</{name.lower()}"


def _flush(state: StateBlock, line: int, end: int) -> bool:
    """Tell whether what follows is not indented, as HTML is and Markdown would take for code."""
    return line + 1 >= end or state.isEmpty(line + 1) or state.sCount[line + 1] - state.blkIndent < _CODE

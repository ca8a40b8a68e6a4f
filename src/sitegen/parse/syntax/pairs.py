"""Shortcodes that only another generator knows: of `{{< wide >}}` … `{{< /wide >}}` stays what is between, and is told.

One over several lines is one paragraph, though its last line may begin as a quote does: `>}}`. What stands from
`{% highlight x %}` to `{% endhighlight %}` of Jekyll, or between the same of Hugo, becomes a block of code.
"""

import re

from markdown_it.rules_block.state_block import StateBlock

from sitegen.base.patterns import regex
from sitegen.parse.manuscript import manuscript_of
from sitegen.parse.syntax.lines import closing_line, line_text, push_paragraph

_LOOKS = (
    r"(?:(?<=table)\s+\"[^\"{}]*\"|(?:\s+(?:class|id|style|width|height|align|size|columns?)\s*=\s*"
    r"(?:\"[^\"{}]*\"|'[^'{}]*'|[^\s\"'{}<>]+))+)?"
)
"""What says no more than how something looks."""
_OPEN = regex(rf"\{{\{{[<%]\s*(?P<name>[a-z][\w-]*){_LOOKS}\s*[>%]\}}\}}(?=[ \t]*\Z)", re.IGNORECASE)
"""Without anything else given: that may say something to readers."""
_PICTURED = regex(
    r"\{\{[<%]\s*(?P<name>[a-z][\w-]*)\s(?:[^{}]*\s)?src\s*=\s*[\"']?[^\s\"'{}<>]+\.(?:png|jpe?g|gif|webp|avif|svg)[\"'\s]"
    r"[^{}]*[>%]\}\}(?=[ \t]*\Z)",
    re.IGNORECASE,
)
"""One that is given a picture, which stands above what it holds."""
_CLOSE = regex(r"\{\{[<%]\s*/\s*(?P<name>[a-z][\w-]*)\s*[>%]\}\}[ \t]*\Z", re.IGNORECASE)
_HIDING = ("comment",)

_ENDS = {"{{<": ">}}", "{{%": "%}}"}
_MOST_LINES = 20

_OPENINGS = ("{%", "{{")
_EDGE_OF_RAW = r"\{%-?\s*(?:end)?raw\s*-?%\}\s*"
_RAW = regex(_EDGE_OF_RAW)
_CODE = regex(rf"\{{(?:%-?|\{{[<%])\s*highlight\s+[\"']?([\w+#-]+)[^}}]*\}}\}}?\s*(?:{_EDGE_OF_RAW})?")
"""The line that opens such a block."""
_CODE_END = regex(rf"(?:{_EDGE_OF_RAW})?\{{(?:%-?|\{{[<%])\s*(?:end|/\s*)highlight[^}}]*\}}\}}?\s*")
"""The line that ends one."""


def pair_rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Take such a line and the one that closes it, and read what stands between as blocks of their own."""
    if state.is_code_block(start) or not (line := line_text(state, start)).startswith("{{"):
        return False
    opening = _OPEN.match(line)
    name = _named(_OPEN, line) or _named(_PICTURED, line)
    if not name or name in _HIDING:
        return False
    last = closing_line(
        state, start, end, "{{", lambda text: _named(_CLOSE, text) == name, lambda text: _named(_OPEN, text) == name
    )
    if last == start:
        return False
    if not silent:
        if opening:
            _report(state, start, opening[0])
        else:
            push_paragraph(state, line.strip(), start, start + 1)
        lines, state.lineMax = state.lineMax, last
        state.md.block.tokenize(state, start + 1, last)
        state.lineMax, state.line = lines, last + 1
    return True


def _named(form: re.Pattern[str], line: str) -> str:
    found = form.match(line)
    return found["name"].lower() if found else ""


def _report(state: StateBlock, row: int, shown: str) -> None:
    if manuscript := manuscript_of(state.env):
        message = f'"{shown}" is a shortcode of another generator, of which only the content stays'
        hint = "remove it and its end, or write in Markdown or HTML what it stands for"
        manuscript.report_text("parse/shortcode", message, row + manuscript.first_line, shown, hint=hint)


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

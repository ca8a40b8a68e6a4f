"""`!!! kind "Title"` above lines that are indented, as MkDocs writes callouts, becomes a container.

So does `=== "Title"`, which is a plain one, and a paragraph right below a kind of MkDocs: programs that tidy Markdown
take its indent.
"""

import re

from markdown_it.rules_block.state_block import StateBlock

from sitegen.base.patterns import regex
from sitegen.parse.syntax.containers import contain

# Other words than those of Material for MkDocs behind the kind are a sentence: "!!! Breaking news".
_OPEN = regex(
    r"(?:!!!|\?\?\?\+?)[ \t]+([^\W\d_][\w-]*)(?:[ \t]+(?:inline|end|annotate))*[ \t]*(?:\"([^\n]*)\")?[ \t]*$"
)
_TAB = regex(r"===[!+]?()[ \t]+\"([^\"\n]+)\"[ \t]*$")
"""One of several panels, of which MkDocs shows one at a time."""
_KINDS = frozenset((
    "note", "abstract", "info", "tip", "success", "question", "warning", "failure", "danger", "bug", "example", "quote",
))  # fmt: skip
_SIGNS = ("!!!", "???", "===")
_INDENT = 4


def admonition_rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Take a line `!!! kind` and the lines below that are indented; a call such as `!!! so what` has none."""
    pos = state.bMarks[start] + state.tShift[start]
    if state.src[pos : pos + 3] not in _SIGNS or state.is_code_block(start):
        return False
    opening = _OPEN.match(state.src, pos, state.eMarks[start]) or _TAB.match(state.src, pos, state.eMarks[start])
    inside = state.blkIndent + _INDENT
    below = state.skipEmptyLines(start + 1)
    if not opening or below >= end:
        return False
    if state.sCount[below] < inside:
        return _take_paragraph(state, start, end, opening, silent=silent)
    if silent:
        return True
    last = start + 1
    for line in range(start + 1, end):
        if not state.isEmpty(line):
            if state.sCount[line] < inside:
                break
            last = line + 1
    state.blkIndent = inside
    meta = {"title": opening[2] or "", "closed": True, "braced": not opening[1]}
    name = opening[1] or "tab"
    # In MkDocs "faq" is another word for "question".
    contain(state, start, last, "question" if name.lower() == "faq" and opening[2] else name, meta, first=start + 1)
    state.blkIndent = inside - _INDENT
    state.line = last
    return True


def _take_paragraph(state: StateBlock, start: int, end: int, opening: re.Match[str], *, silent: bool) -> bool:
    """Take the lines right below, up to an empty one, where the kind is one of MkDocs."""
    last = start + 1
    while last < end and not state.isEmpty(last) and state.sCount[last] >= state.blkIndent:
        last += 1
    if last == start + 1 or (opening[1] or "").lower() not in _KINDS:
        return False
    if not silent:
        meta = {"title": opening[2] or "", "closed": True, "braced": False}
        contain(state, start, last, opening[1], meta, first=start + 1)
        state.line = last
    return True

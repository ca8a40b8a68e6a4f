"""`::: kind Title` … `:::` becomes a container; containers nest without counting colons.

So does `::kind{title="…"}` … `::`, as Nuxt writes it, where nothing else stands in that line. It must be closed: alone,
`::before` is a word of style sheets. And so does `!!! kind "Title"` above lines that are indented, as MkDocs writes
callouts; `=== "Title"`, which is a plain one; and a paragraph right below a kind of MkDocs: programs that tidy Markdown
take its indent.
"""

import re

from markdown_it.rules_block.state_block import StateBlock

from sitegen.base.patterns import regex
from sitegen.parse.syntax.lines import line_text

_OPEN = regex(r":{3,}[ \t]*(?:\{[ \t]*(?:#[^\s{}]+[ \t]+)?\.)?([^\W\d_][\w-]*)[ \t]*\}?[ \t]*(.*)$")
_OPEN_NAMELESS = regex(r":{3,}[ \t]*()(\{(?![ \t]*(?:#[^\s{}]+[ \t]+)?\.)[^{}]*\})[ \t]*$")
"""With attributes alone, as Pandoc and Quarto lay out what is inside."""
_OPEN_BY_TWO = regex(r"::([a-z][a-z0-9-]*)((?:\{[^{}]*\})?)[ \t]*$")
_ATTRIBUTES = regex(r"\{?([^{}]*)\}$")
_TITLE = regex(r"""\b(?:title|summary)=(?:"([^"]*)"|'([^']*)')""")
_TITLE_IN_SETTINGS = regex(r"^title:[ \t]+(\S.*?)[ \t]*$", re.MULTILINE)
_KIND = regex(r"""\b(?:type|kind|variant|color)\s*=\s*["']?([\w-]+)""")
GENERIC = ("callout", "notice", "alert", "admonition")
"""Names that other generators have for callouts of any kind."""
_CLOSE = regex(r":{2,}[ \t]*$")
_CODE_FENCE = regex(r"(`{3,}|~{3,})(.*)$")

# Other words than those of Material for MkDocs behind the kind are a sentence: "!!! Breaking news".
_OPEN_INDENTED = regex(
    r"(?:!!!|\?\?\?\+?)[ \t]+([^\W\d_][\w-]*)(?:[ \t]+(?:inline|end|annotate))*[ \t]*(?:\"([^\n]*)\")?[ \t]*$"
)
_TAB = regex(r"===[!+]?()[ \t]+\"([^\"\n]+)\"[ \t]*$")
"""One of several panels, of which MkDocs shows one at a time."""
_KINDS = frozenset((
    "note", "abstract", "info", "tip", "success", "question", "warning", "failure", "danger", "bug", "example", "quote",
))  # fmt: skip
_SIGNS = ("!!!", "???", "===")
_INDENT = 4


def container_rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Take the lines from an opening `:::` to the `:::` that closes it, or to the end where none does."""
    pos = state.bMarks[start] + state.tShift[start]
    if not state.src.startswith("::", pos) or state.is_code_block(start):
        return False
    opening = _opening(state.src, pos, state.eMarks[start])
    if not opening:
        return False
    two = state.src[pos + 2] != ":"
    if silent and not two:
        return True
    last, closed = _find_end(state, start, end, two=two)
    if two and not closed:
        return False
    if silent:
        return True
    braced = not opening[1] or "{" in state.src[pos : opening.start(1)]
    first = _below_settings(state, start + 1, last) if two else start + 1
    title = _title(opening[2].strip()) or _title_in(state.getLines(start + 1, first, state.blkIndent, False))
    kind = opening[1] if opening[1] not in GENERIC else kind_in(opening[2]) or "note"
    contain(state, start, last, kind, {"title": title, "closed": closed, "braced": braced}, first=first)
    state.line = last + (1 if closed else 0)
    return True


def kind_in(attributes: str) -> str:
    """Return the kind that the attributes of a callout name."""
    found = _KIND.search(attributes)
    return found[1].lower() if found else ""


def contain(
    state: StateBlock, start: int, last: int, kind: str, meta: dict[str, object], *, first: int, indent: int = 0
) -> None:
    """Push a container that begins at `start`, with the lines from `first` to before `last`, `indent` columns in."""
    old_parent, old_most = state.parentType, state.lineMax
    state.blkIndent += indent
    state.parentType = "container"
    state.lineMax = last
    token = state.push("container_open", "div", 1)
    token.map = [start, last]
    token.info = kind
    token.meta = meta
    state.md.block.tokenize(state, first, last)
    state.push("container_close", "div", -1)
    state.parentType, state.lineMax = old_parent, old_most
    state.blkIndent -= indent


def _title(text: str) -> str:
    """Return the title behind the kind: as text, in brackets, or as an attribute."""
    attributes = _ATTRIBUTES.search(text) if text.endswith("}") else None
    title = (text[: attributes.start()] if attributes else text).strip().strip(":").strip()
    if not title and attributes and (match := _TITLE.search(attributes[1])):
        return match[1] or match[2] or ""
    return title[1:-1] if title.startswith("[") and title.endswith("]") else title


def _below_settings(state: StateBlock, line: int, last: int) -> int:
    """Return the line behind the settings that Nuxt writes between two `---`; `line` where there are none."""
    marks = (at for at in range(line, last) if line_text(state, at).rstrip() == "---")
    if next(marks, None) != line:
        return line
    return next(marks, line - 1) + 1


def _title_in(settings: str) -> str:
    match = _TITLE_IN_SETTINGS.search(settings)
    return match[1].strip("\"'") if match else ""


def _opening(text: str, pos: int, end: int) -> re.Match[str] | None:
    return _OPEN.match(text, pos, end) or _OPEN_NAMELESS.match(text, pos, end) or _OPEN_BY_TWO.match(text, pos, end)


def _find_end(state: StateBlock, start: int, end: int, *, two: bool) -> tuple[int, bool]:
    """Return the line that closes the container, or the one after its last, and which of the two it is.

    Two colons begin and end nothing in a container that does not begin with `two`.
    """
    # What has been found open at the end is not searched again: else many such lines take quadratic time.
    known: set[tuple[int, int, int]] = state.env.setdefault("unclosed", set())
    if two and (start, end, state.blkIndent) in known:
        return end, False
    opened, fence = [start], ""
    last = end
    for line in range(start + 1, end):
        text = line_text(state, line)
        if text and state.sCount[line] < state.blkIndent:
            last = line
            break
        if code := _CODE_FENCE.match(text):
            if not fence:
                fence = code[1]
            elif code[1].startswith(fence) and not code[2].strip():
                fence = ""
        elif not fence and text.startswith("::" if two else ":::") and state.sCount[line] - state.blkIndent < 4:
            if _CLOSE.match(text):
                opened.pop()
            elif _opening(text, 0, len(text)):
                opened.append(line)
            if not opened:
                return line, True
    if two:
        known.update((line, end, state.blkIndent) for line in opened)
    return last, False


def admonition_rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Take a line `!!! kind` and the lines below that are indented; a call such as `!!! so what` has none."""
    pos = state.bMarks[start] + state.tShift[start]
    if state.src[pos : pos + 3] not in _SIGNS or state.is_code_block(start):
        return False
    opening = _OPEN_INDENTED.match(state.src, pos, state.eMarks[start]) or _TAB.match(
        state.src, pos, state.eMarks[start]
    )
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

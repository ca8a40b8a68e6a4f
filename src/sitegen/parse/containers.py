"""`::: kind Title` … `:::` becomes a container, as does MkDocs' `!!! kind "Title"` above lines that are indented."""

from markdown_it.rules_block.state_block import StateBlock

from sitegen.base.patterns import regex

_OPEN = regex(r":{3,}[ \t]*(?:\{[ \t]*\.)?([^\W\d_][\w-]*)[ \t]*\}?[ \t]*(.*)$")
_ATTRIBUTES = regex(r"\{?([^{}]*)\}$")
_TITLE = regex(r"""\btitle=(?:"([^"]*)"|'([^']*)')""")
_CLOSE = regex(r":{3,}[ \t]*$")
_ADMONITION = regex(r"(?:!!!|\?\?\?\+?)[ \t]+([^\W\d_][\w-]*)(?:[ \t]+[\w-]+){0,4}[ \t]*(?:\"([^\"\n]*)\")?[ \t]*$")
_INDENT = 4
_CODE_FENCE = regex(r"(`{3,}|~{3,})(.*)$")


def container_rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Take the lines from an opening `:::` to the `:::` that closes it, or to the end where none does."""
    pos = state.bMarks[start] + state.tShift[start]
    if not state.src.startswith(":::", pos) or state.is_code_block(start):
        return False
    opening = _OPEN.match(state.src, pos, state.eMarks[start])
    if not opening:
        return False
    if silent:
        return True
    last, closed = _find_end(state, start, end)
    braced = "{" in state.src[pos : opening.start(1)]
    meta = {"title": _title(opening[2].strip()), "closed": closed, "braced": braced}
    _contain(state, start, last, opening[1], meta)
    state.line = last + (1 if closed else 0)
    return True


def admonition_rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Take a line `!!! kind` and the lines below that are indented; a call such as `!!! so what` has none."""
    pos = state.bMarks[start] + state.tShift[start]
    if state.src[pos : pos + 3] not in ("!!!", "???") or state.is_code_block(start):
        return False
    opening = _ADMONITION.match(state.src, pos, state.eMarks[start])
    inside = state.blkIndent + _INDENT
    if not opening or start + 1 >= end or state.isEmpty(start + 1) or state.sCount[start + 1] < inside:
        return False
    if silent:
        return True
    last = start + 1
    for line in range(start + 1, end):
        if not state.isEmpty(line):
            if state.sCount[line] < inside:
                break
            last = line + 1
    state.blkIndent = inside
    _contain(state, start, last, opening[1], {"title": opening[2] or "", "closed": True, "braced": False})
    state.blkIndent = inside - _INDENT
    state.line = last
    return True


def _contain(state: StateBlock, start: int, last: int, kind: str, meta: dict[str, object]) -> None:
    """Push a container with the lines below its first."""
    old_parent, old_most = state.parentType, state.lineMax
    state.parentType = "container"
    state.lineMax = last
    token = state.push("container_open", "div", 1)
    token.map = [start, last]
    token.info = kind
    token.meta = meta
    state.md.block.tokenize(state, start + 1, last)
    state.push("container_close", "div", -1)
    state.parentType, state.lineMax = old_parent, old_most


def _title(text: str) -> str:
    """Return the title behind the kind: as text, in brackets, or as an attribute."""
    attributes = _ATTRIBUTES.search(text) if text.endswith("}") else None
    title = (text[: attributes.start()] if attributes else text).strip().strip(":").strip()
    if not title and attributes and (match := _TITLE.search(attributes[1])):
        return match[1] or match[2] or ""
    return title[1:-1] if title.startswith("[") and title.endswith("]") else title


def _find_end(state: StateBlock, start: int, end: int) -> tuple[int, bool]:
    """Return the line that closes the container, or the one after its last, and which of the two it is."""
    depth, fence = 1, ""
    for line in range(start + 1, end):
        pos, most = state.bMarks[line] + state.tShift[line], state.eMarks[line]
        if pos < most and state.sCount[line] < state.blkIndent:
            return line, False
        text = state.src[pos:most]
        if code := _CODE_FENCE.match(text):
            if not fence:
                fence = code[1]
            elif code[1].startswith(fence) and not code[2].strip():
                fence = ""
        elif not fence and text.startswith(":::") and state.sCount[line] - state.blkIndent < 4:
            depth += -1 if _CLOSE.match(text) else 1 if _OPEN.match(text) else 0
            if not depth:
                return line, True
    return end, False

"""What `.mdx` files hold beside Markdown: imports, exports and comments, which readers never see."""

from markdown_it.rules_block.state_block import StateBlock

from sitegen.base.patterns import regex
from sitegen.parse.manuscript import Manuscript

_MODULE = regex(
    r"import\s*(?:['\"]|[\w*{][^;'\"]{0,2000}?\bfrom\s*['\"])"
    r"|export\s+(?:(?:default\s+)?(?:const|let|var|function|async|class)\s+\w+|default\s+[({\[]|[{*])"
)
"""Of JavaScript; prose may begin with the same words."""
COMPONENT = regex(r"</?[A-Z][\w.]*")
"""The beginning of a component's tag: no element of HTML is written so."""

_MOST_LINES = 60


def mdx_rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Leave out lines of a module up to the next empty one, and a comment up to its end (MDX, "ESM" and "Comments")."""
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
    else:
        return False
    if not silent:
        state.line = last
    return True


def component_rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read a component in lines of its own that holds nothing and has values in braces, of which HTML knows nothing."""
    manuscript = state.env.get("manuscript")
    pos = state.bMarks[start] + state.tShift[start]
    component = COMPONENT.match(state.src, pos)
    if not component or not (isinstance(manuscript, Manuscript) and manuscript.is_mdx) or state.is_code_block(start):
        return False
    behind = _behind_tag(state.src, component.end(), state.eMarks[min(start + _MOST_LINES, end) - 1])
    last = start + 1 + state.src.count("\n", pos, behind)
    if "{" not in state.src[pos:behind] or state.src[behind : state.eMarks[last - 1]].strip():
        return False
    if not silent:
        token = state.push("html_block", "", 0)
        token.map, token.content = [start, last], f"{component[0]} />\n"
        state.line = last
    return True


def _behind_tag(text: str, pos: int, end: int) -> int:
    """Return where a tag ends that holds nothing and has values in braces; nought where it does not end so."""
    depth, quote = 0, ""
    for at in range(pos, end):
        char = text[at]
        if quote:
            quote = "" if char == quote else quote
        elif char in "\"'`":
            quote = char
        elif char in "{}":
            depth += 1 if char == "{" else -1
        elif char == ">" and not depth:
            return at + 1 if text[at - 1] == "/" else 0
    return 0


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] : state.eMarks[line]]

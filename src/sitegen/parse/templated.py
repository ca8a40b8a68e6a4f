"""What Jekyll, Hugo and Eleventy would have filled in, where it is plain: addresses, and blocks of code."""

import re
from collections import Counter
from collections.abc import Iterator

from markdown_it.rules_block.state_block import StateBlock
from markdown_it.token import Token

from sitegen.base.patterns import regex
from sitegen.base.templated import MARK, filled_in

_TARGET = regex(rf"(\]\([ \t]*)((?:{MARK}|[^\s()<>{{}}]++)++)(?=[\s)])")
_TICKS = regex("`+")
_EDGE_OF_RAW = r"\{%-?\s*(?:end)?raw\s*-?%\}\s*"
_RAW = regex(_EDGE_OF_RAW)
_CODE = regex(rf"\{{(?:%-?|\{{[<%])\s*highlight\s+[\"']?([\w+#-]+)[^}}]*\}}\}}?\s*(?:{_EDGE_OF_RAW})?")
_CODE_END = regex(rf"(?:{_EDGE_OF_RAW})?\{{(?:%-?|\{{[<%])\s*(?:end|/\s*)highlight[^}}]*\}}\}}?\s*")


def fill_in(tokens: list[Token], text: str) -> None:
    """Fill in the targets of links in block tokens."""
    if "{{" not in text and "{%" not in text:
        return
    for token in tokens:
        if token.type == "inline" and "{" in token.content:
            token.content = "".join(_pieces(token.content))


def _pieces(text: str) -> Iterator[str]:
    """Yield the stretches of a text, those that are no code with the targets of their links filled in."""
    ticks = [match.span() for match in _TICKS.finditer(text)]
    later = Counter(end - start for start, end in ticks)
    done = skip = 0
    for start, end in ticks:
        later[end - start] -= 1
        if skip:
            if end - start == skip:
                yield text[done:end]
                done, skip = end, 0
        elif later[end - start]:
            yield _TARGET.sub(_filled, text[done:start])
            done, skip = start, end - start
    yield _TARGET.sub(_filled, text[done:])


def _filled(found: re.Match[str]) -> str:
    """Return the beginning of a link with its target, as long as before, so that all keeps its column."""
    filled = filled_in(found[2]) if "{" in found[2] else found[2]
    return found[0] if filled == found[2] else (found[1] + filled).ljust(len(found[0]))


def templated_rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Take a block of code as Jekyll and Hugo mark it, and leave out the marks around what no template reads."""
    pos, most = state.bMarks[start] + state.tShift[start], state.eMarks[start]
    if not state.src.startswith(("{%", "{{"), pos) or state.is_code_block(start):
        return False
    if _is_raw(state, start):
        if not silent:
            state.line = start + 1
        return True
    opening = _CODE.fullmatch(state.src, pos, most)
    last = _code_end(state, start, end) if opening else start
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


def _code_end(state: StateBlock, start: int, end: int) -> int:
    """Return the line that ends a block of code, or `start` where none does before another begins."""
    for line in range(start + 1, end):
        pos, most = state.bMarks[line] + state.tShift[line], state.eMarks[line]
        if state.src.startswith(("{%", "{{"), pos):
            if _CODE_END.fullmatch(state.src, pos, most):
                return line
            if _CODE.fullmatch(state.src, pos, most):
                break
    return start


def _is_raw(state: StateBlock, line: int) -> bool:
    """Tell whether a line is nothing but a mark before or behind what no template reads."""
    return bool(_RAW.fullmatch(state.src, state.bMarks[line] + state.tShift[line], state.eMarks[line]))

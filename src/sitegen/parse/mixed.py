"""`<div markdown="1">` in a line of its own opens an element whose content is Markdown, without an empty line."""

from markdown_it.rules_block.state_block import StateBlock

from sitegen.base.patterns import regex

ATTRIBUTE = "markdown"
"""What Kramdown and Python-Markdown write in a tag to have the text in it read."""
_OPENING = regex(
    r"(<[A-Za-z][A-Za-z0-9-]*(?:[^<>\"']|\"[^\"]*\"|'[^']*')*?)"
    r"\s+markdown(?:\s*=\s*(?:\"(?:1|block)\"|'(?:1|block)'|1|block))?(?=[\s>])"
    r"((?:[^<>\"']|\"[^\"]*\"|'[^']*')*>)[ \t]*"
)


def mixed_rule(state: StateBlock, start: int, _end: int, silent: bool) -> bool:
    """Take the line with the opening tag alone, as HTML, so that what follows is read."""
    pos = state.bMarks[start] + state.tShift[start]
    if state.src[pos : pos + 1] != "<" or state.is_code_block(start):
        return False
    match = _OPENING.fullmatch(state.src, pos, state.eMarks[start])
    if not match:
        return False
    if silent:
        return True
    token = state.push("html_block", "", 0)
    token.content = f"{match[1]}{match[2]}\n"
    token.map = [start, start + 1]
    state.line = start + 1
    return True

"""`{: .prompt-tip }` below a block, or `{: .note }` above one, as themes of Jekyll have callouts: they become such.

Chirpy has `prompt-*`, Minimal Mistakes `notice--*`, Just the Docs the names alone and `*-title`, where the first
paragraph is the title. A box of raw HTML with the class `notice` is one as well.
"""

import re

from markdown_it.token import Token

from sitegen.base.patterns import regex
from sitegen.base.text import has_any
from sitegen.parse.blocks import Block
from sitegen.parse.features.callouts import closed, opening
from sitegen.parse.manuscript import Manuscript
from sitegen.parse.tokens import BLOCK, keep_from, row_of

_KINDS = {
    "note": "note", "info": "note", "primary": "note", "highlight": "note", "new": "note", "": "note",
    "tip": "tip", "success": "tip", "important": "important", "warning": "warning",
    "caution": "caution", "danger": "caution",
}  # fmt: skip
_NAME = (
    r"(?:prompt-(?P<prompt>tip|info|warning|danger)|notice(?:--(?P<notice>primary|info|success|warning|danger))?"
    r"|(?P<name>note|tip|info|important|warning|caution|danger|highlight|new)(?P<title>-title)?)"
)
_LINE = regex(rf"\{{:\s*\.{_NAME}\s*\}}[ \t]*")
_BOX = regex(rf"<div\s+class=[\"'](?=notice){_NAME}[\"']>\s*")
_BOX_END = "</div>"
_SIGNS = ("{:", 'class="notice', "class='notice")


def with_classes(tokens: list[Token], manuscript: Manuscript) -> list[Token]:
    """Return the block tokens with what has such a class as a callout."""
    if not has_any(manuscript.text, _SIGNS):
        return tokens
    result: list[Token] = []
    index = 0
    while index < len(tokens):
        callout, index = _callout(Block(tokens, index), manuscript)
        result += callout
    return result


def _callout(block: Block, manuscript: Manuscript) -> tuple[list[Token], int]:
    """Return the callout that begins with a block, or else the block's first token, and the index behind that."""
    if block.kind == "paragraph_open" and not block.head.hidden:
        found = _above(block, manuscript) or _below(block, block.text, block.whole, manuscript)
    elif block.kind == "blockquote_open":
        last = Block(block.tokens, block.end - 1).above
        found = _below(block, last.text, block.inner, manuscript) if last.paragraph else None
    else:
        found = _box(block, manuscript) if block.kind == "html_block" else None
    return found or ([block.head], block.at + 1)


def _above(block: Block, manuscript: Manuscript) -> tuple[list[Token], int] | None:
    """Return the callout of what stands below such a line: the rest of its paragraph, or the block right behind it.

    Right behind another block, as a heading or code, the line is said of that.
    """
    text = block.text
    line, _, rest = text.content.partition("\n")
    match = _LINE.fullmatch(line)
    if not match:
        return None
    row, other = row_of(text), block.above
    if other.kind and other.head.map and other.head.map[1] == row:
        return None
    if rest:
        keep_from(text, row + 1, rest)
        return _wrapped(match, row, block.whole, manuscript), block.end
    below = block.below
    if below.kind not in ("paragraph_open", "blockquote_open") or row_of(below.head) != row + 1:
        return None
    inner = below.inner if below.kind == "blockquote_open" else below.whole
    return _wrapped(match, row, inner, manuscript), below.end


def _below(block: Block, text: Token, inner: list[Token], manuscript: Manuscript) -> tuple[list[Token], int] | None:
    """Return the callout of a block whose last line is one; Markdown takes it into the last paragraph.

    Below an item of a list, where it is not indented, the line is said of the list.
    """
    rest, _, line = text.content.rpartition("\n")
    match = _LINE.fullmatch(line) if rest else None
    last = text.map[1] - 1 if text.map else 0
    if not match or (block.head.level and manuscript.column_of(last, "{:") == 1):
        return None
    text.content = rest
    return _wrapped(match, row_of(block.head), inner, manuscript), block.end


def _box(block: Block, manuscript: Manuscript) -> tuple[list[Token], int] | None:
    """Return the callout that a box is whose tags stand alone around Markdown."""
    match = _BOX.fullmatch(block.head.content)
    tokens, level = block.tokens, block.head.level
    for at in range(block.at + 1, len(tokens)) if match else ():
        token = tokens[at]
        if token.level < level:
            break
        if token.type == "html_block" and token.level == level:
            if not match or token.content.strip() != _BOX_END:
                break
            return _wrapped(match, row_of(block.head), tokens[block.at + 1 : at], manuscript), at + 1
    return None


def _wrapped(match: re.Match[str], row: int, inner: list[Token], manuscript: Manuscript) -> list[Token]:
    kind = _KINDS[match["prompt"] or match["notice"] or match["name"] or ""]
    title, first = "", Block(inner)
    if first.kind == "heading_open" or (match["title"] and first.paragraph):
        title, inner = first.text.content, inner[BLOCK:]
    return [*opening(kind, title, row, manuscript), *inner, closed()]

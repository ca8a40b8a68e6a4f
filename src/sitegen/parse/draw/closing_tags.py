"""A tag in a paragraph may close what raw HTML opened above it: then the paragraph ends before the tag."""

from copy import copy
from itertools import chain

from markdown_it.token import Token

from sitegen.parse.tags import BLOCKS, LISTS, OPTIONAL_END, TABLE_PARTS, TAG
from sitegen.parse.tokens import BLOCK, BREAKS, Change, changed, html_parts, row_of

_CLOSED = (BLOCKS - {"p"}) | TABLE_PARTS | {"center"}
"""Elements that hold paragraphs, or whatever holds those."""
_HOLDERS = LISTS | {"table", "dl"}


def paragraphs_closed(tokens: list[Token]) -> list[Token]:
    """Return block tokens with such tags as raw HTML between paragraphs.

    `<blockquote>One.`, an empty line and `Two.</blockquote>` is what export from other programs looks like.
    """
    if not any("</" in token.content for token in tokens if token.type == "inline"):
        return tokens
    closed: list[Change] = []
    # By the elements of the Markdown around: what raw HTML has opened there.
    opened: list[list[str]] = [[]]
    for index, token in enumerate(tokens):
        if token.nesting < 0:
            opened.pop()
        elif token.nesting > 0:
            opened.append([])
        elif token.type == "html_block":
            _follow(token.content, opened[-1])
        if token.type == "paragraph_open" and not token.hidden and "</" in tokens[index + 1].content:
            parts = _parted(tokens[index : index + BLOCK], opened[-2])
            if len(parts) > 1:
                closed.append((index, index + BLOCK, list(chain.from_iterable(parts))))
    return changed(tokens, closed)


def _follow(html: str, opened: list[str]) -> None:
    """Add what a stretch of raw HTML opens, and take out what it closes; one item or cell ends another."""
    for tag in TAG.finditer(html):
        name = (tag["name"] or "").lower()
        if name not in _CLOSED:
            continue
        if (tag["close"] or (name in OPTIONAL_END and _is_beside(name, opened))) and name in opened:
            _close(name, opened)
        if not tag["close"]:
            opened.append(name)


def _is_beside(name: str, opened: list[str]) -> bool:
    """Tell whether such an element is open that no list or table inside it holds this one."""
    for around in reversed(opened):
        if around == name or around in _HOLDERS:
            return around == name
    return False


def _close(name: str, opened: list[str]) -> None:
    while opened.pop() != name:
        pass


def _parted(tokens: list[Token], opened: list[str]) -> list[list[Token]]:
    """Return a paragraph as paragraphs with closing tags between them; `opened` is what stands open around it."""
    line = tokens[1]
    parts: list[list[Token]] = []
    depth = begin = at = 0
    own: list[str] = []
    children = line.children or []
    for index, child in enumerate(children):
        depth += child.nesting
        if child.type != "html_inline":
            continue
        tag = TAG.match(child.content)
        name = (tag["name"] or "").lower() if tag else ""
        if depth or not tag or not tag["close"] or name in own or name not in opened:
            _follow(child.content, own)
            continue
        _close(name, opened)
        place = line.content.find(child.content, at)
        parts += [_paragraph(tokens, children[begin:index], at, place), html_parts(line, (place, place + len(tag[0])))]
        begin, at = index + 1, place + len(tag[0])
    return [part for part in (*parts, _paragraph(tokens, children[begin:], at, len(line.content))) if part]


def _paragraph(tokens: list[Token], children: list[Token], start: int, end: int) -> list[Token]:
    """Return the paragraph with some of its children; none where nothing shows."""
    opening, line, closing = map(copy, tokens)
    if not line.content[start:end].strip():
        return []
    first = row_of(line, start)
    line.map = [first, first + 1 + line.content.count("\n", start, end)]
    line.content, line.children = line.content[start:end], _trimmed(children)
    return [opening, line, closing]


def _trimmed(children: list[Token]) -> list[Token]:
    """Return inline tokens without the ends of lines before and behind them, and without a space before."""
    start, end = 0, len(children)
    while start < end and children[start].type in BREAKS:
        start += 1
    while end > start and children[end - 1].type in BREAKS:
        end -= 1
    if start < end and children[start].type == "text":
        children[start].content = children[start].content.lstrip()
    return children[start:end]

"""Lines of raw HTML that list links are read as those of Markdown are, and so are a title and a byline at the top."""

import re
from bisect import bisect
from collections.abc import Callable, Iterator
from html import unescape

from markdown_it.token import Token

from sitegen.base.html import visible_text
from sitegen.base.patterns import regex
from sitegen.parse.features.signing import is_byline
from sitegen.parse.manuscript import Manuscript
from sitegen.parse.tags import element
from sitegen.parse.tokens import (
    BLOCK,
    RAW,
    html_parts,
    in_bold,
    inline,
    link_to,
    paragraph,
    place_in,
    row_of,
    words,
)

_TAG = regex(
    r"<(?!/?(?:ul|ol|li|p|div|nav|section|figure|article|table|tbody|tr|td|h[3-6]|span|a|b|strong|em|i|br|img)\b|!--[^<>]*-->)[^<>]*>",
    re.IGNORECASE,
)
"""What a list of links has none of; WordPress writes a comment around each item."""
_ANY = regex(r"<[^<>]*>")
_EDGE = regex(
    r"</?(?:ul|ol|li|p|div|nav|section|figure|article|table|tbody|tr|td|h[3-6])\b[^<>]*>|<br\s*/?>", re.IGNORECASE
)
"""What parts one line from the next."""
_LINK = regex(
    r"""<a\s(?:[^<>]*?\s)?href\s*=\s*(?P<mark>["'])(?P<href>[^"'<>]*)(?P=mark)[^<>]*>(?P<label>(?:(?!</?a\b).)*)</a\s*>""",
    re.IGNORECASE | re.DOTALL,
)
"""A link, from tag to tag."""
_SPACES = regex(r"\s+")
_MARK = r"(?:</?(?:b|strong|i|em|u|span)\b[^<>]*>\s*)*"
_TITLE = regex(
    rf"<p\b[^<>]*>\s*{_MARK}(?P<title>[^<>\n]{{1,80}}){_MARK}</p\s*>\s*(?=(?P<list>{element('ul', 'ol')})|\Z)",
    re.IGNORECASE,
)
"""A line above a list."""

_PIECE = regex(
    r"\s*<(?P<name>h1|p|div|center)\b[^<>]*>"
    r"(?P<inner>[^<]*(?:<(?!/?(?:p|div|center|h[1-6]|[duo]l|li|table|blockquote|section|article|header|pre|figure|img)\b)[^<]*)*)"
    r"</(?P=name)\s*>\s*",
    re.IGNORECASE,
)
"""An element at the top that holds no block."""
_BREAK = regex(r"<br\s*/?>\s*", re.IGNORECASE)
_BOLD = regex(r"\s*<(b|strong)\b[^<>]*>[^<]*(?:<(?!/?(?:b|strong)\b)[^<]*)*</\1\s*>\s*", re.IGNORECASE)
_FIRST = 2 * BLOCK + 1
"""Tokens among which such HTML is looked for: it may stand below a title and a subtitle."""
_MOST = 4
"""Elements that it begins with: a title, a subtitle, a byline and a day."""


def with_links(tokens: list[Token], manuscript: Manuscript) -> list[Token]:
    """Return blocks with raw HTML that is no more than lines with links as a paragraph for each of them."""
    read: list[Token] = []
    for token in tokens:
        listed = token.type == "html_block" and not _TAG.search(token.content)
        links = [_says(link["label"]) for link in _LINK.finditer(token.content)] if listed else []
        named = bool(links) and all(links)
        read += [each for line in _lines_of(token, manuscript) for each in paragraph(line)] if named else [token]
    return read


def titles_apart(tokens: list[Token], is_title: Callable[[str], bool]) -> list[Token]:
    """Return the tokens with lines of raw HTML above a list as paragraphs, and the lists as blocks of their own.

    They are `dressed` as HTML again.
    """
    result: list[Token] = []
    for at, token in enumerate(tokens):
        done = 0
        titled = token.type == "html_block" and not token.level and "<p" in token.content
        for found in _TITLE.finditer(token.content) if titled else ():
            title = unescape(found["title"]).strip()
            below = found["list"] or "".join(
                each.content for each in tokens[at + 1 : at + 2] if each.type == token.type
            )
            if below.startswith(("<ul", "<ol")) and is_title(title):
                text = inline(title, row_of(token, found.start()), [words(title)])
                result += [*html_parts(token, (done, found.start())), *paragraph(text)]
                result[-BLOCK].meta = {RAW: found[0]}
                done = found.end()
                if found["list"]:
                    result += html_parts(token, found.span("list"))
                    done = found.end("list")
        result += html_parts(token, (done, len(token.content))) if done else [token]
    return result


def _lines_of(html: Token, manuscript: Manuscript) -> Iterator[Token]:
    start = 0
    for end, behind in _edges(html.content):
        if children := _children(html, start, end, manuscript):
            text = "".join(child.content for child in children)
            yield Token(
                "inline", "", 0, content=text, map=place_in(html, start), children=children, level=1, block=True
            )
        start = behind


def _edges(html: str) -> list[tuple[int, int]]:
    """Return where lines end and the next begin; a link around blocks is a card, and one line."""
    edges = [edge.span() for edge in _EDGE.finditer(html)]
    starts = [start for start, _ in edges]
    done = 0
    lines: list[tuple[int, int]] = []
    for link in _LINK.finditer(html):
        first, behind = bisect(starts, link.start()), bisect(starts, link.end())
        lines += edges[done:first]
        lines += [(link.end(), link.end())] if behind > first else []
        done = behind
    return [*lines, *edges[done:], (len(html), len(html))]


def _children(html: Token, start: int, end: int, manuscript: Manuscript) -> list[Token]:
    """Return the inline tokens of a line; none where it says nothing."""
    children: list[Token] = []
    for found in _LINK.finditer(html.content, start, end):
        row = row_of(html, found.start())
        place = {"line": row + 1, "column": manuscript.column_of(row, found["href"])}
        label = _shown(next(filter(_says, _EDGE.split(found["label"])), ""))
        children += _shown(html.content[start : found.start()])
        children += link_to(unescape(found["href"]).strip(), label, place)
        start = found.end()
    children += _shown(html.content[start:end])
    return children if any(child.content.strip() for child in children) else []


def _says(html: str) -> bool:
    return bool(_ANY.sub("", html).strip())


def _shown(html: str) -> list[Token]:
    """Return what raw HTML shows as plain text; nothing where that is nothing."""
    text = _SPACES.sub(" ", unescape(_ANY.sub("", html)))
    return [words(text)] if text else []


def bared(tokens: list[Token]) -> list[Token]:
    """Return the tokens with a heading and paragraphs of raw HTML at the top as those of Markdown.

    That is done where one is a title or a byline. What is none of these `dressed` makes HTML again.
    """
    top = tokens[:_FIRST]
    if not [token for token in top if token.type == "html_block"]:
        return tokens
    bare: list[Token] = []
    for token in top:
        pieces = _pieces(token.content) if token.type == "html_block" and not token.level else []
        if any(_is_title(piece) or is_byline(_said_in(piece)) for piece in pieces):
            bare += [each for piece in pieces for each in _tokens(piece, token)]
            bare += html_parts(token, (pieces[-1].end(), len(token.content)))
        else:
            bare.append(token)
    return [*bare, *tokens[_FIRST:]] if len(bare) > len(top) else tokens


def _pieces(html: str) -> list[re.Match[str]]:
    """Return the elements that HTML begins with."""
    pieces: list[re.Match[str]] = []
    while len(pieces) < _MOST and (piece := _PIECE.match(html, pieces[-1].end() if pieces else 0)):
        pieces.append(piece)
    return pieces


def _is_title(piece: re.Match[str]) -> bool:
    return piece["name"].lower() == "h1"


def _said_in(piece: re.Match[str]) -> str:
    return "\n".join(map(visible_text, _BREAK.split(piece["inner"])))


def _tokens(piece: re.Match[str], html: Token) -> list[Token]:
    """Return an element as a block of Markdown, which knows what it was."""
    tag, name = ("h1", "heading") if _is_title(piece) else ("p", "paragraph")
    text = words(_said_in(piece))
    bold = _BOLD.fullmatch(piece["inner"])
    children = in_bold([text]) if bold else [text]
    place = place_in(html, piece.start())
    return [
        Token(f"{name}_open", tag, 1, map=place, block=True, meta={RAW: piece[0]}),
        Token("inline", "", 0, content=text.content, map=place, level=1, children=children, block=True),
        Token(f"{name}_close", tag, -1, block=True),
    ]

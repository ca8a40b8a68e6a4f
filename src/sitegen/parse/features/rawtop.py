"""A title and a byline in raw HTML at the top of a text are read as those of Markdown are."""

import re

from markdown_it.token import Token

from sitegen.base.html import visible_text
from sitegen.base.patterns import regex
from sitegen.parse.features.signing import is_byline
from sitegen.parse.tokens import BLOCK, RAW, html_part, in_bold, place_in, words

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
        if any(_is_title(piece) or is_byline(_shown(piece)) for piece in pieces):
            bare += [each for piece in pieces for each in _tokens(piece, token)]
            bare += html_part(token, pieces[-1].end(), len(token.content))
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


def _shown(piece: re.Match[str]) -> str:
    return "\n".join(map(visible_text, _BREAK.split(piece["inner"])))


def _tokens(piece: re.Match[str], html: Token) -> list[Token]:
    """Return an element as a block of Markdown, which knows what it was."""
    tag, name = ("h1", "heading") if _is_title(piece) else ("p", "paragraph")
    text = words(_shown(piece))
    bold = _BOLD.fullmatch(piece["inner"])
    children = in_bold([text]) if bold else [text]
    place = place_in(html, piece.start())
    return [
        Token(f"{name}_open", tag, 1, map=place, block=True, meta={RAW: piece[0]}),
        Token("inline", "", 0, content=text.content, map=place, level=1, children=children, block=True),
        Token(f"{name}_close", tag, -1, block=True),
    ]

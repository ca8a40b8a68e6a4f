"""Pictures as WordPress writes them, from `[caption …]` to `[/caption]`, become figures."""

import re
from html import unescape

from markdown_it.token import Token

from sitegen.base.patterns import regex
from sitegen.parse.tokens import BLOCK, paragraph, place_in

_SIGN = "[caption "
# At the beginning of a line or behind another: elsewhere somebody writes about them.
_CAPTION = regex(
    r"(?:^|(?<=\[/caption\]))[ \t]*\[caption\s([^\[\]\n]*)\]([^\[]*(?:\[(?!/?caption\b)[^\[]*)*)\[/caption\]",
    re.MULTILINE,
)
_PICTURE = regex(
    r"\[!\[[^\[\]]*\]\([^()\n]*\)\]\([^()\n]*\)|!\[[^\[\]]*\]\([^()\n]*\)"
    r"|<a\b[^<>]*>\s*<img\b[^<>]*>\s*</a>|<img\b[^<>]*>",
    re.IGNORECASE,
)
_TEXT = regex(r"""\bcaption=(?:"([^"]*)"|'([^']*)')""")
"""The caption as an attribute, as WordPress wrote it until 2012."""


def captions(tokens: list[Token], text: str) -> list[Token]:
    """Return the block tokens with such pictures as figures, and what stands beside them in paragraphs of its own."""
    if _SIGN not in text:
        return tokens
    result: list[Token] = []
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if token.type == "paragraph_open" and not token.hidden and _SIGN in tokens[index + 1].content:
            result += _parts(tokens[index + 1]) or tokens[index : index + BLOCK]
            index += BLOCK
        else:
            result.append(token)
            index += 1
    return result


def _parts(line: Token) -> list[Token]:
    """Return what a paragraph with figures becomes; nothing where it has none."""
    parts: list[Token] = []
    done = 0
    for match in _CAPTION.finditer(line.content):
        if figure := _figure(line, match):
            parts += [*_text(line, done, match.start()), *figure]
            done = match.end()
    return [*parts, *_text(line, done, len(line.content))] if done else []


def _text(line: Token, start: int, end: int) -> list[Token]:
    return paragraph(_inline(line, start, line.content[start:end])) if line.content[start:end].strip() else []


def _figure(line: Token, match: re.Match[str]) -> list[Token]:
    """Return a figure; nothing where it does not begin with a picture."""
    start, end = match.span(2)
    start += len(match[2]) - len(match[2].lstrip())
    picture = _PICTURE.match(line.content, start, end)
    if picture is None:
        return []
    told = _TEXT.search(match[1])
    below = line.content[picture.end() : end].strip() or unescape((told[1] or told[2]) if told else "")
    caption = [
        Token("figcaption_open", "figcaption", 1, block=True),
        _inline(line, picture.end(), below),
        Token("figcaption_close", "figcaption", -1, block=True),
    ]
    return [
        Token("figure_open", "figure", 1, block=True),
        _inline(line, start, picture[0]),
        *(caption if below else ()),
        Token("figure_close", "figure", -1, block=True),
    ]


def _inline(line: Token, at: int, content: str) -> Token:
    return Token("inline", "", 0, content=content.strip(), map=place_in(line, at), children=[], block=True)

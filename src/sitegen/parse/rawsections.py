"""A section that is raw HTML from its heading on, as an FAQ may be, becomes one of Markdown: its headings are read."""

import re

from markdown_it.token import Token

from sitegen.base.html import visible_text
from sitegen.base.patterns import regex
from sitegen.parse.tags import HEADING
from sitegen.parse.tokens import RAW, html_paragraphs, inline, place_in, words

_ID = regex(r"""\bid\s*=\s*["']([^"']*)["']""", re.IGNORECASE)
_BOX = regex(r"<(?P<close>/?)(?:div|section|article|aside|blockquote|details|table|[duo]l)\b", re.IGNORECASE)
"""Where an element begins or ends that holds others."""


def with_raw_headings(tokens: list[Token], begins: re.Pattern[str]) -> list[Token]:
    """Return the tokens with the headings of raw HTML as such, from one whose title `begins` a section to its end.

    Tokens are left just as they are where the section begins in another element or ends within one.
    """
    raw = [token.content for token in tokens if token.type == "html_block"]
    if "<h" not in "".join(raw).lower():
        return tokens
    result: list[Token] = []
    within = depth = 0
    for token in tokens:
        if token.type != "html_block" or token.level:
            result.append(token)
            continue
        html, pos, seen = token.content, 0, 0
        for match in HEADING.finditer(html):
            begun = bool(begins.fullmatch(visible_text(match["title"])))
            if not within and not begun:
                continue
            depth += _opened(html[seen : match.start()])
            seen = match.end()
            if depth and not within:
                return tokens
            if depth:
                continue
            result += [*html_paragraphs(token, pos, match.start()), *_heading(match, token)]
            pos = match.end()
            level = int(match["level"])
            within = level if begun else 0 if level <= within else within
        depth += _opened(html[seen:])
        result += html_paragraphs(token, pos, len(html)) if pos or within else [token]
    return tokens if within and depth else result


def _opened(html: str) -> int:
    """Return how many elements that hold others are opened and not closed."""
    return sum(-1 if match["close"] else 1 for match in _BOX.finditer(html))


def _heading(match: re.Match[str], token: Token) -> list[Token]:
    place, tag = place_in(token, match.start()), f"h{match['level']}"
    begin = Token("heading_open", tag, 1, map=place, markup="#", block=True, meta={RAW: f"{match[0]}\n"})
    if found := _ID.search(match["attributes"]):
        begin.attrs = {"id": found[1]}
    title = visible_text(match["title"])
    text = inline(title, place[0], [words(title)])
    return [begin, text, Token("heading_close", tag, -1, block=True)]

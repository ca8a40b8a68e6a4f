"""Questions in raw HTML, summed up by `<details>` or as titles, become bold with their answers below."""

import re
from html import unescape

from markdown_it.token import Token

from sitegen.base.html import visible_text
from sitegen.base.patterns import regex
from sitegen.parse.asking import is_question
from sitegen.parse.tokens import html_part, paragraph, place_in

_TAG = regex(r"<details\b[^>]*>|</details\s*>|<summary\b[^>]*>(?P<summary>.*?)</summary\s*>", re.IGNORECASE | re.DOTALL)
_TITLE = regex(r"<(?P<name>h[2-6]|dt)\b[^>]*>(?P<title>.*?)</(?P=name)\s*>|</?d[ld]\b[^>]*>", re.IGNORECASE | re.DOTALL)
"""A heading or a term, or what stands around terms."""
_BOXES = ("<div", "<section", "<article")


def undisclosed(tokens: list[Token]) -> list[Token]:
    """Return the tokens without the raw HTML around questions; just as they are where something in it asks nothing."""
    html = "".join(token.content.lower() for token in tokens if token.type == "html_block")
    if "<summary" in html:
        return _disclosed(tokens)
    titled = ("<h" in html or "<dt" in html) and not any(map(html.__contains__, _BOXES))
    return _titled(tokens) if titled else tokens


def _titled(tokens: list[Token]) -> list[Token]:
    """Return the tokens with the titles of raw HTML in bold."""
    result: list[Token] = []
    for token in tokens:
        if token.type != "html_block" or token.level:
            result.append(token)
            continue
        pos = 0
        for match in _TITLE.finditer(token.content):
            result += _between(token, pos, match.start())
            pos = match.end()
            question = visible_text(match["title"] or "")
            if match["name"] and not is_question(question):
                return tokens
            result += _bold(question, token, match.start()) if question else []
        result += _between(token, pos, len(token.content))
    return result


def _disclosed(tokens: list[Token]) -> list[Token]:
    result: list[Token] = []
    within = asked = False
    for token in tokens:
        if token.type != "html_block" or token.level:
            result.append(token)
            continue
        pos = 0
        for match in _TAG.finditer(token.content):
            result += _between(token, pos, match.start())
            pos = match.end()
            if match["summary"] is None:
                if within == match[0].lower().startswith("<details"):  # one in another
                    return tokens
                within, asked = not within, False
                continue
            question = visible_text(match["summary"])
            if not within or asked or not is_question(question):
                return tokens
            asked = True
            result += _bold(question, token, match.start())
        result += _between(token, pos, len(token.content))
    return tokens if within else result


def _between(token: Token, start: int, end: int) -> list[Token]:
    """Return what stands between two tags: a paragraph where it is only text."""
    html = token.content[start:end].strip()
    if "<" in html or not html:
        return html_part(token, start, end)
    return _line(unescape(html), token, start, ())


def _bold(question: str, token: Token, start: int) -> list[Token]:
    return _line(question, token, start, (Token("strong_open", "strong", 1), Token("strong_close", "strong", -1)))


def _line(text: str, token: Token, start: int, around: tuple[Token, ...]) -> list[Token]:
    children = [*around[:1], Token("text", "", 0, content=text), *around[1:]]
    return paragraph(Token("inline", "", 0, content=text, map=place_in(token, start), children=children, block=True))

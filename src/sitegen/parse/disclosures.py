"""`<details>` that sum up a question become the question in bold with its answer below."""

import re
from html import unescape

from markdown_it.token import Token

from sitegen.base.patterns import regex
from sitegen.parse.asking import is_question
from sitegen.parse.tokens import paragraph

_TAG = regex(r"<details\b[^>]*>|</details\s*>|<summary\b[^>]*>(?P<summary>.*?)</summary\s*>", re.IGNORECASE | re.DOTALL)
_ANY_TAG = regex(r"<[^<>]*>")


def undisclosed(tokens: list[Token]) -> list[Token]:
    """Return the tokens without the raw HTML of `<details>`; just as they are where one of these asks nothing."""
    if not any(token.type == "html_block" and "<summary" in token.content.lower() for token in tokens):
        return tokens
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
            question = " ".join(unescape(_ANY_TAG.sub("", match["summary"])).split())
            if not within or asked or not is_question(question):
                return tokens
            asked = True
            result += _bold(question, token, match.start())
        result += _between(token, pos, len(token.content))
    return tokens if within else result


def _between(token: Token, start: int, end: int) -> list[Token]:
    """Return what stands between two tags: a paragraph where it is only text."""
    html = token.content[start:end].strip()
    if not html:
        return []
    if "<" in html:
        return [Token("html_block", "", 0, content=html + "\n", map=_place(token, start), block=True)]
    return _line(unescape(html), token, start, ())


def _bold(question: str, token: Token, start: int) -> list[Token]:
    return _line(question, token, start, (Token("strong_open", "strong", 1), Token("strong_close", "strong", -1)))


def _line(text: str, token: Token, start: int, around: tuple[Token, ...]) -> list[Token]:
    children = [*around[:1], Token("text", "", 0, content=text), *around[1:]]
    return paragraph(Token("inline", "", 0, content=text, map=_place(token, start), children=children, block=True))


def _place(token: Token, start: int) -> list[int]:
    line = (token.map[0] if token.map else 0) + token.content.count("\n", 0, start)
    return [line, line + 1]

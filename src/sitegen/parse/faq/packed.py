"""Questions that lie in other elements come out of these, and what follows such an element is no answer."""

import re
from copy import copy
from html import unescape

from markdown_it.token import Token

from sitegen.base.patterns import regex
from sitegen.base.text import blank
from sitegen.parse.tags import element
from sitegen.parse.tokens import html_paragraphs, in_bold, inline, only_comments, paragraph, row_of, words

_SWITCH = regex(rf"<button\b[^<>]*>\s*(?:{element('svg', 'i', 'span')}\s*)?</button\s*>", re.IGNORECASE)
"""What opened an answer by a script: a button without words."""


class Packed:
    """Tokens without what questions lay in; made from the first to the last."""

    def __init__(self) -> None:
        self.tokens: list[Token] = []
        self._end = 0
        """Behind the last element that held questions."""
        self._apart = False
        """Whether something stands between two of these."""

    def open(self) -> None:
        """Begin what lay in an element."""
        self._apart = self._apart or 0 < self._end < len(self.tokens)

    def close(self) -> None:
        """End what lay in it."""
        self._end = len(self.tokens)

    def unsure(self) -> None:
        """Say that a question lies in no element, so that only words can tell where its answer ends."""
        self._apart = True

    @property
    def end(self) -> int:
        """Where the last answer ends for sure; the end of the tokens where nothing is sure."""
        return self._end if self._end and not self._apart else len(self.tokens)


def between(token: Token, start: int, end: int) -> list[Token]:
    """Return what stands between two tags: a paragraph where it is only text, nothing where it is comments."""
    if "<button" in token.content[start:end].lower():
        token = copy(token)
        token.content = _SWITCH.sub(lambda switch: blank(switch[0]), token.content)
    html = token.content[start:end].strip()
    if only_comments(html):
        return []
    if "<" in html or not html:
        return html_paragraphs(token, start, end)
    text = unescape(html)
    return paragraph(inline(text, row_of(token, start), [words(text)]))


def bold(question: str, token: Token, start: int) -> list[Token]:
    """Return a paragraph in bold, for a title that stands at an offset of a token's content."""
    return paragraph(inline(question, row_of(token, start), in_bold([words(question)])))

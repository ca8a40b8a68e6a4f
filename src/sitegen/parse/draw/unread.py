"""Markdown right below a tag is not read, since HTML goes on to the next empty line: it is told of."""

import re

from markdown_it.token import Token

from sitegen.base.patterns import regex
from sitegen.base.text import blank
from sitegen.parse.manuscript import Manuscript
from sitegen.parse.syntax.mixed import ATTRIBUTE
from sitegen.parse.tags import COMMENT, element
from sitegen.parse.tokens import row_of

_SURELY = regex(r"(?<!\*)\*\*[^\s*](?:[^*\n]*[^\s*])?\*\*|(?<!!)\[[^\[\]\n]+\]\((?:https?://|mailto:|[./#])[^()\s]*\)")
"""What nobody writes into HTML for its own sake: text in bold, and links."""
AS_WRITTEN = regex(rf"{COMMENT}|{element('pre', 'code', 'script', 'style', 'textarea')}|<[^<>]*>", re.IGNORECASE)
"""What is shown or dropped as it is written: comments, code, tags."""


def report_unread(token: Token, manuscript: Manuscript) -> None:
    """Report the first Markdown between the tags of a block of raw HTML."""
    if not _SURELY.search(token.content) or f"{ATTRIBUTE}=" in token.content:
        return
    match = _SURELY.search(AS_WRITTEN.sub(lambda tag: blank(tag[0]), token.content))
    if not match:
        return
    row = row_of(token, match.start())
    message = f'"{match[0]}" stays as it is written: HTML goes on to the next empty line'
    hint = "put an empty line above the text, and begin it in the first column"
    manuscript.report_text("parse/markdown-in-html", message, row, match[0], hint=hint)

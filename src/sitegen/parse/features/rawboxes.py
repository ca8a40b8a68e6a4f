"""A box of raw HTML that opens with such a phrase becomes a callout."""

import re

from markdown_it.token import Token

from sitegen.base.html import visible_text
from sitegen.base.patterns import regex
from sitegen.parse.features.callouts import closed, opening
from sitegen.parse.features.openers import kind_and_title, marks, opening_of_heading, opens
from sitegen.parse.manuscript import Manuscript
from sitegen.parse.tags import COMMENT
from sitegen.parse.tokens import inline, row_of

_BOX = regex(
    r"\s*<(?P<tag>aside|div|section|blockquote|p)\b[^<>]*>(?P<inner>.*)</(?P=tag)\s*>\s*", re.IGNORECASE | re.DOTALL
)
_FIRST_IN_BOX = regex(r"\s*<(?:p\b[^<>]*>|h([1-6])\b[^<>]*>(?P<title>.*?)</h\1\s*>)", re.IGNORECASE | re.DOTALL)
_BLOCK_TAG = regex(r"<(?:p|div|ul|ol|dl|table|figure|pre|blockquote|h[1-6])\b", re.IGNORECASE)
_COMMENT = regex(COMMENT)
_WITHIN_BOX = regex(
    r"\s*(?:<(?P<sign>div|span|p)\b[^<>]*>[^\w<]{0,8}</(?P=sign)\s*>\s*){0,2}"
    r"<(?P<tag>div|section|aside)\b[^<>]*>(?P<inner>.*)</(?P=tag)\s*>\s*",
    re.IGNORECASE | re.DOTALL,
)
"""A box in another, beside no more than a picture."""
_DEEP_BOXES = 5
"""Boxes in boxes in which a callout is looked for."""


def boxed(html: list[Token], manuscript: Manuscript) -> list[Token]:
    """Return the callout that raw HTML is: one element that begins with a phrase, in a paragraph or as a heading."""
    token = html[0]
    box = _BOX.fullmatch(_COMMENT.sub("", "".join(each.content for each in html)))
    for _ in range(_DEEP_BOXES):
        box = (box and _WITHIN_BOX.fullmatch(box["inner"])) or box
    if not box or f"<{box['tag']}" in box["inner"]:
        return []
    first, line = _FIRST_IN_BOX.match(box["inner"]), row_of(token)
    if first and first["title"]:
        title = inline(visible_text(first["title"]), line)
        opened, rest = opening_of_heading(title, manuscript), box["inner"][first.end() :]
    else:
        begin = first.end() if first else 0
        match = opens(box["inner"][begin:].lstrip(), manuscript)
        if not match or marks(match["before"]) != match["after"][::-1]:
            return []
        opened, rest = opening(*kind_and_title(match), line, manuscript), match.string[match.end() :]
        rest = rest.removeprefix("&nbsp;")
        rest = rest[4:] if first and rest.startswith("</p>") else f"<p>{rest}" if first else rest
    if not opened or not visible_text(rest):
        return []
    whole = rest if _BLOCK_TAG.search(rest) else f"<p>{rest.strip()}</p>"
    inner = Token("html_block", "", 0, content=f"{whole.strip()}\n", map=token.map, block=True)
    return [*opened, inner, closed()]

"""Boxes of raw HTML that open with such a phrase become callouts, and those around callouts leave."""

import re

from markdown_it.token import Token

from sitegen.base.html import visible_text
from sitegen.base.patterns import regex
from sitegen.parse.features.callouts import closed, opening
from sitegen.parse.features.openers import kind_and_title, marks, opening_of_heading, opens, stem_in
from sitegen.parse.manuscript import Manuscript
from sitegen.parse.tags import COMMENT, HEADING
from sitegen.parse.tokens import html_parts, inline, row_of, without

_BOX = regex(
    r"\s*<(?P<tag>aside|div|section|blockquote|p)\b[^<>]*>(?P<inner>.*)</(?P=tag)\s*>\s*", re.IGNORECASE | re.DOTALL
)
"""An element that may be a box."""
_FIRST_IN_BOX = regex(r"\s*<(?:p\b[^<>]*>|h([1-6])\b[^<>]*>(?P<title>.*?)</h\1\s*>)", re.IGNORECASE | re.DOTALL)
"""The first paragraph or heading in a box."""
_BLOCK_TAG = regex(r"<(?:p|div|ul|ol|dl|table|figure|pre|blockquote|h[1-6])\b", re.IGNORECASE)
_COMMENT = regex(COMMENT)
_WITHIN_BOX = regex(
    r"\s*(?:<(?P<sign>div|span|p)\b[^<>]*>[^\w<]{0,8}</(?P=sign)\s*>\s*){0,2}"
    r"<(?P<tag>div|section|aside)\b[^<>]*>(?P<inner>.*)</(?P=tag)\s*>\s*",
    re.IGNORECASE | re.DOTALL,
)
"""A box in another, beside no more than a picture."""
_ELEMENT = regex(
    r"\s*(?:<[bh]r\b[^<>]*>|<(?P<name>p|h[1-6]|center)\b[^<>]*>"
    r"[^<]*(?:<(?!/?(?:p|div|center|h[1-6]|[duo]l|li|table|blockquote|section|article|aside|pre|figure)\b)[^<]*)*"
    r"</(?P=name)\s*>|<(?P<box>blockquote|div|aside|[uo]l|dl|table|pre|figure|form)\b[^<>]*>[^<]*(?:<(?!/?(?P=box)\b)[^<]*)*</(?P=box)\s*>)\s*",
    re.IGNORECASE,
)
"""A paragraph, a heading or a box, as raw HTML has them one after the other."""
_DIV = regex(
    r"<div\s(?![^<>]*\bid\s*=)"
    r"(?=[^<>]*(?:callout|tip|note|notice|info|box|alert|card|panel|highlight|group|border|background))[^<>]*>",
    re.IGNORECASE,
)
"""A frame around a text, which a callout has one of its own for."""
_PART = r"\s*</?(?:colgroup|col|thead|tbody|tfoot|tr)\b[^<>]*>"
_CELL = regex(
    rf"\s*<table\b[^<>]*>(?:{_PART})*\s*(?:<td\b[^<>]*>[^\w<]{{1,8}}</td\s*>\s*)?<(?P<cell>t[dh])\b[^<>]*>(?P<inner>(?:(?!<(?:t[dhr]|table)\b).)*)</(?P=cell)\s*>"
    rf"(?:{_PART})*\s*</table\s*>\s*",
    re.IGNORECASE | re.DOTALL,
)
"""A table of one cell, as word processors frame a text; a picture may stand in another."""
_BREAK = regex(r"\s*<br\b[^<>]*>", re.IGNORECASE)
_DEEP_BOXES = 5
"""Boxes in boxes in which a callout is looked for."""


def is_tag(token: Token, tag: str) -> bool:
    """Tell whether a block is raw HTML that is no more than one tag."""
    return token.type == "html_block" and token.content.strip() == tag


def raw_title(token: Token) -> tuple[str, Token] | None:
    """Return the tag and the text of a block of raw HTML that is one heading."""
    heading = HEADING.fullmatch(token.content.strip()) if token.type == "html_block" else None
    return (f"h{heading['level']}", inline(visible_text(heading["title"]), row_of(token))) if heading else None


def boxed(html: list[Token], manuscript: Manuscript) -> list[Token]:
    """Return the callout that raw HTML is: one element that begins with a phrase, in a paragraph or as a heading."""
    token = html[0]
    content = _COMMENT.sub("", "".join(each.content for each in html))
    if cell := _CELL.fullmatch(content):
        content = f"<div>{cell['inner']}</div>"
    box = _BOX.fullmatch(content)
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
        line_break = _BREAK.match(rest)
        rest = rest[line_break.end() :] if line_break else rest
        rest = rest[4:] if first and rest.startswith("</p>") else f"<p>{rest}" if first else rest
    if not opened or not visible_text(rest):
        return []
    whole = rest if _BLOCK_TAG.search(rest) else f"<p>{rest.strip()}</p>"
    inner = Token("html_block", "", 0, content=f"{whole.strip()}\n", map=token.map, block=True)
    return [*opened, inner, closed()]


def elements_apart(html: Token, manuscript: Manuscript) -> list[Token]:
    """Return raw HTML that is elements in a row as a block for each, where one opens with a phrase."""
    content = html.content
    if content.count("<p") + content.count("<h") < 2 or not stem_in(content, manuscript):
        return []
    ends = [0]
    while found := _ELEMENT.match(content, ends[-1]):
        ends.append(found.end())
    if ends[-1] < len(content):
        return []
    blocks = html_parts(html, ends)
    titles = filter(None, map(raw_title, blocks))
    opened = any(boxed([block], manuscript) for block in blocks) or any(
        opens(title.content, manuscript) for _, title in titles
    )
    return blocks if opened else []


def unboxed(tokens: list[Token]) -> list[Token]:
    """Return blocks with callouts out of the raw boxes that hold nothing else."""
    opened: list[int] = []
    begin = 0
    frames: set[int] = set()
    for index, token in enumerate(tokens):
        if token.type == "callout_open":
            opened.append(index)
        elif token.type == "callout_close":
            begin = opened.pop()
        elif begin and tokens[index - 1].type == "callout_close" and is_tag(token, "</div>"):
            above = tokens[begin - 1]
            if above.type == "html_block" and _DIV.fullmatch(above.content.strip()):
                frames |= {begin - 1, index}
    return without(tokens, frames)

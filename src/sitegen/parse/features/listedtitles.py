"""Titles of articles, listed as further reading without a link, become links to what is called so."""

import re
from collections.abc import Sequence
from copy import copy
from itertools import pairwise

from markdown_it.token import Token

from sitegen.base.dates import day_in
from sitegen.base.patterns import regex
from sitegen.parse.blocks import LISTS
from sitegen.parse.features.bylinewords import READING_TIME
from sitegen.parse.inlines import is_break, plain_children, plain_text
from sitegen.parse.manuscript import Manuscript
from sitegen.parse.tokens import BLOCK, inline, link_to, paragraph, row_of

_TEASER = regex(r"(?:\s+(?:[–—|·•-]|--)\s|:\s).{1,160}|\s\([^()]{1,80}\)", re.DOTALL)
"""What is said of an article behind a link to it."""
_BYLINE = regex(r"\sby\s[^\W\d_a-z][^.!?]{1,60}")
"""Who wrote it, which its card says too."""
AROUND = frozenset((
    *LISTS, "bullet_list_close", "ordered_list_close", "list_item_open", "list_item_close",
    "paragraph_open", "paragraph_close", "blockquote_open", "blockquote_close",
    *(f"{part}_{edge}" for part in ("table", "thead", "tbody", "tr", "th", "td") for edge in ("open", "close")),
))  # fmt: skip
"""What stands around the lines of a list, whatever it is a list in."""
MARKS = frozenset(("strong_open", "strong_close", "em_open", "em_close"))
_TITLED = MARKS | {"text", "text_special", "code_inline", "softbreak", "hardbreak"}
"""What a title is made of that is no link."""
_AROUND_TITLE = regex(r"^[^\w(\[«„“‘¿¡]+|\s+[^\w\s)!?]+$")
_NO_TITLE = regex(r"[\n{}]")
_LINK = frozenset(("link_open", "link_close"))
LONGEST_TITLE = 160
_LINE = regex(r"(?:[–—-]\s)?[^\W_a-z][^\n]{2,}(?<![.,;:。，、])[ \\]*|(?:[–—-]\s)[^\n]{2,}")
"""One of several that may be titles: no part of a sentence that goes on over the end of a line."""
_SEVERAL = 2
_BEHIND = regex(r"\s+(?:\((?P<within>[^()]*\d[^()]*)\)|[–—|·•-]\s+(?P<behind>(?=.*\d)[^–—|·•]{3,30}))\Z")
"""What has numbers in it and stands behind a title."""
_ANY_YEAR = 2000


def is_said_behind(text: str) -> bool:
    """Tell whether words behind a title or a link are no more than what is said of it."""
    return bool(_TEASER.fullmatch(text) or _BYLINE.fullmatch(text))


def all_titles(tokens: Sequence[Token]) -> bool:
    """Tell whether these are the items of a list, or several paragraphs, of a short line each without a link."""
    listed = bool(tokens) and tokens[0].type in LISTS
    parts = "list_item_open" if listed else "paragraph_open"
    return (
        (listed or len(tokens) > BLOCK)
        and sum((token.type == "inline") - (token.type == parts) for token in tokens) == 0
        and all(_is_title(token) if token.type == "inline" else token.type in AROUND for token in tokens)
    )


def in_lines(tokens: list[Token]) -> list[Token]:
    """Return a paragraph of several lines without a link, each of which may be a title, as a paragraph for each."""
    text = tokens[1] if len(tokens) == BLOCK and tokens[0].type == "paragraph_open" else None
    lines = text.content.split("\n") if text else []
    if not text or len(lines) < _SEVERAL or not all(map(_LINE.fullmatch, lines)):
        return tokens
    children = text.children or []
    breaks = [at for at, child in enumerate(children) if is_break(child) and child.level == 0]
    if len(breaks) != len(lines) - 1 or any(child.type == "link_open" for child in children):
        return tokens
    parts: list[Token] = []
    for row, (start, end) in enumerate(pairwise((-1, *breaks, len(children)))):
        line = inline(lines[row], row_of(text) + row, children[start + 1 : end])
        parts += paragraph(line)
    return parts


def _called(text: Token) -> str:
    """Return what a line says is the title of something: all of it, or what emphasis parts from words behind."""
    children = text.children or []
    if children[:1] and children[0].type == "text" and not children[0].content.strip():
        children = children[1:]
    mark = children[0].type.removesuffix("_open") if children else ""
    end = next((at for at, child in enumerate(children) if child.type == f"{mark}_close"), 0)
    if end > 0 and mark in ("strong", "em"):
        title, said = plain_children(children[:end]), plain_children(children[end + 1 :])
        if is_said_behind(said) or (title.endswith((":", "：")) and said.strip()) or said[:1] == "\n":
            return title.rstrip(":：")
    return plain_text(text)


def _is_title(text: Token) -> bool:
    title = _called(text)
    return (
        0 < len(title) <= LONGEST_TITLE
        and not _NO_TITLE.search(title)
        and not title.endswith(".")
        and (_TITLED | _LINK if _is_wiki(text) else _TITLED).issuperset(child.type for child in text.children or [])
    )


def _is_wiki(text: Token) -> bool:
    """Tell whether a line is linked by titles alone, in two brackets."""
    links = [child for child in text.children or [] if child.type == "link_open"]
    return bool(links) and all(link.meta.get("titled") for link in links)


def linked(tokens: Sequence[Token], manuscript: Manuscript) -> list[Token]:
    """Return such titles as links to what is called so."""
    links: list[Token] = []
    for token in tokens:
        if token.type == "inline" and not _is_wiki(token) and (title := _title(token)):
            line = row_of(token)
            place = {"line": line + 1, "column": manuscript.column_of(line, title), "titled": True}
            links.append(copy(token))
            links[-1].children = link_to(title, token.children or [], place)
        else:
            links.append(token)
    return links


def _title(text: Token) -> str:
    """Return the title that a line says, without marks around it."""
    title = _undated(_AROUND_TITLE.sub("", _called(text)))
    return title.replace('"', "", 1) if title.count('"') % 2 else title


def _undated(title: str) -> str:
    """Return a title without the day, or the time of reading, in parentheses or behind a dash."""
    behind = _BEHIND.search(title)
    if not behind:
        return title
    said = behind["within"] or behind["behind"]
    leaves = READING_TIME.fullmatch(said) or day_in(said) or day_in(f"{said} {_ANY_YEAR}")
    return title[: behind.start()] if leaves else title

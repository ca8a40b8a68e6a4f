"""Lines that are links and no more: what parts them, what is said of them, and where they lead.

Titles of articles without a link become links to what is called so. A table of contents with the numbers of pages, as
word processors write it, leaves the text.
"""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from copy import copy
from itertools import pairwise

from markdown_it.token import Token

from sitegen.base.dates import day_in
from sitegen.base.paths import is_external
from sitegen.base.patterns import regex
from sitegen.base.text import letters
from sitegen.parse.blocks import AROUND, LISTS, Block, top_headings
from sitegen.parse.faq.endings import calls
from sitegen.parse.features.bylinewords import READING_TIME
from sitegen.parse.features.sectiontitles import SECTION
from sitegen.parse.manuscript import Manuscript
from sitegen.parse.tokens import (
    BLOCK,
    become,
    inline,
    is_all,
    is_break,
    link_to,
    paragraph,
    plain_children,
    plain_text,
    row_of,
)

_LEAD = regex(r".{1,160}(?:\s+[–—-]\s*|:\s*)", re.DOTALL)
"""What may stand before a link, such as "Read more"."""
BETWEEN = ("|", "·", "•")
"""What parts links in one line as its end does."""
BETWEEN_IN_ROW = (*BETWEEN, ",", ";", "&", "and", ", and")
"""The same behind a title in the same line."""
_EXAMPLE = regex(r"https?://(?:www\.)?(?:example|your-?(?:(?:web)?site|blog|domain))\.com(?:[/?#]|$)", re.IGNORECASE)
_SENTENCE_ENDS = (".", "!", "?", "…", "。", "！", "？")
_LONGEST_LABEL = 25
"""Characters of "Read more"."""
_PARTS = frozenset(("list_item_open", "tr_open", "blockquote_open"))
"""What holds a link, and perhaps what is said of it."""

_TEASER = regex(r"(?:\s+(?:[–—|·•-]|--)\s|:\s).{1,160}|\s\([^()]{1,80}\)", re.DOTALL)
"""What is said of an article behind a link to it."""
_BYLINE = regex(r"\sby\s[^\W\d_a-z][^.!?]{1,60}")
"""Who wrote it, which its card says too."""
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

_PAGE = regex(r"\s+\d{1,3}\s*$")
"""The number of a page behind a title."""


def has_links(tokens: Sequence[Token]) -> bool:
    """Tell whether any link stands in these blocks."""
    return any(child.type == "link_open" for token in tokens for child in token.children or [])


def labelled(text: Token) -> Iterator[tuple[str, str]]:
    """Yield the target and the text of each link that is none by its title."""
    children = text.children or []
    for at, child in enumerate(children):
        if child.type == "link_open" and not child.meta.get("titled"):
            end = next(behind for behind in range(at, len(children)) if children[behind].type == "link_close")
            yield str(child.attrs.get("href", "")), plain_children(children[at:end])


def all_links(
    tokens: Sequence[Token], wanted: Callable[[str], bool], between: Collection[str] = BETWEEN, *, said: bool = False
) -> bool:
    """Tell whether these are links of one kind in a line of their own each, and what stands around such.

    Where something may be `said` of each, it may stand below the link, in the same paragraph, item or row.
    """
    found = all(token.type != "inline" for token in tokens)
    led, last = False, ""
    for token in tokens:
        if token.type != "inline":
            if token.type not in AROUND:
                return False
            led = led and token.type not in _PARTS and (token.type != "paragraph_open" or token.level > 0)
            continue
        for line in _lines(token, between):
            if _says_nothing(line) or (said and led and _is_teaser(line)) or (last and _leads_again(line, last)):
                continue
            last = _target(line)
            if not wanted(last):
                return False
            found = led = True
    return found


def leads_nowhere(target: str) -> bool:
    """Tell whether a link has the address that templates have in place of one, or that examples have."""
    return target == "#" or bool(_EXAMPLE.match(target))


def _lines(text: Token, between: Collection[str]) -> Iterator[list[Token]]:
    line: list[Token] = []
    children = text.children or []
    last = max((at for at, child in enumerate(children) if child.type == "link_open"), default=0)
    for at, child in enumerate(children):
        if is_break(child) or (at < last and child.type == "text" and child.content.strip() in between):
            yield line
            line = []
        else:
            line.append(child)
    yield line


def _is_teaser(line: Sequence[Token]) -> bool:
    return not any(each.type == "link_open" for each in line) and len(plain_children(list(line))) <= LONGEST_TITLE


def _leads_again(line: Sequence[Token], target: str) -> bool:
    """Tell whether a line tells of what the link above leads to, and ends with another there."""
    at = next((at for at, each in enumerate(line) if each.type == "link_open"), 0)
    before, label = plain_children([*line[:at]]).rstrip(), plain_children([*line[at:]])
    again = line[at : at + 1] and line[at].attrs.get("href") == target and line[-1].type == "link_close"
    sentence = not before or before.endswith(_SENTENCE_ENDS)
    return bool(again) and sentence and len(before) <= LONGEST_TITLE and len(label) <= _LONGEST_LABEL


def _says_nothing(line: Sequence[Token]) -> bool:
    """Tell whether a line is empty, or no more than pictures."""
    return all(each.type == "image" or (each.type == "text" and not each.content.strip()) for each in line)


def make_local(tokens: Sequence[Token], manuscript: Manuscript) -> None:
    """Give links the path in place of the full URL of a page of the site."""
    home = f"//{manuscript.host}{manuscript.base}".casefold()
    for link in (child for token in tokens for child in token.children or [] if child.type == "link_open"):
        scheme, found, path = str(link.attrs.get("href", "")).partition(home)
        if found and scheme in ("https:", "http:", ""):
            link.attrs["href"] = f"/{path}"


def leads_on(target: str) -> bool:
    """Tell whether a link leads to another file or address of the site."""
    return bool(target) and not target.startswith("#") and not is_external(target)


def leads_down(target: str) -> bool:
    """Tell whether a link leads to a place in the text."""
    return target.startswith("#")


def _target(children: Sequence[Token]) -> str:
    """Return what a line leads to that is one link, with a teaser and pictures or without, and else nothing."""
    shown = [each for each in children if each.type not in MARKS and each.type != "image"]
    inner = [each for each in shown if each.type != "text" or any(map(str.isalnum, each.content))]
    links = [each for each in inner if each.type == "link_open"]
    if len(links) != 1:
        return ""
    start = inner.index(links[0])
    if start and not _LEAD.fullmatch(plain_children(inner[:start])):
        return ""
    closed = next((at for at, each in enumerate(shown) if each.type == "link_close"), len(shown))
    behind = plain_children(shown[closed + 1 :])
    if any(map(str.isalnum, behind)) and not is_said_behind(behind):
        return ""
    return str(links[0].attrs.get("href", ""))


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


def without_paged_contents(tokens: list[Token]) -> list[Token]:
    """Return the tokens without links to headings above the first of these, in a list or in a line each."""
    first = next((at for at, token in enumerate(tokens) if token.type == "heading_open" and not token.level), 0)
    begin = next((at for at in range(first) if "](#" in tokens[at].content), 0)
    if not begin:
        return tokens
    begin = max((at for at in range(begin) if not tokens[at].level and tokens[at].nesting > 0), default=first)
    if begin == first:
        return tokens
    end = Block(tokens, begin).end
    while tokens[begin].type == "paragraph_open" and end < first and "](#" in tokens[end + 1].content:
        end = Block(tokens, end).end
    said = [label for token in tokens[begin:end] for _, label in labelled(token)]
    titles = titles_of(tokens[first:])
    listed = all(_PAGE.search(label) and bare(_PAGE.sub("", label)) in titles for label in said)
    if len(said) < _SEVERAL or not listed or not all_links(tokens[begin:end], leads_down):
        return tokens
    above = Block(tokens, begin).above
    match = SECTION.fullmatch(above.said.casefold()) if above.paragraph else None
    return [*tokens[: above.at if match and match["contents"] else begin], *tokens[end:]]


def titles_of(tokens: list[Token]) -> frozenset[str]:
    """Return what all headings say, as `bare` has it."""
    return frozenset(bare(heading.said) for heading in top_headings(tokens))


def bare(text: str) -> str:
    """Return a title but for case, signs and what numbers it."""
    return letters(text).lstrip("0123456789")


def with_plain_headings(tokens: list[Token]) -> list[Token]:
    """Return blocks with headings that are links as paragraphs."""
    linked = [
        at for at, token in enumerate(tokens) if token.type == "heading_open" and has_links(tokens[at : at + BLOCK])
    ]
    tokens = [*map(copy, tokens)] if linked else tokens
    for at in linked:
        become(tokens[at], tokens[at + 2], "paragraph", "p")
    return tokens


def without_head(tokens: list[Token]) -> list[Token]:
    """Return what begins with a table without the names of its columns."""
    names = Block(tokens).first
    if names.kind != "thead_open" or has_links(names.whole):
        return tokens
    return [tokens[0], *tokens[names.end :]]


def begins_with_lead(tokens: list[Token]) -> bool:
    """Tell whether a line without a link leads over to a list."""
    line = Block(tokens)
    leads = line.paragraph and line.below.kind in LISTS and not has_links(line.whole)
    return bool(leads) and line.said.endswith((":", "："))


def note_behind(tokens: list[Token]) -> int:
    """Return how many tokens a note behind all else is: without a link, and in italics or a call on readers."""
    last = Block(tokens, len(tokens)).above
    if last.at < 1 or last.head.level or has_links(last.whole):
        return 0
    line = last.first if last.kind == "blockquote_open" and last.first.below.at == last.end - 1 else last
    noted = line.paragraph and (is_all(line.text, "em") or calls(line.said))
    return len(last.whole) if noted else 0

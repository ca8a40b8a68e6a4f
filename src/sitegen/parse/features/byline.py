"""A byline at the top of a text leaves it: who wrote it, and when."""

from copy import copy
from datetime import date
from typing import NamedTuple

from markdown_it.token import Token

from sitegen.base.patterns import regex
from sitegen.base.text import count_words
from sitegen.parse.draw.figures import figure_of
from sitegen.parse.features.bylinewords import OFFICE
from sitegen.parse.features.signing import LONGEST, MOST_WORDS, Line, is_byline, is_full, is_office, read_day, signed
from sitegen.parse.inlines import is_all, is_break, plain_children, plain_text
from sitegen.parse.tokens import BLOCK, LIST_OF_ONE, closing, paragraph

_ARTICLE = regex(r"^(?:(?:der|die|dem|la|le|el|il)\s|l['’])")
_LONGEST_WRITTEN = 3 * LONGEST
"""As Markdown, with links."""
_FEWEST_WORDS = 6
"""Of a subtitle; sections may be called "A first look"."""
_COLUMNS = 2
_TOP = 8 * BLOCK
"""Tokens among which a byline stands."""
_PROFILE = regex(r"https://(?:[\w-]+\.)?(?:substack|medium)\.com/(?:@|%40)[\w.-]+(?:[/?].*)?")
_SIGNS = frozenset(("|", "·", "•", "--", "—", "–"))


class Byline(NamedTuple):
    """Who wrote a text, and when."""

    names: tuple[str, ...]
    day: date | None = None
    updated: date | None = None
    section: str = ""
    """That it is filed under."""


def take_byline(tokens: list[Token], known: Byline) -> tuple[Byline, list[Token]]:
    """Return the byline, and the tokens without the lines at the top that say no more than "by …" and when.

    A first paragraph or a subtitle may stand above them, and pictures. They stay where the front matter or the path,
    which are `known`, say something else.
    """
    at, found = 0, _line(tokens, 0) or _office(tokens, 0)
    if not found:
        at = _behind_pictures(tokens)
        found = _below_first(tokens, at, known)
    while found:
        below = _line(tokens, found.end) or _day_heading(tokens, at, found)
        same = bool(known.names and found.names) and _same(known.names, found.names)
        if found.dated and not (same or found.day or (below and below.day)):
            return known, tokens
        if known.names and found.names and not same:
            return known, tokens
        differs = (
            _differ(known.day, found.day)
            or _differ(known.updated, found.updated)
            or _differ(known.section.casefold(), found.section.casefold())
        )
        known = _joined(known, found)
        if differs:
            return known, tokens
        if found.more:  # and a day may stand below
            at, found = found.end, below
        else:
            tokens = [*tokens[:at], *tokens[found.end :]]
            found = below and below._replace(end=below.end - found.end + at)
    return known, tokens


def without_signs(tokens: list[Token]) -> list[Token]:
    """Return the tokens without lines beside a byline at the top that are no more than what parts one elsewhere."""
    for at in range(min(len(tokens), _TOP) - BLOCK, -1, -BLOCK):
        if tokens[at].type == "paragraph_open" and tokens[at + 1].content in _SIGNS:
            beside = (tokens[index] for index in (at - 2, at + BLOCK + 1) if 0 <= index < len(tokens))
            if any(text.type == "inline" and is_byline(plain_text(text)) for text in beside):
                tokens = [*tokens[:at], *tokens[at + BLOCK :]]
    return tokens


def title_apart(tokens: list[Token]) -> list[Token]:
    """Return the tokens with the first line as a paragraph of its own, where a byline and a day stand below it.

    In the paragraph below they may stand as well, where the first line is in bold and the others are not.
    """
    text = tokens[1] if len(tokens) >= BLOCK and tokens[0].type == "paragraph_open" else None
    lines = plain_children(text.children or []).split("\n") if text and len(text.content) <= _LONGEST_WRITTEN else []
    at = next((index for index, child in enumerate(text.children or []) if is_break(child)), 0) if text else 0
    if not text or not at or len(lines) <= 1:
        return tokens
    first, rest = copy(text), copy(text)
    first.children, rest.children = (text.children or [])[:at], (text.children or [])[at + 1 :]
    first.content, _, rest.content = text.content.partition("\n")
    found = signed("\n".join(lines[1:])) or (_line(tokens, BLOCK) if _is_bold_above(first, rest) else None)
    if not found or not found.names or not found.day or signed(lines[0]):
        return tokens
    return [*paragraph(first), *paragraph(rest), *tokens[BLOCK:]]


def _is_bold_above(first: Token, rest: Token) -> bool:
    return is_all(first, "strong") and not is_all(rest, "strong")


def take_signature(tokens: list[Token], known: Byline) -> tuple[Byline, list[Token]]:
    """Return the byline that ends a text that nothing else signs, below a rule or with an office; and the rest."""
    at = len(tokens) - BLOCK
    if known.names or at < 1 or tokens[-1].level or tokens[at].type != "paragraph_open":
        return known, tokens
    found = _line(tokens, at)
    if not found or found.more or not found.names or not all(map(is_full, found.names)):
        return known, tokens
    if (found.day and known.day) or not (tokens[at - 1].type == "hr" or any(map(OFFICE.search, found.names))):
        return known, tokens
    return _joined(known, found), tokens[:at]


def with_standfirst(tokens: list[Token]) -> list[Token]:
    """Return what stood above a byline with a subtitle, which is no heading of a section, as a paragraph."""
    subtitle = len(tokens) > BLOCK and tokens[0].type == "heading_open"
    said = subtitle and count_words(plain_text(tokens[1])) >= _FEWEST_WORDS
    return [*paragraph(tokens[1]), *tokens[BLOCK:]] if said else tokens


def _joined(known: Byline, found: Line) -> Byline:
    return Byline(
        known.names or found.names,
        known.day or found.day,
        known.updated or found.updated,
        known.section or found.section,
    )


def _behind_pictures(tokens: list[Token]) -> int:
    """Return where what stands below the first block begins, behind pictures and their captions."""
    at, above = BLOCK, _is_picture(tokens, 0)
    while (picture := _is_picture(tokens, at)) or (above and _is_caption(tokens, at)):
        at, above = at + BLOCK, picture
    return at


def _is_picture(tokens: list[Token], at: int) -> bool:
    text = tokens[at + 1] if at + 1 < len(tokens) and tokens[at].type == "paragraph_open" else None
    return text is not None and "![" in text.content and figure_of(text.children or []) is not None


def _is_caption(tokens: list[Token], at: int) -> bool:
    """Tell whether a line below a picture tells of it: one in italics that is no byline."""
    text = tokens[at + 1] if at + 1 < len(tokens) and tokens[at].type == "paragraph_open" else None
    return text is not None and is_all(text, "em") and not _line(tokens, at)


def _below_first(tokens: list[Token], at: int, known: Byline) -> Line | None:
    """Return the byline below a first paragraph: full names, or names and a day; a day alone below a few words.

    The first may be a heading as well, a subtitle, if no other of its level comes before one of a higher level; or if
    the names are `known` or an office, and no other is signed.
    """
    kind = tokens[0].type if tokens else ""
    line = (_line(tokens, at) or _office(tokens, at)) if kind in ("paragraph_open", "heading_open") else None
    if not line:
        return None
    if kind == "heading_open" and (
        not line.names or (_is_section(tokens) and not _signs_all(line.names, tokens, known))
    ):
        return None
    if line.names:
        return line if line.day or all(map(is_full, line.names)) else None
    return line if _is_short(tokens[1]) else None


def _is_section(tokens: list[Token]) -> bool:
    """Tell whether the next heading that is not below the one that a text begins with is of its level."""
    tags = (token.tag for token in tokens[BLOCK:] if token.type == "heading_open" and token.tag <= tokens[0].tag)
    return next(tags, "") == tokens[0].tag


def _signs_all(names: tuple[str, ...], tokens: list[Token], known: Byline) -> bool:
    """Tell whether names below the first of several headings sign all of the text."""
    if not _same(names, known.names) and not all(map(OFFICE.search, names)):
        return False
    others = (at for at in range(2 * BLOCK, len(tokens)) if tokens[at].type == "heading_open")
    return not any((line := _line(tokens, at + BLOCK)) and line.names for at in others if at + BLOCK < len(tokens))


def _office(tokens: list[Token], at: int) -> Line | None:
    """Return the byline that an office alone is above a line that says no more than a day, or a link to a profile."""
    end = at + BLOCK
    if len(tokens) <= end or tokens[at].type != "paragraph_open" or len(tokens[at + 1].content) > LONGEST:
        return None
    name = plain_text(tokens[at + 1])
    below = _line(tokens, end) if is_office(name) or _is_profile(tokens[at + 1]) else None
    return Line((name,), end=end) if below and below.day and not below.names else None


def _is_profile(text: Token) -> bool:
    """Tell whether a line is no more than a link to somebody on a site where people write."""
    children = text.children or []
    links = [child for child in children if child.type == "link_open"]
    whole = len(links) == 1 and children[0] is links[0] and children[-1].type == "link_close"
    return whole and bool(_PROFILE.fullmatch(str(links[0].attrs.get("href", ""))))


def _is_short(text: Token) -> bool:
    """Tell whether a paragraph is a few words that are no sentence, as a name is."""
    words = plain_text(text).split()
    return 0 < len(words) <= MOST_WORDS and words[-1][-1].isalnum()


def _differ(one: date | str | None, other: date | str | None) -> bool:
    return bool(one and other) and one != other


def _same(names: tuple[str, ...], others: tuple[str, ...]) -> bool:
    return set(map(_bare, names)) == set(map(_bare, others))


def _bare(name: str) -> str:
    """Return a name in small letters, without an address of mail behind it and the article of a desk before it."""
    bare = name.partition("<")[0].strip().casefold()
    return _ARTICLE.sub("", bare)


def _line(tokens: list[Token], at: int) -> Line | None:
    """Return what the block that begins at an index says as a byline."""
    kind = tokens[at].type if at + 2 < len(tokens) else ""
    if kind == "table_open":
        return _in_table(tokens, at)
    if kind == "ordered_list_open":
        return _in_list(tokens, at)
    text, end = at + 1, at + BLOCK
    if kind == "blockquote_open" and closing(tokens, at) == at + BLOCK + 2 and tokens[at + 1].type == "paragraph_open":
        kind, text, end = "paragraph_open", at + 2, at + BLOCK + 2
    if kind not in ("paragraph_open", "heading_open") or tokens[at].tag == "h1":
        return None
    found = _said(tokens, text, above=_stands_above_title(tokens, at, end))
    if not found or (kind == "heading_open" and not found.names):
        return None
    surely = found.day or any(map(OFFICE.search, found.names))
    if tokens[at].tag == "h2" and plain_text(tokens[text])[:1].isupper() and not surely:
        return None  # "By Popular Demand"
    return found._replace(end=end)


def _in_table(tokens: list[Token], at: int) -> Line | None:
    """Return what a table says that is no more than names, with a day or without."""
    end = closing(tokens, at)
    found = signed("\n".join(_rows(tokens[at:end])))
    return found._replace(end=end) if found and found.names and not found.more else None


def _in_list(tokens: list[Token], at: int) -> Line | None:
    """Return the day that Markdown takes for a list of one: "20. November 2026"."""
    end = closing(tokens, at)
    start = f"{tokens[at].attrs.get('start', 1)}. "
    found = _said(tokens, at + 3, start, above=_stands_above_title(tokens, at, end))
    return found._replace(end=end) if found and not found.names and end - at == LIST_OF_ONE else None


def _stands_above_title(tokens: list[Token], at: int, end: int) -> bool:
    return not at and end < len(tokens) and tokens[end].tag == "h1"


def _said(tokens: list[Token], text: int, start: str = "", *, above: bool) -> Line | None:
    """Return what the inline token at an index says as a byline, with what Markdown took for a mark at its start."""
    if len(tokens[text].content) > _LONGEST_WRITTEN:
        return None
    lines = map(str.strip, plain_children(tokens[text].children or []).split("\n"))
    return signed(start + "\n".join(lines), above=above)


def _rows(table: list[Token]) -> list[str]:
    """Return the rows of a table of two columns as lines "key: value"; none where it has another number."""
    cells = [plain_text(token) for token in table if token.type == "inline"]
    if len(cells) != _COLUMNS * sum(token.type == "tr_open" for token in table):
        return []
    return [": ".join(row) for row in zip(cells[::2], cells[1::2], strict=True) if all(row)]


def _day_heading(tokens: list[Token], at: int, names: Line) -> Line | None:
    """Return the day that a heading says right below one that says names, if it is of no higher level.

    Where other headings say days too, it is a diary.
    """
    day = names.end
    if not names.names or day >= len(tokens) or not tokens[at].type == tokens[day].type == "heading_open":
        return None
    found = signed(plain_text(tokens[day + 1]))
    if not found or found.names or not found.day or tokens[day].tag < tokens[at].tag:
        return None
    others = (index for index in range(day + BLOCK, len(tokens)) if tokens[index].type == "heading_open")
    return None if any(read_day(plain_text(tokens[index + 1])) for index in others) else found._replace(end=day + BLOCK)

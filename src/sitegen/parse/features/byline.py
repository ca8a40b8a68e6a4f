"""A byline at the top of a text leaves it: who wrote it, and when."""

from collections.abc import Iterator
from copy import copy
from datetime import date
from typing import NamedTuple

from markdown_it.token import Token

from sitegen.base.patterns import regex
from sitegen.base.text import count_words
from sitegen.parse.blocks import Block
from sitegen.parse.draw.figures import figure_of
from sitegen.parse.features.bylinewords import OFFICE
from sitegen.parse.features.signing import LONGEST, MOST_WORDS, Line, is_byline, is_full, office_in, read_day, signed
from sitegen.parse.tokens import BLOCK, is_all, is_break, paragraph, plain_children, plain_text

_ARTICLE = regex(r"^(?:(?:der|die|dem|la|le|el|il)\s|l['’])")
_LONGEST_WRITTEN = 3 * LONGEST
"""As Markdown, with links."""
_FEWEST_WORDS = 6
"""Of a subtitle; sections may be called "A first look"."""
_SIGNATURE = regex(r"[—–-]{1,2}\s?(?P<name>\w[^\n]{3,60})")
_CITES = ('"', "“", "„", "«")
_COLUMNS = 2
_MOST_LINES = 4
_LONGEST_VERSE = 60
_FEW_WORDS = 2
"""Of what is no sentence."""
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
    if len(tokens) >= BLOCK and "\n" in tokens[1].content:
        tokens = _lines_apart(tokens)
    block = Block(tokens)
    block = block.below if block.kind == "hr" else block
    found = _line(block) or _office(block)
    if not found:
        block = _behind_pictures(block)
        found = _below_first(block, known)
    kept = tokens[: block.at]
    while found:
        below = _line(block.below) or _day_heading(block, found)
        same = bool(known.names and found.names) and _same(known.names, found.names)
        if found.dated and not (same or found.day or (below and below.day)):
            break
        if known.names and found.names and not same:
            break
        sections = known.section.casefold(), found.section.casefold()
        pairs = ((known.day, found.day), (known.updated, found.updated), sections)
        known = _joined(known, found)
        if any(one and other and one != other for one, other in pairs):
            break
        if found.more:  # and a day may stand below
            kept += block.whole
        block, found = block.below, below
    return known, [*kept, *tokens[block.at :]]


def without_signs(tokens: list[Token]) -> list[Token]:
    """Return the tokens without lines beside a byline at the top that are no more than what parts one elsewhere."""
    for at in range(min(len(tokens), _TOP) - BLOCK, -1, -BLOCK):
        if tokens[at].type == "paragraph_open" and tokens[at + 1].content in _SIGNS:
            beside = (tokens[index] for index in (at - 2, at + BLOCK + 1) if 0 <= index < len(tokens))
            if any(text.type == "inline" and is_byline(plain_text(text)) for text in beside):
                tokens = [*tokens[:at], *tokens[at + BLOCK :]]
    return tokens


def _lines_apart(tokens: list[Token]) -> list[Token]:
    """Return the tokens with the first lines as a paragraph of their own, where they are a byline above a text."""
    text = Block(tokens).paragraph
    lines = plain_children(text.children or []).split("\n") if text else []
    for count in range(min(len(lines) - 1, _MOST_LINES), 0, -1):
        line = signed("\n".join(lines[:count]))
        below = "\n".join(lines[count:])
        if line and _is_sure(line, below) and not below[:1].islower() and not signed(below):
            sentence = below.endswith((".", "!", "?", "…", "。")) and count_words(below) > _FEW_WORDS
            if not sentence and signed("\n".join(lines)):
                return tokens
            above, rest = _behind(tokens[1], count)
            return [*paragraph(above), *paragraph(rest), *tokens[BLOCK:]]
    return tokens


def _is_sure(line: Line, below: str) -> bool:
    """Tell whether lines are a byline above a text: by an office or beside a day, or names above what is no verse."""
    names = not line.dated and all(map(is_full, line.names)) and max(map(len, below.split("\n"))) > _LONGEST_VERSE
    return bool(line.names) and not line.more and (line.sure or names)


def _behind(text: Token, count: int) -> tuple[Token, Token]:
    """Return a text in two, behind so many lines."""
    children = text.children or []
    at = [at for at, child in enumerate(children) if is_break(child)][count - 1]
    lines = text.content.split("\n")
    first, rest = copy(text), copy(text)
    first.children, rest.children = children[:at], children[at + 1 :]
    first.content, rest.content = "\n".join(lines[:count]), "\n".join(lines[count:])
    return first, rest


def title_apart(tokens: list[Token]) -> list[Token]:
    """Return the tokens with the first line as a paragraph of its own, where a byline of an office, or a day, is below.

    In the paragraph below they may stand as well, where the first line is in bold and the others are not.
    """
    above = Block(tokens)
    text = above.paragraph
    lines = plain_children(text.children or []).split("\n") if text and len(text.content) <= _LONGEST_WRITTEN else []
    if not text or len(lines) <= 1 or not any(map(is_break, text.children or [])):
        return tokens
    first, rest = _behind(text, 1)
    bold = is_all(first, "strong") and not is_all(rest, "strong")
    found = signed("\n".join(lines[1:])) or (_line(above.below) if bold else None)
    if not first.children or not found or not found.names or not found.sure or signed(lines[0]):
        return tokens
    return [*paragraph(first), *paragraph(rest), *tokens[above.end :]]


def take_signature(tokens: list[Token], known: Byline) -> tuple[Byline, list[Token]]:
    """Return the byline that ends a text that nothing else signs, below a rule or with an office; and the rest.

    One that only says again who signs leaves as well.
    """
    last = Block(tokens, len(tokens)).above
    found = (_line(last) or _dashed(last)) if last.at and last.paragraph and not last.head.level else None
    if known.names:
        again = found and Line(known.names) == found
        return known, tokens[: last.at] if again else tokens
    if not found or found.more or not found.names or not all(map(is_full, found.names)):
        return known, tokens
    if (found.day and known.day) or not (last.above.kind == "hr" or any(map(OFFICE.search, found.names))):
        return known, tokens
    return _joined(known, found), tokens[: last.at]


def _dashed(last: Block) -> Line | None:
    """Return the byline that an office behind a dash is, which is none below what is cited."""
    signature = _SIGNATURE.fullmatch(last.said)
    office = office_in(signature["name"]) if signature else ""
    above = last.above
    text = above.paragraph
    cited = above.kind == "blockquote_open" or (text and (above.said.startswith(_CITES) or is_all(text, "em")))
    return Line((office,)) if office and not cited else None


def with_standfirst(tokens: list[Token]) -> list[Token]:
    """Return what stood above a byline with a subtitle, which is no heading of a section, as a paragraph."""
    top = Block(tokens)
    subtitle = top.kind == "heading_open" and top.below.kind and count_words(top.said) >= _FEWEST_WORDS
    return [*paragraph(top.text), *tokens[top.end :]] if subtitle else tokens


def _joined(known: Byline, found: Line) -> Byline:
    return Byline(
        known.names or found.names,
        known.day or found.day,
        known.updated or found.updated,
        known.section or found.section,
    )


def _behind_pictures(first: Block) -> Block:
    """Return the block below the first one, or below pictures with their captions there."""
    block, above = first.below, _is_picture(first)
    while (picture := _is_picture(block)) or (above and _is_caption(block)):
        block, above = block.below, picture
    return block


def _is_picture(block: Block) -> bool:
    text = block.paragraph
    return text is not None and "![" in text.content and figure_of(text.children or []) is not None


def _is_caption(block: Block) -> bool:
    """Tell whether a line below a picture tells of it: one in italics that is no byline."""
    return block.paragraph is not None and is_all(block.text, "em") and not _line(block)


def _below_first(block: Block, known: Byline) -> Line | None:
    """Return the byline below a first paragraph: full names, or names and a day; a day alone below a few words.

    The first may be a heading as well, a subtitle, if no other of its level comes before one of a higher level; or if
    the names are `known` or an office, and no other is signed.
    """
    first = Block(block.tokens)
    line = (_line(block) or _office(block)) if first.kind in ("paragraph_open", "heading_open") else None
    if not line:
        return None
    if first.kind == "heading_open" and (
        not line.names or (_is_section(first) and not _signs_all(line.names, first, known))
    ):
        return None
    if line.names:
        return line if line.day or all(map(is_full, line.names)) else None
    words = first.said.split()  # few, and no sentence, as a name is
    return line if 0 < len(words) <= MOST_WORDS and words[-1][-1].isalnum() else None


def _headings_below(block: Block) -> Iterator[Block]:
    """Yield the headings below a block, in whatever they stand."""
    following = (Block(block.tokens, at) for at in range(block.end, len(block.tokens)))
    return (each for each in following if each.kind == "heading_open")


def _is_section(first: Block) -> bool:
    """Tell whether the next heading that is not below the one that a text begins with is of its level."""
    return next((other.tag for other in _headings_below(first) if other.tag <= first.tag), "") == first.tag


def _signs_all(names: tuple[str, ...], first: Block, known: Byline) -> bool:
    """Tell whether names below the first of several headings sign all of the text."""
    if not _same(names, known.names) and not all(map(OFFICE.search, names)):
        return False
    return not any((line := _line(other.below)) and line.names for other in _headings_below(first.below))


def _office(block: Block) -> Line | None:
    """Return the byline that an office alone is above a line that says no more than a day, or a link to a profile."""
    text = block.paragraph
    if not text or len(text.content) > LONGEST:
        return None
    name = plain_text(text)
    name = office_in(name) or (name if _is_profile(text) else "")
    below = _line(block.below) if name else None
    return Line((name,)) if below and below.day and not below.names else None


def _is_profile(text: Token) -> bool:
    """Tell whether a line is no more than a link to somebody on a site where people write."""
    children = text.children or []
    links = [child for child in children if child.type == "link_open"]
    whole = len(links) == 1 and children[0] is links[0] and children[-1].type == "link_close"
    return whole and bool(_PROFILE.fullmatch(str(links[0].attrs.get("href", ""))))


def _same(names: tuple[str, ...], others: tuple[str, ...]) -> bool:
    return set(map(_bare, names)) == set(map(_bare, others))


def _bare(name: str) -> str:
    """Return a name in small letters, without an address of mail behind it and the article of a desk before it."""
    bare = name.partition("<")[0].strip().casefold()
    return _ARTICLE.sub("", bare)


def _line(block: Block) -> Line | None:
    """Return what a block says as a byline."""
    kind = block.kind
    if kind == "table_open":
        found = signed("\n".join(_rows(block.whole)))
        return found if found and found.names and not found.more else None
    if kind == "ordered_list_open":
        return _in_list(block)
    line = block.first if kind in ("blockquote_open", "bullet_list_open") else block
    edges = 1
    if line.kind == "list_item_open":
        line, edges = line.first, 2
    if line.kind not in ("paragraph_open", "heading_open") or line.tag == "h1":
        return None
    if line is not block and (not line.paragraph or line.end < block.end - edges):
        return None
    found = _line_in(line.text, above=_stands_above_title(block))
    if not found or (kind == "heading_open" and not found.names):
        return None
    if kind == "bullet_list_open" and not (found.names and (found.sure or all(map(is_full, found.names)))):
        return None
    if line.tag == "h2" and line.said[:1].isupper() and not found.sure:
        return None  # "By Popular Demand"
    return found


def _in_list(listed: Block) -> Line | None:
    """Return the day that Markdown takes for a list of one: "20. November 2026"."""
    items = [item.inner for item in listed.items]
    if len(items) != 1 or len(items[0]) != BLOCK:
        return None
    start = f"{listed.head.attrs.get('start', 1)}. "
    found = _line_in(Block(items[0]).text, start, above=_stands_above_title(listed))
    return found if found and not found.names else None


def _stands_above_title(block: Block) -> bool:
    return not block.at and block.below.tag == "h1"


def _line_in(text: Token, start: str = "", *, above: bool) -> Line | None:
    """Return what a text says as a byline, with what Markdown took for a mark at its start."""
    if len(text.content) > _LONGEST_WRITTEN:
        return None
    lines = map(str.strip, plain_children(text.children or []).split("\n"))
    return signed(start + "\n".join(lines), above=above)


def _rows(table: list[Token]) -> list[str]:
    """Return the rows of a table of two columns as lines "key: value"; none where it has another number."""
    cells = [plain_text(token) for token in table if token.type == "inline"]
    if len(cells) != _COLUMNS * sum(token.type == "tr_open" for token in table):
        return []
    return [": ".join(row) for row in zip(cells[::2], cells[1::2], strict=True) if all(row)]


def _day_heading(block: Block, names: Line) -> Line | None:
    """Return the day that a heading says right below one that says names, if it is of no higher level.

    Where other headings say days too, it is a diary.
    """
    day = block.below
    if not names.names or not block.kind == day.kind == "heading_open" or day.tag < block.tag:
        return None
    found = signed(day.said)
    if not found or found.names or not found.day:
        return None
    return None if any(read_day(other.said) for other in _headings_below(day)) else found

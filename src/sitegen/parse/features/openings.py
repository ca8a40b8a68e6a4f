"""What opens with "Did you know?", "Pro tip:" or "Real-life example:" becomes a callout."""

from bisect import bisect
from collections.abc import Iterator
from copy import copy
from itertools import pairwise, takewhile
from typing import NamedTuple
from unicodedata import category

from markdown_it.token import Token

from sitegen.base.patterns import regex
from sitegen.parse.blocks import LISTS, Block
from sitegen.parse.features.callouts import closed, opening
from sitegen.parse.features.openers import (
    ASKS,
    OPENINGS,
    kind_and_title,
    marks,
    may_open,
    opening_of_heading,
    opens,
    stands_alone,
)
from sitegen.parse.features.rawboxes import boxed, elements_apart, is_tag, raw_title, unboxed
from sitegen.parse.manuscript import Manuscript
from sitegen.parse.tags import HEADING
from sitegen.parse.tokens import BLOCK, keep_from, loosened, paragraph, row_of, within

_DEEP = ("h3", "h4", "h5", "h6")
_IN_LIST = frozenset((*LISTS, "list_item_open"))
_FEW = 3
"""Blocks below a heading that a callout can hold."""
_IN_QUOTE = 2
"""The level of the text of a paragraph in a quote."""
_PICTURE = 3
"""Characters that one picture is of."""
_BOLD_LINE = regex(r"[^\w*\n]{0,8}\*\*[^*\n]{1,80}(?<![.!?…。])\*\*\s*")
_NAMED = regex(
    r"(?P<name>[^\W\d_a-z][^*\n]{0,60}?)(?:[:：]\*\*|\*\*[:：]|\*\*\s[–—](?=\s)|"
    r"(?<![.!?…。:：])\*\*[ \t]*\\?(?=\n))\s*(?=\S)"
)
"""What goes on in bold behind a phrase and ends as a title does: with a colon, a dash or the line."""


def openings(tokens: list[Token], manuscript: Manuscript) -> list[Token]:
    """Return the block tokens with what opens with a phrase as a callout, and callouts that do of the phrase's kind."""
    if not may_open(manuscript):
        return tokens
    tokens = _quotes_apart(_parted(tokens, manuscript), manuscript)
    result: list[Token] = []
    outer: list[str] = []
    asides = [at + 1 for at, token in enumerate(tokens) if is_tag(token, "</aside>")]
    index = 0
    while index < len(tokens):
        token = tokens[index]
        stands = not outer or (token.type == "blockquote_open" and _IN_LIST.issuperset(outer))
        if stands and (taken := _callouts(Block(tokens, index), asides, manuscript)):
            callouts, index = taken
            if _is_picture(result[-BLOCK:]):
                del result[-BLOCK:]
            result.extend(callouts)
            continue
        if token.type == "callout_open":
            begun, index = _specified(Block(tokens, index), manuscript)
            result.extend(begun)
            outer.append(token.type)
            continue
        if token.nesting == 1 and token.type not in ("paragraph_open", "container_open"):
            outer.append(token.type)
        elif token.nesting == -1 and token.type not in ("paragraph_close", "container_close"):
            outer.pop()
        result.append(token)
        index += 1
    return unboxed(result)


def _is_picture(above: list[Token]) -> bool:
    """Tell whether a paragraph is no more than a picture, as Notion parts it from the phrase behind it."""
    if len(above) < BLOCK or above[0].type != "paragraph_open" or above[0].hidden:
        return False
    text = above[1].content
    return 0 < len(text) <= _PICTURE and not text.isascii() and "So" in map(category, text)


def _parted(tokens: list[Token], manuscript: Manuscript) -> list[Token]:
    """Return blocks with paragraphs in parts, where a line opens with a phrase in bold or behind a picture."""
    result: list[Token] = []
    for token in tokens:
        if token.type == "html_block" and not token.level:
            result += elements_apart(token, manuscript) or [token]
        elif 0 < token.level <= _IN_QUOTE and "\n" in token.content and result[-1].type == "paragraph_open":
            parts = [each for part in _at_openings(token, manuscript) for each in paragraph(part)][1:-1]
            result += within(parts, token.level - 1) if len(parts) > 1 else [token]
        else:
            result.append(token)
    return result


def _quotes_apart(tokens: list[Token], manuscript: Manuscript) -> list[Token]:
    """Return blocks with quotes in parts, each of which opens with a phrase, as their first paragraphs do."""
    result: list[Token] = []
    quote: Token | None = None
    for at, token in enumerate(tokens):
        if not token.level:
            begins = token.type == "blockquote_open" and _opens(Block(tokens, at).first, manuscript)
            quote = token if begins else None
        elif quote and token.level == 1 and tokens[at - 1] is not quote and _opens(Block(tokens, at), manuscript):
            result += [Token("blockquote_close", "blockquote", -1, block=True), copy(quote)]
        result.append(token)
    return result


def _opens(block: Block, manuscript: Manuscript) -> bool:
    return block.paragraph is not None and opens(block.text.content, manuscript) is not None


def _at_openings(text: Token, manuscript: Manuscript) -> Iterator[Token]:
    lines = text.content.split("\n")
    starts = [at for at, line in enumerate(lines) if not at or (not line[:1].isalpha() and opens(line, manuscript))]
    first = row_of(text)
    for start, end in pairwise((*starts, len(lines))):
        part = copy(text)
        part.children = []
        part.content = "\n".join(lines[start:end]).rstrip(" \\" if end < len(lines) else "")
        part.map = [first + start, first + end]
        yield part


def _callouts(block: Block, asides: list[int], manuscript: Manuscript) -> tuple[list[Token], int] | None:
    """Return the callouts that a block is, and where the text goes on."""
    tokens = block.tokens
    if block.kind in LISTS:
        return _listed(block, manuscript)
    if block.kind == "heading_open":
        return _headed(block.tag, block.text, block, manuscript)
    if block.kind == "table_open":
        return _framed(block, manuscript)
    if block.kind == "html_block":
        held = tokens[block.at : block.end + is_tag(block.head, "<aside>")]
        html = list(takewhile(lambda each: each.type == "html_block", held))
        if callout := boxed(html, manuscript):
            return callout, block.at + len(html)
        if title := raw_title(block.head):
            return _headed(*title, block, manuscript)
    around = _around(block, asides)
    first = block.first if around else block
    alone = first.paragraph and around and first.end < around - 1 and stands_alone(first.text, manuscript)
    if first.kind == "heading_open" or alone:
        opened = opening_of_heading(first.text, manuscript)
        return ([*opened, *tokens[first.end : around - 1], closed()], around) if opened else None
    if not first.paragraph:
        return None
    if not (cut := _cut(first.text, manuscript)):
        return None
    cut = _with_title(cut, first, manuscript, around=around)
    end = around - 1 if around else _end(block, manuscript, alone=not cut.text.content)
    callout = _callout(cut, tokens[first.at : end])
    return (callout, around or end) if callout else None


class _Cut(NamedTuple):
    """A text that begins with a phrase, in two."""

    opening: list[Token]
    """Of a callout."""
    text: Token
    """What follows the phrase, as an inline token."""


def _callout(cut: _Cut, tokens: list[Token]) -> list[Token]:
    """Return the callout that blocks are of which the first was cut; none where it would be empty."""
    inner = [tokens[0], cut.text, *tokens[2:]] if cut.text.content else tokens[BLOCK:]
    return [*cut.opening, *inner, closed()] if inner else []


def _cut(text: Token, manuscript: Manuscript) -> _Cut | None:
    """Return the two parts of a text that begins with a phrase."""
    match = opens(text.content, manuscript)
    if not match:
        return None
    kind, title = kind_and_title(match)
    line = row_of(text)
    # What emphasis does not end with the phrase goes on after it.
    open_marks, end = marks(match["before"]).removesuffix(match["after"][::-1]), match.end()
    if open_marks == "**" and (named := _NAMED.match(match.string, end)):
        title = f"{title}{'' if ASKS.search(title) else ':'} {named['name'].strip()}"
        open_marks, end = "", named.end()
    rest = open_marks + match.string[end:]
    behind = copy(text)
    behind.children = []
    keep_from(behind, line + match.string.count("\n", 0, end), rest if any(map(str.isalnum, rest)) else "")
    return _Cut(opening(kind, title, line, manuscript), behind)


def _with_title(cut: _Cut, block: Block, manuscript: Manuscript, *, around: int) -> _Cut:
    """Return a paragraph in two that is a phrase and a few words in bold above what they are the title of, as a title.

    Outside of a quote only an example surely goes on below; of a tip the words may be all.
    """
    text, below = block.text, block.below
    if not cut.text.content or not _BOLD_LINE.fullmatch(text.content):
        return cut
    if around:
        goes_on = below.at < around - 1
    else:
        goes_on = (
            cut.opening[0].info == "example"
            and not cut.text.content.lstrip("*_ ")[:1].islower()
            and below.paragraph is not None
            and not _begins_something_else(below, manuscript)
        )
    opened = opening_of_heading(text, manuscript) if goes_on else []
    if not opened:
        return cut
    nothing = copy(cut.text)
    nothing.content = ""
    return _Cut(opened, nothing)


def _headed(tag: str, title: Token, heading: Block, manuscript: Manuscript) -> tuple[list[Token], int] | None:
    """Return the callout that a heading and the few blocks below it are, and where the text goes on."""
    fits = tag in _DEEP or (tag == "h2" and stands_alone(title, manuscript))
    opened = opening_of_heading(title, manuscript) if fits else []
    if not opened:
        return None
    start, end = heading.end, _few(heading.below, manuscript).at
    return ([*opened, *heading.tokens[start:end], closed()], end) if end > start else None


def _few(first: Block, manuscript: Manuscript) -> Block:
    """Return what stands behind the few blocks that a callout can hold; the `first` where these are none, or more."""
    block = first
    for _ in range(_FEW + 1):
        if not block.kind or _begins_something_else(block, manuscript):
            return block
        block = block.below
    return first


def _listed(listed: Block, manuscript: Manuscript) -> tuple[list[Token], int] | None:
    """Return the callouts that the items of a list are, where each of them opens as one, in bold or with a picture.

    Those that follow items without such marks are callouts behind the list: among "**What:** …" and "**Why:** …" one is
    an item.
    """
    callouts: list[Token] = []
    plain = begin = listed.first.at
    for item in listed.items:
        text = item.first.paragraph
        if text and text.content[:1].isalnum():
            if callouts:
                return None
            plain = item.end
        elif text and (cut := _cut(text, manuscript)) and (callout := _callout(cut, loosened(item.inner))):
            callouts += callout
        else:
            return None
    end = listed.end
    above = [*listed.tokens[listed.at : plain], listed.tokens[end - 1]] if plain > begin else []
    return ([*above, *callouts], end) if callouts else None


def _framed(table: Block, manuscript: Manuscript) -> tuple[list[Token], int] | None:
    """Return the callout that a table of one column is, as word processors frame a text, and where the text goes on.

    Pictures may stand in another.
    """
    end = table.end
    rows = sum(token.type == "tr_open" for token in table.inner)
    cells = [token for token in table.inner if token.type == "inline"]
    places = [at for at, cell in enumerate(cells) if any(map(str.isalnum, cell.content))]
    if not rows or len({at % (len(cells) // rows) for at in places}) != 1:
        return None
    filled = [cells[at] for at in places]
    blocks = [token for cell in filled for token in paragraph(cell)]
    if len(filled) > 1 and (opened := opening_of_heading(filled[0], manuscript)):
        return [*opened, *blocks[BLOCK:], closed()], end
    cut = _cut(filled[0], manuscript)
    callout = _callout(cut, blocks) if cut else []
    return (callout, end) if callout else None


def _specified(callout: Block, manuscript: Manuscript) -> tuple[list[Token], int]:
    """Return how a callout begins, with the kind that its title, or else its text, opens with; and where it goes on."""
    token, title, below = callout.head, callout.first.text, callout.first.below
    begun, cut = callout.tokens[callout.at : below.at], None
    if below.paragraph and title.content == opening(token.info, "", 0, manuscript)[2].content:
        cut = _cut(below.text, manuscript)
    if cut and token.info in OPENINGS and token.info not in ("important", cut.opening[0].info):
        cut = None
    if opened := cut.opening if cut else opening_of_heading(title, manuscript):
        if cut or opened[0].info != "important":
            token.info = opened[0].info
        title.content = opened[2].content
    if not cut:
        return begun, below.at
    rest = [below.head, cut.text, callout.tokens[below.end - 1]] if cut.text.content else []
    return [*begun, *rest], below.end


def _begins_something_else(block: Block, manuscript: Manuscript) -> bool:
    if block.kind in ("heading_open", "hr", "container_close", "callout_open", "callout_close"):
        return True
    if block.kind == "html_block":
        return bool(HEADING.search(block.head.content) or boxed([block.head], manuscript))
    return _opens(block.first if block.kind == "blockquote_open" else block, manuscript)


def _around(block: Block, asides: list[int]) -> int:
    """Return where a quote or an `<aside>` ends that begins with words; 0 where none begins here.

    `asides` says where the latter end.
    """
    if block.first.kind not in ("paragraph_open", "heading_open"):
        return 0
    if block.kind == "blockquote_open":
        return block.end
    next_end = bisect(asides, block.at)
    if not is_tag(block.head, "<aside>") or next_end == len(asides):
        return 0
    end = asides[next_end]
    within = sum(each.nesting for each in block.tokens[block.at : end])
    return 0 if within else end  # where it ends in a list, it ends nothing


def _end(block: Block, manuscript: Manuscript, *, alone: bool) -> int:
    """Return the index behind the last token of a callout: of its paragraph, or of the block after it.

    A list belongs to the paragraph above it that ends in a colon. What stands between rules belongs together.
    """
    last, below = block, block.below
    if alone and block.above.kind == "hr":
        few = _few(below, manuscript)
        if few.at > below.at and few.kind == "hr":
            return few.at
    if alone and below.kind not in ("", "html_block") and not _begins_something_else(below, manuscript):
        last, below = below, below.below
    leads = last.paragraph is not None and last.text.content.rstrip("*_ ").endswith((":", "："))
    return below.end if leads and below.kind in LISTS else below.at

"""What several rules do with tokens: make them, tell what they say and where they stand, take them away, cut HTML."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import copy
from functools import lru_cache
from itertools import pairwise

from markdown_it.token import Token

from sitegen.base.html import visible_text
from sitegen.base.patterns import regex
from sitegen.parse.tags import element

_NEAR = 2000
"""Characters in which it is quicker to count lines than to know where all of them end."""
BLOCK = 3
"""How many tokens a paragraph or a heading is."""
Change = tuple[int, int, Sequence[Token]]
"""(from, to, what stands there instead)."""
RAW = "raw"
"""The key in `meta` of the HTML that a token was made of."""

_PARAGRAPH = regex(
    r"<p\b[^<>]*>[^<]*(?:<(?!/?(?:p|div|section|table|[duo]l|blockquote|details|figure)\b)[^<]*)*</p\s*>", re.IGNORECASE
)
"""A paragraph of raw HTML that holds no block."""
_COMMENT = regex(r"<!--[^<>]*-->")
_BLANK = regex(r"(?:&nbsp;|[\s\u200b\u2060\ufeff])+")

_UNSHOWN = regex(element("script", "style", "noscript", "template"), re.IGNORECASE)
_SHOWN = regex(r"<(?:img|iframe|form|input|textarea|video|audio|svg)\b", re.IGNORECASE)

BREAKS = ("softbreak", "hardbreak")
"""What ends a line in the source."""
_BREAK_TAG = regex(r"<br\s*/?>", re.IGNORECASE)
_AS_WRITTEN = regex(r"<(/?)(?:code|kbd|samp|var|pre|script|style|math|tt|abbr)\b", re.IGNORECASE)


def inline(content: str, row: int, children: Iterable[Token] = ()) -> Token:
    """Return the inline token of what stands in one line of the file, whose index is `row`.

    Without `children` its content is read as all other text is.
    """
    return Token("inline", "", 0, content=content, map=[row, row + 1], children=[*children], block=True)


def words(content: str, level: int = 0) -> Token:
    """Return the inline token of plain text."""
    return Token("text", "", 0, content=content, level=level)


def line_of(name: str, tag: str, text: Token) -> list[Token]:
    """Return the tokens of a block that holds one text."""
    return [Token(f"{name}_open", tag, 1, block=True), text, Token(f"{name}_close", tag, -1, block=True)]


def paragraph(text: Token) -> list[Token]:
    """Return the tokens of a paragraph."""
    return line_of("paragraph", "p", text)


def heading(text: Token, tag: str) -> list[Token]:
    """Return the tokens of a heading."""
    return line_of("heading", tag, text)


def become(opened: Token, closed: Token, name: str, tag: str) -> None:
    """Turn a block that holds one text into one of another kind: a paragraph into a heading, for one."""
    for token, edge in ((opened, "open"), (closed, "close")):
        token.type, token.tag = f"{name}_{edge}", tag


def figure(picture: Token, caption: Token | None, attributes: Mapping[str, str]) -> list[Token]:
    """Return the tokens of a figure."""
    below = line_of("figcaption", "figcaption", caption) if caption else ()
    opened = Token("figure_open", "figure", 1, attrs={**attributes}, block=True)
    return [opened, picture, *below, Token("figure_close", "figure", -1, block=True)]


def in_bold(inner: Iterable[Token]) -> list[Token]:
    """Return inline tokens in bold."""
    return [Token("strong_open", "strong", 1), *inner, Token("strong_close", "strong", -1)]


def link_to(target: str, inner: Iterable[Token], meta: Mapping[str, object]) -> list[Token]:
    """Return inline tokens as those of a link."""
    return [Token("link_open", "a", 1, attrs={"href": target}, meta={**meta}), *inner, Token("link_close", "a", -1)]


def row_of(token: Token, at: int = 0) -> int:
    """Return the index of the file's line in which a token begins, or in which an offset of its content stands.

    What does not stand in it (-1) counts as its beginning.
    """
    first, text = token.map[0] if token.map else 0, token.content
    return first + (text.count("\n", 0, max(at, 0)) if at < _NEAR else bisect_left(_line_ends(text), at))


@lru_cache(maxsize=4)
def _line_ends(text: str) -> list[int]:
    """Return where each line of a text ends; kept, since a block of raw HTML may be asked for ten thousand places."""
    return [end.start() for end in re.finditer("\n", text)]


def keep_from(text: Token, row: int, content: str) -> None:
    """Leave of an inline token no more than a `content`, which begins in the file's line with the index `row`."""
    text.content = content
    text.map = [row, max(row + 1, text.map[1] if text.map else 0)]


def place_in(token: Token, at: int) -> list[int]:
    """Return the `map` of what stands at an offset of a token's content, in one line."""
    line = row_of(token, at)
    return [line, line + 1]


def only_comments(html: str) -> bool:
    """Tell whether a stretch of raw HTML holds nothing but comments, as WordPress writes around its blocks."""
    return "<!--" in html and not _COMMENT.sub("", html).strip()


def is_comment(token: Token) -> bool:
    """Tell whether a block is a comment in raw HTML."""
    return token.type == "html_block" and only_comments(token.content)


def shows_nothing(tokens: Iterable[Token]) -> bool:
    """Tell whether this is raw HTML that a script of another site would fill."""
    return all(
        each.type == "html_block"
        and not _SHOWN.search(each.content)
        and not visible_text(_UNSHOWN.sub("", each.content)).strip()
        for each in tokens
    )


def html_parts(token: Token, edges: Sequence[int]) -> list[Token]:
    """Return the stretches of raw HTML between offsets as blocks of their own, without those that are empty."""
    parts: list[Token] = []
    line = row_of(token, edges[0])
    for start, end in pairwise(edges):
        html = token.content[start:end]
        if shown := html.strip():
            first = line + html.count("\n", 0, html.index(shown[0]))
            parts.append(Token("html_block", "", 0, content=shown + "\n", map=[first, first + 1], block=True))
        line += html.count("\n")
    return parts


def dressed(tokens: Sequence[Token]) -> list[Token]:
    """Return the tokens with those that stand for HTML as it was written."""
    result = [*tokens]
    for at in reversed(range(len(result))):
        if raw := result[at].meta.get(RAW):
            result[at : at + BLOCK] = [Token("html_block", "", 0, content=raw, map=result[at].map, block=True)]
    return result


def html_paragraphs(token: Token, start: int, end: int) -> list[Token]:
    """Return a stretch of raw HTML as a block of its own; as one for each paragraph where it is nothing else."""
    html = token.content[start:end]
    starts = [start + match.start() for match in _PARAGRAPH.finditer(html)]
    if _COMMENT.sub("", _PARAGRAPH.sub("", html)).strip():
        starts = []
    return html_parts(token, (start, *starts[1:], end))


def changed(tokens: list[Token], changes: Iterable[Change]) -> list[Token]:
    """Return the tokens with others in place of some stretches, which are told in their order."""
    result: list[Token] = []
    done = 0
    for start, end, made in changes:
        result += [*tokens[done:start], *made]
        done = end
    return [*result, *tokens[done:]] if done else tokens


def without(tokens: list[Token], gone: set[int]) -> list[Token]:
    """Return the tokens but for those at some indexes."""
    return [token for at, token in enumerate(tokens) if at not in gone] if gone else tokens


def without_blanks(tokens: list[Token]) -> list[Token]:
    """Return the block tokens without paragraphs that keep a distance and say nothing, as editors of pages write."""
    blank = {
        at + part
        for at, token in enumerate(tokens)
        if token.type == "paragraph_open" and not token.level and _BLANK.fullmatch(tokens[at + 1].content)
        for part in range(BLOCK)
    }
    return without(tokens, blank)


def raised(token: Token, levels: int) -> Token:
    """Return a copy of a token, so many levels further out."""
    token = copy(token)
    token.level -= levels
    return token


def within(tokens: Iterable[Token], levels: int) -> list[Token]:
    """Return copies of tokens, so many levels further in: level 0 is the top of the text."""
    return [raised(token, -levels) for token in tokens]


def loosened(tokens: Sequence[Token]) -> list[Token]:
    """Return the tokens of a list's item with its paragraphs, which a tight list leaves out."""
    result = [copy(token) if token.hidden and token.level == tokens[0].level else token for token in tokens]
    for token in result:
        token.hidden = token.hidden and token.level != tokens[0].level
    return result


def plain_text(text: Token) -> str:
    """Return what a reader sees of an inline token."""
    return " ".join(plain_children(text.children or []).split())


def plain_children(children: list[Token]) -> str:
    """Return the visible text of inline tokens."""
    parts: list[str] = []
    for child in children:
        if child.type in ("text", "code_inline", "text_special", "math_inline"):
            parts.append(child.content)
        elif is_break(child):
            parts.append("\n")
        elif child.type == "image":
            parts.append(plain_children(child.children or []))
    return "".join(parts)


def spoken_in(children: Sequence[Token]) -> Iterator[Token]:
    """Yield the texts among inline tokens, but for what raw HTML has as code, and addresses that links show."""
    raw, address = 0, False
    for child in children:
        if child.type == "html_inline":
            if match := _AS_WRITTEN.match(child.content):
                raw = max(0, raw - 1 if match[1] else raw + 1)
        elif child.nesting:
            address = child.nesting > 0 and (child.info == "auto" or child.markup == "autolink")
        elif child.type == "text" and not raw and not address:
            yield child


def is_break(child: Token) -> bool:
    """Tell whether a line ends here, at the end of one in the source or at a tag."""
    return child.type in BREAKS or (child.type == "html_inline" and bool(_BREAK_TAG.fullmatch(child.content)))


def is_all(text: Token, tag: str) -> bool:
    """Tell whether a line is in bold (`strong`) or in italics (`em`) from end to end, but for signs around it."""
    children = [child for child in text.children or [] if child.type != "text" or any(map(str.isalnum, child.content))]
    marks = [at for at, child in enumerate(children) if child.tag == tag]
    return marks == [0, len(children) - 1]


def without_idle_rules(tokens: list[Token]) -> list[Token]:
    """Return the tokens without rules that nothing stands above, or below, or between."""
    kept: list[Token] = []
    for token in tokens:
        if not _is_rule(token) or (kept and not _is_rule(kept[-1])):
            kept.append(token)
    return kept[:-1] if kept and _is_rule(kept[-1]) else kept


def _is_rule(token: Token) -> bool:
    return token.type == "hr" and not token.level

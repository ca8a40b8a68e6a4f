"""Headings as they are written: their attributes and levels, what stands for one, and the one that says the title.

Where a text has no headings, lines in bold are its headings. A section that is raw HTML from its heading on, as an FAQ
may be, becomes one of Markdown.
"""

import re

from markdown_it.token import Token

from sitegen.base.html import visible_text
from sitegen.base.patterns import regex
from sitegen.base.text import letters
from sitegen.parse.attributes import cut_attributes
from sitegen.parse.blocks import Block, top_headings
from sitegen.parse.tags import HEADING
from sitegen.parse.tokens import BLOCK, RAW, become, html_paragraphs, inline, is_all, place_in, plain_text, words

_WORDS = regex(r"\W+")
_LONG = 140
"""Characters: no title has more."""
_ENDS = (".", "。", ":", ",")
"""What ends a sentence, and no title."""
_SEVERAL = 2
_LEVEL = regex(
    r"(?P<before>[^\w\[]{0,4})(?P<bracket>\[)?H(?P<level>[1-6])(?(bracket)\]:?|\s?(?:[:：.]|[–—-](?=\s)))\s*(?=\S)"
)
_LABEL = regex(r"^(?:(?:article |blog |post |main )?title|headline)\s?:\s*(?=\W*(?-i:[^\W_a-z]))", re.IGNORECASE)
"""What outlines say before a title, which begins with a capital or a number."""
_PHRASE = 3
"""Words that are no chance."""

_FEWEST = 3
"""Fewer may be emphasis."""
_LONGEST_IN_BOLD = 80
"""Characters: no such line has more."""
_NOT_IN_TITLES = (".", ":", "!", "?", ",", ";", "…", "。", "：", "？", "！")
"""What ends a sentence, a question or a label."""

_OWN_ID = regex(r"""\bid\s*=\s*["']([^"']*)["']""", re.IGNORECASE)
_BOX = regex(r"<(?P<close>/?)(?:div|section|article|aside|blockquote|details|table|[duo]l)\b", re.IGNORECASE)
"""Where an element begins or ends that holds others."""


def cut_heading_attributes(tokens: list[Token]) -> None:
    """Take `{#id .class}` off the end of heading texts."""
    for index, token in enumerate(tokens):
        if token.type == "heading_open":
            text = tokens[index + 1]
            text.content, attributes = cut_attributes(text.content)
            token.attrs = {**attributes}


def cut_level_labels(tokens: list[Token]) -> None:
    """Take "H2:" off the texts of headings of that level, as outlines have it, where all that begin so are such.

    Where there are no headings, lines that begin so are these, and lines that begin with "[H2]" are everywhere.
    """
    kinds = {token.type for token in tokens}
    kind = "heading" if "heading_open" in kinds and not _is_bracketed(tokens) else "paragraph"
    labels = [
        (at, match)
        for at, token in enumerate(tokens)
        if token.type == f"{kind}_open" and not token.level and (match := _LEVEL.match(tokens[at + 1].content))
    ]
    written = [f"h{match['level']}" for _, match in labels]
    if kind == "paragraph":
        fits = all("\n" not in match.string and not match.string.endswith(_ENDS) for _, match in labels)
    else:
        fits = written == [tokens[at].tag for at, _ in labels]
    if len(labels) < _SEVERAL or not fits:
        return
    for tag, (at, match) in zip(written, labels, strict=True):
        tokens[at + 1].content = match["before"] + match.string[match.end() :]
        become(tokens[at], tokens[at + 2], "heading", tag)


def _is_bracketed(tokens: list[Token]) -> bool:
    """Tell whether lines begin with levels in brackets."""
    lines = (tokens[at + 1].content for at, token in enumerate(tokens) if token.type == "paragraph_open")
    return any((match := _LEVEL.match(line)) and match["bracket"] for line in lines)


def stands_for_heading(text: Token) -> bool:
    """Tell whether a paragraph is all bold or ends in a colon."""
    return is_all(text, "strong") or plain_text(text).endswith((":", "："))


def take_title(tokens: list[Token], title: str, *, lines: bool, signed: bool) -> tuple[str, list[Token]]:
    """Return the title and the tokens without the first-level heading that says it.

    Without a title the first such heading is it. Where there is none, and `lines` may be titles, the line above all
    other text is it that is bold or `signed`, with a byline below, or a heading with all others below it. With a title,
    a heading or a line in bold at the very top that repeats it leaves, and so does one of the first level that has most
    of its words and no others.
    """
    found = _title_again(tokens, title, lines=lines) if title else _title_said(tokens, lines=lines, signed=signed)
    if not found:
        return title, tokens
    return title or _LABEL.sub("", found.said), [*tokens[: found.at], *tokens[found.end :]]


def _title_again(tokens: list[Token], title: str, *, lines: bool) -> Block | None:
    """Return where the text says a title again; None where it does not."""
    top = next((at for at, token in enumerate(tokens) if token.type not in ("html_block", "hr")), 0)
    if tokens and _is_first_level(tokens[top]):
        text = plain_text(tokens[top + 1])
        return Block(tokens, top) if _says_same(text, title) or _is_part(text, title) else None
    first = Block(tokens)
    if len(tokens) <= BLOCK:
        return None
    fits = first.kind == "heading_open" or (lines and first.paragraph and is_all(first.text, "strong"))
    return first if fits and _says_same(first.said, title) else None


def _title_said(tokens: list[Token], *, lines: bool, signed: bool) -> Block | None:
    """Return where the text says its title; None where it does not."""
    main = next((at for at, token in enumerate(tokens) if _is_first_level(token)), -1)
    if main >= 0:
        return Block(tokens, main) if plain_text(tokens[main + 1]) else None
    first = Block(tokens)
    if not lines:
        return None
    if first.kind == "heading_open":
        return first if signed or _stands_above(tokens) else None
    if len(tokens) <= BLOCK or not first.paragraph:
        return None
    text = first.said
    fits = is_all(first.text, "strong") or (signed and len(text) < _LONG and not text.endswith(_ENDS))
    return first if fits else None


def _is_first_level(token: Token) -> bool:
    return token.type == "heading_open" and token.tag == "h1" and not token.level


def _stands_above(tokens: list[Token]) -> bool:
    """Tell whether the heading that a text begins with has several below it, and none of its level beside it."""
    first, *others = [heading.tag for heading in top_headings(tokens)]
    return len(others) >= _SEVERAL and min(others) > first


def _is_part(text: str, title: str) -> bool:
    """Tell whether a text is a title with some words left out, fewer than are left."""
    words, all_words = _WORDS.sub(" ", text).casefold().split(), _WORDS.sub(" ", title).casefold().split()
    rest = iter(all_words)
    return len(words) >= max(_PHRASE, len(all_words) / 2) and all(word in rest for word in words)


def _says_same(text: str, title: str) -> bool:
    return letters(text) == letters(title)


def with_bold_headings(tokens: list[Token]) -> list[Token]:
    """Return the tokens with lines in bold as headings, where the text has no others.

    The title of an FAQ counts where it is such a line. Lines that recur are no headings: they name who speaks.
    """
    if any(token.type == "heading_open" for token in tokens):
        return tokens
    paragraphs = [Block(tokens, at) for at, token in enumerate(tokens) if token.type == "paragraph_open"]
    lines = [block for block in paragraphs if _is_bold_heading(block)]
    titles = [token.meta["section"].heading for token in tokens if token.type == "faq_slot"]
    titled = sum(bool(title) and is_all(title, "strong") for title in titles)
    if not lines or len(lines) + titled < _FEWEST or len({line.said for line in lines}) < len(lines):
        return tokens
    for line in lines:
        line.text.children = [child for child in line.text.children or [] if child.tag != "strong"]
        become(line.head, tokens[line.end - 1], "heading", "h2")
    return tokens


def _is_bold_heading(line: Block) -> bool:
    """Tell whether a paragraph is a line in bold with something else below it."""
    title = line.said
    if (
        line.head.level
        or not 0 < len(title) <= _LONGEST_IN_BOLD
        or title.endswith(_NOT_IN_TITLES)
        or not is_all(line.text, "strong")
    ):
        return False
    below = line.below
    return bool(below.kind) and not (below.paragraph and is_all(below.text, "strong"))


def with_raw_headings(tokens: list[Token], begins: re.Pattern[str]) -> list[Token]:
    """Return the tokens with the headings of raw HTML as such, from one whose title `begins` a section to its end.

    Tokens are left just as they are where the section begins in another element or ends within one.
    """
    raw = [token.content for token in tokens if token.type == "html_block"]
    if "<h" not in "".join(raw).lower():
        return tokens
    result: list[Token] = []
    within = depth = 0
    for token in tokens:
        if token.type != "html_block" or token.level:
            result.append(token)
            continue
        html, pos, seen = token.content, 0, 0
        for match in HEADING.finditer(html):
            begun = bool(begins.fullmatch(visible_text(match["title"])))
            if not within and not begun:
                continue
            depth += _opened(html[seen : match.start()])
            seen = match.end()
            if depth and not within:
                return tokens
            if depth:
                continue
            result += [*html_paragraphs(token, pos, match.start()), *raw_heading(match, token)]
            pos = match.end()
            level = int(match["level"])
            within = level if begun else 0 if level <= within else within
        depth += _opened(html[seen:])
        result += html_paragraphs(token, pos, len(html)) if pos or within else [token]
    return tokens if within and depth else result


def _opened(html: str) -> int:
    """Return how many elements that hold others are opened and not closed."""
    return sum(-1 if match["close"] else 1 for match in _BOX.finditer(html))


def raw_heading(match: re.Match[str], token: Token, start: int = 0) -> list[Token]:
    """Return a heading of raw HTML, or of a piece of it that begins at `start`, as one of Markdown."""
    place, tag = place_in(token, start + match.start()), f"h{match['level']}"
    begin = Token("heading_open", tag, 1, map=place, markup="#", block=True, meta={RAW: f"{match[0]}\n"})
    if found := _OWN_ID.search(match["attributes"]):
        begin.attrs = {"id": found[1]}
    title = visible_text(match["title"])
    text = inline(title, place[0], [words(title)])
    return [begin, text, Token("heading_close", tag, -1, block=True)]

"""Where a text has no headings, lines in bold are its headings."""

from markdown_it.token import Token

from sitegen.parse.blocks import Block
from sitegen.parse.inlines import is_all
from sitegen.parse.tokens import become

_FEWEST = 3
"""Fewer may be emphasis."""
_LONG = 80
"""Characters: no such line has more."""
_ENDS = (".", ":", "!", "?", ",", ";", "…", "。", "：", "？", "！")
"""What ends a sentence, a question or a label."""


def with_bold_headings(tokens: list[Token]) -> list[Token]:
    """Return the tokens with lines in bold as headings, where the text has no others.

    The title of an FAQ counts where it is such a line. Lines that recur are no headings: they name who speaks.
    """
    if any(token.type == "heading_open" for token in tokens):
        return tokens
    paragraphs = [Block(tokens, at) for at, token in enumerate(tokens) if token.type == "paragraph_open"]
    lines = [block for block in paragraphs if _is_heading(block)]
    titles = [token.meta["section"].heading for token in tokens if token.type == "faq_slot"]
    titled = sum(bool(title) and is_all(title, "strong") for title in titles)
    if not lines or len(lines) + titled < _FEWEST or len({line.said for line in lines}) < len(lines):
        return tokens
    for line in lines:
        line.text.children = [child for child in line.text.children or [] if child.tag != "strong"]
        become(line.head, tokens[line.end - 1], "heading", "h2")
    return tokens


def _is_heading(line: Block) -> bool:
    """Tell whether a paragraph is a line in bold with something else below it."""
    title = line.said
    if line.head.level or not 0 < len(title) <= _LONG or title.endswith(_ENDS) or not is_all(line.text, "strong"):
        return False
    below = line.below
    return bool(below.kind) and not (below.paragraph and is_all(below.text, "strong"))

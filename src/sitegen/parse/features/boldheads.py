"""Where a text has no headings, lines in bold are its headings."""

from markdown_it.token import Token

from sitegen.parse.inlines import is_all, plain_text
from sitegen.parse.tokens import BLOCK

_FEWEST = 3
"""Fewer may be emphasis."""
_LONG = 80
"""Characters: no such line has more."""
_ENDS = (".", ":", "!", "?", ",", ";", "…", "。", "：", "？", "！")
"""What ends a sentence, a question or a label."""


def with_bold_headings(tokens: list[Token]) -> list[Token]:
    """Return the tokens with lines in bold as headings, where the text has no others.

    Lines that recur are no headings: they name who speaks.
    """
    if any(token.type == "heading_open" for token in tokens):
        return tokens
    lines = [at for at, token in enumerate(tokens) if token.type == "paragraph_open" and _is_heading(tokens, at)]
    if len(lines) < _FEWEST or len({plain_text(tokens[at + 1]) for at in lines}) < len(lines):
        return tokens
    for at in lines:
        tokens[at] = Token("heading_open", "h2", 1, map=tokens[at].map, block=True)
        tokens[at + 2] = Token("heading_close", "h2", -1, block=True)
        tokens[at + 1].children = [child for child in tokens[at + 1].children or [] if child.tag != "strong"]
    return tokens


def _is_heading(tokens: list[Token], at: int) -> bool:
    """Tell whether a paragraph is a line in bold with something else below it."""
    text = tokens[at + 1]
    title = plain_text(text)
    if tokens[at].level or not 0 < len(title) <= _LONG or title.endswith(_ENDS) or not is_all(text, "strong"):
        return False
    below = tokens[at + BLOCK : at + BLOCK + 2]
    return bool(below) and not (below[0].type == "paragraph_open" and is_all(below[1], "strong"))

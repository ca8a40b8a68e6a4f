"""Places in which a template, a script or a writer was to put articles or comments, and nobody has."""

import re

from markdown_it.token import Token

from sitegen.base.patterns import regex
from sitegen.parse.blocks import Block
from sitegen.parse.features.linklists import has_links
from sitegen.parse.manuscript import Manuscript
from sitegen.parse.tokens import BLOCK, plain_text, row_of

_PLACEHOLDER = regex(
    r"\{\{[^{}]*\}\}|(?:\{%[^{}]*%\}\s*)+|\[[^\[\]]*\](?:\s+\[[^\[\]]*\])*|\((?:insert|add|place|list)\s[^()]*\)|"
    r"[(*_]{0,3}(?:links? to )?(?:related|similar|recommended|suggested|other|more) "
    r"(?:articles?|posts?|stories|links|content)"
    r"(?: (?:will )?(?:appear|go|be (?:displayed|shown|listed|added)) here| placeholders?)[.…)*_]{0,4}",
    re.IGNORECASE,
)
"""What a template would fill, or a writer was to."""
_COMPONENT = regex(r"\s*<(?P<name>[A-Z]\w*)(?:\s[^<>]*)?(?:/>|>\s*</(?P=name)>)\s*")
"""What a script would put there."""


def is_unfilled(line: str) -> bool:
    """Tell whether a line is no more than such a place."""
    return bool(_PLACEHOLDER.fullmatch(line))


def is_component(token: Token) -> bool:
    """Tell whether a block is a component that a script would fill."""
    return token.type == "html_block" and bool(_COMPONENT.fullmatch(token.content))


def placeholder(tokens: list[Token]) -> Token | None:
    """Return the line that is all there is, if it is no more than a place for something."""
    if len(tokens) == 1 and is_component(tokens[0]):
        return tokens[0]
    line = Block(tokens).paragraph if len(tokens) == BLOCK and not has_links(tokens) else None
    return line if line and is_unfilled(plain_text(line)) else None


def report_placeholders(title: Token, manuscript: Manuscript, message: str) -> None:
    """Report what stands below a title and is of no use; `{}` in the message is the title."""
    message = message.format(f'"{plain_text(title)}"')
    hint = "write the paths of articles, [title](other-article.md), or remove it: the page suggests some by itself"
    manuscript.report_text("parse/placeholder", message, row_of(title), title.content, hint=hint)


def report_place(text: Token, manuscript: Manuscript) -> None:
    """Report a place that leaves the text with its heading."""
    written = text.content.partition("\n")[0]
    message = f'nothing fills in "{written}", so it is left out with its heading'
    hint = "remove both: the page has a place of its own for this"
    manuscript.report_text("parse/placeholder", message, row_of(text), written, hint=hint)

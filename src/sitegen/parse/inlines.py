"""What inline tokens say, and how: their text, where their lines end, whether all of it is in bold."""

import re

from markdown_it.token import Token

from sitegen.base.patterns import regex

BREAKS = ("softbreak", "hardbreak")
"""What ends a line in the source."""
_BREAK_TAG = regex(r"<br\s*/?>", re.IGNORECASE)


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


def is_break(child: Token) -> bool:
    """Tell whether a line ends here, at the end of one in the source or at a tag."""
    return child.type in BREAKS or (child.type == "html_inline" and bool(_BREAK_TAG.fullmatch(child.content)))


def is_all(text: Token, tag: str) -> bool:
    """Tell whether a line is in bold (`strong`) or in italics (`em`) from end to end, but for signs around it."""
    children = [child for child in text.children or [] if child.type != "text" or any(map(str.isalnum, child.content))]
    marks = [at for at, child in enumerate(children) if child.tag == tag]
    return marks == [0, len(children) - 1]

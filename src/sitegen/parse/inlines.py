"""What inline tokens say, and how: their text, where their lines end, whether all of it is in bold."""

import re
from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from sitegen.base.patterns import regex

BREAKS = ("softbreak", "hardbreak")
"""What ends a line in the source."""
_BREAK_TAG = regex(r"<br\s*/?>", re.IGNORECASE)
_AS_WRITTEN = regex(r"<(/?)(?:code|kbd|samp|var|pre|script|style|math|tt|abbr)\b", re.IGNORECASE)


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

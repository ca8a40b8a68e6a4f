"""What is told of elements that stand where HTML has no room for them, and which of them belong to no text."""

import re
from collections.abc import Iterator

from sitegen.base.patterns import regex
from sitegen.parse.draw.lawful import Inside, unhoused
from sitegen.parse.draw.openelements import OpenElements
from sitegen.parse.tags import BLOCKS, LEAVING, OF_LINES, PAGE, TITLES

_PLACE = regex(r"\s(?:id|name)\s*=", re.IGNORECASE)
_IN_TEXTS = regex(
    r"\b(?:rel\s*=\s*[\"']?[^\"'>]*\b(?:stylesheet|preload|prefetch|preconnect|modulepreload|pingback))\b",
    re.IGNORECASE,
)
"""What a `<link>` is for that may stand in a text."""


def misplaced(name: str, where: Inside, opened: OpenElements) -> Iterator[tuple[str, str]]:
    """Yield (message, hint) for each reason why an element cannot begin in what is open."""
    around = opened.innermost
    inside = around.name if around else ""
    if name != "summary" and not opened.in_drawing() and (house := unhoused(name, where)):
        yield f"<{name}> stands in no <{house}>", f"put <{house}> around it"
    if name in BLOCKS and inside in OF_LINES:
        yield f"a <{inside}> cannot hold a <{name}>", f"put <{inside}> into it, or use <div>"
    elif name in BLOCKS - TITLES and inside in TITLES:
        yield f"a <{inside}> holds words, and so no <{name}>", f"take <{name}> and </{name}> out"
    elif name in LEAVING and (drawing := opened.drawing()):
        yield f"a browser ends <{drawing}> at this <{name}>", f"end it with </{drawing}> before"
    if name == "summary" and inside != "details":
        yield "<summary> stands in no <details>", "put <details> around it and its text"
    elif name == "summary" and around and around.filled:
        yield "<summary> is not the first in its <details>", "put it right after <details>"


def is_of_page(name: str, attributes: str) -> bool:
    """Tell whether an element belongs to a page's head."""
    if "itemprop" in attributes:
        return False
    return name in PAGE or (name == "link" and not _IN_TEXTS.search(attributes))


def is_place(link: re.Match[str]) -> bool:
    """Tell whether others can lead to a link."""
    return bool(_PLACE.search(link["rest"]))

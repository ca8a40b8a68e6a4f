"""What is told of elements that stand where HTML has no room for them, and those that mean nothing in a text."""

import re
from collections.abc import Iterator, Sequence

from sitegen.base.patterns import regex
from sitegen.parse.draw.lawful import Inside, unhoused
from sitegen.parse.draw.openelements import OpenElements
from sitegen.parse.draw.rawplaces import Place, ends_at_once
from sitegen.parse.tags import BLOCKS, LEAVING, OF_LINES, PAGE, TABLE_PARTS, TITLES

_NOTHING_ALONE = frozenset(("script", "style", "iframe"))
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


def means_nothing(
    tag: re.Match[str], place: Place, opened: OpenElements, lines: Sequence[str], *, in_line: bool
) -> bool:
    """Tell whether a tag without attributes begins nothing: what stands in no line of words, or has no content."""
    if tag["close"] or tag["rest"].strip(" /") or opened.in_drawing():
        return False
    name = tag["name"].lower()
    if in_line and (is_of_page(name, "") or (name in TABLE_PARTS and not opened.has("table"))):
        return True
    return name in _NOTHING_ALONE and (in_line or ends_at_once(name, place, lines))

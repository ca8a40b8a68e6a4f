"""Links and pictures in two brackets, as Obsidian writes them: `[[Title|words]]` and `![[picture.png|600]]`."""

import re

from sitegen.base.paths import IMAGES
from sitegen.base.patterns import regex

WIKI = regex(
    r"(?<!\w)(?P<embed>!?)\[\[(?P<name>[^\[\]|#^\n]*)(?P<place>#[^\[\]|\n]*)?(?P<shown>(?:\|[^\[\]|\n]*)*)\]\]"
)
"""One in a text."""
_PROPERTY = regex(r"\[\[([^\[\]|]+)(?:\|[^\[\]]*)?\]\]")
_SIZE = regex(r"(?P<width>\d{1,4})(?:x(?P<height>\d{1,4}))?")


def is_picture(found: re.Match[str]) -> bool:
    """Tell whether this is a picture, and no link."""
    return bool(found["embed"]) and found["name"].strip().lower().endswith(IMAGES)


def shown_in(found: re.Match[str]) -> tuple[str, re.Match[str] | None]:
    """Return the words that stand behind the name, if any, and the size of a picture."""
    shown = [part.strip() for part in found["shown"].split("|")[1:]]
    size = _SIZE.fullmatch(shown[-1]) if shown and is_picture(found) else None
    return (shown[0] if shown[1 if size else 0 :] else ""), size


def title_in(name: str) -> str:
    """Return the title that a name means: it may be the path of a note."""
    return name.rpartition("/")[2].removesuffix(".md")


def named_by(value: str) -> str:
    """Return what a value of the front matter names; properties link it so."""
    found = _PROPERTY.fullmatch(value) if value[:2] == "[[" else None
    return found[1].strip() if found else value

"""Paths of files that every common system can store."""

import re

from sitegen.base.patterns import regex

_FORBIDDEN = regex(r'[\x00-\x1f\x7f<>:"\\|?*]')
_RESERVED = regex(r"(?:con|prn|aux|nul|com[1-9]|lpt[1-9])(?:\..*)?", re.IGNORECASE)
_SUSPECT = regex(
    rf"{_FORBIDDEN.pattern}|//|[. ](?:/|$)|(?:^|/)(?:{_RESERVED.pattern.replace('.*', '[^/]*')})(?:/|$)", re.IGNORECASE
)
"""Finds all that the others find in any part of a path, and little more, so that most paths cost one search."""
LONGEST = 255
"""Bytes of one part of a path, on every common file system."""


def is_too_long(part: str) -> bool:
    """Tell whether a file system cannot hold a name."""
    return len(part.encode(errors="surrogateescape")) > LONGEST


def why_unstorable(path: str) -> str:
    """Return what keeps some system from storing a path, as in "has an empty part"; an empty string where nothing."""
    if len(path) < LONGEST // 4 and not _SUSPECT.search(path):
        return ""
    for part in path.split("/"):
        if part in ("", ".", ".."):
            return "leaves the site" if part == ".." else "has an empty part"
        if found := _FORBIDDEN.search(part):
            return f"has the character {found[0]!r}, which Windows cannot store"
        if part[-1] in ". ":
            return f"has the part {part!r}, whose last character Windows drops"
        if _RESERVED.fullmatch(part):
            return f"has the part {part!r}, which is the name of a device on Windows"
        if is_too_long(part):
            return f"has a part of {len(part.encode())} bytes; file systems hold {LONGEST}"
    return ""

"""Marks of Markdown that another program or a keyboard has spoiled are put right before a text is read."""

import re

from sitegen.base.patterns import regex
from sitegen.base.text import has_any

_OTHER_SPACES = "\u00a0\u202f\u3000"
"""Spaces behind which Markdown sees no mark: without a break, as Option and the space bar type it, and of Chinese."""
_UNSEEN = "\u200b\u2060\ufeff"
"""Characters without a width, which stand before a mark in pasted text."""
_HASHES = regex(rf"^[{_OTHER_SPACES}{_UNSEEN} ]{{0,3}}(?P<mark>#{{1,6}})[{_OTHER_SPACES} ]+(?=\S)", re.MULTILINE)
_ITEMS = {
    mark: regex(rf"^[{_OTHER_SPACES}{_UNSEEN} ]{{0,8}}(?P<mark>{sign})[{_OTHER_SPACES}](?=\S)", re.MULTILINE)
    for mark, sign in (("-", "-"), ("*", r"\*"), (".", r"\d{1,2}\."))
}
_SEVERAL = 2
"""One alone may be the mark of a note, or a day."""
_ESCAPED_HEADING = regex(r"^(?:(?:\\#){1,6}|\\#{2,6})[ \t]", re.MULTILINE)
_HEADING = regex(r"^#{1,6}[ \t]", re.MULTILINE)
_ESCAPED = regex(r"\\([!-/:-@\[-`{-~])")
_LINKED_TARGET = regex(r"(?<=\]\()\[(https?://[^\s\[\]()]+)\]\(\1\)(?=\))")
"""An address that the program has made a link of, within one."""


def spaced(text: str) -> str:
    """Return a text with a space behind marks of headings and of items of lists that have another there.

    All stands where it stood.
    """
    if "#" in text and has_any(text, _OTHER_SPACES + _UNSEEN):
        text = _HASHES.sub(_with_space, text)
    if has_any(text, _OTHER_SPACES):
        for mark, items in _ITEMS.items():
            if mark in text and len(items.findall(text)) >= _SEVERAL:
                text = items.sub(_with_space, text)
    return text


def _with_space(found: re.Match[str]) -> str:
    before, _, behind = found[0].partition(found["mark"])
    return f"{' ' * len(before)}{found['mark']}{' ' * len(behind)}"


def unescaped(text: str) -> tuple[str, int]:
    """Return a text whose Markdown a program took for plain text and escaped, as it was; and where that shows, or -1.

    So it is where more headings have a backslash before them than have none.
    """
    first = _ESCAPED_HEADING.search(text) if "\\#" in text else None
    if not first or "```" in text:
        return text, -1
    count = len(_ESCAPED_HEADING.findall(text))
    if count < _SEVERAL or count <= len(_HEADING.findall(text)):
        return text, -1
    return _LINKED_TARGET.sub(r"\1", _ESCAPED.sub(r"\1", text)), first.start()

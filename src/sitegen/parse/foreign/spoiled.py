"""Marks of Markdown that another program or a keyboard has spoiled are put right before a text is read."""

import re
from collections.abc import Iterable
from itertools import pairwise

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
_MATTER = regex(r"\s*(---|\+\+\+)[ \t]*\n(?s:.*?)\n\1[ \t]*\n")
"""Front matter, in which a backslash means something else."""
_ESCAPED_HEADING = regex(r"^(?:(?:\\#){1,6}|\\#{2,6})[ \t]", re.MULTILINE)
_ESCAPED_SECTION = regex(r"^\\#\\?#", re.MULTILINE)
"""A heading that is surely one: `\\# of pages` is a number."""
_HEADING = regex(r"^#{1,6}[ \t]", re.MULTILINE)
_CODE = regex(r"(?<!\\)`|^ {0,3}~~~", re.MULTILINE)
"""Code, whose marks such a program would have escaped too."""
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
            found = items.findall(text) if mark in text else []
            if len(found) >= _SEVERAL and (mark in found or _counts(int(number[:-1]) for number in found)):
                text = items.sub(_with_space, text)
    return text


def _counts(numbers: Iterable[int]) -> bool:
    """Tell whether numbers count from one on, and perhaps again: the days of a chronicle do not."""
    return all(number == before + 1 or number == 1 < before for before, number in pairwise((0, *numbers)))


def _with_space(found: re.Match[str]) -> str:
    before, _, behind = found[0].partition(found["mark"])
    return f"{' ' * len(before)}{found['mark']}{' ' * len(behind)}"


def unescaped(text: str) -> tuple[str, int]:
    """Return a text whose Markdown a program took for plain text and escaped, as it was; and the line that shows it.

    So it is where more headings have a backslash before them than have none, and no code is read. The line is 0
    elsewhere.
    """
    if "\\#" not in text or not _ESCAPED_SECTION.search(text):
        return text, 0
    matter = _MATTER.match(text)
    above, body = (matter[0], text[matter.end() :]) if matter else ("", text)
    escaped = [*_ESCAPED_HEADING.finditer(body)]
    if len(escaped) < _SEVERAL or len(escaped) <= len(_HEADING.findall(body)) or _CODE.search(body):
        return text, 0
    line = above.count("\n") + body.count("\n", 0, escaped[0].start()) + 1
    return above + _LINKED_TARGET.sub(r"\1", _ESCAPED.sub(r"\1", body)), line

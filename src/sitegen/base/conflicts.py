"""Two versions of a text, as git leaves them where it cannot tell which is meant."""

import re

from sitegen.base.patterns import regex

MARKS = ("<<<<<<< ", "=======", ">>>>>>> ")
"""How lines begin that git leaves around two versions."""
_CONFLICT = regex(r"^<{7} .*\n(?:(?!>{7}).*\n)*?={7}\n(?:(?!<{7}).*\n)*?>{7} ", re.MULTILINE)


def conflict_line(text: str) -> int:
    """Return the line of the first conflict; 0 where there is none."""
    found = _CONFLICT.search(text) if "\n=======\n" in text else None
    return text.count("\n", 0, found.start()) + 1 if found else 0

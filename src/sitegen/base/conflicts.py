"""Two versions of a text, as git leaves them where it cannot tell which is meant."""

import re

from sitegen.base.diagnostics import Diagnostic, Span, problem
from sitegen.base.patterns import regex

SAID = "a merge conflict of git is left here"
MEND = "keep one of the two sides, and remove the marks"
MARKS = ("<<<<<<< ", "=======", ">>>>>>> ")
"""How lines begin that git leaves around two versions."""
_CONFLICT = regex(r"^<{7} .*\n(?:(?!>{7}).*\n)*?={7}\n(?:(?!<{7}).*\n)*?>{7} ", re.MULTILINE)


def conflict_line(text: str) -> int:
    """Return the line of the first conflict; 0 where there is none."""
    found = _CONFLICT.search(text) if "\n=======\n" in text else None
    return text.count("\n", 0, found.start()) + 1 if found else 0


def conflict_problem(code: str, text: str, path: str) -> Diagnostic | None:
    """Return the diagnostic of the first conflict in the text of a file; None where there is none."""
    line = conflict_line(text)
    return problem(code, SAID, Span(path, line, 1, 7), MEND) if line else None

"""Words become Markdown that says just these words: only what would be read as a mark gets a backslash."""

import re
from urllib.parse import quote

from sitegen.base.patterns import regex

_URL = r"https?://[^\s<>]*[^\s<>.,;:!?\"'()\[\]]"
_SIGNS = r"(?=(?:(?!\\[)\]])[^\n]){0,400}(?:\\[A-Za-z]|[\^_=]))(?:[^\n<]|<(?=\s)){1,400}?"
_TEX = rf"\$\$(?=[^$\n]*[\\^_])[^$\n]+\$\$|\\\({_SIGNS}\\\)|\\\[{_SIGNS}\\\]"
_SPECIAL = regex(
    rf"(?P<url>{_URL})|(?P<tex>{_TEX})"
    r"|\\(?=[!-/:-@\[-`{-~]|$)|`|\*(?!\s)|(?<!\s)\*|(?<![^\W_])_|_(?![^\W_])"
    r"|<(?=[A-Za-z/!?])|&(?=#?\w+;)|\[(?=\[)|(?<=\[)\^|\](?=[(\[{])|\{(?=[{%#.:])|%(?=%)"
    r"|(?<![^\W_])\$(?=[^\s\d]|$|\d[^\n]{0,400}(?<!\s)\$(?![^\W_]|\$)| (?=[^$\n]*[\\^_])[^$\n]* \$)"
    r"|(?<![^\W_:]):(?=[a-z0-9_+-]+:(?![\w:/]))|=(?==\S)|~(?=~)|~(?=[^~\s]+~)|\^(?=[^^\s]+\^)|(?<=\s)\^(?=\w)"
)
"""Addresses and formulas, which stay whole, and what Markdown would read as a mark within a line."""
_BRACKET = regex(r"([\[\]])")
_CLOSED = regex(r"\][(\[{]|\[[\^\[]|\][^\[]*\[")
"""Brackets in the words of a link that would end it."""
_BRACKETS = {"[": "&#91;", "]": "&#93;"}
"""What stands for brackets there: with a backslash before each they would be a formula."""
_FRAGILE = regex(r"[*_~`\\]")
"""Marks that an address may hold."""
_START = regex(
    r"^(?:(?P<digits>\d{1,9})(?=[.)](?:\s|$))|(?=\#{1,6}(?:\s|$)|[-+*](?:\s|$)|>|:\s|:{2,}|={2,}|-{3,}|~{3}|!{3}"
    r"|\?{3}|\||\[(?:![A-Za-z-]+\]|[ xX]\]|[^\[\]\n]+\]:)|%\s))",
    re.MULTILINE,
)
"""What begins a block at the beginning of a line."""
_UNFIT = regex(r"[\s<>\\]")
_QUOTED = regex(r'(["\\])')


def escaped(text: str, *, in_link: bool = False) -> str:
    """Return words as they stand within a line."""

    def mark(found: re.Match[str]) -> str:
        if found["tex"] or (found["url"] and not in_link and not _FRAGILE.search(found["url"])):
            return found[0]
        if found["url"]:
            return _FRAGILE.sub(r"\\\g<0>", found[0]) if in_link else f"<{found[0]}>"
        return f"\\{found[0]}"

    if in_link and _BRACKET.search(text) and (_CLOSED.search(text) or text.count("[") != text.count("]")):
        return "".join(_BRACKETS.get(part) or _SPECIAL.sub(mark, part) for part in _BRACKET.split(text))
    return _SPECIAL.sub(mark, text)


def lines(text: str) -> str:
    """Return a paragraph whose lines begin with nothing that begins another kind of block."""
    return _START.sub(lambda found: f"{found['digits'] or ''}\\", text)


def destination(url: str) -> str:
    """Return an address as it stands in the parentheses of a link."""
    url = _UNFIT.sub(lambda found: quote(found[0]), url.strip())
    paired = url.count("(") == url.count(")") and url.find("(") <= url.find(")")
    return url if paired else url.replace("(", "%28").replace(")", "%29")


def quoted(text: str) -> str:
    """Return a text as it stands between the quotation marks behind an address."""
    return _QUOTED.sub(r"\\\1", " ".join(text.split()))

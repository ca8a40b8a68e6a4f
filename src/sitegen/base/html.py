"""HTML as text: what a reader sees of it, and how to write text into it."""

import re
from html import unescape

_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
_ESCAPABLE = re.compile('[&<>"]')
_MARKUP = re.compile(r"[<&]")
_SPACE = re.compile(r"[ \t\r\n\f]+")
# Characters that XML 1.0 forbids, and the lone surrogates that UTF-8 forbids.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_TOKEN = re.compile(
    r"""<!--.*?(?:-->|$)|<(script|style|template|noscript|title|head)\b.*?</\1\s*>"""
    r"""|</?([a-zA-Z][^\s/>]*)(?:"[^"]*"|'[^']*'|[^'">])*>|<[!?][^>]*>""",
    re.DOTALL | re.IGNORECASE,
)
_INLINE = frozenset(
    (
        *("a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q"),
        *("rp", "rt", "ruby", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr", "img"),
    )
)
"""Elements that do not set their text apart."""


def escape(text: str) -> str:
    """Return the text as it stands between tags or in a double-quoted attribute."""
    return _ESCAPABLE.sub(lambda match: _ESCAPES[match[0]], text)


def legal(text: str) -> str:
    """Return the text without the characters that neither XML nor HTML can hold."""
    return _ILLEGAL.sub("", text)


def attributes(pairs: tuple[tuple[str, str], ...]) -> str:
    """Return ` name="value"` for each pair."""
    return "".join(f' {name}="{escape(value)}"' for name, value in pairs)


def visible_text(html: str) -> str:
    """Return what a reader sees of a fragment, on one line; blocks are set apart by a space."""
    if not _MARKUP.search(html):
        return _SPACE.sub(" ", html).strip()
    if "<" not in html:
        return _SPACE.sub(" ", unescape(html)).strip()
    return _SPACE.sub(" ", unescape(_TOKEN.sub(_gap, html))).strip()


def _gap(token: re.Match[str]) -> str:
    """Return what stands between the texts before and after a tag."""
    return "" if (token[2] or "").casefold() in _INLINE else " "

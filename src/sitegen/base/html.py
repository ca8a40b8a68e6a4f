"""HTML as text: what a reader sees of it, and how to write text into it."""

import re
from collections.abc import Iterable
from html import unescape

from sitegen.base.patterns import regex

_MARKUP = regex(r"[<&]")
# Spaces that are not one space already. It begins with all of them, so that what is none is skipped quickly.
_SPACES = regex(r"[ \t\r\n\f](?:[ \t\r\n\f]+|(?<! ))")
# A script may write another. None else goes on over the beginning of one of its kind: each is sought once, however many
# are never ended.
_TOKEN = regex(
    r"""<!--.*?(?:-->|$)|<(script|style)(?![\w-]).*?(?:</\1\s*>|$)"""
    r"""|<(template|noscript|title|head)\b(?:(?!<\2\b).)*?</\2\s*>"""
    r"""|</?([a-zA-Z][^\s/<>]*)(?:"[^"]*"|'[^']*'|[^'"<>])*>|<[!?][^<>]*>""",
    re.DOTALL | re.IGNORECASE,
)
INLINE = frozenset(
    (
        *("a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q"),
        *("rp", "rt", "ruby", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr", "img"),
        *("math", "menclose", "mfrac", "mi", "mn", "mo", "mover", "mpadded", "mphantom", "mroot", "mrow", "mspace"),
        *("msqrt", "mstyle", "msub", "msubsup", "msup", "mtext", "munder", "munderover"),
    )
)
"""Elements that do not set their text apart."""


def escape(text: str) -> str:
    """Return the text as it stands between tags or in a double-quoted attribute."""
    if "&" in text or "<" in text or ">" in text or '"' in text:
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    return text


def attributes(pairs: Iterable[tuple[str, str]]) -> str:
    """Return ` name="value"` for each pair."""
    return "".join(f' {name}="{escape(value)}"' for name, value in pairs)


def visible_text(html: str) -> str:
    """Return what a reader sees of a fragment, on one line; blocks are set apart by a space."""
    if not _MARKUP.search(html):
        return _SPACES.sub(" ", html).strip()
    if "<" not in html:
        return _SPACES.sub(" ", unescape(html)).strip()
    return _SPACES.sub(" ", unescape(_TOKEN.sub(_gap, html))).strip()


def _gap(token: re.Match[str]) -> str:
    """Return what stands between the texts before and after a tag."""
    return "" if (token[3] or "").casefold() in INLINE else " "

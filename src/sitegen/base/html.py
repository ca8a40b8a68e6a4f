"""HTML as text: what a reader sees of it, and how to write text into it."""

import re
from html import unescape

from sitegen.base.patterns import regex

_MARKUP = regex(r"[<&]")
_MAIL = regex(r"[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)*")
# Spaces that are not one space already. It begins with all of them, so that what is none is skipped quickly.
_SPACES = regex(r"[ \t\r\n\f](?:[ \t\r\n\f]+|(?<! ))")
# What XML 1.0 or HTML forbids: control characters, lone surrogates, code points that are no characters.
_ILLEGAL = regex(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(1, 17))
    + "]"
)
CONTROLS = bytes((*range(9), 11, 12, *range(14, 32), 127))
"""Control characters, which HTML cannot hold; tabs and line ends are none."""
# (a byte, found quickly, and then bytes that occur where the rest may; the rest) in UTF-8
_ILLEGAL_BYTES = (
    (b"\xc2", b"\xc2", re.compile(rb"\xc2[\x80-\x9f]")),
    (b"\xef", b"\xef", re.compile(rb"\xef\xb7[\x90-\xaf]|\xef\xbf[\xbe\xbf]")),
    (b"\xbf", b"\xbf\xbe", re.compile(rb"[\xf0-\xf4][\x8f\x9f\xaf\xbf]\xbf\xbe")),
    (b"\xbf", b"\xbf\xbf", re.compile(rb"[\xf0-\xf4][\x8f\x9f\xaf\xbf]\xbf\xbf")),
)
# A script may write another. None else goes on over the beginning of one of its kind: each is sought once, however many
# are never ended.
_TOKEN = regex(
    r"""<!--.*?(?:-->|$)|<(script|style)(?![\w-]).*?(?:</\1\s*>|$)"""
    r"""|<(template|noscript|title|head)\b(?:(?!<\2\b).)*?</\2\s*>"""
    r"""|</?([a-zA-Z][^\s/<>]*)(?:"[^"]*"|'[^']*'|[^'"<>])*>|<[!?][^<>]*>""",
    re.DOTALL | re.IGNORECASE,
)
_INLINE = frozenset(
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


def is_mail_address(text: str) -> bool:
    """Tell whether a text can stand in a `mailto:` link."""
    return bool(_MAIL.fullmatch(text))


def legal(text: str) -> str:
    """Return the text without the characters that neither XML nor HTML can hold."""
    try:
        data = text.encode()
    except UnicodeEncodeError:  # lone surrogates
        return _ILLEGAL.sub("", text)
    kept = _legal(data)
    return text if len(kept) == len(data) else kept.decode()


def legal_bytes(text: str) -> bytes:
    """Return a whole page as UTF-8 without those characters."""
    return _legal(text.encode("utf-8", "replace"))


def _legal(data: bytes) -> bytes:
    """Return UTF-8 without those characters, many times faster than the pattern of them all."""
    data = data.translate(None, CONTROLS)
    for byte, sign, pattern in _ILLEGAL_BYTES:
        if byte in data and sign in data:
            data = pattern.sub(b"", data)
    return data


def attributes(pairs: tuple[tuple[str, str], ...]) -> str:
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
    return "" if (token[3] or "").casefold() in _INLINE else " "

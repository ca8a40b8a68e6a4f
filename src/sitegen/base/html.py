"""HTML as text: what a reader sees of it, and how to write text into it."""

import re
from html import unescape
from html.parser import HTMLParser

_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
_ESCAPABLE = re.compile('[&<>"]')
_MARKUP = re.compile(r"[<&]")
_SPACE = re.compile(r"[ \t\r\n\f]+")
# Characters that XML 1.0 forbids, and the lone surrogates that UTF-8 forbids.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"),
)
"""Elements without content."""
_UNSEEN = frozenset(("script", "style", "template", "noscript", "title", "head"))
_INLINE = frozenset(
    "a abbr b bdi bdo cite code data del dfn em i ins kbd mark q rp rt ruby s samp small span strong sub sup time u var wbr img".split(),
)


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
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return _SPACE.sub(" ", "".join(reader.words)).strip()


class _Reader(HTMLParser):
    """Gathers text; one per fragment."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag not in _INLINE:
            self.words.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif tag not in _INLINE:
            self.words.append(" ")

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.words.append(data)

"""Straight quotation marks, apostrophes, dashes and dots become those of print, as a language has them."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from markdown_it.token import Token

from sitegen.base.languages import known_of
from sitegen.base.patterns import regex
from sitegen.parse.manuscript import Manuscript
from sitegen.parse.tokens import spoken_in

_SIGNS = regex(r"[\"']|\.{3,}|-{2,}")
_DASHES = {"--": "–", "---": "—"}
_OPENERS = frozenset("([{<¡¿–—-/“‘«‹„‚「『'’")
"""What may stand right before an opening mark."""
_CLOSERS = frozenset(".,;:!?)]}»”…")
"""What follows a closing mark, never an opening one while another is open."""
_THING = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands for what is no text: code, a picture, a formula. Marks treat it as a word."""
_ELIDED = regex(r"(?:\d\ds?|tis|twas|em|n|til|cause|bout|round|[tskmr])\b", re.IGNORECASE)
"""What follows an apostrophe that begins a word: '90s, 'tis, rock 'n' roll, Dutch 's avonds."""
_CLOSED = regex(r"\S'(?!\w)")
_TEMPLATED = regex(r"\{[{%<]")


Change = tuple[int, str, str]
"""(offset, what stands there, what is to stand there)."""


class Marks(NamedTuple):
    """The quotation marks of a language."""

    opening: str
    closing: str
    inner_opening: str
    inner_closing: str


_ENGLISH = Marks("“", "”", "‘", "’")
_GERMAN = Marks("„", "“", "‚", "‘")
_GUILLEMETS = Marks("«", "»", "“", "”")
_RUSSIAN = Marks("«", "»", "„", "“")
_SWISS = Marks("«", "»", "‹", "›")
_SWEDISH = Marks("”", "”", "’", "’")
_CORNERS = Marks("「", "」", "『", "』")
# Unicode CLDR 46, "delimiters", but for Arabic, Danish and Dutch, whose newspapers do otherwise.
_BY_LANGUAGE = {
    **dict.fromkeys(("cs", "de", "is", "sk", "sl"), _GERMAN),
    **dict.fromkeys(("ar", "ca", "el", "es", "it", "pt-pt"), _GUILLEMETS),
    **dict.fromkeys(("be", "ru", "uk"), _RUSSIAN),
    **dict.fromkeys(("de-ch", "de-li", "fa", "fr-ch", "it-ch"), _SWISS),
    **dict.fromkeys(("da", "fi", "he", "sv"), _SWEDISH),
    **dict.fromkeys(("ja", "zh-hant"), _CORNERS),
    "bg": Marks("„", "“", "’", "’"),
    "fr": Marks("«\N{NO-BREAK SPACE}", "\N{NO-BREAK SPACE}»", "“", "”"),
    "hu": Marks("„", "”", "»", "«"),
    **dict.fromkeys(("nb", "nn", "no"), Marks("«", "»", "‘", "’")),
    "pl": Marks("„", "”", "«", "»"),
    "ro": Marks("„", "”", "«", "»"),
}


def set_text(text: str, language: str) -> str:
    """Return a plain text with the marks of print."""
    return _put(text, _changes(text, known_of(language, _BY_LANGUAGE, _ENGLISH)), 0)


def set_tokens(tokens: Sequence[Token], manuscript: Manuscript) -> None:
    """Put the marks of print into the text of inline tokens, where the site wants them.

    Code, formulas, addresses and what is escaped stay.
    """
    if not manuscript.settings.typographer:
        return
    marks = known_of(manuscript.language, _BY_LANGUAGE, _ENGLISH)
    for token in tokens:
        if token.type == "inline" and _SIGNS.search(token.content) and not _TEMPLATED.search(token.content):
            _set_line(token.children or [], marks)


def _set_line(children: Sequence[Token], marks: Marks) -> None:
    """Put the marks into one line, which is read as a whole: a mark may stand beside an emphasis or a link."""
    read: list[str] = []
    texts: list[tuple[Token, int]] = []
    spoken = set(map(id, spoken_in(children)))
    length = 0
    for child in children:
        kind, shown = child.type, ""
        if id(child) in spoken:
            shown = child.content
            texts.append((child, length))
        elif kind in ("softbreak", "hardbreak"):
            shown = "\n"
        elif kind == "text_special" and not _SIGNS.search(child.content):
            shown = child.content
        elif kind != "html_inline" and not child.nesting:
            shown = _THING
            if kind == "image":
                _set_line(child.children or [], marks)
        read.append(shown)
        length += len(shown)
    changes = _changes("".join(read), marks)
    if changes:
        for text, start in texts:
            text.content = _put(text.content, changes, start)


def _put(text: str, changes: Sequence[Change], start: int) -> str:
    """Return the text, which begins at an offset, with the changes that lie within it."""
    parts: list[str] = []
    done = 0
    first = bisect_left(changes, (start,))
    for at, old, new in changes[first : bisect_left(changes, (start + len(text),))]:
        place = at - start
        if text.startswith(old, place):
            parts += (text[done:place], new)
            done = place + len(old)
    return "".join((*parts, text[done:]))


def _changes(text: str, marks: Marks) -> list[Change]:
    setter = _Setter(text, marks)
    read = ((match.start(), match[0]) for match in _SIGNS.finditer(text))
    return [(at, sign, new) for at, sign in read if (new := setter.set(at, sign))]


class _Setter:
    """Reads the signs of one text in their order, and knows which marks are open."""

    def __init__(self, text: str, marks: Marks) -> None:
        self._text = text
        self._marks = marks
        self._outer = self._inner = False
        self._opened = -1
        """Where the last opening mark ends: another may follow it."""
        self._last = max((match.end() for match in _CLOSED.finditer(text)), default=-1)
        """Behind this no single mark closes."""

    def set(self, at: int, sign: str) -> str:
        """Return what the sign at an offset becomes, or an empty string where it stays."""
        end = at + len(sign)
        before, after = self._text[at - 1 : at] if at else "", self._text[end : end + 1]
        if sign == '"':
            return self._double(before, after, end)
        if sign == "'":
            return self._single(before, after, end)
        if sign == "...":
            return "" if "/" in (before, after) else "…"
        if before.isspace() and after.isspace():
            return _DASHES.get(sign, "")
        return _DASHES.get(sign, "") if _is_word(before) and _is_word(after) else ""

    def _double(self, before: str, after: str, end: int) -> str:
        marks = self._marks
        if self._begins(before, after, end - 1) or (_is_cjk(before) and not self._outer):
            if not (self._outer and after in _CLOSERS):
                self._outer, self._opened = True, end
                return marks.opening
        elif (_is_word(before) and _is_word(after)) or not before.strip():
            return ""
        elif before.isdigit() and not self._outer:
            return ""  # 12" is a length
        self._outer = False
        return marks.closing

    def _single(self, before: str, after: str, end: int) -> str:
        marks = self._marks
        if self._begins(before, after, end - 1):
            if end < self._last and not _ELIDED.match(self._text, end):
                self._inner, self._opened = True, end
                return marks.inner_opening
        elif before.isdigit() and after.isdigit():
            return ""  # 6'2" is a length
        elif not (_is_word(before) and _is_word(after)):
            if self._inner:
                self._inner = False
                return marks.inner_closing
            if before.isdigit() or not before.strip():
                return ""
        return "’"

    def _begins(self, before: str, after: str, at: int) -> bool:
        """Tell whether a mark between two characters can open; nothing stands for either end of the text."""
        stands = not before or before.isspace() or before in _OPENERS or self._opened == at
        return stands and after.strip() != ""


def _is_word(character: str) -> bool:
    return character == _THING or (character.isalnum() and not _is_cjk(character))


def _is_cjk(character: str) -> bool:
    """Tell whether this is of a script whose words stand without spaces: Chinese, Japanese, and Korean with them."""
    return "\u2e80" <= character <= "\ud7ff" or "\uf900" <= character <= "\uffef"

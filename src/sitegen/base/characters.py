"""Characters that neither XML nor HTML can hold are taken out."""

import re

from sitegen.base.patterns import regex

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
    (b"\xc2", b"\xc2", regex(rb"\xc2[\x80-\x9f]")),
    (b"\xef", b"\xef", regex(rb"\xef\xb7[\x90-\xaf]|\xef\xbf[\xbe\xbf]")),
    (b"\xbf", b"\xbf\xbe", regex(rb"[\xf0-\xf4][\x8f\x9f\xaf\xbf]\xbf\xbe")),
    (b"\xbf", b"\xbf\xbf", regex(rb"[\xf0-\xf4][\x8f\x9f\xaf\xbf]\xbf\xbf")),
)

_SAMPLE = 256
"""Bytes that tell an encoding."""
_WINDOWS = {char: byte for byte in range(0x80, 0xA0) if (char := bytes((byte,)).decode("cp1252", "ignore"))}
"""What Windows shows for bytes that are control characters in Latin-1."""
_AS_WINDOWS = {byte: char for char, byte in _WINDOWS.items()}
_HIGH_CONTROLS = regex("[\x80-\x84\x86-\x9f]")
"""Without the end of a line that one of them is by itself."""
_INNER = f"\x80-\xbf{''.join(_WINDOWS)}"
_MISREAD = regex("[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_MISREAD_BY_WINDOWS = regex(f"[\xc2\xc3\xc5\xc6\xcb][{_INNER}]|\xe2[{_INNER}]{{2}}|\xf0\u0178[{_INNER}]{{2}}")
"""Letters of Europe, signs and emoji: others are too near to what stands at the end of a quotation."""
_SURELY = regex("[\xc2-\xf4][\x80-\xbf]{0,2}[\x80-\x84\x86-\x9f]")
"""With one of these no text is written otherwise: they are control characters."""
_SURELY_BY_WINDOWS = regex(f"\xe2\u20ac[{_INNER}]|\xe2\u201a\xac|\xf0\u0178[{_INNER}]{{2}}")
"""A mark of print, and an emoji."""
_AGAIN = 3
"""Wrong readings of one text, one on top of the other, that are put right."""
MISREAD = (b"\xc2", b"\xc3\xa2\xe2\x82\xac", b"\xc3\xb0\xc5\xb8")
"""In UTF-8, what every text holds one of that may have been read in a wrong encoding."""


def _wide_encoding(data: bytes) -> str:
    """Return the name of the encoding of a text whose every letter takes several bytes; else an empty string."""
    for name, mark in (("UTF-32", b"\xff\xfe\0\0"), ("UTF-32", b"\0\0\xfe\xff")):
        if data.startswith(mark):
            return name
    begin = data[:_SAMPLE]
    halves = begin[::2].count(0), begin[1::2].count(0)
    # Letters of Europe have a zero beside each; elsewhere the mark at the beginning says it.
    alternate = max(halves) > len(begin) // 4 and min(halves) <= len(begin) // 16
    return "UTF-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) or alternate else ""


def not_utf8(data: bytes) -> tuple[str, int, int] | None:
    """Return what a text is that is not UTF-8, and line and column of the first byte that shows it."""
    if wide := _wide_encoding(data):
        return f"not UTF-8, but {wide}", 1, 1
    try:
        data.decode()
    except UnicodeDecodeError as error:
        before = data[: error.start]
        beside = before[before.rfind(b"\n") + 1 :].decode("utf-8-sig")
        return "not valid UTF-8", before.count(b"\n") + 1, len(beside) + 1
    return None


def reread(text: str) -> tuple[str, int]:
    """Return a text that was UTF-8, and was read as Latin-1 or by Windows, as it was; and where that shows, or -1.

    Some were read so again and again.
    """
    begin = -1
    for surely, misread in ((_SURELY, _MISREAD), (_SURELY_BY_WINDOWS, _MISREAD_BY_WINDOWS)) * _AGAIN:
        if shown := surely.search(text):
            here = len(misread.sub(_as_meant, text[: shown.start()]))
            begin = here if begin < 0 else min(begin, here)
            text = misread.sub(_as_meant, text)
    return text, begin


def as_windows(text: str) -> tuple[str, int]:
    """Return a text with marks of print where it has control characters that Windows has those for; and where, or -1.

    Browsers read `&#151;` so as well (HTML Standard, section 13.2.5.80).
    """
    found = _HIGH_CONTROLS.search(text)
    return (text.translate(_AS_WINDOWS), found.start()) if found else (text, -1)


def _as_meant(match: re.Match[str]) -> str:
    try:
        return bytes(_WINDOWS.get(char, ord(char)) for char in match[0]).decode()
    except UnicodeDecodeError:
        return match[0]


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

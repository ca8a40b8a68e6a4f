"""Text in any language becomes words, and words become numbers that are quick to compare."""

import re
import struct
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache
from string import ascii_lowercase, ascii_uppercase, digits
from zlib import crc32

from sitegen.base.patterns import regex
from sitegen.base.text import plain_ascii

# Chinese, Japanese, Thai, Lao, Burmese and Khmer set no spaces between words, so pairs of characters count.
_UNSPACED = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
_RUNS = f"([{_UNSPACED}]+)"
# A number with dots is a version, and one word.
_ASCII_WORD = regex(r"[A-Za-z0-9]+(?:\.[0-9]+)*")
# The same for ASCII, a byte at a time: what each is (a letter, a digit), and what it is in a word.
_SMALL, _LARGE, _DIGITS = ascii_lowercase.encode(), ascii_uppercase.encode(), digits.encode()
_KINDS = bytes.maketrans(_SMALL + _LARGE + _DIGITS, b"a" * 26 + b"A" * 26 + b"0" * 10)
_DOT = b"\x7f"
"""Stands for a dot inside a word."""
_GAPS = bytes(set(range(256)).difference(_SMALL, _LARGE, _DIGITS, _DOT))
_KINDS_OR_SPACE = _KINDS.translate(bytes.maketrans(_DOT + _GAPS, b" " * (1 + len(_GAPS))))
_SPELLED = bytes.maketrans(_LARGE + _DOT + _GAPS, _SMALL + b"." + b" " * len(_GAPS))
_FRACTION = regex(rb"\.(?<=[A-Za-z0-9]\.)[0-9]+(?:\.[0-9]+)*")
_BETWEEN_HUMPS = regex(r"(?<=[a-z])(?=[A-Z])")
MIX = 0x9E3779B1
"""What the first of two neighbouring words is multiplied by in the number of the pair."""
_LOW = b"\xff\xff\xff\xff\0\0\0\0"
"""The lower half of 64 bits."""
# What may stand between two words of one phrase.
_JOINTS = ("", " ", "-", "'", ".")


@cache
def _word() -> re.Pattern[str]:
    """Return what finds words in text that is not ASCII; it is compiled where there is some.

    Marks (the vowel signs of Hindi, the points of Hebrew) belong to their word, though they are no letters to `re`.
    """
    marks = "".join(char for char in map(chr, range(0x300, 0x1CFF)) if unicodedata.category(char)[0] == "M")
    return re.compile(rf"[^\W_][^\W_{marks}]*(?:[{marks}][^\W_{marks}]*)*(?:\.\d+)*")


def words(text: str) -> list[str]:
    """Return the words in order, in small letters; of a name such as `OpenWeights` the whole and its parts."""
    text = plain_ascii(text)
    if text.isascii():
        return _ascii_words(text)
    text = _apart(unicodedata.normalize("NFKC", text)).casefold()
    found = _word().findall(text)
    if not re.search(_RUNS, text):
        return found
    return [part for word in found for part in _parts(word)]


def _ascii_words(text: str) -> list[str]:
    """Return what the pattern of a word finds, several times faster: all that is between words becomes a space."""
    data = text.encode().replace(_DOT, b" ")
    kinds = data.translate(_KINDS)
    if b"aA" in kinds:
        data = _apart(text).encode().replace(_DOT, b" ")
    if b".0" in kinds:
        data = _FRACTION.sub(_kept, data)
    return data.translate(_SPELLED).decode().split()


def _kept(fraction: re.Match[bytes]) -> bytes:
    return fraction[0].replace(b".", _DOT) + b" "


def _apart(text: str) -> str:
    """Write the parts of each `CamelWord` behind it."""
    # One byte a character, so that places in one are places in the other.
    kinds = text.encode("latin-1", "replace").translate(_KINDS_OR_SPACE)
    parts: list[str] = []
    done = 0
    while (hump := kinds.find(b"aA", done)) >= 0:
        start, end = kinds.rfind(b" ", done, hump) + 1 or done, kinds.find(b" ", hump)
        end = len(text) if end < 0 else end
        parts += text[done:end], " ", _BETWEEN_HUMPS.sub(" ", text[start:end])
        done = end
    return "".join((*parts, text[done:]))


def _parts(word: str) -> Iterable[str]:
    """Yield a word, or where a script has no spaces its characters two by two."""
    if word.isascii():
        yield word
        return
    runs = re.split(_RUNS, word)
    if len(runs) == 1:
        yield word
        return
    for at, run in enumerate(runs):
        if at % 2:
            yield from (run[start : start + 2] for start in range(max(1, len(run) - 1)))
        elif run:
            yield run


def placed(text: str) -> list[tuple[str, int, int]]:
    """Return the words with the places where each begins and ends; names are not taken apart."""
    found = []
    for match in (_ASCII_WORD if text.isascii() else _word()).finditer(text):
        start = match.start()
        # Parts of unspaced scripts overlap, so each is looked for behind the beginning of the last.
        for part in _parts(match[0]):
            start = text.index(part, start)
            found.append((part.casefold(), start, start + len(part)))
    return found


def joined(between: str) -> bool:
    """Tell whether two words with this between them belong to one phrase."""
    return between in _JOINTS


def numbers(found: Sequence[str]) -> list[int]:
    """Return the words as numbers of 32 bits, the same in every process.

    To reckon them is quicker than to look them up in a table of thousands, which no cache of a processor holds.
    """
    try:
        return list(map(crc32, map(str.encode, found)))
    except UnicodeEncodeError:  # half of a character, which an escape can write
        return [crc32(word.encode("utf-8", "surrogatepass")) for word in found]


def pairs(found: Sequence[int]) -> list[int]:
    """Return a number for each two neighbouring words."""
    count = len(found)
    if count < 2:
        return []
    # One number holds them all, 64 bits each: so few that no product reaches into the next.
    each = int.from_bytes(struct.pack(f"<{count}Q", *found), "little")
    low = int.from_bytes(_LOW * count, "little")
    mixed = (each * MIX + (each >> 64)) & low
    return list(struct.unpack(f"<{count}Q", mixed.to_bytes(8 * count, "little"))[:-1])

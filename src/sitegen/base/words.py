"""Text in any language becomes words, and words become numbers that are quick to compare."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import pairwise
from zlib import crc32

from sitegen.base.text import plain_ascii

# Chinese, Japanese, Thai, Lao, Burmese and Khmer set no spaces between words, so pairs of characters count.
_UNSPACED = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
_RUNS = re.compile(f"([{_UNSPACED}]+)")
# Marks (the vowel signs of Hindi, the points of Hebrew) belong to their word, though they are no letters to `re`.
_MARKS = "".join(char for char in map(chr, range(0x300, 0x1CFF)) if unicodedata.category(char)[0] == "M")
# A number with dots is a version, and one word.
_WORD = re.compile(rf"[^\W_][^\W_{_MARKS}]*(?:[{_MARKS}][^\W_{_MARKS}]*)*(?:\.\d+)*")
_WORD_ASCII = re.compile(r"[a-z0-9]+(?:\.\d+)*")
_HUMP = re.compile(r"[a-z][A-Z]")
_BETWEEN_HUMPS = re.compile(r"(?<=[a-z])(?=[A-Z])")
_CAMEL = re.compile(r"(?<![A-Za-z0-9])[A-Za-z0-9]*[a-z][A-Z][A-Za-z0-9]*")
MIX = 0x9E3779B1
"""What the first of two neighbouring words is multiplied by in the number of the pair."""
# What may stand between two words of one phrase.
_JOINTS = ("", " ", "-", "'")
_NUMBERS: dict[str, int] = {}
_MOST_NUMBERS = 1 << 17


def words(text: str) -> list[str]:
    """Return the words in order, in small letters; of a name such as `OpenWeights` the whole and its parts."""
    text = plain_ascii(text)
    if text.isascii():
        return _WORD_ASCII.findall(_apart(text).lower())
    found = _WORD.findall(_apart(unicodedata.normalize("NFKC", text)).casefold())
    return [part for word in found for part in _parts(word)]


def _apart(text: str) -> str:
    """Write the parts of each `CamelWord` behind it."""
    return _CAMEL.sub(_humps, text) if _HUMP.search(text) else text


def _humps(found: re.Match[str]) -> str:
    return f"{found[0]} {_BETWEEN_HUMPS.sub(' ', found[0])}"


def _parts(word: str) -> Iterable[str]:
    """Yield a word, or where a script has no spaces its characters two by two."""
    runs = _RUNS.split(word)
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
    for match in _WORD.finditer(text):
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
    """Return the words as numbers of 32 bits, the same in every process."""
    known = _NUMBERS
    if len(known) > _MOST_NUMBERS:
        known.clear()
    for word in found:
        if word not in known:
            known[word] = crc32(word.encode("utf-8", "surrogatepass"))
    return [known[word] for word in found]


def pairs(found: Sequence[int]) -> list[int]:
    """Return a number for each two neighbouring words."""
    return [(first * MIX + second) & 0xFFFFFFFF for first, second in pairwise(found)]


def phrases(text: str) -> dict[int, str]:
    """Return the words of a short text and its pairs of neighbouring words as they are written, by their numbers."""
    written = unicodedata.normalize("NFKC", plain_ascii(text))
    text = unicodedata.normalize("NFKC", _apart(plain_ascii(text)))
    places = placed(text)
    each = numbers([word for word, _, _ in places])
    both = [
        text[start:stop] if joined(text[middle:after]) else ""
        for (_, start, middle), (_, after, stop) in pairwise(places)
    ]
    # The parts of a name stand in the text as one word.
    both = [phrase if phrase in written else phrase.replace(" ", "") for phrase in both]
    named = {number: text[start:stop] for number, (_, start, stop) in zip(each, places, strict=True)}
    return named | {
        number: phrase for number, phrase in zip(pairs(each), both, strict=True) if phrase and phrase in written
    }

"""The words of an article as numbers, packed: all that its relatives are found by."""

import struct
from array import array
from collections.abc import Sequence

from sitegen.base.noun import Noun

LISTS = 5
"""How many lists a packed value holds."""


class Terms(Noun):
    """Words and pairs of neighbouring words, as `base.words` numbers them."""

    title: Sequence[int]
    """The words of the title, in order."""
    about: Sequence[int]
    """The words of title, description, headings and first paragraph, each once: what the article says it is about."""
    once: Sequence[int]
    """The words below the title that stand but once, and in none of these."""
    often: Sequence[int]
    """The other words below the title, each once."""
    pairs: Sequence[int]
    """The pairs of words below the title, each once, and none that happens to have the number of a word there."""

    def pack(self) -> bytes:
        """Return the bytes that `unpack` reads: the length of each list, then all numbers."""
        lists = (self.title, self.about, self.once, self.often, self.pairs)
        packed = array("I", map(len, lists))
        for numbers in lists:
            packed += array("I", numbers)
        return packed.tobytes()


def unpack(data: bytes) -> Terms:
    """Return the terms that were packed; of no bytes those of an article without words."""
    numbers = array("I", data or bytes(4 * LISTS))
    parts = []
    start = LISTS
    for length in numbers[:LISTS]:
        parts.append(numbers[start : start + length])
        start += length
    return Terms(*parts)


def holds(data: bytes, number: bytes) -> bool:
    """Tell whether packed terms have a word or pair in their title or below it; `number` is as `spell` gives it."""
    if not data:
        return False
    title = struct.unpack_from("I", data)[0]
    return _stands(data, number, 4 * LISTS, 4 * (LISTS + title)) or text_holds(data, number)


def text_holds(data: bytes, number: bytes) -> bool:
    """Tell whether packed terms have a word or pair below the title."""
    if not data:
        return False
    title, about = struct.unpack_from("2I", data)
    return _stands(data, number, 4 * (LISTS + title + about), len(data))


def spell(number: int) -> bytes:
    """Return a word's or pair's number as packed terms hold it."""
    return struct.pack("I", number)


def _stands(data: bytes, number: bytes, start: int, end: int) -> bool:
    at = data.find(number, start, end)
    while at % 4 and at >= 0:  # across two numbers
        at = data.find(number, at + 1, end)
    return at >= 0


def text_of(data: bytes) -> "array[int]":
    """Return of packed terms all words and pairs below the title, each once."""
    numbers = array("I", data or bytes(4 * LISTS))
    title, about = numbers[:2]
    return numbers[LISTS + title + about :]

"""Which words and pairs may lead from titles to texts: of all those in a text, an edit asks the store for few."""

from array import array
from collections.abc import Collection, Iterable
from typing import Self

_BITS = 8
"""For each that leads, so that most others share no bit with one."""
_SIZE = 32


class Leading:
    """A bit for each number, and for others that end in the same way; one that has been added is never taken out."""

    def __init__(self, bits: "array[int]") -> None:
        """`bits` are in numbers, as many as a power of two."""
        self.bits = bits
        self._mask = len(bits) * _SIZE - 1

    @classmethod
    def of(cls, words: Collection[int]) -> Self:
        """Return what has room for more words than the given ones."""
        leading = cls(array("I", [0]) * (1 << (len(words) * _BITS // _SIZE).bit_length()))
        for word in words:
            leading.add(word)
        return leading

    def add(self, word: int) -> None:
        """Say that a word leads."""
        self.bits[(word & self._mask) // _SIZE] |= 1 << word % _SIZE

    def among(self, words: Iterable[int]) -> list[int]:
        """Return of some words those that may lead."""
        bits, mask = self.bits, self._mask
        return [word for word in words if bits[(word & mask) // _SIZE] >> word % _SIZE & 1]

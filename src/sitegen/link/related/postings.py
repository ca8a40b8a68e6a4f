"""What leads from a word to documents, packed so that one word can be looked up; and which words may lead at all."""

from array import array
from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence
from typing import Self

from sitegen.base.noun import Struct, field
from sitegen.link.related.weights import MOST_TITLES

_BITS = 8
"""For each that leads, so that most others share no bit with one."""
_SIZE = 32


class Posting(Struct):
    """One word or pair that titles hold; of one that does not lead, only the counts."""

    titles: int = 0
    """How many titles hold it."""
    texts: int = 0
    """How many texts hold it: at least so many from `COUNTED` on, and not counted where it is in too many titles."""
    asked: dict[int, int] = field(default_factory=dict)
    """The share that it has in each title, by row."""
    mentions: "array[int]" = field(default_factory=lambda: array("I"))
    """The rows of the texts that hold it, in order."""

    def leads(self, most: int) -> bool:
        """Tell whether it leads from texts to titles and back; `most` is `most_texts`."""
        return self.titles <= MOST_TITLES and self.texts <= most

    def mention(self, row: int) -> None:
        """Note that a text holds it."""
        at = bisect_left(self.mentions, row)
        if row not in self.mentions[at : at + 1]:
            self.mentions.insert(at, row)

    def forget(self, row: int) -> None:
        """Note that a text does not hold it any more."""
        if row in self.mentions:
            self.mentions.remove(row)

    def pack(self) -> bytes:
        """Return the bytes that `unpack_posting` reads."""
        rows = sorted(self.asked)
        return pack_posting(self.titles, self.texts, rows, [self.asked[row] for row in rows], self.mentions)


def unpack_posting(data: bytes) -> Posting:
    """Return the posting that was packed."""
    numbers = array("I", data)
    titles, texts, count = numbers[:3]
    if not count:
        return Posting(titles, texts)
    shares, mentions = 3 + count, 3 + 2 * count
    asked = dict(zip(numbers[3:shares], numbers[shares:mentions], strict=True))
    return Posting(titles, texts, asked, numbers[mentions:])


def pack_posting(titles: int, texts: int, rows: Sequence[int], shares: Sequence[int], mentions: Sequence[int]) -> bytes:
    """Return what `unpack_posting` reads; rows of titles and of texts are in order."""
    return array("I", (titles, texts, len(rows), *rows, *shares, *mentions)).tobytes()


class Leading:
    """Tells which of the words and pairs in a text may lead to titles, so that an edit asks the store for few (Bloom).

    There is a bit for each number, and for others that end in the same way; one that has been added is never taken out.
    """

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

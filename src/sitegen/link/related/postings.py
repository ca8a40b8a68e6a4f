"""What leads from a word to documents, packed so that one word can be looked up."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(slots=True)
class Posting:
    """One word or pair that titles hold."""

    known: int = 0
    """In how many texts it stands."""
    asked: dict[int, int] = field(default_factory=dict)
    """The share that it has in each title, by row."""
    mentions: set[int] = field(default_factory=set)
    """The rows of the texts in which it stands, where these are few."""

    def pack(self) -> bytes:
        """Return the bytes that `unpack_posting` reads."""
        rows = sorted(self.asked)
        return pack_posting(self.known, rows, [self.asked[row] for row in rows], sorted(self.mentions))


def unpack_posting(data: bytes) -> Posting:
    """Return the posting that was packed."""
    numbers = array("I", data)
    known, count = numbers[:2]
    shares, mentions = 2 + count, 2 + 2 * count
    asked = dict(zip(numbers[2:shares], numbers[shares:mentions], strict=True))
    return Posting(known, asked, set(numbers[mentions:]))


def pack_posting(known: int, rows: Sequence[int], shares: Sequence[int], mentions: Sequence[int]) -> bytes:
    """Return what `unpack_posting` reads; rows of titles and of texts are in order."""
    return array("I", (known, len(rows), *rows, *shares, *mentions)).tobytes()

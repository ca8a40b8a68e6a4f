"""What leads from a word to documents, packed so that one word can be looked up."""

from array import array
from bisect import bisect_left
from collections.abc import Sequence

from sitegen.base.noun import Struct, field
from sitegen.link.related.weights import MOST_TITLES


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

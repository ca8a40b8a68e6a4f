"""How many documents are about each word: as many words as a site has, of which an edit asks for few."""

from array import array
from bisect import bisect_left
from collections.abc import Mapping
from typing import Self


class About:
    """Counts by word, in two arrays, and what has changed since."""

    def __init__(self, words: "array[int]", counts: "array[int]") -> None:
        """Take words in rising order, and the count of each."""
        self._words, self._counts = words, counts
        self._changed: dict[int, int] = {}

    @classmethod
    def of(cls, counts: Mapping[int, int]) -> Self:
        """Return what a mapping says."""
        words = array("I", sorted(counts))
        return cls(words, array("I", map(counts.__getitem__, words)))

    def count(self, word: int) -> int:
        """Return how many documents are about a word."""
        if word in self._changed:
            return self._changed[word]
        at = bisect_left(self._words, word)
        return self._counts[at] if at < len(self._words) and self._words[at] == word else 0

    def set(self, word: int, count: int) -> None:
        """Say how many documents are about a word now."""
        self._changed[word] = count

    def arrays(self) -> "tuple[array[int], array[int]]":
        """Return words in order, and their counts."""
        words, counts = self._words, self._counts
        for word, count in self._changed.items():
            at = bisect_left(words, word)
            if words[at : at + 1] == array("I", [word]):
                counts[at] = count
                if not count:
                    del words[at], counts[at]
            elif count:
                words.insert(at, word)
                counts.insert(at, count)
        self._changed = {}
        return words, counts

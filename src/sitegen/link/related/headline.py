"""The words of a title, from which a reason is taken as it is written there."""

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from sitegen.base.text import plain_ascii
from sitegen.base.unspaced import is_unspaced, whole_words
from sitegen.base.words import joined, numbers, pairs, placed, words

_MOST = 5
"""Words of a phrase: a whole title is no reason."""
_LONG = 4
"""Letters of a word that a title would write with a capital if it wrote all so."""

_SEVERAL = 3
"""Spaces in a title all in capitals, which make names of no words there."""

_LONGEST = 12
"""Pairs of signs of a phrase in a script without spaces."""

Stands = Callable[[int], bool]
"""Tells of a word or a pair, by its number, whether it stands in another article."""


class _Word(NamedTuple):
    """One word as it is written, which may be a name of several parts."""

    start: int
    end: int
    numbers: Sequence[int]
    """Of the word; of a name that `words` takes apart, of the whole and each part."""


def _numbers(word: str, written: str) -> list[int]:
    """Return the numbers of a word and its parts; a piece of Thai is one word, even with no letter in it."""
    apart = words(written)
    return numbers(apart if len(apart) > 1 else [word])


class Headline:
    """A title by its words, and its phrases by their numbers."""

    def __init__(self, title: str) -> None:
        loud = title.isupper() and title.count(" ") >= _SEVERAL
        self._text = text = unicodedata.normalize("NFKC", plain_ascii(title.lower() if loud else title))
        self._words = [_Word(start, end, _numbers(word, text[start:end])) for word, start, end in placed(text)]
        self._pairs = [self._pair(one, two) for one, two in pairwise(self._words)]
        written = [text[one.start : one.end] for one in self._words]
        long = [word for word in written if word.isalpha() and len(word) >= _LONG]
        self.capitals = all(word[0].isupper() for word in (*long, *written[-1:]) if word[0].isalpha())
        """Whether each long word and the last has a capital, which then makes no name of it."""
        self.phrases: Mapping[int, tuple[int, int]] = self._named()
        """By word and pair: the places of the first and the last word that are meant."""

    def phrase(self, number: int) -> str:
        """Return a word or a pair as it is written, with all of a name of which it is a part."""
        return self._spelled(*self.phrases[number])

    def around(self, number: int, stands: Stands, rare: Callable[[int], bool]) -> str:
        """Return a phrase with those neighbouring words that stand beside it in another article too.

        They are names or rare; what stands between two such words goes with them. Empty where the other article has
        but a part of a name.
        """
        first, last = self._compound(*self.phrases[number])
        if not self._whole(first, last, stands) or not self._joined(first, last, stands):
            return ""

        most = _LONGEST if is_unspaced(self._text) else _MOST

        def joins(at: int, start: int, end: int) -> bool:
            """Tell whether a word, at one end of a stretch, and all that stands between make the phrase longer."""
            return (
                0 <= at < len(self._words)
                and self._tells(at, rare)
                and self._whole(start, end, stands)
                and self._joined(start, end, stands)
            )

        grown = True
        while grown:
            grown = False
            for step in (1, 2):
                if last + step - first < most and joins(last + step, last, last + step):
                    last, grown = last + step, True
                if last - first + step < most and joins(first - step, first - step, first):
                    first, grown = first - step, True
        return self.in_words(first, last)

    def in_words(self, first: int, last: int) -> str:
        """Return a stretch as it is written, without parts of words where a script has no spaces."""
        start = self._words[first].start
        start, end = whole_words(self._text, start, start + len(self._spelled(first, last)))
        return self._text[start:end].strip()

    def _spelled(self, first: int, last: int) -> str:
        end = self._words[last].end
        abbreviated = self._text[end - 2 : end - 1] == self._text[end : end + 1] == "."
        return self._text[self._words[first].start : end + abbreviated]

    def _pair(self, one: _Word, two: _Word) -> int | None:
        """Return the number of two neighbouring words; None where something stands between them."""
        return pairs([one.numbers[-1], two.numbers[0]])[0] if joined(self._text[one.end : two.start]) else None

    def _named(self) -> dict[int, tuple[int, int]]:
        single = {number: (at, at) for at, word in enumerate(self._words) for number in word.numbers}
        inside = {pair: (at, at) for at, word in enumerate(self._words) for pair in pairs(word.numbers)}
        both = {pair: (at, at + 1) for at, pair in enumerate(self._pairs) if pair is not None}
        return single | inside | both

    def _whole(self, first: int, last: int, stands: Stands) -> bool:
        """Tell whether the other article has all parts of each name in a stretch."""
        return all(stands(pair) for word in self._words[first : last + 1] for pair in pairs(word.numbers))

    def _joined(self, first: int, last: int, stands: Stands) -> bool:
        """Tell whether the words of a stretch stand beside each other in the other article too."""
        return all(pair is not None and stands(pair) for pair in self._pairs[first:last])

    def _compound(self, first: int, last: int) -> tuple[int, int]:
        """Return a stretch with all of "Step-by-Step" where it has a part; "AI" of "AI-powered" stands by itself."""
        while first and self._between(first) in ("-", "'") and not self._abbreviates(first):
            first -= 1
        while last + 1 < len(self._words) and self._between(last + 1) == "-" and not self._abbreviates(last):
            last += 1
        return first, last

    def _abbreviates(self, at: int) -> bool:
        """Tell whether a word is an abbreviation or a name by its capitals."""
        return any(map(str.isupper, self._text[self._words[at].start + 1 : self._words[at].end]))

    def _between(self, at: int) -> str:
        """Return what stands before a word, behind the last."""
        return self._text[self._words[at - 1].end : self._words[at].start]

    def _tells(self, at: int, rare: Callable[[int], bool]) -> bool:
        """Tell whether a word is a name or rare. Where all words have capitals, or one is the first, none is a sign."""
        word = self._words[at]
        letter = self._text[word.start]
        sign = letter.isdigit() or (letter.isupper() and at > 0 and not self.capitals)
        return sign or is_unspaced(letter) or all(map(rare, word.numbers))

"""What a word is worth, in whole numbers, so that every machine and every way of reckoning agrees to the last bit."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from sitegen.base.words import pairs

RARITY = (0, 8, 23, 42, 64, 89, 118, 148, 181, 216, 253, 292)
"""The worth of a word by how many levels it is rarer than what every article has: eight times the level to the 1.5."""
OFTEN = (4, 8, 12, 15)
"""The worth of a word in its own text by the step of how often it stands there: about 4 (1 + ln)."""
CALM = 74
"""What a title must be worth before its words found elsewhere count in full: short titles prove little."""

WHOLE = 1 << 20
WORDS, PAIRS, LIKENESS = 40, 30, 60
"""Percent of `WHOLE`: all words of a title found, all its pairs found, all words of two texts the same."""
FADING = 16
"""Each doubling of the weeks between two articles takes one part in so many."""
SAME = 90
"""Percent of likeness from which two articles are nearly the same, and are not shown together."""

WELL_KNOWN = 128
"""Articles that mention a word, above which the word leads to none of them; on a small site it takes fewer."""
NEAREST = 10
"""Relatives of an article that are looked at closely, and kept."""


def level(count: int) -> int:
    """Return a count on a coarse scale, each step four times the last, so that one article more rarely matters."""
    return count.bit_length() // 2


def fading(days: int) -> int:
    """Return how many parts of `FADING` are left of a score between two articles so many days apart."""
    return FADING - min(FADING - 1, ((days + 7) // 7).bit_length())


def well_known(articles: int) -> int:
    """Return how many articles may mention a word that leads to them."""
    return min(WELL_KNOWN, (1 << 2 * level(articles)) // 2)


class Scale:
    """The worth of every word on one site: the fewer articles are about it, the more."""

    def __init__(self, articles: int, about: Mapping[int, int]) -> None:
        self._top = level(articles)
        self._about = about
        self._telling = max(1, self._top // 2)

    def rarity(self, word: int) -> int:
        """Return how many levels a word is rarer than every article being about it."""
        return max(0, self._top - level(self._about.get(word, 0)))

    def worth(self, word: int) -> int:
        """Return what a word counts for likeness: nothing where most articles are about it, or none."""
        count = self._about.get(word, 0)
        rare = self._top - level(count)
        return RARITY[rare] if count and rare >= self._telling else 0

    def worths(self) -> dict[int, int]:
        """Return the words that count for likeness, with what each is worth."""
        by_level = [rare >= self._telling and RARITY[rare] for rare in range(self._top + 1)]
        return {
            word: worth for word, count in self._about.items() if (worth := by_level[max(0, self._top - level(count))])
        }

    def shares(self, title: Sequence[int]) -> dict[int, int]:
        """Return the words and pairs of a title that are worth anything, each with its share of the whole title."""
        worth = [RARITY[self.rarity(word)] for word in title]
        words = dict(zip(title, worth, strict=True))
        both = {pair: sum(two) for pair, two in zip(pairs(title), pairwise(worth), strict=True)}
        whole = 100 * (CALM + sum(words.values()) + sum(both.values()))
        shares = {word: one * WHOLE * WORDS // whole for word, one in words.items() if one}
        return shares | {pair: two * WHOLE * PAIRS // whole for pair, two in both.items() if two}

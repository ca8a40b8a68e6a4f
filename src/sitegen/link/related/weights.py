"""What a word is worth, in whole numbers, so that every machine and every way of reckoning agrees to the last bit."""

from collections.abc import Callable, Mapping, Sequence
from operator import add

from sitegen.base.words import pairs

RARITY = (0, 8, 23, 42, 64, 89, 118, 148, 181, 216, 253, 292)
"""The worth of a word by how many levels it is rarer than what every article has: eight times the level to the 1.5."""
CALM = 74
"""What a title must be worth before its words found elsewhere count in full: short titles prove little."""

WHOLE = 1 << 20
WORDS, PAIRS, LIKENESS = 40, 30, 60
"""Percent of `WHOLE`: all words of a title found, all its pairs found, all words of two texts the same."""
FADING = 16
"""Each doubling of the weeks between two articles takes one part in so many."""
SAME = 90
"""Percent of likeness from which two articles are nearly the same, and are not shown together."""

MOST_TEXTS, MOST_TITLES = 128, 32
"""Texts and titles that hold a word, above which the word leads nowhere; on a small site it takes fewer texts."""
COUNTED = 2 * MOST_TEXTS
"""Texts that hold a word are counted so far, so that a word which many hold is not asked about again for each edit."""
NEAREST = 10
"""Relatives of an article that are looked at closely, and kept."""


def level(count: int) -> int:
    """Return a count on a coarse scale, each step four times the last, so that one article more rarely matters."""
    return count.bit_length() // 2


def fading(days: int) -> int:
    """Return how many parts of `FADING` are left of a score between two articles so many days apart."""
    return FADING - min(FADING - 1, ((days + 7) // 7).bit_length())


def most_texts(articles: int) -> int:
    """Return how many texts may hold a word that leads to them."""
    return min(MOST_TEXTS, (1 << 2 * level(articles)) // 2)


def least_telling(top: int) -> int:
    """Return how many levels rarer than what every article has a word must be to count for likeness."""
    return max(1, top // 2)


class Memo(dict[int, int]):
    """Answers by number, each reckoned when it is first asked for."""

    def __init__(self, answer: Callable[[int], int]) -> None:
        super().__init__()
        self._answer = answer

    def __missing__(self, number: int) -> int:
        found = self[number] = self._answer(number)
        return found


class Scale:
    """The worth of every word on one site: the fewer articles are about it, the more."""

    def __init__(self, articles: int, about: Callable[[int], int]) -> None:
        """`about` returns how many articles are about a word."""
        self._top = level(articles)
        self._about = about
        self._telling = least_telling(self._top)
        self.weight: Mapping[int, int] = Memo(self._weight)
        """By word: what it counts for likeness, its worth squared; nothing where many articles are about it."""
        self._worth = Memo(lambda word: RARITY[self.rarity(word)])

    def rarity(self, word: int) -> int:
        """Return how many levels a word is rarer than every article being about it."""
        return max(0, self._top - level(self._about(word)))

    def rare(self, word: int) -> bool:
        """Tell whether a word stands on the rarer half of the scale."""
        return 0 < self._top <= 2 * self.rarity(word)

    def _weight(self, word: int) -> int:
        rare = self.rarity(word)
        return RARITY[rare] ** 2 if rare >= self._telling else 0

    def shares(self, title: Sequence[int]) -> dict[int, int]:
        """Return the words and pairs of a title that are worth anything, each with its share of the whole title."""
        worth = [self._worth[word] for word in title]
        words = dict(zip(title, worth, strict=True))
        both = dict(zip(pairs(title), map(add, worth, worth[1:]), strict=True))
        whole = 100 * (CALM + sum(words.values()) + sum(both.values()))
        shares = {word: one * WHOLE * WORDS // whole for word, one in words.items() if one}
        return shares | {pair: two * WHOLE * PAIRS // whole for pair, two in both.items() if two}

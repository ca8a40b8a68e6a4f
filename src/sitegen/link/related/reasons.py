"""Why an article is shown beside another, in words that a reader understands."""

from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

from sitegen.base.dates import is_month
from sitegen.base.patterns import regex
from sitegen.base.words import numbers, pairs, words
from sitegen.link.names import name_slug
from sitegen.link.related.headline import Headline
from sitegen.link.related.settle import Rule
from sitegen.model.article import Article
from sitegen.model.site import Card, Suggestion
from sitegen.model.terms import spell, text_holds

# Years and days say when and not what.
_DATE = frozenset("0123456789-/")
# A short word in small letters before a name.
_BEFORE_NAME = regex(r"([a-z]{1,4}) (?=[^ ]*[A-Z])")
_APART = regex(r"[^\w.]+")
_OF_LETTERS = regex("[\u0590-\u08ff]")
"""Hebrew and Arabic, which have no capitals and yet short words that join others."""
_SHORT = 4
"""Letters of words that mostly join others."""
_FEWEST = 8
"""Articles of a site whose tags are compared with how many there are."""
_YEAR = regex(r"\b\d{4,}\b")
# A year, and a count in front: neither makes a name.
_NUMBER = regex(r"\b\d{4,}\b|^\d+\b(?!\.)")
_FIRST_LETTER = regex(r"\b[^\W\d_](?=[^\W\d_])")
"""Of a word with more than one."""
_SAME_TIME = 31
"""Days between two articles that are of the same time."""


class Beside(NamedTuple):
    """An article that is shown beside another."""

    id: str
    here: int
    """The word or pair that its title says most of the other's text, by number; 0 where it says nothing."""
    there: int
    """The same of the other's title."""
    related: bool = True
    """Whether it is a relative; others fill places that are left over."""


class Reasons:
    """Says why articles are shown: in the words of tags that both have, or of titles."""

    def __init__(
        self,
        card: Callable[[str], Card],
        article: Callable[[str], Article],
        house: str,
        rare: Callable[[int], bool],
        common: Callable[[str], bool] = lambda _: False,
    ) -> None:
        """`card` and `article` are asked by id.

        `house` is who stands under all that names nobody (`house_name`): no reason to read on. `rare` tells of a word,
        by its number, whether few articles are about it, and `common` of a tag, by its slug, whether most have it.
        """
        self._card, self._article = card, article
        self._house = (house, name_slug(house))
        self._rare = rare
        self._common = cache(common)
        self._titles: dict[str, Headline] = {}
        self._summaries: dict[str, frozenset[int]] = {}

    def suggestions(self, ident: str, shown: Sequence[Beside], rule: Rule) -> tuple[Suggestion, ...]:
        """Return what a page shows, pins first."""
        pins = [Suggestion(pin, pinned=True) for pin in rule.pins]
        return (*pins, *(self._suggestion(ident, one) for one in shown))

    def _suggestion(self, ident: str, beside: Beside) -> Suggestion:
        other = beside.id
        one, two = self._card(ident), self._card(other)
        theirs = {tag.slug for tag in two.tags}
        subjects = (
            tuple([tag.name for tag in one.tags if tag.slug in theirs and not self._common(tag.slug)][:2])
            or self._distinct(self._named(other, beside.there, ident), self._named(ident, beside.here, other))
            or self._distinct(self._shared(ident, other))
        )
        if subjects:
            return Suggestion(other, subjects)
        if one.section and two.section and one.section.slug == two.section.slug:
            return Suggestion(other, (one.section.name,), kind="section")
        authors = {
            author.slug for author in two.authors if author.name not in self._house and author.slug not in self._house
        }
        names = tuple([author.name for author in one.authors if author.slug in authors][:1])
        if names:
            return Suggestion(other, names, kind="author")
        repeated = self._distinct(self._repeated(ident, other))
        if repeated:
            return Suggestion(other, repeated)
        if beside.related:
            return Suggestion(other, kind="likeness")
        near = abs(one.date.toordinal() - two.date.toordinal()) <= _SAME_TIME
        return Suggestion(other, kind="time" if near else "other")

    def _distinct(self, *named: str) -> tuple[str, ...]:
        """Return the phrases that say something, as neither the name of the house nor a month does."""
        told = (phrase for phrase in _distinct(*named) if name_slug(phrase) != self._house[1])
        return tuple(phrase for phrase in told if not _says_when(phrase))

    def _named(self, ident: str, number: int, other: str) -> str:
        """Return a phrase of a title that stands in another's text, where it tells a reader what both are about."""
        title = self._title(ident)
        phrase = title.phrase(number) if number in title.phrases else ""
        if not phrase:
            return ""
        when = _says_when(phrase) or bool(_YEAR.search(phrase))
        opens = number in self._title(other).phrases or number in self._summary(other)
        if not when and not (opens and _means_something(phrase)) and not self._tells(phrase, title):
            return ""
        terms = self._article(other).terms
        told = self._trimmed(title.around(number, lambda one: text_holds(terms, spell(one)), self._rare))
        return told if not when or self._tells(told, title) else ""

    def _shared(self, ident: str, other: str) -> str:
        """Return the longest phrase of both titles that tells a reader what both are about."""
        title, theirs = self._title(ident), self._title(other).phrases
        both = [number for number in title.phrases if number in theirs and self._tells(title.phrase(number), title)]
        phrases = (self._trimmed(title.around(number, theirs.__contains__, self._rare)) for number in both)
        return max(phrases, key=len, default="")

    def _repeated(self, ident: str, other: str) -> str:
        """Return the longest word of either title that is rare here, and that both texts say again and again."""
        one, two = ({*numbers(self._article(each).keywords)} for each in (ident, other))
        words_of = (
            title.in_words(*title.phrases[number])
            for title in (self._title(ident), self._title(other))
            for number in title.phrases.keys() & one & two
            if self._rare(number)
        )
        told = (word for word in words_of if _means_something(word) and not _says_when(word))
        return max(told, key=lambda word: (len(word), word), default="")

    def _tells(self, phrase: str, title: Headline) -> bool:
        """Tell whether a phrase of a title is a name, or several words of which each is rare here."""
        if _says_when(phrase):
            return False
        written = _NUMBER.sub("", phrase).strip()
        # Where all words have capitals, short ones are no names.
        spoken = title.capitals and not _means_something(phrase)
        signs = _FIRST_LETTER.sub("", written) if spoken else written[1:]
        if any(letter.isupper() or letter.isdigit() or letter == "." for letter in signs):
            return True
        parts = numbers(words(phrase))
        return len(parts) > 1 and not spoken and all(map(self._rare, parts))

    def _trimmed(self, phrase: str) -> str:
        """Return a phrase without a common word before a name: "of AI" says no more than "AI"."""
        before = _BEFORE_NAME.match(phrase)
        return phrase[before.end() :] if before and not all(map(self._rare, numbers([before[1]]))) else phrase

    def _title(self, ident: str) -> Headline:
        if ident not in self._titles:
            self._titles[ident] = Headline(self._card(ident).title)
        return self._titles[ident]

    def _summary(self, ident: str) -> frozenset[int]:
        """Return the words and pairs of an article's summary."""
        if ident not in self._summaries:
            found = numbers(words(self._card(ident).summary))
            self._summaries[ident] = frozenset((*found, *pairs(found)))
        return self._summaries[ident]


def _says_when(phrase: str) -> bool:
    """Tell whether a phrase is no more than days, months and years."""
    return all(_DATE.issuperset(part) or is_month(part) for part in phrase.split())


def _means_something(phrase: str) -> bool:
    """Tell whether a phrase has a word that is long, a name, or of a script of signs, as "at the" has not."""
    parts = _APART.split(phrase)
    several = len(parts) > 1 and all(len(part) >= _SHORT for part in parts)
    return several or any(
        len(part) > _SHORT or not (_OF_LETTERS.search(part) or all(map(str.islower, part[1:]))) for part in parts
    )


def _distinct(*named: str) -> tuple[str, ...]:
    """Return the phrases that say something, and of two that say the same the longer one."""
    told: list[str] = []
    for phrase in sorted(named, key=len, reverse=True):
        if phrase[1:2].strip() and not any(phrase.casefold() in one.casefold() for one in told):
            told.append(phrase)
    return tuple(sorted(told, key=named.index))


def is_common(having: int, articles: int) -> bool:
    """Tell of a tag by how many have it whether that two of them do says nothing."""
    return articles > _FEWEST and 2 * having > articles

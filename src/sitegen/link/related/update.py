"""A few documents have changed: bring the relatives of all up to date, as if they had been found anew."""

from array import array
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from heapq import nlargest
from itertools import chain
from typing import Protocol

from sitegen.base.noun import Struct
from sitegen.link.related.about import About
from sitegen.link.related.closely import Telling, Vector, alike, maybe_same, same, score_of, vector_of, weightier
from sitegen.link.related.postings import Leading, Posting
from sitegen.link.related.table import Document, Relative, Table
from sitegen.link.related.weights import COUNTED, FADING, MOST_TITLES, NEAREST, Scale, fading, level, most_texts
from sitegen.model.terms import Terms, unpack

MOST = 96
"""Documents above which all relatives are found anew as quickly."""


class Memory(Protocol):
    """What is remembered of the relatives found last."""

    table: Table
    about: About
    leading: Leading

    def terms(self, row: int) -> bytes:
        """Return the terms of a document as they were."""
        ...

    def postings(self, words: Collection[int]) -> dict[int, Posting]:
        """Return the postings of those words that titles hold."""
        ...

    def holders(self, words: Collection[int]) -> dict[int, set[int]]:
        """Return by word the rows of all documents, as they were, whose title or text holds it."""
        ...

    def put(self, word: int, posting: Posting) -> None:
        """Keep a posting; one that no title holds is forgotten."""
        ...


_Told = tuple[int, int]
"""The share of a word or pair in a title, and its number."""
_NOTHING: _Told = (0, 0)


class _Met(Struct):
    """What a document and others say of each other, by row."""

    scores: dict[int, int]
    firsts: dict[int, int]
    """What time leaves of the scores."""
    here: dict[int, _Told]
    """What the title of the document says most of another's text."""
    there: dict[int, _Told]
    """What another's title says most of the text of the document."""


class TooMany(Exception):  # noqa: N818  (it says what happened)
    """More has changed than is worth following."""


def update(memory: Memory, changes: Mapping[str, Document | None]) -> None:
    """Take in new, changed and deleted documents (None); the table notes whose relatives differ.

    Raises TooMany where all relatives must be found anew.
    """
    _Update(memory, changes).run()


class _Update:
    def __init__(self, memory: Memory, changes: Mapping[str, Document | None]) -> None:
        self._memory = memory
        self._table = memory.table
        before = len(memory.table.ids) - memory.table.ids.count("")
        self._old: dict[int, Terms] = {}
        self._new: dict[int, Terms] = {}
        for ident, document in changes.items():
            known = self._table.row(ident)
            if known is not None:
                self._old[known] = unpack(memory.terms(known))
            if document is None:
                if known is not None:
                    self._table.remove(known)
                continue
            row = self._table.append(ident) if known is None else known
            self._table.days[row] = document.day
            self._new[row] = unpack(document.terms)
        after = before + len(self._new.keys() - self._old.keys()) - len(self._old.keys() - self._new.keys())
        if level(before) != level(after):
            raise TooMany
        self._count = after
        self._most = most_texts(after)
        self._known_terms: dict[int, Terms] = dict(self._new)
        self._texts: dict[int, frozenset[int]] = {}
        self._shares: dict[int, dict[int, int]] = {}
        self._postings: dict[int, Posting | None] = {}
        self._fulls: dict[tuple[int, int], int] = {}

    def run(self) -> None:
        crossed, was = self._count_words()
        touched = self._old.keys() | self._new.keys()
        holders = self._holders(crossed | self._unheard())
        for row in {row for word in crossed for row in holders[word]} - touched:
            terms = self._terms(row)
            if not crossed.isdisjoint(chain(terms.title, terms.often)):
                self._old[row] = self._new[row] = terms
        self._check()
        asked_anew = self._unheard()
        # Rarely a word becomes worth something, and with it its pairs in titles that did not change.
        holders = {**holders, **self._holders(asked_anew - holders.keys())}
        moved = self._rewrite(was, asked_anew, holders)
        telling = Telling(self._scale.weight)
        for row, terms in self._new.items():
            self._table.lengths[row] = vector_of(terms, telling).length
        again = set(self._new) | moved
        self._table.asked_anew |= again
        self._rank(again, self._old.keys() - self._new.keys(), {row: self._meet(row) for row in again})

    def _check(self, further: Collection[int] = ()) -> None:
        if len(self._old.keys() | self._new.keys() | set(further)) > MOST:
            raise TooMany

    def _count_words(self) -> tuple[set[int], Scale]:
        """Count what documents are about; return the words whose worth differs, and the worth of words before."""
        about = self._memory.about
        change = Counter[int]()
        for terms in self._new.values():
            change.update(terms.about)
        for terms in self._old.values():
            change.subtract(terms.about)
        former = {word: about.count(word) for word, more in change.items() if more}
        for word, count in former.items():
            about.set(word, count + change[word])
        self._scale = Scale(self._count, about.count)
        was = Scale(self._count, lambda word: former[word] if word in former else about.count(word))
        return {word for word, count in former.items() if level(count) != level(about.count(word))}, was

    def _unheard(self) -> set[int]:
        """Return the words and pairs of new titles that no title was known by before."""
        held = {word for row in self._new for word in self._held(row)}
        self._load(held)
        return {word for word in held if self._postings[word] is None}

    def _holders(self, words: Collection[int]) -> Mapping[int, set[int]]:
        """Return by word who holds it. All documents are looked through for that."""
        return self._memory.holders(words) if words else {}

    def _load(self, words: Iterable[int]) -> None:
        wanted = [word for word in words if word not in self._postings]
        if wanted:
            self._postings.update(dict.fromkeys(wanted))
            self._postings.update(self._memory.postings(wanted))

    def _rewrite(self, was: Scale, anew: set[int], holders: Mapping[int, set[int]]) -> set[int]:
        """Bring the postings up to date; return the rows of titles with a word that has ceased to lead."""
        texts = {row: _words_of(terms) for row, terms in self._old.items()}
        shares = {row: was.shares(terms.title) for row, terms in self._old.items()}
        self._texts.update((row, _words_of(terms)) for row, terms in self._new.items())
        changed = self._old.keys() | self._new.keys()
        nothing: frozenset[int] = frozenset()
        differing = [texts.get(row, nothing) ^ (self._texts[row] if row in self._new else nothing) for row in changed]
        self._load(chain(*differing, *shares.values(), *map(self._held, self._new)))
        led = {}
        for word in anew:
            standing = {row for row in holders.get(word, set()) - changed if word in self._words_below(row)}
            self._postings[word] = Posting(0, len(standing), {}, array("I", sorted(standing)))
            led[word] = True
        for row in changed:
            there = row in self._new
            self._ask(row, shares.get(row, {}), self._held(row) if there else {}, led)
            old, new = texts.get(row, nothing), self._texts[row] if there else nothing
            self._mention(row, new - (old - anew), led, 1)
            self._mention(row, old - new - anew, led, -1)
        moved = {row for word, before in led.items() for row in self._kept(word, before, word in anew)}
        self._check(moved)
        return {row for row in moved if self._table.ids[row]}

    def _ask(self, row: int, old: Mapping[int, int], new: Mapping[int, int], led: dict[int, bool]) -> None:
        """Put another title in the place of one. `led` takes whether a posting that differs led before."""
        for word in old.keys() | new.keys():
            posting = self._postings[word]
            if posting is None or old.get(word) == new.get(word):
                continue
            led.setdefault(word, posting.leads(self._most))
            posting.titles += (word in new) - (word in old)
            posting.asked.pop(row, None)
            if word in new:
                posting.asked[row] = new[word]

    def _mention(self, row: int, words: Iterable[int], led: dict[int, bool], more: int) -> None:
        """Count a text that holds these words, or has ceased to."""
        for word in words:
            if posting := self._postings.get(word):
                led.setdefault(word, posting.leads(self._most))
                posting.texts += more
                (posting.mention if more > 0 else posting.forget)(row)

    def _kept(self, word: int, led: bool, anew: bool) -> Collection[int]:
        """Keep a posting; return the rows of titles that it leads to no more. Raises TooMany where it begins to."""
        posting = self._postings[word]
        if posting is None:
            return ()
        leads = posting.leads(self._most)
        if leads and not led and posting.titles:
            raise TooMany
        ceased = () if leads or anew else tuple(posting.asked)
        if not leads:
            posting.texts = min(posting.texts, COUNTED) if posting.titles <= MOST_TITLES else 0
            posting.asked.clear()
            posting.mentions = array("I")
        else:
            self._memory.leading.add(word)
        self._memory.put(word, posting)
        if not posting.titles:
            self._postings[word] = None
        return ceased if led else ()

    def _terms(self, row: int) -> Terms:
        found = self._known_terms.get(row)
        if found is None:
            found = self._known_terms[row] = unpack(self._memory.terms(row))
        return found

    def _words_below(self, row: int) -> frozenset[int]:
        found = self._texts.get(row)
        if found is None:
            found = self._texts[row] = _words_of(self._terms(row))
        return found

    def _held(self, row: int) -> dict[int, int]:
        found = self._shares.get(row)
        if found is None:
            found = self._shares[row] = self._scale.shares(self._terms(row).title)
        return found

    def _leading(self, word: int) -> Posting | None:
        posting = self._postings.get(word)
        return posting if posting and posting.leads(self._most) else None

    def _meet(self, row: int) -> _Met:
        """Return what the titles of a document and of others find in each other's texts."""
        text, shares = self._words_below(row), self._held(row)
        leading = self._memory.leading.among(text)
        self._load(chain(leading, shares))
        scores: dict[int, int] = defaultdict(int)
        here: dict[int, _Told] = {}
        for share, word in sorted((share, word) for word, share in shares.items()):
            if posting := self._leading(word):
                for other in posting.mentions:
                    scores[other] += share
                    here[other] = share, word
        there: dict[int, _Told] = {}
        for word in leading:
            if posting := self._leading(word):
                for other, share in posting.asked.items():
                    scores[other] += share
                    there[other] = max(there.get(other, _NOTHING), (share, word))
        scores.pop(row, None)
        return _Met(scores, {other: self._first(row, other, score) for other, score in scores.items()}, here, there)

    def _first(self, row: int, other: int, score: int) -> int:
        days = self._table.days
        return score * fading(abs(days[row] - days[other])) // FADING

    def _rank(self, again: set[int], gone: Collection[int], met: dict[int, _Met]) -> None:
        """Put the relatives of all that can differ into the table."""
        lists = {row: self._foremost(met[row].firsts) for row in again}
        others = self._others(again, gone, met)
        self._table.ask(again | others)
        for row in others:
            near = self._merged(row, again, gone, met)
            if near is None:
                met[row] = self._meet(row)
                near = self._foremost(met[row].firsts)
            lists[row] = near
        for row, near in lists.items():
            found = self._looked_at(row, near, again, met)
            if found != self._table.relatives(row):
                self._table.replace(row, found)

    def _foremost(self, firsts: Mapping[int, int]) -> list[tuple[int, int]]:
        """Return the nearest of all that score, with what time leaves of the score."""
        ids = self._table.ids
        least = min(nlargest(NEAREST, firsts.values()), default=0)
        near = [one for one in firsts.items() if one[1] >= least]
        return sorted(near, key=lambda one: (-one[1], ids[one[0]]))[:NEAREST]

    def _others(self, again: set[int], gone: Collection[int], met: Mapping[int, _Met]) -> set[int]:
        """Return the rows of documents whose relatives were, or may now be, among the changed ones."""
        found = {row for one in (*again, *gone) for row in self._table.holding(one)}
        weakest = self._table.weakest
        for one in again:
            found.update(other for other, first in met[one].firsts.items() if weakest[other] <= first)
        return {row for row in found if self._table.ids[row]} - again

    def _merged(
        self, row: int, again: set[int], gone: Collection[int], met: Mapping[int, _Met]
    ) -> list[tuple[int, int]] | None:
        """Return the nearest with the changed ones put in; None where one may be nearer who was left out before."""
        ids = self._table.ids

        def order(one: tuple[int, int]) -> tuple[int, str]:
            return -one[1], self._table.former.get(one[0]) or ids[one[0]]

        before = sorted(((one.row, one.first) for one in self._table.relatives(row)), key=order)
        kept = [one for one in before if one[0] not in again and one[0] not in gone]
        fresh = [(one, met[one].firsts[row]) for one in again if row in met[one].firsts]
        near = sorted((*kept, *fresh), key=order)[:NEAREST]
        full = len(before) == NEAREST
        if full and (len(near) < NEAREST or order(near[-1]) > order(before[-1])):
            return None
        return near

    def _looked_at(
        self, row: int, near: list[tuple[int, int]], again: set[int], met: Mapping[int, _Met]
    ) -> list[Relative]:
        """Look closely at those relatives of which not everything is known."""
        known = {one.row: one for one in self._table.relatives(row)} if row not in again else {}
        found = []
        for other, first in near:
            if other in known and other not in again:
                found.append(known[other])
                continue
            one, two = (row, other) if row in met else (other, row)
            here, there = met[one].here.get(two, _NOTHING), met[one].there.get(two, _NOTHING)
            said = weightier(here, there) if one == row else weightier(there, here)
            found.append(Relative(self._full(row, other, met[one].scores[two]), other, first, *said))
        return sorted(found, key=lambda one: (-one.full, self._table.ids[one.row]))

    def _full(self, row: int, other: int, score: int) -> int:
        """Return twice the score of two documents, as `score_of` does."""
        pair = min(row, other), max(row, other)
        if pair not in self._fulls:
            factor = fading(abs(self._table.days[row] - self._table.days[other]))
            likeness = alike(self._vector(row), self._vector(other), self._scale.weight)
            twins = maybe_same(likeness) and same(self._terms(row), self._terms(other))
            self._fulls[pair] = score_of(score, likeness, factor, twins=twins)
        return self._fulls[pair]

    def _vector(self, row: int) -> Vector:
        # Words that weigh nothing change nothing.
        return Vector(frozenset(self._terms(row).often), self._table.lengths[row])


def _words_of(terms: Terms) -> frozenset[int]:
    return frozenset(chain(terms.once, terms.often, terms.pairs))

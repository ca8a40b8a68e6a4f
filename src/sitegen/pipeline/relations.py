"""Who is related to whom: remembered from the last finished build, and brought up to date."""

from array import array
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain

from sitegen.engine.store import Store
from sitegen.link.related import Reasons, Shown, relate, shown_of
from sitegen.link.related.postings import Posting, unpack_posting
from sitegen.link.related.settle import Rule, settle
from sitegen.link.related.table import NOBODY, Document, Kinship, Table, empty_table
from sitegen.link.related.update import MOST, TooMany, update
from sitegen.model.article import Article
from sitegen.model.site import Suggestion
from sitegen.model.terms import unpack
from sitegen.pipeline.nouns import CODEC

_KEY = "relations"
_STEP = 64
"""Rows that are compared at once."""


def forget_relations(store: Store) -> None:
    """Have all relatives found anew in the next build."""
    store.put(_KEY, b"")


class Relations:
    """Finds relatives, and keeps them."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._anew: Kinship | None = None
        self._postings: dict[int, Posting] = {}
        self._rules: Mapping[str, Rule] = {}
        self._count = 0
        self._changed: set[str] = set()
        self._settled: Mapping[int, Sequence[int]] | None = None
        self._before: array[int] = array("I")
        self.table: Table = empty_table(())
        self.about: dict[int, int] = {}

    def find(self, documents: Sequence[Document], rules: Mapping[str, Rule], count: int) -> Shown:
        """Return what each document shows, as `link` asks for it."""
        if not self._load() or not self._follow(self._changes(documents)):
            self._anew = relate(documents)
            self.table, self.about = self._anew.table, self._anew.about
        self._rules, self._count = rules, count
        self._settled = settle(self.table, rules, count)
        return shown_of(self.table, self._settled)

    def follow(self, edited: Sequence[Article], reasons: Reasons) -> dict[str, tuple[Suggestion, ...]] | None:
        """Return the suggestions that may differ after some articles were edited; None where all must be found anew."""
        if not self._load():
            return None
        days = {ident: self.table.days[row] for row, ident in enumerate(self.table.ids) if ident}
        changes = {a.id: Document(a.id, days[a.id], a.terms) for a in edited if a.id in days}
        if not self._follow(changes):
            return None
        self._settled = settle(self.table, self._rules, self._count)
        differ = self._may_differ(changes)
        shown = {row: others for row, others in self._settled.items() if row in differ}
        return {
            ident: reasons.suggestions(ident, others, self._rules.get(ident, Rule()))
            for ident, others in shown_of(self.table, shown).items()
        }

    def keep(self) -> None:
        """Write down what was found, for the next build; a build has finished."""
        if self._settled is not None:
            if self._anew is not None:
                self._store.drop_entries()
                self._store.put_entries(self._anew.postings)
            else:
                self._store.put_entries((word, held.pack()) for word, held in self._postings.items() if held.asked)
                self._store.drop_entries(word for word, held in self._postings.items() if not held.asked)
            self._store.put(_KEY, self._encoded())
        else:
            forget_relations(self._store)
        self._store.drop_retained()

    def found(self, words: Collection[int]) -> dict[int, Posting]:
        """Return what leads from words and pairs to titles and texts, as this build knows it; to be asked once."""
        if self._anew is not None:
            return {word: unpack_posting(data) for word, data in self._anew.postings if word in words}
        known = self.postings(words) | {word: self._postings[word] for word in words if word in self._postings}
        return {word: posting for word, posting in known.items() if posting.asked}

    def rule(self, ident: str) -> Rule:
        """Return what editors say of one article's suggestions."""
        return self._rules.get(ident, Rule())

    def settled(self, ident: str, rule: Rule) -> list[str]:
        """Return what one article would show besides its pins under another rule."""
        ids = self.table.ids
        return [ids[row] for row in settle(self.table, {**self._rules, ident: rule}, self._count)[ids.index(ident)]]

    # what `update` asks for

    def terms(self, row: int) -> bytes:
        """Return the terms of a document as the last finished build knew it."""
        ident = self.table.ids[row]
        light = self._store.get(f"was:{ident}", "state")
        if light is None:
            light = next(data for _, data in self._store.parsed_light([ident]))
        return _terms(light)

    def postings(self, words: Collection[int]) -> dict[int, Posting]:
        """Return the postings of those words that titles hold."""
        return {word: unpack_posting(data) for word, data in self._store.entries(words)}

    def holders(self, words: Collection[int]) -> dict[int, set[int]]:
        """Return by word the rows of all documents, as they were, whose title or text holds it."""
        rows = {ident: row for row, ident in enumerate(self.table.ids) if ident}
        spelled = {word: array("I", [word]).tobytes() for word in words}
        found: dict[int, set[int]] = {word: set() for word in words}
        for ident, light in self._all_light():
            row = rows.get(ident)
            maybe = [word for word, data in spelled.items() if data in light] if row is not None else []
            if maybe and row is not None:
                terms = unpack(_terms(light))
                held = set(terms.only).union(*terms.words, terms.pairs)
                for word in maybe:
                    if word in held:
                        found[word].add(row)
        return found

    def put(self, word: int, posting: Posting) -> None:
        """Keep a posting."""
        self._postings[word] = posting

    def _all_light(self) -> Iterable[tuple[str, bytes]]:
        retained = set(self._store.retained())
        for ident in retained:
            yield ident, self._store.get(f"was:{ident}", "state") or b""
        for ident, light in self._store.parsed_light():
            if ident not in retained:
                yield ident, light

    def _changes(self, documents: Sequence[Document]) -> dict[str, Document | None]:
        known = {ident for ident in self.table.ids if ident}
        replaced = set(self._store.retained())
        changes: dict[str, Document | None] = dict.fromkeys(known - {document.id for document in documents})
        return changes | {one.id: one for one in documents if one.id not in known or one.id in replaced}

    def _follow(self, changes: Mapping[str, Document | None]) -> bool:
        if len(changes) > MOST:
            return False
        try:
            self._changed = update(self, changes) if changes else set()
        except TooMany:
            return False
        return True

    def _may_differ(self, edited: Collection[str]) -> set[int]:
        """Return the rows whose suggestions are others, or have other reasons, than in the last finished build."""
        ids, settled = self.table.ids, self._settled or {}
        rows = {row for row, ident in enumerate(ids) if ident in edited}
        found = {row for row, ident in enumerate(ids) if ident in self._changed}
        found.update(row for row, others in settled.items() if not rows.isdisjoint(others))
        before, now, size = self._before, self._shown(), self._count
        for start in range(0, len(now), _STEP * size):
            if before[start : start + _STEP * size] != now[start : start + _STEP * size]:
                places = range(start, min(start + _STEP * size, len(now)), size)
                found.update(
                    place // size for place in places if before[place : place + size] != now[place : place + size]
                )
        return found

    def _shown(self) -> "array[int]":
        """Return what is settled, by row, in one array."""
        settled, size = self._settled or {}, self._count
        nobody = [NOBODY] * size
        rows = (settled.get(row, nobody) for row in range(len(self.table.ids)))
        return array("I", chain.from_iterable(r if len(r) == size else [*r, *nobody[len(r) :]] for r in rows))

    def _load(self) -> bool:
        data = self._store.get(_KEY)
        if not data:
            return False
        ids, columns, words, counts, rules, self._count, before = CODEC.decode(data)
        days, near, first, full, here, there = (array("I", column) for column in columns)
        self.table = Table(list(ids), days, near, first, full, here, there)
        self.about = dict(zip(array("I", words), array("I", counts), strict=True))
        self._rules = {ident: Rule(pins, frozenset(away)) for ident, pins, away in rules}
        self._before = array("I", before)
        return True

    def _encoded(self) -> bytes:
        table = self.table
        columns = (table.days, table.near, table.first, table.full, table.here, table.there)
        return CODEC.encode((
            tuple(table.ids),
            tuple([column.tobytes() for column in columns]),
            array("I", self.about).tobytes(),
            array("I", self.about.values()).tobytes(),
            tuple([(ident, rule.pins, tuple(sorted(rule.away))) for ident, rule in self._rules.items()]),
            self._count,
            self._shown().tobytes(),
        ))  # fmt: skip


def _terms(light: bytes) -> bytes:
    article: Article = CODEC.decode(light)
    return article.terms

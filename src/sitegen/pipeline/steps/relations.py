"""Who is related to whom: remembered from the last finished build, and brought up to date."""

from array import array
from collections.abc import Collection, Mapping, Sequence

from sitegen.engine.store import Store
from sitegen.link.related import Found, Spares, relate, short_of, shown_of
from sitegen.link.related.about import About
from sitegen.link.related.concordance import may_hold, pieces_of
from sitegen.link.related.postings import Leading, Posting, unpack_posting
from sitegen.link.related.reasons import Reasons
from sitegen.link.related.settle import Rule, Settled, resettle, settle
from sitegen.link.related.table import Document, Kinship, Table, empty_table
from sitegen.link.related.update import MOST, TooMany, update
from sitegen.link.related.weights import Scale
from sitegen.model.article import Article
from sitegen.model.site import Suggestion
from sitegen.model.terms import holds, spell
from sitegen.pipeline.steps.relationstore import Known, RelationStore, forget_relations, terms_in

_SOME = 4
"""One in so many documents are looked through as quickly all together as one by one."""


class Relations:
    """Finds relatives, and keeps them."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._kept = RelationStore(store)
        self._anew: Kinship | None = None
        self._postings: dict[int, Posting] = {}
        self._settled: Settled | None = None
        self._spares: Mapping[str, Sequence[str]] = {}
        self._found = False
        self._scale: Scale | None = None
        self._shelved = array("I", [0])
        self.table: Table = empty_table(())
        self.about = About.of({})
        self.leading = Leading.of(())

    def find(self, documents: Sequence[Document], rules: Mapping[str, Rule], count: int, spares: Spares) -> Found:
        """Return what each document shows, as `link` asks for it."""
        if not self._load() or not self._follow(self._changes(documents)):
            self._anew = relate(documents)
            self.table, self.about = self._anew.table, About.of(self._anew.about)
            self.leading = Leading.of(self._anew.leading)
        self._settled = settle(self.table, rules, count)
        self._found = True
        rows = range(len(self.table.ids))
        self._spares = spares(short_of(self.table, self._settled, rows))
        return Found(shown_of(self.table, self._settled, rows, self._spares), self.rare)

    @property
    def count(self) -> int:
        """How many articles there are."""
        return len(self.table.ids) - self.table.ids.count("")

    def rare(self, word: int) -> bool:
        """Tell of a word, by its number, whether few articles are about it."""
        if self._scale is None:
            self._scale = Scale(self.count, self.about.count)
        return self._scale.rare(word)

    def follow(self, edited: Sequence[Article], reasons: Reasons) -> dict[str, tuple[Suggestion, ...]] | None:
        """Return the suggestions that may differ after some articles were edited; None where all must be found anew."""
        if not self._load() or not (settled := self._settled):
            return None
        if not self._kept.replaced <= {article.id for article in edited}:
            return None  # a build that failed has read another text, which was taken back
        places = ((article.id, self.table.row(article.id)) for article in edited)
        mine = {ident: row for ident, row in places if row is not None}
        days = self.table.days
        if not self._follow({a.id: Document(a.id, days[mine[a.id]], a.terms) for a in edited if a.id in mine}):
            return None
        # A page may show others, or say of them what their titles, and its own, say now, or what their words are worth.
        differ = resettle(settled, self.table) | self.table.replaced | self.table.asked_anew | set(mine.values())
        for row in self.table.asked_anew | set(mine.values()):
            differ.update(settled.showing(row))
        if not self._spares.keys() >= set(short_of(self.table, settled, differ)):
            return None
        shown = shown_of(self.table, settled, differ, self._spares)
        return {ident: reasons.suggestions(ident, others, settled.rule(ident)) for ident, others in shown.items()}

    def keep(self) -> None:
        """Write down what was found, for the next build; a build has finished."""
        if self._settled is None:
            forget_relations(self._store)
        else:
            if self._anew is not None:
                self._kept.begin_anew(self._anew)
                self._shelved = array("I", [len(self.table.ids)])
                said = self.table.said
            else:
                self._kept.put_postings(self._postings)
                said = {row: self.table.said[row] for row in self.table.replaced}
            self._kept.put_said(said)
            known = Known(self.table, self.about, self.leading, self._settled, self._spares, self._shelved)
            self._kept.save(known, rules=self._found)
        self._store.drop_retained()

    def found(self, words: Collection[int]) -> dict[int, Posting]:
        """Return what leads from words and pairs to titles and texts, as this build knows it; to be asked once."""
        if self._anew is not None:
            return {word: unpack_posting(data) for word, data in self._anew.postings if word in words}
        known = self.postings(words) | {word: self._postings[word] for word in words if word in self._postings}
        return {word: posting for word, posting in known.items() if posting.titles}

    def rule(self, ident: str) -> Rule:
        """Return what editors say of one article's suggestions."""
        return self._settled.rule(ident) if self._settled else Rule()

    def shown(self, ident: str, rule: Rule) -> list[str]:
        """Return what one article would show besides its pins under another rule."""
        if not (settled := self._settled):
            return []
        other = settle(self.table, {**settled.rules, ident: rule}, settled.count)
        return [one.id for one in shown_of(self.table, other, [self.table.rows[ident]], self._spares)[ident]]

    # what `update` asks for

    def terms(self, row: int) -> bytes:
        """Return the terms of a document as the last finished build knew it."""
        return self._kept.terms(self.table.ids[row])

    def postings(self, words: Collection[int]) -> dict[int, Posting]:
        """Return the postings of those words that titles hold."""
        return self._kept.postings(words)

    def holders(self, words: Collection[int]) -> dict[int, set[int]]:
        """Return by word the rows of all documents, as they were, whose title or text holds it."""
        rows = self.table.rows
        spelled = {word: spell(word) for word in words}
        found: dict[int, set[int]] = {word: set() for word in words}
        for ident, light in self._kept.light(self._may_hold(words)):
            row = rows.get(ident)
            maybe = [word for word, data in spelled.items() if data in light] if row is not None else []
            if maybe and row is not None:
                terms = terms_in(light)
                for word in maybe:
                    if holds(terms, spelled[word]):
                        found[word].add(row)
        return found

    def put(self, word: int, posting: Posting) -> None:
        """Keep a posting."""
        self._postings[word] = posting

    def _may_hold(self, words: Collection[int]) -> set[str] | None:
        """Return the ids of documents that may hold one of some words; None where all must be looked through."""
        count, *since = self._shelved
        pieces = self._kept.shelves(pieces_of(words, count))
        found = may_hold(words, pieces).union(since)
        if not pieces or len(found) * _SOME > count:
            return None
        return {self.table.ids[row] for row in found} - {""}

    def _changes(self, documents: Sequence[Document]) -> dict[str, Document | None]:
        known = {ident for ident in self.table.ids if ident}
        changes: dict[str, Document | None] = dict.fromkeys(known - {document.id for document in documents})
        return changes | {one.id: one for one in documents if one.id not in known or one.id in self._kept.replaced}

    def _follow(self, changes: Mapping[str, Document | None]) -> bool:
        if len(changes) > MOST:
            return False
        try:
            update(self, changes)
        except TooMany:
            return False
        changed = {self.table.rows[ident] for ident, document in changes.items() if document}
        self._shelved.extend(sorted(changed.difference(self._shelved[1:])))
        return True

    def _load(self) -> bool:
        known = self._kept.load()
        if known is None:
            return False
        self.table, self.about, self.leading = known.table, known.about, known.leading
        self._settled, self._spares, self._shelved = known.settled, known.spares, known.shelved
        return True

"""Who is related to whom: remembered from the last finished build, and brought up to date."""

from array import array
from collections.abc import Collection, Iterable, Mapping, Sequence

from sitegen.engine.store import Store
from sitegen.link.related import Found, Spares, relate, short_of, shown_of
from sitegen.link.related.about import About
from sitegen.link.related.concordance import may_hold, pieces_of
from sitegen.link.related.leading import Leading
from sitegen.link.related.postings import Posting, unpack_posting
from sitegen.link.related.reasons import Reasons
from sitegen.link.related.settle import Rule, Settled, resettle, settle
from sitegen.link.related.table import NOBODY, Document, Kinship, Table, empty_table
from sitegen.link.related.update import MOST, TooMany, update
from sitegen.link.related.weights import Scale
from sitegen.model.article import Article
from sitegen.model.site import Suggestion
from sitegen.model.terms import holds, spell
from sitegen.pipeline.nouns import CODEC
from sitegen.pipeline.steps.columns import Columns

_KEY, _IDS, _LENGTHS = "relations", "relations ids", "relations lengths"
_BETWEEN = "\0"
"""Stands between ids, which are split many times quicker than a value of many strings is read."""
_TABLE = ("days", "near", "weakest", "held", "lengths")
_COLUMNS = (*_TABLE, "twins", "words", "counts", "leading", "places", "linked", "lasts", "hosts", "shelved")
_SAID = 1 << 32
"""What is known of a row's relatives is an entry with the number of the row, beyond all words."""
_SHELVED = 1 << 40
"""A piece of the concordance is an entry with its number, beyond these."""
_SOME = 4
"""One in so many documents are looked through as quickly all together as one by one."""


def forget_relations(store: Store) -> None:
    """Have all relatives found anew in the next build."""
    store.put(_KEY, b"")


class Relations:
    """Finds relatives, and keeps them."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._columns = Columns(store)
        self._anew: Kinship | None = None
        self._postings: dict[int, Posting] = {}
        self._settled: Settled | None = None
        self._spares: Mapping[str, Sequence[str]] = {}
        self._found = False
        self._scale: Scale | None = None
        # How many documents the concordance knows, and the rows of those that have changed since.
        self._shelved = array("I", [0])
        self._replaced: frozenset[str] = frozenset()
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
        if not self._replaced <= {article.id for article in edited}:
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
                self._store.drop_entries()
                self._columns = Columns(self._store)
                self._store.put_entries(self._anew.postings)
                self._store.put_entries((_SHELVED + number, piece) for number, piece in self._anew.shelved)
                self._shelved = array("I", [len(self.table.ids)])
                said = self.table.said
            else:
                said = {row: self.table.said[row] for row in self.table.replaced}
                self._store.put_entries((word, held.pack()) for word, held in self._postings.items() if held.titles)
                self._store.drop_entries(word for word, held in self._postings.items() if not held.titles)
            self._store.put_entries((_SAID + row, numbers) for row, numbers in said.items())
            self._save(self._settled)
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
        ident = self.table.ids[row]
        if ident in self._replaced:
            return _terms(self._store.get(f"was:{ident}", "state") or b"")
        return _terms(next(data for _, data in self._store.parsed_light([ident])))

    def postings(self, words: Collection[int]) -> dict[int, Posting]:
        """Return the postings of those words that titles hold."""
        return {word: unpack_posting(data) for word, data in self._store.entries(words)}

    def holders(self, words: Collection[int]) -> dict[int, set[int]]:
        """Return by word the rows of all documents, as they were, whose title or text holds it."""
        rows = self.table.rows
        spelled = {word: spell(word) for word in words}
        found: dict[int, set[int]] = {word: set() for word in words}
        for ident, light in self._light(self._may_hold(words)):
            row = rows.get(ident)
            maybe = [word for word, data in spelled.items() if data in light] if row is not None else []
            if maybe and row is not None:
                terms = _terms(light)
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
        wanted = pieces_of(words, count)
        pieces = {number - _SHELVED: data for number, data in self._store.entries(map(_SHELVED.__add__, wanted))}
        found = may_hold(words, pieces).union(since)
        if not pieces or len(found) * _SOME > count:
            return None
        return {self.table.ids[row] for row in found} - {""}

    def _light(self, wanted: set[str] | None) -> Iterable[tuple[str, bytes]]:
        """Yield id and light part of the given documents, or of all, as the last finished build knew them."""
        for ident in self._replaced if wanted is None else self._replaced & wanted:
            yield ident, self._store.get(f"was:{ident}", "state") or b""
        for ident, light in self._store.parsed_light(None if wanted is None else wanted - self._replaced):
            if ident not in self._replaced:
                yield ident, light

    def _said(self, rows: Collection[int]) -> Iterable[tuple[int, bytes]]:
        return [(number - _SAID, data) for number, data in self._store.entries(_SAID + row for row in rows)]

    def _changes(self, documents: Sequence[Document]) -> dict[str, Document | None]:
        known = {ident for ident in self.table.ids if ident}
        changes: dict[str, Document | None] = dict.fromkeys(known - {document.id for document in documents})
        return changes | {one.id: one for one in documents if one.id not in known or one.id in self._replaced}

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
        data = self._store.get(_KEY)
        if not data:
            return False
        rules, count, spares = CODEC.decode(data)
        sizes = array("I", self._store.get(_LENGTHS) or b"")
        columns = dict(zip(_COLUMNS, self._columns.load(sizes), strict=True))
        ids = (self._store.get(_IDS) or b"").decode().split(_BETWEEN)
        days, near, weakest, held, lengths = map(columns.__getitem__, _TABLE)
        self.table = Table(ids[: len(days)], days, near, weakest, held, lengths, remembered=self._said)
        for row, other in _rows(2, columns["twins"]):
            self.table.twins[row] = self.table.twins.get(row, frozenset()) | {other}
        self.about = About(columns["words"], columns["counts"])
        self.leading = Leading(columns["leading"])
        self._shelved = columns["shelved"]
        self._replaced = frozenset(self._store.retained())
        self._settled = Settled(
            {ident: Rule(pins, frozenset(away)) for ident, pins, away in rules},
            count,
            columns["places"],
            columns["linked"],
            {hub: (late, -score, ids[row], row) for hub, late, score, row in _rows(4, columns["lasts"])},
            {row: tuple([one for one in shown if one != NOBODY]) for row, *shown in _rows(1 + count, columns["hosts"])},
        )
        self._spares = dict(spares)
        return True

    def _save(self, settled: Settled) -> None:
        table = self.table
        lasts = array("I")
        for hub, (late, score, _, row) in settled.lasts.items():
            lasts.extend((hub, late, -score, row))
        hosts = array("I")
        for row, shown in settled.hosts.items():
            hosts.extend((row, *shown, *[NOBODY] * (settled.count - len(shown))))
        twins = array("I", (one for row, others in table.twins.items() for other in others for one in (row, other)))
        words, counts = self.about.arrays()
        columns = {name: getattr(table, name) for name in _TABLE} | {
            "twins": twins,
            "words": words,
            "counts": counts,
            "leading": self.leading.bits,
            "places": settled.places,
            "linked": settled.linked,
            "lasts": lasts,
            "hosts": hosts,
            "shelved": self._shelved,
        }
        ordered = [columns[name] for name in _COLUMNS]
        self._columns.save(ordered)
        self._store.put(_LENGTHS, array("I", map(len, ordered)).tobytes())
        if self._found:
            rules = [(ident, rule.pins, tuple(sorted(rule.away))) for ident, rule in settled.rules.items()]
            spares = [(ident, tuple(those)) for ident, those in self._spares.items()]
            self._store.put(_KEY, CODEC.encode((tuple(rules), settled.count, tuple(spares))))
            self._store.put(_IDS, _BETWEEN.join(table.ids).encode())


def _rows(size: int, values: "array[int]") -> Iterable[tuple[int, ...]]:
    """Return the values in groups."""
    return zip(*[iter(values)] * size, strict=True)


def _terms(light: bytes) -> bytes:
    return bytes(CODEC.decode_field(light, "terms"))

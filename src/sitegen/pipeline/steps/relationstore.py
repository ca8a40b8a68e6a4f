"""What a finished build knew of relations, in the store: long columns in pieces, all else by row and by word."""

from array import array
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain

from sitegen.base.noun import Struct
from sitegen.engine.store import Store
from sitegen.link.related.about import About
from sitegen.link.related.postings import Leading, Posting, unpack_posting
from sitegen.link.related.settle import Rule, Settled
from sitegen.link.related.table import NOBODY, Kinship, Table
from sitegen.pipeline.nouns import CODEC

_KEY, _IDS, _LENGTHS = "relations", "relations ids", "relations lengths"
_BETWEEN = "\0"
"""Stands between ids, which are split many times quicker than a value of many strings is read."""
_TABLE = ("days", "near", "weakest", "held", "lengths")
_COLUMNS = (*_TABLE, "twins", "words", "counts", "leading", "places", "linked", "lasts", "hosts", "shelved")
_SAID = 1 << 32
"""What is known of a row's relatives is an entry with the number of the row, beyond all words."""
_SHELVED = 1 << 40
"""A piece of the concordance is an entry with its number, beyond these."""
_PIECE = 1000
"""Numbers of a piece of a column, which is written as a whole where one of them differs."""
_PIECES = 1 << 24
"""Pieces of a column are entries with negative numbers, which no word has: so many for each."""


def forget_relations(store: Store) -> None:
    """Have all relatives found anew in the next build."""
    store.put(_KEY, b"")


class Known(Struct):
    """All that is read at once."""

    table: Table
    about: About
    leading: Leading
    settled: Settled
    spares: Mapping[str, Sequence[str]]
    shelved: "array[int]"
    """How many documents the concordance knows, and the rows of those that have changed since."""


class Columns:
    """Arrays, known by their order. Their pieces are entries with negative numbers, which no word has."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._loaded: dict[int, bytes] = {}

    def load(self, lengths: Sequence[int]) -> "list[array[int]]":
        """Return arrays of these lengths, as `save` was given them."""
        numbers = [[_number(column, at) for at in range(0, length, _PIECE)] for column, length in enumerate(lengths)]
        self._loaded = dict(self._store.entries(chain.from_iterable(numbers)))
        return [array("I", b"".join(map(self._loaded.__getitem__, pieces))) for pieces in numbers]

    def save(self, columns: "Sequence[array[int]]") -> None:
        """Write what differs from what was loaded."""
        pieces = {
            _number(column, at): values[at : at + _PIECE].tobytes()
            for column, values in enumerate(columns)
            for at in range(0, len(values), _PIECE)
        }
        loaded = self._loaded
        self._store.put_entries((number, piece) for number, piece in pieces.items() if loaded.get(number) != piece)
        self._store.drop_entries(self._loaded.keys() - pieces.keys())
        self._loaded = pieces


def _number(column: int, at: int) -> int:
    return -1 - column * _PIECES - at // _PIECE


class RelationStore:
    """Reads what the last finished build wrote, and writes what the next one needs."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._columns = Columns(store)
        self.replaced: frozenset[str] = frozenset()
        """Ids of the articles that were parsed again since; what they were before is retained."""

    def load(self) -> Known | None:
        """Return what was known; None where all must be found anew."""
        data = self._store.get(_KEY)
        if not data:
            return None
        rules, count, spares = CODEC.decode(data)
        sizes = array("I", self._store.get(_LENGTHS) or b"")
        columns = dict(zip(_COLUMNS, self._columns.load(sizes), strict=True))
        ids = (self._store.get(_IDS) or b"").decode().split(_BETWEEN)
        days, near, weakest, held, lengths = map(columns.__getitem__, _TABLE)
        table = Table(ids[: len(days)], days, near, weakest, held, lengths, remembered=self._said)
        for row, other in _rows(2, columns["twins"]):
            table.twins[row] = table.twins.get(row, frozenset()) | {other}
        settled = Settled(
            {ident: Rule(pins, frozenset(away)) for ident, pins, away in rules},
            count,
            columns["places"],
            columns["linked"],
            {hub: (late, -score, ids[row], row) for hub, late, score, row in _rows(4, columns["lasts"])},
            {row: tuple([one for one in shown if one != NOBODY]) for row, *shown in _rows(1 + count, columns["hosts"])},
        )
        self.replaced = frozenset(self._store.retained())
        about, leading = About(columns["words"], columns["counts"]), Leading(columns["leading"])
        return Known(table, about, leading, settled, dict(spares), columns["shelved"])

    def save(self, known: Known, *, rules: bool) -> None:
        """Write what is known; the `rules` of editors, the ids and the spares only where they may differ."""
        table, settled = known.table, known.settled
        lasts = array("I")
        for hub, (late, score, _, row) in settled.lasts.items():
            lasts.extend((hub, late, -score, row))
        hosts = array("I")
        for row, shown in settled.hosts.items():
            hosts.extend((row, *shown, *[NOBODY] * (settled.count - len(shown))))
        twins = array("I", (one for row, others in table.twins.items() for other in others for one in (row, other)))
        words, counts = known.about.arrays()
        columns = {name: getattr(table, name) for name in _TABLE} | {
            "twins": twins,
            "words": words,
            "counts": counts,
            "leading": known.leading.bits,
            "places": settled.places,
            "linked": settled.linked,
            "lasts": lasts,
            "hosts": hosts,
            "shelved": known.shelved,
        }
        ordered = [columns[name] for name in _COLUMNS]
        self._columns.save(ordered)
        self._store.put(_LENGTHS, array("I", map(len, ordered)).tobytes())
        if rules:
            given = [(ident, rule.pins, tuple(sorted(rule.away))) for ident, rule in settled.rules.items()]
            spares = [(ident, tuple(those)) for ident, those in known.spares.items()]
            self._store.put(_KEY, CODEC.encode((tuple(given), settled.count, tuple(spares))))
            self._store.put(_IDS, _BETWEEN.join(table.ids).encode())

    def begin_anew(self, found: Kinship) -> None:
        """Drop all entries, and put those that were found in their place."""
        self._store.drop_entries()
        self._columns = Columns(self._store)
        self._store.put_entries(found.postings)
        self._store.put_entries((_SHELVED + number, piece) for number, piece in found.shelved)

    def put_postings(self, postings: Mapping[int, Posting]) -> None:
        """Put the postings of some words; one that no title holds any more leaves."""
        self._store.put_entries((word, held.pack()) for word, held in postings.items() if held.titles)
        self._store.drop_entries(word for word, held in postings.items() if not held.titles)

    def put_said(self, said: Mapping[int, bytes]) -> None:
        """Put what is known of the relatives of some rows."""
        self._store.put_entries((_SAID + row, numbers) for row, numbers in said.items())

    def _said(self, rows: Collection[int]) -> Iterable[tuple[int, bytes]]:
        return [(number - _SAID, data) for number, data in self._store.entries(_SAID + row for row in rows)]

    def postings(self, words: Collection[int]) -> dict[int, Posting]:
        """Return the postings of those words that titles hold."""
        return {word: unpack_posting(data) for word, data in self._store.entries(words)}

    def shelves(self, numbers: Iterable[int]) -> dict[int, bytes]:
        """Return pieces of the concordance."""
        return {number - _SHELVED: data for number, data in self._store.entries(map(_SHELVED.__add__, numbers))}

    def terms(self, ident: str) -> bytes:
        """Return the terms of an article, as they were."""
        if ident in self.replaced:
            return terms_in(self._store.get(f"was:{ident}", "state") or b"")
        return terms_in(next(data for _, data in self._store.parsed_light([ident])))

    def light(self, wanted: set[str] | None) -> Iterable[tuple[str, bytes]]:
        """Yield id and light part of the given articles, or of all, as they were."""
        for ident in self.replaced if wanted is None else self.replaced & wanted:
            yield ident, self._store.get(f"was:{ident}", "state") or b""
        for ident, light in self._store.parsed_light(None if wanted is None else wanted - self.replaced):
            if ident not in self.replaced:
                yield ident, light


def terms_in(light: bytes) -> bytes:
    """Return the terms in the light part of an article."""
    return bytes(CODEC.decode_field(light, "terms"))


def _rows(size: int, values: "array[int]") -> Iterable[tuple[int, ...]]:
    """Return the values in groups."""
    return zip(*[iter(values)] * size, strict=True)

"""Which documents may hold a word: an edit asks for words that no title held before, and few of all texts hold one.

Documents stand on shelves. On each, every word or pair has a slot by its lowest bits, and a slot names the documents
that hold any of those in it. What has changed since is looked through by whoever asks.
"""

from array import array
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import product

from sitegen.link.related.table import Document

_SHELF = 1024
"""Documents of a shelf: so few that putting one in order takes little memory."""
_SLOTS, _PIECE = 1 << 16, 1 << 8
"""Slots of a shelf, and how many of them one piece holds, which is read as a whole."""
_PIECES = _SLOTS // _PIECE


def shelved(documents: Sequence[Document]) -> Iterator[tuple[int, bytes]]:
    """Yield the pieces of all shelves by number, for documents in order of their rows. It takes numpy."""
    import numpy as np

    for shelf, first in enumerate(range(0, len(documents), _SHELF)):
        data = [document.terms for document in documents[first : first + _SHELF]]
        numbers = np.frombuffer(b"".join(data), np.uint32)
        slots = numbers.astype(np.uint16)
        rows = np.repeat(np.arange(len(data), dtype=np.uint16), [len(terms) // 4 for terms in data])
        rows = rows[np.argsort(slots, kind="stable")]
        lengths = np.bincount(slots, minlength=_SLOTS).astype(np.uint32).reshape(_PIECES, _PIECE)
        ends = np.cumsum(lengths.sum(axis=1))
        for piece, held in enumerate(np.split(rows, ends[:-1])):
            yield shelf * _PIECES + piece, lengths[piece].tobytes() + held.tobytes()


def pieces_of(words: Collection[int], count: int) -> list[int]:
    """Return the numbers of the pieces that `may_hold` takes; `count` documents are on the shelves."""
    pieces = {word % _SLOTS // _PIECE for word in words}
    return [shelf * _PIECES + piece for shelf, piece in product(range(-(-count // _SHELF)), pieces)]


def may_hold(words: Collection[int], pieces: Mapping[int, bytes]) -> set[int]:
    """Return the rows of all documents on the shelves that may hold one of some words or pairs."""
    found = set[int]()
    for number, data in pieces.items():
        shelf, piece = divmod(number, _PIECES)
        lengths, rows = array("I", data[: 4 * _PIECE]), array("H", data[4 * _PIECE :])
        for slot in {word % _PIECE for word in words if word % _SLOTS // _PIECE == piece}:
            start = sum(lengths[:slot])
            found.update(shelf * _SHELF + row for row in rows[start : start + lengths[slot]])
    return found

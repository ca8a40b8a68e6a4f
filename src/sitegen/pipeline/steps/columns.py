"""Long arrays of numbers in the store, in pieces, so that of a few changed numbers few pieces are written."""

from array import array
from collections.abc import Sequence
from itertools import chain

from sitegen.engine.store import Store

_PIECE = 1000
"""Numbers of a piece, which is written as a whole where one of them differs."""
_PIECES = 1 << 24


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

"""Files of an output folder, in columns: whoever asks for a few of fifteen thousand makes nothing of the others."""

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import repeat
from typing import NamedTuple, Self, TypeAlias

from sitegen.base.digest import WIDTH

Numbers: TypeAlias = "array[int]"


class Entry(NamedTuple):
    """One file of the output as it was written."""

    digest: str
    size: int
    """Bytes."""
    mtime: int
    """Nanoseconds; with the size it tells whether the file still is as it was written."""


class Files(Mapping[str, Entry]):
    """Files by output path, in their order."""

    def __init__(self, paths: Sequence[str], digests: bytes, sizes: Numbers, times: Numbers) -> None:
        self.paths = paths
        self.digests = digests
        """One behind the other."""
        self.sizes = sizes
        self.times = times

    @classmethod
    def of(cls, files: Mapping[str, Entry]) -> "Files":
        """Put files into columns."""
        if isinstance(files, Files):
            return files
        entries = files.values()
        digests = "".join([entry[0] for entry in entries]).encode()
        sizes, times = column([entry[1] for entry in entries]), column([entry[2] for entry in entries])
        return cls([*files], digests, sizes, times)

    def __len__(self) -> int:
        return len(self.paths)

    def __iter__(self) -> Iterator[str]:
        return iter(self.paths)

    def __contains__(self, path: object) -> bool:
        return path in self._places

    def __getitem__(self, path: str) -> Entry:
        place = self._places[path]
        told = self.digests[place * WIDTH : (place + 1) * WIDTH].decode()
        return Entry(told, self.sizes[place], self.times[place])

    @cached_property
    def _places(self) -> dict[str, int]:
        return {path: place for place, path in enumerate(self.paths)}

    def digest_of_each(self) -> dict[str, str]:
        """Return the digests by path."""
        return dict(zip(self.paths, self._digests(), strict=True))

    def table(self) -> dict[str, Entry]:
        """Return all of them, for those who ask for each."""
        columns = zip(self._digests(), self.sizes, self.times, strict=True)
        # `Entry._make`, without a step in Python for each of ten thousand files.
        return dict(zip(self.paths, map(tuple.__new__, repeat(Entry), columns), strict=True))

    def _digests(self) -> list[str]:
        hexadecimal = self.digests.decode()
        return [hexadecimal[start : start + WIDTH] for start in range(0, len(hexadecimal), WIDTH)]

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Files) and self._columns() == other._columns():
            return True
        return super().__eq__(other)

    __hash__ = None  # type: ignore[assignment]

    def _columns(self) -> tuple[object, ...]:
        return self.paths, self.digests, self.sizes, self.times

    def with_others(self, others: Mapping[str, Entry]) -> Self:
        """Return these files, of which some are others now."""
        digests, sizes, times = bytearray(self.digests), self.sizes[:], self.times[:]
        for path, entry in others.items():
            place = self._places[path]
            digests[place * WIDTH : (place + 1) * WIDTH] = entry.digest.encode()
            sizes[place], times[place] = entry.size, entry.mtime
        return type(self)(self.paths, bytes(digests), sizes, times)


def column(numbers: Iterable[int] | memoryview) -> Numbers:
    """Return a column of numbers, or what was written of one."""
    found: Numbers = array("q")
    if isinstance(numbers, memoryview):
        found.frombytes(numbers)
    else:
        found.extend(numbers)
    return found

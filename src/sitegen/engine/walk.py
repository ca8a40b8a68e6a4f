"""Look at every file below some folders, and give each the stamp by which it is recognised."""

import os
import struct
from collections.abc import Callable, Iterable, Iterator, Mapping
from stat import S_ISDIR, S_ISLNK, S_ISREG

from sitegen.base.fs import looking_in
from sitegen.base.noun import Noun

Stamp = bytes
"""Size, mtime, ctime, inode and mode: whoever puts back a time of change cannot put back that of the inode."""
STAMP = struct.Struct("<qqqQI")
NO_FILE: Stamp = bytes(STAMP.size)
"""Stands for a folder, and for what has just gone."""
_INODE = 0xFFFF_FFFF_FFFF_FFFF  # Windows has longer ones
_BETWEEN = "\0"
_AT_ONCE = 64

Ignored = Callable[[str], bool]


def stamp_of(status: os.stat_result) -> Stamp:
    """Return what a file is recognised by; packed, so that ten thousand are compared at once."""
    return STAMP.pack(status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino & _INODE, status.st_mode)


def split(stamps: bytes) -> Iterator[Stamp]:
    """Return one stamp after the other."""
    return (stamp for (stamp,) in struct.iter_unpack(f"{STAMP.size}s", stamps))


def stamp_at(stamps: bytes, place: int) -> Stamp:
    """Return one of many stamps."""
    return stamps[place * STAMP.size : (place + 1) * STAMP.size]


def differences(some: bytes, others: bytes) -> Iterator[int]:
    """Return the places at which stamps are not those of others, as many. Most are; so many are compared at once."""
    size = _AT_ONCE * STAMP.size
    for number, start in enumerate(range(0, len(some), size)):
        one, other = some[start : start + size], others[start : start + size]
        if one != other:
            rows = zip(split(one), split(other), strict=True)
            yield from (number * _AT_ONCE + place for place, (stamp, known) in enumerate(rows) if stamp != known)


class Listing(Noun):
    """The names in one folder. In what has none, or is none, there is one that is empty: it stands for itself."""

    listed: str = ""
    """All of them as the system gives them, with a NUL between."""
    counting: str = ""
    """Those that count for something."""

    def paths(self, folder: str) -> list[str]:
        """Return the path of each that counts."""
        return [f"{folder}/{name}" for name in self.counting.split(_BETWEEN)] if self.counting else [folder]


Listings = Mapping[str, Listing]
"""By folder."""


class Walked(Noun):
    """What lies below some folders."""

    folders: Listings
    stamps: bytes
    """Of each name, folder by folder. Of a link it is that of what it leads to, or its own where it leads nowhere."""
    links: bool
    """Whether there are links, to files, to folders or to nothing."""

    def files(self) -> dict[str, Stamp]:
        """Return the stamps by path.

        Whatever a build complains of is here too: pipes, devices, and folders that cannot be listed.
        """
        rows = zip(paths_of(self.folders), split(self.stamps), strict=True)
        return {path: stamp for path, stamp in rows if stamp != NO_FILE}


def paths_of(folders: Listings) -> list[str]:
    """Return the path of every name that counts, folder by folder."""
    return [path for folder, listing in folders.items() for path in listing.paths(folder)]


def walk(tops: Iterable[str], ignored: Ignored = lambda _: False, before: Listings | None = None) -> Walked:
    """Return every file below some folders, links followed but for circles; a top may be a file, and need not exist.

    `ignored` tells of a name that it counts for nothing. It is not asked about those in `before`, which an earlier walk
    with the same found.
    """
    walk = _Walk(ignored, before or {})
    for top in tops:
        walk.links = walk.links or os.path.islink(top)  # noqa: PTH114  (as below)
        with looking_in(top) as (there, descriptor):
            walk.below(top, there, descriptor)
    return Walked(walk.folders, b"".join(walk.stamps), walk.links)


class _Walk:
    """A walk that is under way."""

    def __init__(self, ignored: Ignored, before: Listings) -> None:
        self._ignored = ignored
        self._before = before
        self._pending: list[tuple[str, tuple[str, ...]]] = []
        """Folders below the top that are still to be seen, each with those that the links on the way to it lead to."""
        self.folders: dict[str, Listing] = {}
        self.stamps: list[Stamp] = []
        self.links = False

    def below(self, top: str, there: str, descriptor: int | None) -> None:
        """See what lies below a folder; `there` stands before paths where `descriptor` does not stand for it."""
        self._pending = [("", ())]
        while self._pending:
            inner, followed = self._pending.pop()
            folder = top + inner
            try:
                names = os.listdir(folder)  # noqa: PTH208  (strings all the way)
            except OSError:
                self._add_itself(folder)
                continue
            counting = self._add(folder, names)
            stamps, lstat, before = self.stamps, os.lstat, there + f"{inner}/"[1:]
            for name in counting:
                try:
                    status = lstat(before + name, dir_fd=descriptor)
                    if S_ISREG(status.st_mode):  # as nearly all are
                        stamps.append(stamp_of(status))
                    else:
                        stamps.append(self._other(top, f"{inner}/{name}", status, followed))
                except OSError:
                    stamps.append(NO_FILE)

    def _add(self, folder: str, names: list[str]) -> list[str]:
        """Add a folder, and return those of its names that count."""
        listed = _BETWEEN.join(names)
        known = self._before.get(folder)
        if known is None or known.listed != listed:
            counting = [name for name in names if not self._ignored(name)]
            known = Listing(listed, listed if len(counting) == len(names) else _BETWEEN.join(counting))
        self.folders[folder] = known
        if not known.counting:
            self.stamps.append(NO_FILE)
            return []
        return names if known.counting == listed else known.counting.split(_BETWEEN)

    def _add_itself(self, path: str) -> None:
        """Add what is no folder, or cannot be listed; nothing where nothing is there."""
        try:
            status = os.lstat(path)
            self.stamps.append(stamp_of(_followed(path, status)))
        except OSError:
            return
        self.folders[path] = Listing()

    def _other(self, top: str, inner: str, status: os.stat_result, followed: tuple[str, ...]) -> Stamp:
        """Return the stamp of what is no regular file; a folder is still to be seen."""
        path, link = top + inner, S_ISLNK(status.st_mode)
        if link:
            self.links = True
            status = _followed(path, status)
        if not S_ISDIR(status.st_mode):
            return stamp_of(status)
        real = os.path.realpath(path) if link else ""
        if real not in followed:  # else it is a circle
            self._pending.append((inner, (*followed, real) if link else followed))
        return NO_FILE


def _followed(path: str, status: os.stat_result) -> os.stat_result:
    """Return what a link leads to; the link itself where it leads nowhere."""
    try:
        return os.stat(path)  # noqa: PTH116  (as above)
    except OSError:
        return status

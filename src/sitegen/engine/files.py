"""Know which files changed without reading them: git's rule for index entries, racily clean ones included."""

import marshal
import os
import struct
import time
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from pathlib import Path
from stat import S_ISREG
from typing import NamedTuple, Self

from sitegen.base.digest import digest

# What an edit changed is written down beside what was known; from so many files on, all are written anew.
_MOST_SINCE = 256
# A file touched this shortly before it was looked at may be touched again without its time stamp moving
# (git, Documentation/technical/racy-git). Two seconds cover the coarsest file systems in use.
_RACY_NS = 2_000_000_000

Stamp = tuple[int, int, int, int]
"""(size, mtime in ns, ctime in ns, inode): whoever puts back a time of change cannot put back that of the inode."""
Known = tuple[Stamp, bool, str]
"""(stamp, whether it can be trusted, digest: empty where it cannot be read)"""
_STAMP = struct.Struct("<qqqQ")
_INODE = 0xFFFF_FFFF_FFFF_FFFF  # Windows has longer ones
_BETWEEN = "\0"
_WIDTH = 32  # hexadecimal digits of a digest


def stamp_of(stat: os.stat_result) -> Stamp:
    """Return what a file is recognised by."""
    return (stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino & _INODE)


def read_digest(path: str) -> str:
    """Read a file and return its digest."""
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123  (ten thousand of these, and a Path costs as much as the read)
        return digest(file.read())


class _Columns(NamedTuple):
    """Files as they are written at length: in this form others are compared with them the quickest."""

    paths: str = ""
    stamps: bytes = b""
    trusted: bytes = b""
    digests: str = ""

    @classmethod
    def of(cls, files: Mapping[str, Known]) -> Self:
        """Put files into columns."""
        stamps = b"".join([_STAMP.pack(*stamp) for stamp, _, _ in files.values()])
        digests = "".join([told.ljust(_WIDTH) for _, _, told in files.values()])
        return cls(_BETWEEN.join(files), stamps, bytes(trusted for _, trusted, _ in files.values()), digests)

    def at(self, place: int) -> Known:
        """Return one file."""
        start = place * _WIDTH
        told = self.digests[start : start + _WIDTH].rstrip()
        return _STAMP.unpack_from(self.stamps, place * _STAMP.size), bool(self.trusted[place]), told

    def files(self) -> dict[str, Known]:
        """Return all files by their paths."""
        paths = self.paths.split(_BETWEEN) if self.paths else []
        digests = [self.digests[start : start + _WIDTH].rstrip() for start in range(0, len(self.digests), _WIDTH)]
        rows = zip(_STAMP.iter_unpack(self.stamps), map(bool, self.trusted), digests, strict=True)
        return dict(zip(paths, rows, strict=True))


class FileMemory:
    """Digests of files by path, kept between builds."""

    def __init__(self, told: Callable[[], tuple[bytes, bytes]] | None = None, *, started: int | None = None) -> None:
        """Remember what `told` returns: what `encode` wrote after an earlier build, and what `since` wrote after that.

        `started` is when this build began, in ns.
        """
        self._told = told or _nothing
        self._seen: dict[str, Known] | None = {}
        """None where every file that was known is there, with no other."""
        self._differing: dict[str, Known] = {}
        """Then: those that are not as they were known."""
        self._places: dict[str, int] = {}
        """Then: where these and those that differed before stand in the columns."""
        self._started = time.time_ns() if started is None else started

    def next(self) -> Self:
        """Return the memory for another build of this process, which knows what this one saw."""
        memory = type(self)()
        memory._written, memory._whole, memory.known = self._written, self._whole, self.seen  # noqa: SLF001  (of the same class)
        return memory

    @cached_property
    def _written(self) -> tuple[_Columns, dict[str, Known]]:
        whole, since = self._told()
        return _decoded(whole), _decoded_since(since)

    @cached_property
    def _whole(self) -> dict[str, Known]:
        """What was last written at length."""
        return self._written[0].files()

    @cached_property
    def known(self) -> dict[str, Known]:
        """Every file of an earlier build by its path; none where there is no memory, or it is damaged."""
        return {**self._whole, **self._written[1]}

    @property
    def seen(self) -> dict[str, Known]:
        """The files looked at in this build."""
        if self._seen is None:
            self._seen = {**self.known, **self._differing}
        return self._seen

    @property
    def same(self) -> bool:
        """Whether this build saw what the earlier one did."""
        return not self._differing if self._seen is None else self._seen == self.known

    def digest_of(self, path: str) -> str:
        """Return the digest of a file that was seen to differ; nothing where it cannot be read."""
        return (self._differing.get(path) or self.seen[path])[2]

    def fingerprint(self, path: str, stat: os.stat_result) -> str:
        """Return the file's digest, read again only where its stamp does not vouch for it."""
        now = self.seen.get(path)
        if not now or now[0] != stamp_of(stat) or not now[2]:
            now = self.seen[path] = self._looked_at(path, stat, self.known.get(path))
        return now[2]

    def compare(self, found: dict[str, os.stat_result]) -> tuple[list[str], bool]:
        """Take every file in; return those that are new or have other bytes, and whether some came or went."""
        columns, since = self._written
        # What a process has seen since is in no columns.
        if "known" not in vars(self) and columns.paths and _BETWEEN.join(found) == columns.paths:
            return self._compare_columns(found, columns, since), False
        # Nothing stays of an earlier look at some of them: a file that has gone must not count as seen.
        known = self.known
        self._seen = self._look({path: known.get(path) for path in found}, found)
        changed = [path for path, now in self._seen.items() if path not in known or now[2] != known[path][2]]
        return changed, found.keys() != known.keys()

    def _compare_columns(
        self, found: dict[str, os.stat_result], columns: _Columns, since: Mapping[str, Known]
    ) -> list[str]:
        """Take in the files of the columns, and return those that have other bytes."""
        stamps = map(stamp_of, found.values())
        rows = enumerate(zip(found, stamps, _STAMP.iter_unpack(columns.stamps), columns.trusted, strict=True))
        self._places = {
            path: place
            for place, (path, stamp, known, trusted) in rows
            if stamp != known or not trusted or path in since
        }
        doubtful = {path: since.get(path) or columns.at(place) for path, place in self._places.items()}
        looked = self._look(doubtful, found)
        self._seen, self._differing = None, {path: now for path, now in looked.items() if now != doubtful[path]}
        return [path for path, now in self._differing.items() if now[2] != doubtful[path][2]]

    def changed_among(self, paths: Iterable[str]) -> list[str] | None:
        """Take every file in as it was but for these, and return those of them that have other bytes.

        None where one of them came or went, or is a link now: only a walk tells what that means.
        """
        self._seen = dict(self.known)
        changed = []
        for path in paths:
            before, file = self.known.get(path), Path(path)
            if before is None or file.is_symlink() or not file.is_file():
                return None
            now = self._seen[path] = self._read(path, file.stat(), before)
            if now[2] != before[2]:
                changed.append(path)
        return changed

    def _look(self, known: Mapping[str, Known | None], found: Mapping[str, os.stat_result]) -> dict[str, Known]:
        """Return what these files are now; those that are as they were known are not read."""
        return {path: self._read(path, found[path], before) for path, before in known.items()}

    def _read(self, path: str, stat: os.stat_result, before: Known | None) -> Known:
        """Return what a file is; without a digest where it cannot be read: whoever needs it will say so."""
        try:
            if S_ISREG(stat.st_mode):  # whoever opens a pipe waits for ever
                return self._looked_at(path, stat, before)
        except OSError:
            pass
        return stamp_of(stat), False, ""

    def _looked_at(self, path: str, stat: os.stat_result, before: Known | None) -> Known:
        stamp = stamp_of(stat)
        if before and before[1] and before[0] == stamp:
            return before
        return stamp, stamp[1] + _RACY_NS < self._started, read_digest(path)

    def encode(self) -> bytes:
        """Return the files seen in this build as bytes."""
        columns = _Columns.of(self.seen)
        self._written, self._whole = (columns, {}), self.seen
        return marshal.dumps(tuple(columns), 2)

    def since(self) -> bytes | None:
        """Return those that differ from what `encode` wrote last; None where they are many, or where some have gone."""
        columns, since = self._written
        if self._seen is None:
            now = {**since, **self._differing}
            differing = {path: known for path, known in now.items() if columns.at(self._places[path]) != known}
        else:
            whole = self._whole
            if whole.keys() != self._seen.keys():
                return None
            differing = {path: known for path, known in self._seen.items() if whole[path] != known}
        return marshal.dumps(differing, 2) if len(differing) <= _MOST_SINCE else None


def _nothing() -> tuple[bytes, bytes]:
    return b"", b""


def _decoded(data: bytes) -> _Columns:
    try:
        return _Columns(*marshal.loads(data)) if data else _Columns()  # noqa: S302  (ours; it is only a shortcut)
    except (ValueError, EOFError, TypeError):
        return _Columns()


def _decoded_since(data: bytes) -> dict[str, Known]:
    try:
        known = marshal.loads(data) if data else {}  # noqa: S302  (as above)
    except (ValueError, EOFError, TypeError):
        known = {}
    return known if isinstance(known, dict) else {}


class Walked(NamedTuple):
    """What lies below some folders."""

    files: dict[str, os.stat_result]
    """By path; of a link, what it leads to, or the link itself where it leads nowhere. Whatever a build complains of is
    here too: pipes, devices, and folders that cannot be listed."""
    links: bool
    """Whether there are links, to files, to folders or to nothing."""


def walk(folders: Iterable[str], ignored: Callable[[str], bool] = lambda _: False) -> Walked:
    """Return every file below the folders, links followed but for circles; a folder that does not exist has none.

    `ignored` tells of a file's or folder's name that it counts for nothing.
    """
    found: dict[str, os.stat_result] = {}
    # Each with the folders that the links on the way to it lead to.
    pending: list[tuple[str, tuple[str, ...]]] = [(folder, ()) for folder in folders]
    links = False
    while pending:
        folder, followed = pending.pop()
        try:
            entries = list(os.scandir(folder))
        except OSError:
            if Path(folder).is_dir():
                found[folder] = Path(folder).stat()
            continue
        for entry in entries:
            if ignored(entry.name):
                continue
            try:
                if entry.is_file(follow_symlinks=False):  # as nearly all are: the folder itself tells
                    found[entry.path] = entry.stat()
                    continue
                links = links or entry.is_symlink()
                if not entry.is_dir():
                    found[entry.path] = _status(entry)
                elif not entry.is_symlink():
                    pending.append((entry.path, followed))
                elif (real := os.path.realpath(entry.path)) not in followed:  # else it is a circle
                    pending.append((entry.path, (*followed, real)))
            except OSError:
                continue
    return Walked(found, links)


def _status(entry: os.DirEntry[str]) -> os.stat_result:
    try:
        return entry.stat()
    except OSError:
        return entry.stat(follow_symlinks=False)

"""Know which files changed without reading them: git's rule for index entries, racily clean ones included."""

import marshal
import os
import time
from collections.abc import Callable, Iterable
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


def stamp_of(stat: os.stat_result) -> Stamp:
    """Return what a file is recognised by."""
    return (stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino)


def read_digest(path: str) -> str:
    """Read a file and return its digest."""
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123  (ten thousand of these, and a Path costs as much as the read)
        return digest(file.read())


class FileMemory:
    """Digests of files by path, kept between builds."""

    def __init__(
        self, told: Callable[[], tuple[bytes, bytes]] | None = None, stamps: bytes = b"", *, started: int | None = None
    ) -> None:
        """Remember what `stamps` said after the last build, and only where that does not do what `told` returns.

        That is what `encode` wrote, and what `since` wrote after that. `started` is when this build began, in ns.
        """
        self._told = told or _nothing
        self._stamps = stamps
        self._seen: dict[str, Known] | None = {}
        self._started = time.time_ns() if started is None else started

    def next(self) -> Self:
        """Return the memory for another build of this process, which knows what this one saw."""
        memory = type(self)()
        memory._written, memory.known = (self._whole, {}), self.seen  # noqa: SLF001  (of the same class)
        return memory

    @cached_property
    def _written(self) -> tuple[dict[str, Known], dict[str, Known]]:
        whole, since = self._told()
        return _decoded(whole), _decoded(since)

    @property
    def _whole(self) -> dict[str, Known]:
        """What was last written at length."""
        return self._written[0]

    @cached_property
    def known(self) -> dict[str, Known]:
        """Every file of an earlier build by its path; none where there is no memory, or it is damaged."""
        whole, since = self._written
        return {**whole, **since}

    @property
    def seen(self) -> dict[str, Known]:
        """The files looked at in this build."""
        return self.known if self._seen is None else self._seen

    @property
    def looked_up(self) -> bool:
        """Whether `told` has been called, so that all is at hand for the next build."""
        return "_written" in vars(self)

    @property
    def same(self) -> bool:
        """Whether this build saw what the earlier one did."""
        return self._seen is None or self._seen == self.known

    def fingerprint(self, path: str, stat: os.stat_result) -> str:
        """Return the file's digest, read again only where its stamp does not vouch for it."""
        stamp = stamp_of(stat)
        if self._seen is None:
            self._seen = dict(self.known)
        now = self._seen.get(path)
        if now and now[0] == stamp and now[2]:
            return now[2]
        before = self.known.get(path)
        found = before[2] if before and before[1] and before[0] == stamp else read_digest(path)
        self._seen[path] = (stamp, stamp[1] + _RACY_NS < self._started, found)
        return found

    def compare(self, found: dict[str, os.stat_result]) -> tuple[list[str], bool]:
        """Take every file in; return those that are new or have other bytes, and whether some came or went."""
        stamps = [(stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino) for stat in found.values()]
        if self._stamps and _digest_of(list(found), stamps) == self._stamps:
            self._seen = None
            return [], False
        # Nothing stays of an earlier look at some of them: a file that has gone must not count as seen.
        known = self.known
        self._seen = seen = dict[str, Known]()
        changed = []
        for path, stamp in zip(found, stamps, strict=True):
            before = known.get(path)
            if before and before[1] and before[0] == stamp:
                seen[path] = before
            elif self._read(path, found[path], seen) != (before[2] if before else None):
                changed.append(path)
        return changed, found.keys() != known.keys()

    def changed_among(self, paths: Iterable[str]) -> list[str] | None:
        """Take every file in as it was but for these, and return those of them that have other bytes.

        None where one of them came or went, or is a link now: only a walk tells what that means.
        """
        self._seen = dict(self.known)
        changed = []
        for path in paths:
            # A file that was saved twice within one tick of the clock has the stamp that it had.
            before, file = self._seen.pop(path, None), Path(path)
            if before is None or file.is_symlink() or not file.is_file():
                return None
            if self._read(path, file.stat(), self._seen) != before[2]:
                changed.append(path)
        return changed

    def _read(self, path: str, stat: os.stat_result, seen: dict[str, Known]) -> str:
        """Return the file's digest, or nothing where it cannot be read: whoever needs it will say so."""
        try:
            if S_ISREG(stat.st_mode):  # whoever opens a pipe waits for ever
                return self.fingerprint(path, stat)
        except OSError:
            pass
        seen[path] = (stamp_of(stat), False, "")
        return ""

    def encode(self) -> bytes:
        """Return the files seen in this build as bytes."""
        self._written = (self.seen, {})
        return marshal.dumps(self.seen, 2)

    def since(self) -> bytes | None:
        """Return those that differ from what `encode` wrote last; None where they are many, or where some have gone."""
        if self._whole.keys() != self.seen.keys():
            return None
        differing = {path: known for path, known in self.seen.items() if self._whole[path] != known}
        return marshal.dumps(differing, 2) if len(differing) <= _MOST_SINCE else None

    def stamps(self) -> bytes:
        """Return what tells, without `known`, that all files are as this build saw them; nothing where none can."""
        stamped = [each[0] for each in self.seen.values()]
        return _digest_of(list(self.seen), stamped) if all(each[1] for each in self.seen.values()) else b""


def _nothing() -> tuple[bytes, bytes]:
    return b"", b""


def _decoded(data: bytes) -> dict[str, Known]:
    try:
        known = marshal.loads(data) if data else {}  # noqa: S302  (ours; it is only a shortcut)
    except (ValueError, EOFError, TypeError):
        known = {}
    return known if isinstance(known, dict) else {}


def _digest_of(paths: list[str], stamps: list[Stamp]) -> bytes:
    return digest(marshal.dumps((paths, stamps), 2)).encode()


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

"""Know which files changed without reading them: git's rule for index entries, racily clean ones included."""

import marshal
import os
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from stat import S_ISREG

from sitegen.base.digest import digest
from sitegen.base.noun import Struct, field

# A file touched this shortly before it was looked at may be touched again without its time stamp moving
# (git, Documentation/technical/racy-git). Two seconds cover the coarsest file systems in use.
_RACY_NS = 2_000_000_000

Stamp = tuple[int, int, int]
"""(size, mtime in ns, inode)"""


def stamp_of(stat: os.stat_result) -> Stamp:
    """Return what a file is recognised by."""
    return (stat.st_size, stat.st_mtime_ns, stat.st_ino)


def read_digest(path: str) -> str:
    """Read a file and return its digest."""
    with open(path, "rb") as file:  # noqa: PTH123  (ten thousand of these, and a Path costs as much as the read)
        return digest(file.read())


class FileMemory(Struct):
    """Digests of files by path, kept between builds."""

    known: dict[str, tuple[Stamp, bool, str]] = field(default_factory=dict)
    """Path to (stamp, whether the stamp can be trusted, digest)."""
    seen: dict[str, tuple[Stamp, bool, str]] = field(default_factory=dict)
    """The same for the files looked at in this build."""
    started: int = field(default_factory=time.time_ns)

    def fingerprint(self, path: str, stat: os.stat_result) -> str:
        """Return the file's digest, read again only where its stamp does not vouch for it."""
        stamp = stamp_of(stat)
        now = self.seen.get(path)
        if now and now[0] == stamp:
            return now[2]
        before = self.known.get(path)
        found = before[2] if before and before[1] and before[0] == stamp else read_digest(path)
        self.seen[path] = (stamp, stamp[1] + _RACY_NS < self.started, found)
        return found

    def changed(self, found: dict[str, os.stat_result]) -> list[str]:
        """Take every file in, and return those that are new or have other bytes than before."""
        known, seen = self.known, self.seen
        changed = []
        for path, stat in found.items():
            before = known.get(path)
            if before and before[1] and before[0] == (stat.st_size, stat.st_mtime_ns, stat.st_ino):
                seen[path] = before
            elif self._read(path, stat) != (before[2] if before else None):
                changed.append(path)
        return changed

    def changed_among(self, paths: Iterable[str]) -> list[str] | None:
        """Take every file in as it was but for these, and return those of them that have other bytes.

        None where one of them came or went: only a walk tells what that means.
        """
        self.seen = dict(self.known)
        changed = []
        for path in paths:
            # A file that was saved twice within one tick of the clock has the stamp that it had.
            before, file = self.seen.pop(path, None), Path(path)
            if before is None or not file.is_file():
                return None
            if self._read(path, file.stat()) != before[2]:
                changed.append(path)
        return changed

    def _read(self, path: str, stat: os.stat_result) -> str:
        """Return the file's digest, or nothing where it cannot be read: whoever needs it will say so."""
        try:
            return self.fingerprint(path, stat)
        except OSError:
            return ""

    def encode(self) -> bytes:
        """Return the files seen in this build as bytes."""
        return marshal.dumps(self.seen, 2)


def load_files(data: bytes | None) -> FileMemory:
    """Return the memory of an earlier build; an empty one where there is none or it is damaged."""
    try:
        known = marshal.loads(data) if data else {}  # noqa: S302  (our own file; what it says is only a shortcut)
    except (ValueError, EOFError, TypeError):
        known = {}
    return FileMemory(known if isinstance(known, dict) else {})


def walk(folders: Iterable[str], ignored: Callable[[str], bool] = lambda _: False) -> dict[str, os.stat_result]:
    """Return every file below the folders with its stat, links followed; a folder that does not exist has none.

    `ignored` tells of a file's or folder's name that it counts for nothing.
    """
    found: dict[str, os.stat_result] = {}
    pending = list(folders)
    linked: set[str] = set()
    while pending:
        folder = pending.pop()
        try:
            entries = list(os.scandir(folder))
        except OSError:
            continue
        for entry in entries:
            if ignored(entry.name):
                continue
            try:
                if not entry.is_dir():
                    status = entry.stat()
                    if S_ISREG(status.st_mode):  # whoever opens a pipe waits for ever
                        found[entry.path] = status
                elif not entry.is_symlink() or _first_time(entry.path, linked):
                    pending.append(entry.path)
            except OSError:
                continue
    return found


def _first_time(path: str, linked: set[str]) -> bool:
    """Remember where a link to a folder leads, so that a circle of links is walked once."""
    real = os.path.realpath(path)
    if real in linked:
        return False
    linked.add(real)
    return True

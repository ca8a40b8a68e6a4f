"""Know which files changed without reading them: git's rule for index entries, racily clean ones included."""

import os
import time
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from pathlib import Path
from stat import S_ISREG
from typing import Self

from sitegen.base.digest import digest
from sitegen.engine.filecolumns import FileColumns, Known, decode, decode_since, encode_since
from sitegen.engine.walk import NO_FILE, STAMP, Listings, Stamp, Walked, differences, paths_of, stamp_at, stamp_of

# What an edit changed is written down beside what was known; from so many files on, all are written anew.
_MOST_SINCE = 256
# A file touched this shortly before it was looked at may be touched again without its time stamp moving
# (git, Documentation/technical/racy-git). Two seconds cover the coarsest file systems in use.
_RACY_NS = 2_000_000_000


def read_digest(path: str) -> str:
    """Read a file and return its digest."""
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123  (ten thousand of these, and a Path costs as much as the read)
        return digest(file.read())


class FileMemory:
    """Digests of files by path, kept between builds."""

    def __init__(
        self, told: Callable[[], tuple[bytes, bytes]] = lambda: (b"", b""), *, started: int | None = None
    ) -> None:
        """Remember what `told` returns: what `encode` wrote after an earlier build, and what `since` wrote after that.

        `started` is when this build began, in ns.
        """
        self._told = told
        self._seen: dict[str, Known] | None = {}
        """None where the same files are there as before: then only `_differing` has been noted."""
        self._differing: dict[str, Known] = {}
        """While `_seen` is None: those files that are not as they were known."""
        self._places: dict[str, int] = {}
        """While `_seen` is None: where these, and those that differed before, stand in the columns."""
        self._folders: Listings | None = None
        """What a walk found in each folder, if files came or went."""
        self._started = time.time_ns() if started is None else started

    def next(self) -> Self:
        """Return the memory for another build of this process, which knows what this one saw."""
        memory = type(self)()
        memory._written, memory._whole, memory.known = self._written, self._whole, self.seen  # noqa: SLF001  (of the same class)
        return memory

    @cached_property
    def _written(self) -> tuple[FileColumns, dict[str, Known]]:
        whole, since = self._told()
        return decode(whole), decode_since(since)

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
        now, stamp = self.seen.get(path), stamp_of(stat)
        if not now or now[0] != stamp or not now[2]:
            now = self.seen[path] = self._looked_at(path, stamp, self.known.get(path))
        return now[2]

    @property
    def folders(self) -> Listings:
        """What an earlier build found in each folder, for the next walk."""
        return self._written[0].folders

    def compare(self, found: Walked) -> tuple[list[str], bool]:
        """Take every file in; return those that are new or have other bytes, and whether some came or went."""
        doubtful = self._doubtful(found)
        if doubtful is not None:
            return self._compare_some(doubtful), False
        # Nothing stays of an earlier look at some of them: a file that has gone must not count as seen.
        known, files = self.known, found.files()
        self._folders = found.folders
        self._seen = {path: self._read(path, stamp, known.get(path)) for path, stamp in files.items()}
        changed = [path for path, now in self._seen.items() if path not in known or now[2] != known[path][2]]
        return changed, files.keys() != known.keys()

    def _doubtful(self, found: Walked) -> dict[str, tuple[int, Stamp]] | None:
        """Return place and stamp of those files for which the columns do not vouch; None where some came or went."""
        columns, since = self._written
        # What a process has seen since is in no columns.
        if "known" in vars(self) or list(found.folders.items()) != list(columns.folders.items()):
            return None
        if found.stamps == columns.stamps and not since and 0 not in columns.trusted:
            return {}
        paths = paths_of(found.folders)
        differing = [place for place, trusted in enumerate(columns.trusted) if not trusted]
        differing += differences(found.stamps, columns.stamps)
        if since:
            places = {path: place for place, path in enumerate(paths)}
            differing += [places[path] for path in since]
        doubtful = {paths[place]: (place, stamp_at(found.stamps, place)) for place in sorted(differing)}
        came_or_went = any(
            (stamp == NO_FILE) != (columns.at(place)[0] == NO_FILE) for place, stamp in doubtful.values()
        )
        return None if came_or_went else doubtful

    def _compare_some(self, doubtful: Mapping[str, tuple[int, Stamp]]) -> list[str]:
        """Take in every file as the columns have it but for these, and return those that have other bytes."""
        columns, since = self._written
        self._places = {path: place for path, (place, _) in doubtful.items()}
        known = {path: since.get(path) or columns.at(place) for path, place in self._places.items()}
        looked = {path: self._read(path, stamp, known[path]) for path, (_, stamp) in doubtful.items()}
        self._seen, self._differing = None, {path: now for path, now in looked.items() if now != known[path]}
        return [path for path, now in self._differing.items() if now[2] != known[path][2]]

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
            now = self._seen[path] = self._read(path, stamp_of(file.stat()), before)
            if now[2] != before[2]:
                changed.append(path)
        return changed

    def _read(self, path: str, stamp: Stamp, before: Known | None) -> Known:
        """Return what a file is; without a digest where it cannot be read: whoever needs it will say so."""
        try:
            if S_ISREG(STAMP.unpack(stamp)[4]):  # whoever opens a pipe waits for ever
                return self._looked_at(path, stamp, before)
        except OSError:
            pass
        return stamp, False, ""

    def _looked_at(self, path: str, stamp: Stamp, before: Known | None) -> Known:
        if before and before[1] and before[0] == stamp:
            return before
        return stamp, STAMP.unpack(stamp)[1] + _RACY_NS < self._started, read_digest(path)

    def encode(self) -> bytes:
        """Return the files seen in this build as bytes."""
        columns = FileColumns.of(self.seen, self._folders or self.folders)
        self._written, self._whole = (columns, {}), self.seen
        return columns.encode()

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
        return encode_since(differing) if len(differing) <= _MOST_SINCE else None

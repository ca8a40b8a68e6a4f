"""Look at what stands where a new file must go, and complain where it is not ours."""

import os
import stat
from collections.abc import Collection
from functools import cached_property
from pathlib import Path

from sitegen.base.diagnostics import Diagnostic, Failure, Span, problem
from sitegen.base.text import plural
from sitegen.write.files import Entry
from sitegen.write.folders import all_folders
from sitegen.write.manifest import Manifest, read_entry
from sitegen.write.place import Place

TOLD = 10
"""Foreign files named one by one; the rest is counted."""

_SIGNS = (("index.html", b"sitegen"), ("feed.xml", b"sitegen"), ("api/articles.json", b'"articles"'))
"""What a site of ours has whatever its theme, enough to know it by where its manifest is lost."""


def is_earlier_site(out: Path) -> bool:
    """Tell whether a folder without a manifest holds a site that we built."""
    for name, sign in _SIGNS:
        try:
            with (out / name).open("rb") as file:
                if sign in file.read(4096):
                    return True
        except OSError:
            continue
    return False


class Ground:
    """What stands at the places where new files must go."""

    def __init__(self, place: Place, ours: Manifest, take: Collection[str], *, adopts: bool) -> None:
        self._place = place
        self._top = f"{place.out}/"
        self._ours = ours
        self._take = take
        self._adopts = adopts
        """Whether a file that stands in the way is from an earlier site of ours, whose manifest is lost."""
        self._free: dict[str, bool] = {"": os.path.isdir(place.out)}
        """By folder: whether it stands; False where nothing does, or nothing will."""
        self._problems: list[Diagnostic] = []
        self._foreign = 0
        self.guests: set[str] = set()
        """Folders on our paths that somebody else made."""

    def explore(self, path: str, digest: str) -> Entry | None:
        """Return what stands at a path where it may stay or be replaced; None where there is nothing of that kind."""
        folder, _, _ = path.rpartition("/")
        if not self._stands(folder):
            return None
        found = _look(self._top + path)
        if found is None:
            return None
        if stat.S_ISREG(found.st_mode):
            entry = read_entry(self._top + path) or Entry("", found.st_size, found.st_mtime_ns)
            if entry.digest == digest or path in self._ours.files or self._adopts:
                return entry
            if self._is_taken(path, found):
                return None
        elif stat.S_ISDIR(found.st_mode) and self._is_leaving(path):
            return None
        self._complain(path)
        return None

    def complain(self) -> None:
        """Raise Failure if something foreign stands in the way."""
        if self._foreign > len(self._problems):
            rest = plural(self._foreign - len(self._problems), "more file")
            message = f"{rest} in this folder stand where pages must go, and sitegen did not write them"
            self._problems.append(problem("write/foreign-file", message, Span(self._place.shown()), self._hint))
        if self._problems:
            raise Failure(self._problems)

    def _stands(self, folder: str) -> bool:
        """Tell whether a folder stands, and complain where something else stands in its place."""
        known = self._free.get(folder)
        if known is not None:
            return known
        stands = self._stands(folder.rpartition("/")[0])
        if stands:
            found = _look(self._top + folder)
            stands = found is not None and stat.S_ISDIR(found.st_mode)
            if stands and not self._adopts and folder not in self._folders:
                self.guests.add(folder)
            if found and not stands and folder not in self._take:
                self._complain(folder)
        self._free[folder] = stands
        return stands

    @cached_property
    def _folders(self) -> frozenset[str]:
        """All folders that we made."""
        return all_folders(self._ours.files) - self._ours.guests

    def _is_leaving(self, folder: str) -> bool:
        """Tell whether a folder, with all that is in it, goes in this build: it goes with the last file of ours.

        An empty one has none, so it is somebody else's.
        """
        if folder in self._ours.guests:
            return False
        with os.scandir(self._top + folder) as entries:
            leaving = [
                self._is_leaving(f"{folder}/{entry.name}")
                if entry.is_dir(follow_symlinks=False)
                else f"{folder}/{entry.name}" in self._take
                for entry in entries
            ]
        return bool(leaving) and all(leaving)

    def _is_taken(self, path: str, found: os.stat_result) -> bool:
        """Tell whether the system holds this name and one of ours that goes, in another case, to be the same file."""
        folded = path.casefold()
        return any(
            taken.casefold() == folded and (other := _look(self._top + taken)) and os.path.samestat(found, other)
            for taken in self._take
        )

    @property
    def _hint(self) -> str:
        if self._ours.files:
            return "move it away, or give the page another address"
        return "move it away, delete the folder if it holds an earlier site, or choose another folder"

    def _complain(self, path: str) -> None:
        self._foreign += 1
        if len(self._problems) < TOLD:
            message = "a page must go here, and sitegen did not write what stands here"
            self._problems.append(problem("write/foreign-file", message, Span(self._place.shown(path)), self._hint))


def _look(name: str) -> os.stat_result | None:
    try:
        return os.lstat(name)
    except OSError:
        return None

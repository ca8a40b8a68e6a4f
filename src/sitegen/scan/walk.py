"""A folder becomes the sorted list of the files in it that count."""

import os
import stat
from collections.abc import Callable, Iterator

from sitegen.base.diagnostics import Diagnostic, Span, problem
from sitegen.base.fs import ignored, unreadable
from sitegen.base.noun import Noun, Struct, field

Fingerprint = Callable[[str, os.stat_result], str]
"""Gives the digest of a file, by its absolute path and what the system says of it."""


class Found(Noun):
    """One file."""

    path: str
    """POSIX, relative to the site's root."""
    absolute: str
    status: os.stat_result


class Walk(Struct):
    """Walks folders below `root`; `problems` holds what could not be followed or read."""

    root: str
    """Absolute, without symbolic links."""
    shut: frozenset[str] = frozenset()
    """Absolute folders that no symbolic link may lead into."""
    problems: list[Diagnostic] = field(default_factory=list)

    def files(self, folder: str, *, without: str = "") -> list[Found]:
        """Return every file below a folder (relative to the root), by path, but for the subfolder `without`."""
        absolute = f"{self.root}/{folder}"
        if not os.path.isdir(absolute):  # noqa: PTH112  (strings all the way: ten thousand files)
            return []
        real = os.path.realpath(absolute)
        if os.path.islink(absolute) and self._refused(folder, real, ()):  # noqa: PTH114
            return []
        skipped = f"{folder}/{without}" if without else ""
        return sorted(self._below(folder, absolute, (real,), skipped), key=lambda found: found.path)

    def _below(self, folder: str, absolute: str, chain: tuple[str, ...], skipped: str) -> Iterator[Found]:
        try:
            with os.scandir(absolute) as entries:
                listed = list(entries)
        except OSError as error:
            self.problems.append(unreadable(error, folder))
            return
        for entry in listed:
            if ignored(entry.name):
                continue
            path = f"{folder}/{entry.name}"
            if path == skipped or not self._nameable(path):
                continue
            try:
                yield from self._entry(entry, path, chain, skipped)
            except OSError as error:
                self.problems.append(unreadable(error, path))

    def _entry(self, entry: os.DirEntry[str], path: str, chain: tuple[str, ...], skipped: str) -> Iterator[Found]:
        real = ""
        if entry.is_symlink():
            real = os.path.realpath(entry.path)
            if self._refused(path, real, chain):
                return
        if entry.is_dir():
            inside = real or f"{chain[-1]}/{entry.name}"
            yield from self._below(path, entry.path, (*chain, inside), skipped)
            return
        status = entry.stat()
        if stat.S_ISREG(status.st_mode):
            yield Found(path, entry.path, status)
        else:
            self._report("scan/unreadable", "this is a device or a pipe, not a file", path, "remove it")

    def _refused(self, path: str, real: str, chain: tuple[str, ...]) -> bool:
        """Report a symbolic link that must not be followed."""
        if not os.path.exists(real):  # noqa: PTH110
            self._report(
                "scan/unreadable", "the symbolic link leads nowhere", path, "remove it, or give back its target"
            )
            return True
        inner = real.removeprefix(f"{self.root}/")
        if inner == real and real != self.root:
            message = "the symbolic link leads out of the site's folder"
            self._report("scan/symlink-outside", message, path, "copy its target into the site")
            return True
        if any(place == real or place.startswith(f"{real}/") for place in chain):
            self._report("scan/symlink-circle", "the symbolic link leads to a folder around itself", path, "remove it")
            return True
        hidden = any(part.startswith(".") and part != ".well-known" for part in inner.split("/"))
        if hidden or any(f"{real}/".startswith(f"{folder}/") for folder in self.shut):
            message = "the symbolic link leads to what must not be published"
            self._report("scan/symlink-outside", message, path, "remove it")
            return True
        return False

    def _nameable(self, path: str) -> bool:
        if path.isascii() and path.isprintable():
            return True
        try:
            path.encode()
        except UnicodeEncodeError:
            self._report("scan/bad-name", "the file's name is not valid UTF-8", _visible(path), "rename it")
            return False
        if any(ord(char) < 32 or ord(char) == 127 for char in path):
            self._report("scan/bad-name", "the file's name holds control characters", _visible(path), "rename it")
            return False
        return True

    def _report(self, code: str, message: str, path: str, hint: str) -> None:
        self.problems.append(problem(code, message, Span(path), hint))


def _visible(path: str) -> str:
    raw = path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in raw)

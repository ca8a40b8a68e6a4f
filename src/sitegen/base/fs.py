"""Where files lie, the site's own and those that travel with the package, and which of them count."""

import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

from sitegen.base.diagnostics import Diagnostic, Span, problem

PACKAGED = "sitegen:"
"""Begins the path of a file that travels with the package."""

_LEFTOVERS = (".swp", ".swo", "~", ".bak", ".orig", ".rej", ".tmp", ".crswap")
_SYSTEM = frozenset({"Thumbs.db", "desktop.ini", "ehthumbs.db", "__pycache__"})

_FOLDER = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0)  # whoever opens a pipe waits for ever

WORK = ".sitegen"
"""The folder of a site that holds what is remembered; it may be deleted at any time."""

DEFAULTS = Path(__file__).resolve().parent.parent / "defaults"


def locate(root: Path, path: str) -> Path:
    """Return the file that a span, a theme file or an asset names."""
    if path.startswith(PACKAGED):
        return DEFAULTS / path.removeprefix(PACKAGED)
    return root / path


def within(file: Path, folder: Path) -> str | None:
    """Return the path of a file as seen from a folder, with slashes; None where it lies elsewhere."""
    return file.relative_to(folder).as_posix() if file.is_relative_to(folder) else None


def real(file: Path) -> Path:
    """Return where links lead; `Path.resolve` fails at links in a ring before Python 3.13."""
    return Path(os.path.realpath(file))


def as_seen_from(root: Path, written: str) -> str:
    """Return a path that a person wrote, as seen from the site's folder; as it is where it lies elsewhere."""
    return within(real(Path(written)), root) or written


def unreadable(error: OSError, path: str, hint: str = "check its permissions") -> Diagnostic:
    """Return what is said of a file that cannot be read, in our words and the system's."""
    reason = error.strerror or type(error).__name__
    message = f"this cannot be read: {reason[:1].lower()}{reason[1:]}"
    return problem("scan/unreadable", message, Span(path), hint)


def ignored(name: str) -> bool:
    """Tell whether a file or folder counts for nothing: hidden ones, what editors and systems leave behind."""
    if name[0] == ".":
        return name != ".well-known"
    return name[0] == "~" or name.endswith(_LEFTOVERS) or (name[0] == "#" and name[-1] == "#") or name in _SYSTEM


@contextmanager
def looking_in(folder: str) -> Iterator[tuple[str, int | None]]:
    """Give what `os.lstat` is told for a path below a folder: what stands before the path, and `dir_fd`.

    So the system goes to the folder once, and looks at ten thousand files a sixth faster. Windows opens no folders, and
    goes there for every path.
    """
    try:
        descriptor = os.open(folder, _FOLDER)
    except OSError:
        yield f"{folder}/", None
        return
    try:
        yield "", descriptor
    finally:
        os.close(descriptor)


def remove_tree(folder: Path, *, ignore_errors: bool = False) -> None:
    """Delete a folder and all below it, if it is there; raises OSError as `shutil.rmtree` does."""
    if os.path.lexists(folder):
        from shutil import rmtree  # most builds delete nothing, and loading it takes longer than looking

        rmtree(folder, ignore_errors=ignore_errors)


def line_reader(root: Path) -> Callable[[Span], str]:
    """Return what gives the source line of a span, or an empty string where there is none."""

    @lru_cache(maxsize=64)
    def lines(path: str) -> tuple[str, ...]:
        try:
            data = locate(root, path).read_bytes()
        except (OSError, ValueError):
            return ()
        text = data.decode("utf-8-sig", errors="replace")
        return tuple(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))

    def line_of(span: Span) -> str:
        found = lines(span.path) if span.line > 0 else ()
        return found[span.line - 1] if 0 < span.line <= len(found) else ""

    return line_of


def first_place(root: Path, path: str, pattern: re.Pattern[str]) -> Span:
    """Return where a line of a file first has what a pattern finds; the file as a whole where none has."""
    try:
        lines = locate(root, path).read_text("utf-8-sig", errors="replace").splitlines()
    except OSError:  # it has just gone
        return Span(path)
    for number, line in enumerate(lines, start=1):
        if found := pattern.search(line):
            return Span(path, number, found.start() + 1, len(found[0]))
    return Span(path)

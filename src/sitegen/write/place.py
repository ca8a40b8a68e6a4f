"""Where the things of one output folder lie: the folder itself, its manifest, its journal, and the tree behind it."""

import errno
import os
from pathlib import Path

from sitegen.base.diagnostics import Failure, Span, failure
from sitegen.base.digest import digest
from sitegen.base.fs import within
from sitegen.base.noun import Noun

INSIDE = ".sitegen-next"
"""Name of the staging folder where it can only be inside the output folder; gone before the build ends."""

_STANDS = "the last good site stands untouched"
_ELSEWHERE = ", or choose another folder"


class Place(Noun):
    """One output folder and what belongs to it."""

    out: Path
    """Absolute, with links resolved."""
    root: Path
    """The site's folder, for messages."""
    manifest: Path
    """What stands in `out`."""
    coming: Path
    """The manifest of a build that is being put in place."""
    journal: Path
    """What is being done; it exists only while it is done."""
    back: Path
    """Where finished files wait. Nobody but a build looks in here."""

    @property
    def recycles(self) -> bool:
        """Whether the tree that was replaced may stay behind, to be written over by the next build."""
        return self.back.parent == self.manifest.parent

    def shown(self, path: str = "") -> str:
        """Return a path in the output folder as people name it."""
        file = self.out / path
        return within(file, self.root) or file.as_posix()


def find_place(out: Path, work: Path) -> Place:
    """Return the place of an output folder; `work` is the site's `.sitegen`.

    A project that is moved as a whole keeps its manifest: a folder inside it is known by its path from the root.
    """
    out, work = Path(os.path.realpath(out)), Path(os.path.realpath(work))
    root = work.parent
    name = within(out, root) or str(out)
    key = digest(name.encode())[:12]
    back = work / f"next-{key}"
    if _device(out) != _device(work):
        # Only within one file system can finished files be put in place in one step.
        back = out.parent / f".{out.name}.sitegen-next"
        if _device(out) != _device(out.parent):
            back = out / INSIDE
    return Place(out, root, work / f"out-{key}.manifest", work / f"out-{key}.coming", work / f"out-{key}.journal", back)


def _device(path: Path) -> int:
    while not path.exists() and path != path.parent:
        path = path.parent
    return path.stat().st_dev


def cannot_write(error: OSError, shown: str, *, stands: str = _STANDS, elsewhere: str = _ELSEWHERE) -> Failure:
    """Return what is reported where the system does not let us write the file that is shown.

    `stands` says what has come of the site, `elsewhere` where else one could write.
    """
    full = f"free some space; {stands}"
    closed = f"give yourself the right to write to {_closed(error, shown)}{elsewhere}"
    hints = {
        errno.ENOSPC: full,
        getattr(errno, "EDQUOT", errno.ENOSPC): full,
        errno.EACCES: closed,
        errno.EPERM: closed,
        errno.EROFS: closed,
        errno.ENOTDIR: (in_the_way := f"{_file_above(Path(shown))} is a file, where a folder must be; {stands}"),
        errno.EEXIST: in_the_way,
        errno.ENAMETOOLONG: "shorten the address with `slug` or `path`",
    }
    hint = hints.get(error.errno or 0, f"see to the cause and try again; {stands}")
    reason = (error.strerror or str(error)).lower()
    return failure("write/no-space", f"this cannot be written: {reason}", Span(shown), hint)


def _closed(error: OSError, shown: str) -> str:
    """Return what does not take a file: itself where it is there, else the folder in which it was to be made.

    Of two folders between which a file was to be moved it is the one that is closed.
    """
    if isinstance(error.filename, str) and isinstance(error.filename2, str):
        folders = [_there(Path(name).parent) for name in (error.filename2, error.filename)]
        return next((folder for folder in folders if not os.access(folder, os.W_OK)), folders[0]).as_posix()
    return _there(Path(error.filename or shown)).as_posix()


def _file_above(path: Path) -> str:
    """Return what stands where a folder must be for a file to be made."""
    return next((above.as_posix() for above in path.parents if above.is_file()), path.as_posix())


def _there(path: Path) -> Path:
    while path.is_absolute() and not os.path.lexists(path):
        path = path.parent
    return path

"""The folders above output paths: their names, and making them."""

import os
from collections.abc import Iterable, Iterator


def folders_of(path: str) -> Iterator[str]:
    """Give the folders above a path, the nearest first."""
    end = path.rfind("/")
    while end > 0:
        yield path[:end]
        end = path.rfind("/", 0, end)


def all_folders(paths: Iterable[str]) -> frozenset[str]:
    """Return every folder above any of the paths."""
    found: set[str] = set()
    for path in paths:
        for folder in folders_of(path):
            if folder in found:
                break
            found.add(folder)
    return frozenset(found)


def make_folders(folder: str) -> None:
    """Make a folder and those above it, readable by everybody whatever the umask."""
    try:
        os.mkdir(folder, 0o755)
    except FileExistsError:
        return
    except FileNotFoundError:
        make_folders(os.path.dirname(folder))
        make_folders(folder)
        return
    if os.name == "posix" and os.stat(folder).st_mode & 0o777 != 0o755:
        os.chmod(folder, 0o755)  # noqa: S103  (a web server must be able to read it)

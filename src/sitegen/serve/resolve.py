"""The path of a request becomes what GitHub Pages would answer with: a file, a redirect, or nothing."""

import os
import stat
from collections.abc import Container
from pathlib import Path
from urllib.parse import quote_from_bytes, unquote_to_bytes

from sitegen.base.noun import Noun
from sitegen.base.paths import PATH_SAFE, quote_path


class Found(Noun):
    """A file of the output answers."""

    path: str
    """In the output folder."""


class Moved(Noun):
    """Another address answers."""

    location: str
    permanent: bool = True


class Missing(Noun):
    """Nothing answers, so the site's `404.html` is shown."""


Answer = Found | Moved | Missing

_MISSING = Missing()


def resolve(raw_path: bytes, *, base: str, folder: Path, ahead: Container[str] = ()) -> Answer:
    """Return what answers at a path as it came over the wire, without its query.

    `folder` is free of symbolic links. Nothing outside it is ever found, but for files that are `ahead` of it.
    """
    path = _decode(raw_path)
    if path is None:
        return _MISSING
    if path + "/" == base:
        return Moved(quote_path(base))
    if not path.startswith(base):
        # On Pages another site answers here; a preview that was opened at its root is led to its own.
        return Moved(quote_path(base), permanent=False) if path == "/" else _MISSING
    return _find(path.removeprefix(base), raw_path, folder, ahead)


def is_file(folder: Path, path: str) -> bool:
    """Tell whether a plain file lies at a path below the folder, with no symbolic link on the way."""
    return _kind(folder, path) == stat.S_IFREG


def _find(path: str, raw_path: bytes, folder: Path, ahead: Container[str]) -> Answer:
    segments = path.removesuffix("/").split("/") if path else []
    if any(segment in {"", ".", ".."} for segment in segments):
        return _MISSING
    if not path or path.endswith("/"):
        index = path + "index.html"
        return Found(index) if index in ahead or is_file(folder, index) else _MISSING
    for candidate in (path, path + ".html"):
        if candidate in ahead or is_file(folder, candidate):
            return Found(candidate)
    if _kind(folder, path) == stat.S_IFDIR:
        return Moved(quote_from_bytes(unquote_to_bytes(raw_path), safe=PATH_SAFE) + "/")
    return _MISSING


def _decode(raw_path: bytes) -> str | None:
    """Return the path as text; None for one that no file of a site has, however it is spelled."""
    lowered = raw_path.lower()
    if not raw_path.startswith(b"/") or b"%2f" in lowered:
        return None
    try:
        path = unquote_to_bytes(raw_path).decode()
    except UnicodeDecodeError:
        return None
    # A backslash or a colon may lead elsewhere on some systems, and a site has neither in its names.
    if any(char in "\\:" or ord(char) < 32 or ord(char) == 127 for char in path):
        return None
    return path


def _kind(folder: Path, path: str) -> int:
    """Return the file type at a path, or 0 where there is none or a symbolic link is on the way."""
    place = os.path.join(folder, *path.split("/"))  # noqa: PTH118  (Path would fold `.` and lose what was asked)
    try:
        if os.path.realpath(place) != place:
            return 0
        return stat.S_IFMT(os.lstat(place).st_mode)
    except (OSError, ValueError):
        return 0

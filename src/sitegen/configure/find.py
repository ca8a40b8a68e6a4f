"""A folder becomes the site's root and its configuration file."""

from pathlib import Path

from sitegen.base.diagnostics import Failure, Span, failure
from sitegen.base.fs import unreadable
from sitegen.base.noun import Noun
from sitegen.base.toml import Document, KeyPath, TomlError, read_toml

OWN = "sitegen.toml"
SHARED = "pyproject.toml"
"""Where `[tool.sitegen]` may stand, beside the tables of other tools."""


class Found(Noun):
    """One site's configuration, read but not yet understood."""

    root: Path
    document: Document
    prefix: KeyPath
    """Where in the document the site's tables begin."""


def find_site(root: Path | None) -> Found:
    """Return the site in `root`, or in the nearest folder upward from the working directory where `root` is None."""
    start = (root or Path.cwd()).resolve()
    for folder in (start,) if root else (start, *start.parents):
        if found := _site_in(folder):
            return found
    where = "in this folder" if root else "in this folder or any above it"
    raise failure(
        "configure/no-site",
        f"there is no {OWN} and no {SHARED} with [tool.sitegen] {where}",
        Span(str(root or ".")),
        "go to the site's folder, name it with --root, or start one with `sitegen init`",
    )


def site_folder(root: Path | None) -> Path:
    """Return the folder that `find_site` would use, whether or not its file can be read; else the working directory."""
    start = (root or Path.cwd()).resolve()
    above = () if root else (start, *start.parents)
    return next((folder for folder in above if configuration_in(folder)), start)


def configuration_in(folder: Path) -> Path | None:
    """Return the file in a folder that configures a site, whether or not it can be read."""
    if (folder / OWN).is_file():
        return folder / OWN
    return folder / SHARED if b"tool.sitegen" in _bytes(folder / SHARED) else None


def _site_in(folder: Path) -> Found | None:
    own, shared = folder / OWN, folder / SHARED
    beside = _shared(folder, shared) if shared.is_file() else None
    if not own.is_file():
        return beside
    document = _read_document(own, OWN)
    if beside:
        raise failure(
            "configure/two-files",
            f"{OWN} and [tool.sitegen] in {SHARED} both configure this site",
            beside.document.key(beside.prefix),
            "keep one of them",
        )
    return Found(folder, document, ())


def _shared(folder: Path, file: Path) -> Found | None:
    try:
        document = read_toml(file.read_bytes(), SHARED)
    except (OSError, TomlError):
        # Another tool's broken file is none of our business, unless it names us.
        if b"tool.sitegen" in _bytes(file):
            _read_document(file, SHARED)
        return None
    tool = document.values.get("tool")
    if isinstance(tool, dict) and "sitegen" in tool:
        return Found(folder, document, ("tool", "sitegen"))
    return None


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:
        return b""


def _read_document(file: Path, name: str) -> Document:
    try:
        return read_toml(file.read_bytes(), name)
    except TomlError as error:
        wrong = f"not valid TOML: {error.message}"
        raise failure("configure/syntax", wrong, error.span, error.hint, early=True) from None
    except OSError as error:
        raise Failure([unreadable(error, name)]) from None

"""What is known of many files, in columns: so they are compared, and read from the store, as a whole."""

import marshal
from collections.abc import Mapping
from typing import Self

from sitegen.base.digest import WIDTH
from sitegen.base.noun import Noun, astuple
from sitegen.engine.walk import NO_FILE, Listing, Listings, Stamp, paths_of, split, stamp_at

Known = tuple[Stamp, bool, str]
"""(stamp, whether it can be trusted, digest: empty where it cannot be read)"""
_NO_FILE: Known = (NO_FILE, True, "")


class FileColumns(Noun):
    """Files in the order in which a walk finds them; what has gone since keeps its place."""

    folders: Listings
    stamps: bytes = b""
    trusted: bytes = b""
    digests: str = ""

    @classmethod
    def of(cls, files: Mapping[str, Known], folders: Listings) -> Self:
        """Put files into columns, by the names that a walk found in folders."""
        rows = [files.get(path, _NO_FILE) for path in paths_of(folders)]
        digests = "".join([told.ljust(WIDTH) for _, _, told in rows])
        return cls(folders, b"".join([stamp for stamp, _, _ in rows]), bytes(row[1] for row in rows), digests)

    def at(self, place: int) -> Known:
        """Return one file."""
        start = place * WIDTH
        told = self.digests[start : start + WIDTH].rstrip()
        return stamp_at(self.stamps, place), bool(self.trusted[place]), told

    def files(self) -> dict[str, Known]:
        """Return all files by their paths."""
        digests = [self.digests[start : start + WIDTH].rstrip() for start in range(0, len(self.digests), WIDTH)]
        rows = zip(split(self.stamps), map(bool, self.trusted), digests, strict=True)
        return {path: row for path, row in zip(paths_of(self.folders), rows, strict=True) if row[0] != NO_FILE}

    def encode(self) -> bytes:
        """Return them as bytes."""
        folders = {folder: astuple(names) for folder, names in self.folders.items()}
        return marshal.dumps((folders, self.stamps, self.trusted, self.digests))


def decode(data: bytes) -> FileColumns:
    """Return what was encoded; no files where that is nothing, or damaged."""
    try:
        folders, *columns = marshal.loads(data) if data else ({},)  # noqa: S302  (ours; it is only a shortcut)
        return FileColumns({folder: Listing(*names) for folder, names in folders.items()}, *columns)
    except (ValueError, EOFError, TypeError, AttributeError):
        return FileColumns({})


def encode_since(files: dict[str, Known]) -> bytes:
    """Return a few files as bytes, which are written beside the columns."""
    return marshal.dumps(files, 2)


def decode_since(data: bytes) -> dict[str, Known]:
    """Return these few files; none where that is nothing, or damaged."""
    try:
        known = marshal.loads(data) if data else {}  # noqa: S302  (as above)
    except (ValueError, EOFError, TypeError):
        known = {}
    return known if isinstance(known, dict) else {}

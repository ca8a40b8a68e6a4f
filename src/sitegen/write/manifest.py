"""What the last successful build wrote into one output folder, and which of it still stands."""

import os
import struct
from pathlib import Path
from stat import S_ISREG

from sitegen.base.digest import WIDTH, digest
from sitegen.base.fs import looking_in
from sitegen.base.noun import Noun, field
from sitegen.write.files import Entry, Files, column

_MAGIC = b"sitegen manifest 2 "
_BEGIN = len(_MAGIC) + WIDTH + 1
_COUNTS = struct.Struct("<3q")
"""How many files there are, and the bytes of the guests and of the paths."""
_NUMBER = 8  # bytes


class Manifest(Noun):
    """All files that are ours in one output folder, by output path."""

    files: Files = field(default_factory=lambda: Files.of({}))
    guests: frozenset[str] = frozenset()
    """Folders on our paths that somebody else made: they stay when our last file leaves them."""


def read_manifest(file: Path) -> Manifest | None:
    """Return the manifest, or None where there is none that can be trusted."""
    try:
        data = memoryview(file.read_bytes())
    except OSError:
        return None
    head, payload = data[:_BEGIN], data[_BEGIN:]
    if head != _head(payload):
        return None
    count, *lengths = _COUNTS.unpack_from(payload)
    columns, start = [], _COUNTS.size
    for length in (*lengths, count * WIDTH, count * _NUMBER, count * _NUMBER):
        columns.append(payload[start : start + length])
        start += length
    guests, paths, digests, sizes, times = columns
    return Manifest(Files(_lines_in(paths), bytes(digests), column(sizes), column(times)), frozenset(_lines_in(guests)))


def write_manifest(file: Path, manifest: Manifest) -> None:
    """Write the manifest in columns: fifteen thousand rows take some milliseconds."""
    files = manifest.files
    guests, paths = ("\n".join(names).encode() for names in (sorted(manifest.guests), files.paths))
    counts = _COUNTS.pack(len(files), len(guests), len(paths))
    payload = b"".join((counts, guests, paths, files.digests, files.sizes.tobytes(), files.times.tobytes()))
    temporary = file.with_name(file.name + ".tmp")
    temporary.write_bytes(_head(payload) + payload)
    temporary.replace(file)


def _head(payload: bytes | memoryview) -> bytes:
    """Return the line that begins a manifest: the digest of the rest is its seal."""
    return _MAGIC + digest(payload).encode() + b"\n"


def _lines_in(block: memoryview) -> list[str]:
    return str(block, "utf-8").split("\n") if block else []


def read_seal(file: Path) -> str:
    """Return the seal of a manifest, without reading the whole of it; an empty string where there is none."""
    try:
        with file.open("rb") as stream:
            return stream.read(_BEGIN).decode("ascii", "replace")[len(_MAGIC) : -1]
    except OSError:
        return ""


def survey(out: Path, files: Files) -> Files:
    """Return the files that still hold the bytes we wrote, with their present time stamps.

    One `lstat` for each file vouches for all. Where size or time of one differ (a copy, a checkout) the bytes decide.
    """
    return files if is_intact(out, files) else _standing(out, files)


def is_intact(out: Path, files: Files) -> bool:
    """Tell whether sizes and time stamps vouch for every file, without making anything of it."""
    sizes: list[int] = []
    times: list[int] = []
    modes: set[int] = set()
    lstat = os.lstat
    try:
        with looking_in(str(out)) as (there, descriptor):
            for path in files.paths:
                found = lstat(there + path, dir_fd=descriptor)
                sizes.append(found.st_size)
                times.append(found.st_mtime_ns)
                modes.add(found.st_mode)
    except OSError:
        return False
    return (column(sizes), column(times)) == (files.sizes, files.times) and all(map(S_ISREG, modes))


def _standing(out: Path, files: Files) -> Files:
    standing: dict[str, Entry] = {}
    with looking_in(str(out)) as (there, descriptor):
        for path, entry in files.table().items():
            try:
                found = os.lstat(there + path, dir_fd=descriptor)
            except OSError:
                continue
            if found.st_mtime_ns == entry[2] and found.st_size == entry[1] and S_ISREG(found.st_mode):
                standing[path] = entry
            elif (again := read_entry(f"{out}/{path}")) and again.digest == entry.digest:
                standing[path] = again
    return Files.of(standing)


def read_entry(file: str) -> Entry | None:
    """Return what lies in a regular file, or None where there is no such thing."""
    try:
        found = os.lstat(file)
        if not S_ISREG(found.st_mode):
            return None
        with open(file, "rb") as stream:
            return Entry(digest(stream.read()), found.st_size, found.st_mtime_ns)
    except OSError:
        return None

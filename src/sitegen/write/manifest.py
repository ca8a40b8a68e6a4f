"""What the last successful build wrote into one output folder, and which of it still stands."""

import os
import struct
from collections.abc import Mapping
from itertools import repeat
from pathlib import Path
from stat import S_ISREG
from typing import NamedTuple

from sitegen.base.digest import digest
from sitegen.base.fs import looking_in
from sitegen.base.noun import Noun, field

_MAGIC = b"sitegen manifest 1"
_WIDTH = 32  # hexadecimal digits of a digest


class Entry(NamedTuple):
    """One file of the output as it was written."""

    digest: str
    size: int
    """Bytes."""
    mtime: int
    """Nanoseconds; with the size it tells whether the file still is as it was written."""


class Manifest(Noun):
    """All files that are ours in one output folder, by output path."""

    files: Mapping[str, Entry] = field(default_factory=dict)
    guests: frozenset[str] = frozenset()
    """Folders on our paths that somebody else made: they stay when our last file leaves them."""


def read_manifest(file: Path) -> Manifest | None:
    """Return the manifest, or None where there is none that can be trusted."""
    payload = _read(file)
    if payload is None:
        return None
    counts, guests, paths, digests, numbers = payload.split(b"\n\n", 4)
    count = int(counts)
    values = struct.unpack(f"<{2 * count}q", numbers)
    hexadecimal = digests.decode("ascii")
    starts = range(0, count * _WIDTH, _WIDTH)
    columns = ([hexadecimal[start : start + _WIDTH] for start in starts], values[:count], values[count:])
    # `Entry._make`, without a step in Python for each of ten thousand files.
    entries = map(tuple.__new__, repeat(Entry), zip(*columns, strict=True))
    files = dict(zip(_lines(paths), entries, strict=True))
    return Manifest(files, frozenset(_lines(guests)))


def _read(file: Path) -> bytes | None:
    """Return the columns of a manifest, or None where they are not what was written."""
    try:
        data = file.read_bytes()
    except OSError:
        return None
    head, _, payload = data.partition(b"\n")
    return payload if head == _MAGIC + b" " + digest(payload).encode() else None


def write_manifest(file: Path, manifest: Manifest) -> None:
    """Write the manifest in columns: fifteen thousand rows take some milliseconds."""
    entries = manifest.files.values()
    count = len(entries)
    payload = b"\n\n".join(
        (
            b"%d" % count,
            "\n".join(sorted(manifest.guests)).encode(),
            "\n".join(manifest.files).encode(),
            "".join([entry[0] for entry in entries]).encode(),
            _numbers([entry[1] for entry in entries], [entry[2] for entry in entries]),
        )
    )
    temporary = file.with_name(file.name + ".tmp")
    temporary.write_bytes(_MAGIC + b" " + digest(payload).encode() + b"\n" + payload)
    temporary.replace(file)


def _numbers(sizes: list[int], times: list[int]) -> bytes:
    return struct.pack(f"<{len(sizes) + len(times)}q", *sizes, *times)


def read_seal(file: Path) -> str:
    """Return the seal of a manifest, without reading the whole of it; an empty string where there is none."""
    try:
        with file.open("rb") as stream:
            return stream.readline(len(_MAGIC) + _WIDTH + 2).decode("ascii", "replace")[-_WIDTH - 1 : -1]
    except OSError:
        return ""


def _lines(block: bytes) -> list[str]:
    return block.decode().split("\n") if block else []


def is_intact(file: Path, out: Path) -> bool:
    """Tell whether sizes and time stamps vouch for every file of a manifest, without making anything of it.

    Where they do not, as after a checkout, `survey` still may find the bytes that we wrote.
    """
    payload = _read(file)
    if payload is None:
        return False
    _, _, paths, _, numbers = payload.split(b"\n\n", 4)
    sizes: list[int] = []
    times: list[int] = []
    modes: set[int] = set()
    try:
        with looking_in(str(out)) as look:
            for path in _lines(paths):
                found = look(path)
                sizes.append(found.st_size)
                times.append(found.st_mtime_ns)
                modes.add(found.st_mode)
    except OSError:
        return False
    return _numbers(sizes, times) == numbers and all(map(S_ISREG, modes))


def survey(out: Path, files: Mapping[str, Entry]) -> dict[str, Entry]:
    """Return the files that still hold the bytes we wrote, with their present time stamps.

    One `lstat` for each file. Where size or time differ (a copy, a checkout) the bytes decide.
    """
    standing: dict[str, Entry] = {}
    with looking_in(str(out)) as look:
        for path, entry in files.items():
            try:
                found = look(path)
            except OSError:
                continue
            if found.st_mtime_ns == entry[2] and found.st_size == entry[1] and S_ISREG(found.st_mode):
                standing[path] = entry
            elif (again := read_entry(f"{out}/{path}")) and again.digest == entry.digest:
                standing[path] = again
    return standing


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

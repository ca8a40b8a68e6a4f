"""Put one finished file into the tree behind the output folder: plain functions, for any process.

That tree is what stood in the output folder before the last exchange, so most files exist already and are written over.
On ext4 that costs a fifth of making a new file, and a tenth where many files were deleted in the last minutes.
"""

import errno
import os
import stat
from collections.abc import Sequence
from pathlib import Path

from sitegen.base.digest import digest
from sitegen.write.folders import make_folders
from sitegen.write.place import cannot_write

_FLAGS = os.O_WRONLY | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
# What the system says where an earlier build left a folder for a file, or a file for a folder.
_STALE = (errno.ENOTDIR, errno.EISDIR, errno.EEXIST, errno.ELOOP)
# Somebody may still read a file of the site before the last: a page is read by now, a film perhaps not.
_MOST = 1 << 18


def stage(folder: Path, path: str, *parts: bytes | memoryview) -> None:
    """Put finished bytes, in one part or several, at an output path of the staging folder.

    Raises Failure where the system does not let us write.
    """
    name = f"{folder}/{path}"
    try:
        try:
            descriptor = _open(name)
        except OSError as error:
            if error.errno not in _STALE:
                raise
            _clear(str(folder), path)
            descriptor = _open(name)
        try:
            _write(descriptor, parts)
        finally:
            os.close(descriptor)
    except OSError as error:
        raise cannot_write(error, path) from error


def stage_copy(folder: Path, path: str, source: Path) -> str:
    """Copy a file to an output path of the staging folder, and return the digest of what was copied.

    Raises Failure where the system does not let us write, and OSError where the source cannot be read.
    """
    data = source.read_bytes()
    stage(folder, path, data)
    return digest(data)


def _open(name: str) -> int:
    """Open a file for writing that nobody else sees, with its folders."""
    try:
        descriptor = os.open(name, _FLAGS, 0o644)
    except FileNotFoundError:
        make_folders(os.path.dirname(name))
        descriptor = os.open(name, _FLAGS, 0o644)
    found = os.fstat(descriptor)
    if found.st_nlink > 1 or found.st_size > _MOST or not stat.S_ISREG(found.st_mode):
        # The same file stands in the site as well, or somebody may still be reading it.
        os.close(descriptor)
        os.unlink(name)
        return _open(name)
    if os.name == "posix" and found.st_mode & 0o777 != 0o644:
        os.fchmod(descriptor, 0o644)
    return descriptor


def _write(descriptor: int, parts: Sequence[bytes | memoryview]) -> None:
    for part in parts:
        rest = memoryview(part)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
    size = sum(map(len, parts))
    if os.fstat(descriptor).st_size > size:
        os.ftruncate(descriptor, size)


def _clear(folder: str, path: str) -> None:
    """Take away what an earlier build left where now a file or a folder must go."""
    from shutil import rmtree

    name = folder
    for part in path.split("/"):
        name = f"{name}/{part}"
        if not os.path.lexists(name):
            return
        if os.path.islink(name) or not os.path.isdir(name):
            os.unlink(name)
            return
    rmtree(name)

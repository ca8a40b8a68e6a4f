"""Two folders change places, in one step where the system has one for it."""

import errno
import os
import sys
from pathlib import Path

_HERE = -100  # AT_FDCWD: relative to the working folder
_LINUX_EXCHANGE = 2  # RENAME_EXCHANGE, linux/fs.h
_MACOS_SWAP = 2  # RENAME_SWAP, sys/stdio.h
_MISSING = (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP)


def swap(new: Path, old: Path) -> None:
    """Put `new` in the place of `old`, and `old` in the place of `new` if it was there.

    Where the system has no such step, two renames do it, and `old` ends at `park(new)`. Raises OSError, with both
    folders as they were.
    """
    if not os.path.lexists(old):
        old.parent.mkdir(parents=True, exist_ok=True)
        os.rename(new, old)
        return
    try:
        exchange(new, old)
    except OSError as error:
        if error.errno not in _MISSING:
            raise
        _rename_twice(new, old)


def park(new: Path) -> Path:
    """Return where the old folder waits while the new one takes its place in two renames."""
    return new.with_name(new.name + ".old")


def exchange(new: Path, old: Path) -> None:
    """Exchange two folders in one step; raises OSError, with ENOSYS where the system has none."""
    import ctypes

    if sys.platform not in ("linux", "darwin"):
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))
    library = ctypes.CDLL(None, use_errno=True)
    names = os.fsencode(new), os.fsencode(old)
    if hasattr(library, "renameat2"):
        failed = library.renameat2(_HERE, names[0], _HERE, names[1], _LINUX_EXCHANGE)
    elif hasattr(library, "renamex_np"):
        failed = library.renamex_np(*names, _MACOS_SWAP)
    else:
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))
    if failed:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), str(old))


def _rename_twice(new: Path, old: Path) -> None:
    parked = park(new)
    os.rename(old, parked)
    try:
        os.rename(new, old)
    except OSError:
        os.rename(parked, old)
        raise

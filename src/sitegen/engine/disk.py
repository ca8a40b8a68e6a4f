"""What SQLite says of the disk becomes what the system would have said."""

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_MEANT = {
    sqlite3.SQLITE_BUSY: errno.EAGAIN,
    sqlite3.SQLITE_CANTOPEN: errno.EACCES,
    sqlite3.SQLITE_FULL: errno.ENOSPC,
    sqlite3.SQLITE_IOERR: errno.EIO,
    sqlite3.SQLITE_PERM: errno.EACCES,
    sqlite3.SQLITE_READONLY: errno.EACCES,
}
_PRIMARY = 0xFF
"""The bits of a result code that say what kind it is: https://sqlite.org/rescode.html."""


@contextmanager
def disk_errors(file: Path) -> Iterator[None]:
    """Raise OSError, of the kind that fits, where SQLite cannot read or write this file or those beside it."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        code = getattr(error, "sqlite_errorcode", 0)
        # A full disk may not even hold the index of what is still to be written.
        meant = errno.ENOSPC if code == sqlite3.SQLITE_IOERR_SHMSIZE else _MEANT.get(code & _PRIMARY)
        if meant is None:
            raise
        raise OSError(meant, os.strerror(meant), str(file)) from error

"""One build at a time in one folder, on every system, let go of even by a process that was killed."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sitegen.engine.disk import disk_errors


@contextmanager
def hold(file: Path, seconds: float) -> Iterator[None]:
    """Hold the lock of this name, after waiting for it at most so long; raises BlockingIOError where another holds it.

    Raises OSError where the folder cannot be written. SQLite's own file locks serve: they exist wherever Python does,
    and die with their process.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    with closing(_connect(file, seconds)) as connection:
        try:
            with disk_errors(file):
                connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.DatabaseError:
            # A damaged lock file guards nothing: make a new one. Some systems delete no file that is open.
            connection.close()
            file.unlink(missing_ok=True)
            with hold(file, seconds):
                yield
            return
        yield


def _connect(file: Path, seconds: float) -> sqlite3.Connection:
    with disk_errors(file):
        return sqlite3.connect(file, timeout=seconds, isolation_level=None)

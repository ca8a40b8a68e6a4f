"""One build at a time in one folder, on every system, let go of even by a process that was killed."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path


@contextmanager
def hold(file: Path, seconds: float) -> Iterator[None]:
    """Hold the lock of this name, after waiting for it at most so long; raises BlockingIOError where another holds it.

    SQLite's own file locks serve: they exist wherever Python does, and die with their process.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(file, timeout=seconds, isolation_level=None)) as connection:
        try:
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            raise BlockingIOError(f"{file} is held by another process") from error
        except sqlite3.DatabaseError:
            # A damaged lock file guards nothing: make a new one.
            file.unlink(missing_ok=True)
            connection.close()
            with hold(file, seconds):
                yield
            return
        yield

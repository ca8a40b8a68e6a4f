"""SQLite's complaints about the disk are those that a plain file would give."""

import errno
import sqlite3
from contextlib import closing

import pytest

from sitegen.engine.disk import disk_errors


def write(connection):
    connection.execute("CREATE TABLE t (a)")
    connection.execute("INSERT INTO t VALUES (randomblob(100000))")


def test_a_full_disk_is_a_full_disk(tmp_path):
    file = tmp_path / "s.sqlite"
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA max_page_count = 2")
        with pytest.raises(OSError) as caught, disk_errors(file):
            write(connection)

    assert (errno.ENOSPC, str(file)) == (caught.value.errno, caught.value.filename)


def test_what_may_not_be_written_is_not_permitted(tmp_path):
    file = tmp_path / "s.sqlite"
    sqlite3.connect(file).close()
    with (
        closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as connection,
        pytest.raises(PermissionError),
        disk_errors(file),
    ):
        write(connection)


def test_what_cannot_be_opened_is_not_permitted(tmp_path):
    with pytest.raises(PermissionError), disk_errors(tmp_path):
        sqlite3.connect(tmp_path)


def test_what_another_holds_would_block(tmp_path):
    file = tmp_path / "s.sqlite"
    one, other = (sqlite3.connect(file, timeout=0.0, isolation_level=None) for _ in range(2))
    with closing(one), closing(other):
        one.execute("BEGIN EXCLUSIVE")
        with pytest.raises(BlockingIOError), disk_errors(file):
            other.execute("BEGIN EXCLUSIVE")


def test_damage_is_no_matter_of_the_disk(tmp_path):
    file = tmp_path / "s.sqlite"
    file.write_bytes(b"not a database" * 99)
    with closing(sqlite3.connect(file)) as connection, pytest.raises(sqlite3.DatabaseError), disk_errors(file):
        write(connection)

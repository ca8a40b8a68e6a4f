"""One SQLite file that remembers the last build. What it holds is only ever a shortcut: without it a build is clean."""

import contextlib
import sqlite3
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, Literal

from sitegen.base.fs import remove_tree
from sitegen.engine.disk import disk_errors
from sitegen.engine.reads import Question

_SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE parsed (id TEXT PRIMARY KEY, key TEXT NOT NULL, light BLOB NOT NULL, heavy BLOB NOT NULL,
  shape BLOB NOT NULL);
CREATE TABLE questions (number INTEGER PRIMARY KEY, words TEXT NOT NULL UNIQUE, digest TEXT NOT NULL, value BLOB);
CREATE TABLE outputs (number INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, page BLOB NOT NULL, asked BLOB NOT NULL,
  said BLOB NOT NULL, why TEXT NOT NULL);
CREATE INDEX saying ON outputs (path) WHERE said != x'';
CREATE TABLE asked (question INTEGER, output INTEGER, PRIMARY KEY (question, output)) WITHOUT ROWID;
CREATE TABLE state (key TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE entries (number INTEGER PRIMARY KEY, value BLOB NOT NULL);
"""
_SEPARATOR = "\x1f"
# Seconds in which another process that writes to the file may finish.
_PATIENCE = 5.0
# Bytes. A text has some ten thousand, and each page of it is written twice.
_PAGE = 16384
_JOURNALED = "PRAGMA journal_mode = WAL"
# SQLite takes at most 999 variables a statement in older builds.
_BATCH = 500
# Bytes of an answer that is better read when it is wanted.
_LONG = 16384
# From so many rows on it is quicker to read the whole table.
_MANY = 10_000


class Damaged(Exception):  # noqa: N818  (it says what happened)
    """A store was damaged, and has been thrown away: whoever tries again finds an empty one."""


def spell(question: Question) -> str:
    """Return a question as one string."""
    return _SEPARATOR.join(question)


def unspell(words: str) -> Question:
    """Return the question that `spell` was given."""
    return tuple(words.split(_SEPARATOR))


class Store:
    """Tables of bytes. One writer, one transaction a build; readers see the last finished one."""

    def __init__(self, file: Path, connection: sqlite3.Connection, version: str = "") -> None:
        self.file = file
        self._db = connection
        self._version = version

    def close(self) -> None:
        """Let go of the file, keeping only what was committed."""
        with contextlib.suppress(sqlite3.Error):
            self._db.rollback()
        self._db.close()

    def folder(self, name: str) -> Path:
        """Return a folder beside the file for what no other version can use.

        It need not exist yet; until it does, what others kept there is deleted.
        """
        own = self.file.parent / name / self._version[:16]
        if not own.exists():
            remove_tree(own.parent, ignore_errors=True)
        return own

    def commit(self) -> None:
        """Keep everything written since the last commit."""
        self._db.commit()
        if self.get("version") is None:
            self._sign()
        self._db.execute("BEGIN IMMEDIATE")

    def _sign(self) -> None:
        """Say whose a new file is, now that it is whole; from here on a write that is cut short is undone."""
        self._db.execute(_JOURNALED)
        self.put("version", self._version.encode())

    def _among(self, select: str, items: Iterable[object]) -> Iterator[Any]:
        """Return the rows of a statement that ends with the column in which one of the items has to stand."""
        rest = iter(items)
        while batch := list(islice(rest, _BATCH)):
            yield from self._db.execute(f"{select} IN ({','.join('?' * len(batch))})", batch)

    # meta and state: single values

    def get(self, key: str, table: str = "meta") -> bytes | None:
        """Return a value, or None."""
        row = self._db.execute(f"SELECT value FROM {table} WHERE key = ?", (key,)).fetchone()  # noqa: S608  (our own names)
        return None if row is None else bytes(row[0])

    def keep_shapes(self) -> None:
        """Make the shapes of all sources those of the last finished build."""
        self._db.execute("DELETE FROM state WHERE key >= 'shape:' AND key < 'shape;'")
        self._db.execute("INSERT INTO state SELECT 'shape:' || id, shape FROM parsed")

    def put(self, key: str, value: bytes) -> None:
        """Set a value of `meta`."""
        self._db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    # entries: an index by numbers

    def entries(self, numbers: Iterable[int]) -> Iterator[tuple[int, bytes]]:
        """Return those of the given entries that there are."""
        return self._among("SELECT number, value FROM entries WHERE number", numbers)

    def put_entries(self, rows: Iterable[tuple[int, bytes]]) -> None:
        """Set entries."""
        self._db.executemany("INSERT OR REPLACE INTO entries VALUES (?, ?)", rows)

    def drop_entries(self, numbers: Iterable[int] | None = None) -> None:
        """Forget some entries, or all."""
        if numbers is None:
            self._db.execute("DELETE FROM entries")
        else:
            self._db.executemany("DELETE FROM entries WHERE number = ?", ((number,) for number in numbers))

    # parsed: what one source became

    def retain(self, ids: Iterable[str]) -> None:
        """Keep the light part of sources as the last finished build knew it, before it is replaced."""
        insert = "INSERT OR IGNORE INTO state SELECT 'was:' || id, light FROM parsed WHERE id = ?"
        self._db.executemany(insert, ((ident,) for ident in ids))

    def retained(self) -> list[str]:
        """Return the ids of sources that have been replaced, or have gone, since the last finished build."""
        rows = self._db.execute("SELECT substr(key, 5) FROM state WHERE key >= 'was:' AND key < 'was;'")
        return [ident for (ident,) in rows]

    def drop_retained(self) -> None:
        """Forget what was retained: a build has finished."""
        self._db.execute("DELETE FROM state WHERE key >= 'was:' AND key < 'was;'")

    def parsed_keys(self) -> dict[str, str]:
        """Return the memo key of every parsed source by its id."""
        return dict(self._db.execute("SELECT id, key FROM parsed"))

    def parsed_key(self, ident: str) -> str | None:
        """Return the memo key of one source, or None."""
        row = self._db.execute("SELECT key FROM parsed WHERE id = ?", (ident,)).fetchone()
        return None if row is None else str(row[0])

    def parsed_light(self, ids: Iterable[str] | None = None) -> Iterator[tuple[str, bytes]]:
        """Return the light part of the given sources, or of all."""
        if ids is None:
            return self._db.execute("SELECT id, light FROM parsed")
        return self._among("SELECT id, light FROM parsed WHERE id", ids)

    def parsed(self, ident: str, part: Literal["light", "heavy"], key: str = "") -> bytes | None:
        """Return a part of one source; None where there is no such source, or where its memo key is not that given."""
        row = self._db.execute(f"SELECT {part}, key FROM parsed WHERE id = ?", (ident,)).fetchone()  # noqa: S608
        return None if row is None or (key and key != row[1]) else bytes(row[0])

    def put_parsed(self, rows: Iterable[tuple[str, str, bytes, bytes, bytes]]) -> None:
        """Set (id, key, light, heavy, shape)."""
        self._db.executemany("INSERT OR REPLACE INTO parsed VALUES (?, ?, ?, ?, ?)", rows)

    def drop_parsed(self, ids: Iterable[str]) -> None:
        """Forget sources that are gone."""
        self._db.executemany("DELETE FROM parsed WHERE id = ?", ((ident,) for ident in ids))

    # questions: what pages asked, and the answers of the last build

    def digests(self) -> dict[str, tuple[int, str]]:
        """Return number and digest of every question by its words."""
        return {
            words: (number, told)
            for number, words, told in self._db.execute("SELECT number, words, digest FROM questions")
        }

    def asked_about(self, words: Iterable[str]) -> dict[str, tuple[int, str]]:
        """Return number and digest of the given questions, as far as they were ever asked."""
        words = set(words)
        if len(words) > _MANY:
            return {each: told for each, told in self.digests().items() if each in words}
        rows = self._among("SELECT words, number, digest FROM questions WHERE words", words)
        return {asked: (number, told) for asked, number, told in rows}

    def value(self, words: str) -> bytes | None:
        """Return the stored answer to a question, or None where it was never asked or is not kept."""
        row = self._db.execute("SELECT value FROM questions WHERE words = ?", (words,)).fetchone()
        return None if row is None or row[0] is None else bytes(row[0])

    def told(self, words: str) -> str | None:
        """Return the digest of the stored answer to a question, or None where it was never asked."""
        row = self._db.execute("SELECT digest FROM questions WHERE words = ?", (words,)).fetchone()
        return None if row is None else str(row[0])

    def answers(self, numbers: Iterable[int]) -> Iterator[tuple[int, str, str, bytes | None]]:
        """Return number, words, digest and stored answer of the given questions; a long answer is left out."""
        kept = f"CASE WHEN length(value) < {_LONG} THEN value END"
        return self._among(f"SELECT number, words, digest, {kept} FROM questions WHERE number", numbers)  # noqa: S608

    def put_questions(self, rows: Iterable[tuple[int, str, str, bytes | None]]) -> None:
        """Set (number, words, digest, value)."""
        self._db.executemany("INSERT OR REPLACE INTO questions VALUES (?, ?, ?, ?)", rows)

    def drop_unasked(self) -> None:
        """Forget questions that no page asks any more."""
        self._db.execute("DELETE FROM questions WHERE number NOT IN (SELECT question FROM asked)")

    def last_numbers(self) -> tuple[int, int]:
        """Return the highest number of a question and of an output."""
        question = self._db.execute("SELECT max(number) FROM questions").fetchone()[0]
        output = self._db.execute("SELECT max(number) FROM outputs").fetchone()[0]
        return (question or 0, output or 0)

    # outputs: what each page asked and said

    def outputs(self) -> dict[str, tuple[int, bytes]]:
        """Return number and packed page of every output by its path."""
        return {
            path: (number, page) for path, number, page in self._db.execute("SELECT path, number, page FROM outputs")
        }

    def said(self) -> Iterator[tuple[str, bytes]]:
        """Return path and words of those outputs that said anything besides their bytes."""
        return self._db.execute("SELECT path, said FROM outputs WHERE said != x''")

    def outputs_that_asked(self, questions: Iterable[int]) -> dict[str, list[int]]:
        """Return the paths of all outputs that asked any of these questions, each with those that it asked."""
        found: dict[str, list[int]] = {}
        select = "SELECT path, question FROM asked JOIN outputs ON number = output WHERE question"
        for path, question in self._among(select, questions):
            found.setdefault(path, []).append(question)
        return found

    def asked_by(self, path: str) -> tuple[int, bytes] | None:
        """Return an output's number and the questions it asked, packed as the engine packed them."""
        row = self._db.execute("SELECT number, asked FROM outputs WHERE path = ?", (path,)).fetchone()
        return None if row is None else (row[0], bytes(row[1]))

    def pages(self, paths: Iterable[str]) -> Iterator[bytes]:
        """Return what the given outputs are, as the engine packed it."""
        return (bytes(page) for (page,) in self._among("SELECT page FROM outputs WHERE path", paths))

    def words(self, numbers: Iterable[int]) -> dict[int, str]:
        """Return questions by number."""
        return dict(self._among("SELECT number, words FROM questions WHERE number", numbers))

    def put_outputs(self, rows: Iterable[tuple[int, str, bytes, bytes, bytes, str]]) -> None:
        """Set (number, path, page, asked, said, why)."""
        self._db.executemany("INSERT OR REPLACE INTO outputs VALUES (?, ?, ?, ?, ?, ?)", rows)

    def why(self, path: str) -> str | None:
        """Return why an output was last made, or None where there is no such output."""
        row = self._db.execute("SELECT why FROM outputs WHERE path = ?", (path,)).fetchone()
        return None if row is None else str(row[0])

    def put_why(self, rows: Iterable[tuple[str, str]]) -> None:
        """Set (why, path)."""
        self._db.executemany("UPDATE outputs SET why = ? WHERE path = ?", rows)

    def drop_outputs(self, numbers: Iterable[int]) -> None:
        """Forget outputs that are gone."""
        self._db.executemany("DELETE FROM outputs WHERE number = ?", ((number,) for number in numbers))

    def put_asked(self, rows: Iterable[tuple[int, int]]) -> None:
        """Add (question, output) pairs."""
        self._db.executemany("INSERT OR IGNORE INTO asked VALUES (?, ?)", rows)

    def drop_asked(self, rows: Iterable[tuple[int, int]]) -> None:
        """Remove (question, output) pairs."""
        self._db.executemany("DELETE FROM asked WHERE question = ? AND output = ?", rows)

    def forget_pages(self) -> None:
        """Forget every page and what it asked; parsed sources stay."""
        for table in ("questions", "outputs", "asked"):
            self._db.execute(f"DELETE FROM {table}")  # noqa: S608


def open_store(file: Path, version: str) -> Store:
    """Open the file; where it is missing, damaged or of another version, an empty one takes its place.

    Raises OSError where the folder cannot be written, BlockingIOError where another process is writing to the file.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    ignore = file.parent / ".gitignore"
    if not ignore.exists():
        ignore.write_text("*\n", "utf-8")
    try:
        with disk_errors(file):
            if store := _open(file, version):
                return store
    except sqlite3.DatabaseError:
        pass
    _throw_away(file)
    with disk_errors(file):
        return _new(file, version)


@contextlib.contextmanager
def damage_noticed(file: Path) -> Iterator[None]:
    """Throw the file away where it turns out to be damaged while it is read, and raise Damaged."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        if type(error) is not sqlite3.DatabaseError:
            raise  # it is one of its kinds, and the fault is ours
        _throw_away(file)
        raise Damaged(f"{file.name} was damaged") from error


def _throw_away(file: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        file.with_name(file.name + suffix).unlink(missing_ok=True)


def _open(file: Path, version: str) -> Store | None:
    """Open a file that is there; None where it is of another version, or was cut short when it was new."""
    if not file.exists():
        return None
    connection = _connect(file)
    try:
        connection.execute(_JOURNALED)
        connection.execute("BEGIN IMMEDIATE")
        store = Store(file, connection, version)
        if store.get("version") == version.encode():
            return store
    except sqlite3.Error:
        connection.close()
        raise
    connection.close()
    return None


def _new(file: Path, version: str) -> Store:
    """Make a file that is filled without a journal, at half the cost: what is cut short then is thrown away whole."""
    connection = _connect(file)
    try:
        connection.execute(f"PRAGMA page_size = {_PAGE}")
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("BEGIN IMMEDIATE")
        for statement in _SCHEMA.split(";"):
            connection.execute(statement)
    except sqlite3.Error:
        connection.close()
        raise
    return Store(file, connection, version)


def _connect(file: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(file, timeout=_PATIENCE, isolation_level=None)
    try:
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute("PRAGMA synchronous = NORMAL")
    except sqlite3.Error:
        connection.close()
        raise
    return connection

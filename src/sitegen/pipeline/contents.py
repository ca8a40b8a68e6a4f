"""Read what was parsed and what was answered from the store, in whichever process a page is made."""

import os
import sqlite3
from collections import OrderedDict
from pathlib import Path
from typing import Any, Literal, cast

from sitegen.model.article import Article, Content
from sitegen.pipeline.nouns import CODEC

# A feed's articles are asked for by three formats in a row; more than this many are not alive at once.
_KEPT = 256


class Contents:
    """A reader of what the store has kept so far; it opens a connection of its own in every process."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._process = 0
        self._connection: sqlite3.Connection | None = None
        self._kept: OrderedDict[tuple[str, str], Article | Content] = OrderedDict()

    def __getstate__(self) -> Path:
        return self._file

    def __setstate__(self, file: Path) -> None:
        self.__init__(file)  # type: ignore[misc]

    def content(self, ident: str) -> Content | None:
        """Return an article's text, or None where there is no such source."""
        return cast("Content | None", self._half("heavy", ident))

    def article(self, ident: str) -> Article | None:
        """Return an article's front matter and figures, or None where there is no such source."""
        return cast("Article | None", self._half("light", ident))

    def value(self, words: str) -> bytes | None:
        """Return the stored answer to a question, or None where it was never asked or is not kept."""
        found: bytes | None = self._first("SELECT value FROM questions WHERE words = ?", words)
        return found

    def key(self, ident: str) -> str | None:
        """Return the memo key of one source, or None."""
        found: str | None = self._first("SELECT key FROM parsed WHERE id = ?", ident)
        return found

    def told(self, words: str) -> str | None:
        """Return the digest of the stored answer to a question, or None where it was never asked."""
        found: str | None = self._first("SELECT digest FROM questions WHERE words = ?", words)
        return found

    def close(self) -> None:
        """Let go of the file."""
        if self._connection is not None and self._process == os.getpid():
            self._connection.close()
        self._connection = None

    def _half(self, column: Literal["light", "heavy"], ident: str) -> Article | Content | None:
        found = self._kept.get((column, ident))
        if found is None:
            data = self._first(f"SELECT {column} FROM parsed WHERE id = ?", ident)  # noqa: S608  (our own names)
            if data is None:
                return None
            found = self._kept[column, ident] = CODEC.decode(data)
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return found

    def _first(self, sql: str, wanted: str) -> Any:
        if self._connection is None or self._process != os.getpid():
            # A connection must not be used on the other side of a fork.
            self._connection = sqlite3.connect(f"{self._file.as_uri()}?mode=ro", uri=True)
            self._process = os.getpid()
        row = self._connection.execute(sql, (wanted,)).fetchone()
        return None if row is None else row[0]

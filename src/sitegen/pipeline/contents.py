"""Read the heavy part of articles from the store, in whichever process a page is made."""

import os
import sqlite3
from collections import OrderedDict
from collections.abc import Iterator, Mapping
from pathlib import Path

from sitegen.engine.store import Store
from sitegen.model.article import Article, Content
from sitegen.pipeline.nouns import CODEC

# A feed's articles are asked for by three formats in a row; more than this many are not alive at once.
_KEPT = 128


class Contents:
    """A reader of parsed sources that opens a connection of its own in every process."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._process = 0
        self._connection: sqlite3.Connection | None = None
        self._kept: OrderedDict[str, Content] = OrderedDict()

    def __getstate__(self) -> Path:
        return self._file

    def __setstate__(self, file: Path) -> None:
        self.__init__(file)  # type: ignore[misc]

    def content(self, ident: str) -> Content | None:
        """Return an article's text, or None where there is no such source."""
        found = self._kept.get(ident)
        if found is None:
            data = self._column("heavy", ident)
            if data is None:
                return None
            found = self._kept[ident] = CODEC.decode(data)
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return found

    def article(self, ident: str) -> Article | None:
        """Return an article's front matter and figures, or None where there is no such source."""
        data = self._column("light", ident)
        return None if data is None else CODEC.decode(data)

    def close(self) -> None:
        """Let go of the file."""
        if self._connection is not None and self._process == os.getpid():
            self._connection.close()
        self._connection = None

    def _column(self, column: str, ident: str) -> bytes | None:
        if self._connection is None or self._process != os.getpid():
            # A connection must not be used on the other side of a fork.
            self._connection = sqlite3.connect(f"{self._file.as_uri()}?mode=ro", uri=True)
            self._process = os.getpid()
        row = self._connection.execute(f"SELECT {column} FROM parsed WHERE id = ?", (ident,)).fetchone()  # noqa: S608
        return None if row is None else bytes(row[0])


class Keys(Mapping[str, str]):
    """The memo key of every parsed source by its id, looked up when it is wanted."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __getitem__(self, ident: str) -> str:
        key = self._store.parsed_key(ident)
        if key is None:
            raise KeyError(ident)
        return key

    def __iter__(self) -> Iterator[str]:
        return iter(self._store.parsed_keys())

    def __len__(self) -> int:
        return len(self._store.parsed_keys())

"""Read what the store has kept so far, in whichever process a page is made."""

import os
import sqlite3
from collections import OrderedDict
from pathlib import Path
from typing import Literal, Self, cast

from sitegen.engine.store import Store
from sitegen.model.article import Article, Content
from sitegen.pipeline.nouns import CODEC

# A feed's articles are asked for by three formats in a row; more than this many are not alive at once.
_KEPT = 256


class Contents:
    """A reader of the store that opens a connection of its own in every process."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._process = 0
        self._store: Store | None = None
        self._kept: OrderedDict[tuple[str, str, str], Article | Content] = OrderedDict()

    def __reduce__(self) -> tuple[type[Self], tuple[Path]]:
        return type(self), (self._file,)

    @property
    def store(self) -> Store:
        """What was committed so far; it can only be read."""
        if self._store is None or self._process != os.getpid():
            # A connection must not be used on the other side of a fork.
            connection = sqlite3.connect(f"{self._file.as_uri()}?mode=ro", uri=True, isolation_level=None)
            self._store = Store(self._file, connection)
            self._process = os.getpid()
        return self._store

    def content(self, ident: str, key: str = "") -> Content | None:
        """Return an article's text, or None where there is no such source, or none with this memo key."""
        return cast("Content | None", self._half("heavy", ident, key))

    def article(self, ident: str, key: str = "") -> Article | None:
        """Return an article's front matter and figures, as `content` does."""
        return cast("Article | None", self._half("light", ident, key))

    def key(self, ident: str) -> str | None:
        """Return the memo key of a source, or None."""
        return self.store.parsed_key(ident)

    def close(self) -> None:
        """Let go of the file."""
        if self._store is not None and self._process == os.getpid():
            self._store.close()
        self._store = None

    def _half(self, half: Literal["light", "heavy"], ident: str, key: str) -> Article | Content | None:
        found = self._kept.get((half, ident, key))
        if found is None:
            data = self.store.parsed(ident, half, key)
            if data is None:
                return None
            found = self._kept[half, ident, key] = CODEC.decode(data)
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return found

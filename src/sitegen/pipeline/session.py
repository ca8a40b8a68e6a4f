"""What a process that builds a site again and again need not look up again: all of it stands on the disk as well."""

from sitegen.base.digest import digest
from sitegen.base.noun import Struct
from sitegen.engine.files import FileMemory
from sitegen.engine.store import Store
from sitegen.write import Staging


class Session(Struct):
    """The memory of one process between its builds; an empty one is as good, and slower."""

    changed: frozenset[str] | None = None
    """Files, relative to the root, that may differ from what the last build saw; None where anything may."""
    output: Staging | None = None
    """The output folder as the last build left it."""
    links: bool = True
    """Whether links may lead to some of the site's files: what one leads to changes although nobody names it."""
    _files: FileMemory | None = None
    _seal: bytes | None = None

    def expect(self, changed: frozenset[str] | None) -> None:
        """Take in what has changed on the disk since the last finished build; None says that anything may have."""
        self.changed = changed
        if changed is None:
            self.output = None

    def files(self, store: Store) -> FileMemory:
        """Return the files that the last finished build saw."""
        if self._files and self._seal == store.get("files-seal"):
            return self._files.next()
        self.links = True
        return FileMemory(lambda: (store.get("files") or b"", store.get("files-since") or b""))

    def keep_files(self, files: FileMemory, store: Store) -> None:
        """Write down the files that a build saw; whoever has kept them in memory knows them by their seal."""
        if not files.same:
            before, since = store.get("files-seal") or b"", files.since()
            if since is None:
                before, since = files.encode(), b""
                store.put("files", before)
            store.put("files-since", since)
            store.put("files-seal", digest(before + since).encode())
        self._files, self._seal = files, store.get("files-seal")

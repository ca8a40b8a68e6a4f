"""What happens in the site's folder becomes batches of changed files."""

import os
import platform
import queue
import threading
import time
from collections.abc import Iterable, Mapping
from pathlib import Path

from watchfiles._rust_notify import RustNotify

from sitegen.base.fs import ignored
from sitegen.base.noun import Noun
from sitegen.configure.find import OWN, SHARED
from sitegen.model.source import FOLDERS

_STEP = 10
"""Milliseconds between two looks; an event is passed on after one without a further event."""
_QUIET = 0.06
"""Seconds of quiet that end a burst: a checkout, a replacement in many files."""
_LONGEST = 1.0
"""Seconds after which a burst is passed on all the same."""
_CLOSE = 0.15
"""Seconds after a batch within which the next event is taken for part of a burst."""


class Watcher:
    """Watches a site's folder; threads of its own gather what the caller takes."""

    def __init__(self, root: Path) -> None:
        self._root = root.resolve()
        self._batches: queue.SimpleQueue[frozenset[str]] = queue.SimpleQueue()
        self._armed: _Plan | None = None
        self._stop = threading.Event()
        self._threads: list[threading.Thread] = []
        self._last = 0.0

    def arm(self, further: Iterable[str] = ()) -> None:
        """Watch the folders that exist, the files in the root, and `further` files, relative to the root."""
        plan = _plan(self._root, further)
        if plan == self._armed:
            return
        former, self._stop = self._stop, threading.Event()
        if plan.folders:
            self._watch(_notify(plan.folders, recursive=True), None)
        for folder, names in plan.names.items():
            self._watch(_notify((folder,), recursive=False), names)
        self._armed = plan
        # What both see is told twice, which does no harm.
        former.set()

    def stop(self) -> None:
        """End the threads, and wait for them: none may be at work while the process ends."""
        self._stop.set()
        for thread in self._threads:
            thread.join(timeout=2)

    @property
    def pending(self) -> bool:
        """Whether something has changed since the last batch."""
        return not self._batches.empty()

    def next(self, timeout: float) -> frozenset[str] | None:
        """Return the next batch of paths relative to the root; None where nothing happens in time.

        One change comes at once. Several, or one on the heels of another, are taken for a burst and come together.
        """
        batch = self._get(timeout)
        if batch is None:
            return None
        start = time.monotonic()
        if _several(self._root, batch) or start - self._last < _CLOSE:
            while time.monotonic() - start < _LONGEST and (more := self._get(_QUIET)):
                batch |= more
        if not batch.isdisjoint(FOLDERS):
            # A folder came, went, or was put in the place of another, which nobody watches yet.
            self._armed = None
        self._last = time.monotonic()
        return batch

    def _get(self, timeout: float) -> frozenset[str] | None:
        try:
            return self._batches.get(timeout=timeout)
        except queue.Empty:
            return None

    def _watch(self, notify: RustNotify, names: frozenset[str] | None) -> None:
        thread = threading.Thread(target=self._gather, args=(notify, names, self._stop), daemon=True)
        self._threads = [former for former in self._threads if former.is_alive()] + [thread]
        thread.start()

    def _gather(self, notify: RustNotify, names: frozenset[str] | None, stop: threading.Event) -> None:
        with notify:
            while not stop.is_set():
                changes = notify.watch(int(_LONGEST * 1000), _STEP, 1000, stop)
                if isinstance(changes, str):
                    continue
                paths = (Path(path) for _, path in changes if names is None or Path(path).name in names)
                if batch := frozenset(path for each in paths if (path := self._relative(each))):
                    self._batches.put(batch)

    def _relative(self, path: Path) -> str:
        """Return the path relative to the root, or an empty string for what is none of the site's business."""
        try:
            relative = path.relative_to(self._root)
        except ValueError:
            return ""
        return "" if any(ignored(part) for part in relative.parts) else relative.as_posix()


class _Plan(Noun):
    """What is watched."""

    folders: tuple[Path, ...]
    """Whole."""
    names: Mapping[Path, frozenset[str]]
    """Folders of which only these entries count. A file is watched through its folder, since editors replace files."""


def _plan(root: Path, further: Iterable[str]) -> _Plan:
    names = {root: frozenset((*FOLDERS, OWN, SHARED))}
    for path in (root / name for name in further):
        if path.parent.is_dir():
            names[path.parent] = names.get(path.parent, frozenset()) | {path.name}
    return _Plan(tuple(root / name for name in FOLDERS if (root / name).is_dir()), names)


def _notify(paths: tuple[Path, ...], *, recursive: bool) -> RustNotify:
    """Begin to watch; from here on nothing is missed."""
    places = [str(path) for path in paths]
    if not _must_poll():
        try:
            return RustNotify(places, False, False, 300, recursive, True)
        except OSError:
            # The system has no more watches to give, or none for this kind of disk.
            pass
    return RustNotify(places, False, True, 300, recursive, True)


def _must_poll() -> bool:
    """Tell whether the system's notices cannot be relied on."""
    if wish := os.environ.get("WATCHFILES_FORCE_POLLING"):
        return wish.lower() not in {"0", "false", "disable", "disabled"}
    return "microsoft" in platform.release().lower()


def _several(root: Path, batch: frozenset[str]) -> bool:
    """Tell whether a batch is more than one file saved, perhaps by way of another that is gone."""
    return len(batch) > 3 or sum((root / path).is_file() for path in batch) > 1

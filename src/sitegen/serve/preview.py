"""Changed files become a changed site, and the open pages are told."""

import signal
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from sitegen.serve.app import create_app
from sitegen.serve.builder import Audience, Builder, Outcome, attempt
from sitegen.serve.findings import findings_of
from sitegen.serve.guard import names_for
from sitegen.serve.server import Server
from sitegen.serve.shown import Page, Shown
from sitegen.serve.tabs import Tabs
from sitegen.serve.watch import Watcher

_SECOND_THOUGHT = 0.2
"""Seconds that a mistake is held back: an editor may have written only half of the file."""
_PATIENCE = 2.0
"""Seconds of ever new changes after which a build is shown although it is overtaken."""
_AWAKE = 0.5
"""Seconds that a wait lasts at most: on some systems one without end cannot be interrupted."""
_MANY = 200
"""Changed files above which a look at everything is cheaper than a list."""

Tell = Callable[[Outcome, frozenset[str]], None]
"""Takes what a build gave, and the files that it was made for; none for the first."""


class Preview:
    """One running preview. The caller's thread builds; the server and the watcher have their own."""

    def __init__(self, builder: Builder, *, root: Path, folder: Path, tell: Tell) -> None:
        self._builder = builder
        self._root = root.resolve()
        self._folder = folder.resolve()
        self._tell = tell
        self._watcher = Watcher(self._root)
        self._base = builder.base
        self._unbuilt: frozenset[str] | None = None
        """Files that changed since the last success; None before the first, or where they are not known."""
        self._ending = False

    def run(self, listening: socket.socket, host: str, *, ready: Callable[[str], None]) -> None:
        """Build, serve, and rebuild until the process is told to end. `ready` takes the base path, once all is up."""
        tabs = Tabs(Shown(self._folder))
        server = Server(create_app(tabs, names_for(host)), tabs, listening)
        with _interrupted_by(self._end):
            try:
                self._watcher.arm(self._builder.watched)
                # Before any thread answers, so that worker processes are the copies of a quiet process.
                outcome = self._build(Audience()) or Outcome(None, (), 0.0)
                self._finish(outcome, frozenset())
                tabs.shown = self._shown(outcome)
                server.start()
                ready(self._base)
                while not self._ending:
                    if changed := self._watcher.next(_AWAKE):
                        self._rebuild(changed, server)
            finally:
                signal.signal(signal.SIGINT, signal.SIG_IGN)
                server.stop()
                self._watcher.stop()

    def _end(self, _number: int, _frame: FrameType | None) -> None:
        # The exception alone is not enough: what arrives while an object is finalized is lost.
        self._ending = True
        raise KeyboardInterrupt

    def _rebuild(self, changed: frozenset[str], server: Server) -> None:
        """Build until nothing more has changed, then show it."""
        late = time.monotonic() + _PATIENCE
        written: dict[str, None] = {}
        more: frozenset[str] | None = changed
        while more:
            changed |= more
            outcome = self._attempt(more, server, late=late)
            written.update(dict.fromkeys(outcome.report.written if outcome and outcome.report else ()))
            more = self._watcher.next(timeout=_SECOND_THOUGHT if outcome is None or outcome.failed else 0.0)
            if outcome and not (more and time.monotonic() < late):
                self._finish(outcome, changed)
                server.tell(server.tabs.publish, self._shown(outcome), tuple(written))
                written.clear()
                late = time.monotonic() + _PATIENCE

    def _attempt(self, changed: frozenset[str], server: Server, *, late: float) -> Outcome | None:
        """Build once. Until `late` a newer change may overtake it, and later where what is looked at has been shown."""
        self._watcher.arm(self._builder.watched)
        self._unbuilt = None if self._unbuilt is None else _files(self._root, self._unbuilt | changed)
        server.tell(server.tabs.building)

        shown: list[str] = []

        def show(path: str, data: bytes) -> None:
            shown.append(path)
            server.tell(server.tabs.ahead, Page(path, data, time.time()))

        def overtaken() -> bool:
            return self._watcher.pending and (bool(shown) or time.monotonic() < late)

        audience = Audience(server.ask(lambda: server.tabs.paths), show, overtaken)
        return self._build(audience)

    def _build(self, audience: Audience) -> Outcome | None:
        outcome = attempt(self._builder, self._unbuilt, audience)
        if outcome and not outcome.failed:
            self._unbuilt = frozenset()
        return outcome

    def _finish(self, outcome: Outcome, changed: frozenset[str]) -> None:
        if not outcome.failed:
            self._base = self._builder.base
        self._watcher.arm(self._builder.watched)
        self._tell(outcome, changed)

    def _shown(self, outcome: Outcome) -> Shown:
        return Shown(self._folder, self._base, findings_of(outcome, self._root))


def _files(root: Path, changed: frozenset[str]) -> frozenset[str] | None:
    """Return the changed files, or None where they are many or something else changed: a folder, or what is gone."""
    known = len(changed) <= _MANY and all((root / path).is_file() for path in changed)
    return changed if known else None


@contextmanager
def _interrupted_by(interrupt: Callable[[int, FrameType | None], None]) -> Iterator[None]:
    """Let Ctrl-C, and the signals that ask the process to end, call a function, and pass over what it raises."""
    names = ("SIGTERM", "SIGHUP", "SIGBREAK")
    asked = [getattr(signal, name) for name in names if hasattr(signal, name)]
    former = {number: signal.signal(number, interrupt) for number in (signal.SIGINT, *asked)}
    try:
        yield
    except KeyboardInterrupt:
        pass
    finally:
        for number, handler in former.items():
            signal.signal(number, handler)

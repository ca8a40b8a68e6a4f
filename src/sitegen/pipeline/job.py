"""What one build works with, whichever way it goes."""

import time
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager

from sitegen.base.noun import Noun
from sitegen.engine.store import Store
from sitegen.engine.workers import Progress, Workers, silent, usable_cores
from sitegen.model.config import Config
from sitegen.pipeline.session import Session
from sitegen.pipeline.survey import Survey, survey


class Viewers(Noun):
    """Who looks on while a site is built."""

    pages: Collection[str]
    """Output paths of the pages that are looked at."""
    show: Callable[[str, bytes], None]
    """Takes the path and the new bytes of such a page, or of a file that it loads.

    The build may fail all the same: then nothing has changed.
    """

    def show_page(self, path: str, data: bytes) -> None:
        """Show a page, unless its template fails, so that it has no bytes."""
        if data:
            self.show(path, data)


class Stopwatch:
    """Adds up seconds by verb."""

    def __init__(self) -> None:
        self._seconds: dict[str, float] = {}

    @contextmanager
    def __call__(self, verb: str) -> Iterator[None]:
        """Count what happens inside to the verb."""
        started = time.perf_counter()
        try:
            yield
        finally:
            self._seconds[verb] = self._seconds.get(verb, 0.0) + time.perf_counter() - started

    def times(self) -> tuple[tuple[str, float], ...]:
        """Return (verb, seconds), in the order in which the verbs began."""
        return tuple(self._seconds.items())


class Job(Noun):
    """One build."""

    config: Config
    store: Store
    session: Session
    found: Survey
    workers: Workers
    watch: Stopwatch
    viewers: Viewers | None = None


def begin(
    config: Config,
    store: Store,
    session: Session | None = None,
    *,
    progress: Progress = silent,
    viewers: Viewers | None = None,
) -> Job:
    """Look at the disk, and return what a build works with."""
    watch, session = Stopwatch(), session or Session()
    with watch("scan"):
        found = survey(config, store, session)
    workers = Workers(config.build.workers or usable_cores(), progress)
    return Job(config, store, session, found, workers, watch, viewers)

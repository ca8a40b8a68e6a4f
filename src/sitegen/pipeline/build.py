"""Join the verbs: a folder becomes a site."""

import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path
from typing import TypeVar

import sitegen
from sitegen.base.diagnostics import Failure, Span, problem
from sitegen.base.fs import WORK
from sitegen.base.noun import replace
from sitegen.configure import configure
from sitegen.engine.disk import disk_errors
from sitegen.engine.fingerprint import code_fingerprint, with_extensions
from sitegen.engine.lock import hold
from sitegen.engine.store import Damaged, Store, damage_noticed, open_store
from sitegen.engine.workers import Progress, WorkerDied, rare_collections, silent
from sitegen.model.config import Config, Flags
from sitegen.model.report import Report
from sitegen.pipeline.job import Job, Viewers, begin
from sitegen.pipeline.refusals import refusals
from sitegen.pipeline.session import Session
from sitegen.pipeline.shortcuts.kept import kept
from sitegen.pipeline.steps.reports import tempered

Result = TypeVar("Result")

_MEMORY = "build"
_WAIT = 10.0
"""Seconds that another build in the same folder may take to finish."""


def build(
    root: Path | None,
    flags: Flags,
    progress: Progress = silent,
    *,
    memory: str = _MEMORY,
    wait: float = _WAIT,
    viewers: Viewers | None = None,
    session: Session | None = None,
) -> Report:
    """Build the site.

    `progress` is told the verb, how many are done and how many there are. `memory` names the store: a preview has its
    own. `wait` is how many seconds another build in the same folder may take to finish. `viewers` see the pages that
    they look at first. `session` is what this process remembers of its last build. Raises Failure, with every
    diagnostic, where errors keep the site from being published; the output folder then is as it was.
    """

    def go(config: Config, store: Store) -> Report:
        job = begin(config, store, session, progress=progress, viewers=viewers)
        return replace(_build(job), profile=job.watch.times())

    return _walk(root, flags, go, memory=memory, wait=wait)


def check(root: Path | None, flags: Flags, progress: Progress = silent) -> Report:
    """Do all that a build does but write; look for articles that nothing leads to as well. Raises as `build` does."""
    from sitegen.pipeline.make import make

    return _walk(root, flags, lambda config, store: make(begin(config, store, progress=progress), only_check=True))


def _walk(
    root: Path | None,
    flags: Flags,
    go: Callable[[Config, Store], Report],
    *,
    memory: str = _MEMORY,
    wait: float = _WAIT,
) -> Report:
    """Walk while nobody else does, and tell what came of it."""
    started = time.perf_counter()
    config = configure(root, flags)
    report = with_store(config, lambda store: go(config, store), memory=memory, wait=wait)
    # A date that was stored has an offset and no zone; people are told the time of the newsroom.
    hidden = tuple(replace(each, date=each.date and each.date.astimezone(config.zone)) for each in report.hidden)
    return replace(tempered(report, config), hidden=hidden, seconds=time.perf_counter() - started)


def with_store(config: Config, go: Callable[[Store], Result], *, memory: str = _MEMORY, wait: float = _WAIT) -> Result:
    """Return what `go` makes of the store; it is given an empty one where the first turns out to be damaged.

    Raises Failure as `working` does.
    """
    try:
        with working(config, memory=memory, wait=wait) as store:
            return go(store)
    except Damaged:
        with working(config, memory=memory, wait=wait) as store:
            return go(store)


@contextmanager
def working(config: Config, *, memory: str, wait: float) -> Iterator[Store]:
    """Open the store while nobody else works in the folder.

    Raises Failure where somebody does, where the system does not let us write, and where a process dies, and Damaged
    where another try has the store made anew.
    """
    work = config.root / WORK
    file = work / f"{memory}.sqlite"
    try:
        with (
            rare_collections(),
            refusals(config.root, config.file),
            hold(work / f"{memory}.lock", wait),
            damage_noticed(file),
            closing(_open(config, file)) as store,
            disk_errors(file),
        ):
            yield store
    except WorkerDied as error:
        hint = "free some memory, or build with --workers 1"
        raise Failure([problem("write/worker-died", str(error), Span(config.file), hint)]) from error


def _build(job: Job) -> Report:
    """Do what is left to do: nothing, a few pages, or all of the walk.

    Each way is loaded where it is taken: loading the next one takes longer than going this one.
    """
    with job.watch("scan"):
        report = kept(job)
    if report:
        return report
    if job.config.search.provider != "pagefind":
        from sitegen.pipeline.shortcuts.touch import touch

        if report := touch(job):
            return report
        from sitegen.pipeline.shortcuts.restyle import restyle

        if report := restyle(job):
            return report
    if job.viewers:
        from sitegen.pipeline.shortcuts.glance import glance

        glance(job, job.viewers)
    from sitegen.pipeline.make import make

    return make(job)


def _open(config: Config, file: Path) -> Store:
    return open_store(file, with_extensions(_code(), tuple(config.root / name for name in config.extensions)))


@cache
def _code() -> str:
    """Return the fingerprint of the code that this process has loaded: one that builds again keeps running it."""
    return code_fingerprint(Path(sitegen.__file__).parent)

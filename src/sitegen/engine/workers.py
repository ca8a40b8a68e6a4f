"""Do one thing to many, on every core, with the same result for any number of them."""

import gc
import os
import sys
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import AbstractContextManager, closing, contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

from sitegen.base.noun import Noun

if TYPE_CHECKING:
    from concurrent.futures import Executor

Context = TypeVar("Context")
Item = TypeVar("Item")
Result = TypeVar("Result")
Progress = Callable[[str, int, int], None]
"""Is told the verb, how many are done and how many there are."""
# A build makes many objects that live on and few circles: Python's own 700 would cost a tenth of it.
_COLLECT_AFTER = (500_000, 20, 50)
_USUALLY = gc.get_threshold()


def silent(verb: str, done: int, total: int) -> None:
    """Tell nobody."""


class WorkerDied(Exception):  # noqa: N818  (it says what happened)
    """A worker process ended without an answer: killed, or out of memory."""


def usable_cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def rare_collections() -> AbstractContextManager[None]:
    """Look for circles of garbage seldom, in this process and in those that it starts."""
    return _collections(_COLLECT_AFTER)


def usual_collections() -> AbstractContextManager[None]:
    """Look for them as often as Python does of itself: between the builds of a process that stays."""
    return _collections(_USUALLY)


@contextmanager
def _collections(threshold: tuple[int, int, int]) -> Iterator[None]:
    before = gc.get_threshold()
    gc.set_threshold(*threshold)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def chunks(items: Sequence[Item], size: int) -> Iterator[Sequence[Item]]:
    """Split into runs of at most `size`, in order."""
    for start in range(0, len(items), size):
        yield items[start : start + size]


class Workers(Noun):
    """How many processes do what is to be done, and whom they tell how far they have come."""

    count: int = 1
    progress: Progress = silent
    least: int = 96
    """With fewer items no other process than this is worth it."""

    def each_chunk(
        self,
        verb: str,
        function: Callable[[Context, Sequence[Item]], Result],
        context: Context,
        items: Sequence[Item],
        *,
        size: int,
    ) -> Iterator[Result]:
        """Give `function(context, chunk)` for every chunk, in order; `verb` is what `progress` is told.

        The context is brought to every process once. Raises WorkerDied where a process ended without an answer.
        """
        total, chunked = len(items), chunks(items, size)
        pooled = self.count > 1 and total >= self.least
        # Whatever `progress` raises, the processes end at once.
        with closing(
            _each_pooled(function, chunked, _pool(self.count, context))
            if pooled
            else (function(context, chunk) for chunk in chunked)
        ) as results:
            for number, result in enumerate(results, start=1):
                self.progress(verb, min(number * size, total), total)
                yield result


ALONE = Workers()
"""This process, which tells nobody."""


def _each_pooled(
    function: Callable[[Any, Sequence[Item]], Result], chunked: Iterator[Sequence[Item]], executor: "Executor"
) -> Generator[Result, None, None]:
    # Loading these takes longer than a build in which little changed.
    import multiprocessing
    from concurrent.futures.process import BrokenProcessPool

    with executor as pool:
        try:
            # A worker may die before all chunks have been handed out.
            with _uninterrupted():
                futures = deque(pool.submit(_with_context, function, chunk) for chunk in chunked)
            while futures:
                yield futures.popleft().result()  # a result taken is memory given back
        except BrokenProcessPool as error:
            raise WorkerDied("a worker process ended without an answer") from error
        except BaseException:
            # Nobody wants the rest any more: whoever pressed Ctrl-C least of all.
            for child in multiprocessing.active_children():
                child.terminate()
            pool.shutdown(cancel_futures=True)
            raise
        finally:
            gc.unfreeze()


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Let Ctrl-C wait while processes are started, or it is lost in the middle of that, or one of them is."""
    import signal

    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _pool(count: int, context: object) -> "Executor":
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    method = os.environ.get("SITEGEN_START_METHOD") or ("fork" if sys.platform == "linux" else "spawn")
    if method == "fork":
        gc.collect()
        gc.freeze()  # so that collections in the children do not copy the parent's pages
    return ProcessPoolExecutor(
        count, mp_context=multiprocessing.get_context(method), initializer=_start, initargs=(context,)
    )


_context: Any = None
"""In a worker: what it works with."""


def _with_context(function: Callable[[Any, Sequence[Item]], Result], chunk: Sequence[Item]) -> Result:
    return function(_context, chunk)


def _start(context: object) -> None:
    global _context  # noqa: PLW0603  (a worker has one, set before its first chunk)
    # Ctrl-C reaches the whole group; only the parent speaks of it. What the parent does when it is asked to end is
    # its own affair as well.
    import signal
    from threading import Thread

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    Thread(target=_end_with_parent, daemon=True).start()
    gc.set_threshold(*_COLLECT_AFTER)
    _context = context


def _end_with_parent() -> None:
    """Wait until the parent is gone, and end then: nobody else does it where the parent was killed."""
    from multiprocessing import parent_process

    if parent := parent_process():
        parent.join()
        os._exit(1)

"""Every item is done once, in order, in one process or in several."""

import gc
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence

import pytest

from sitegen.engine.workers import WorkerDied, Workers, chunks, rare_collections, usable_cores


def multiply(factor: int, items: Sequence[int]) -> list[int]:
    """Multiply by what all processes are given."""
    return [item * factor for item in items]


def own(_: int, items: Sequence[int]) -> list[int]:
    """Tell, for each item, which process this is."""
    return [os.getpid() for _ in items]


def die(_: int, items: Sequence[int]) -> list[int]:
    """End without an answer, as a process does that ran out of memory."""
    os.kill(os.getpid(), signal.SIGKILL)
    return list(items)


def fail(_: int, items: Sequence[int]) -> list[int]:
    """Fail on the first chunk; take long over the others."""
    if items[0] == 0:
        raise ValueError("no")
    time.sleep(30)
    return list(items)


def threshold(_: int, items: Sequence[int]) -> list[int]:
    """Tell, for each item, after how many objects this process looks for garbage."""
    return [gc.get_threshold()[0] for _ in items]


def run(function: object, *, workers: int, least: int = 2) -> list[int]:
    """Do it to ten numbers, three at a time."""
    results = Workers(workers, least=least).each_chunk("count", function, 3, range(10), size=3)
    return [item for result in results for item in result]


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_results_come_in_order_for_any_number_of_workers(workers: int) -> None:
    assert [3 * item for item in range(10)] == run(multiply, workers=workers)


@pytest.mark.parametrize("count", [1, 2])
def test_whoever_waits_is_told_after_each_chunk_how_far_it_has_come(count: int) -> None:
    told: list[tuple[str, int, int]] = []
    workers = Workers(count, lambda *progress: told.append(progress), least=2)

    assert 4 == len(list(workers.each_chunk("count", multiply, 3, range(10), size=3)))
    assert [("count", done, 10) for done in (3, 6, 9, 10)] == told


def test_few_items_need_no_pool() -> None:
    """They are done in this process."""
    assert [os.getpid()] * 10 == run(own, workers=2, least=11)
    assert os.getpid() not in run(own, workers=2)


@pytest.mark.slow
def test_a_worker_that_is_killed_is_told_of() -> None:
    with pytest.raises(WorkerDied):
        run(die, workers=2)


@pytest.mark.slow
def test_a_worker_that_dies_while_others_are_still_handed_their_share_is_told_of() -> None:
    class Slow(list[int]):
        def __getitem__(self, at: object) -> list[int]:  # type: ignore[override]
            time.sleep(0.2)
            return super().__getitem__(at)  # type: ignore[call-overload, no-any-return]

    with pytest.raises(WorkerDied):
        list(Workers(2, least=2).each_chunk("die", die, 3, Slow(range(10)), size=3))


def test_an_error_in_a_worker_reaches_the_caller_without_waiting_for_the_others() -> None:
    started = time.monotonic()
    with pytest.raises(ValueError, match="no"):
        run(fail, workers=2)

    assert time.monotonic() - started < 20


BUSY = """\
import os, time
from sitegen.engine.workers import Workers

def busy(_, items):
    os.write(1, b"at work\\n")
    time.sleep(60)
    return list(items)

list(Workers(2, least=1).each_chunk("sleep", busy, 0, range(2), size=1))
"""


def test_workers_end_when_their_parent_is_killed() -> None:
    with subprocess.Popen([sys.executable, "-c", BUSY], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        assert ["at work\n"] * 2 == [parent.stdout.readline() for _ in range(2)]
        parent.kill()

        # Whoever lives on holds this open.
        assert ("", None) == parent.communicate(timeout=20)


PRESSED = """\
import os, signal
from sitegen.engine.workers import _uninterrupted

signal.signal(signal.SIGINT, signal.default_int_handler)
try:
    with _uninterrupted():
        os.kill(os.getpid(), signal.SIGINT)
        print("started")
except KeyboardInterrupt:
    print("interrupted")
"""


def test_ctrl_c_waits_while_processes_are_started() -> None:
    ran = subprocess.run([sys.executable, "-c", PRESSED], capture_output=True, text=True, check=True)

    assert "started\ninterrupted\n" == ran.stdout


def test_chunks_hold_every_item_once() -> None:
    assert [[0, 1], [2, 3], [4]] == [list(chunk) for chunk in chunks(range(5), 2)]


def test_there_is_a_core_to_use() -> None:
    assert usable_cores() >= 1


def test_collections_are_rare_for_a_while_and_in_workers() -> None:
    before = gc.get_threshold()
    with rare_collections():
        inside = gc.get_threshold()

    assert inside[0] > 10 * before[0]
    assert before == gc.get_threshold()
    assert [inside[0]] * 10 == run(threshold, workers=2)

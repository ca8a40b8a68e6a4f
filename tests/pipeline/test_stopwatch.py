"""A stopwatch tells how long each verb took."""

import pytest

from sitegen.pipeline import stopwatch
from sitegen.pipeline.stopwatch import Stopwatch


def test_a_stopwatch_adds_up_by_verb_in_order_of_their_beginning(monkeypatch: pytest.MonkeyPatch) -> None:
    moments = iter((0.0, 1.0, 1.0, 3.0, 3.0, 7.0))
    monkeypatch.setattr(stopwatch.time, "perf_counter", lambda: next(moments))
    watch = Stopwatch()
    for verb in ("scan", "parse", "scan"):
        with watch(verb):
            pass

    assert (("scan", 5.0), ("parse", 2.0)) == watch.times()

"""What one build works with."""

import pytest
from tests.kit.nouns import config

from sitegen.engine.store import open_store
from sitegen.engine.workers import usable_cores
from sitegen.model.config import BuildSettings
from sitegen.pipeline import job
from sitegen.pipeline.job import Stopwatch, begin


def test_a_build_uses_as_many_processes_as_are_asked_for_or_as_there_are_cores(tmp_path):
    store = open_store(tmp_path / "build.sqlite", "1")
    asked = [config(root=tmp_path, build=BuildSettings(workers=number)) for number in (3, 0)]
    jobs = [begin(each, store) for each in asked]
    store.close()

    assert [3, usable_cores()] == [each.workers.count for each in jobs]


def test_a_stopwatch_adds_up_by_verb_in_order_of_their_beginning(monkeypatch: pytest.MonkeyPatch) -> None:
    moments = iter((0.0, 1.0, 1.0, 3.0, 3.0, 7.0))
    monkeypatch.setattr(job.time, "perf_counter", lambda: next(moments))
    watch = Stopwatch()
    for verb in ("scan", "parse", "scan"):
        with watch(verb):
            pass

    assert (("scan", 5.0), ("parse", 2.0)) == watch.times()

"""What one build works with."""

from tests.kit.nouns import config

from sitegen.engine.files import FileMemory
from sitegen.engine.store import open_store
from sitegen.engine.workers import usable_cores
from sitegen.model.config import BuildSettings
from sitegen.pipeline.job import Job
from sitegen.pipeline.session import Session
from sitegen.pipeline.survey import Survey


def test_a_build_uses_as_many_processes_as_are_asked_for_or_as_there_are_cores(tmp_path):
    store = open_store(tmp_path / "build.sqlite", "1")
    found = Survey(FileMemory(), (), moved=False, settings="", same_settings=True, same_visible=True)
    jobs = [Job(found, config(build=BuildSettings(workers=number)), store, Session()) for number in (3, 0)]
    store.close()

    assert [3, usable_cores()] == [job.workers for job in jobs]

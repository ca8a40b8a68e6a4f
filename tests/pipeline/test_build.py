"""One door: a folder becomes a site, by the shortest way that is right."""

import os
import sqlite3
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path

import pytest
from tests.kit.site import NOW, SiteBench

from sitegen.base.diagnostics import Failure
from sitegen.engine.lock import hold
from sitegen.engine.store import Store
from sitegen.engine.workers import WorkerDied
from sitegen.model.config import Flags
from sitegen.pipeline import build

FLAGS = Flags(now=NOW, workers=1)
MODULE = import_module("sitegen.pipeline.build")


@pytest.fixture
def site(tmp_path: Path) -> SiteBench:
    """One article, and one that is not out yet."""
    bench = SiteBench(tmp_path / "site")
    bench.write("content/a.md", "---\ntitle: A\ndate: 2026-11-01\n---\nText.\n")
    return bench.write("content/b.md", "---\ntitle: B\ndate: 2026-12-24 09:00\n---\nText.\n")


def test_another_build_in_the_folder_is_waited_for_and_then_named(site: SiteBench) -> None:
    with hold(site.root / ".sitegen/build.lock", 0.0), pytest.raises(Failure) as caught:
        build(site.root, FLAGS, wait=0.0)

    assert ["write/busy"] == [found.code for found in caught.value.diagnostics]


def test_two_memories_of_one_folder_do_not_wait_for_each_other(site: SiteBench) -> None:
    """A preview builds into a folder of its own while the site is built."""
    with hold(site.root / ".sitegen/build.lock", 0.0):
        report = build(site.root, Flags(now=NOW, workers=1, out=site.root / "preview"), memory="preview", wait=0.0)

    assert 1 == report.articles


def test_a_worker_that_died_is_told_of(site: SiteBench, monkeypatch: pytest.MonkeyPatch) -> None:
    @contextmanager
    def dies(*_):
        raise WorkerDied("a worker process ended without an answer")
        yield

    monkeypatch.setattr(MODULE, "hold", dies)
    with pytest.raises(Failure, match="a worker process ended without an answer"):
        build(site.root, FLAGS)


def test_progress_names_the_verbs_and_counts_to_the_end(site: SiteBench) -> None:
    told: list[tuple[str, int, int]] = []
    build(site.root, FLAGS, lambda *one: told.append(one))

    assert ("parse", 2, 2) == told[0]
    assert ("render", told[-1][2], told[-1][2]) == told[-1]


def test_what_is_hidden_is_told_in_the_newsroom_s_time_by_every_build(site: SiteBench) -> None:
    """Berlin is an hour ahead of UTC, in which the store keeps it."""
    first, second = (build(site.root, FLAGS).hidden for _ in range(2))

    assert first == second
    assert [("b", "scheduled", "2026-12-24 09:00 CET")] == [
        (one.id, one.reason, f"{one.date:%Y-%m-%d %H:%M %Z}") for one in second
    ]


def test_a_report_says_what_was_written_and_a_second_that_nothing_was(site: SiteBench) -> None:
    first, second = (build(site.root, FLAGS) for _ in range(2))

    assert (first.files, ()) == (len(first.written), second.written)
    assert (first.pages, first.files, first.feeds, first.bytes) == (
        second.pages,
        second.files,
        second.feeds,
        second.bytes,
    )


def verbs(site: SiteBench) -> list[str]:
    """Build, and return the verbs that time was counted to."""
    return [verb for verb, _ in build(site.root, FLAGS).profile]


def test_every_way_tells_where_its_time_went(site: SiteBench) -> None:
    whole = verbs(site)
    nothing = verbs(site)
    text = verbs(site.edit("content/a.md", "Text.", "Text.\n\nA last word."))

    assert (["scan", "parse", "link"], ["render", "write"]) == (whole[:3], whole[-2:])
    assert ["scan"] == nothing
    assert ["scan", "parse", "link", "compare", "render", "write"] == text


def test_a_folder_without_a_site_is_named(tmp_path: Path) -> None:
    with pytest.raises(Failure):
        build(tmp_path, FLAGS)


def test_a_disk_that_is_full_before_the_store_is_complete_leaves_the_last_good_site(
    site: SiteBench, monkeypatch: pytest.MonkeyPatch
) -> None:
    stood = site.build().output()
    opened = MODULE._open

    def full(*arguments: object) -> Store:
        store = opened(*arguments)
        store._db.execute("PRAGMA max_page_count = 1")
        return store

    site.write("content/c.md", "---\ntitle: C\ndate: 2026-11-02\n---\n" + "Many words. " * 9000)
    with monkeypatch.context() as patched:
        patched.setattr(MODULE, "_open", full)
        site.build()

    assert [
        ".sitegen/build.sqlite: error: this cannot be written: no space left on device [write/no-space]"
    ] == site.said.splitlines()
    assert "free some space; the site stands whole" in site.explained
    assert stood == site.output()
    assert clean(site) == site.build().output()


@pytest.mark.slow
@pytest.mark.parametrize(("commits", "stands"), [(0, True), (1, True), (2, False)])
def test_a_disk_may_be_full_at_any_moment(
    site: SiteBench, monkeypatch: pytest.MonkeyPatch, commits: int, stands: bool
) -> None:
    """Only once all but the folder's name is in the store is the site touched, and then it is whole."""
    stood = site.build().output()
    site.write("content/c.md", "---\ntitle: C\ndate: 2026-11-02\n---\nText.\n")
    commit, done = Store.commit, []

    def full(store: Store) -> None:
        if len(done) == commits:
            error = sqlite3.OperationalError("database or disk is full")
            error.sqlite_errorcode = sqlite3.SQLITE_FULL
            raise error
        done.append(store)
        commit(store)

    with monkeypatch.context() as patched:
        patched.setattr(Store, "commit", full)
        site.build()

    assert (["write/no-space"], commits) == (site.codes, len(done))
    assert (stood if stands else clean(site)) == site.output()
    assert clean(site) == site.build().output()


def test_a_folder_that_cannot_be_written_is_named(site: SiteBench) -> None:
    (site.root / ".sitegen").write_text("in the way")

    assert ["write/no-space"] == site.build().codes
    assert f".sitegen: error: this cannot be written: {os.strerror(17).lower()}" in site.said


def clean(site: SiteBench) -> dict[str, bytes]:
    """Return the output of a clean build."""
    return site.copy(site.root.with_name(f"clean-{len(list(site.root.parent.iterdir()))}")).build().output()

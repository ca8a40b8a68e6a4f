"""Law 7: only ours, all or nothing.

A build is cut short before every single step that it takes on the disk. Whatever the step: the next build finds the old
site or makes the new one whole, and nothing that is not ours is harmed.
"""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.kit.output import Folder, tree

from sitegen.write import open_staging, publishing, swap

OLD = {"index.html": "home", "a/index.html": "a", "b/index.html": "b", "c": "a file", "d/index.html": "d", "e.xml": "e"}
NEW = {
    "index.html": "home!",
    "a/index.html": "a",
    "b": "a file",
    "c/index.html": "c",
    "f/g/index.html": "g",
    "e.xml": "e!",
}
FOREIGN = {"CNAME": "example.org", ".git/HEAD": "ref", "a/notes.txt": "notes", "media/film.mp4": "film"}
STEPS = ("rename", "replace", "unlink", "rmdir", "mkdir", "link", "open", "write", "fsync", "chmod")
MANY = {"exchange": 1, "renames": 1_000_000}


class Killed(BaseException):
    """The process is gone: nothing it does afterwards reaches the disk."""


class Interrupted(KeyboardInterrupt):
    """Somebody pressed Ctrl-C: the process still cleans up."""


class Axe:
    """Counts the steps that are taken on the disk, and kills before the one that it is told."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(os, "fsync", lambda _: None)  # nobody pulls the plug here, and it is slow
        self.left = -1
        self.taken = 0
        self.end: type[BaseException] = Killed
        for name in STEPS:
            self._guard(monkeypatch, os, name)
        self._guard(monkeypatch, swap, "exchange")

    def _guard(self, monkeypatch: pytest.MonkeyPatch, module: object, name: str) -> None:
        step = getattr(module, name)

        def guarded(*arguments, **options):
            self.taken += 1
            if self.left == 0:
                if self.end is Interrupted:
                    self.left = -1
                raise self.end
            self.left -= 1
            return step(*arguments, **options)

        monkeypatch.setattr(module, name, guarded)

    def strike(self, step: int, folder: Folder) -> bool:
        """Build the new site and be killed before a step; tell whether it came so far."""
        self.left = step
        try:
            folder.build(NEW)
        except (Killed, Interrupted):
            return True
        finally:
            self.left = -1
        return False


@pytest.fixture(params=MANY)
def way(request, monkeypatch):
    monkeypatch.setattr(publishing, "_MANY", MANY[request.param])
    return request.param


@pytest.fixture
def axe(monkeypatch):
    return Axe(monkeypatch)


def prepare(root: Path) -> Folder:
    """Return a folder that has seen two builds, with things in it that are not ours."""
    shutil.rmtree(root, ignore_errors=True)
    folder = Folder(root)
    for path, text in FOREIGN.items():
        folder.put(path, text)
    folder.build(NEW)
    folder.build(OLD)
    return folder


def only_ours(seen: dict[str, str]) -> dict[str, str]:
    return {path: text for path, text in seen.items() if path not in FOREIGN}


@pytest.mark.slow
@pytest.mark.parametrize("end", [Killed, Interrupted])
def test_a_build_that_ends_at_any_step_is_finished_or_undone_by_the_next(tmp_path, way, axe, end):
    axe.end = end
    ends = set()
    step = 0
    while True:
        folder = prepare(tmp_path / "site")
        killed = axe.strike(step, folder)
        seen = folder.shows()
        if way == "exchange":
            assert only_ours(seen) in (OLD, NEW), f"killed before step {step}"
        with open_staging(folder.out, folder.work):
            after = folder.shows()
        assert after in (OLD | FOREIGN, NEW | FOREIGN), f"killed before step {step}"
        ends.add("old" if after == OLD | FOREIGN else "new")
        folder.build(NEW)
        assert NEW | FOREIGN == folder.shows(), f"killed before step {step}"
        folder.build(OLD)
        assert OLD | FOREIGN == folder.shows(), f"killed before step {step}"
        if not killed:
            break
        step += 1
    assert {"old", "new"} == ends
    assert step > 10


@pytest.mark.slow
def test_a_first_build_that_is_killed_leaves_nothing_that_the_next_stumbles_over(tmp_path, way, axe):
    step, killed = 0, True
    while killed:
        shutil.rmtree(tmp_path / "site", ignore_errors=True)
        folder = Folder(tmp_path / "site")
        folder.put("CNAME", "example.org")
        killed = axe.strike(step, folder)
        folder.build(OLD)
        assert OLD | {"CNAME": "example.org"} == folder.shows(), f"killed before step {step}"
        step += 1


@pytest.mark.slow
def test_finishing_can_be_cut_short_as_well(tmp_path, way, axe):
    prepare(tmp_path / "count")
    before = axe.taken
    Folder(tmp_path / "count").build(NEW)
    steps = axe.taken - before
    for step in range(0, steps, 2):
        for second in (1, 6):
            folder = prepare(tmp_path / "site")
            axe.strike(step, folder)
            axe.strike(second, folder)
            with open_staging(folder.out, folder.work):
                assert folder.shows() in (OLD | FOREIGN, NEW | FOREIGN), f"killed before steps {step} and {second}"


def test_whoever_reads_during_an_exchange_sees_one_whole_site(tmp_path, monkeypatch):
    monkeypatch.setattr(publishing, "_MANY", 1)
    folder = prepare(tmp_path / "site")
    seen = []
    for name in STEPS:
        step = getattr(os, name)

        def watched(*arguments, _step=step, **options):
            if not watching:
                return _step(*arguments, **options)
            watching.clear()
            seen.append(only_ours(folder.shows()))
            watching.append(True)
            return _step(*arguments, **options)

        monkeypatch.setattr(os, name, watched)
    watching: list[bool] = [True]
    folder.build(NEW)
    watching.clear()
    turn = seen.index(NEW)
    assert [OLD] * turn + [NEW] * (len(seen) - turn) == seen


WRITER = """
import sys
from pathlib import Path
from sitegen.write import publishing
from tests.kit.output import Folder

publishing._MANY = int(sys.argv[2])
folder = Folder(Path(sys.argv[1]))
sites = [{f"{number}/index.html": f"{site} {number}" for number in range(60)} for site in ("one", "two")]
print("ready", flush=True)
while True:
    for site in sites:
        folder.build(site)
"""


@pytest.mark.slow
def test_a_process_that_is_killed_leaves_the_old_site_or_the_new_one(tmp_path, way):
    folder = Folder(tmp_path)
    folder.put("CNAME", "example.org")
    sites = [{f"{number}/index.html": f"{site} {number}" for number in range(60)} for site in ("one", "two")]
    folder.build(sites[0])
    chance = random.Random(7)
    for _ in range(6):
        command = [sys.executable, "-c", WRITER, str(tmp_path), str(MANY[way])]
        with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=Path(__file__).parents[2]) as writer:
            assert writer.stdout.readline() == b"ready\n"
            time.sleep(0.02 + chance.random() * 0.1)
            writer.send_signal(signal.SIGKILL)
        with open_staging(folder.out, folder.work):
            assert tree(folder.out) in [site | {"CNAME": "example.org"} for site in sites]

"""Law 5: no time, path, locale or hash seed reaches an output byte; `Config.now` alone decides what has appeared."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.kit.edits import PUBLICATION, Editor
from tests.kit.site import SiteBench


@pytest.mark.slow
def test_another_machine_gives_the_same_tree(tmp_path: Path) -> None:
    """Another folder, time zone, locale, hash seed and umask; the folder's name is in no file."""
    first = SiteBench(tmp_path / "here", PUBLICATION)
    Editor(first, seed=11)
    second = first.copy(tmp_path / "quite-another-place")
    build_in(first.root, TZ="UTC", LC_ALL="C.UTF-8", PYTHONHASHSEED="1")
    build_in(second.root, TZ="Pacific/Kiritimati", LC_ALL="C", PYTHONHASHSEED="4242")

    assert first.output() == second.output()
    assert [path for path, data in first.output().items() if str(tmp_path).encode() in data] == []


def test_an_embargo_ends_when_now_has_passed_it(tmp_path: Path) -> None:
    """The same sources, built before and after."""
    bench = SiteBench(
        tmp_path / "site",
        "-- content/articles/first.md --\n---\ntitle: First\ndate: 2026-11-01\n---\nText.\n"
        "-- content/articles/later.md --\n---\ntitle: Later\ndate: 2026-12-24 09:00\n---\nText.\n",
    )
    from datetime import UTC, datetime

    before = bench.build(now=datetime(2026, 12, 24, 7, 59, tzinfo=UTC)).output()
    after = bench.build(now=datetime(2026, 12, 24, 8, 0, tzinfo=UTC)).output()

    assert [path for path, data in before.items() if b"Later" in data or "later" in path] == []
    assert "articles/later/index.html" in after


def build_in(root: Path, **environment: str) -> None:
    """Build in a process of its own."""
    command = [sys.executable, "-m", "sitegen", "build", "--now", "2026-12-01 12:00", "--quiet"]
    subprocess.run(command, cwd=root, env={**os.environ, **environment}, check=True, capture_output=True, timeout=100)

"""Law 1: after any sequence of edits, the incremental build gives the bytes and the words of a clean one."""

import os
import shutil
from pathlib import Path

import pytest
from tests.kit.compare import against_clean, differences
from tests.kit.edits import PUBLICATION, Editor, related_as_on_a_large_site
from tests.kit.site import SiteBench

# `make laws` asks for more.
_EDITS = int(os.environ.get("SITEGEN_EDITS", "40"))
_SEEDS = range(int(os.environ.get("SITEGEN_SEEDS", "2")))


@pytest.mark.timeout(0)
@pytest.mark.parametrize("seed", _SEEDS)
def test_every_edit_ends_in_the_site_of_a_clean_build(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A failing build leaves the last good site, and says what a clean one says."""
    if seed % 2:
        related_as_on_a_large_site(monkeypatch)
    bench = SiteBench(tmp_path / "edited", PUBLICATION)
    editor = Editor(bench, seed)
    before: dict[str, bytes] = {}
    for number in range(_EDITS):
        edit = editor.step()
        bench.build(**editor.flags)
        clean = bench.copy(tmp_path / "clean").build(**editor.flags)
        story = f"seed {seed}, edit {number}: {edit}\nlately: {editor.log[-5:]}\nflags: {editor.flags}"

        assert (clean.failed, clean.said) == (bench.failed, bench.said), story
        after = bench.output() if (bench.root / "output").exists() else {}
        if clean.report is None:
            assert before == after, story
        else:
            assert differences(clean.output(), after) == [], story
        before = after
        shutil.rmtree(clean.root)


@pytest.mark.parametrize("target", ["nowhere.md", "a.md", "folder", ".."])
def test_a_link_is_noticed_when_it_comes_and_when_it_goes(target: str, tmp_path: Path) -> None:
    """Whatever it leads to, and although the folder is published by way of another link already."""
    bench = SiteBench(tmp_path / "edited", LINKED)
    (bench.root / "content/news/other").symlink_to("folder")
    link = bench.root / "content/news/link.md" if target.endswith(".md") else bench.root / "content/news/link"
    bench.build(keep_going=True)
    link.symlink_to(target)

    assert [] == against_clean(bench.build(keep_going=True), keep_going=True)

    link.unlink()

    assert [] == against_clean(bench.build(keep_going=True), keep_going=True)


LINKED = """\
-- content/news/a.md --
---
title: Weights
date: 2026-11-01
---
Text.
-- content/news/folder/b.md --
---
title: Data
date: 2026-11-02
---
Text.
"""

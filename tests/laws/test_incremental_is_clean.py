"""Law 1: after any sequence of edits, the incremental build gives the bytes and the words of a clean one."""

import os
import shutil
from pathlib import Path

import pytest
from tests.kit.compare import differences
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

"""Law 6: one worker or several, forked or spawned, and any order of input: the same bytes and the same words."""

import random
from functools import partial
from pathlib import Path

import pytest
from tests.kit.edits import PUBLICATION, Editor
from tests.kit.site import NOW, SiteBench

from sitegen.engine.workers import Workers
from sitegen.link import link
from sitegen.model.config import Flags
from sitegen.pipeline import job

pytestmark = pytest.mark.slow


@pytest.fixture
def bench(tmp_path: Path) -> SiteBench:
    """A publication with a warning or two."""
    bench = SiteBench(tmp_path / "one", PUBLICATION)
    editor = Editor(bench, seed=7, articles=12)
    for _ in range(4):
        editor.edit_link()
    return bench


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_two_processes_give_what_one_gives(
    bench: SiteBench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, method: str
) -> None:
    """Pages, feeds and diagnostics."""
    alone = bench.build()
    monkeypatch.setattr(job, "Workers", partial(Workers, least=2))
    monkeypatch.setenv("SITEGEN_START_METHOD", method)
    together = bench.copy(tmp_path / "two").build(workers=2)

    assert alone.said == together.said
    assert alone.output() == together.output()


def test_articles_link_the_same_in_any_order(bench: SiteBench) -> None:
    """`link` sorts for itself."""
    from sitegen.configure import configure
    from sitegen.parse import parse
    from sitegen.scan import scan

    config = configure(bench.root, Flags(now=NOW))
    inputs = scan(config)
    articles = [parse(one, (bench.root / one.path).read_bytes(), config).article for one in inputs.sources]
    shuffled = articles.copy()
    random.Random(3).shuffle(shuffled)

    assert link(articles, inputs, config) == link(shuffled, inputs, config)

"""Where nothing differs nothing is done."""

import pytest
from tests.kit.site import SiteBench

ARTICLE = "---\ntitle: Weights\ndate: 2026-11-20\n---\n\nThe first text. [Dead](nowhere.md)\n"


@pytest.fixture
def bench(tmp_path):
    return SiteBench(tmp_path / "site").write("content/weights.md", ARTICLE)


def test_a_folder_that_was_built_before_is_left_alone_where_nothing_differs(bench, tmp_path):
    bench.build()
    bench.build(out=tmp_path / "elsewhere")
    assert () == bench.build().report.written


def test_what_was_said_is_said_again(bench):
    first = bench.build().diagnostics

    assert ["render/dead-link"] == [found.code for found in first]
    assert first == bench.build().diagnostics
    assert () == bench.report.written


def test_a_page_that_somebody_deleted_comes_back(bench):
    bench.build()
    (bench.root / "output/weights/index.html").unlink()

    assert ("weights/index.html",) == bench.build().report.written

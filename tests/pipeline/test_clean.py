"""Cleaning takes away what builds made, and nothing else."""

from pathlib import Path

import pytest
from tests.kit.site import SiteBench

from sitegen.base.diagnostics import Failure
from sitegen.engine.lock import hold
from sitegen.pipeline.clean import clean


@pytest.fixture
def site(tmp_path: Path) -> SiteBench:
    """A site that was built, with a file in its output that is somebody else's."""
    bench = SiteBench(tmp_path / "site").write("content/a.md", "---\ntitle: A\ndate: 2026-11-01\n---\nText.\n")
    return bench.build().write("output/CNAME", "news.example")


def test_what_is_ours_goes_and_what_is_not_stays(site: SiteBench) -> None:
    files = len(site.output())

    assert files - 1 == clean(site.root)
    assert {"CNAME": b"news.example"} == site.output()
    assert not (site.root / ".sitegen").exists()
    assert (site.root / "content/a.md").exists()


def test_a_page_that_somebody_changed_stays(site: SiteBench) -> None:
    site.write("output/a/index.html", "changed by hand")
    clean(site.root)

    assert {"CNAME", "a/index.html"} == site.output().keys()


def test_a_second_time_there_is_nothing_left(site: SiteBench) -> None:
    clean(site.root)

    assert 0 == clean(site.root)


def test_another_output_folder_can_be_named(site: SiteBench, tmp_path: Path) -> None:
    site.build(out=tmp_path / "elsewhere")
    clean(site.root, tmp_path / "elsewhere")

    assert {} == site.output("../elsewhere")
    assert "a/index.html" in site.output()


def test_a_running_build_is_not_disturbed(site: SiteBench) -> None:
    with hold(site.root / ".sitegen/build.lock", 0.0), pytest.raises(Failure) as caught:
        clean(site.root)

    assert ["write/busy"] == [found.code for found in caught.value.diagnostics]
    assert "a/index.html" in site.output()

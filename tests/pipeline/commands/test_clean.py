"""Cleaning takes away what builds made, and nothing else."""

from pathlib import Path

import pytest
from tests.kit.site import SiteBench

from sitegen.base.diagnostics import Failure
from sitegen.engine.lock import hold
from sitegen.pipeline.commands.clean import clean


@pytest.fixture
def site(tmp_path: Path) -> SiteBench:
    """A site that was built, with a file in its output that is somebody else's."""
    bench = SiteBench(tmp_path / "site").write("content/a.md", "---\ntitle: A\ndate: 2026-11-01\n---\nText.\n")
    return bench.build().write("output/CNAME", "news.example")


def test_what_is_ours_goes_and_what_is_not_stays(site: SiteBench) -> None:
    files = len(site.output())

    assert files - 1 == len(clean(site.root).deleted)
    assert {"CNAME": b"news.example"} == site.output()
    assert not (site.root / ".sitegen").exists()
    assert (site.root / "content/a.md").exists()


def test_a_page_that_somebody_changed_stays_and_is_named(site: SiteBench) -> None:
    site.write("output/a/index.html", "changed by hand")
    done = clean(site.root)

    assert {"CNAME", "a/index.html"} == site.output().keys()
    assert [("write/changed-file", "output/a/index.html")] == [(d.code, d.span.path) for d in done.diagnostics]


def test_a_second_time_there_is_nothing_left(site: SiteBench) -> None:
    clean(site.root)

    assert () == clean(site.root).deleted


def test_another_output_folder_can_be_named(site: SiteBench, tmp_path: Path) -> None:
    site.build(out=tmp_path / "elsewhere")
    clean(site.root, tmp_path / "elsewhere")

    assert {} == site.output("../elsewhere")
    assert "a/index.html" in site.output()


@pytest.mark.parametrize(
    ("lock", "who"), [("build.lock", "build"), ("publish.lock", "deploy"), ("preview/lock", "preview")]
)
def test_whoever_works_there_is_not_disturbed(site: SiteBench, lock: str, who: str) -> None:
    with hold(site.root / ".sitegen" / lock, 0.0), pytest.raises(Failure) as caught:
        clean(site.root)

    (found,) = caught.value.diagnostics
    message = f"a {who} is running in this folder, and works with what would be deleted"
    assert ("write/busy", message) == (found.code, found.message)
    assert "a/index.html" in site.output()
    assert (site.root / ".sitegen/build.sqlite").exists()

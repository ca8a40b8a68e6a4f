"""Sites that must fail, with their exact words in `expected.txt`."""

import shutil
from pathlib import Path

import pytest
from tests.kit.expected import expect
from tests.kit.site import SiteBench

SITES = sorted(folder for folder in (Path(__file__).parent / "sites_invalid").iterdir() if folder.is_dir())

SOUND = "-- content/articles/mend.md --\n---\ntitle: A sound article\ndate: 2026-01-01\n---\nText.\n"


@pytest.fixture(scope="module", params=SITES, ids=lambda folder: folder.name)
def refused(request, tmp_path_factory):
    """Return the expected words, the refused site, and its output before and after."""
    bench = SiteBench(tmp_path_factory.mktemp(request.param.name), SOUND).build()
    before = stamps(bench)
    shutil.copytree(request.param / "site", bench.root, dirs_exist_ok=True)
    bench.build()
    return request.param / "expected.txt", bench, before, stamps(bench)


def stamps(bench):
    return {path: (bench.root / "output" / path).stat().st_mtime_ns for path in bench.output()}, bench.output()


def test_the_words_are_exact(refused):
    file, bench, _, _ = refused

    expect(file, bench.explained)


def test_the_last_good_site_stays(refused):
    _, bench, before, after = refused

    assert bench.failed
    assert before == after
    assert before[1]


def test_every_mistake_in_a_file_has_its_line_and_its_remedy(refused):
    _, bench, _, _ = refused

    assert [] == [d for d in bench.diagnostics if d.fatal and not d.hint]
    assert [] == [d for d in bench.diagnostics if d.fatal and not d.span.line and not d.code.startswith("scan/")]


def test_ten_mistakes_give_ten_errors():
    words = (SITES[0].parent / "ten_mistakes/expected.txt").read_text(encoding="utf-8")

    assert 10 == words.count(": error: ")

"""Laws 3 and 4: what did not change is not made again, and says again what it said."""

import subprocess
import sys
from pathlib import Path

import pytest
from tests.kit.compare import against_clean
from tests.kit.edits import PUBLICATION, Editor
from tests.kit.site import SiteBench


@pytest.fixture
def bench(tmp_path: Path) -> SiteBench:
    """A publication that was built."""
    bench = SiteBench(tmp_path / "site", PUBLICATION)
    editor = Editor(bench, seed=5)
    for _ in range(4):
        editor.edit_link()
    bench.write(
        "content/articles/a0.md", "---\ntitle: Fixed\ndate: 2026-11-01\n---\nA first text.\n\nSee [this](gone.md).\n"
    )
    return bench.build()


def test_a_second_build_touches_no_file(bench: SiteBench) -> None:
    """Not even a time stamp."""
    before = stamps(bench)
    bench.build()

    assert () == bench.report.written
    assert before == stamps(bench)


def test_a_second_build_says_what_the_first_said(bench: SiteBench) -> None:
    """Warnings of pages that were kept are replayed."""
    first = bench.said
    second = bench.build().said

    assert "gone.md" in first
    assert first == second


def test_what_a_drawing_holds_is_said_until_it_is_mended(bench: SiteBench) -> None:
    """By builds that do nothing, that go the short way and that go the whole."""
    said = []
    drawing = '<svg xmlns="http://www.w3.org/2000/svg">\n<d:ate xmlns:d="d"/></svg>\n'
    for path, text in (
        ("content/drawn.svg", drawing),
        ("content/drawn.svg", drawing),
        ("content/articles/a0.md", "---\ntitle: Fixed\ndate: 2026-11-01\n---\nAnother text.\n"),
        ("content/articles/new.md", "---\ntitle: New\ndate: 2026-11-02\n---\nText.\n"),
        ("content/drawn.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>\n'),
    ):
        bench.write(path, text)
        said.append("content/drawn.svg:2:1: warning: <d:ate> is no element of SVG" in bench.build().said)

    assert [True, True, True, True, False] == said


def test_a_checkout_with_new_time_stamps_is_no_change(bench: SiteBench) -> None:
    """Digests decide where stamps do not."""
    for file in (bench.root / "content").rglob("*.md"):
        file.write_bytes(file.read_bytes())
    bench.build()

    assert () == bench.report.written


def test_the_same_length_and_time_with_other_bytes_is_a_change(bench: SiteBench) -> None:
    """A file that was saved within the clock's tick of the scan is read again."""
    import os

    file = bench.root / "content/articles/a0.md"
    stat = file.stat()
    file.write_bytes(file.read_bytes().replace(b"first", b"other"))
    os.utime(file, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    bench.build()

    assert "articles/a0/index.html" in bench.report.written


def test_a_changed_text_rewrites_only_what_shows_it(bench: SiteBench) -> None:
    """No list, no other article and no template is touched by the last sentence of one."""
    bench.edit("content/articles/a0.md", "See [this]", "Look, see [this]")
    bench.build()
    others = [path for path in bench.report.written if path.startswith("articles/") and "/a0/" not in path]

    assert "articles/a0/index.html" in bench.report.written
    assert [path for path in others if b"Look, see" not in bench.output()[path]] == []
    assert not any(path.startswith(("tags/", "archive/", "static/")) for path in bench.report.written)


def test_a_changed_text_rewrites_the_feeds_that_hold_it_and_no_other(bench: SiteBench) -> None:
    bench.edit("content/articles/a0.md", "See [this]", "Look, see [this]")
    bench.build()
    feeds = {
        path: data for path, data in bench.output().items() if path.endswith(("feed.xml", "atom.xml", "feed.json"))
    }
    holding = {path for path, data in feeds.items() if b"Look, see" in data}

    assert holding == {path for path in bench.report.written if path in feeds}
    assert set() < holding < set(feeds)


def test_a_changed_title_rewrites_the_feeds_and_lists_that_show_it_and_no_other(bench: SiteBench) -> None:
    before = bench.output()
    bench.edit("content/articles/a0.md", "title: ", "title: Anew ")
    bench.build()
    after = bench.output()
    lists = {path for path in after if path.startswith(("tags/", "sections/", "authors/", "series/", "archive/"))}

    written = {path for path in bench.report.written if path in lists}
    assert written == {path for path in lists if before[path] != after[path]}
    assert {path for path in written if b"Anew " not in after[path]} == set()
    assert set() < written < lists


def test_a_lost_page_is_made_again(bench: SiteBench) -> None:
    """Somebody deleted it, somebody else wrote over another."""
    whole = bench.output()
    bench.delete("output/index.html")
    bench.write("output/articles/a0/index.html", "not ours")
    bench.build()

    assert whole == bench.output()


def test_a_damaged_cache_means_a_clean_build(bench: SiteBench) -> None:
    """Never a wrong one, never a traceback."""
    whole = bench.output()
    for file in (bench.root / ".sitegen").glob("build.sqlite*"):
        file.write_bytes(b"not a database" * 100)
    bench.build()

    assert (False, whole) == (bench.failed, bench.output())


@pytest.mark.slow
def test_a_cache_of_which_a_part_is_damaged_means_a_clean_build(bench: SiteBench) -> None:
    """It is noticed only where that part is read."""
    file = bench.root / ".sitegen/build.sqlite"
    size, page = file.stat().st_size, 16384
    for number in range(1, size // page, 6):
        bench.write("content/articles/a0.md", f"---\ntitle: Anew {number}\ndate: 2026-11-01\n---\nText.\n").build()
        data = file.read_bytes()
        file.write_bytes(data[: number * page] + bytes(page) + data[(number + 1) * page :])
        bench.edit("content/articles/a0.md", "Text.", "Another text.").build()

        assert [] == against_clean(bench), f"page {number}"


def test_nothing_to_do_loads_nothing_heavy(bench: SiteBench) -> None:
    """Neither templates nor Markdown nor feeds nor numbers, nor what would do something."""
    heavy = ["jinja2", "markdown_it", "feedgen", "numpy", "yaml", "pygments", "lxml", "PIL"]
    heavy += ["multiprocessing", "sitegen.link", "sitegen.pipeline.make", "sitegen.pipeline.nouns"]
    code = (
        "import sys; from sitegen.cli.main import run; code = run(['build', '--now', '2026-12-01T12:00Z']);"
        f"print(code, [name for name in {heavy} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=bench.root, capture_output=True, text=True, timeout=60, check=False
    )

    assert "0 []" == done.stderr.strip().splitlines()[-1]


@pytest.mark.slow
def test_two_builds_at_once_end_in_one_right_site(bench: SiteBench) -> None:
    """The second waits for the first."""
    whole = bench.output()
    bench.edit("content/articles/a0.md", "first", "second")
    command = [sys.executable, "-m", "sitegen", "build", "--now", "2026-12-01T12:00Z", "--quiet"]
    both = [subprocess.Popen(command, cwd=bench.root, stderr=subprocess.PIPE) for _ in range(2)]
    codes = [process.wait(timeout=60) for process in both]
    for process in both:
        process.stderr.close()

    assert [0, 0] == codes
    assert whole.keys() == bench.output().keys()
    assert b"A second text" in bench.output()["articles/a0/index.html"]


def stamps(bench: SiteBench) -> dict[str, int]:
    """Return the time stamp of every published file."""
    return {str(file): file.stat().st_mtime_ns for file in (bench.root / "output").rglob("*")}

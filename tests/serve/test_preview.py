"""Changed files become a changed site, and open pages are told."""

import time

import pytest
from tests.kit.archive import unpack
from tests.kit.preview import run_preview, serve_folder

pytestmark = pytest.mark.slow

SITE = """\
-- content/index.html --
<body>Home</body>
-- content/x/index.html --
<body><article><h1>Open weights</h1></article></body>
-- content/404.html --
<body>Nothing here</body>
"""


@pytest.fixture
def root(tmp_path):
    return unpack(SITE, tmp_path)


@pytest.fixture
def preview(root):
    with run_preview(serve_folder(root)) as preview:
        yield preview


def write(root, path, text):
    (root / "content" / path).write_text(text)


def builds(preview):
    return [line for line in preview.said.splitlines() if line.startswith(("built", "failed"))]


def test_a_saved_change_is_served(root, preview):
    write(root, "x/index.html", "<body>New</body>")

    assert 200 == preview.wait_until("x/", "New").status
    assert ["built", "built content/x/index.html"] == builds(preview)


def test_a_burst_is_one_build(root, preview):
    with preview.following("") as events:
        for number in range(100):
            write(root, f"page{number}.html", "<body>New</body>")
        write(root, "index.html", "<body>Last</body>")

        assert "version" in events.until("page")
        assert "Last" in preview.get("").text
    assert 2 == len(builds(preview))


def test_a_file_saved_again_and_again_is_built_a_few_times_and_ends_right(root, preview):
    for number in range(60):
        write(root, "index.html", f"<body>Number {number}</body>")
        time.sleep(0.005)

    preview.wait_until("", "Number 59")
    time.sleep(0.3)
    assert len(builds(preview)) <= 5


def test_a_build_that_is_overtaken_is_not_shown(root, preview):
    write(root, "slow.html", "SLOW 600")
    preview.wait_for("built content/slow.html")
    with preview.following("") as events:
        # Less than the time that a mistake is held back.
        write(root, "index.html", "<body>First BAD</body>")
        time.sleep(0.05)
        write(root, "index.html", "<body>First</body>")
        time.sleep(0.2)
        write(root, "index.html", "<body>Second</body>")

        assert "version" in events.until("page")
        assert "Second" in preview.get("").text
    assert ["built", "built content/slow.html", "built content/index.html"] == builds(preview)


def test_changes_without_end_are_shown_all_the_same(root, preview):
    write(root, "slow.html", "SLOW 200")
    preview.wait_for("built content/slow.html")
    before = len(builds(preview))
    started, number = time.monotonic(), 0
    while time.monotonic() - started < 5:
        number += 1
        write(root, "index.html", f"<body>Number {number}</body>")
        time.sleep(0.05)

    assert len(builds(preview)) > before


def test_a_mistake_leaves_the_last_good_page_and_says_what_is_wrong(root, preview):
    with preview.following("") as events:
        assert [] == events.until("findings")["errors"]
        write(root, "index.html", "<body>BAD</body>")

        error = events.until("findings")["errors"][0]

        assert (
            "content/index.html:1:7: error: it says BAD [parse/no-title]\n"
            "  1 | <body>BAD</body>\n"
            "    |       ^^^\n"
            "  hint: take it out"
        ) == error["text"]
        assert f"vscode://file{root.resolve().as_posix()}/content/index.html:1:7" == error["href"]
        assert "Home" in preview.get("").text


def test_a_mended_mistake_is_forgotten(root, preview):
    with preview.following("") as events:
        events.until("findings")
        write(root, "x/index.html", "<body>BAD</body>")
        assert 1 == len(events.until("findings")["errors"])
        write(root, "x/index.html", "<body>Good</body>")

        assert [] == events.until("findings")["errors"]
    assert "Good" in preview.get("x/").text


def test_what_changed_beside_a_mistake_is_built_once_it_is_mended(root, preview):
    write(root, "x/index.html", "<body>BAD</body>")
    preview.wait_for("failed content/x/index.html")
    write(root, "index.html", "<body>Changed meanwhile</body>")
    preview.wait_for("failed content/index.html")
    write(root, "x/index.html", "<body>Good</body>")

    assert 200 == preview.wait_until("", "Changed meanwhile").status


def test_a_half_written_file_is_not_called_a_mistake(root, preview):
    with preview.following("") as events:
        events.until("findings")
        with (root / "content" / "index.html").open("w") as file:
            file.write("<body>BAD")
            file.flush()
            time.sleep(0.1)
            file.seek(0)
            file.write("<body>Whole</body>")
            file.truncate()

        assert [] == events.until("findings")["errors"]
        assert "Whole" in preview.get("").text
    assert not [line for line in builds(preview) if line.startswith("failed")]


def test_warnings_are_told_beside_the_page(root, preview):
    with preview.following("") as events:
        events.until("findings")
        write(root, "x/index.html", "<body>WARN</body>")

        found = events.until("findings")

        assert ([], ["content/x/index.html:1:7"]) == (found["errors"], [each["place"] for each in found["warnings"]])


def test_a_mistake_of_sitegen_does_not_end_the_preview(root, preview):
    with preview.following("") as events:
        events.until("findings")
        write(root, "x/index.html", "<body>CRASH</body>")
        assert "sitegen failed: RuntimeError: the builder broke" in events.until("findings")["errors"][0]["text"]
        write(root, "x/index.html", "<body>Well</body>")

        assert [] == events.until("findings")["errors"]


def test_a_mistake_from_the_start_is_shown_and_can_be_mended(root):
    write(root, "index.html", "<body>BAD</body>")
    with run_preview(serve_folder(root)) as preview:
        waiting = preview.get("x/")
        assert (503, True) == (waiting.status, "There is nothing to show yet" in waiting.text)
        with preview.following("x/") as events:
            assert 1 == len(events.until("findings")["errors"])
            write(root, "index.html", "<body>Good</body>")

            assert "version" in events.until("page")
        assert "Open weights" in preview.get("x/").text


def test_an_interrupt_that_a_finalizer_loses_ends_the_preview_all_the_same(root, preview):
    write(root, "deaf.html", "DEAF")
    preview.wait_for("deaf")

    assert 0 == preview.stop()
    assert "Exception ignored" in preview.said


def test_the_last_good_site_of_an_earlier_preview_is_shown(root):
    with run_preview(serve_folder(root)) as preview:
        preview.stop()
    write(root, "index.html", "<body>BAD</body>")
    with run_preview(serve_folder(root)) as preview:
        assert "Home" in preview.get("").text


def test_the_open_page_is_shown_before_the_build_is_done(root, preview):
    (root / "ahead").touch()
    with preview.following("x/") as events:
        write(root, "slow.html", "SLOW 2000")
        write(root, "x/index.html", "<body>Early</body>")
        started = time.monotonic()

        assert "version" in events.until("page")
        assert "Early" in preview.get("x/").text
        assert time.monotonic() - started < 1
        assert "Open weights" in (root / ".sitegen/preview/site/x/index.html").read_text()


def test_a_long_build_that_has_shown_the_open_page_gives_way_to_a_newer_change(root, preview):
    (root / "ahead").touch()
    with preview.following("x/") as events:
        write(root, "slow.html", "SLOW 8000")
        write(root, "x/index.html", "<body>Early</body>")
        assert "version" in events.until("page")
        time.sleep(2.2)
        started = time.monotonic()
        write(root, "slow.html", "<body>Quick</body>")
        write(root, "x/index.html", "<body>Later</body>")

        assert "version" in events.until("page")
        assert "Later" in preview.get("x/").text
        assert time.monotonic() - started < 4


def test_a_page_shown_early_goes_back_where_the_build_fails(root, preview):
    (root / "ahead").touch()
    with preview.following("x/") as events:
        write(root, "x/index.html", "<body>Early <!-- SLOW 300 --></body>")
        assert "version" in events.until("page")
        write(root, "index.html", "<body>BAD</body>")

        assert 1 == len(events.until("findings")["errors"])
    preview.wait_for("failed")
    assert "Open weights" in preview.get("x/").text


def test_a_deleted_folder_is_gone(root, preview):
    (root / "content" / "x" / "index.html").unlink()
    (root / "content" / "x").rmdir()

    assert 404 == preview.wait_until("x/", "Nothing here").status


def test_a_file_that_is_renamed_over_another_is_built(root, preview):
    write(root, "new.tmp", "<body>Renamed</body>")
    (root / "content" / "new.tmp").replace(root / "content" / "index.html")

    assert 200 == preview.wait_until("", "Renamed").status

"""What happens in the folder comes in batches."""

import shutil
import time
from contextlib import contextmanager

import pytest
from tests.kit.archive import unpack

from sitegen.serve.watch import Watcher

SITE = """\
-- sitegen.toml --
-- content/a.md --
-- content/deep/er/b.md --
-- templates/article.html --
-- extensions/loud.py --
-- output/index.html --
-- .sitegen/preview/site/index.html --
"""


@pytest.fixture
def root(tmp_path):
    return unpack(SITE, tmp_path.resolve())


@contextmanager
def watching(root, *further):
    watcher = Watcher(root)
    watcher.arm(further)
    try:
        yield watcher
    finally:
        watcher.stop()


@pytest.mark.parametrize(
    "path",
    ["content/a.md", "content/deep/er/b.md", "content/new.md", "templates/article.html", "sitegen.toml"],
)
def test_a_saved_file_is_told(root, path):
    with watching(root) as watcher:
        (root / path).write_text("new")

        assert {path} == watcher.next(5)


@pytest.mark.parametrize(
    "path",
    [
        "output/index.html",
        ".sitegen/preview/site/index.html",
        "README.md",
        "content/.a.md.swp",
        "content/a.md~",
        "content/#a.md#",
    ],
)
def test_what_is_none_of_the_sites_business_is_not(root, path):
    with watching(root) as watcher:
        (root / path).write_text("new")

        assert watcher.next(0.15) is None


def test_a_file_saved_by_way_of_another_is_told(root):
    with watching(root) as watcher:
        (root / "content" / "a.md.tmp").write_text("new")
        (root / "content" / "a.md.tmp").replace(root / "content" / "a.md")

        assert "content/a.md" in watcher.next(5)


def test_an_extension_is_watched_through_its_folder(root):
    with watching(root, "extensions/loud.py") as watcher:
        new = root / "extensions" / "new.py"
        new.write_text("new")
        new.replace(root / "extensions" / "loud.py")

        assert {"extensions/loud.py"} == watcher.next(5)


def test_many_files_come_together(root):
    with watching(root) as watcher:
        for number in range(40):
            (root / "content" / f"{number}.md").write_text("new")
            time.sleep(0.005)

        batches = []
        while batch := watcher.next(0.5):
            batches.append(batch)

        # The first may have been on its way when the second came.
        assert len(batches) <= 2
        assert {f"content/{number}.md" for number in range(40)} == frozenset.union(*batches)


def test_a_new_folder_is_watched(root):
    with watching(root) as watcher:
        (root / "themes").mkdir()
        assert {"themes"} == watcher.next(5)
        watcher.arm()
        (root / "themes" / "theme.toml").write_text("new")

        assert "themes/theme.toml" in watcher.next(5)


def test_a_folder_that_takes_the_place_of_another_is_watched(root):
    with watching(root) as watcher:
        shutil.copytree(root / "content", root / "other")
        (root / "content").rename(root / "old")
        (root / "other").rename(root / "content")
        assert "content" in watcher.next(5)
        watcher.arm()
        while watcher.next(0.1):
            pass
        (root / "content" / "a.md").write_text("new")

        assert {"content/a.md"} == watcher.next(5)


def test_a_folder_within_is_watched_from_its_beginning(root):
    with watching(root) as watcher:
        (root / "content" / "fresh").mkdir()
        watcher.next(5)
        (root / "content" / "fresh" / "index.md").write_text("new")

        assert "content/fresh/index.md" in watcher.next(5)


def test_a_site_reached_by_a_link_is_watched(root, tmp_path_factory):
    link = tmp_path_factory.mktemp("elsewhere") / "site"
    link.symlink_to(root, target_is_directory=True)
    with watching(link) as watcher:
        (link / "content" / "a.md").write_text("new")

        assert {"content/a.md"} == watcher.next(5)


@pytest.mark.slow
def test_where_the_system_gives_no_notice_files_are_looked_at(root, monkeypatch):
    monkeypatch.setenv("WATCHFILES_FORCE_POLLING", "1")
    with watching(root) as watcher:
        time.sleep(1.1)
        (root / "content" / "a.md").write_text("new")

        assert {"content/a.md"} == watcher.next(5)


def test_what_waits_is_known(root):
    with watching(root) as watcher:
        assert not watcher.pending
        (root / "content" / "a.md").write_text("new")
        deadline = time.monotonic() + 5
        while not watcher.pending and time.monotonic() < deadline:
            time.sleep(0.005)

        assert watcher.pending

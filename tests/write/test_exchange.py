import errno
import os
import stat

import pytest
from tests.kit.output import Folder, tree

from sitegen.write import publishing, swap

ONE = {"index.html": "home", "articles/a/index.html": "a", "articles/b/index.html": "b", "tags/x/index.html": "x"}
TWO = {path: f"{text}, again" for path, text in ONE.items()}


@pytest.fixture
def folder(tmp_path, monkeypatch):
    # As if a handful of files were many.
    monkeypatch.setattr(publishing, "_MANY", 1)
    return Folder(tmp_path)


def inode(path):
    return path.stat().st_ino


def test_the_whole_folder_is_exchanged(folder):
    folder.build(ONE)
    before = inode(folder.out)
    assert tuple(sorted(TWO)) == folder.build(TWO).written
    assert TWO == folder.shows()
    assert before != inode(folder.out)


def test_where_little_changes_the_folder_stays_the_same_one(tmp_path):
    folder = Folder(tmp_path)
    folder.build(ONE)
    before = inode(folder.out)
    folder.build(TWO)
    assert TWO == folder.shows()
    assert before == inode(folder.out)


def test_the_tree_that_was_replaced_is_written_over_by_the_next_build(folder):
    folder.build(ONE)
    first = {path: inode(folder.out / path) for path in ONE}
    folder.build(TWO)
    folder.build({path: f"{text}, third" for path, text in ONE.items()})
    assert first == {path: inode(folder.out / path) for path in ONE}


def test_what_stands_and_stays_is_the_same_file(folder):
    folder.build(ONE)
    before = (folder.out / "tags/x/index.html").stat()
    site = TWO | {"tags/x/index.html": "x"}
    for number in range(4):
        folder.build(site | {"index.html": f"home {number}", "articles/a/index.html": f"a {number}"})
        after = (folder.out / "tags/x/index.html").stat()
        assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)
        assert site | {"index.html": f"home {number}", "articles/a/index.html": f"a {number}"} == folder.shows()


def test_a_page_of_the_site_before_the_last_does_not_come_back(folder):
    folder.build(ONE)
    folder.build({path: text for path, text in TWO.items() if "articles" not in path})
    folder.build({"index.html": "third", "tags/x/index.html": "third"})
    assert {"index.html": "third", "tags/x/index.html": "third"} == folder.shows()


def test_what_is_not_ours_is_there_after_every_exchange(folder):
    foreign = {
        ".gitignore": "*",
        ".git/HEAD": "ref",
        ".git/refs/heads/main": "0",
        "articles/notes.txt": "notes",
        "articles/a/draft/notes.txt": "notes",
        "media/film.mp4": "film",
    }
    for path, text in foreign.items():
        folder.put(path, text)
    (folder.out / "empty").mkdir()
    (folder.out / "latest").symlink_to("articles")
    (folder.out / "broken").symlink_to("nowhere")
    others = foreign | {"empty/": "", "latest": "-> articles", "broken": "-> nowhere"}
    git = inode(folder.out / ".git")
    for site in (ONE, TWO, ONE, {"index.html": "alone"}, TWO):
        folder.build(site)
        assert site | others == folder.shows()
        assert git == inode(folder.out / ".git")
    assert [] == [path for path in tree(folder.work / folder.rest()[0]) if path in others]


def test_a_foreign_file_may_be_deleted_between_two_builds(folder):
    folder.put("CNAME", "example.org")
    folder.build(ONE)
    folder.build(TWO)
    (folder.out / "CNAME").unlink()
    folder.build(ONE)
    assert ONE == folder.shows()


def test_a_foreign_file_that_comes_during_the_exchange_is_not_lost(folder, monkeypatch):
    folder.put("CNAME", "old.example")
    folder.build(ONE)

    def late(new, old):
        folder.put("robots-notes.txt", "late")
        (folder.out / "CNAME").unlink()
        folder.put("CNAME", "new.example")
        folder.put("later/notes.txt", "late")
        swap.exchange(new, old)

    monkeypatch.setattr("sitegen.write.exchange.swap", late)
    folder.build(TWO)
    late_files = {"robots-notes.txt": "late", "CNAME": "new.example", "later/notes.txt": "late"}
    assert TWO | late_files == folder.shows()


def test_a_page_that_somebody_edited_and_that_has_gone_is_left(folder):
    folder.build(ONE)
    folder.put("tags/x/index.html", "edited by hand")
    site = {path: text for path, text in TWO.items() if path != "tags/x/index.html"}
    (found,) = folder.build(site).diagnostics
    assert "write/changed-file" == found.code
    assert site | {"tags/x/index.html": "edited by hand"} == folder.shows()


def test_the_rights_of_the_folder_stay(folder):
    folder.out.mkdir()
    folder.out.chmod(0o2770)
    folder.build(ONE)
    folder.build(TWO)
    assert 0o2775 == stat.S_IMODE(folder.out.stat().st_mode)


def test_without_a_single_step_two_renames_do_it(folder, monkeypatch):
    def missing(*_):
        raise OSError(errno.ENOSYS, "not here")

    monkeypatch.setattr(swap, "exchange", missing)
    folder.put("CNAME", "example.org")
    for site in (ONE, TWO, ONE):
        folder.build(site)
        assert site | {"CNAME": "example.org"} == folder.shows()


@pytest.mark.parametrize("place", ["exchange", "link"])
def test_where_no_exchange_is_possible_files_are_put_in_place_one_by_one(folder, monkeypatch, place):
    def refuse(*_, **__):
        raise OSError(errno.EPERM, "no")

    folder.put("CNAME", "example.org")
    folder.build(ONE)
    monkeypatch.setattr(*((os, "link") if place == "link" else (swap, "exchange")), refuse)
    before = inode(folder.out)
    site = TWO | {"tags/x/index.html": "x"}
    folder.build(site)
    assert site | {"CNAME": "example.org"} == folder.shows()
    if place == "exchange":
        assert before == inode(folder.out)
    monkeypatch.undo()
    folder.build(ONE)
    assert ONE | {"CNAME": "example.org"} == folder.shows()


def test_a_folder_on_a_mount_of_its_own_is_reached_from_inside(folder, monkeypatch):
    replace = os.replace

    def across(one, two):
        if ".sitegen/next" in str(one) and "/output/" in str(two):
            raise OSError(errno.EXDEV, "another mount")
        replace(one, two)

    def busy(*_):
        raise OSError(errno.EBUSY, "a mount")

    folder.build(ONE)
    monkeypatch.setattr(os, "replace", across)
    monkeypatch.setattr(swap, "exchange", busy)
    folder.build(TWO)
    assert TWO == folder.shows()
    assert () == folder.build(TWO).written


def test_where_space_is_tight_no_second_tree_is_kept(folder, monkeypatch):
    monkeypatch.setattr("sitegen.write.exchange._is_tight", lambda *_: True)
    folder.build(ONE)
    folder.build(TWO)
    assert [] == folder.rest()
    folder.build(ONE)
    assert ONE == folder.shows()

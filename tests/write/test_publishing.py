import errno
import os
import shutil
import stat
import tempfile
from pathlib import Path

import pytest
from tests.kit.output import Folder, tree

from sitegen.base.diagnostics import Failure
from sitegen.write import journal, open_staging, publishing, stage

SITE = {"index.html": "home by sitegen", "articles/a/index.html": "a", "articles/b/index.html": "b", "feed.xml": "feed"}


@pytest.fixture
def folder(tmp_path):
    return Folder(tmp_path)


def stamp(path):
    found = path.stat()
    return found.st_ino, found.st_mtime_ns, found.st_ctime_ns


def test_a_first_build_makes_the_folder(folder):
    published = folder.build(SITE)
    assert SITE == folder.shows()
    assert (tuple(sorted(SITE)), ()) == (published.written, published.deleted)
    assert sum(map(len, SITE.values())) == published.bytes
    assert [] == folder.rest()


def test_folders_above_the_output_folder_are_made(tmp_path):
    folder = Folder(tmp_path, tmp_path / "public/site/en")
    folder.build(SITE)
    assert SITE == folder.shows()


def test_a_build_without_change_touches_nothing(folder):
    folder.build(SITE)
    before = {path: stamp(folder.out / path) for path in [*SITE, "", "articles", "articles/a"]}
    published = folder.build(SITE)
    assert ((), ()) == (published.written, published.deleted)
    assert before == {path: stamp(folder.out / path) for path in before}


def test_only_what_changed_is_written(folder):
    folder.build(SITE)
    before = {path: (folder.out / path).stat().st_ino for path in SITE}
    published = folder.build(SITE | {"articles/a/index.html": "a, edited"})
    assert ("articles/a/index.html",) == published.written
    after = {path: (folder.out / path).stat().st_ino for path in SITE}
    assert ["articles/a/index.html"] == [path for path in SITE if before[path] != after[path]]


def test_everybody_may_read_the_site_whatever_the_umask(folder):
    before = os.umask(0o077)
    try:
        folder.out.mkdir(mode=0o700)
        folder.build(SITE)
        folder.build(SITE | {"new/page/index.html": "new"})
    finally:
        os.umask(before)
    modes = {(path.is_dir(), stat.S_IMODE(path.stat().st_mode)) for path in [folder.out, *folder.out.rglob("*")]}
    assert {(True, 0o755), (False, 0o644)} == modes


def test_what_has_gone_is_deleted_with_the_folders_that_it_leaves_empty(folder):
    folder.build(SITE)
    site = {"index.html": SITE["index.html"]}
    published = folder.build(site)
    assert ("articles/a/index.html", "articles/b/index.html", "feed.xml") == published.deleted
    assert site == folder.shows()


def test_what_is_not_ours_stays(folder):
    foreign = {"CNAME": "example.org", ".git/HEAD": "ref", "articles/notes.txt": "notes", "media/film.mp4": "film"}
    for path, text in foreign.items():
        folder.put(path, text)
    (folder.out / "latest").symlink_to("articles")
    folder.build(SITE)
    folder.build({})
    assert foreign | {"latest": "-> articles"} == folder.shows()


def test_a_folder_that_somebody_else_made_stays_when_it_is_empty(folder):
    (folder.out / "articles").mkdir(parents=True)
    folder.build(SITE)
    folder.build({"index.html": SITE["index.html"]})
    assert {"index.html": SITE["index.html"], "articles/": ""} == folder.shows()


def test_a_page_that_somebody_edited_is_written_again(folder):
    folder.build(SITE)
    folder.put("index.html", "edited by hand")
    (folder.out / "feed.xml").unlink()
    assert ("feed.xml", "index.html") == folder.build(SITE).written
    assert SITE == folder.shows()


def test_a_page_that_somebody_edited_and_that_has_gone_is_left_and_told_until_it_is_deleted(folder):
    folder.build(SITE)
    folder.put("articles/a/index.html", "edited by hand")
    site = {path: text for path, text in SITE.items() if "/a/" not in path}
    for _ in range(2):
        (found,) = folder.build(site).diagnostics
        assert ("write/changed-file", "output/articles/a/index.html") == (found.code, found.span.path)
        assert site | {"articles/a/index.html": "edited by hand"} == folder.shows()
    (folder.out / "articles/a/index.html").unlink()
    assert () == folder.build(site).diagnostics


def test_a_page_that_was_only_touched_is_deleted_when_it_has_gone(folder):
    folder.build(SITE)
    os.utime(folder.out / "feed.xml", (1, 1))
    assert ("feed.xml",) == folder.build({path: text for path, text in SITE.items() if path != "feed.xml"}).deleted


def test_a_foreign_file_where_a_page_must_go_stops_the_build(folder):
    folder.build({"index.html": "home"})
    folder.put("articles/a/index.html", "precious")
    folder.put("feed.xml", "feed")
    with pytest.raises(Failure) as caught:
        folder.build(SITE)
    (found,) = caught.value.diagnostics
    assert ("write/foreign-file", "output/articles/a/index.html") == (found.code, found.span.path)
    assert "a page must go here, and sitegen did not write what stands here" == found.message
    assert "move it away, or give the page another address" == found.hint
    assert {"index.html": "home", "articles/a/index.html": "precious", "feed.xml": "feed"} == folder.shows()
    assert [] == folder.rest()


@pytest.mark.parametrize("out", ["file", "file/site"])
def test_a_file_in_the_place_of_the_folder_stops_the_build_before_anything_has_begun(tmp_path, out):
    """Else the next build would finish it, over whatever has come there since."""
    (tmp_path / "file").write_text("theirs", encoding="utf-8")
    folder = Folder(tmp_path, tmp_path / out)
    with pytest.raises(Failure) as caught:
        folder.build(SITE)
    (tmp_path / "file").unlink()
    folder.put("index.html", "theirs")
    with pytest.raises(Failure):
        folder.build(SITE)

    assert ("write/foreign-file", "file") == (caught.value.diagnostics[0].code, caught.value.diagnostics[0].span.path)
    assert {"index.html": "theirs"} == folder.shows()


def test_a_foreign_file_with_the_same_bytes_is_adopted(folder):
    folder.build({"index.html": "home"})
    before = stamp(folder.put("feed.xml", "feed"))
    folder.build(SITE | {"index.html": "home"})
    assert before == stamp(folder.out / "feed.xml")
    assert ("feed.xml",) == folder.build({path: SITE[path] for path in SITE if path != "feed.xml"}).deleted


def test_a_site_whose_manifest_is_lost_is_taken_over(folder):
    folder.put("CNAME", "example.org")
    folder.build(SITE)
    before = stamp(folder.out / "feed.xml")
    for file in folder.work.iterdir():
        file.unlink()
    changed = SITE | {"articles/a/index.html": "a, edited"}
    assert ("articles/a/index.html",) == folder.build(changed).written
    assert changed | {"CNAME": "example.org"} == folder.shows()
    assert before == stamp(folder.out / "feed.xml")


def test_pages_of_a_site_whose_manifest_is_lost_are_told_when_they_have_gone(folder):
    before = SITE | {"old.htm": "old"}
    folder.build(before)
    for file in folder.work.iterdir():
        file.unlink()
    site = {path: text for path, text in SITE.items() if "/a/" not in path}
    page, other = folder.build(site).diagnostics
    assert ("write/unknown-page", "output/articles/a/index.html") == (page.code, page.span.path)
    assert "delete it if it must not stay online" == page.hint
    assert "output/old.htm" == other.span.path
    assert before == folder.shows()
    assert () == folder.build(site).diagnostics


def test_many_such_pages_are_counted(folder):
    folder.build(SITE | {f"{number}.html": "page" for number in range(30)})
    for file in folder.work.iterdir():
        file.unlink()
    told = folder.build(SITE).diagnostics
    assert (11, "the same is true of 20 more pages in this folder") == (len(told), told[-1].message)


def test_a_folder_that_is_no_site_of_ours_is_not_taken_over(folder):
    folder.put("index.html", "somebody's own page")
    folder.put("articles/a/index.html", "precious")
    with pytest.raises(Failure) as caught:
        folder.build(SITE)
    assert ["output/articles/a/index.html", "output/index.html"] == [d.span.path for d in caught.value.diagnostics]
    hint = "move it away, delete the folder if it holds an earlier site, or choose another folder"
    assert {hint} == {d.hint for d in caught.value.diagnostics}
    assert {"index.html": "somebody's own page", "articles/a/index.html": "precious"} == folder.shows()


def test_many_foreign_files_are_counted(folder):
    site = {f"{number:02}.html": "ours" for number in range(30)}
    for path in site:
        folder.put(path, "theirs")
    with pytest.raises(Failure) as caught:
        folder.build(site)
    assert 11 == len(caught.value.diagnostics)
    message = "20 more files in this folder stand where pages must go, and sitegen did not write them"
    assert message == caught.value.diagnostics[0].message


@pytest.mark.parametrize("foreign", ["file", "link", "folder"])
def test_what_stands_where_a_folder_or_a_page_must_go_stops_the_build(folder, tmp_path, foreign):
    folder.build({"index.html": "home"})
    (tmp_path / "elsewhere").mkdir()
    if foreign == "file":
        folder.put("articles", "precious")
    elif foreign == "link":
        (folder.out / "articles").symlink_to(tmp_path / "elsewhere")
    else:
        folder.put("articles/a/index.html/precious", "precious")
    before = folder.shows()
    with pytest.raises(Failure) as caught:
        folder.build(SITE | {"index.html": "home"})
    expected = "output/articles/a/index.html" if foreign == "folder" else "output/articles"
    assert [("write/foreign-file", expected)] == [(d.code, d.span.path) for d in caught.value.diagnostics]
    assert before == folder.shows()
    assert {} == tree(tmp_path / "elsewhere")


def test_a_file_of_ours_becomes_a_folder_and_a_folder_becomes_a_file(folder):
    one = {"a": "file", "b/c/index.html": "page", "b/d.html": "page"}
    two = {"a/index.html": "page", "b": "file"}
    for site in (one, two, one):
        folder.build(site)
        assert site == folder.shows()


def test_a_foreign_file_keeps_its_folder_from_becoming_a_file(folder):
    folder.build({"b/index.html": "page"})
    folder.put("b/notes.txt", "notes")
    with pytest.raises(Failure):
        folder.build({"b": "file"})
    assert {"b/index.html": "page", "b/notes.txt": "notes"} == folder.shows()


@pytest.mark.parametrize("many", [False, True], ids=["renames", "exchange"])
@pytest.mark.parametrize(
    ("empty", "page", "site"),
    [
        ("articles/a/index.html", "articles/a/index.html", SITE),
        ("feed.xml/deep", "feed.xml", SITE),
        ("b/empty", "b", {"b": "file"}),
    ],
)
def test_an_empty_folder_of_nobody_where_a_page_must_go_stops_the_build(folder, monkeypatch, many, empty, page, site):
    monkeypatch.setattr(publishing, "_MANY", 1 if many else 500)
    folder.build({"index.html": "home", "b/index.html": "page"})
    (folder.out / empty).mkdir(parents=True)
    before = folder.shows()
    with pytest.raises(Failure) as caught:
        folder.build(site)
    (found,) = caught.value.diagnostics
    assert ("write/foreign-file", f"output/{page}") == (found.code, found.span.path)
    assert before == folder.shows()
    assert [] == list(folder.work.glob("*.journal"))

    shutil.rmtree(folder.out / (empty if page == "b" else page))
    folder.build(site)
    assert site == folder.shows()


def test_a_name_that_changes_its_case_is_taken_away_before_the_new_one_comes(folder, monkeypatch):
    folder.build({"About/index.html": "about"})
    stood = []
    replace = os.replace
    monkeypatch.setattr(os, "replace", lambda one, two: (stood.append(folder.shows()), replace(one, two)))
    folder.build({"about/index.html": "about"})
    assert {} in stood
    assert {"about/index.html": "about"} == folder.shows()


def test_a_linked_output_folder_is_written_where_it_leads(tmp_path):
    (tmp_path / "served").mkdir()
    (tmp_path / "output").symlink_to("served")
    folder = Folder(tmp_path)
    folder.build(SITE)
    folder.build(SITE | {"feed.xml": "new"})
    assert (tmp_path / "output").is_symlink()
    assert SITE | {"feed.xml": "new"} == tree(tmp_path / "served")


def test_two_output_folders_do_not_know_of_each_other(tmp_path):
    one, two = Folder(tmp_path, tmp_path / "one"), Folder(tmp_path, tmp_path / "two")
    one.build(SITE)
    two.build({"index.html": "other"})
    one.build({"index.html": SITE["index.html"]})
    assert {"index.html": SITE["index.html"]} == one.shows()
    assert {"index.html": "other"} == two.shows()


def test_a_project_that_moves_keeps_its_manifest(tmp_path):
    (tmp_path / "here").mkdir()
    Folder(tmp_path / "here").build(SITE)
    (tmp_path / "here").rename(tmp_path / "there")
    assert ("feed.xml",) == Folder(tmp_path / "there").build({p: t for p, t in SITE.items() if p != "feed.xml"}).deleted


def test_a_build_that_fails_leaves_no_trace(folder):
    folder.build(SITE)
    with pytest.raises(KeyboardInterrupt), open_staging(folder.out, folder.work) as staging:
        stage(staging.folder, "index.html", b"half")
        raise KeyboardInterrupt
    assert SITE == folder.shows()
    assert [] == folder.rest()


@pytest.mark.parametrize("many", [False, True], ids=["renames", "exchange"])
def test_a_full_disk_leaves_the_last_good_site_and_no_rubbish(folder, monkeypatch, many):
    monkeypatch.setattr(publishing, "_MANY", 1 if many else 500)
    folder.build(SITE)

    def full(*_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patched:
        patched.setattr(journal, "write_manifest", full)
        with pytest.raises(Failure) as caught:
            folder.build({path: f"{text}!" for path, text in SITE.items()})
    (found,) = caught.value.diagnostics
    assert ("write/no-space", "this cannot be written: no space left on device") == (found.code, found.message)
    assert "free some space; the last good site stands untouched" == found.hint
    assert SITE == folder.shows()
    assert [] == folder.rest()


def test_what_could_not_be_finished_is_finished_by_the_next_build(folder, monkeypatch):
    folder.build(SITE)
    site = {path: f"{text}!" for path, text in SITE.items()}
    replace, moved = os.replace, []

    def some(one, two):
        if "/next-" in str(one):
            if len(moved) == 2:
                raise OSError(errno.EACCES, os.strerror(errno.EACCES), str(two))
            moved.append(one)
        replace(one, two)

    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", some)
        with pytest.raises(Failure) as caught:
            folder.build(site)
    assert "give yourself the right to write" in caught.value.diagnostics[0].hint
    with open_staging(folder.out, folder.work):
        assert site == folder.shows()


def test_the_seal_names_what_was_published(folder):
    sealed = folder.build(SITE).seal
    with open_staging(folder.out, folder.work) as staging:
        assert (sealed, True) == (staging.seal, staging.complete)
    assert sealed == folder.build(SITE).seal
    assert sealed != folder.build(SITE | {"index.html": "new"}).seal
    (folder.out / "index.html").unlink()
    with open_staging(folder.out, folder.work) as staging:
        assert not staging.complete


@pytest.mark.skipif(not Path("/dev/shm").is_dir(), reason="there is no second file system on this machine")
def test_an_output_folder_on_another_file_system_is_reached(tmp_path):
    with tempfile.TemporaryDirectory(dir="/dev/shm") as other:
        folder = Folder(tmp_path, Path(other, "www"))
        folder.build(SITE)
        folder.build(SITE | {"index.html": "new"})
        assert SITE | {"index.html": "new"} == folder.shows()
        assert [Path(other, "www")] == list(Path(other).iterdir())

"""A walk finds every file that counts, and knows from an earlier one which names do."""

import os
from pathlib import Path

import pytest

from sitegen.engine.walk import walk


def test_a_circle_of_links_is_walked_once(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("a")
    (tmp_path / "again").symlink_to(tmp_path)

    assert {"a.md"} == {Path(path).name for path in walk([str(tmp_path)]).files()}


@pytest.mark.parametrize(("target", "links"), [("b.md", True), (".", True), ("nowhere", True), (None, False)])
def test_links_are_told_of(tmp_path: Path, target: str | None, links: bool) -> None:
    (tmp_path / "b.md").write_text("b")
    if target:
        (tmp_path / "link").symlink_to(target)

    assert links == walk([str(tmp_path)]).links


def test_two_links_to_one_folder_are_both_followed(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder/a.md").write_text("a")
    for name in ("one", "two"):
        (tmp_path / name).symlink_to("folder")

    assert {"folder", "one", "two"} == {Path(path).parent.name for path in walk([str(tmp_path)]).files()}


def test_names_that_count_for_nothing_are_left_out(tmp_path: Path) -> None:
    """The files in which an editor keeps what was not saved yet change all the time."""
    (tmp_path / ".a.md.swp").write_text("a")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git/HEAD").write_text("a")
    (tmp_path / "a.md").write_text("a")

    assert [str(tmp_path / "a.md")] == list(walk([str(tmp_path)], lambda name: name.startswith(".")).files())


def test_names_that_an_earlier_walk_found_are_not_asked_about_again(tmp_path: Path) -> None:
    for name in ("a.md", "b.md", "c.tmp"):
        (tmp_path / name).write_text(name)
    asked = []

    def ignored(name: str) -> bool:
        asked.append(name)
        return name.endswith(".tmp")

    before = walk([str(tmp_path)], ignored)
    (tmp_path / "a.md").write_text("longer")
    again = walk([str(tmp_path)], ignored, before.folders)

    assert ["a.md", "b.md", "c.tmp"] == sorted(asked)
    assert before.folders == again.folders
    assert {"a.md", "b.md"} == {Path(path).name for path in again.files()}
    assert {"a.md"} == {Path(path).name for path, stamp in again.files().items() if stamp != before.files()[path]}


def test_a_folder_in_which_names_came_is_asked_about_anew(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("a")
    before = walk([str(tmp_path)])
    (tmp_path / "b.tmp").write_text("b")

    assert {"a.md"} == {
        Path(path).name for path in walk([str(tmp_path)], lambda name: name == "b.tmp", before.folders).files()
    }


def test_a_file_is_a_walk_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text("a")
    (tmp_path / "link.toml").symlink_to("a.toml")
    file, link = str(tmp_path / "a.toml"), str(tmp_path / "link.toml")

    assert ({file}, False) == (set(walk([file]).files()), walk([file]).links)
    assert ({link}, True) == (set(walk([link]).files()), walk([link]).links)
    assert walk([file]).stamps == walk([link]).stamps


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_is_found_and_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")

    assert [str(tmp_path / "pipe")] == list(walk([str(tmp_path / "pipe")]).files())


def test_folders_without_files_and_paths_without_folders_have_none(tmp_path: Path) -> None:
    (tmp_path / "empty/within").mkdir(parents=True)

    assert {} == walk([str(tmp_path / "empty"), str(tmp_path / "missing")]).files()

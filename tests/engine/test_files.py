"""A file counts as unchanged only where its stamp can be trusted, or its bytes say so."""

import os
import time
from pathlib import Path

import pytest

from sitegen.base.noun import replace
from sitegen.engine.files import FileMemory
from sitegen.engine.walk import NO_FILE, walk


def told(whole: bytes, since: bytes = b"") -> FileMemory:
    return FileMemory(lambda: (whole, since))


def look(folder: Path, before: FileMemory | None = None, started: int | None = None) -> tuple[FileMemory, list[str]]:
    """Take in a folder, after an earlier look; return the memory and the names that changed."""
    known = before.encode() if before else b""
    memory = FileMemory(lambda: (known, b""), started=started)
    changed, _ = memory.compare(walk([str(folder)]))
    return memory, sorted(Path(path).name for path in changed)


def age(file: Path, seconds: int = 60) -> None:
    """Make a file look older."""
    then = time.time_ns() - seconds * 1_000_000_000
    os.utime(file, ns=(then, then))


def overwrite(file: Path, text: str) -> None:
    """Write other bytes into a file, and leave it the time of its last change."""
    stat = file.stat()
    with file.open("r+") as stream:
        stream.write(text)
    os.utime(file, ns=(stat.st_atime_ns, stat.st_mtime_ns))


def test_the_first_look_finds_everything(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("a")
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep/b.md").write_text("b")

    assert ["a.md", "b.md"] == look(tmp_path)[1]


def test_an_old_file_is_not_read_again(tmp_path: Path, monkeypatch) -> None:
    """Its stamp vouches for it."""
    file = tmp_path / "a.md"
    file.write_text("a")
    age(file)
    memory = told(look(tmp_path)[0].encode())
    monkeypatch.setattr("sitegen.engine.files.read_digest", refuse)

    assert ([], False) == memory.compare(walk([str(tmp_path)]))


def test_other_bytes_with_the_old_time_of_change_are_seen(tmp_path: Path) -> None:
    """As `cp -p`, `rsync --inplace` and whoever unpacks an archive over what stands there leave them."""
    file = tmp_path / "a.svg"
    file.write_text("a")
    age(file)
    memory, _ = look(tmp_path)
    overwrite(file, "b")

    assert ["a.svg"] == look(tmp_path, memory)[1]


def test_a_file_saved_just_before_the_look_is_read_again(tmp_path: Path) -> None:
    """It may have been saved once more within one tick of the file system's clock (git: racily clean)."""
    file = tmp_path / "a.md"
    file.write_text("a")
    memory, _ = look(tmp_path)
    overwrite(file, "b")

    assert ["a.md"] == look(tmp_path, memory)[1]


def test_a_file_that_is_named_is_read_again_where_its_stamp_says_little(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text("a")
    memory = told(look(tmp_path)[0].encode())
    overwrite(file, "b")

    assert [str(file)] == memory.changed_among([str(file)])


def test_a_file_in_whose_place_a_link_has_come_says_too_little(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text("a")
    memory = told(look(tmp_path)[0].encode())
    file.unlink()
    (tmp_path / "b").write_text("a")
    file.symlink_to("b")

    assert memory.changed_among([str(file)]) is None


def test_new_stamps_on_old_bytes_are_no_change(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text("a")
    memory, _ = look(tmp_path)
    file.unlink()
    file.write_text("a")

    assert [] == look(tmp_path, memory)[1]


def test_what_differs_from_what_was_written_at_length_is_written_beside_it(tmp_path: Path) -> None:
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text("a")
        age(tmp_path / name)
    memory, _ = look(tmp_path)
    whole = memory.encode()
    for text in ("first", "then"):
        (tmp_path / "b.md").write_text(text)
        memory = memory.next()
        memory.compare(walk([str(tmp_path)]))
    since = memory.since()

    assert since is not None
    assert str(tmp_path / "a.md").encode() not in since
    assert memory.seen == told(whole, since).known


def test_what_was_taken_back_no_longer_differs(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text("a")
    whole = look(tmp_path)[0].encode()
    file.write_text("other")
    edited = told(whole)
    edited.compare(walk([str(tmp_path)]))
    file.write_text("a")
    again = told(whole, edited.since() or b"")

    assert edited.seen == again.known
    assert ([str(file)], False) == again.compare(walk([str(tmp_path)]))
    assert told(whole).known[str(file)][2] == told(whole, again.since() or b"").known[str(file)][2]


@pytest.mark.parametrize("change", ["new", "gone", "many"])
def test_all_is_written_anew_where_files_came_or_went_or_many_differ(tmp_path: Path, change: str) -> None:
    for number in range(300):
        (tmp_path / f"{number}.md").write_text("a")
    whole = look(tmp_path)[0].encode()
    {
        "new": lambda: (tmp_path / "new.md").write_text("a"),
        "gone": (tmp_path / "0.md").unlink,
        "many": lambda: [(tmp_path / f"{number}.md").write_text("b") for number in range(300)],
    }[change]()
    memory = told(whole)
    memory.compare(walk([str(tmp_path)]))

    assert memory.since() is None


def test_a_damaged_memory_is_an_empty_one() -> None:
    assert {} == told(b"\xff\x00 not marshalled").known
    assert {} == FileMemory().known


def test_where_nothing_differs_nothing_is_made_of_the_files(tmp_path: Path, monkeypatch) -> None:
    file = tmp_path / "a.md"
    file.write_text("a")
    age(file)
    again = told(look(tmp_path)[0].encode())
    monkeypatch.setattr("sitegen.engine.filecolumns.FileColumns.files", refuse)

    assert ([], False) == again.compare(walk([str(tmp_path)]))
    assert again.same


def test_a_file_that_differed_before_is_compared_with_what_it_was_then(tmp_path: Path) -> None:
    """Even where it has, by whatever means, the stamp with which it was written down at length."""
    file = tmp_path / "a.md"
    file.write_text("a")
    age(file)
    first = walk([str(tmp_path)])
    whole = look(tmp_path)[0].encode()
    overwrite(file, "b")
    edited = told(whole)
    edited.compare(walk([str(tmp_path)]))
    file.write_text("a")
    again = told(whole, edited.since() or b"")

    assert ([str(file)], False) == again.compare(first)
    assert "" != again.digest_of(str(file))


def test_a_file_is_not_lost_while_a_folder_of_its_name_stands(tmp_path: Path) -> None:
    """The folder above lists the same names."""
    (tmp_path / "a.md").write_text("a")
    memory, _ = look(tmp_path)
    (tmp_path / "a.md").unlink()
    (tmp_path / "a.md").mkdir()
    without = told(memory.encode())

    assert ([], True) == without.compare(walk([str(tmp_path)], before=without.folders))

    (tmp_path / "a.md").rmdir()
    (tmp_path / "a.md").write_text("a")
    again = told(without.encode())

    assert ([str(tmp_path / "a.md")], True) == again.compare(walk([str(tmp_path)], before=again.folders))


def test_a_file_that_goes_while_it_is_looked_at_has_gone(tmp_path: Path) -> None:
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text("a")
    memory, _ = look(tmp_path)
    found = walk([str(tmp_path)])
    again = told(memory.encode())

    assert ([], True) == again.compare(replace(found, stamps=NO_FILE + found.stamps[len(NO_FILE) :]))
    assert 1 == len(again.seen)


@pytest.mark.parametrize("change", ["touched", "new", "gone"])
def test_every_change_is_noticed(tmp_path: Path, change: str) -> None:
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text("a")
        age(tmp_path / name)
    memory, _ = look(tmp_path)
    {
        "touched": lambda: age(tmp_path / "a.md", 30),
        "new": lambda: (tmp_path / "c.md").write_text("c"),
        "gone": (tmp_path / "a.md").unlink,
    }[change]()
    again = told(memory.encode())

    assert {"touched": ([], False), "new": ([str(tmp_path / "c.md")], True), "gone": ([], True)}[change] == (
        again.compare(walk([str(tmp_path)]))
    )


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_is_seen_and_never_opened(tmp_path: Path) -> None:
    """Whoever opens one waits for somebody to write into it."""
    os.mkfifo(tmp_path / "pipe.md")

    assert ["pipe.md"] == look(tmp_path)[1]


def test_a_folder_that_cannot_be_listed_is_seen(tmp_path: Path, monkeypatch) -> None:
    (tmp_path / "shut").mkdir()
    listdir = os.listdir
    monkeypatch.setattr(os, "listdir", lambda path: refuse(path) if path.endswith("shut") else listdir(path))

    assert ["shut"] == look(tmp_path)[1]


def test_a_link_that_leads_nowhere_is_seen(tmp_path: Path) -> None:
    (tmp_path / "gone.md").symlink_to("nowhere")
    memory, changed = look(tmp_path)

    assert ["gone.md"] == changed
    assert [] == look(tmp_path, memory)[1]


def test_a_file_that_cannot_be_read_is_known_and_counts_as_changed_when_it_can(tmp_path: Path, monkeypatch) -> None:
    file = tmp_path / "a.md"
    file.write_text("a")
    with monkeypatch.context() as patched:
        patched.setattr("sitegen.engine.files.read_digest", refuse)
        memory, changed = look(tmp_path)

        assert ["a.md"] == changed
        assert [] == look(tmp_path, memory)[1]
        with pytest.raises(PermissionError):
            memory.fingerprint(str(file), file.stat())

    memory, changed = look(tmp_path, memory)

    assert (["a.md"], [str(file)]) == (changed, list(memory.seen))


def refuse(path: str) -> str:
    """Refuse to read, as the system does without permission."""
    raise PermissionError(13, "Permission denied", path)

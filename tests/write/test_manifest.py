import os
from pathlib import Path

import pytest

from sitegen.base.digest import digest
from sitegen.write.files import Entry, Files
from sitegen.write.manifest import (
    Manifest,
    is_intact,
    read_entry,
    read_manifest,
    read_seal,
    survey,
    write_manifest,
)

MANIFEST = Manifest(
    Files.of(
        {
            "index.html": Entry(digest(b"home"), 4, 1_700_000_000_123_456_789),
            "straße/日本/index.html": Entry(digest(b""), 0, 1),
        }
    ),
    frozenset({"media", "straße"}),
)


def test_what_was_written_is_read(tmp_path):
    write_manifest(tmp_path / "m", MANIFEST)
    assert MANIFEST == read_manifest(tmp_path / "m")


def test_an_empty_manifest_is_not_a_missing_one(tmp_path):
    write_manifest(tmp_path / "m", Manifest())
    assert Manifest() == read_manifest(tmp_path / "m")
    assert read_manifest(tmp_path / "other") is None


@pytest.mark.parametrize("damage", [b"", b"x", b"\x00" * 400], ids=["empty", "short", "zeros"])
def test_a_damaged_manifest_is_none(tmp_path, damage):
    (tmp_path / "m").write_bytes(damage)
    assert read_manifest(tmp_path / "m") is None


def test_one_changed_byte_damages_a_manifest(tmp_path):
    write_manifest(tmp_path / "m", MANIFEST)
    whole = (tmp_path / "m").read_bytes()
    for place in range(len(whole)):
        changed = whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :]
        (tmp_path / "m").write_bytes(changed)
        assert read_manifest(tmp_path / "m") is None, f"byte {place}"
    (tmp_path / "m").write_bytes(whole[:-1])
    assert read_manifest(tmp_path / "m") is None


def test_the_seal_names_the_state(tmp_path):
    write_manifest(tmp_path / "one", MANIFEST)
    write_manifest(tmp_path / "two", Manifest(MANIFEST.files))
    assert read_seal(tmp_path / "one") != read_seal(tmp_path / "two")
    assert "" == read_seal(tmp_path / "missing")


def write(file: Path, text: str) -> Entry:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    entry = read_entry(str(file))
    assert entry is not None
    return entry


def test_files_stand_while_they_are_as_they_were_written(tmp_path):
    files = {"a.html": write(tmp_path / "a.html", "a"), "b/c.html": write(tmp_path / "b/c.html", "c")}
    assert files == survey(tmp_path, Files.of(files))
    (tmp_path / "a.html").write_text("changed", encoding="utf-8")
    assert {"b/c.html": files["b/c.html"]} == survey(tmp_path, Files.of(files))
    (tmp_path / "b/c.html").unlink()
    assert {} == survey(tmp_path, Files.of(files))


@pytest.mark.parametrize(
    ("change", "intact"),
    [
        (lambda file: None, True),
        (lambda file: file.write_text("changed", encoding="utf-8"), False),
        (lambda file: os.utime(file, ns=(5, 5)), False),
        (lambda file: file.unlink(), False),
        (lambda file: (file.rename(file.with_suffix(".old")), file.symlink_to(file.with_suffix(".old"))), False),
    ],
    ids=["as it was", "changed", "touched", "gone", "a link"],
)
def test_a_folder_is_intact_where_sizes_and_times_vouch_for_every_file(tmp_path, change, intact):
    files = Files.of({path: write(tmp_path / "out" / path, path) for path in ("a.html", "b/c.html")})
    change(tmp_path / "out/a.html")
    assert intact == is_intact(tmp_path / "out", files)
    assert not is_intact(tmp_path / "missing", files)


def test_a_file_that_was_only_touched_stands_with_its_new_time(tmp_path):
    files = {"a.html": write(tmp_path / "a.html", "a")}
    os.utime(tmp_path / "a.html", ns=(5, 5))
    assert {"a.html": Entry(digest(b"a"), 1, 5)} == survey(tmp_path, Files.of(files))


def test_a_link_or_a_folder_is_not_the_file_that_stood_there(tmp_path):
    files = {"a.html": write(tmp_path / "a.html", "a"), "b.html": write(tmp_path / "b.html", "b")}
    (tmp_path / "a.html").rename(tmp_path / "elsewhere")
    (tmp_path / "a.html").symlink_to("elsewhere")
    (tmp_path / "b.html").unlink()
    (tmp_path / "b.html").mkdir()
    assert {} == survey(tmp_path, Files.of(files))

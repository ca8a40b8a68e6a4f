import errno
import os
import pickle
import stat

import pytest

from sitegen.base.diagnostics import Failure
from sitegen.base.digest import digest
from sitegen.write.place import cannot_write
from sitegen.write.staging import stage, stage_copy


def mode(file):
    return stat.S_IMODE(file.stat().st_mode)


@pytest.fixture(params=[0o000, 0o022, 0o077], ids=oct)
def umask(request):
    before = os.umask(request.param)
    yield
    os.umask(before)


def test_everybody_may_read_what_is_staged(tmp_path, umask):
    stage(tmp_path / "next", "a/b/index.html", b"page")
    assert 0o644 == mode(tmp_path / "next/a/b/index.html")
    assert [0o755] * 3 == [mode(tmp_path / folder) for folder in ("next", "next/a", "next/a/b")]


def test_a_file_of_an_earlier_build_is_written_over(tmp_path):
    stage(tmp_path, "index.html", b"a long page")
    before = (tmp_path / "index.html").stat().st_ino
    (tmp_path / "index.html").chmod(0o600)
    stage(tmp_path, "index.html", b"short")
    assert b"short" == (tmp_path / "index.html").read_bytes()
    assert before == (tmp_path / "index.html").stat().st_ino
    assert 0o644 == mode(tmp_path / "index.html")


def test_bytes_may_come_in_parts(tmp_path):
    stage(tmp_path, "list.json", b"a long list")
    stage(tmp_path, "list.json", b"[\n", memoryview(b"1"), b"\n]")

    assert b"[\n1\n]" == (tmp_path / "list.json").read_bytes()


def test_a_file_that_stands_elsewhere_too_is_not_written_over(tmp_path):
    (tmp_path / "live.html").write_text("live", encoding="utf-8")
    os.link(tmp_path / "live.html", tmp_path / "index.html")
    stage(tmp_path, "index.html", b"next")
    assert "live" == (tmp_path / "live.html").read_text(encoding="utf-8")
    assert b"next" == (tmp_path / "index.html").read_bytes()


def test_a_large_file_is_made_anew_because_somebody_may_still_read_it(tmp_path):
    stage(tmp_path, "film.mp4", b"x" * 300_000)
    with (tmp_path / "film.mp4").open("rb") as reader:
        assert b"xx" == reader.read(2)
        stage(tmp_path, "film.mp4", b"y" * 300_000)
        assert b"x" * 299_998 == reader.read()


def test_a_link_is_replaced_and_never_followed(tmp_path):
    (tmp_path / "precious").write_text("precious", encoding="utf-8")
    (tmp_path / "next").mkdir()
    (tmp_path / "next/index.html").symlink_to(tmp_path / "precious")
    stage(tmp_path / "next", "index.html", b"page")
    assert "precious" == (tmp_path / "precious").read_text(encoding="utf-8")
    assert not (tmp_path / "next/index.html").is_symlink()


def test_a_file_takes_the_place_of_a_folder_and_a_folder_that_of_a_file(tmp_path):
    stage(tmp_path, "a/b/index.html", b"1")
    stage(tmp_path, "a/b", b"2")
    assert b"2" == (tmp_path / "a/b").read_bytes()
    stage(tmp_path, "a/b/c/index.html", b"3")
    assert b"3" == (tmp_path / "a/b/c/index.html").read_bytes()


def test_a_copy_gives_the_digest_of_what_was_copied(tmp_path):
    (tmp_path / "chart.png").write_bytes(b"\x89PNG")
    assert digest(b"\x89PNG") == stage_copy(tmp_path / "next", "x/chart.png", tmp_path / "chart.png")
    assert b"\x89PNG" == (tmp_path / "next/x/chart.png").read_bytes()


def test_a_write_in_pieces_is_finished(tmp_path, monkeypatch):
    write = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: write(descriptor, data[:2]))
    stage(tmp_path, "index.html", b"a page")
    assert b"a page" == (tmp_path / "index.html").read_bytes()


@pytest.mark.parametrize(
    ("number", "reason", "hint"),
    [
        (errno.ENOSPC, "no space left on device", "free some space; the last good site stands untouched"),
        (
            errno.EACCES,
            "permission denied",
            "give yourself the right to write to a/index.html, or choose another folder",
        ),
        (
            errno.EROFS,
            "read-only file system",
            "give yourself the right to write to a/index.html, or choose another folder",
        ),
        (errno.ENAMETOOLONG, "file name too long", "shorten the address with `slug` or `path`"),
        (errno.EIO, "input/output error", "see to the cause and try again; the last good site stands untouched"),
    ],
)
def test_what_the_system_refuses_is_told_with_its_cause(tmp_path, monkeypatch, number, reason, hint):
    def refuse(*_):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "write", refuse)
    with pytest.raises(Failure) as caught:
        stage(tmp_path, "a/index.html", b"page")
    (found,) = caught.value.diagnostics
    assert ("write/no-space", f"this cannot be written: {reason}", hint) == (
        found.code,
        found.message,
        found.hint,
    )


def test_a_failure_travels_from_a_worker_process(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "write", lambda *_: os.close(-1))
    with pytest.raises(Failure) as caught:
        stage(tmp_path, "index.html", b"page")
    assert caught.value.diagnostics == pickle.loads(pickle.dumps(caught.value)).diagnostics


@pytest.mark.parametrize("closed", ["out/a", "work"])
def test_of_two_folders_the_one_is_named_that_takes_no_file(tmp_path, monkeypatch, closed):
    for name in ("out", "work"):
        (tmp_path / name).mkdir()
    there = tmp_path / closed.partition("/")[0]
    monkeypatch.setattr(os, "access", lambda folder, _: folder != there)
    error = OSError(errno.EACCES, "Permission denied", str(tmp_path / "work/a"), None, str(tmp_path / "out/a/b"))
    (found,) = cannot_write(error, "out").diagnostics

    assert f"give yourself the right to write to {there.as_posix()}, or choose another folder" == found.hint

import errno
import os
import stat
import sys

import pytest
from tests.kit.output import Folder

from sitegen.base.diagnostics import Failure
from sitegen.write import publishing
from sitegen.write.apart import make_apart


def mode(file):
    return stat.S_IMODE(file.stat().st_mode)


@pytest.fixture
def asked(monkeypatch):
    """Return the flags that the system is asked to give, by the inode of the folder."""
    fcntl = pytest.importorskip("fcntl")
    found = {}

    def ioctl(descriptor, request, data):
        if request == 0x80086601:
            return (0x80000).to_bytes(4, sys.byteorder)
        assert 0x40086602 == request
        found[os.fstat(descriptor).st_ino] = int.from_bytes(data, sys.byteorder)
        return data

    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(fcntl, "ioctl", ioctl)
    return found


def test_nothing_but_the_folder_is_left(tmp_path):
    make_apart(tmp_path / "next")
    assert [tmp_path / "next"] == list(tmp_path.iterdir())
    assert [] == list((tmp_path / "next").iterdir())
    assert 0o755 == mode(tmp_path / "next")


def test_a_folder_that_stands_stays(tmp_path, asked):
    (tmp_path / "next").mkdir()
    (tmp_path / "next/page").touch()
    make_apart(tmp_path / "next")
    assert [tmp_path / "next/page"] == list((tmp_path / "next").iterdir())
    assert {} == asked


def test_the_wish_is_told_of_the_folder_above_and_keeps_its_other_flags(tmp_path, asked):
    make_apart(tmp_path / "next")
    assert [0xA0000] == list(asked.values())
    assert (tmp_path / "next").stat().st_ino not in asked


def test_where_the_system_takes_no_wish_the_folder_is_made_all_the_same(tmp_path, monkeypatch):
    fcntl = pytest.importorskip("fcntl")

    def refuse(*_):
        raise OSError(errno.ENOTTY, os.strerror(errno.ENOTTY))

    monkeypatch.setattr(fcntl, "ioctl", refuse)
    make_apart(tmp_path / "next")
    assert [tmp_path / "next"] == list(tmp_path.iterdir())


def test_what_cannot_be_made_leaves_nothing_behind(tmp_path, monkeypatch):
    def refuse(source, target):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), target)

    monkeypatch.setattr(os, "rename", refuse)
    with pytest.raises(OSError, match="No space left"):
        make_apart(tmp_path / "next")
    assert [] == list(tmp_path.iterdir())


def test_only_many_files_get_a_folder_of_their_own(tmp_path, asked, monkeypatch):
    monkeypatch.setattr(publishing, "_MANY", 2)
    folder = Folder(tmp_path)
    folder.build({"index.html": "home"})
    assert {} == asked
    folder.build({"index.html": "home, again", "404.html": "lost"})
    assert 1 == len(asked)
    assert {"index.html": "home, again", "404.html": "lost"} == folder.shows()


def test_a_disk_that_is_full_is_told(tmp_path, monkeypatch):
    def refuse(folder):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(folder))

    monkeypatch.setattr("sitegen.write.apart.make_apart", refuse)
    monkeypatch.setattr(publishing, "_MANY", 1)
    with pytest.raises(Failure) as failure:
        Folder(tmp_path).build({"index.html": "home"})
    assert ["write/no-space"] == [found.code for found in failure.value.diagnostics]

"""Who else is at work, and what the system does not allow, is told; what is a mistake of ours is not hidden."""

import errno
import os

import pytest
from tests.kit.site import NOW, SiteBench

from sitegen.base.diagnostics import Failure
from sitegen.model.config import Flags
from sitegen.pipeline import build
from sitegen.pipeline.refusals import refusals

STANDS = "the site stands whole, and the next build makes up for this one"


@pytest.mark.parametrize(
    ("number", "name", "message", "hint"),
    [
        (errno.ENOSPC, "build.sqlite", "this cannot be written: {}", f"free some space; {STANDS}"),
        (errno.ENOSPC, None, "this cannot be written: {}", f"free some space; {STANDS}"),
        (errno.EACCES, "images/a.jpg", "this cannot be written: {}", "give yourself the right to write to {}"),
        (errno.EROFS, None, "this cannot be written: {}", "give yourself the right to write to .sitegen"),
        (errno.EIO, "", "this cannot be written: {}", f"see to the cause and try again; {STANDS}"),
        (errno.EAGAIN, "build.lock", "another build is running in this folder", "wait until it has ended, or stop it"),
    ],
)  # fmt: skip
def test_each_is_told_with_its_cause_and_what_to_do(tmp_path, number, name, message, hint):
    file = None if name is None else str(tmp_path / ".sitegen" / name)
    with pytest.raises(Failure) as caught, refusals(tmp_path, "sitegen.toml"):
        raise OSError(number, os.strerror(number), file)

    (found,) = caught.value.diagnostics
    assert (message.format(os.strerror(number).lower()), hint.format(tmp_path)) == (found.message, found.hint)


def test_the_right_that_is_missing_is_that_to_what_is_there(tmp_path):
    (tmp_path / ".sitegen").mkdir()
    (tmp_path / ".sitegen/build.lock").touch()

    for name in ("build.lock", "next/a/b.html"):
        file = tmp_path / ".sitegen" / name
        with pytest.raises(Failure) as caught, refusals(tmp_path, "sitegen.toml"):
            raise PermissionError(errno.EACCES, "Permission denied", str(file))
        there = file if file.exists() else tmp_path / ".sitegen"
        assert f"give yourself the right to write to {there}" == caught.value.diagnostics[0].hint


def test_a_file_that_goes_while_the_site_is_built_is_named(tmp_path):
    bench = SiteBench(tmp_path, "-- content/a.md --\n---\ntitle: A\ndate: 2026-11-01\n---\n-- content/data.csv --\n1\n")

    def leave(*_):
        (bench.root / "content/data.csv").unlink(missing_ok=True)

    with pytest.raises(Failure) as caught:
        build(bench.root, Flags(now=NOW, workers=1), leave)

    (found,) = caught.value.diagnostics
    assert ("scan/unreadable", "content/data.csv") == (found.code, found.span.path)
    assert "this cannot be read: no such file or directory" == found.message
    assert "it went while the site was built: build again" == found.hint
    assert {} == bench.output()


@pytest.mark.parametrize(
    "error", [FileNotFoundError(errno.ENOENT, "gone", "/content/a.md"), OSError("odd"), KeyError()]
)
def test_anything_else_is_not(tmp_path, error):
    with pytest.raises(type(error)) as caught, refusals(tmp_path, "sitegen.toml"):
        raise error

    assert error is caught.value

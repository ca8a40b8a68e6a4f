"""The repository holds what people wrote, and nothing that a machine left behind."""

import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
TOP = {".ci", ".github", ".gitignore", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "Makefile", "README.md"} | {
    "benchmarks",
    "content",
    "output",
    "pyproject.toml",
    "src",
    "templates",
    "tests",
    "themes",
}
MOST = 128 * 1024
"""Bytes of one file: pictures of the publication have half of that."""

pytestmark = pytest.mark.skipif(not (ROOT / ".git").exists(), reason="only a checkout says which files are its own")


@pytest.fixture(scope="module")
def tracked() -> list[str]:
    command = ["git", "-c", "safe.directory=*", "-c", "core.quotePath=off", "ls-files"]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, encoding="utf-8").stdout.splitlines()


def test_the_top_level_is_what_the_handbook_knows(tracked):
    assert TOP == {name.split("/")[0] for name in tracked}


def test_the_output_folder_is_there_and_empty(tracked):
    assert ["output/.gitignore"] == [name for name in tracked if name.startswith("output/")]


def test_no_file_is_larger_than_a_picture(tracked):
    assert [] == [name for name in tracked if (ROOT / name).exists() and (ROOT / name).stat().st_size > MOST]

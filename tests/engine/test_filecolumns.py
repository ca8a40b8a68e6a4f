"""Files come out of columns, and out of bytes, as they were put in."""

import pytest

from sitegen.engine.filecolumns import FileColumns, decode, decode_since, encode_since
from sitegen.engine.walk import STAMP, walk


@pytest.fixture
def found(tmp_path):
    """What a walk finds below a folder with three files."""
    (tmp_path / "deep").mkdir()
    for name in ("a.md", "b.md", "deep/c.md"):
        (tmp_path / name).write_text(name)
    return walk([str(tmp_path)])


def test_files_come_back_but_for_one_that_has_gone(found):
    gone, *there = sorted(found.files())
    files = {
        path: (found.files()[path], path.endswith("b.md"), "digest" if path.endswith("c.md") else "") for path in there
    }

    columns = decode(FileColumns.of(files, found.folders).encode())

    assert files == columns.files()
    assert {path.rpartition("/")[2] for path in files} == {"b.md", "c.md"}, gone


def test_a_few_files_come_back():
    files = {"/a.md": (STAMP.pack(1, 2, 3, 4, 5), True, "digest")}

    assert files == decode_since(encode_since(files))


@pytest.mark.parametrize("data", [b"", b"torn", b"i\x01\x00\x00\x00"])
def test_nothing_comes_of_damaged_bytes(data):
    assert {} == decode(data).files() == decode_since(data)

"""Files in columns are those that were put there, whichever way they are asked for."""

import pytest

from sitegen.base.digest import digest
from sitegen.write.files import Entry, Files

A, B, C = (Entry(digest(name), size, 1_700_000_000_123_456_789 + size) for size, name in enumerate((b"a", b"b", b"c")))
TABLE = {"a.html": A, "straße/日本.html": B}


def test_files_are_what_was_put_into_columns() -> None:
    files = Files.of(TABLE)

    assert TABLE == files.table()
    assert TABLE == {path: files[path] for path in files}
    assert TABLE == files
    assert {"a.html": A.digest, "straße/日本.html": B.digest} == files.digest_of_each()
    assert (2, True, False, None) == (len(files), "a.html" in files, "b.html" in files, files.get("b.html"))
    with pytest.raises(KeyError):
        files["b.html"]


def test_none_are_none() -> None:
    assert (0, {}, {}) == (len(Files.of({})), Files.of({}).table(), Files.of({}).digest_of_each())


def test_some_become_others() -> None:
    files = Files.of(TABLE)

    assert {"a.html": C, "straße/日本.html": B} == files.with_others({"a.html": C})
    assert TABLE == files


@pytest.mark.parametrize(
    ("other", "same"),
    [
        ({"straße/日本.html": B, "a.html": A}, True),
        ({"a.html": A}, False),
        ({"a.html": C, "straße/日本.html": B}, False),
        ({"a.html": A._replace(mtime=5), "straße/日本.html": B}, False),
    ],
    ids=["another order", "fewer", "other bytes", "another time"],
)
def test_the_same_files_are_equal(other: dict[str, Entry], *, same: bool) -> None:
    assert same == (Files.of(TABLE) == Files.of(other))

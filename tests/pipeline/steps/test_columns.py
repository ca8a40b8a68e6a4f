"""Long arrays are kept in pieces."""

from array import array

import pytest

from sitegen.engine.store import open_store
from sitegen.pipeline.steps.columns import Columns

LONG = array("I", range(9000))


@pytest.fixture
def store(tmp_path):
    store = open_store(tmp_path / "s.sqlite", "1")
    yield store
    store.close()


def test_what_was_saved_comes_back(store):
    columns = [LONG, array("I"), array("I", [7])]
    Columns(store).save(columns)

    assert columns == Columns(store).load([9000, 0, 1])


def test_only_pieces_that_differ_are_written(store, monkeypatch):
    Columns(store).save([LONG, LONG])
    columns = Columns(store)
    first, second = columns.load([9000, 9000])
    first[5] = 77
    written = []
    monkeypatch.setattr(store, "put_entries", written.extend)
    columns.save([first, second])

    assert [first[:1000].tobytes()] == [data for _, data in written]


def test_pieces_that_are_gone_are_forgotten(store):
    Columns(store).save([LONG])
    columns = Columns(store)
    columns.load([9000])
    columns.save([LONG[:10]])

    assert [LONG[:10]] == Columns(store).load([10])
    assert 1 == len(dict(store.entries(range(-50, 0))))

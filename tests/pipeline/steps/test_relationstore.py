"""What is known of relations comes back from the store as it was put."""

from array import array
from collections.abc import Iterator

import pytest
from tests.kit.nouns import article

from sitegen.base.noun import replace
from sitegen.engine.store import Store, open_store
from sitegen.link.related import relate
from sitegen.link.related.about import About
from sitegen.link.related.postings import Leading
from sitegen.link.related.settle import Rule, settle
from sitegen.link.related.table import Document
from sitegen.pipeline.nouns import CODEC
from sitegen.pipeline.steps.relationstore import Columns, Known, RelationStore, forget_relations

ARTICLES = [
    article(f"a{n}", title=f"Subject{n} today", text=f"More on subject{n + 1} and subject{n + 2}.") for n in range(8)
]


@pytest.fixture
def finished(tmp_path) -> Iterator[tuple[Store, Known]]:
    """Give a store with a finished build of the articles, and what that knew."""
    store = open_store(tmp_path / "s.sqlite", "1")
    store.put_parsed((one.id, "key", CODEC.encode(one), b"", b"") for one in ARTICLES)
    found = relate([Document(one.id, one.meta.date.toordinal(), one.terms) for one in ARTICLES])
    settled = settle(found.table, {"a1": Rule(("a7",), frozenset({"a2"}))}, 3)
    shelved = found.table.days[:1]
    known = Known(found.table, About.of(found.about), Leading.of(found.leading), settled, {"a3": ("a5",)}, shelved)
    kept = RelationStore(store)
    kept.begin_anew(found)
    kept.put_said(found.table.said)
    kept.save(known, rules=True)
    yield store, known
    store.close()


def test_what_was_known_comes_back(finished):
    store, known = finished

    back = RelationStore(store).load()

    assert known.table.ids == back.table.ids
    assert known.table.said == dict(back.table.remembered(range(8)))
    assert known.settled.rules == back.settled.rules
    assert known.settled.places == back.settled.places
    assert (known.spares, known.shelved) == (back.spares, back.shelved)
    assert known.about.arrays() == back.about.arrays()


def test_what_is_forgotten_is_not_known(finished):
    store, _ = finished

    forget_relations(store)

    assert RelationStore(store).load() is None


def test_an_article_that_was_parsed_again_is_read_as_it_was(finished):
    store, _ = finished
    edited = article("a1", title="Another subject", text="Of something else.")
    store.retain(["a1"])
    store.put_parsed([("a1", "key", CODEC.encode(replace(edited, id="a1")), b"", b"")])

    kept = RelationStore(store)
    kept.load()

    assert {"a1"} == kept.replaced
    assert ARTICLES[1].terms == kept.terms("a1") != edited.terms


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

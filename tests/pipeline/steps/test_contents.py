"""Texts come from the store in whichever process asks, and whatever the folder is called."""

import pickle
import sqlite3
from pathlib import Path

import pytest
from tests.kit.parsing import read
from tests.kit.site import SiteBench

from sitegen.engine.store import open_store
from sitegen.pipeline.nouns import CODEC
from sitegen.pipeline.steps.contents import Contents


@pytest.fixture
def store(tmp_path: Path):
    """A store with one parsed source."""
    store = open_store(tmp_path / "s.sqlite", "1")
    parsed = read("---\ntitle: Alpha\ndate: 2026-11-01\n---\nText.\n")
    store.put_parsed([("x", "key", CODEC.encode(parsed.article), CODEC.encode(parsed.content), b"")])
    store.commit()
    yield store
    store.close()


def test_an_article_and_its_text_come_back(store) -> None:
    contents = Contents(store.file)

    assert ("Alpha", "Text.\n") == (contents.article("x").meta.title, contents.content("x").markdown)
    assert (None, None) == (contents.article("y"), contents.content("y"))
    contents.close()


def test_only_the_file_travels_to_another_process(store) -> None:
    contents = Contents(store.file)
    contents.content("x")
    there = pickle.loads(pickle.dumps(contents))

    assert "Text.\n" == there.content("x").markdown
    contents.close()
    there.close()


def test_what_was_closed_opens_again(store) -> None:
    contents = Contents(store.file)
    contents.close()

    assert "Alpha" == contents.article("x").meta.title
    contents.close()


def test_keys_are_those_of_the_store(store) -> None:
    contents = Contents(store.file)

    assert ("key", None) == (contents.key("x"), contents.key("y"))
    contents.close()


def test_what_is_committed_later_is_seen_and_nothing_can_be_written(store) -> None:
    contents = Contents(store.file)
    contents.content("x")
    store.put_questions([(1, "lead", "digest of x", b"x"), (2, "article x", "key", None)])

    assert contents.store.value("lead") is None

    store.commit()

    assert (b"x", "digest of x") == (contents.store.value("lead"), contents.store.told("lead"))
    assert (None, "key") == (contents.store.value("article x"), contents.store.told("article x"))
    assert (None, None) == (contents.store.value("unasked"), contents.store.told("unasked"))
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        contents.store.put("key", b"")
    contents.close()


@pytest.mark.slow
@pytest.mark.parametrize("name", ["100% news", "news #1", "news?", "wörter & 新聞", "a'b"])
def test_a_folder_may_have_any_name(tmp_path: Path, name: str) -> None:
    bench = SiteBench(tmp_path / name).write("content/a.md", "---\ntitle: A\ndate: 2026-11-01\n---\nFirst.\n").build()

    assert [] == bench.codes

    bench.edit("content/a.md", "First", "Second").build()

    assert "Second." in bench.read("a/index.html")

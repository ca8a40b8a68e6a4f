"""What is put comes back; what is damaged or of another version is forgotten, never trusted."""

from contextlib import closing
from pathlib import Path

import pytest

from sitegen.engine.store import open_store, spell, unspell


def test_committed_values_come_back(tmp_path: Path) -> None:
    store = open_store(tmp_path / "s.sqlite", "1")
    store.put("a", b"1")
    store.commit()
    store.put("b", b"2")
    store.close()
    again = open_store(tmp_path / "s.sqlite", "1")

    assert (b"1", None) == (again.get("a"), again.get("b"))
    again.close()


def test_another_version_starts_anew(tmp_path: Path) -> None:
    store = open_store(tmp_path / "s.sqlite", "1")
    store.put("a", b"1")
    store.put_parsed([("x", "key", b"l", b"h", b"s")])
    store.commit()
    store.close()
    again = open_store(tmp_path / "s.sqlite", "2")

    assert (None, {}) == (again.get("a"), again.parsed_keys())
    again.close()


@pytest.mark.parametrize("damage", [b"", b"not a database" * 99, b"SQLite format 3\x00" + b"\xff" * 4000])
def test_a_damaged_file_is_replaced(tmp_path: Path, damage: bytes) -> None:
    store = open_store(tmp_path / "s.sqlite", "1")
    store.put("a", b"1")
    store.commit()
    store.close()
    (tmp_path / "s.sqlite").write_bytes(damage)
    again = open_store(tmp_path / "s.sqlite", "1")

    assert again.get("a") is None
    again.close()


def test_a_new_file_whose_build_was_killed_is_replaced(tmp_path: Path) -> None:
    killed = tmp_path / "killed.sqlite"
    with closing(open_store(tmp_path / "s.sqlite", "1")) as store:
        store.put_parsed([(f"x{number}", "key", b"l", bytes(9000), b"s") for number in range(999)])
        killed.write_bytes(store.file.read_bytes())

    assert killed.stat().st_size > 1_000_000
    with closing(open_store(killed, "1")) as store:
        assert {} == store.parsed_keys()


def test_outputs_are_found_by_what_they_asked(tmp_path: Path) -> None:
    store = open_store(tmp_path / "s.sqlite", "1")
    store.put_questions([(1, "card\x1fa", "d1", b"v"), (2, "card\x1fb", "d2", None)])
    store.put_outputs([(1, "a.html", b"p", b"", b"", "new"), (2, "b.html", b"q", b"", b"said", "new")])
    store.put_asked([(1, 1), (1, 2), (2, 2)])

    assert {"a.html": [1], "b.html": [1, 2]} == store.outputs_that_asked([1, 2])
    assert {"card\x1fb": (2, "d2")} == store.asked_about(["card\x1fb", "card\x1fc"])
    assert (b"v", None, None) == (store.value("card\x1fa"), store.value("card\x1fb"), store.value("card\x1fc"))
    assert [("b.html", b"said")] == list(store.said())
    store.close()


def test_questions_nobody_asks_are_forgotten(tmp_path: Path) -> None:
    store = open_store(tmp_path / "s.sqlite", "1")
    store.put_questions([(1, "a", "d", None), (2, "b", "d", None)])
    store.put_asked([(2, 1)])
    store.drop_unasked()

    assert {"b"} == store.digests().keys()
    store.close()


def test_the_folder_ignores_itself(tmp_path: Path) -> None:
    open_store(tmp_path / "cache" / "s.sqlite", "1").close()

    assert "*\n" == (tmp_path / "cache" / ".gitignore").read_text()


def test_words_of_a_question_may_hold_anything_but_the_separator() -> None:
    assert ("card", "a b:c/é", "") == unspell(spell(("card", "a b:c/é", "")))


def test_a_file_that_another_process_writes_to_is_left_alone(tmp_path: Path, monkeypatch) -> None:
    """It is neither damaged nor of another version, however long that process takes."""
    monkeypatch.setattr("sitegen.engine.store._PATIENCE", 0.0)
    store = open_store(tmp_path / "s.sqlite", "1")
    store.put("a", b"1")
    with pytest.raises(BlockingIOError):
        open_store(tmp_path / "s.sqlite", "2")
    store.commit()
    store.close()
    again = open_store(tmp_path / "s.sqlite", "1")

    assert b"1" == again.get("a")
    again.close()


def test_entries_come_back_by_number(tmp_path: Path) -> None:
    store = open_store(tmp_path / "s.sqlite", "1")
    store.put_entries((number, str(number).encode()) for number in range(1200))
    store.put_entries([(7, b"new")])
    store.drop_entries([8])

    assert {7: b"new", 9: b"9"} == dict(store.entries([7, 8, 9, 5000]))
    assert 1199 == len(dict(store.entries(range(1200))))
    store.drop_entries()
    assert {} == dict(store.entries([7]))
    store.close()


def test_what_is_replaced_is_retained_as_the_last_finished_build_knew_it(tmp_path: Path) -> None:
    store = open_store(tmp_path / "s.sqlite", "1")
    for light in (b"first", b"second", b"third"):
        store.retain(["x", "unknown"])
        store.put_parsed([("x", "key", light, b"h", b"s")])

    assert (["x"], b"first") == (store.retained(), store.get("was:x", "state"))
    store.drop_retained()
    assert [] == store.retained()
    store.close()


def test_what_only_one_version_can_use_goes_with_it(tmp_path, monkeypatch):
    with closing(open_store(tmp_path / "s.sqlite", "1" * 32)) as store:
        before = store.folder("templates")
        before.mkdir(parents=True)
        assert before == store.folder("templates")
        store.commit()
    with closing(open_store(tmp_path / "s.sqlite", "2" * 32)) as store:
        now = store.folder("templates")

        now.mkdir(parents=True)
        monkeypatch.setattr("shutil.rmtree", None)
        assert now == store.folder("templates")

    assert (tmp_path / "templates" / ("2" * 16), False) == (now, before.exists())

"""An answer of the last build counts where nothing can have changed it; all else is for the whole walk."""

from array import array
from pathlib import Path

import pytest
from tests.kit.parsing import read

from sitegen.base.digest import digest
from sitegen.engine.store import Store, open_store, spell
from sitegen.pipeline.nouns import CODEC
from sitegen.pipeline.shortcuts.remembered import NeverAsked, Remembered, RememberedTeller
from sitegen.pipeline.steps.contents import Contents


@pytest.fixture
def answers(tmp_path: Path):
    """Answers of a build that asked for a list, a lead, and an article whose source was parsed again since."""
    store = open_store(tmp_path / "s.sqlite", "1")
    for ident, key in (("x", "key x"), ("y", "another key")):
        parsed = read(f"---\ntitle: {ident}\ndate: 2026-11-01\n---\nText.\n")
        store.put_parsed([(ident, key, CODEC.encode(parsed.article), CODEC.encode(parsed.content), b"")])
    store.put_questions([
        (1, spell(("ids", "home", "0", "9")), "d", CODEC.encode(("x", "y"))),
        (2, spell(("lead",)), "d", CODEC.encode("x")),
        (3, spell(("article", "x")), "key x", None),
        (4, spell(("content", "x")), "key x", None),
        (5, spell(("article", "y")), "key y", None),
        (6, spell(("names", "tag")), "d of tags", CODEC.encode("many " * 9999)),
        (7, spell(("names", "page")), "d of pages", CODEC.encode("few")),
    ])  # fmt: skip
    store.put_outputs([(1, "index.html", b"p", array("I", (1, 2, 3, 6, 7)).tobytes(), b"", "new")])
    store.commit()
    contents = Contents(store.file)
    yield Remembered(contents, {("lead",): "y"})
    contents.close()
    store.close()


def test_what_was_asked_is_known(answers: Remembered) -> None:
    assert ("x", "y") == answers.answer(("ids", "home", "0", "9"))


def test_what_an_edit_gives_comes_first(answers: Remembered) -> None:
    assert "y" == answers.answer(("lead",))


def test_an_article_is_the_one_that_was_parsed(answers: Remembered) -> None:
    assert "x" == answers.answer(("article", "x")).meta.title
    assert "Text.\n" == answers.answer(("content", "x")).markdown


@pytest.mark.parametrize("question", [("related", "x"), ("article", "z"), ("content", "y"), ("ids", "home", "0", "10")])
def test_what_nobody_asked_is_not_known(answers: Remembered, question: tuple[str, ...]) -> None:
    with pytest.raises(NeverAsked):
        answers.answer(question)


def test_what_was_parsed_since_and_never_finished_is_not_known(answers: Remembered) -> None:
    """A build that failed read it; the file is what it was before."""
    with pytest.raises(NeverAsked):
        answers.answer(("article", "y"))


def test_what_is_recalled_is_answered_without_the_store(answers: Remembered, monkeypatch: pytest.MonkeyPatch) -> None:
    answers.recall(["index.html", "no-such.html"])
    monkeypatch.setattr(Store, "value", lambda _, words: pytest.fail(f"asked for {words}"))

    assert ("few", ("x", "y"), "y") == (
        answers.answer(("names", "page")),
        answers.answer(("ids", "home", "0", "9")),
        answers.answer(("lead",)),
    )


def test_a_long_answer_is_read_when_it_is_asked_for(answers: Remembered) -> None:
    answers.recall(["index.html"])

    assert "many " * 9999 == answers.answer(("names", "tag"))


def test_what_was_recalled_is_told_with_the_digest_that_it_had(answers: Remembered) -> None:
    teller = RememberedTeller(answers, {"x": "key x"}.get)
    teller.begin(["index.html"])

    assert ("d of tags", None) == teller.tell(("names", "tag"))[1:]
    assert "key x" == teller.tell(("article", "x"))[1]


def test_what_an_edit_gives_is_told_with_a_digest_of_its_own(answers: Remembered) -> None:
    teller = RememberedTeller(answers, {}.get)
    teller.begin(["index.html"])

    assert (spell(("lead",)), digest(CODEC.encode("y")), CODEC.encode("y")) == teller.tell(("lead",))

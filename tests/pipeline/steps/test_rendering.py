"""Every question is told once, with a digest; a page that stands as it was made is not staged again."""

from collections.abc import Callable

import pytest
from tests.kit.nouns import config

from sitegen.base.digest import digest
from sitegen.engine.store import spell
from sitegen.engine.workers import ALONE, Workers
from sitegen.model.output import Artifact, Page
from sitegen.pipeline.nouns import CODEC
from sitegen.pipeline.steps.rendering import Batch, Bench, Teller, render_all
from sitegen.render.view import View

PAGES = tuple(Page(f"{name}.html", f"/{name}", "article", name) for name in "abcdef")


class Answers:
    """Every question's answer is its last word."""

    def answer(self, question: tuple[str, ...]) -> object:
        """Return it."""
        return question[-1]


def open_renderer() -> Callable[[Page, View], Artifact]:
    """Return what makes a page of its subject and the lead."""

    def render(page: Page, view: View) -> Artifact:
        data = f"{view.card(page.subject)} {view.lead()}".encode()
        return Artifact(page.path, digest(data), data)

    return render


def rendered(standing: dict[str, str] | None = None, workers: Workers = ALONE) -> tuple[list[Batch], dict[str, bytes]]:
    """Make all pages; return the batches and what was staged in this process."""
    staged: dict[str, bytes] = {}
    bench = Bench(open_renderer, Teller(Answers(), {}.get), config(), standing or {}, staged.__setitem__)
    return list(render_all(PAGES, bench, workers)), staged


def test_a_page_is_made_staged_and_remembered_with_what_it_asked() -> None:
    (batch,), staged = rendered()
    first = batch.pages[0]
    words = [batch.told[place][0] for place in first.asked]

    assert b"a lead" == staged["a.html"]
    assert (digest(b"a lead"), b"") == (first.digest, first.said)
    assert [spell(("card", "a")), spell(("lead",))] == words


def test_every_question_is_told_once() -> None:
    (batch,), _ = rendered()
    words = [words for words, _, _ in batch.told]

    assert 7 == len(words) == len(set(words))
    assert (digest(CODEC.encode("lead")), CODEC.encode("lead")) == next(
        told[1:] for told in batch.told if told[0] == spell(("lead",))
    )


def test_what_stands_already_is_not_staged() -> None:
    _, staged = rendered({"a.html": digest(b"a lead"), "b.html": "other bytes"})

    assert ["b.html", "c.html", "d.html", "e.html", "f.html"] == list(staged)


@pytest.mark.parametrize("question", [("article", "x"), ("content", "x")])
def test_what_was_parsed_is_known_by_its_key(question: tuple[str, str]) -> None:
    """A text is not encoded to know whether it changed."""
    assert (spell(question), "key of x", None) == Teller(Answers(), {"x": "key of x"}.get).tell(question)
    assert (spell(question), "", None) == Teller(Answers(), {}.get).tell(question)


def test_an_answer_is_told_once() -> None:
    """Its digest stands for it from then on."""
    teller = Teller(Answers(), {}.get)
    words, told, data = teller.tell(("lead",))

    assert data is not None
    assert [(words, told, None)] * 2 == [teller.tell(("lead",)), teller.tell(("lead",))]


def test_several_processes_tell_what_one_tells() -> None:
    """But for the order in which answers come first."""
    alone, _ = rendered()
    together, _ = rendered(workers=Workers(2, least=2))

    assert [page for batch in alone for page in batch.pages] == [page for batch in together for page in batch.pages]

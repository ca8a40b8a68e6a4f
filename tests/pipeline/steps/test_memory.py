"""A page stands where whatever it asked has the same answer; otherwise it is made again, for a reason."""

from array import array
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.kit.nouns import article, config, inputs

from sitegen.base.diagnostics import Span, problem
from sitegen.base.digest import digest
from sitegen.base.noun import replace
from sitegen.engine.store import Store, open_store, spell
from sitegen.link import link
from sitegen.model.output import Page
from sitegen.pipeline.nouns import CODEC
from sitegen.pipeline.steps.memory import (
    Answered,
    compare_all,
    compare_some,
    describe,
    keep,
    numbers_of,
    reason,
    stale_pages,
)
from sitegen.pipeline.steps.rendering import Batch, Made, Rendered, Teller

CARD = link((article("a", title="Alpha"),), inputs((article("a"),)), config()).cards["a"]
A, B = Page("a.html", "/a", "article", "a"), Page("b.html", "/b", "article", "b")
CARD_OF_A, LEAD, TERM = ("card", "a"), ("lead",), ("term", "tag:x")


class Told:
    """Answers that a test gives."""

    def __init__(self, **answers: object) -> None:
        self.answers = {("card", "a"): CARD, ("lead",): "a", ("term", "tag:x"): None} | {
            {"card": CARD_OF_A, "lead": LEAD, "term": TERM}[name]: answer for name, answer in answers.items()
        }

    def answer(self, question: tuple[str, ...]) -> object:
        """Return it."""
        return self.answers[question]


def teller(**answers: object) -> Teller:
    """Return what tells those answers."""
    return Teller(Told(**answers), {}.get)


def made(asked: dict[Page, tuple[tuple[str, ...], ...]], told: Teller, said: bytes = b"") -> Made:
    """Return pages as if they had been made, each with what it asked; with an error `said`, as if they could not be."""
    places = {question: place for place, question in enumerate(dict.fromkeys(q for qs in asked.values() for q in qs))}
    pages = tuple(
        Rendered(page, digest(b"") if said else "digest", said, array("I", [places[one] for one in questions]))
        for page, questions in asked.items()
    )
    result = Made()
    result.add(Batch(pages, tuple(told.tell(question) for question in places)))
    return result


NOTHING = Answered({}, lambda _: None)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A store after a build of two pages: one asked for a card and a lead, one for the lead and a tag."""
    store = open_store(tmp_path / "s.sqlite", "1")
    asked = {A: (CARD_OF_A, LEAD), B: (LEAD, TERM)}
    keep(store, made(asked, teller()), NOTHING, (), dict.fromkeys(asked, "made for the first time"))
    yield store
    store.close()


def stale(
    store: Store, *pages: Page, standing: tuple[str, ...] = ("a.html", "b.html"), **answers: object
) -> dict[str, str]:
    """Return what must be made, by path, and why."""
    found, _ = stale_pages(
        store, pages or (A, B), compare_all(store, teller(**answers)), dict.fromkeys(standing, "digest")
    )
    return {page.path: why for page, why in found.items()}


def test_where_nothing_changed_every_page_stands(store: Store) -> None:
    assert {} == stale(store)


def test_a_changed_answer_concerns_who_asked(store: Store) -> None:
    assert {"a.html": "card of a changed: title"} == stale(store, card=replace(CARD, title="Aleph"))
    assert {"b.html": "term of tag:x changed"} == stale(store, term="now there is one")
    assert ["a.html", "b.html"] == list(stale(store, lead="b"))


def test_absence_is_an_answer(store: Store) -> None:
    assert {"a.html": "card of a changed"} == stale(store, card=None)


def test_a_page_that_is_new_lost_or_another_is_made(store: Store) -> None:
    new = Page("c.html", "/c", "article", "c")

    assert {"c.html": "made for the first time"} == stale(store, A, B, new)
    assert {"b.html": "the file was missing or had other bytes"} == stale(store, standing=("a.html",))
    assert {"a.html": "the list that it belongs to grew or shrank"} == stale(store, replace(A, numbers=2), B)


def test_reasons_name_cards_first_and_no_more_than_three() -> None:
    changed = {spell(("lead", str(number))): (number, "", b"") for number in range(4)} | {
        spell(CARD_OF_A): (9, "", b"")
    }

    assert "card of a changed; lead of 0 changed; lead of 1 changed; and 2 more" == reason(
        list(changed),
        Answered({words: (n, d, CODEC.encode("x")) for words, (n, d, _) in changed.items()}, lambda _: None),
    )


def test_a_change_names_the_fields_that_changed() -> None:
    before, after = CODEC.encode(CARD), CODEC.encode(replace(CARD, title="Aleph", minutes=2))

    assert "card of a changed: title, minutes" == describe(spell(CARD_OF_A), before, after)
    assert "card of a changed" == describe(spell(CARD_OF_A), None, after)


def test_only_what_is_asked_about_is_compared(store: Store) -> None:
    told = teller(card=replace(CARD, title="Aleph"), lead="b")

    assert {spell(LEAD)} == compare_some(store, told, [LEAD, ("card", "nobody asked")]).changed.keys()


def test_a_page_made_again_has_asked_what_it_asked_now(store: Store) -> None:
    again = made({A: (TERM,)}, teller())
    keep(store, again, NOTHING, (), {A: "why"})

    assert {} == stale(store, card=None)
    assert ["a.html", "b.html"] == list(stale(store, term="new"))
    assert ("why", 1) == (store.why("a.html"), len(numbers_of(store.asked_by("a.html")[1])))


def test_a_changed_answer_is_the_one_that_counts_from_then_on(store: Store) -> None:
    told = teller(lead="b")
    answered = compare_all(store, told)
    keep(store, made({A: (CARD_OF_A, LEAD), B: (LEAD, TERM)}, told), answered, (), {A: "", B: ""})

    assert {} == stale(store, lead="b")
    assert ["a.html", "b.html"] == list(stale(store, lead="a"))
    assert "b" == CODEC.decode(store.value(spell(LEAD)))


def test_a_page_that_is_gone_or_could_not_be_made_is_forgotten(store: Store) -> None:
    wrong = problem("render/template-error", "no", Span("templates/x.html"))
    broken = made({B: (LEAD,)}, teller(), CODEC.encode((wrong,)))
    keep(store, broken, NOTHING, ("a.html",), {B: "why"})

    assert {"b.html"} == broken.broken()
    assert ({}, {}) == (store.outputs(), store.outputs_that_asked([1, 2, 3]))
    assert ["a.html", "b.html"] == list(stale(store))

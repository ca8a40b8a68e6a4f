"""Every question is told once, with a digest; a page that stands as it was made is not staged again."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.kit.nouns import config
from tests.kit.site import NOW

from sitegen.base.diagnostics import Failure
from sitegen.base.digest import digest
from sitegen.engine.store import spell
from sitegen.engine.workers import ALONE, Workers
from sitegen.model.config import Flags
from sitegen.model.output import Artifact, Page
from sitegen.pipeline import build
from sitegen.pipeline.job import Viewers
from sitegen.pipeline.nouns import CODEC
from sitegen.pipeline.steps.rendering import Batch, Bench, Standing, Teller, render_all
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
    bench = Bench(
        open_renderer, Teller(Answers(), {}.get), config(), Standing(Path("output"), standing or {}, staged.__setitem__)
    )
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


SITE = "".join(
    f"-- content/articles/{name}.md --\n---\ntitle: {name}\ndate: 2026-01-0{number}\n---\nText of {name}.\n"
    for number, name in enumerate(("one", "two", "three"), 1)
)
ONE = "articles/one/index.html"


@pytest.fixture
def site(bench):
    site = bench(SITE + '-- templates/article.html --\n{% extends "article.html" %}\n')
    build(site.root, Flags(now=NOW))
    return site


class Eyes:
    """Remembers what it was shown, and what stood in the output folder at that moment."""

    def __init__(self, site, *pages):
        self.site = site
        self.viewers = Viewers(pages, self.show)
        self.seen = {}

    def show(self, path, data):
        self.seen[path] = (data, self.site.output()[path])

    def build(self):
        return build(self.site.root, Flags(now=NOW), viewers=self.viewers)


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("content/articles/one.md", "Text of one.", "Other text. Text of one."),
        ("templates/article.html", "\n", "{% block title %}Other text.{% endblock %}\n"),
    ],
    ids=["the short way", "the whole walk"],
)
def test_a_page_that_is_looked_at_is_shown_before_it_is_written(site, path, old, new):
    before = site.output()[ONE]
    eyes = Eyes(site, ONE)
    site.edit(path, old, new)

    eyes.build()

    assert {ONE: (site.output()[ONE], before)} == eyes.seen
    assert b"Other text." in site.output()[ONE]


def test_a_page_that_stays_as_it_is_is_not_shown(site):
    eyes = Eyes(site, "articles/three/index.html", "no/such/page.html")
    site.edit("content/articles/one.md", "title: one", "title: one\ndescription: What it is about.\ntoc: false")

    eyes.build()

    assert "no/such/page.html" not in eyes.seen


def test_a_page_whose_template_fails_is_not_shown(site):
    eyes = Eyes(site, ONE)
    site.edit("templates/article.html", "\n", "{% block title %}{{ nobody }}{% endblock %}\n")

    with pytest.raises(Failure):
        eyes.build()

    assert {} == eyes.seen


def test_who_looks_on_does_not_change_what_is_built(site, tmp_path):
    other = site.copy(tmp_path / "other")
    build(other.root, Flags(now=NOW))
    for each in (site, other):
        each.edit("templates/article.html", "\n", "{% block title %}Other{% endblock %}\n")

    Eyes(site, ONE, "index.html").build()
    build(other.root, Flags(now=NOW))

    assert other.output() == site.output()

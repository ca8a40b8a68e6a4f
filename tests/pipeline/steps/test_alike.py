"""Two articles with one title tell themselves apart on their pages: so a title concerns whoever shares or names it."""

from collections import Counter
from pathlib import Path

import pytest
from tests.kit.nouns import article, config, inputs

from sitegen.base.noun import replace
from sitegen.engine.store import open_store
from sitegen.link import link
from sitegen.pipeline.steps.alike import Alike

ARTICLES = (
    article("a", title="Alpha", summary="First."),
    article("b", title="Beta", summary="Second."),
    article("c", title="Gamma", summary="Second.", related=("Delta",)),
)
CARDS = link(ARTICLES, inputs(ARTICLES), config()).cards
TITLES = Counter((*(card.title for card in CARDS.values()), "Politics"))
SUMMARIES = Counter((*(card.summary for card in CARDS.values()), "All the news.", ""))
"""Those of a section and of the home page as well."""


def after(**edits: dict[str, str]) -> Alike | None:
    """Return what becomes of it when cards change: `after(a={"title": "Aleph"})`."""
    pairs = [(CARDS[ident], replace(CARDS[ident], **fields)) for ident, fields in edits.items()]
    return Alike.of(TITLES, SUMMARIES, ARTICLES).after(pairs)


@pytest.mark.parametrize(
    "edits",
    [
        {"a": {"title": "Aleph"}},
        {"a": {"summary": "Zeroth."}},
        {"a": {"title": "Aleph"}, "b": {"title": "Beth"}},
        {"b": {"minutes": 9}},
    ],
)
def test_what_nobody_shares_or_names_concerns_nobody(edits: dict[str, dict[str, str]]) -> None:
    assert after(**edits) is not None


@pytest.mark.parametrize(
    "edits",
    [
        {"a": {"title": "Beta"}},
        {"a": {"title": "Politics"}},
        {"a": {"summary": "Second."}},
        {"a": {"summary": "All the news."}},
        {"a": {"summary": ""}},
        {"b": {"summary": "Third."}},
        {"a": {"title": "Beta"}, "b": {"title": "Alpha"}},
        {"a": {"title": "One"}, "b": {"title": "One"}},
        {"a": {"title": "Delta"}},
        {"a": {"title": "DELTA!"}},
    ],
)
def test_what_others_share_or_name_concerns_them(edits: dict[str, dict[str, str]]) -> None:
    assert after(**edits) is None


def test_a_title_that_was_given_up_may_be_taken() -> None:
    alike = after(a={"title": "Aleph"})
    b = CARDS["b"]

    assert alike.after([(b, replace(b, title="Alpha"))]) is not None
    assert alike.after([(b, replace(b, title="Aleph"))]) is None


def test_it_is_kept_between_builds(tmp_path: Path) -> None:
    store = open_store(tmp_path / "s.sqlite", "1")
    alike = Alike.of(TITLES, SUMMARIES, ARTICLES)
    alike.store(store)

    assert alike == Alike.load(store)
    store.close()

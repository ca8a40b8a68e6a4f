"""What was found before the first page is said again by every build, once."""

from pathlib import Path

from sitegen.base.diagnostics import Span, problem
from sitegen.base.noun import replace
from sitegen.engine.store import open_store
from sitegen.pipeline.nouns import CODEC
from sitegen.pipeline.steps.findings import Early, findings_of, load_early
from sitegen.pipeline.steps.rendering import Made

GENERAL = problem("route/same-path", "two for one", Span("content/b.md"))
OWN = problem("parse/no-title", "no title", Span("content/a.md", 1))
SAID = problem("render/dead-link", "dead", Span("content/a.md", 7, 3))


def test_what_was_found_is_kept_between_builds(tmp_path: Path) -> None:
    store = open_store(tmp_path / "s.sqlite", "1")
    early = Early((GENERAL,), {"a": (OWN,)})

    assert Early((), {}) == load_early(store)

    early.store(store)

    assert [GENERAL, OWN] == list(early.all()) == list(load_early(store).all())
    store.close()


def test_an_edited_article_says_what_it_says_now() -> None:
    early = Early((GENERAL,), {"a": (OWN,), "b": (OWN,)})

    assert {"b": (OWN,), "c": (OWN,)} == early.replaced({"a": (), "c": (OWN,)}).own


def test_everything_is_told_once_and_by_place(tmp_path: Path) -> None:
    """What pages said that were kept is said again, but for pages that are gone."""
    store = open_store(tmp_path / "s.sqlite", "1")
    store.put_outputs(
        [
            (1, "a.html", b"", b"", CODEC.encode((SAID, OWN)), ""),
            (2, "gone.html", b"", b"", CODEC.encode((replace(SAID, message="gone"),)), ""),
        ]
    )

    assert (OWN, SAID, GENERAL) == findings_of(
        Early((GENERAL,), {"a": (OWN,)}), store, Made(), frozenset({"gone.html"})
    )
    store.close()


def test_what_templates_miss_of_a_theme_that_cannot_be_read_is_not_told_as_well(tmp_path: Path) -> None:
    store = open_store(tmp_path / "s.sqlite", "1")
    missing = problem("render/template-error", 'this table has no "motto"', Span("themes/a/templates/base.html", 1, 2))
    store.put_outputs([(1, "a.html", b"", b"", CODEC.encode((SAID, missing)), "")])
    unread = problem("configure/unknown-theme", "no such theme", Span("themes/a/theme.toml", 1, 11))
    slip = problem("configure/unknown-key", "no such key", Span("themes/a/theme.toml", 1, 1))

    assert (SAID, unread) == findings_of(Early((unread,), {}), store, Made(), frozenset())
    assert (SAID, missing, slip) == findings_of(Early((slip,), {}), store, Made(), frozenset())
    store.close()

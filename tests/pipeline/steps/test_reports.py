"""What a build reported is said again by the next."""

from datetime import UTC, datetime
from pathlib import Path

from tests.kit.nouns import config

from sitegen.base.diagnostics import Span, problem
from sitegen.base.noun import replace
from sitegen.engine.store import open_store
from sitegen.model.config import BuildSettings
from sitegen.model.report import Hidden, Report
from sitegen.pipeline.steps.reports import load_report, store_report, tempered

SAID = problem("render/dead-link", "dead", Span("content/a.md", 7, 3))
LATER = Hidden("b", "content/b.md", "scheduled", datetime(2026, 12, 7, 9, tzinfo=UTC))
REPORT = Report(1, 4, 9, 1, (LATER,), (SAID,), ("a.html",), ("b.html",), 812, 0.3, "output", (("parse", 0.1),))


def test_a_report_is_kept_as_if_nothing_had_been_written(tmp_path: Path) -> None:
    store = open_store(tmp_path / "s.sqlite", "1")

    assert load_report(store) is None

    store_report(REPORT, store)

    assert replace(REPORT, written=(), deleted=(), profile=()) == load_report(store)
    store.close()


def test_a_strict_build_has_no_warnings() -> None:
    assert [["warning"], ["error"]] == [
        [found.severity for found in tempered(REPORT, config(build=BuildSettings(strict=strict))).diagnostics]
        for strict in (False, True)
    ]


def test_warnings_of_a_kind_can_be_ignored_and_errors_cannot() -> None:
    """Nor do they fail a strict build."""
    bad = problem("parse/no-title", "none", Span("content/b.md", 1))
    report = replace(REPORT, diagnostics=(SAID, bad))

    for strict in (False, True):
        build = BuildSettings(strict=strict, ignore_warnings=("render/dead-link", "parse/no-title"))
        assert (bad,) == tempered(report, config(build=build)).diagnostics

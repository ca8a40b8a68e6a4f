"""The report of a build becomes the lines that people like to read."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from sitegen.base.diagnostics import Span, problem
from sitegen.cli.summary import moment, profile, seconds, shortest, size, summary
from sitegen.model.report import Hidden, Report

BERLIN = ZoneInfo("Europe/Berlin")

REPORT = Report(
    articles=214,
    pages=268,
    files=1412,
    feeds=12,
    hidden=(
        Hidden("b", "content/b.md", "scheduled", datetime(2026, 12, 7, 9, tzinfo=BERLIN)),
        Hidden("a", "content/a.md", "scheduled", datetime(2026, 11, 30, 9, tzinfo=BERLIN)),
        Hidden("c", "content/c.md", "draft", None),
    ),
    diagnostics=(problem("render/dead-link", "gone", Span("content/a.md", 3)),),
    written=tuple(f"{number}.html" for number in range(41)),
    deleted=("old.html",),
    bytes=18_400_000,
    seconds=0.384,
    out="/site/output",
    profile=(("parse", 0.12), ("render", 0.2)),
)


def test_three_lines_say_what_was_built_what_is_not_public_and_what_changed(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)

    expected = """\
Built 214 articles → 268 pages, 12 feeds, 1,412 files in all
2 scheduled (next: Mon 30 Nov 2026 09:00 CET) · 1 draft · 0 errors · 1 warning
41 files rewritten, 1,371 unchanged, 1 deleted · 0.38 s · 18.4 MB · /site/output/"""

    assert expected == summary(REPORT)


def test_the_profile_has_one_line_for_each_verb():
    assert "parse      0.120 s\nrender     0.200 s" == profile(REPORT)


@pytest.mark.parametrize(
    ("zone", "expected"),
    [
        ("Europe/Berlin", "Thu 1 Jan 2026 00:30 CET"),
        ("America/Sao_Paulo", "Thu 1 Jan 2026 00:30 -03"),
        ("UTC", "Thu 1 Jan 2026 00:30 UTC"),
    ],
)
def test_a_moment_names_its_zone(zone, expected):
    assert expected == moment(datetime(2026, 1, 1, 0, 30, tzinfo=ZoneInfo(zone)))


@pytest.mark.parametrize(("value", "expected"), [(0.0, "0.00 s"), (59.99, "59.99 s"), (72.4, "1 min 12 s")])
def test_seconds_are_read_at_a_glance(value, expected):
    assert expected == seconds(value)


@pytest.mark.parametrize(
    ("value", "expected"),
    [(0, "0 B"), (999, "999 B"), (1000, "1.0 kB"), (18_400_000, "18.4 MB"), (2_000_000_000, "2.0 GB")],
)
def test_sizes_are_in_the_unit_that_fits(value, expected):
    assert expected == size(value)


def test_a_folder_is_named_as_seen_from_here_where_that_is_shorter(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)

    assert "output/" == shortest(str(tmp_path / "output"))
    assert "/srv/" == shortest("/srv")

"""What is wrong, where, and what to do about it."""

import re
from pathlib import Path

import pytest

from sitegen import base
from sitegen.base.codes import CODES
from sitegen.base.diagnostics import Diagnostic, Failure, Span, failure, ordered, problem


def test_a_problem_has_the_severity_of_its_code():
    assert problem("parse/no-date", "no date", Span("a.md")).fatal
    assert not problem("render/dead-link", "gone", Span("a.md")).fatal


def test_a_code_that_is_not_in_the_table_is_our_mistake():
    with pytest.raises(KeyError):
        problem("parse/none", "what", Span("a.md"))


def test_diagnostics_are_told_once_and_in_order_of_place():
    early = Diagnostic("b/x", "warning", "early", Span("a.md", 1))
    error = Diagnostic("b/x", "error", "late", Span("a.md", 2))
    warning = Diagnostic("a/x", "warning", "late", Span("a.md", 2))
    other = Diagnostic("a/x", "error", "other", Span("b.md", 1))

    assert (early, error, warning, other) == ordered([other, warning, error, early, warning])


def test_a_mistake_that_two_pages_came_upon_is_told_once_with_the_better_hint():
    plain = Diagnostic("a/x", "error", "unknown", Span("a.html", 1), "look at the list of names")
    exact = Diagnostic("a/x", "error", "unknown", Span("a.html", 1), 'did you mean "a"?')

    assert (exact,) == ordered([plain, exact, plain])


def test_a_failure_says_all_that_is_wrong():
    whole = Failure(
        [problem("parse/no-title", "no title", Span("b.md", 1)), problem("parse/no-date", "no date", Span("a.md", 2))]
    )

    assert "a.md:2: no date [parse/no-date]\nb.md:1: no title [parse/no-title]" == str(whole)


def test_one_mistake_is_a_failure_of_its_own():
    told = failure("configure/syntax", "no TOML", Span("a.toml", 2), "close it", early=True)

    assert ((problem("configure/syntax", "no TOML", Span("a.toml", 2), "close it"),), True) == (
        told.diagnostics,
        told.early,
    )


def test_every_code_is_told_by_some_module():
    modules = (file for file in Path(base.__file__).parent.parent.rglob("*.py") if file.name != "codes.py")
    source = "".join(file.read_text(encoding="utf-8") for file in modules)
    made = {f"parse/no-{key}" for key in ("title", "date")}

    assert [] == [code for code in CODES if f'"{code}"' not in source and code not in made]


def test_every_code_is_a_stage_and_a_slug_with_its_meaning():
    stages = "configure|scan|parse|link|route|render|check|write|explain|related|list|serve|deploy|import"
    wrong = [name for name in CODES if not re.fullmatch(rf"(?:{stages})/[a-z]+(?:-[a-z0-9]+)*", name)]

    assert [] == wrong
    assert [] == [name for name, code in CODES.items() if not code.meaning.endswith(".")]

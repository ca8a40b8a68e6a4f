"""Values of the front matter, with and without their places."""

from datetime import date

import pytest

from sitegen.parse.matter.values import Entry, Value, decimal, kind_of, plain


def value(data, text=""):
    return Value(data, text, 1, 1, 1)


@pytest.mark.parametrize(
    ("data", "text", "expected"),
    [(None, "", "nothing"), ({}, "", "a table of keys"), ([], "", "a list"), (True, "yes", '"yes"'), (1, "1", "a number"), ("x", "x", "text")],
)  # fmt: skip
def test_kinds_in_plain_words(data, text, expected):
    assert expected == kind_of(value(data, text))


def test_plain_values_are_frozen_and_without_dates():
    table = {"a": Entry("a", 1, 1, 1, value([value(1), value(date(2026, 1, 2))]))}

    assert {"a": (1, "2026-01-02")} == plain(value(table))


@pytest.mark.parametrize(("text", "expected"), [("1.5", 1.5), ("1.10", "1.10"), ("+2.5", 2.5), ("1e3", 1000.0)])
def test_numbers_that_would_change_stay_text(text, expected):
    assert expected == decimal(text)

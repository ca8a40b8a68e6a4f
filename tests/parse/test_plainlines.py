"""What is written plainly is read as YAML reads it, to the last place; all else is left to YAML."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.parse.matter.plainlines import read_plain
from sitegen.parse.matter.yaml import read_yaml

PLAIN = """\
title: "Weights: what they are"
slug: weights-1.0
date: 2026-11-20 09:00
draft: no
updated:
image:
  src: ../a b.png
  alt: 'He said "no"'
tags: [open weights, "a, b", 12]
authors:
- policy-desk
- tools-desk

faq:
  - q: What is it?
    a: A number, or many.
  - q: Who says so?
sources:
    - https://example.com/a#b
related: []
"""
SCALARS = (
    *("a", "a b", "1.10", "0o17", "~", "null", "12:30", "http://a.b/c#d", "日本 😀", "it's", "/p/q", "x, y", "=", "+1"),
    *('"q: x"', "'s # t'", '""', "''", '"a" b', '"a\\n"', '"', "'it''s'", "“q”"),
    *("[a, b]", "[]", "[ a , b ]", '["x, y", z]', "[a:b]", "[a?]", "[a, [b]]", "[a, ]", "[- a]", "[a#b]", "{a: b}"),
    *(
        "a #b",
        "a: b",
        "a:",
        "a :b",
        "#c",
        "- x",
        "-5",
        "?",
        "? a",
        "*x",
        "&x",
        "!t",
        "|",
        ">",
        "%x",
        "@x",
        "`x`",
        "a\tb",
    ),
    *("x]", "x}", "---", "...", "<<", "a\\b", "a\u00a0b", "a\u2028b", "\ufeffa", "a\u0301", "w " * 700 + "w"),
)
KEYS = ("a", "b", "c-d", "_e", "on", "null", "A1", "é", "1", '"q"', "<<", "a b")
ROWS = st.tuples(
    st.sampled_from(("", "", "", "  ", "  ", "    ", " ")),
    st.sampled_from(("", "", "", "- ", "- ", "-  ")),
    st.sampled_from(("", *(f"{key}: " for key in KEYS), *(f"{key}:" for key in KEYS))),
    st.sampled_from(("", *SCALARS)),
).map("".join)


def test_what_is_written_plainly_is_read_as_yaml_reads_it() -> None:
    assert read_yaml(PLAIN, 2, []) == read_plain(PLAIN, 2)
    assert {} == read_plain("", 2)


@pytest.mark.parametrize(
    "text",
    [
        "a: 1\na: 2\n",
        "a: one\n  two\n",
        "a: one\n  b: two\n",
        "a: |\n  one\n",
        "a: 1 # one\n",
        "# one\na: 1\n",
        "a: {b: c}\n",
        "a: b: c\n",
        'a: "b\n',
        "a:\n    b: 1\n  c: 2\n",
        "- a\n",
        "text\n",
        "a:\tb\n",
    ],
)
def test_what_is_not_is_left_to_yaml(text: str) -> None:
    assert read_plain(text, 2) is None


@pytest.mark.parametrize("value", SCALARS)
@pytest.mark.parametrize(
    "form", ["a: {}\n", "a:\n  - {}\n", "a:\n  b: {}\nc: d", "a:\n- b: {}\n  c: d\n", "a: [b, {}]"]
)
def test_a_value_is_that_of_yaml_wherever_it_stands(form: str, value: str) -> None:
    same_or_not_plain(form.format(value))


@given(st.lists(ROWS, min_size=1, max_size=6).map("\n".join))
def test_whatever_is_taken_for_plain_is_what_yaml_reads(text: str) -> None:
    same_or_not_plain(text)


def same_or_not_plain(text: str) -> None:
    """Compare with what YAML reads, where the text is plain."""
    found = read_plain(text, 2)
    if found is not None:
        again: list = []
        table = read_yaml(text, 2, again)
        assert (table, list(table), []) == (found, list(found), again)

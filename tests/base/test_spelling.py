"""The name that a misspelt one means."""

import time

import pytest

from sitegen.base.spelling import Spellings

KNOWN = Spellings(
    [
        "articles/open-weights.md",
        "articles/open-data.md",
        "articles/health/wards/index.md",
        "news/agents.md",
        "archive/agents.md",
        "pages/about.md",
    ]
)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("articles/open-wieghts.md", "articles/open-weights.md"),
        ("news/open-weights.md", "articles/open-weights.md"),
        ("wards.md", "articles/health/wards/index.md"),
        ("about.md", "pages/about.md"),
        ("news/agentes.md", "news/agents.md"),
        ("quite/another.md", ""),
        ("", ""),
    ],
)
def test_the_same_last_part_comes_before_the_most_similar_name(written, expected):
    assert expected == KNOWN.nearest(written)


def test_nothing_is_near_where_nothing_is_known():
    assert "" == Spellings([]).nearest("a.md")


def test_ten_thousand_names_are_searched_fast():
    known = Spellings(f"articles/{number}-of-many-articles.md" for number in range(10_000))
    started = time.process_time()
    for _ in range(20):
        known.nearest("articles/4711-of-meny-artikles.md")

    assert time.process_time() - started < 2

"""A byline at the top of a text says who wrote it, and when."""

import pytest
from tests.kit.cases import every_case
from tests.kit.parsing import front, read, shown


@every_case("byline", beside=__file__)
def test_case(case):
    case.expect(shown(case.input))


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("by Chief Editor, November 20, 2026", ["Chief Editor"]),
        ("Written by Ana Lima, Bo Li and Policy Desk · 2026-11-20 · 5 min read", ["Ana Lima", "Bo Li", "Policy Desk"]),
        ("**By Chief Editor** – 20 November 2026", ["Chief Editor"]),
        ("*Published on November 20, 2026 by Chief Editor*", ["Chief Editor"]),
        ("#### by Chief Editor | Nov 20, 2026", ["Chief Editor"]),
    ],
)
def test_a_byline_gives_what_nothing_else_says(line, names):
    meta = read(f"# T\n\n{line}\n\nText.").article.meta

    assert (*names, "2026-11-20") == (*meta.authors, f"{meta.date:%Y-%m-%d}")


def test_a_byline_with_another_date_gives_its_names_and_stays():
    parsed = front("date: 2026-11-21", "By Chief Editor, November 20, 2026\n")

    assert (("Chief Editor",), 21) == (parsed.article.meta.authors, parsed.article.meta.date.day)
    assert "November 20" in "".join(map(str, parsed.content.body.parts))

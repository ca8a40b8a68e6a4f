"""Cases of headings, as texts."""

import pytest
from tests.kit.cases import every_case
from tests.kit.parsing import front, html, read, shown


@every_case("headings", beside=__file__)
def test_case(case):
    case.expect(shown(case.input))


@pytest.mark.parametrize(
    ("heading", "stays"),
    [
        ("# Why open weights matter to hospitals", False),
        ("# Why open *weights* matter", False),
        ("# Open weights: why they matter", True),
        ("# Why open weights matter to hospitals and to us all", True),
        ("# Why open", True),
        ("## Why open weights matter", True),
    ],
)
def test_a_heading_at_the_top_that_is_the_title_but_for_a_few_words_leaves(heading, stays):
    found = front("title: Why open weights matter to hospitals (2026)", f"{heading}\n\nText.\n\n# More\n\nText.\n")

    assert stays is (html(found.content.body).count("<h2") == 2)


def test_labels_of_an_outline_leave_where_they_say_the_level():
    assert "<h2>A</h2>" in shown("## H2: A\n\nText.\n\n## **H2: B**\n\nText.\n").replace(' id="a"', "")
    assert "H2: Fuel" in shown("## H2: Fuel of the ward\n\nText.\n\n## Costs\n\nText.\n")
    assert "H2: A" in shown("## H2: A\n\nText.\n\n### H2: B\n\nText.\n")


@pytest.mark.parametrize("line", ["# Title: A wide field", "# **Headline:** A wide field", "**Title: A wide field**"])
def test_a_label_is_no_part_of_the_title(line):
    assert "A wide field" == read(f"{line}\n\nText.\n").article.meta.title
    assert "Headline: the word" == read("# Headline: the word\n\nText.\n").article.meta.title
    assert "Titles: a study" == read("# Titles: a study\n\nText.\n").article.meta.title


def test_levels_in_brackets_make_headings_of_lines():
    body = "[H1] Why\n\nText.\n\n**[H2] How**\n\nText.\n\n### Part\n\nText.\n"
    shown = html(read(f"---\ndate: 2026-01-01\n---\n{body}").content.body)

    assert ['<h2 id="how">', '<h3 id="part">'] == [
        line[: line.index(">") + 1] for line in shown.split("\n") if "<h" in line
    ]


def test_hypotheses_beside_headings_are_none():
    shown = html(front("", "## Method\n\nH1: People like it\n\nH2: They do not\n").content.body)

    assert "<p>H1: People like it</p>\n<p>H2: They do not</p>\n" in shown

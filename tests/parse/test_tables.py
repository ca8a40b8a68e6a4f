"""What a table leaves out is told."""

import pytest
from tests.kit.parsing import findings, front, shown

HEAD = "a | b\n--- | ---\n"


@pytest.mark.parametrize(
    ("row", "lost", "place"),
    [
        ("| 1 | 2 | 3 |", "3", "8:11+1"),
        ("`x|y` | 2", "2", "8:9+1"),
        ("1 | 2 | | more", "more", "8:11+4"),
    ],
    ids=["a column too many", "a bar in code", "an empty cell between"],
)
def test_a_row_with_too_many_cells(row, lost, place):
    assert f'! {place} parse/lost-cell: the table has 2 columns, so "{lost}" is left out of this row' in findings(
        front("", HEAD + row)
    )


@pytest.mark.parametrize("row", ["| 1 | 2 |", "1", "| 1 | 2 | |", r"`x\|y` | 2", ""])
def test_a_row_that_loses_nothing(row):
    assert "" == findings(front("", HEAD + row))


def test_a_table_in_an_answer_of_the_front_matter():
    found = findings(front('faq: [{q: What?, a: "a | b\\n--- | ---\\n1 | 2 | 3"}]'))

    assert found.startswith("! 2:") and 'so "3" is left out' in found


@pytest.mark.slow
@pytest.mark.timeout(20)
def test_a_paragraph_of_many_lines_takes_no_time():
    """Each of its lines is asked whether a table begins there."""
    assert shown("a line\n" * 20_000).startswith("<p>a line")

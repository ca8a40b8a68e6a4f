"""A table knows who is near whom, by rows."""

import pytest

from sitegen.link.related.table import Document, Relative, Table, empty_table
from sitegen.link.related.weights import NEAREST


@pytest.fixture
def table() -> Table:
    """Three documents, of which the first has the others as relatives."""
    table = empty_table([Document(ident, 5, b"") for ident in "abc"])
    table.place(0, [Relative(81, 2, 30, 7, 0), Relative(40, 1, 20, 0, 9)])
    table.count()
    return table


def test_what_was_placed_comes_back_nearest_first(table):
    assert [Relative(81, 2, 30, 7, 0), Relative(40, 1, 20, 0, 9)] == table.relatives(0)
    assert ([2, 1], []) == (table.rows_near(0), table.relatives(1))


def test_reasons_are_those_of_two_documents(table):
    assert ((7, 0), (0, 9)) == (table.reasons(0, 2), table.reasons(0, 1))


def test_the_other_sees_the_reasons_the_other_way_round(table):
    assert ((0, 7), (9, 0)) == (table.reasons(2, 0), table.reasons(1, 0))


def test_an_odd_score_makes_twins(table):
    assert {0: frozenset({2})} == table.twins


def test_who_holds_a_document_is_found(table):
    table.place(1, [Relative(10, 2, 5, 0, 0)])

    assert ([0, 1], [0], []) == (table.holding(2), table.holding(1), table.holding(0))


def test_rows_are_told_apart_by_whole_numbers():
    table = empty_table([Document(str(number), 0, b"") for number in range(600)])
    table.place(0, [Relative(2, 0x101, 1, 0, 0), Relative(2, 0x1, 1, 0, 0)])

    assert ([0], [0], []) == (table.holding(0x101), table.holding(0x1), table.holding(0x100))


def test_the_weakest_matters_only_where_no_place_is_left(table):
    assert 0 == table.weakest[0]
    table.place(0, [Relative(2, 1, 50 - number, 0, 0) for number in range(NEAREST)])

    assert 50 - NEAREST + 1 == table.weakest[0]


def test_one_that_has_gone_leaves_its_row_and_its_name_for_ties(table):
    table.remove(0)

    assert (["", "b", "c"], {0: "a"}, []) == (table.ids, table.former, table.relatives(0))


def test_what_replaces_relatives_notes_whom_that_concerns(table):
    table.replace(0, [Relative(40, 1, 20, 0, 9)])

    assert ({0}, {1, 2}, {0}, [0, 1, 0]) == (table.replaced, table.regrouped, table.retwinned, list(table.held))


def test_a_new_one_has_a_row_of_its_own(table):
    row = table.append("d")
    table.place(row, [Relative(2, 0, 1, 0, 0)])

    assert (3, [0], [2, 1]) == (row, table.rows_near(3), table.rows_near(0))


def test_what_is_remembered_is_asked_for_once_and_only_where_it_is_needed(table):
    asked = []

    def remembered(rows):
        asked.append(rows)
        return [(row, table.said[row]) for row in rows if row == 0]

    later = Table(table.ids, table.days, table.near, table.weakest, table.held, table.lengths, remembered=remembered)

    assert (81, 40) == (later.full(0), later.full(1))
    assert table.relatives(0) == later.relatives(0)
    later.ask([0, 1, 2])
    later.replace(1, later.relatives(1))
    assert [[0], [1, 2]] == asked


def test_relatives_that_are_replaced_are_no_twins_any_more(table):
    table.replace(0, [Relative(80, 2, 30, 7, 0)])

    assert {} == table.twins


def test_a_document_has_its_row(table):
    known = [table.row(ident) for ident in "cx"]

    assert known == [2, None] == [table.rows.get(ident) for ident in "cx"] == [table.row(ident) for ident in "cx"]

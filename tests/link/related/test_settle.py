"""What is shown obeys the editors, crowds nobody out and leaves nobody behind."""

from collections import Counter

import pytest

from sitegen.link.related.settle import CROWD, Rule, settle
from sitegen.link.related.table import Document, Relative, empty_table


def table_of(*near):
    """Return a table of rows `a`, `b`, … each with (row, score) of its relatives."""
    table = empty_table([Document(f"{row:03}", 0, b"") for row in range(len(near))])
    for row, others in enumerate(near):
        table.place(row, [Relative(score, other, score, 0, 0) for other, score in others])
    return table


TRIO = ([(1, 60), (2, 40)], [(0, 60), (2, 20)], [(0, 40), (1, 20)])


def test_the_nearest_are_shown():
    assert {0: [1, 2], 1: [0, 2], 2: [0, 1]} == settle(table_of(*TRIO), {}, 5)


def test_pins_take_places_and_are_not_shown_twice():
    rules = {"000": Rule(pins=("002",)), "001": Rule(pins=("elsewhere", "gone"))}

    assert {0: [1], 1: [], 2: [0, 1]} == settle(table_of(*TRIO), rules, 2)


def test_what_was_sent_away_makes_room_for_the_next():
    assert [2] == settle(table_of(*TRIO), {"000": Rule(away=frozenset({"001"}))}, 1)[0]


def test_of_two_that_are_nearly_the_same_the_nearer_is_shown():
    same = 81
    table = table_of([(1, 60), (2, 50), (3, 40)], [(2, same), (0, 60)], [(1, same), (0, 50)], [(0, 40)])

    assert [1, 3] == settle(table, {}, 3)[0]


@pytest.mark.parametrize("count", [1, 2])
def test_a_popular_one_makes_room_where_others_are_there(count):
    many = CROWD + 20
    near = [[(row, 100) for row in range(1, 4)]]
    near += [[(0, 2 * (200 + row)), (row % many + 1, 80), ((row + 1) % many + 1, 60)] for row in range(1, many + 1)]
    shown = settle(table_of(*near), {}, count)
    times = Counter(other for others in shown.values() for other in others)

    assert 0 < times[0] <= max(times.values()) <= CROWD


def test_a_popular_one_stays_where_nobody_else_is_near():
    near = [[], *[[(0, 40)] for _ in range(CROWD + 9)]]

    assert all(others == [0] for row, others in settle(table_of(*near), {}, 3).items() if row)


def test_whom_nobody_shows_is_shown_by_its_nearest_relative():
    near = [[(1, 60), (2, 20)], [(0, 60), (2, 20)], [(0, 20), (1, 20)], [(1, 30)]]

    assert {0: [2], 1: [3], 2: [0], 3: [1]} == settle(table_of(*near), {}, 1)


def test_who_sent_it_away_shows_it_neither_then():
    near = [[(1, 60), (2, 20)], [(0, 60), (2, 20)], [(0, 20), (1, 20)], [(1, 30)]]
    rules = {"000": Rule(away=frozenset({"002"}))}

    assert {0: [1], 1: [2], 2: [0], 3: [1]} == settle(table_of(*near), rules, 1)


def test_a_pin_counts_as_being_shown():
    near = [[(1, 60)], [(0, 60)], [(0, 20)]]
    rules = {"001": Rule(pins=("002",))}

    assert {0: [1], 1: [], 2: [0]} == settle(table_of(*near), rules, 1)


def test_no_row_is_settled_for_one_that_has_gone():
    table = table_of(*TRIO)
    table.remove(2)
    table.place(0, [Relative(60, 1, 60, 0, 0)])
    table.place(1, [Relative(60, 0, 60, 0, 0)])

    assert {0: [1], 1: [0]} == settle(table, {}, 5)

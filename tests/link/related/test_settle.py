"""What is shown obeys the editors, crowds nobody out and leaves nobody behind."""

import random

import pytest

from sitegen.link.related.settle import CROWD, Rule, resettle, settle
from sitegen.link.related.table import Document, Relative, empty_table


def table_of(*near):
    """Return a table of rows `a`, `b`, … each with (row, score) of its relatives."""
    table = empty_table([Document(f"{row:03}", 0, b"") for row in range(len(near))])
    for row, others in enumerate(near):
        table.place(row, [Relative(score, other, score, 0, 0) for other, score in others])
    table.count()
    return table


def shown(table, rules, count):
    """Return by row what each document shows."""
    settled = settle(table, rules, count)
    return {row: settled.shown(row) for row in range(len(table.ids)) if table.ids[row]}


TRIO = ([(1, 60), (2, 40)], [(0, 60), (2, 20)], [(0, 40), (1, 20)])


def test_the_nearest_are_shown():
    assert {0: [1, 2], 1: [0, 2], 2: [0, 1]} == shown(table_of(*TRIO), {}, 5)


def test_pins_take_places_and_are_not_shown_twice():
    rules = {"000": Rule(pins=("002",)), "001": Rule(pins=("elsewhere", "gone"))}

    assert {0: [1], 1: [], 2: [0, 1]} == shown(table_of(*TRIO), rules, 2)


def test_what_was_sent_away_makes_room_for_the_next():
    assert [2] == shown(table_of(*TRIO), {"000": Rule(away=frozenset({"001"}))}, 1)[0]


def test_of_two_that_are_nearly_the_same_the_nearer_is_shown():
    same = 81
    table = table_of([(1, 60), (2, 50), (3, 40)], [(2, same), (0, 60)], [(1, same), (0, 50)], [(0, 40)])

    assert [1, 3] == shown(table, {}, 3)[0]


def test_a_popular_one_is_shown_by_those_nearest_to_it():
    many = CROWD + 20
    near = [[(row, 100) for row in range(1, 4)]]
    near += [[(0, 2 * (200 + row)), (row % many + 1, 80), ((row + 1) % many + 1, 60)] for row in range(1, many + 1)]
    found = shown(table_of(*near), {}, 2)

    assert list(range(many - CROWD + 1, many + 1)) == [row for row, others in found.items() if 0 in others]
    assert {2} == set(map(len, found.values()))


def test_a_popular_one_stays_where_nobody_else_is_near():
    near = [[], *[[(0, 40)] for _ in range(CROWD + 9)]]

    assert all(others == [0] for row, others in shown(table_of(*near), {}, 3).items() if row)


LONELY = ([(2, 60), (1, 40)], [(0, 60), (2, 40)], [(0, 60), (1, 40)], [(1, 30), (0, 20)])


def test_whom_nobody_shows_takes_the_last_place_of_its_nearest_relative():
    assert {0: [2, 1], 1: [0, 3], 2: [0, 1], 3: [1, 0]} == shown(table_of(*LONELY), {}, 2)


def test_it_takes_no_place_of_one_whom_nobody_else_shows():
    table = table_of([(1, 60), (2, 40)], [(0, 60), (3, 50)], [(0, 60), (1, 40)], [(1, 30)], [(0, 20)])

    assert [1, 2] == shown(table, {}, 2)[0]


def test_it_is_shown_beside_the_others_where_there_is_room():
    assert [0, 2, 3] == shown(table_of(*LONELY), {}, 3)[1]


def test_who_sent_it_away_does_not_take_it_in():
    found = shown(table_of(*LONELY), {"001": Rule(away=frozenset({"003"}))}, 3)

    assert ([0, 2], [2, 1, 3]) == (found[1], found[0])


def test_a_pin_counts_as_being_shown():
    found = shown(table_of(*LONELY), {"002": Rule(pins=("003",))}, 3)

    assert ([0, 2], [2, 1]) == (found[1], found[0])


def test_no_row_is_settled_for_one_that_has_gone():
    table = table_of(*TRIO)
    table.remove(2)
    table.place(0, [Relative(60, 1, 60, 0, 0)])
    table.place(1, [Relative(60, 0, 60, 0, 0)])

    assert {0: [1], 1: [0]} == shown(table, {}, 5)


@pytest.mark.parametrize("seed", range(6))
def test_after_changes_all_is_as_if_settled_anew(seed):
    chance = random.Random(seed)
    size, table = 90, table_of(*[[] for _ in range(90)])

    def relatives(row):
        others = chance.sample(range(3 if chance.random() < 0.6 else size), 3) + chance.sample(range(3, size), 5)
        near = sorted(
            ((chance.randrange(2, 99), other) for other in dict.fromkeys(others) if other != row), reverse=True
        )
        return [Relative(full, other, full, 0, 0) for full, other in near]

    for row in range(size):
        table.place(row, relatives(row))
    table.count()
    rules = {"005": Rule(pins=("007",)), "009": Rule(away=frozenset({"000", "001"}))}
    settled = settle(table, rules, 4)
    for _ in range(30):
        before = {row: settled.shown(row) for row in range(size)}
        for each in (table.replaced, table.regrouped, table.retwinned):
            each.clear()
        for row in chance.sample(range(size), chance.choice((1, 1, 3))):
            table.replace(row, relatives(row))
        changed = resettle(settled, table)

        assert settle(table, rules, 4) == settled
        assert {row for row in range(size) if before[row] != settled.shown(row)} <= changed

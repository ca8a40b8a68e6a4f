"""Packed terms become columns."""

import numpy as np

from sitegen.link.related.columns import Lists, Lookup, Packed, counted, once, order_of, ranges, runs
from sitegen.link.related.table import Document
from sitegen.model.terms import Terms

PACKED = Packed(
    [
        Document("a", 1, Terms([1, 2], [1, 3], [4], [5, 6], [7]).pack()),
        Document("b", 1, b""),
        Document("c", 1, Terms([2], [2], [5], [4], [1]).pack()),
    ],
    10,
)


def lists(rows, values):
    return Lists(np.array(rows), np.array(values))


def listed(columns):
    return [np.asarray(column).tolist() for column in columns]


def test_titles_subjects_and_words_that_stand_often_are_read_by_row():
    assert [[10, 10, 12], [1, 2, 2]] == listed(PACKED.titles())
    assert [[10, 10, 12], [1, 3, 2]] == listed(PACKED.about())
    assert [[10, 10, 12], [5, 6, 4]] == listed(PACKED.often())


def test_only_texts_are_looked_through():
    known = np.array([1, 2, 4, 7])

    assert [[10, 10, 12, 12], [2, 3, 2, 0]] == listed(PACKED.find(Lookup(known, np.array([0, 1, 2, 3]))))
    assert [[12], [0]] == listed(PACKED.find(Lookup(known, np.array([0]))))


def test_numbers_that_share_their_lowest_bits_are_told_apart():
    numbers = np.array([1, 1 + (1 << 20), 1 + (1 << 21)], np.uint32)

    assert [[0, 2], [0, 1]] == listed(Lookup(np.array([1, 1 + (1 << 21)]), np.array([0, 1])).find(numbers))


def test_lists_are_turned_and_bounded():
    held = lists([0, 0, 2], [5, 3, 3])

    turned, order = held.turned()

    assert [[3, 3, 5], [0, 2, 0]] == listed(turned)
    assert [1, 2, 0] == order.tolist()
    assert [0, 2, 2, 3] == held.bounds(3).tolist()
    assert [[0, 2], [3, 3]] == listed(held.only(np.array([False, False, False, True, True, False])))


def test_ranges_follow_each_other():
    assert [5, 6, 2, 3, 4] == ranges(np.array([5, 9, 2]), np.array([2, 0, 3])).tolist()


LARGE = np.array([1 << 31, 7, 1 << 16, 7, 1 << 31, 1 << 20], np.uint32)


def test_equal_values_stay_in_their_order():
    assert [1, 3, 2, 5, 0, 4] == order_of(LARGE).tolist()
    assert [] == order_of(LARGE[:0]).tolist()


def test_values_are_counted():
    assert [[7, 1 << 16, 1 << 20, 1 << 31], [2, 1, 1, 2]] == listed(counted(LARGE))


def test_equal_values_are_a_run():
    assert [[0, 0, 1, 2, 2], [0, 2, 3]] == listed(runs(np.array([0, 0, 4, 7, 7])))


def test_a_number_that_a_row_holds_twice_has_its_first_value():
    assert [[0, 0, 1], [3, 9, 9], [5, 7, 1]] == listed(
        once(np.array([0, 0, 0, 1]), np.array([9, 3, 9, 9]), np.array([7, 5, 8, 1]))
    )

"""Titles are asked for in texts, and two documents meet once."""

from sitegen.link.related.nearest import nearest
from sitegen.link.related.weights import FADING, NEAREST

ALL = [FADING]
"""Time takes nothing."""


def met(asked, texts, days=None, fadings=ALL):
    return nearest(asked, texts, days or [0] * len(asked), fadings)


def test_what_either_title_finds_in_the_others_text_counts_for_both():
    asked = [[(50, 1), (20, 2)], [(30, 3)], []]

    assert [[(1, 80, 80), (2, 20, 20)], [(0, 80, 80)], [(0, 20, 20)]] == met(asked, {1: [0, 1], 2: [2], 3: [0]})


def test_all_words_that_find_a_document_count_once_each():
    asked = [[(50, 1), (20, 2), (5, 3)], [], [(50, 1), (20, 2), (5, 3)]]
    texts = {1: [0, 1, 2], 2: [1, 2], 3: [0, 2]}

    assert [[(2, 130, 130), (1, 70, 70)], [(0, 70, 70), (2, 70, 70)], [(0, 130, 130), (1, 70, 70)]] == met(asked, texts)


def test_of_those_that_are_as_near_the_first_comes_first():
    assert [1, 2, 3] == [row for row, _, _ in met([[(9, 1)], [], [], []], {1: [1, 2, 3]})[0]]


def test_no_more_are_kept_than_are_looked_at_and_of_equals_the_first():
    many = 2 * NEAREST
    asked = [[(9, 1)], *[[] for _ in range(many)]]
    found = met(asked, {1: range(1, many + 1)})

    assert list(range(1, NEAREST + 1)) == [row for row, _, _ in found[0]]


def test_who_comes_later_is_nearer_only_with_a_higher_score():
    # All ask for one word in the text of the first; one of them asks for more.
    asked = [[], *[[(9, 1)] for _ in range(NEAREST)], [(9, 1)], [(10, 1)]]
    last = NEAREST + 2

    assert [last, *range(1, NEAREST)] == [row for row, _, _ in met(asked, {1: [0]})[0]]


def test_time_takes_its_part_before_the_nearest_are_chosen():
    assert [[(2, 64, 64), (1, 80, 40)], [(0, 80, 40)], [(0, 64, 64)]] == met(
        [[(80, 1), (64, 2)], [], []], {1: [1], 2: [2]}, [7, 8, 7], [FADING, FADING // 2]
    )

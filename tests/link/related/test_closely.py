"""Two texts are compared by the words that tell something of them."""

from sitegen.link.related.closely import Telling, Vector, alike, maybe_same, same, score_of, vector_of, weightier
from sitegen.link.related.weights import FADING, WHOLE
from sitegen.model.terms import Terms

TEXT = Terms([1], [1], [2], [3, 4, 5], [])


def test_words_that_stand_more_than_once_and_weigh_anything_tell_of_a_text():
    assert Vector(frozenset({3, 4}), 5) == vector_of(TEXT, Telling({3: 9, 4: 16, 5: 0}))


def test_texts_hold_one_and_the_same_number_for_a_word():
    telling, (word, again) = Telling({70_000: 9}), (int("70000") for _ in range(2))

    assert word is not again
    assert telling[word] is telling[again]


def test_the_same_text_is_wholly_alike_and_another_not_at_all():
    weight = {3: 9, 4: 16, 5: 0}
    same_text, other = vector_of(TEXT, Telling(weight)), Vector(frozenset({9}), 40)

    assert (WHOLE, 0) == (alike(same_text, same_text, weight), alike(same_text, other, weight))


def test_half_of_the_weight_is_half_of_the_likeness():
    weight = dict.fromkeys(range(1, 5), 100)

    assert WHOLE // 2 == alike(Vector(frozenset({1, 2, 3, 4}), 20), Vector(frozenset({1}), 10), weight)


def test_a_text_without_telling_words_is_like_none():
    empty = vector_of(TEXT, Telling({3: 0, 4: 0, 5: 0}))

    assert 0 == alike(empty, empty, {})


def test_nearly_the_same_are_texts_alike_in_all_their_words():
    one, two = (Terms([], [], once, [1], []) for once in (range(10, 30), range(11, 31)))
    other = Terms([], [], range(50, 70), [1], [])

    assert [True, False] == [same(one, text) for text in (two, other)]
    assert [True, False] == [maybe_same(likeness) for likeness in (WHOLE, WHOLE // 2)]


def test_an_odd_score_marks_what_is_nearly_the_same():
    assert [1, 0] == [score_of(500, WHOLE, FADING, twins=twins) % 2 for twins in (True, False)]


def test_time_takes_its_part_of_a_score():
    assert 1000 == score_of(500, 0, FADING, twins=False)
    assert 500 == score_of(500, 0, FADING // 2, twins=False)


def test_a_reason_that_says_less_than_half_of_the_other_is_left_out():
    assert (1, 2) == weightier((10, 1), (5, 2))
    assert (1, 0) == weightier((10, 1), (4, 2))
    assert (0, 2) == weightier((0, 0), (4, 2))

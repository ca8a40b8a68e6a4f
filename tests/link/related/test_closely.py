"""Two texts are compared by the words that tell something of them."""

from sitegen.link.related.closely import Vector, alike, best_of, score_of, telling, vector_of
from sitegen.link.related.weights import FADING, OFTEN, WHOLE
from sitegen.model.terms import Terms

TEXT = Terms([1], [1], [1], ([2], [3], [4], [5]), [])


def test_a_word_weighs_its_worth_by_how_often_it_stands():
    weights = vector_of(TEXT, {1: 10, 2: 10, 3: 10, 4: 10, 5: 0}.get).weights

    assert {1: 10 * OFTEN[1], 2: 10 * OFTEN[0], 3: 10 * OFTEN[1], 4: 10 * OFTEN[2]} == weights


def test_the_same_text_is_wholly_alike_and_another_not_at_all():
    same, other = vector_of(TEXT, lambda _: 10), Vector({9: 40}, 40)

    assert 0.99 * WHOLE < alike(same, same) <= 1.01 * WHOLE
    assert 0 == alike(same, other)


def test_a_text_without_telling_words_is_like_none():
    empty = vector_of(TEXT, {}.get)

    assert 0 == alike(empty, empty)


def test_an_odd_score_marks_what_is_nearly_the_same():
    assert 1 == score_of(500, WHOLE, FADING) % 2
    assert 0 == score_of(500, WHOLE // 2, FADING) % 2


def test_time_takes_its_part_of_a_score():
    assert 1000 == score_of(500, 0, FADING)
    assert 500 == score_of(500, 0, FADING // 2)


def test_the_best_word_has_the_largest_share_and_ties_go_by_number():
    assert (7, 3) == best_of({1: 5, 2: 7, 3: 7, 4: 9}, [1, 2, 3])
    assert (0, 0) == best_of({1: 5}, [2])


def test_a_reason_that_says_less_than_half_of_the_other_is_left_out():
    assert (1, 2) == telling((10, 1), (5, 2))
    assert (1, 0) == telling((10, 1), (4, 2))
    assert (0, 2) == telling((0, 0), (4, 2))

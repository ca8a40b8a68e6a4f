"""Rare words are worth more, what is near in time counts more, and one article more rarely matters."""

from collections import Counter

from sitegen.base.words import pairs
from sitegen.link.related.weights import FADING, MOST_TEXTS, PAIRS, WHOLE, WORDS, Scale, fading, level, most_texts

OF, WEIGHTS, OPEN, NEW = 1, 2, 3, 4
SCALE = Scale(1000, Counter({OF: 900, WEIGHTS: 70, OPEN: 3}).__getitem__)


def test_levels_are_four_times_as_far_apart_each():
    assert [0, 1, 1, 2, 2, 3, 4, 5] == [level(count) for count in (1, 2, 7, 8, 31, 32, 128, 1000)]


def test_a_word_is_worth_more_the_fewer_articles_are_about_it():
    assert [0, 2, 4, 5] == [SCALE.rarity(word) for word in (OF, WEIGHTS, OPEN, NEW)]
    assert 0 == SCALE.weight[OF] < SCALE.weight[WEIGHTS] < SCALE.weight[OPEN] < SCALE.weight[NEW]


def test_the_shares_of_a_title_stay_below_the_whole():
    shares = SCALE.shares([OPEN, WEIGHTS])

    assert {OPEN, WEIGHTS, *pairs([OPEN, WEIGHTS])} == shares.keys()
    assert sum(shares.values()) < WHOLE * max(WORDS, PAIRS) // 100
    assert shares[WEIGHTS] < shares[OPEN]


def test_words_of_a_long_title_have_smaller_shares():
    assert SCALE.shares([OPEN, WEIGHTS, NEW])[OPEN] < SCALE.shares([OPEN])[OPEN]


def test_what_every_article_has_takes_no_share():
    assert OF not in SCALE.shares([OF, OPEN])


def test_time_takes_a_little_with_each_doubling_of_weeks():
    assert [FADING - 1, FADING - 2, FADING - 3, FADING - 6] == [fading(days) for days in (0, 7, 21, 365)]
    assert 1 == fading(4_000_000)


def test_on_a_small_site_a_word_in_fewer_texts_leads_nowhere():
    assert [2, 8, MOST_TEXTS, MOST_TEXTS] == [most_texts(articles) for articles in (5, 20, 600, 100_000)]

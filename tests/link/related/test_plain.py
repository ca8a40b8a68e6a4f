"""Relatives are found by what titles say of texts, and looked at closely."""

from tests.kit.corpus import Newsroom

from sitegen.base.words import numbers, pairs, words
from sitegen.link.related.plain import relate
from sitegen.link.related.weights import NEAREST


def relatives(*texts, days=()):
    """Return what is found for the first of some (title, body), among a dozen others."""
    newsroom = Newsroom(0, 0)
    for number, (title, body) in enumerate((*texts, *[(f"Filler{n}", f"nothing{n}") for n in range(12)])):
        day = days[number] if number < len(days) else 738000
        newsroom.texts[f"a{number:02}"] = (day, title, "", body)
    return relate(newsroom.documents()).table.relatives(0)


def test_titles_are_looked_for_in_texts_both_ways():
    assert [1] == [one.row for one in relatives(("Glacier", ""), ("Ice", "a glacier"))]
    assert [1] == [one.row for one in relatives(("Ice", "a glacier"), ("Glacier", ""))]


def test_reasons_are_the_words_that_say_most():
    (one,) = relatives(("Sea ice retreats", "the shore"), ("River", "on sea ice"))

    assert (pairs(numbers(words("sea ice")))[0], 0) == (one.here, one.there)


def test_both_reasons_are_told_where_they_say_as_much():
    (one,) = relatives(("Glacier", "the river"), ("River", "a glacier"))

    assert tuple(numbers(["glacier", "river"])) == (one.here, one.there)


def test_what_is_far_away_in_time_scores_less():
    near, far = relatives(("Glacier", ""), ("One", "glacier"), ("Two", "glacier"), days=(738000, 736000, 738000))

    assert (2, 1) == (near.row, far.row)
    assert near.full > far.full


def test_no_more_relatives_than_are_kept():
    newsroom = Newsroom(4, 60, 40)
    table = relate(newsroom.documents()).table

    assert NEAREST == max(len(table.relatives(row)) for row in range(60))


def test_nobody_is_its_own_relative():
    table = relate(Newsroom(5, 40, 40).documents()).table

    assert [] == [row for row in range(40) if row in table.rows_near(row)]

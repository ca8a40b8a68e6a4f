from tests.kit.nouns import article, linked

from sitegen.model.site import Neighbours


def test_lists_are_newest_first_and_ties_go_by_id():
    site = linked(article("b", date="2026-02-01"), article("a", date="2026-02-01"), article("c", date="2025-12-31"))

    assert site.lists["home"] == ("a", "b", "c")
    assert site.lists["year:2026"] == ("a", "b")


def test_a_series_is_in_reading_order():
    site = linked(
        article("intro", series="Chips", date="2026-03-01"),
        article("two", series="Chips", part=2, date="2026-01-01"),
        article("one", series="Chips", part=1, date="2026-02-01"),
    )

    assert site.lists["series:chips"] == ("one", "two", "intro")
    assert site.neighbours["two"] == Neighbours("", "one", ("one", "two", "intro"))


def test_a_series_of_one_has_no_neighbours():
    assert linked(article("a", series="Chips")).neighbours["a"] == Neighbours("", "", ())


def test_neighbours_are_the_older_and_the_newer_article():
    site = linked(article("a", date="2026-01-01"), article("b", date="2026-01-02"), article("c", date="2026-01-03"))

    assert site.neighbours["b"] == Neighbours("a", "c")

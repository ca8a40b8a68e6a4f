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


def test_two_articles_that_are_the_same_part_of_a_series_are_told():
    site = linked(
        article("a", series="Chips", part=1),
        article("b", series="Chips", part=2),
        article("c", series="chips", part=1),
        article("d", series="Models", part=1),
        article("e", series="Chips", part=1, language="de"),
        article("f", series="Chips"),
        article("g", series="Chips"),
    )

    assert [(d.code, d.span.path, d.message, d.hint) for d in site.diagnostics] == [
        (
            "link/same-part",
            "content/c.md",
            'part 1 of the series "Chips" is content/a.md already',
            "give one of the two another number",
        )
    ]

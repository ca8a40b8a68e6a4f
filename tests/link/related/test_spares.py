"""Places that are left over are filled with what a reader looks for next."""

from itertools import starmap

from tests.kit.nouns import article, config, inputs

from sitegen.link import link
from sitegen.model.config import RelatedSettings


def suggested(*articles, **fields):
    """Return the suggestions of the first."""
    return link(articles, inputs(articles), config(**fields)).related[articles[0].id]


def ids(*articles, **fields):
    return [one.id for one in suggested(*articles, **fields)]


def plain(ident, day, **fields):
    return article(ident, title=ident, text=ident, date=f"2026-01-{day:02}", authors=(f"Author of {ident}",), **fields)


ASKED = plain("asked", 1, tags=("rare", "common"), section="Policy")


def test_tags_come_first_then_the_section_then_the_newest():
    others = (
        plain("newest", 9),
        plain("section", 2, section="Policy"),
        plain("common", 3, tags=("common",)),
        plain("newer", 4, tags=("common",)),
        plain("rare", 2, tags=("rare",)),
    )

    assert ["rare", "newer", "common", "section", "newest"] == ids(ASKED, *others)


def test_each_says_what_both_have():
    desk = {"authors": ("Policy Desk",)}
    one, two = (article(f"desk{n}", title=f"Desk{n}", text=f"T{n}", date="2026-01-02", **desk) for n in range(2))
    section = plain("section", 2, section="Policy")

    assert [("tag", ("rare",), "subject"), ("section", ("Policy",), "section"), ("other", (), "time")] == [
        (found.id, found.shared, found.kind)
        for found in suggested(ASKED, plain("tag", 2, tags=("rare",)), section, plain("other", 9))
    ]
    assert [("desk1", ("Policy Desk",), "author")] == [
        (found.id, found.shared, found.kind) for found in suggested(one, two)
    ]


def test_a_site_of_a_few_articles_fills_its_places():
    few = [plain(f"a{n}", n + 1) for n in range(12)]

    assert ["a11", "a10", "a9", "a8", "a7", "a6"] == ids(*few)
    assert ["a2", "a1"] == ids(*few[:3])


def test_pins_vetoes_and_parts_of_the_series_are_left_out():
    asked = plain("asked", 1, related=("pinned",), unrelated=("vetoed",), series="S")
    others = (plain("pinned", 2), plain("vetoed", 3), plain("part", 4, series="S"), plain("other", 5))

    assert ["pinned", "other"] == ids(asked, *others)


def test_whoever_is_kept_out_of_suggestions_fills_no_place():
    private = RelatedSettings(exclude_tags=("private",))

    assert ["other"] == ids(
        plain("asked", 1), plain("hidden", 3, tags=("private",)), plain("other", 2), related=private
    )
    assert [] == ids(plain("hidden", 3, tags=("private",)), plain("other", 2), related=private)


def test_copies_are_not_shown_together():
    said = "Rivers rise and rivers fall. Sensors failed, sensors held. Ministers met ministers."
    copies = [article(f"copy{n}", title="Rivers rise", text=said, date="2026-01-25") for n in range(2)]
    others = [plain(f"other{n}", n + 2) for n in range(14)]

    assert ["copy0", "other13", "other12"] == ids(plain("asked", 1), *copies, *others, related=RelatedSettings(count=3))


def test_no_more_than_asked_for():
    few = list(starmap(plain, ((f"a{n}", n + 1) for n in range(9))))

    assert 3 == len(ids(*few, related=RelatedSettings(count=3)))

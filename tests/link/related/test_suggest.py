"""Suggestions are near, true in what they say, and obey the editors."""

import random

from tests.kit.nouns import article, config, inputs

from sitegen.link import link
from sitegen.model.config import RelatedSettings

FILLER = [article(f"filler{n}", terms=((f"word{n}", 3.0), (f"word{n + 1}", 2.0))) for n in range(12)]
CLIMATE = [article(f"climate{n}", terms=(("glacier", 5.0), ("ice", 3.0), (f"own{n}", 1.0))) for n in range(3)]


def related(*articles, **fields):
    """Return the ids suggested for each article, among a dozen others."""
    shown = (*articles, *FILLER)
    site = link(shown, inputs(shown), config(**fields))
    return {ident: [one.id for one in found] for ident, found in site.related.items()}


def reasons(*articles):
    """Return the reasons of each suggestion of the first article."""
    shown = (*articles, *FILLER)
    site = link(shown, inputs(shown), config())
    return {one.id: one.reasons for one in site.related[articles[0].id]}


def test_those_that_share_rare_words_are_near():
    assert ["climate1", "climate2"] == related(*CLIMATE)["climate0"]


def test_reasons_name_words_that_both_hold():
    assert {"climate1": ("both on glacier and ice",), "climate2": ("both on glacier and ice",)} == reasons(*CLIMATE)


def test_a_title_named_in_another_text_brings_them_together():
    asked = article("asked", title="Glacier", terms=(("unlike", 4.0),))

    assert {"climate0", "climate1", "climate2"} == set(related(asked, *CLIMATE)["asked"])


def test_what_is_near_in_time_comes_first():
    old, new = (
        article(name, date=date, terms=(("glacier", 5.0),))
        for name, date in (("old", "2020-01-01"), ("new", "2025-12-30"))
    )

    assert ["new", "old"] == related(article("now", terms=(("glacier", 5.0),)), old, new)["now"]


def test_a_pin_comes_first_and_a_veto_never():
    pinned = article("pinned", terms=(("glacier", 5.0), ("ice", 3.0)), related=("filler3",), unrelated=("climate1",))
    found = related(pinned, *CLIMATE)["pinned"]

    assert "filler3" == found[0]
    assert "climate1" not in found
    assert "climate2" in found


def test_the_rest_of_a_series_is_not_suggested():
    parts = [article(f"part{n}", series="How ice works", terms=(("glacier", 5.0),)) for n in range(2)]

    assert "part1" not in related(*parts, *CLIMATE)["part0"]


def test_no_more_than_asked_for():
    assert 1 == len(related(*CLIMATE, related=RelatedSettings(count=1))["climate0"])


def test_excluded_sections_and_tags_are_neither_suggested_nor_given_any():
    hidden = article("hidden", section="Obituaries", tags=("private",), terms=(("glacier", 5.0),))
    for settings in (RelatedSettings(exclude_sections=("obituaries",)), RelatedSettings(exclude_tags=("private",))):
        found = related(hidden, *CLIMATE, related=settings)

        assert [] == found["hidden"]
        assert "hidden" not in found["climate0"]


def test_drafts_and_scheduled_articles_are_never_suggested():
    later = article("later", date="2027-01-01", terms=(("glacier", 5.0),))
    draft = article("draft", draft=True, terms=(("glacier", 5.0),))

    assert {"climate1", "climate2"} == set(related(*CLIMATE, later, draft)["climate0"])


def test_the_order_of_articles_makes_no_difference():
    mixed = [*CLIMATE, *FILLER]
    random.Random(2).shuffle(mixed)

    assert link(mixed, inputs(mixed), config()).related == link((*CLIMATE, *FILLER), inputs(mixed), config()).related

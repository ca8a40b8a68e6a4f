"""Suggestions are near, true in what they say, and obey the editors."""

import random

import pytest
from tests.kit.nouns import article, config, inputs

from sitegen.base.noun import replace
from sitegen.base.words import numbers, pairs, words
from sitegen.link import link
from sitegen.link.related import find_anew
from sitegen.link.related.settle import CROWD
from sitegen.model.config import RelatedSettings, SiteSettings, TagSettings
from sitegen.model.terms import unpack

FILLER = [article(f"filler{n}", title=f"Other{n}", text=f"Something other{n + 1}.") for n in range(12)]
ICE = [article(f"ice{n}", title=f"Glacier{n} melts", text=f"Part{n} of how a glacier melts.") for n in range(3)]


def linked(*articles, **fields):
    """Return what each article shows of its relatives, among a dozen others."""
    shown = (*articles, *FILLER)
    return link(shown, inputs(shown), config(**fields), find=only_relatives).related


def only_relatives(documents, rules, count, _):
    """Leave open the places of those that have few relatives."""
    return find_anew(documents, rules, count, lambda _: {})


def related(*articles, **fields):
    """Return the ids that each article shows."""
    return {ident: [one.id for one in found] for ident, found in linked(*articles, **fields).items()}


def test_those_whose_titles_stand_in_each_others_texts_are_near():
    assert ["ice1", "ice2"] == related(*ICE)["ice0"]


def test_an_article_that_nothing_resembles_has_no_relatives():
    assert [] == related(article("alone", title="Unlike", text="Nothing of it elsewhere."))["alone"]


def test_a_phrase_of_a_title_weighs_more_than_one_word():
    asked = article("asked", title="Sea ice retreats", text="Nothing.")
    one, both = (article(name, title=name, text=text) for name, text in (("one", "ice"), ("both", "sea ice")))

    assert ["both", "one"] == related(asked, one, both)["asked"]


def test_what_is_near_in_time_comes_first():
    old, new = (
        article(name, title=name, date=date, text="a glacier")
        for name, date in (("old", "2020-01-01"), ("new", "2025-12-30"))
    )

    assert ["new", "old"] == related(article("now", title="Glacier", text="Today."), old, new)["now"]


def test_a_pin_comes_first_and_a_veto_never():
    pinned = article(
        "pinned", title="When a glacier melts", text="It melts.", related=("filler3",), unrelated=("ice1",)
    )
    found = linked(pinned, *ICE)["pinned"]

    assert ("filler3", True) == (found[0].id, found[0].pinned)
    assert {"ice0", "ice2"} == {one.id for one in found[1:]}


def test_a_pin_is_not_shown_twice_and_takes_a_place():
    pinned = article("pinned", title="When it melts", text="A glacier melts.", related=("ice2",))

    assert ["ice2", "ice0"] == related(pinned, *ICE, related=RelatedSettings(count=2))["pinned"]


def test_the_rest_of_a_series_is_not_suggested():
    parts = [article(f"part{n}", title=f"Melts {n}", series="How ice melts", text="It melts.") for n in range(2)]
    found = related(*parts, *ICE)

    assert "part1" not in found["part0"]
    assert "part0" not in found["part1"]
    assert found["part0"]


def test_a_translation_is_suggested_only_where_it_is_pinned():
    names = ("ice.de", "ice.en", "ice.fr")
    texts = [
        article(name, title=f"Glacier {name}", translation_key="ice", language=name[-2:], text="How a glacier melts.")
        for name in names
    ]
    texts[0] = replace(texts[0], meta=replace(texts[0].meta, related=("ice.fr",)))
    found = related(*texts, *ICE)

    assert (["ice.fr"], [], []) == tuple([one for one in found[name] if one in names] for name in names)
    assert all(found[name] for name in names)


def test_no_more_than_asked_for_and_nothing_where_that_is_none():
    assert 1 == len(related(*ICE, related=RelatedSettings(count=1))["ice0"])
    assert [] == related(*ICE, related=RelatedSettings(count=0))["ice0"]


@pytest.mark.parametrize(
    "excluded",
    [
        {"exclude_sections": ("obituaries",)},
        {"exclude_tags": ("no-comment",)},
        {"exclude_tags": ("No Comment",)},
        {"exclude_tags": ("no comment",)},
        {"exclude_tags": ("asides",)},
        {"exclude_tags": ("By the way",)},
        {"exclude_tags": ("BTW",)},
    ],
)
def test_excluded_sections_and_tags_are_neither_suggested_nor_given_any(excluded):
    hidden = article("hidden", title="Melts", section="Obituaries", tags=("No comment",), text="It melts.")
    tags = {"no-comment": TagSettings(parent="asides"), "asides": TagSettings(title="By the way", aliases=("btw",))}
    found = related(hidden, *ICE, related=RelatedSettings(**excluded), tags=tags)

    assert [] == found["hidden"]
    assert "hidden" in related(hidden, *ICE)["ice0"]
    assert "hidden" not in found["ice0"]


def test_drafts_and_scheduled_articles_are_never_suggested():
    later = article("later", title="Melts", date="2027-01-01", text="It melts.")
    draft = article("draft", title="Melts", draft=True, text="It melts.")

    assert {"ice1", "ice2"} == set(related(*ICE, later, draft)["ice0"])


def test_two_that_are_nearly_the_same_are_not_shown_together():
    said = "The glacier melts. Ministers met twice. Sensors failed. Rivers rose."
    copies = [article(f"copy{n}", title="Glacier melts, ministers met", text=said) for n in range(2)]
    found = related(*copies, *ICE)

    assert {"copy0", "copy1"} > {ident for ident in found["ice0"] if ident.startswith("copy")} != set()
    assert found["copy0"]


def test_whoever_has_relatives_is_shown_by_somebody():
    articles = crowd(60)
    found = related(*articles, related=RelatedSettings(count=2))
    shown = {other for others in found.values() for other in others}

    assert set() == {one.id for one in articles if found[one.id]} - shown


def test_no_article_crowds_out_the_others():
    articles = [*crowd(80), article("hub", title="Subject0 subject1 subject2 subject3", text="about " * 9)]
    found = related(*articles, related=RelatedSettings(count=2))

    assert CROWD >= max(
        sum(other in others for others in found.values())
        for other in {one for others in found.values() for one in others}
    )


def test_the_order_of_articles_makes_no_difference():
    mixed = [*crowd(40), *FILLER]
    straight = link(mixed, inputs(mixed), config()).related
    random.Random(2).shuffle(mixed)

    assert straight == link(mixed, inputs(mixed), config()).related


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("気候変動の未来", "この記事は気候変動について"),
        ("ذوبان الجليد", "تقرير عن ذوبان الجليد"),
        ("हिमनद पिघल रहे", "यह लेख हिमनद पिघल रहे"),
        ("อนาคตของภูมิอากาศ", "บทความเกี่ยวกับภูมิอากาศ"),
    ],
)
def test_relatives_are_found_in_any_language(title, text):
    assert ["other"] == related(article("one", title=title), article("other", title="—", text=text))["one"]


def test_tags_that_both_have_are_the_reason():
    first, second = (article(f"t{n}", title=f"Melts{n} ice", text="ice", tags=("Climate",)) for n in range(2))

    assert [("Climate",)] == [one.shared for one in linked(first, second)["t0"]]


def test_a_phrase_of_a_title_that_stands_in_the_other_is_the_reason():
    first = article("first", title="What GPT-5 costs", text="Prices.", summary="Prices.")
    second = article("second", title="The market", text="Nobody buys GPT-5 now.", summary="The market.")

    assert [("GPT-5",)] == [one.shared for one in linked(first, second)["first"]]


def test_every_reason_is_true():
    articles = {one.id: one for one in (*crowd(60), *ICE, *FILLER)}
    told = 0
    for ident, found in linked(*crowd(60), *ICE).items():
        for one in found:
            for phrase in one.shared:
                told += 1
                assert stands(phrase, articles[ident]), (phrase, ident)
                assert stands(phrase, articles[one.id]), (phrase, one.id)

    assert told > 20


def stands(phrase, one):
    """Tell whether a word, or two neighbouring ones, stand in an article's title or text."""
    asked, found = numbers(words(phrase)), unpack(one.terms)
    title = {*found.title, *pairs(found.title)}
    text = {*found.once, *found.often, *found.pairs}
    return {*asked, *pairs(asked)} <= title or {*asked, *pairs(asked)} <= text


def crowd(count):
    """Return articles on a few subjects, the same in every run; subjects are names, so that they can be reasons."""
    chance = random.Random(count)
    made = []
    for number in range(count):
        subjects = [f"Subject{chance.randrange(count // 5)}" for _ in range(4)]
        text = " ".join(chance.choices([*subjects, "and", "of", *(f"word{n}" for n in range(50))], k=40))
        made.append(
            article(f"a{number:03}", title=" ".join(subjects[:3]), text=text, date=f"2026-0{number % 9 + 1}-01")
        )
    return made


def test_an_author_is_a_reason_but_not_whoever_stands_for_nobody():
    def kind_of(*authors):
        shown = (article("a", title="Unlike", authors=authors), article("b", title="Otherwise", authors=authors))
        return [
            (one.kind, one.shared)
            for one in link(shown, inputs(shown), config(site=SiteSettings(author="News Desk"))).related["a"]
        ]

    assert [("author", ("Ana Lima",))] == kind_of("Ana Lima")
    assert [("time", ())] == kind_of() == kind_of("News Desk")


@pytest.mark.parametrize(("date", "kind"), [("2026-02-02", "time"), ("2026-02-03", "other")])
def test_at_last_the_time_is_a_reason_within_a_month(date, kind):
    shown = (article("a", title="Unlike", date="2026-01-02"), article("b", title="Otherwise", date=date))

    assert [(kind, ())] == [(one.kind, one.shared) for one in link(shown, inputs(shown), config()).related["a"]]

"""A reason says in words that a reader understands what two articles have in common."""

from datetime import UTC, datetime

import pytest
from tests.kit.nouns import article

from sitegen.base.noun import replace
from sitegen.base.words import numbers, pairs, words
from sitegen.link.related.reasons import Beside, Reasons, is_common
from sitegen.link.related.settle import Rule
from sitegen.model.site import Card, Label
from sitegen.model.terms import Terms

RARE = {"weight", "decay", "sea", "ice", "2026", "licences"}


def card(ident: str, title: str, summary: str = "") -> Card:
    return Card(ident, f"/{ident}/", title, summary, datetime(2026, 1, 1, tzinfo=UTC), None, (), None, (), None, 1)


def number_of(phrase: str) -> int:
    """Return the number of a word, or of the last two words of a phrase."""
    found = numbers(words(phrase))
    return (pairs(found) or found)[-1]


def reasons(
    title: str,
    other: str,
    *,
    summary: str = "",
    told: str = "",
    ours: tuple[str, ...] = (),
    theirs: tuple[str, ...] = (),
    house: str = "Desk",
) -> tuple[str, ...]:
    """Return why one article shows another in whose text a phrase of its title was found.

    `ours` and `theirs` are the words that the two texts say most often.
    """
    cards = {"one": card("one", title), "two": card("two", other, summary)}
    text = numbers(words(told))
    terms = Terms((), (), text, (), pairs(text)).pack()
    rare = {number_of(word) for word in RARE}
    often = {"one": ours, "two": theirs}
    articles = {ident: replace(article(ident, keywords=said), terms=terms) for ident, said in often.items()}
    found = Reasons(cards.__getitem__, articles.__getitem__, house, rare.__contains__)
    return found.suggestions("one", [Beside("two", number_of(told) if told else 0, 0)], Rule())[0].shared


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("weight decay", ("weight decay",)),
        ("decay and", ()),
        ("weight", ()),
        ("GPT-5", ("GPT-5",)),
        ("GitHub Actions", ("GitHub Actions",)),
        ("in 2026", ()),
        ("12 models", ()),
        ("Llama 3", ("Llama 3",)),
        ("2026", ()),
        ("2026-11", ()),
        ("1.20", ("1.20",)),
        ("llama.cpp", ("llama.cpp",)),
        ("CVE-2026-33056", ("CVE-2026-33056",)),
        ("U.S", ("U.S.",)),
        ("Berlin office", ()),
    ],
)
def test_a_phrase_of_a_title_is_told_where_it_is_a_name_or_each_of_its_words_is_rare(told, found):
    title = (
        "How weight decay and GPT-5 met GitHub Actions 1.20, llama.cpp, CVE-2026-33056, 2026-11, in 2026, 12 models, "
        "Llama 3, the U.S. and its Berlin office"
    )

    assert found == reasons(title, "Unlike", told=told)


@pytest.mark.parametrize(
    ("other", "summary", "found"), [("On weight", "", True), ("Unlike", "Of weight.", True), ("Unlike", "", False)]
)
def test_a_word_is_told_where_the_other_opens_with_it(other, summary, found):
    assert (("weight",) if found else ()) == reasons("A weight", other, summary=summary, told="weight")


@pytest.mark.parametrize("told", ["for", "for all", "that"])
def test_words_that_join_others_are_no_reason(told):
    assert () == reasons("Phones for all that", "Letters for all that", told=told)


@pytest.mark.parametrize(
    ("told", "found"), [("Do Not", ()), ("OpenAI Models", ("OpenAI Models",)), ("Weight Decay", ("Weight Decay",))]
)
def test_capitals_of_all_words_make_no_names(told, found):
    assert found == reasons("Why OpenAI Models Do Not Need Weight Decay", "Unlike", told=told)


@pytest.mark.parametrize("told", ["March", "März", "in March"])
def test_months_are_no_reason(told):
    assert () == reasons("What came in March, or März, and went", "Unlike", told=told)
    assert () == reasons("What came in March", "What went in March", told=told)


def test_a_year_makes_no_name_of_the_word_beside_it():
    assert () == reasons("Rent (2026 Guide)", "Rivers (2026 Guide)", told="2026 Guide")


def test_a_name_is_told_without_the_words_that_join_it():
    assert ("AI",) == reasons("The state of AI", "The law of AI", told="of AI")


def test_without_a_phrase_that_tells_more_the_longest_of_both_titles_does():
    assert ("sea ice",) == reasons("Where sea ice and the weight are", "When sea ice has a weight")


def test_what_all_titles_say_and_when_is_no_reason():
    assert () == reasons("Announcing the update of 2026", "Announcing the end of 2026")


@pytest.mark.parametrize(
    ("title", "other", "ours", "theirs", "found"),
    [
        ("Who grants licences", "Unlike", ("licences",), ("licences", "who"), ("licences",)),
        ("Unlike", "Who grants licences", ("licences",), ("licences", "who"), ("licences",)),
        ("Who grants licences", "Unlike", ("licences",), ("who",), ()),
        ("Who grants licences", "Unlike", (), ("licences",), ()),
        ("Unlike", "None", ("licences",), ("licences",), ()),
        ("Who grants licences", "Unlike", ("grants",), ("grants",), ()),
        ("On the ice", "Unlike", ("ice",), ("ice",), ()),
        ("Since 2026", "Unlike", ("2026",), ("2026",), ()),
    ],
)
def test_at_last_a_rare_word_of_a_title_that_both_texts_say_again_and_again_is_told(title, other, ours, theirs, found):
    assert found == reasons(title, other, ours=ours, theirs=theirs)


def test_a_section_of_both_is_told_before_such_a_word():
    desk = Label("desk", "Desk", "/desk/")
    cards = {ident: replace(card(ident, "Licences"), section=desk) for ident in ("one", "two")}
    often = {ident: article(ident, keywords=("licences",)) for ident in cards}
    found = Reasons(cards.__getitem__, often.__getitem__, "", {number_of("licences")}.__contains__)
    told = found.suggestions("one", [Beside("two", 0, 0)], Rule())[0]

    assert ("section", ("Desk",)) == (told.kind, told.shared)


@pytest.mark.parametrize(
    ("related", "month", "kind"),
    [(True, 1, "likeness"), (True, 9, "likeness"), (False, 1, "time"), (False, 9, "other")],
)
def test_of_a_relative_at_least_its_likeness_is_told(related, month, kind):
    later = replace(card("two", "Otherwise"), date=datetime(2026, month, 20, tzinfo=UTC))
    cards = {"one": card("one", "Unlike"), "two": later}
    found = Reasons(cards.__getitem__, {ident: article(ident) for ident in cards}.__getitem__, "", lambda _: False)
    told = found.suggestions("one", [Beside("two", 0, 0, related)], Rule())[0]

    assert (kind, ()) == (told.kind, told.shared)


@pytest.mark.parametrize(
    ("having", "articles", "told"), [(6, 12, ("News", "Law")), (7, 12, ("Law",)), (8, 8, ("News", "Law"))]
)
def test_a_tag_that_most_articles_have_is_no_reason(having, articles, told):
    tags = (Label("news", "News", "/news/"), Label("law", "Law", "/law/"))
    cards = {ident: replace(card(ident, "Unlike"), tags=tags) for ident in ("one", "two")}
    own = {ident: article(ident) for ident in cards}

    def common(slug: str) -> bool:
        return slug == "news" and is_common(having, articles)

    found = Reasons(cards.__getitem__, own.__getitem__, "", lambda _: False, common)

    assert told == found.suggestions("one", [Beside("two", 0, 0)], Rule())[0].shared


@pytest.mark.parametrize(("word", "found"), [("عن", ()), ("הוא", ()), ("الصحة", ("الصحة",))])
def test_short_words_of_scripts_without_capitals_are_no_reason(word, found):
    assert found == reasons(f"Unlike {word}", f"{word} and more", told=word)


def test_the_name_of_the_house_is_no_reason():
    assert ("Ice Desk",) == reasons("What the Ice Desk saw", "Ice Desk and Sea Desk", told="Ice Desk")
    assert () == reasons("What the NET Desk saw", "NET Desk and sea", told="NET Desk", house=".NET Desk")

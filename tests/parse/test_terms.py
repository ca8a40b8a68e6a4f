"""Text becomes numbered words: what the title says, what the article is about, how often each word stands."""

from sitegen.base.words import numbers, pairs, words
from sitegen.model.terms import unpack
from sitegen.parse.terms import terms


def read(title, body, *, description="", headings=(), lead=""):
    """Return the terms with their words as text, and the keywords."""
    packed, keywords = terms(title, body, description=description, headings=list(headings), lead=lead)
    spoken = [word for text in (title, body, description) for word in words(text)]
    names = dict(zip(numbers(spoken), spoken, strict=True))
    found = unpack(packed)

    def spelled(list_of_numbers):
        return [names[number] for number in list_of_numbers]

    return found, spelled, keywords


def test_a_title_keeps_its_order():
    found, spelled, _ = read("Open weights open doors", "The doors of hospitals.")

    assert ["open", "weights", "open", "doors"] == spelled(found.title)


def test_an_article_is_about_title_description_headings_and_lead():
    found, spelled, _ = read(
        "Title", "Lead here. Costs. Only body.", description="Standfirst", headings=["Costs"], lead="Lead here."
    )

    assert ["title", "standfirst", "costs", "lead", "here"] == spelled(found.about)


def test_words_that_stand_once_are_told_from_others():
    body = " ".join(["once"] + ["thrice"] * 3 + ["twice"] * 2 + ["five"] * 5 + ["nine"] * 9)
    found, spelled, keywords = read("Title", body)

    assert [["once"], ["thrice", "twice", "five", "nine"]] == [spelled(found.once), spelled(found.often)]
    assert ("nine", "five", "thrice", "twice") == keywords


def test_what_stands_out_counts_more():
    found, spelled, _ = read("Weights", "Weights in a heading", headings=["heading"])

    assert [["a", "in"], ["heading", "weights"]] == [sorted(spelled(each)) for each in (found.once, found.often)]


def test_pairs_are_of_neighbours_below_the_title():
    found, _, _ = read("Not here", "open model weights", description="for all")

    assert set(pairs(numbers(words("open model weights")))) | set(pairs(numbers(words("for all")))) == set(found.pairs)


def test_the_end_of_a_very_long_text_is_not_read():
    found, _, _ = read("Title", "start " + "filler " * 6000 + "finish")

    assert set(numbers(["start", "filler"])) == {*found.once, *found.often}

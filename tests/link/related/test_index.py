"""Documents become an index by the words of their titles."""

from array import array

from tests.kit.corpus import Newsroom

from sitegen.base.words import numbers
from sitegen.link.related.index import index_of
from sitegen.link.related.postings import Posting, unpack_posting
from sitegen.link.related.weights import COUNTED, MOST_TITLES, most_texts

(GLACIER,) = numbers(["glacier"])


def indexed(*texts):
    """Return the index of articles with the given titles and texts."""
    newsroom = Newsroom(0, 0)
    for number, (title, text) in enumerate(texts):
        newsroom.texts[f"a{number:04}"] = (9, title, "", text)
    return index_of(newsroom.documents())


def postings(index):
    return {word: unpack_posting(data) for word, data in index.postings()}


def test_a_word_knows_the_titles_that_hold_it_and_their_shares():
    index = indexed(("Glacier", ""), ("The glacier melts", ""), *[(f"Other{n}", "") for n in range(9)])

    assert 2 == index.titles[GLACIER]
    (first,), (second,) = ([share for share, word in asked if word == GLACIER] for asked in index.asked[:2])
    assert first > second > 0
    assert 2 == index.about[GLACIER]


def test_postings_hold_titles_and_the_texts_that_lead_there():
    index = indexed(("Glacier", ""), *[(f"Other{n}", "a glacier" if n == 3 else "") for n in range(9)])

    ((share, word),) = index.asked[0]
    assert Posting(1, 1, {0: share}, array("I", [4])) == postings(index)[GLACIER]
    assert [4] == index.texts[GLACIER]
    assert word == GLACIER


def test_a_word_in_too_many_texts_leads_nowhere_and_is_counted():
    many = most_texts(12) + 1
    index = indexed(("Glacier", ""), *[(f"Other{n}", "a glacier") for n in range(many)], ("Last", ""), ("End", ""))

    assert Posting(1, many) == postings(index)[GLACIER]
    assert [] == index.asked[0]


def test_of_very_many_texts_no_more_are_counted_than_matter():
    index = indexed(("Glacier", ""), *[(f"Other{n}", "a glacier") for n in range(2 * COUNTED + 1)])

    assert Posting(1, COUNTED) == postings(index)[GLACIER]


def test_a_word_in_too_many_titles_leads_nowhere():
    index = indexed(*[("Glacier", "glacier") for _ in range(MOST_TITLES + 1)], *[(f"Other{n}", "") for n in range(400)])

    assert Posting(MOST_TITLES + 1, 0) == postings(index)[GLACIER]

"""Documents become an index by the words of their titles."""

from tests.kit.corpus import Newsroom

from sitegen.base.words import numbers
from sitegen.link.related.index import begin
from sitegen.link.related.postings import Posting, unpack_posting

(GLACIER,) = numbers(["glacier"])


def begun(*titles):
    """Begin an index of articles with the given titles."""
    newsroom = Newsroom(0, 0)
    for number, title in enumerate(titles):
        newsroom.texts[f"a{number}"] = (9, title, "", "")
    return begin(newsroom.documents())


def test_a_word_knows_the_titles_that_hold_it_and_their_shares():
    _, scale, index = begun("Glacier", "The glacier melts", *[f"Other{n}" for n in range(9)])

    assert [0, 1] == [row for row, _ in index.asked[GLACIER]]
    assert index.asked[GLACIER][0][1] > index.asked[GLACIER][1][1] > 0
    assert 2 == index.about[GLACIER]
    assert scale.rarity(GLACIER) > 0


def test_a_table_begins_without_relatives_in_the_order_of_documents():
    table, _, _ = begun("One", "Two")

    assert (["a0", "a1"], [9, 9], [[], []]) == (table.ids, list(table.days), [table.rows_near(row) for row in (0, 1)])


def test_postings_hold_titles_and_what_mentions_them():
    _, _, index = begun("Glacier", *[f"Other{n}" for n in range(9)])
    index.known[GLACIER] = 1
    index.mentions[GLACIER].append(4)
    packed = {word: unpack_posting(data) for word, data in index.packed()}

    assert Posting(1, dict(index.asked[GLACIER]), {4}) == packed[GLACIER]

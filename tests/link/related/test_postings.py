"""A posting is packed without loss."""

from array import array

from sitegen.link.related.postings import Posting, pack_posting, unpack_posting
from sitegen.link.related.weights import MOST_TITLES


def test_what_was_packed_comes_back():
    posting = Posting(2, 2, {3: 100, 1: 0xFFFFFFFF}, array("I", [2, 9]))

    assert posting == unpack_posting(posting.pack())


def test_one_that_does_not_lead_keeps_its_counts():
    assert Posting(40, 256) == unpack_posting(Posting(40, 256).pack())


def test_the_same_posting_has_the_same_bytes():
    assert Posting(2, 2, {3: 100, 1: 5}, array("I", [2, 9])).pack() == pack_posting(2, 2, [1, 3], [5, 100], [2, 9])


def test_a_word_leads_where_few_titles_and_few_texts_hold_it():
    assert [True, False, False] == [
        Posting(titles, texts).leads(8) for titles, texts in ((MOST_TITLES, 8), (MOST_TITLES + 1, 8), (MOST_TITLES, 9))
    ]

"""A posting is packed without loss; which words may lead is known without asking the store."""

from array import array

import pytest

from sitegen.link.related.postings import Leading, Posting, pack_posting, unpack_posting
from sitegen.link.related.weights import MOST_TITLES

WORDS = [number * 0x85EBCA6B & 0xFFFFFFFF for number in range(1, 3001)]
LEADING, OTHERS = WORDS[:1000], WORDS[1000:]


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


def test_all_that_lead_are_told_and_few_others():
    leading = Leading.of(LEADING)

    assert LEADING == leading.among(LEADING)
    assert len(leading.among(OTHERS)) < len(OTHERS) // 4


def test_one_may_be_added():
    leading = Leading.of(LEADING)
    leading.add(OTHERS[7])

    assert [OTHERS[7]] == leading.among([OTHERS[7]])


@pytest.mark.parametrize("bits", [array("I", [0]), array("I", [0]) * 64], ids=["few", "many"])
def test_where_none_leads_none_is_told(bits):
    assert [] == Leading(bits).among(WORDS)
    assert [] == Leading.of([]).among(WORDS)


def test_the_bits_are_all_there_is_to_remember():
    assert LEADING == Leading(Leading.of(LEADING).bits).among(LEADING)

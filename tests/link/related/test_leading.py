"""Which words may lead is known without asking the store."""

from array import array

import pytest

from sitegen.link.related.leading import Leading

WORDS = [number * 0x85EBCA6B & 0xFFFFFFFF for number in range(1, 3001)]
LEADING, OTHERS = WORDS[:1000], WORDS[1000:]


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

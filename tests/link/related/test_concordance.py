"""A concordance names all documents that hold a word, and few others."""

import random

import pytest

from sitegen.link.related.concordance import may_hold, pieces_of, shelved
from sitegen.link.related.table import Document
from sitegen.model.terms import Terms

DICE = random.Random(3)
NUMBERS = [DICE.getrandbits(32) for _ in range(20_000)]


def document(row: int, text: list[int]) -> Document:
    return Document(f"d{row}", 1, Terms([], [], text, [], []).pack())


@pytest.fixture(scope="module")
def texts() -> list[list[int]]:
    """Those of three shelves of documents; one is empty."""
    return [DICE.choices(NUMBERS, k=40) for _ in range(2_500)] + [[]]


@pytest.fixture(scope="module")
def pieces(texts: list[list[int]]) -> dict[int, bytes]:
    return dict(shelved([document(row, text) for row, text in enumerate(texts)]))


@pytest.mark.parametrize("asked", [1, 3])
def test_whoever_holds_a_word_is_found_and_few_others(texts, pieces, asked):
    for _ in range(50):
        words = set(DICE.choices(NUMBERS, k=asked))
        wanted = pieces_of(words, len(texts))
        found = may_hold(words, {number: pieces[number] for number in wanted})
        holding = {row for row, text in enumerate(texts) if not words.isdisjoint(text)}

        assert 3 * asked >= len(wanted)
        assert holding <= found
        assert len(found - holding) <= 30 * asked


def test_a_document_without_words_stands_on_a_shelf_all_the_same():
    pieces = dict(shelved([Document("a", 1, b""), document(1, [7])]))

    assert {1} == may_hold({7}, {number: pieces[number] for number in pieces_of({7}, 2)})


def test_without_documents_there_are_no_shelves():
    assert [] == pieces_of({7}, 0)
    assert set() == may_hold({7}, {})

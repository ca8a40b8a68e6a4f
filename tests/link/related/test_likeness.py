"""Many texts at once are as alike as one by one."""

import numpy as np
from tests.kit.corpus import Newsroom

from sitegen.link.related.closely import Telling, alike, vector_of
from sitegen.link.related.columns import Packed
from sitegen.link.related.likeness import Rarity, texts_of
from sitegen.link.related.weights import RARITY, Scale
from sitegen.model.terms import unpack

DOCUMENTS = Newsroom(3, 40, 60).documents()
TERMS = [unpack(document.terms) for document in DOCUMENTS]
WORDS, COUNTS = np.unique(Packed(DOCUMENTS, 0).about().values, return_counts=True)
SCALE = Scale(len(DOCUMENTS), lambda word: dict(zip(WORDS.tolist(), COUNTS.tolist(), strict=True)).get(word, 0))
ALL = Rarity(len(DOCUMENTS), WORDS, COUNTS)


def test_words_are_worth_what_they_are_one_by_one():
    words = np.array([*WORDS.tolist(), 12345])

    assert [RARITY[SCALE.rarity(word)] for word in words.tolist()] == ALL.worth(words).tolist()
    assert [SCALE.weight[word] for word in words.tolist()] == ALL.weight(words).tolist()


def test_texts_are_as_alike_as_one_by_one():
    vectors = [vector_of(terms, Telling(SCALE.weight)) for terms in TERMS]
    pairs = [(row, other) for row in range(40) for other in range(40) if (row + other) % 3 == 0]
    rows, others = map(np.array, zip(*pairs, strict=True))
    likeness = texts_of(Packed(DOCUMENTS, 0).often(), len(DOCUMENTS), ALL).likeness(rows, others).tolist()

    assert [alike(vectors[row], vectors[other], SCALE.weight) for row, other in pairs] == likeness
    assert max(likeness) > 0

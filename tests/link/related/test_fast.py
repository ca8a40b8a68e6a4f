"""numpy finds what plain Python finds, to the last bit."""

import pytest
from tests.kit.corpus import Newsroom, known_of

from sitegen.link.related import fast, plain
from sitegen.link.related.postings import unpack_posting
from sitegen.link.related.table import Document
from sitegen.link.related.weights import MOST_TEXTS, MOST_TITLES
from sitegen.model.terms import Terms


def both(documents):
    """Return what either way finds: relatives, words that articles are about, postings."""
    return [
        (known_of(found.table), found.about, {word: unpack_posting(data) for word, data in found.postings})
        for found in (plain.relate(documents), fast.relate(documents))
    ]


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize(("count", "vocabulary"), [(3, 10), (17, 20), (70, 60), (150, 800)])
def test_both_ways_agree(seed, count, vocabulary):
    plainly, quickly = both(Newsroom(seed, count, vocabulary).documents())

    assert plainly == quickly


def test_both_ways_agree_where_words_are_too_well_known_to_lead():
    plainly, quickly = both(Newsroom(1, 600, 40).documents())

    assert plainly == quickly
    assert any(posting.texts > MOST_TEXTS and not posting.mentions for posting in quickly[2].values())
    assert any(posting.titles > MOST_TITLES and not posting.asked for posting in quickly[2].values())


def test_both_ways_agree_on_copies():
    newsroom = Newsroom(2, 30)
    for ident in ("b1", "b2", "b3"):
        newsroom.texts[ident] = (738000, "word120 word121", "word122", "word120 with word121 and word123")
    plainly, quickly = both(newsroom.documents())

    assert plainly == quickly
    assert any(one[0] & 1 for one in quickly[0]["b1"])


@pytest.mark.parametrize(
    "documents",
    [
        [],
        [Document("alone", 1, b"")],
        [Document("a", 1, b""), Document("b", 900000, Terms([1], [1], (), (), ()).pack())],
    ],
    ids=["none", "one", "without-words"],
)
def test_both_ways_agree_on_next_to_nothing(documents):
    plainly, quickly = both(documents)

    assert plainly == quickly
    assert [[]] * len(documents) == list(quickly[0].values())

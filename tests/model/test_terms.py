"""Terms are packed without loss."""

from sitegen.model.terms import Terms, unpack


def listed(terms):
    """Return terms as plain lists."""
    return [list(terms.title), list(terms.about), list(terms.only), *map(list, terms.words), list(terms.pairs)]


def test_what_was_packed_comes_back():
    terms = Terms([3, 0xFFFFFFFF, 3], [1, 2], [3], ([4], [], [5, 6], [7]), [0, 8])

    assert listed(terms) == listed(unpack(terms.pack()))


def test_an_article_without_words_has_no_terms():
    nothing = Terms((), (), (), ((), (), (), ()), ())

    assert [listed(nothing)] * 2 == [listed(unpack(b"")), listed(unpack(nothing.pack()))]

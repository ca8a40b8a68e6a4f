"""Terms are packed without loss."""

from sitegen.model.terms import Terms, text_of, unpack


def listed(terms):
    """Return terms as plain lists."""
    return [list(each) for each in (terms.title, terms.about, terms.once, terms.often, terms.pairs)]


TERMS = Terms([3, 0xFFFFFFFF, 3], [1, 2], [4, 9], [5, 6], [0, 8])


def test_what_was_packed_comes_back():
    assert listed(TERMS) == listed(unpack(TERMS.pack()))


def test_the_text_is_all_that_stands_below_the_title():
    assert [4, 9, 5, 6, 0, 8] == list(text_of(TERMS.pack()))


def test_an_article_without_words_has_no_terms():
    nothing = Terms((), (), (), (), ())

    assert [listed(nothing)] * 2 == [listed(unpack(b"")), listed(unpack(nothing.pack()))]
    assert [] == list(text_of(b""))

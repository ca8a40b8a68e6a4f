"""Terms are packed without loss."""

from hypothesis import given
from hypothesis import strategies as some

from sitegen.model.terms import Terms, holds, spell, text_of, unpack


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


NUMBERS = some.lists(
    some.sampled_from((0, 1, 2, 0x01000000, 0x00010000, 0x01010101, 0x02010101, 0xFFFFFFFF)), max_size=6
)


@given(*[NUMBERS] * 5, some.sampled_from((0, 1, 2, 0x01010101, 0x00010100, 0x02010101)))
def test_terms_hold_what_stands_in_the_title_or_below_it(title, about, once, often, pairs, number):
    """Not what only stands in `about`, nor across two numbers."""
    packed = Terms(title, about, once, often, pairs).pack()

    assert (number in {*title, *once, *often, *pairs}) == holds(packed, spell(number))


def test_no_terms_hold_nothing():
    assert not holds(b"", spell(0))

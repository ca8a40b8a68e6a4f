"""A posting is packed without loss."""

from sitegen.link.related.postings import Posting, pack_posting, unpack_posting


def test_what_was_packed_comes_back():
    posting = Posting(7, {3: 100, 1: 0xFFFFFFFF}, {9, 2})

    assert posting == unpack_posting(posting.pack())


def test_a_posting_that_nothing_mentions_comes_back():
    assert Posting(500, {1: 2}) == unpack_posting(Posting(500, {1: 2}).pack())


def test_the_same_posting_has_the_same_bytes():
    assert Posting(2, {3: 100, 1: 5}, {9, 2}).pack() == pack_posting(2, [1, 3], [5, 100], [2, 9])

"""Short, stable names for bytes, and one spelling for values."""

from sitegen.base.diagnostics import Span
from sitegen.base.digest import canonical, digest, hasher, read_off


def test_a_digest_is_the_same_on_every_machine():
    assert "e3b0c44298fc1c149afbf4c8996fb924" == digest(b"")
    assert 32 == len(digest(b"x" * 10_000))


def test_bytes_may_come_in_parts():
    begun = hasher(b"a")
    other = begun.copy()
    begun.update(b"b")

    assert (digest(b"ab"), digest(b"a")) == (read_off(begun), read_off(other))


def test_other_bytes_have_another_digest():
    assert digest(b"a") != digest(b"b")


def test_the_order_of_a_table_does_not_count():
    assert canonical({"a": [1, {"x": 1, "y": 2}], "b": "2"}) == canonical({"b": "2", "a": (1, {"y": 2, "x": 1})})


def test_other_values_are_spelled_otherwise():
    values = [{"a": "1"}, {"a": 1}, {"a": ["1"]}, {"a": None}, ["a", "1"], Span("a"), Span("a", 1)]

    assert len(values) == len(set(map(canonical, values)))

"""Short, stable names for bytes."""

from sitegen.base.digest import digest


def test_a_digest_is_the_same_on_every_machine():
    assert "cae66941d9efbd404e4d88758ea67670" == digest(b"")
    assert 32 == len(digest(b"x" * 10_000))


def test_other_bytes_have_another_digest():
    assert digest(b"a") != digest(b"b")

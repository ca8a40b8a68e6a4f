"""Values survive the way into bytes and back; equal values have equal bytes."""

import subprocess
import sys
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as some

from sitegen.base.noun import Noun
from sitegen.engine.codec import Codec


class Point(Noun):
    """A value."""

    name: str
    at: tuple[int, ...]
    inside: "Point | None" = None


class Alone(Noun):
    """A value with one field."""

    told: object


CODEC = Codec((Point, Alone))

plain = some.none() | some.booleans() | some.integers() | some.floats(allow_nan=False) | some.text() | some.binary()
values = some.recursive(
    plain
    | some.dates()
    | some.datetimes(timezones=some.just(UTC) | some.just(timezone(timedelta(hours=5, minutes=30))))
    | some.frozensets(some.text()),
    lambda inner: (
        some.lists(inner).map(tuple)
        | some.lists(inner)
        | some.dictionaries(some.text(), inner)
        | some.builds(Point, some.text(), some.lists(some.integers()).map(tuple), some.none())
        | some.builds(Alone, inner)
    ),
    max_leaves=12,
)


@given(values)
def test_what_goes_in_comes_out(value: object) -> None:
    assert value == CODEC.decode(CODEC.encode(value))


@given(values)
def test_equal_values_have_equal_bytes(value: object) -> None:
    """However they came to be."""
    assert CODEC.encode(value) == CODEC.encode(CODEC.decode(CODEC.encode(value)))


def test_one_field_is_read_by_its_name() -> None:
    data = CODEC.encode(Point("a", (1, 2), Point("b", ())))

    assert ["a", (1, 2), Point("b", ())] == [CODEC.decode_field(data, name) for name in ("name", "at", "inside")]


def test_a_shared_part_is_written_like_two_equal_ones() -> None:
    """Identity is an accident."""
    name, same = (bytes((97, 98)).decode() for _ in range(2))

    assert CODEC.encode((name, name)) == CODEC.encode((name, same))


def test_sets_have_one_order_in_every_process() -> None:
    code = (
        "from sitegen.engine.codec import Codec; import sys;"
        "sys.stdout.write(Codec(()).encode(frozenset(map(str, range(50)))).hex())"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", code], env={"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2", "3")
    }

    assert 1 == len(runs)


def test_a_class_that_was_not_given_is_refused() -> None:
    with pytest.raises(TypeError, match="no code for complex"):
        CODEC.encode(1j)


@pytest.mark.parametrize(
    "value", [date(2026, 11, 20), datetime(2026, 11, 20, 9, tzinfo=UTC), Point("a", (1,), Point("b", ()))]
)
def test_nested_values_keep_their_types(value: object) -> None:
    assert type(value) is type(CODEC.decode(CODEC.encode(value)))

"""A noun never changes, and is equal to another by its fields."""

import copy
import pickle

import pytest

from sitegen.base.noun import Noun, field_names, replace


class Point(Noun):
    """A value with a property of its own."""

    x: int
    y: int = 0

    @property
    def sum(self) -> int:
        """Not a field."""
        return self.x + self.y


def test_equal_fields_make_equal_values():
    assert Point(1) == Point(1, 0)
    assert {Point(1), Point(1, 0), Point(2)} == {Point(1), Point(2)}


def test_nothing_can_be_set():
    with pytest.raises(AttributeError, match="immutable"):
        Point(1).x = 2  # type: ignore[misc]


def test_a_changed_value_is_another():
    point = Point(1, 2)

    assert (Point(1, 3), Point(1, 2), 4) == (replace(point, y=3), point, replace(point, y=3).sum)


def test_it_reaches_other_processes():
    assert Point(1, 2) == pickle.loads(pickle.dumps(Point(1, 2))) == copy.copy(Point(1, 2))


def test_names_are_those_of_the_fields():
    assert ("x", "y") == field_names(Point) == field_names(Point(1))

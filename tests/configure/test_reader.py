"""TOML values become nouns, type by type."""

from collections.abc import Mapping
from typing import Literal, get_type_hints

import pytest

from sitegen.base.noun import Noun, field
from sitegen.base.toml import read_toml
from sitegen.configure.reader import Reader, dotted


class Leaf(Noun):
    name: str
    size: int = 1


class Tree(Noun):
    kind: Literal["oak", "elm"] = "oak"
    leaf: Leaf | None = None
    leaves: tuple[Leaf, ...] = ()
    by_name: Mapping[str, Leaf] = field(default_factory=dict)
    marks: tuple[str, ...] = ()
    tall: bool = False
    rings: int = 0
    anything: object = None


TYPES = get_type_hints(Tree) | {"leaf": Leaf}


def read(text):
    document = read_toml(text.encode(), "x.toml")
    reader = Reader(document)
    return reader.fields(TYPES, document.values), [(d.code.split("/")[1], d.span.line, d.message) for d in reader.found]


def test_every_type_is_read():
    values, wrong = read("""
        kind = "elm"
        leaf = {name = "a", size = 2}
        marks = ["x", "y"]
        tall = true
        rings = 7
        anything = {a = [1]}
        by_name.b = {name = "b"}
        [[leaves]]
        name = "c"
        """)

    assert [] == wrong
    assert values == {
        "kind": "elm",
        "leaf": Leaf("a", 2),
        "marks": ("x", "y"),
        "tall": True,
        "rings": 7,
        "anything": {"a": [1]},
        "by_name": {"b": Leaf("b")},
        "leaves": (Leaf("c"),),
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("rings = true", ("wrong-type", 1, '"rings" must be a whole number, not true')),
        ("rings = 1.5", ("wrong-type", 1, '"rings" must be a whole number, not the number 1.5')),
        ("tall = 'true'", ("wrong-type", 1, '"tall" must be true or false, not text')),
        ("marks = 'x'", ("wrong-type", 1, '"marks" must be a list, not text')),
        ("marks = [\n'x',\n1]", ("wrong-type", 3, '"marks[2]" must be text in quotes, not the number 1')),
        ("kind = 'ash'", ("bad-value", 1, '"kind" must be "oak" or "elm", not "ash"')),
        ('marks = ["a", "b\\u001b"]', ("bad-value", 1, '"marks[2]" holds U+001B, which no page can show')),
        ("kind = 1", ("wrong-type", 1, '"kind" must be "oak" or "elm", not the number 1')),
        ("leaf = 2020-01-01", ("wrong-type", 1, '"leaf" must be a table, not a date or time')),
        ("[leaf]\nsize = 1", ("missing-key", 1, '"leaf" has no "name"')),
        ("by_name = []", ("wrong-type", 1, '"by_name" must be a table, not a list')),
        ("[by_name.x]\nnaem = 'a'\nname = 'a'", ("unknown-key", 2, 'unknown key "naem" in [by_name.x]')),
    ],
)
def test_a_value_of_the_wrong_type_is_told_and_left_out(text, expected):
    values, wrong = read(text)

    assert [expected] == wrong
    assert "size" not in values


def test_the_rest_is_read_after_a_mistake():
    values, wrong = read("kind = 'ash'\nrings = 3\ntalll = true\n")

    assert {"rings": 3} == values
    assert 2 == len(wrong)


def test_a_path_is_written_as_people_count():
    assert "site.menu[2].title" == dotted(("site", "menu", 1, "title"))

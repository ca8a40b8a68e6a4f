"""TOML becomes values with places."""

import pytest

from sitegen.parse.matter.fenced import read_toml
from sitegen.parse.matter.values import MatterError, plain


def test_reads_all_kinds():
    table = read_toml('a = "b"\nc = [1, 1.10, true]\nd = 2026-11-20\n[e.f]\ng = {h = "i"}\n', 2)

    expected = {"a": "b", "c": (1, "1.10", True), "d": "2026-11-20", "e": {"f": {"g": {"h": "i"}}}}
    assert expected == {key: plain(entry.value) for key, entry in table.items()}


def test_every_key_has_its_place():
    table = read_toml('title = "x"\n\naliases = [\n    "b = c",\n]\n"quoted" = 1\n[extra]\n  team = "t"\n', 2)

    places = {key: (entry.line, entry.column, entry.width) for key, entry in table.items()}
    assert {"title": (2, 1, 5), "aliases": (4, 1, 7), "quoted": (7, 1, 8), "extra": (8, 2, 5)} == places
    team = table["extra"].value.data["team"]
    assert (9, 3, 4) == (team.line, team.column, team.width)
    assert (9, 10) == (team.value.line, team.value.column)


def test_every_entry_of_an_array_of_tables_has_its_place():
    table = read_toml('[[faq]]\nq = "a"\n\n[[faq]]\nq = "b"\n', 2)

    first, second = table["faq"].value.data
    assert (3, 6) == (first.data["q"].line, second.data["q"].line)
    assert (2, 5) == (first.line, second.line)


def test_what_stands_within_a_line_has_its_own_place():
    table = read_toml('image = {src = "a.png", alt = "b"}\ntags = ["c", "d"]\na.b = 1\n', 2)

    alt = table["image"].value.data["alt"]
    assert (2, 25, 3, 31) == (alt.line, alt.column, alt.width, alt.value.column)
    assert [(3, 9), (3, 14)] == [(tag.line, tag.column) for tag in table["tags"].value.data]
    assert (4, 1, 3) == (table["a"].line, table["a"].column, table["a"].value.data["b"].column)


def test_lines_inside_a_long_text_are_no_keys():
    table = read_toml('a = """\nb = 1\n"""\nb = 2\n', 2)

    assert (5, 2) == (table["b"].line, table["b"].value.data)


@pytest.mark.parametrize(
    ("text", "message", "line", "column"),
    [
        ("a\n", "this line is no key = value", 2, 2),
        ("a = b\n", "this is no value", 2, 5),
        ('a = "b\nc = 1\n', "this quote is not closed in its line", 2, 7),
        ('a = """b\n', "this quote is never closed", 2, 9),
        ("a = 1\na = 2\n", "this key stands twice", 3, 1),
        ("[a]\n[a]\n", "this table stands twice", 3, 3),
        ("a = 1 2\n", "the value ends before its line does", 2, 7),
        ("date = 2026-13-01\n", "the value ends before its line does", 2, 12),
        ("a = [1\nb = 2\n", "this [ list ] is never closed", 3, 1),
        ("a = " + "[" * 3000 + "]" * 3000, "the front matter is nested too deeply", 2, 0),
        ("a." * 3000 + "a = 1", "the front matter is nested too deeply", 2, 0),
    ],
)
def test_mistakes_are_said_in_plain_words_where_they_are(text, message, line, column):
    with pytest.raises(MatterError) as caught:
        read_toml(text, 2)

    assert (message, line, column) == (str(caught.value), caught.value.line, caught.value.column)
    assert caught.value.hint

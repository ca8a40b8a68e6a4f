"""Values are read as the types that are asked for."""

from zoneinfo import ZoneInfo

import pytest

from sitegen.parse.manuscript import Manuscript
from sitegen.parse.matter.reading import Reader
from sitegen.parse.matter.yaml import read_yaml


@pytest.fixture
def reader():
    return Reader(Manuscript("content/x.md", "x.md", ""), ZoneInfo("UTC"), lambda value: value.text)


def value(written):
    return read_yaml(f"key: {written}\n", 1, [])["key"].value


@pytest.mark.parametrize(
    ("written", "expected"),
    [("a  b", "a b"), ("5", "5"), ("1.10", "1.10"), ("true", "true"), ("~", ""), ("|\n  a\n  b", "a b")],
)
def test_text_is_what_is_written_on_one_line(reader, written, expected):
    assert expected == reader.text(value(written), "key")


@pytest.mark.parametrize(
    ("written", "expected"), [("{de: Eins, en: One}", "One"), ("{de: Eins, fr: Un}", "Eins"), ("{en: One}", "One")]
)
def test_a_table_by_language_says_what_it_does_in_that_of_the_article(reader, written, expected):
    assert expected == reader.text(value(written), "title")
    told = [f'of "title" only what it says in "{"en" if expected == "One" else "de"}" is read'] * ("," in written)
    assert told == [found.message for found in reader.manuscript.diagnostics]


def test_a_block_keeps_its_lines(reader):
    assert "a\nb\n" == reader.block(value("|\n  a\n  b"), "key")


@pytest.mark.parametrize(
    ("written", "expected"), [("[a, 5, ~, '']", ("a", "5")), ("a, b", ("a, b",)), ("~", ()), ("5", ("5",))]
)
def test_texts(reader, written, expected):
    assert expected == reader.texts(value(written), "key")


@pytest.mark.parametrize(("written", "expected"), [("a, b ,c", ("a", "b", "c")), ("[a, 'b, c']", ("a", "b, c"))])
def test_texts_with_commas(reader, written, expected):
    assert expected == reader.texts(value(written), "key", commas=True)


@pytest.mark.parametrize(
    ("written", "expected"), [("true", True), ("yes", True), ("'on'", True), ("no", False), ("0", False)]
)
def test_flags(reader, written, expected):
    assert (expected, []) == (reader.flag(value(written), "key"), reader.manuscript.diagnostics)


@pytest.mark.parametrize(("written", "expected"), [("3", 3), ("'3'", 3), ("0", 0)])
def test_numbers(reader, written, expected):
    assert (expected, []) == (reader.number(value(written), "key"), reader.manuscript.diagnostics)


@pytest.mark.parametrize("written", ["1.5", "-1", "true", "[1]", "99999999999999"])
def test_what_is_no_number(reader, written):
    assert (0, ["parse/wrong-type"]) == (
        reader.number(value(written), "key"),
        [found.code for found in reader.manuscript.diagnostics],
    )


def test_a_table_names_the_keys_that_it_cannot_have(reader):
    assert reader.table(value("{a: 1, bb: 2}"), "key", ("a", "b")) is not None
    assert ['unknown front-matter key "bb" in "key"'] == [found.message for found in reader.manuscript.diagnostics]

"""YAML becomes values with places."""

import pytest

from sitegen.parse.matter.values import MatterError, plain
from sitegen.parse.matter.yaml import read_yaml


def read(text):
    return {key: plain(entry.value) for key, entry in read_yaml(text, 2, []).items()}


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("no", "no"),
        ("Yes", "Yes"),
        ("on", "on"),
        ("12:30", "12:30"),
        ("1.10", "1.10"),
        ("1.5", 1.5),
        ("1e3", 1000.0),
        ("010", 10),
        ("0o10", 8),
        ("0x1F", 31),
        ("-5", -5),
        ("1_000", "1_000"),
        ("2026-11-20", "2026-11-20"),
        ("true", True),
        ("FALSE", False),
        ("~", None),
        ("", None),
        ("null", None),
        ('"5"', "5"),
        ("'true'", "true"),
        ("[a, 1, [b]]", ("a", 1, ("b",))),
        ("{b: c}", {"b": "c"}),
        ("a # comment", "a"),
        ("=", "="),
        (".", "."),
    ],
)
def test_scalars_are_those_of_yaml_1_2(written, expected):
    assert {"a": expected} == read(f"a: {written}\n")


def test_a_character_may_be_escaped_as_json_does_it():
    assert {"a": "🦀 x"} == read(r'a: "\ud83e\udd80 x"')


def test_every_key_and_value_has_its_place():
    table = read_yaml('title: "Ünïcode: x"\n\nimage:\n  src: a.png\n', 2, [])
    title, src = table["title"], table["image"].value.data["src"]

    assert (2, 1, 5) == (title.line, title.column, title.width)
    assert (2, 8, 12) == (title.value.line, title.value.column, title.value.width)
    assert (5, 3, 3) == (src.line, src.column, src.width)


def test_a_block_knows_where_its_text_begins():
    table = read_yaml("a: |\n  text\nb: text\n", 2, [])

    assert (3, 4) == (table["a"].value.text_line, table["b"].value.text_line)


def test_tabs_indent_where_that_has_one_meaning():
    table = read_yaml("tags:\n\t- a\n\t- b\nimage:\n\tsrc: c\n", 2, [])

    assert ["a", "b"] == [item.data for item in table["tags"].value.data]
    src = table["image"].value.data["src"]
    assert ("c", 6, 2) == (src.value.data, src.line, src.column)


def test_anchors_and_merged_tables():
    assert {"a": {"x": 1}, "b": {"x": 1, "y": 2}} == read("a: &a {x: 1}\nb: {<<: *a, y: 2}\n")


def test_aliases_of_aliases_of_aliases_are_refused():
    text = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 25))

    with pytest.raises(MatterError, match="the front matter repeats itself too often"):
        read_yaml(text, 2, [])


@pytest.mark.parametrize(
    ("text", "message", "line", "column", "hint"),
    [
        ("a: b: c\n", "a value with a colon in it needs quotes", 2, 5, 'write a: "b: c"'),
        ('a: "b": c\n', "a value with a colon in it needs quotes", 2, 7, """write a: '"b": c'"""),
        (
            "a:\xa0b\nc: d\n",
            "the space after this colon is one that does not break lines, which YAML takes for a letter",
            2,
            2,
            "write a: b",
        ),
        ('a: "b\n', "this quote is never closed", 2, 4, "add the closing quote"),
        (
            "a: 'b' c\n",
            "a value that begins with a quotation mark needs quotes around all of it",
            2,
            4,
            "write a: \"'b' c\"",
        ),
        (
            *("a: 'The desk's view'\n", "the value ends at this ', and more follows", 2, 13),
            "write '' for it, or put the whole value between \" and \"",
        ),
        (
            *('a: "Say "no" to it"\n', 'the value ends at this ", and more follows', 2, 9),
            "write \\\" for it, or put the whole value between ' and '",
        ),
        ('a: "b"next: c\n', "another key begins in this line", 2, 7, "put next: into the next line"),
        ('a: "b" next: c\n', "another key begins in this line", 2, 8, "put next: into the next line"),
        ("a:\n  -\tb: c\n", "a tab stands where YAML allows spaces only", 3, 4, "indent with spaces"),
        (
            *("a: b\n\tc: d\n", "this line is indented as if it went on with the value above"),
            *(3, 2, "begin it where the key above begins"),
        ),
        ("a:b\nc: 12:30\n", "a space is missing after this colon", 2, 2, "write a: b"),
        ("a: b\nc:../d\n", "a space is missing after this colon", 3, 2, "write c: ../d"),
        ("a:b\n", "a space is missing after this colon", 2, 2, "write a: b"),
        ("https://a\n", "the front matter is not made of keys and values", 2, 1, "write one `key: value` a line"),
        ("\ta: b\nc: d\n", "this line begins further left than the keys above", 3, 1, "begin all in the same column"),
        ("a: [b\nc: d\n", "this [ list ] is never closed", 2, 4, "add the ]"),
        ('{\n  "a": "b"\n  "c": "d"\n}', "a comma is missing before this", 4, 3, "add the comma"),
        ("a: {b\n", "this { table } is never closed", 2, 4, "add the }"),
        ("a: b\nc\nd: e\n", 'this line is no "key: value"', 3, 1, "add the colon, or indent it"),
        ("a:\n-b\nd: e\n", "a space is missing behind this hyphen", 3, 1, "write - b"),
        ("a: *b*\n", 'a value that begins with "*" needs quotes around all of it', 2, 4, 'write a: "*b*"'),
        ("a: [b] c\n", 'a value that begins with "[" needs quotes around all of it', 2, 4, 'write a: "[b] c"'),
        ("a: {b} c\n", 'a value that begins with "{" needs quotes around all of it', 2, 4, 'write a: "{b} c"'),
        ("a: > 9% of b\n", 'a value that begins with ">" needs quotes around all of it', 2, 4, 'write a: "> 9% of b"'),
        ("a: | b\n", 'a value that begins with "|" needs quotes around all of it', 2, 4, 'write a: "| b"'),
        ("a: - b\n", 'a value that begins with "-" needs quotes around all of it', 2, 4, 'write a: "- b"'),
        ("a: ? b\n", 'a value that begins with "?" needs quotes around all of it', 2, 4, 'write a: "? b"'),
        (
            'a: "b" c\n',
            "a value that begins with a quotation mark needs quotes around all of it",
            2,
            4,
            "write a: '\"b\" c'",
        ),
        ("a: !b c\n", 'a value cannot begin with "!"', 2, 4, "put the whole value in quotes"),
        ("a: @b\n", 'a value cannot begin with "@"', 2, 4, 'write a: "@b"'),
        ("a: `b`\n", 'a value cannot begin with "`"', 2, 4, 'write a: "`b`"'),
        (
            *("a: b\n  c: d\n", "this line is indented as if it went on with the value above"),
            *(3, 3, "begin it where the key above begins"),
        ),
        ("- a\n", "the front matter is not made of keys and values", 2, 1, "write one `key: value` a line"),
        ("a\n", "the front matter is not made of keys and values", 2, 1, "write one `key: value` a line"),
        ("{a: b}: c\n", "a key must be a word", 2, 1, "put text in braces in quotes"),
        ("a: &a [*a]\n", "the front matter is nested too deeply", 2, 0, "keep fewer lists and tables within others"),
        (
            "a: " + "[" * 40 + "]" * 40,
            "the front matter is nested too deeply",
            2,
            0,
            "keep fewer lists and tables within others",
        ),
    ],
)
def test_mistakes_are_said_in_plain_words_where_they_are(text, message, line, column, hint):
    with pytest.raises(MatterError) as caught:
        read_yaml(text, 2, [])

    error = caught.value
    assert (message, line, column, hint) == (str(error), error.line, error.column, error.hint)

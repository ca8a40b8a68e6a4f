"""TOML text becomes values that know where they stand."""

import pytest

from sitegen.base.diagnostics import Span
from sitegen.base.toml import TomlError, read_toml

TEXT = b"""\
# A comment with [brackets] and = signs
theme = "news"
list = [
  "one",  # the first
  { a = 1, "b c" = 2 },
]
dotted.inner.key = '''
[not.a.table]
'''

[site]
title = "A \\"quoted\\" = title" # and a comment
date = 2026-11-20 09:00:00

[[site.menu]]
title = "First"

[[site.menu]]
title = "Second"

[site.menu.deep]
x = 1

["quoted.table".'and literal']
key = "value"
"""


@pytest.fixture(scope="module")
def document():
    return read_toml(TEXT, "sitegen.toml")


@pytest.mark.parametrize(
    ("path", "line", "column", "width"),
    [
        (("theme",), 2, 1, 5),
        (("list",), 3, 1, 4),
        (("list", 1, "a"), 5, 5, 1),
        (("list", 1, "b c"), 5, 12, 5),
        (("dotted",), 7, 1, 6),
        (("dotted", "inner", "key"), 7, 14, 3),
        (("site",), 11, 2, 4),
        (("site", "title"), 12, 1, 5),
        (("site", "menu", 0), 15, 8, 4),
        (("site", "menu", 1, "title"), 19, 1, 5),
        (("site", "menu", 1, "deep", "x"), 22, 1, 1),
        (("quoted.table", "and literal", "key"), 25, 1, 3),
    ],
)
def test_a_key_is_found_where_it_is_written(document, path, line, column, width):
    assert Span("sitegen.toml", line, column, width) == document.key(path)


@pytest.mark.parametrize(
    ("path", "line", "column", "width"),
    [
        (("theme",), 2, 9, 6),
        (("list",), 3, 8, 1),
        (("list", 0), 4, 3, 5),
        (("list", 1, "b c"), 5, 20, 1),
        (("dotted", "inner", "key"), 7, 20, 3),
        (("site", "title"), 12, 9, 22),
        (("site", "date"), 13, 8, 19),
        (("site", "menu", 1, "title"), 19, 9, 8),
    ],
)
def test_a_value_is_found_where_it_is_written(document, path, line, column, width):
    assert Span("sitegen.toml", line, column, width) == document.value(path)


def test_what_is_not_written_is_placed_at_the_table_around_it(document):
    assert document.key(("site", "menu", 0)) == document.key(("site", "menu", 0, "url"))
    assert Span("sitegen.toml") == document.key(("nothing",))


def test_every_key_of_the_values_has_a_place(document):
    def paths(value, path=()):
        children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        for name, item in children:
            yield (*path, name)
            yield from paths(item, (*path, name))

    placed = document.keys.keys() | document.contents.keys()

    assert [] == [path for path in paths(document.values) if path not in placed]


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm():
    document = read_toml(b'\xef\xbb\xbf[site]\r\ntitle = "X"\r\n', "sitegen.toml")

    assert {"site": {"title": "X"}} == document.values
    assert Span("sitegen.toml", 2, 9, 3) == document.value(("site", "title"))


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        (b'title = "X\n', "this quote is not closed in its line", "add the closing quote"),
        (b"a = [1\n", "this [ list ] is never closed", "add the ]"),
        (b"[a.b]\n[a.b]\n", "this table stands twice", "remove one of the two; the other is in line 1"),
        (b"a = 1\nb = 1\na = 2\n", "this key stands twice", "remove one of the two; the other is in line 1"),
        (b"[b]\na.c = 1\na = 2\n", "this key stands twice", "remove one of the two; the other is in line 2"),
        (b"a = Open Model Review  # name\n", "this is no value", 'write a = "Open Model Review"'),
        ("a = “Review”\n".encode(), "this is no value", 'write a = "Review", with straight quotation marks'),
        (b'a: "Review"\n', "this line is no key = value", 'write a = "Review"'),
        (b"a: Review\n", "this line is no key = value", 'write a = "Review"'),
        (b'a = "R\0"\n', "a control character stands here, U+0000", "take it out"),
        ("a = 1\n".encode("utf-16"), "the text is not UTF-8, but UTF-16", "save the file as UTF-8"),
        (b"a = True\n", "this is no value", 'write a = true, or a = "True" if it is text'),
        (b"a = no\n", "this is no value", 'write a = false, or a = "no" if it is text'),
        (b"a = [b]\n", "this is no value", "put text in quotes"),
        (b'a = "\xff"\n', "the text is not valid UTF-8", "save the file as UTF-8"),
        (
            b'a = "C:\\news"\nb = "\\q"\n',
            "a backslash in double quotes begins a sign of its own",
            "write \\\\ for each, or put the text in single quotes",
        ),
        (
            b"<<<<<<< HEAD\na = 1\n=======\na = 2\n>>>>>>> desk\n",
            "a merge conflict of git is left here",
            "keep one of the two sides, and remove the marks",
        ),
        (b"[site\n", "this [table] is not closed", "add the ]"),
        (b"[[site]\n", "this [[table]] is not closed", "add the ]]"),
        (b"- a\n", "this line is no key = value", "add the = sign, or begin it with # as a comment"),
        (b"* a\n", "this line is no key = value", "write one, or begin it with # as a comment"),
        (b"a = {b = 1, b = 2}\n", "a key stands twice between these braces", "remove one of the two"),
        (b"a = {b = 1\n", "this { table } is never closed", "add the }"),
    ],
)
def test_a_mistake_in_the_text_is_told_in_plain_words(text, message, hint):
    with pytest.raises(TomlError) as caught:
        read_toml(text, "sitegen.toml")

    assert (message, hint) == (caught.value.message, caught.value.hint)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (b'title = "X"\n[site]\ntitle = "Y"\n  title = "Z"\n', (4, 3, 5)),
        (b"[site]\na = 1\n[site]\n", (3, 1, 6)),
        ('a = 1\nb = "\u00e9'.encode() + b'\xe9"\n', (2, 7, 1)),
    ],
)
def test_a_mistake_in_the_text_has_its_column(text, place):
    with pytest.raises(TomlError) as caught:
        read_toml(text, "sitegen.toml")

    span = caught.value.span
    assert place == (span.line, span.column, span.width)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (b'title = "X\n', 1),
        (b"[site]\ntitle = X\n", 2),
        (b"[site\n", 1),
        (b'a = 1\na = "twice"\n', 2),
        (b"a = [1,\n", 1),
        (b"a = [1,", 1),
        (b'a = 1\nb = "\xff"\n', 2),
        (b"a = " + b"[" * 20000, 0),
    ],
)
def test_a_mistake_in_the_text_has_its_line(text, line):
    with pytest.raises(TomlError) as caught:
        read_toml(text, "sitegen.toml")

    assert line == caught.value.span.line
    assert caught.value.message[0].islower()

"""Tables that are drawn with signs, as Pandoc writes them."""

import pytest
from tests.kit.parsing import front, html

MULTILINE = """\
  ---------------------------------
  Bits              Size
  ----------------- ---------------
  16                14 GB

  8 and             7 GB
  some more

  ---------------------------------
"""
SIMPLE = """\
  Bits      Size
  -------- ------
  16        14 GB
  8         7 GB
"""
HEADLESS = """\
  -------- ------
  16       14 GB
  8        7 GB
  -------- ------
"""
GRID = """\
+---------+--------+
| Bits    | Size   |
+=========+========+
| 16      | 14 GB  |
+---------+--------+
| 8 and   | 7 GB   |
| more    |        |
|         |        |
| **two** |        |
+---------+--------+
"""
WIDE = """\
  名前     値
  -------- -----
  東京都   12
"""


def cells(text):
    """Return the rows of a table, with its heads in capitals."""
    body = html(front("", text).content.body)
    rows = [row.split("</tr>")[0] for row in body.split("<tr>")[1:]]
    return [[_text(cell) for cell in row.strip().split("\n<t") if cell] for row in rows]


def _text(cell):
    inner = cell.removeprefix("<t").partition(">")[2].rpartition("</t")[0]
    return inner.upper() if cell.removeprefix("<t")[0] == "h" else inner


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (MULTILINE, [["BITS", "SIZE"], ["16", "14 GB"], ["8 and\nsome more", "7 GB"]]),
        (SIMPLE, [["BITS", "SIZE"], ["16", "14 GB"], ["8", "7 GB"]]),
        (HEADLESS, [["16", "14 GB"], ["8", "7 GB"]]),
        (GRID, [["BITS", "SIZE"], ["16", "14 GB"], ["8 and\nmore<br>\n<strong>two</strong>", "7 GB"]]),
        (WIDE, [["名前", "値"], ["東京都", "12"]]),
    ],
    ids=["of several lines", "simple", "without a head", "a grid", "wide letters"],
)
def test_a_table(text, rows):
    assert rows == cells(text)


def test_what_stands_around_a_table_stays():
    body = html(front("", f"One.\n\n{MULTILINE}\nTwo.\n\n{SIMPLE}\nThree.\n").content.body)

    assert 2 == body.count("<table>")
    assert all(f"<p>{word}.</p>" in body for word in ("One", "Two", "Three"))
    assert "<h2" not in body and "<hr>" not in body


def test_a_caption():
    assert html(front("", f"{SIMPLE}\n  : What it *takes*\n\nText.\n").content.body).endswith(
        "<p>What it <em>takes</em></p>\n<p>Text.</p>\n"
    )


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("A title\n----------", '<h2 id="a-title">A title</h2>\n'),
        ("One.\n\n----------\n\nTwo.\n\n----------\n\nThree.", "<p>One.</p>\n<hr>\n<p>Two.</p>\n<hr>\n<p>Three.</p>\n"),
        ("One.\n\n--- ---\n\nTwo.", "<p>One.</p>\n<hr>\n<p>Two.</p>\n"),
        ("Words over all of it\n--- ---\nTwo.", "<p>Words over all of it</p>\n<hr>\n<p>Two.</p>\n"),
        ("A      B\n------ -----\nWords over all of it\n", "<p>A      B</p>\n<hr>\n<p>Words over all of it</p>\n"),
        ("+1 for this", "<p>+1 for this</p>\n"),
        ("+---+  +---+\n| A |->| B |\n+---+  +---+", "<p>+---+  +---+\n| A |-&gt;| B |\n+---+  +---+</p>\n"),
    ],
)
def test_what_is_no_table(text, drawn):
    assert drawn == html(front("", text).content.body)


def test_a_frame_around_a_callout():
    frame = "+----------------------+\n| **Did you know?**    |\n|                      |\n| It is so.            |\n"
    body = html(front("", f"{frame}+======================+\n+----------------------+\n").content.body)

    assert '<aside class="callout callout-did-you-know"' in body
    assert "<p>It is so.</p>" in body


def test_nothing_of_what_does_not_fit_is_lost():
    text = MULTILINE.replace("  8 and             7 GB\n", "  8 and quite a lot-of 7 GB\n")
    body = html(front("", text).content.body)

    assert "8 and quite a lot-of 7 GB" in body and "14 GB" in body


def test_heads_without_end_take_no_time():
    assert "<p>" in html(front("", "A b\n-- --\n" * 3_000).content.body)

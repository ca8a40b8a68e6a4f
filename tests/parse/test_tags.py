"""What HTML says of its elements."""

import pytest

from sitegen.parse.tags import TAG, candidates, ended_by, tag_attributes


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        (" a=\"b\" C='d e' f=g h", [("a", "b"), ("c", "d e"), ("f", "g"), ("h", None)]),
        (' href="?a&amp;b"', [("href", "?a&b")]),
        (' a = "b" /', [("a", "b")]),
        (' a=""', [("a", "")]),
    ],
)
def test_reads_attributes(rest, expected):
    assert expected == tag_attributes(rest)


def test_reads_the_images_of_a_srcset():
    assert [("a.png", " 1x"), ("b,c.png", " 2x"), ("d.png", "")] == candidates("a.png 1x, b,c.png 2x,d.png")


def test_a_tag_ends_where_its_quotes_allow_it():
    assert ['<a b=">">', "</c>", "<!-- <d> -->"] == [
        match[0] for match in TAG.finditer('<a b=">"> 1 < 2 </c> <!-- <d> -->')
    ]


def test_a_block_ends_a_paragraph_and_an_item_the_item_before_it():
    assert ["p"] == [name for names, _ in ended_by("div") for name in names]
    assert ["p", "li"] == [name for names, _ in ended_by("li") for name in names]
    assert [] == ended_by("b")


def test_a_long_row_of_unfinished_tags_takes_no_time():
    assert [] == list(TAG.finditer("<a " * 50_000))

"""Plain words."""

from urllib.error import URLError

import pytest

from sitegen.base.text import (
    blank,
    collapse,
    count_words,
    did_you_mean,
    has_any,
    letters,
    line_and_column,
    nearest,
    plural,
    said_by,
    shorten,
)


@pytest.mark.parametrize(
    ("name", "expected"),
    [("auther", "author"), ("TITEL", "title"), ("Section", "section"), ("xyz", None), ("", None)],
)
def test_the_nearest_name_is_a_likely_one(name, expected):
    assert expected == nearest(name, ["author", "title", "section", "date"])


def test_white_space_becomes_single_spaces():
    assert "a b c" == collapse("  a\n\tb   c ")


@pytest.mark.parametrize(
    ("text", "most", "expected"),
    [
        ("short", 10, "short"),
        (f"one {'long' * 30}", 80, f"one {'long' * 18}lon…"),
        ("one two three four", 12, "one two…"),
        ("one two, three", 9, "one two…"),
        ("unbrokenunbroken", 8, "unbroke…"),
        ("  a   b ", 3, "a b"),
    ],
)
def test_a_text_is_cut_at_a_word(text, most, expected):
    assert expected == shorten(text, most)
    assert len(shorten(text, most)) <= most


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Don't count to 10", 4), ("state-of-the-art", 4), ("", 0), ("日本語の文章", 3), ("AI は速い", 3), ("…—", 0)],
)
def test_words_are_counted_in_every_script(text, expected):
    assert expected == count_words(text)


def test_numbers_agree_with_their_noun():
    assert ["1 page", "0 pages", "1,204 pages"] == [plural(count, "page") for count in (1, 0, 1204)]


def test_letters_are_what_two_spellings_have_in_common():
    assert "issues42andé" == letters("**Issues_#42** — and É!")


def test_what_is_blanked_keeps_its_lines_and_columns():
    assert "  \n   " == blank("ab\ncde")
    assert "\0\n\0" == blank("a\nb", "\0")


def test_where_an_offset_stands():
    assert [(1, 1), (1, 4), (2, 1)] == [line_and_column("one\ntwo", at) for at in (0, 3, 4)]


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (URLError(ConnectionRefusedError(111, "Connection refused")), "Connection refused"),
        (URLError("no  host\n given"), "no host given"),
        (ValueError("bad"), "bad"),
        (TimeoutError(), "TimeoutError"),
    ],
    ids=repr,
)
def test_an_error_says_what_is_wrong_without_its_number(error, said):
    assert said == said_by(error)


def test_any_of_several_signs():
    assert (True, False) == (has_any("a {{ b }}", ("[[", "{{")), has_any("a b", "*_"))


def test_a_hint_asks_for_the_near_name_or_says_what_else_to_do():
    assert ('did you mean "tags"?', "write tags") == (
        did_you_mean("tags", "write tags"),
        did_you_mean(None, "write tags"),
    )

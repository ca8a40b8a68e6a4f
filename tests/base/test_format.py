"""Diagnostics become text for people, for editors, for GitHub and for programs."""

import pytest

from sitegen.base.diagnostics import Diagnostic, Span
from sitegen.base.format import as_document, as_github, as_short, as_text, tally

AUTHER = Diagnostic(
    "parse/unknown-key",
    "error",
    'unknown front-matter key "auther"',
    Span("content/2026/agents.md", 4, 1, 6),
    'did you mean "author"?',
)


def text_of(line, column, width=1):
    diagnostic = Diagnostic("a/b", "error", "wrong", Span("x.md", 7, column, width))
    return as_text([diagnostic], lambda _: line).splitlines()[1:]


def test_text_has_the_place_the_line_a_caret_and_the_hint():
    expected = """\
content/2026/agents.md:4:1: error: unknown front-matter key "auther" [parse/unknown-key]
  4 | auther: policy-desk
    | ^^^^^^
  hint: did you mean "author"?
"""

    assert expected == as_text([AUTHER], lambda _: "auther: policy-desk")


def test_without_a_column_the_whole_line_is_meant():
    assert ["  7 |   some words", "    |   ^^^^^^^^^^"] == text_of("  some words  ", 0)
    assert text_of("w" * 200, 0)[0].endswith("w…")
    assert "^" * 100 == text_of("w" * 200, 0)[1][6:]


def test_text_of_a_whole_file_is_one_line():
    diagnostic = Diagnostic("a/b", "error", "gone", Span("x.md"))

    assert "x.md: error: gone [a/b]\n" == as_text([diagnostic], lambda _: "never asked")


def test_a_tab_takes_four_columns():
    assert ["  7 |     word here", "    |          ^^^^"] == text_of("\tword here", 7, 4)


def test_wide_characters_take_two_columns_and_accents_none():
    assert ["  7 | 日本語 text", "    |        ^^^^"] == text_of("日本語 text", 5, 4)
    assert ["  7 | e\u0301a text", "    |    ^^^^"] == text_of("e\u0301a text", 5, 4)
    assert ["  7 | \u0645\u06cc\u200c\u062e text", "    |     ^^^^"] == text_of("\u0645\u06cc\u200c\u062e text", 6, 4)


def test_control_characters_are_made_visible():
    assert ["  7 | a␛[31mb", "    |       ^"] == text_of("a\x1b[31mb", 7)
    assert ["  7 | a\ufffdb", "    |   ^"] == text_of("a\u202eb", 3)


def test_a_message_cannot_steer_the_terminal_nor_break_the_line():
    diagnostic = Diagnostic("a/b", "error", "bad \x1b[2J\nvalue", Span("x.md"))

    assert "x.md: error: bad ␛[2J␊value [a/b]\n" == as_short([diagnostic])


@pytest.mark.parametrize("column", [1, 40, 95, 150, 250, 300])
def test_the_caret_of_a_long_line_stands_below_its_word(column):
    line = "".join(chr(ord("a") + number % 26) for number in range(300))

    source, caret = text_of(line, column)

    assert line[column - 1] == source[caret.index("^")]
    assert len(source) <= 110


@pytest.mark.parametrize("columns", [40, 60, 80, 200])
@pytest.mark.parametrize("column", [1, 40, 95, 250, 300])
def test_no_source_line_is_wider_than_the_terminal(column, columns):
    line = "".join(chr(ord("a") + number % 26) for number in range(300))
    diagnostic = Diagnostic("a/b", "error", "wrong", Span("x.md", 1234, column))

    _, source, caret = as_text([diagnostic], lambda _: line, columns=columns).splitlines()

    assert line[column - 1] == source[caret.index("^")]
    assert min(columns, 111) - 2 <= len(source) <= columns


def test_in_the_narrowest_terminal_a_few_words_are_shown():
    diagnostic = Diagnostic("a/b", "error", "wrong", Span("x.md", 7, 14, 5))

    assert [
        "  7 | …e two three four fiv…",
        "    |        ^^^^^",
    ] == as_text([diagnostic], lambda _: "zero one two three four five six", columns=5).splitlines()[1:]


def test_carets_end_where_the_line_ends():
    assert ["  7 | short", "    |   ^^^"] == text_of("short", 3, 40)
    assert ["  7 | short", "    |      ^"] == text_of("short", 6)
    assert ["  7 | short", "    |      ^"] == text_of("short", 99)


def test_colour_changes_nothing_but_colour():
    import re

    painted = as_text([AUTHER], lambda _: "auther: policy-desk", colour=True)

    assert "\x1b[1;31m" in painted
    assert as_text([AUTHER], lambda _: "auther: policy-desk") == re.sub(r"\x1b\[[0-9;]*m", "", painted)


def test_github_escapes_what_would_end_a_property_or_the_command():
    diagnostic = Diagnostic("a/b", "warning", "100 % wrong\nhere", Span("content/a,b:c.md", 3, 5, 4), "fix: it")

    expected = (
        "::warning file=site/content/a%2Cb%3Ac.md,line=3,col=5,endColumn=8,title=a/b"
        "::100 %25 wrong%0Ahere%0Ahint: fix: it\n"
    )

    assert expected == as_github([diagnostic], "site")


def test_programs_get_one_document():
    document = as_document([AUTHER], lambda _: "auther: policy-desk", {"published": True})

    assert (True, 1, 0) == (document["published"], document["errors"], document["warnings"])
    assert {
        "code": "parse/unknown-key",
        "severity": "error",
        "message": 'unknown front-matter key "auther"',
        "path": "content/2026/agents.md",
        "line": 4,
        "column": 1,
        "width": 6,
        "hint": 'did you mean "author"?',
        "source": "auther: policy-desk",
    } == document["diagnostics"][0]


def test_the_tally_counts_both_kinds():
    warning = Diagnostic("a/b", "warning", "odd", Span("x.md"))

    assert "1 error · 2 warnings" == tally([AUTHER, warning, warning])


def test_of_many_the_tally_says_what_they_are_of():
    def several(code, count):
        return [Diagnostic(code, "warning", "odd", Span("x.md"))] * count

    kinds = [*several("a/b", 20), *several("c/d", 1000), *(one for code in "efghi" for one in several(code, 3))]

    assert "0 errors · 1,035 warnings (1,000 c/d, 20 a/b, 3 e, 3 f, 3 g, 6 of other kinds)" == tally(kinds)
    assert "0 errors · 40 warnings" == tally(several("a/b", 40))

"""Where tokens stand in their file, however long they are."""

from markdown_it.token import Token

from sitegen.parse.tokens import row_of

FIRST = 7
LINES = [f"<p>{'long ' * (number % 9)}{number}</p>" for number in range(400)]


def test_the_row_of_an_offset_is_that_of_its_line_near_the_beginning_and_far_below():
    token = Token("html_block", "", 0, content="\n".join(LINES), map=[FIRST, FIRST + len(LINES)])
    starts = [len("\n".join(["", *LINES[:number]])) for number in range(len(LINES))]

    rows = [[row_of(token, start + at) for at in (0, len(line))] for start, line in zip(starts, LINES, strict=True)]

    assert rows == [[row, row] for row in range(FIRST, FIRST + len(LINES))]


def test_what_does_not_stand_in_a_token_counts_as_its_beginning():
    token = Token("inline", "", 0, content="one\ntwo", map=[FIRST, FIRST + 2])

    assert row_of(token, token.content.find("three")) == FIRST

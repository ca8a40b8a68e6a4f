"""Where a block quote ends is seen from its last lines, and is where CommonMark says."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from tests.parse.test_blocks import told

from sitegen.parse.syntax.quotes import quote_rule

LINES = ("> a", ">", ">   ", "a", "  a", "    a", "", "> # a", ">     # a", ">> # a", ">\t# a", "   > ## a", "> - a", "> - # a", "- > a", "- > # a", "  > # a", "1. a", "> ```", "> ```a`", "```", "> ---", "> ***", "> <div>", "> <b>", "> <!--", "> -->", "> |a|", "> |-|", "# a", "- a", "---")  # fmt: skip

PLAIN, OWN = (MarkdownIt("commonmark").enable("table") for _ in range(2))
OWN.block.ruler.at("blockquote", quote_rule, {"alt": ["paragraph", "reference", "blockquote", "list"]})


@settings(deadline=None, max_examples=300)
@given(st.lists(st.sampled_from(LINES), max_size=10).map("\n".join))
def test_quotes_end_where_they_did(text):
    assert told(PLAIN.parse(text)) == told(OWN.parse(text))


@pytest.mark.timeout(20)
@pytest.mark.parametrize("quoted", [">### a", ">", ">---", ">```", "><div>", ">>### a"])
def test_many_quotes_with_lines_between_them_take_no_time(quoted):
    tokens = OWN.parse(f"{quoted}\nb\n" * 8000)

    assert 8000 == sum(token.type == "blockquote_open" and not token.level for token in tokens)


@pytest.mark.timeout(20)
def test_a_list_of_quotes_takes_no_time():
    tokens = OWN.parse("- > a\n" * 16000)

    assert 16000 == sum(token.type == "blockquote_open" for token in tokens)

"""Where a block quote ends is seen from its last lines, and is where CommonMark says."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from tests.kit.steps import steps
from tests.parse.test_blocks import told

from sitegen.parse.syntax.blockparser import quote_rule

LINES = ("> a", ">", ">   ", "a", "  a", "    a", "", "> # a", ">     # a", ">> # a", ">\t# a", "   > ## a", "> - a", "> - # a", "- > a", "- > # a", "  > # a", "1. a", "> ```", "> ```a`", "```", "> ---", "> ***", "> <div>", "> <b>", "> <!--", "> -->", "> |a|", "> |-|", "# a", "- a", "---")  # fmt: skip

PLAIN, OWN = (MarkdownIt("commonmark").enable("table") for _ in range(2))
OWN.block.ruler.at("blockquote", quote_rule, {"alt": ["paragraph", "reference", "blockquote", "list"]})


@pytest.mark.slow
@settings(deadline=None, max_examples=300)
@given(st.lists(st.sampled_from(LINES), max_size=10).map("\n".join))
def test_quotes_end_where_they_did(text):
    assert told(PLAIN.parse(text)) == told(OWN.parse(text))


@pytest.mark.parametrize(
    "lines", [">### a\nb\n", ">\nb\n", ">---\nb\n", ">```\nb\n", "><div>\nb\n", ">>### a\nb\n", "- > a\n"]
)
def test_twice_as_many_quotes_take_twice_as_long(lines):
    few, many = (steps(OWN.parse, lines * count) for count in (100, 200))

    assert many < 2.5 * few
    assert 100 == sum(token.type == "blockquote_open" and token.level in (0, 2) for token in OWN.parse(lines * 100))

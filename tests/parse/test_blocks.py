"""Asking only the rules that can match gives what asking all of them gives."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from sitegen.parse.syntax.blockparser import BlockParser
from sitegen.parse.syntax.inlineparser import InlineParser

LINES = ("# a", "a", "- a", "  - b", "1. a", "> a", "```", "    code", "***", "---", "===", "", "<div>", "[a]: b", "|a|b|", "|-|-|", "+ a", "\ta", "# ", "-")  # fmt: skip


def quick():
    md = MarkdownIt("commonmark")
    md.block, md.inline = BlockParser(), InlineParser()
    md.configure("commonmark").enable("table")
    md.block.prepare()
    md.inline.prepare(own=False)
    return md


def told(tokens):
    return [
        (token.type, token.tag, token.nesting, token.attrs, token.map, token.level, token.content, token.info, token.hidden,
         told(token.children or []))
        for token in tokens
    ]  # fmt: skip


QUICK, PLAIN = quick(), MarkdownIt("commonmark").enable("table")


@settings(deadline=None, max_examples=200)
@given(st.lists(st.sampled_from(LINES), max_size=12).map("\n".join))
def test_the_same_blocks(text):
    assert told(PLAIN.parse(text)) == told(QUICK.parse(text))


def test_a_rule_of_an_extension_is_asked_at_every_line():
    md = MarkdownIt("commonmark")
    md.block = BlockParser()
    md.configure("commonmark")
    asked = []

    def rule(state, start, end, silent):
        asked.append(state.src[state.bMarks[start]])
        return False

    md.block.ruler.before("heading", "ours", rule, {"alt": ["paragraph"]})
    md.block.prepare()
    md.parse("# a\n\nb\nc\n\n- d")

    assert {"#", "b", "c", "-"} <= set(asked)


@pytest.mark.parametrize("text", ["", "\n", " \n\t\n"])
def test_nothing_is_nothing(text):
    tokens: list[Token] = QUICK.parse(text)

    assert [] == tokens

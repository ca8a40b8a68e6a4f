"""Asking only the rules that can match gives what asking all of them gives."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.parse.test_blocks import PLAIN, QUICK, quick, told

PIECES = ("a ", "*", "**", "_", "`", "``", "[", "]", "(", ")", "![", "](b)", "[a]", "<", ">", "<b>", "</b>", "&amp;", "&", "\\", "\\*", "  \n", "\n", "~~", "https://a.b", "!", "é")  # fmt: skip


@settings(deadline=None, max_examples=300)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_the_same_lines(text):
    text = f"{text}\n\n[a]: /x"

    assert told(PLAIN.parse(text)) == told(QUICK.parse(text))


def test_a_rule_of_an_extension_is_asked_where_the_library_would_ask_it():
    md = quick()
    asked = []

    def rule(state, silent):
        asked.append(state.src[state.pos])
        return False

    md.inline.ruler.push("ours", rule)
    md.inline.add_terminator_char("q")
    md.inline.prepare(own=False)
    md.parse("a % b q c")

    assert ["%", "q"] == asked

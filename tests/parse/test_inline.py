"""Asking only the rules that can match gives what asking all of them gives."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.kit.parsing import shown
from tests.parse.test_blocks import PLAIN, QUICK, quick, told

PIECES = ("a ", "*", "**", "_", "`", "``", "[", "]", "(", ")", "![", "](b)", "[a]", "<", ">", "<b>", "</b>", "&amp;", "&", "\\", "\\*", "  \n", "\n", "~~", "https://a.b", "! ", "é")  # fmt: skip


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


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("这是**“重点”**内容。", "这是<strong>“重点”</strong>内容。"),
        ("これは**「強調」**です。", "これは<strong>「強調」</strong>です。"),
        ("그는 *“강조”*는 말", "그는 <em>“강조”</em>는 말"),
        ("**一句：**请", "<strong>一句：</strong>请"),
        ("**一句：**2010年", "<strong>一句：</strong>2010年"),
        (
            "用**微调（LoRA）**GPT和BERT**（重点）**BERT",
            "用<strong>微调（LoRA）</strong>GPT和BERT<strong>（重点）</strong>BERT",
        ),
        ("2**（3）", "2**（3）"),
        ("2 ** 3 ** 4", "2 ** 3 ** 4"),
        ("了** “重点”", "了** “重点”"),
        ("ab**“c”**de", "ab**“c”**de"),
    ],
)
def test_marks_beside_letters_of_scripts_without_spaces(text, html):
    assert f"<p>{html}</p>\n" == shown(text)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("**Note:**text", "<strong>Note:</strong>text"),
        ("**Why?**So. **How?**Thus.", "<strong>Why?</strong>So. <strong>How?</strong>Thus."),
        ("One:**two** and.**three**", "One:<strong>two</strong> and.<strong>three</strong>"),
        ("a.**b", "a.**b"),
        ("*Note:*text", "*Note:*text"),
    ],
)
def test_bold_ends_behind_a_sign_though_no_space_follows(text, html):
    assert f"<p>{html}</p>\n" == shown(text)

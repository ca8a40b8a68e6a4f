"""Any file becomes an article, whole, whatever is in it."""

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from tests.kit.parsing import PATH, read

# Pieces that set rules off, put together at random.
_PIECES = (
    *("---\n", "+++\n", "title: x\n", "date: 2026-02-30\n", "faq:\n", "  - q: a\n", "    a: b\n", "tags: [", "image: {src: ", "author: A and B\n"),
    *("\n", "\n\n", "> ", "- ", "1. ", "    ", "\t", "# ", "## FAQ\n", "### q?\n", "***\n", "===\n", ":::", "::: tip\n", "::: faq\n", "> [!TIP] x\n"),
    *("```py {1}\n", "~~~\n", "|a|b|\n|-|-|\n|c|d|\n", "term\n: what\n", "[^1]", "[^1]: note\n", "^[in]", "[x](y.md#z)", "![", "](", ")", "[", "]", "<", ">"),
    *("<div>", "</div>", "<p>", "<a href=x>", "<img src=y>", "<!--", "-->", "<script>", "</", "{#id .c}", "{{ x }}", "{%", "$x_1$", "$$", "`", "*", "**", "_", "~~", "\\"),
    *("https://a.b/c_(d)", "http://", "&amp;", "&", "Did you know? ", "**Pro tip:** ", "by Jane Doe\n", "Q: a?\n", "A: b\n", "é", "漢字", "\u2028", "\0", "\r", "\ufeff", "[x]: /y\n", "- [x] z\n"),
)  # fmt: skip


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(_PIECES) | st.text(max_size=6), max_size=40).map("".join))
@example("---\n---\n")
@example("- > ::: tip\n")
def test_no_text_is_too_strange(text):
    parsed = read(text.encode("utf-8", "surrogatepass"))

    assert PATH == parsed.article.path


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=200))
def test_no_bytes_are_too_strange(data):
    parsed = read(data)

    assert parsed.article.sound is not any(found.fatal for found in parsed.article.diagnostics)

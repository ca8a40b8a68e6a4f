"""What is read in one step is what the library reads in several."""

import random

import pytest
from markdown_it.rules_inline import link
from markdown_it.rules_inline.emphasis import tokenize as emphasis

from sitegen.parse.markdown import markdown
from sitegen.parse.syntax.inlineparser import placed

_PIECES = [
    *("*", "**", "_", "__", "***", "*a*", "**b c**", "_d_", "word", " ", " ", "\n", ".", ",", "(", ")", "[", "]", "!"),
    *(
        "[t](u)",
        "[t u](/a/b?c=d#e)",
        "[x](https://a.example/~b)",
        "](",
        "`",
        "`c`",
        "\\",
        "~~",
        "<b>",
        "é",
        "“",
        "”",
        "-",
    ),
    *(
        "[a](b:c)",
        "[a](javascript:x)",
        "[a](u 'v')",
        "[*a*](u)",
        "[a](u)[b](w)",
        "&amp;",
        "{.x}",
        "$",
        "^[n]",
        "1",
        "\u00a0",
    ),
]


def tokens_of(md, text):
    return [
        (token.type, token.tag, token.nesting, token.level, token.content, token.markup, token.attrs, token.meta)
        for token in md.parseInline(text, {})[0].children or []
        if token.type != "text" or token.content  # strong text leaves empty ones behind
    ]


@pytest.fixture
def library():
    markdown.cache_clear()
    md = markdown()
    md.inline.ruler.at("emphasis", emphasis)
    md.inline.ruler.at("link", placed(link))
    md.inline.prepare(own=False)
    yield md
    markdown.cache_clear()


@pytest.mark.slow
def test_any_mixture_of_marks_reads_as_the_library_reads_it(library):
    markdown.cache_clear()
    ours, dice = markdown(), random.Random(7)
    for _ in range(3000):
        text = "".join(dice.choices(_PIECES, k=dice.randint(1, 14)))
        assert (text, tokens_of(library, text)) == (text, tokens_of(ours, text))


@pytest.mark.parametrize(
    "text", ["a *b c* d", "**b**", "(_b_)", "see [this page](/a/) now", "[a](https://b.example/c)."]
)
def test_plain_spans_need_nothing_weighed(text, monkeypatch):
    """Neither is handed on."""
    for name in ("emphasis", "link"):
        monkeypatch.setattr(f"sitegen.parse.syntax.inlineparser.{name}", lambda *_: pytest.fail("handed on"))

    assert any(token[2] for token in tokens_of(markdown(), text))

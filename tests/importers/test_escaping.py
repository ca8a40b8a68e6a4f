"""Words become Markdown that says just these words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.kit.parsing import front, html

from sitegen.base.html import escape, visible_text
from sitegen.importers.elements import markdown
from sitegen.importers.escaping import destination, escaped, quoted
from sitegen.importers.nouns import Text

SIGNS = "*_`[]()<>&!~^={}#+-|:.'\"%"


def said(text):
    """Return what the page says of a paragraph with these words."""
    made = markdown(Text(f"<p>{escape(text)}</p>"), lambda href: (href, ""), str).markdown
    return visible_text(html(front("", f"{made}\n").content.body))


@given(st.lists(st.sampled_from([*SIGNS, "word", "a", "1", " ", "é", "\u65e5"]), min_size=1, max_size=12))
def test_a_page_says_the_words_of_a_text(parts):
    text = " ".join(f"Word {''.join(parts)} word".split())

    assert text == said(text)


@pytest.mark.parametrize(
    "text",
    [
        "$a$ and $b_1$",
        "\\(not\\)",
        "C:\\dir\\*",
        "5 USD$ or $5, $6$",
        ":tada: :x:",
        "{{ a }} {% b %} {#c}",
        "[[a]] ![b](c)",
        "a\\",
    ],
)
def test_signs_of_other_programs(text):
    assert text == said(text)


def test_formulas_of_tex_are_left_alone():
    assert r"\(a_1^2\) and $$x_1$$" == escaped(r"\(a_1^2\) and $$x_1$$")


def test_addresses_and_titles():
    assert ["a%20b", "a_(b)", "a%29b", "/%3Cx%3E", "é"] == [
        destination(url) for url in ("a b", "a_(b)", "a)b", "/<x>", "é")
    ]
    assert 'a \\"b\\" \\\\' == quoted('a "b"\n\\')

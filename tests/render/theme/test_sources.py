"""Where a word stands in the templates as they are written."""

from tests.kit.theming import theme

from sitegen.base.diagnostics import Span
from sitegen.render.theme.sources import Sources

PAGE = "default/templates/page.html"


def test_a_word_is_underlined_in_its_line(tmp_path):
    sources = Sources(theme(tmp_path, ("default", {"page.html": "<p>\n{{ titel }}\n"})), tmp_path)

    assert "{{ titel }}" == sources.line(Span(PAGE, 2))
    assert Span(PAGE, 2, 4, 5) == sources.underlined(Span(PAGE, 2), "titel")


def test_what_stands_nowhere_is_not_underlined(tmp_path):
    sources = Sources(theme(tmp_path, ("default", {"page.html": "<p>\n"})), tmp_path)

    assert Span(PAGE, 1) == sources.underlined(Span(PAGE, 1), "titel")
    assert Span(PAGE) == sources.underlined(Span(PAGE), "p")
    assert "" == sources.line(Span("default/templates/other.html", 1))

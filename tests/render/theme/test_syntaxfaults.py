"""What keeps a template from being compiled is told at its line, with what to do."""

import jinja2
import pytest
from tests.kit.theming import theme

from sitegen.base.diagnostics import Span
from sitegen.render.theme.faults import explain


def explained(root, error, name="page.html"):
    return explain(error, name, theme(root, ("default", {"page.html": "", "article.html": ""})), root)


def test_a_syntax_error_has_its_file_and_line(tmp_path):
    problem = explained(tmp_path, jinja2.TemplateSyntaxError("Unexpected end.", 7, "x", "templates/x.html"))

    assert ("render/template-syntax", "unexpected end", Span("templates/x.html", 7)) == (
        problem.code,
        problem.message,
        problem.span,
    )


def test_an_unknown_filter_is_told_with_the_nearest(tmp_path):
    error = jinja2.TemplateAssertionError("No filter named 'uper'.", 7, "x", "templates/x.html")
    problem = explain(error, "x.html", theme(tmp_path, ("default", {})), tmp_path, filters=["upper", "lower"])

    assert ('there is no filter "uper"', 'did you mean "upper"?') == (problem.message, problem.hint)


def test_a_block_that_stands_twice_is_not_taken_for_a_bracket_left_open(tmp_path):
    error = jinja2.TemplateAssertionError("block 'main' defined twice", 7, "x", "templates/x.html")

    assert "give one of them another name" == explained(tmp_path, error).hint


@pytest.mark.parametrize(
    ("text", "line", "column", "message", "hint"),
    [
        (
            '{% extends "b.html" %}\n{% block a %}{% endblock %}\n  {% block main %}\nText.\n',
            3,
            3,
            "{% block %} is never closed",
            "add {% endblock %} where it ends",
        ),
        (
            "{% for x in [1] %}\n{% if x %}{% if x %}{% endif %}\n{% endfor %}\n",
            2,
            1,
            "{% if %} is not closed before the {% endfor %} in line 3",
            "add {% endif %} where it ends",
        ),
        ("a {# b #}\n {# c\n", 2, 2, "{# is never closed", "add #} where it ends"),
        ("a\n{% raw %} b\n", 2, 1, "{% raw %} is never closed", "add {% endraw %} where it ends"),
        ('a\n<p>{{ "b }}</p>\n', 2, 7, "this quote is never closed", "add the closing quote"),
        ("a\n{% endif %}\n", 2, 4, "this {% endif %} closes nothing", "remove it, or open a if above"),
        ("\n{% blok main %}\n", 2, 4, 'there is no tag "blok"', 'did you mean "block"?'),
        (
            "{% shout %}\n",
            1,
            4,
            'there is no tag "shout"',
            "write a tag that Jinja has, or put the text between {% raw %}",
        ),
    ],
)
def test_a_tag_that_is_not_closed_is_told_where_it_opens(tmp_path, text, line, column, message, hint):
    rungs = theme(tmp_path, ("default", {"x.html": text}))
    path = rungs.templates["x.html"][0].path
    with pytest.raises(jinja2.TemplateSyntaxError) as caught:
        jinja2.Environment(autoescape=True).parse(text, filename=path)
    problem = explain(caught.value, "x.html", rungs, tmp_path)

    assert (message, hint) == (problem.message, problem.hint)
    assert (path, line, column) == (problem.span.path, problem.span.line, problem.span.column)


def test_a_block_that_stands_twice_is_told_at_the_second_with_the_line_of_the_first(tmp_path):
    text = "{% block main %}{% endblock %}\n{% block main %}{% endblock %}\n"
    rungs = theme(tmp_path, ("default", {"x.html": text}))
    error = jinja2.TemplateAssertionError("block 'main' defined twice", 2, "x", rungs.templates["x.html"][0].path)
    problem = explain(error, "x.html", rungs, tmp_path)

    assert ('the block "main" stands twice', 2, 10) == (problem.message, problem.span.line, problem.span.column)
    assert "give one of them another name; the other is in line 1" == problem.hint


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("{% assign x = 1 %}", "that is a tag of Liquid or Twig; in Jinja write {% set name = … %}"),
        (
            "{{ .Site.Title }}",
            "this is how templates of Go are written; here write {{ site.title }} for {{ .Site.Title }}",
        ),
    ],
)
def test_what_another_language_of_templates_has_is_told_with_what_jinja_has(tmp_path, text, hint):
    rungs = theme(tmp_path, ("default", {"x.html": text}))
    with pytest.raises(jinja2.TemplateSyntaxError) as caught:
        jinja2.Environment(autoescape=True).parse(text, filename=rungs.templates["x.html"][0].path)

    assert hint == explain(caught.value, "x.html", rungs, tmp_path).hint

import jinja2
from tests.kit.theming import theme

from sitegen.base.diagnostics import Span
from sitegen.render.faults import Refused, explain


def explained(root, error, name="page.html"):
    return explain(error, name, theme(root, ("default", {"page.html": "", "article.html": ""})), root)


def test_an_error_from_elsewhere_is_told_at_the_template_that_was_asked_for(tmp_path):
    problem = explained(tmp_path, ValueError("Bad thing."))

    assert ("render/template-error", "bad thing (ValueError)") == (problem.code, problem.message)
    assert Span("default/templates/page.html") == problem.span


def test_an_error_without_words_is_told_by_its_kind(tmp_path):
    assert "ZeroDivisionError (ZeroDivisionError)" == explained(tmp_path, ZeroDivisionError()).message


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

    assert ("no filter named 'uper'", 'did you mean "upper"?') == (problem.message, problem.hint)


def test_a_block_that_stands_twice_is_not_taken_for_a_bracket_left_open(tmp_path):
    error = jinja2.TemplateAssertionError("block 'main' defined twice", 7, "x", "templates/x.html")

    assert "correct this line" == explained(tmp_path, error).hint


def test_a_template_that_is_not_there_is_told_with_the_nearest(tmp_path):
    problem = explained(tmp_path, jinja2.TemplateNotFound("site!artcle.html"))

    assert 'no rung of the theme has a template "artcle.html"' == problem.message
    assert 'did you mean "article.html"?' == problem.hint


def test_a_function_that_refuses_says_why(tmp_path):
    problem = explained(tmp_path, Refused("no such thing", "do this", "thing"))

    assert ("no such thing", "do this") == (problem.message, problem.hint)

import jinja2
from tests.kit.theming import theme

from sitegen.base.diagnostics import Span
from sitegen.render.theme.faults import Refused, explain


def explained(root, error, name="page.html"):
    return explain(error, name, theme(root, ("default", {"page.html": "", "article.html": ""})), root)


def test_an_error_from_elsewhere_is_told_at_the_template_that_was_asked_for(tmp_path):
    problem = explained(tmp_path, ValueError("Bad thing."))

    assert ("render/template-error", "bad thing (ValueError)") == (problem.code, problem.message)
    assert Span("default/templates/page.html") == problem.span


def test_an_error_without_words_is_told_by_its_kind(tmp_path):
    assert "ZeroDivisionError (ZeroDivisionError)" == explained(tmp_path, ZeroDivisionError()).message


def test_a_template_that_is_not_there_is_told_with_the_nearest(tmp_path):
    problem = explained(tmp_path, jinja2.TemplateNotFound("site!artcle.html"))

    assert 'no rung of the theme has a template "artcle.html"' == problem.message
    assert 'did you mean "article.html"?' == problem.hint


def test_a_template_that_is_not_there_is_not_taken_for_any_other_of_its_folder(tmp_path):
    files = {"partials/tags.html": "", "partials/share.html": ""}

    def hint(missing):
        return explain(jinja2.TemplateNotFound(missing), "x.html", theme(tmp_path, ("default", files)), tmp_path).hint

    assert "add it to templates/ or to the theme" == hint("partials/nothing.html")
    assert 'did you mean "partials/share.html"?' == hint("share.html")


def test_a_function_that_refuses_says_why(tmp_path):
    problem = explained(tmp_path, Refused("no such thing", "do this", "thing"))

    assert ("no such thing", "do this") == (problem.message, problem.hint)

import jinja2
import pytest
from markupsafe import Markup, escape

from sitegen.render.theme.compiled import Calls, Writer, shown


@pytest.fixture
def environment():
    class Environment(jinja2.Environment):
        context_class = Calls
        code_generator_class = Writer

    environment = Environment(autoescape=True)
    environment.shown = shown
    return environment


@pytest.mark.parametrize("value", ["plain", "a < b & \"c\" 'd'", Markup("<b>"), 7, None, True, 1.5, ("<",), ""])
def test_a_value_is_shown_as_the_library_shows_it(value):
    assert str(escape(value)) == shown(value)


def test_text_that_needs_no_escapes_is_not_copied():
    text = "no signs at all"

    assert shown(text) is text


def test_templates_escape_what_they_write_and_nothing_twice(environment):
    source = "{% macro m(x) %}<i>{{ x }}</i>{% endmacro %}{% set s %}<u>{{ a }}</u>{% endset %}{{ a }}{{ m(a) }}{{ s }}"

    assert "&lt;<i>&lt;</i><u>&lt;</u>" == environment.from_string(source).render(a="<")


def test_without_autoescape_text_stays_as_it_is(environment):
    source = "{% autoescape false %}{{ a }}{% endautoescape %}{% autoescape yes %}{{ a }}{% endautoescape %}"

    assert "<&lt;" == environment.from_string(source).render(a="<", yes=True)


def test_functions_are_called_with_what_they_are_given(environment):
    source = "{% for x in 'ab' %}{{ f(x, y=loop.index) }}{% endfor %}"

    assert "a1b2" == environment.from_string(source).render(f=lambda x, y: f"{x}{y}")


def test_functions_that_want_the_context_get_it(environment):
    @jinja2.pass_context
    def f(context, name):
        return context[name]

    assert "7" == environment.from_string("{% for x in ['y'] %}{{ f(x) }}{% endfor %}").render(f=f, y=7)

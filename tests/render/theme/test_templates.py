from datetime import date

import pytest
from tests.kit.nouns import config
from tests.kit.theming import theme

from sitegen.base.noun import replace
from sitegen.render.memo import Memo
from sitegen.render.pages.head import Subject, page_view
from sitegen.render.theme.environment import Frame
from sitegen.render.theme.faults import TemplateError
from sitegen.render.theme.templates import Templates
from sitegen.render.view import View

ENGLISH = """\
hello = "Hello {name}"
things = "{count} things"
things_one = "1 thing"
[dates]
months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
date = "{month} {day}, {year}"
thousands = ","
"""


class Statics:
    """Answers for static files, and counts."""

    def __init__(self):
        self.asked = 0

    def answer(self, question):
        self.asked += 1
        return {"asset": "/static/site.1234.css", "template": ""}.get(question[0]) if question[-1] != "no.css" else None


@pytest.fixture
def templates(tmp_path):
    def make(*rungs, filters=None):
        chain = theme(tmp_path, *rungs[:-1], (rungs[-1][0], {"strings/en.toml": ENGLISH, **rungs[-1][1]}))
        return Templates(chain, config(root=tmp_path), filters or {}, memo=Memo(), cache=tmp_path / "compiled")

    return make


def shown(made, name="page.html", view=None, language="en", **values):
    view = view or View(Statics(), config())
    return made.render(name, Frame(view, language, tuple(values)), values)


def failure(made, name="page.html", **values):
    with pytest.raises(TemplateError) as caught:
        shown(made, name, **values)
    return caught.value.diagnostic


def test_values_are_escaped(templates):
    made = templates(("default", {"page.html": "<p>{{ title }}</p>"}))

    assert "<p>&lt;b&gt; &amp; &#34;c&#34;</p>" == shown(made, title='<b> & "c"')


def test_the_highest_rung_wins_and_may_extend_the_one_below(templates):
    made = templates(
        ("site", {"page.html": '{% extends "page.html" %}{% block a %}site[{{ super() }}]{% endblock %}'}),
        ("mine", {"page.html": '{% extends "page.html" %}{% block a %}mine[{{ super() }}]{% endblock %}'}),
        ("default", {"page.html": "{% block a %}default{% endblock %}"}),
    )

    assert "site[mine[default]]" == shown(made)


def test_a_lower_template_reaches_the_override_of_what_it_includes(templates):
    made = templates(
        ("site", {"partials/foot.html": '{% include "partials/foot.html" %}!'}),
        ("default", {"page.html": '{% include "partials/foot.html" %}', "partials/foot.html": "foot"}),
    )

    assert "foot!" == shown(made)


def test_words_dates_and_numbers_follow_the_language(templates):
    page = '{{ t("hello", name="<A>") }} {{ t("things", count=1) }} {{ t("things", count=2000) }} {{ day|date }} {{ 1000|number }}'
    made = templates(("default", {"page.html": page, "strings/de.toml": 'hello = "Hallo {name}"'}))

    assert "Hello &lt;A&gt; 1 thing 2,000 things May 1, 2026 1,000" == shown(made, day=date(2026, 5, 1))
    assert shown(made, language="de", day=date(2026, 5, 1)).startswith(
        "Hallo &lt;A&gt; 1 thing 2,000 things 2026-05-01"
    )


def test_assets_have_their_final_address(templates):
    assert "/static/site.1234.css" == shown(templates(("default", {"page.html": '{{ asset("css/site.css") }}'})))


def test_filters_of_extensions_are_there(templates):
    made = templates(("default", {"page.html": "{{ 'a'|loud }}"}), filters={"loud": lambda text: text.upper() + "!"})

    assert "A!" == shown(made)


def test_a_filter_of_a_constant_follows_the_language_of_each_page(templates):
    page = '{{ 1000|number }}{% if 1000|number == "1.000" %} with a dot{% endif %}'
    german = ENGLISH.replace('thousands = ","', 'thousands = "."')
    made = templates(("default", {"page.html": page, "strings/de.toml": german}))

    assert ["1,000", "1.000 with a dot"] == [shown(made, language=language) for language in ("en", "de")]


def test_what_is_compiled_for_one_build_holds_nothing_of_its_settings(tmp_path):
    chain = theme(tmp_path, ("default", {"page.html": '{{ "/a/"|absolute }}', "strings/en.toml": ENGLISH}))
    urls = ["https://one.example/", "https://two.example/"]
    sites = [config(root=tmp_path, site=replace(config().site, url=url)) for url in urls]
    made = [Templates(chain, site, {}, memo=Memo(), cache=tmp_path / "compiled") for site in sites]

    assert [f"{url}a/" for url in urls] == [shown(each) for each in made]


def test_an_import_is_made_for_each_page_so_that_each_asks(templates):
    made = templates(
        (
            "default",
            {
                "page.html": '{% from "m.html" import css %}{{ css() }}',
                "m.html": '{% set a = asset("x.css") %}{% macro css() %}{{ a }}{% endmacro %}',
            },
        )
    )
    views = [View(Statics(), config()) for _ in range(2)]

    assert 1 == len({shown(made, view=view) for view in views})
    assert [(("asset", "x.css"),)] * 2 == [tuple(view.asked) for view in views]


def test_a_part_is_made_once_and_every_page_has_asked_for_it(templates):
    made = templates(
        (
            "default",
            {"page.html": '{{ part("card.html", title=title) }}', "card.html": '[{{ title }} {{ asset("x.css") }}]'},
        )
    )
    answers = Statics()
    views = [View(answers, config()) for _ in range(3)]

    pages = [shown(made, view=view, title="<T>") for view in views]

    assert ["[&lt;T&gt; /static/site.1234.css]"] * 3 == pages
    assert [(("template", "card.html"), ("asset", "x.css"))] * 3 == [tuple(view.asked) for view in views]
    assert 2 + len(pages) == answers.asked  # each page fills in the address


def test_a_part_sees_only_what_it_is_given(templates):
    made = templates(("default", {"page.html": '{{ part("card.html", title="t") }}', "card.html": "{{ secret }}"}))

    problem = failure(made, secret=1)

    assert ('"secret" is not defined', "default/templates/card.html", 1, 4) == (
        problem.message,
        problem.span.path,
        problem.span.line,
        problem.span.column,
    )


@pytest.mark.parametrize(
    ("source", "code", "message", "line", "column", "hint"),
    [
        ("\n{{ titel }}", "template-error", '"titel" is not defined', 2, 4, 'did you mean "title"?'),
        (
            "{{ asset('no.css') }}",
            "template-error",
            'the theme has no static file "no.css"',
            1,
            11,
            "put it into the theme's static/ folder",
        ),
        ("{{ t('helo') }}", "template-error", 'no text is called "helo"', 1, 7, 'did you mean "hello"?'),
        ("a\n{% if %}", "template-syntax", "expected an expression, got 'end of statement block'", 2, 0, None),
        (
            "{% include 'partails/foot.html' %}",
            "no-template",
            'no rung of the theme has a template "partails/foot.html"',
            1,
            13,
            'did you mean "partials/foot.html"?',
        ),
        ("a\n{{ 1 / zero }}", "template-error", "division by zero (ZeroDivisionError)", 2, 0, None),
    ],
)
def test_an_error_points_into_the_template(templates, source, code, message, line, column, hint):
    made = templates(("default", {"page.html": source, "partials/foot.html": ""}))

    problem = failure(made, title="t", zero=0)

    assert (f"render/{code}", message) == (problem.code, problem.message)
    assert ("default/templates/page.html", line, column) == (problem.span.path, problem.span.line, problem.span.column)
    assert hint is None or hint == problem.hint


def test_a_field_that_a_value_does_not_have_is_named_with_the_nearest(templates):
    made = templates(("default", {"page.html": "{{ day.yaer }}"}))

    problem = failure(made, day=date(2026, 1, 1))

    assert ('date has no "yaer"', 'did you mean "year"?') == (problem.message, problem.hint)


def test_a_setting_that_a_table_does_not_have_is_named_with_the_nearest(templates):
    made = templates(("default", {"page.html": "{{ settings.moto }}"}))

    problem = failure(made, settings={"motto": "Slowly"})

    assert ('this table has no "moto"', 'did you mean "motto"?') == (problem.message, problem.hint)


def test_a_missing_template_is_told_by_its_name(templates):
    assert 'no rung of the theme has a template "nope.html"' == failure(templates(("default", {})), "nope.html").message


def test_broken_words_are_told_at_their_line(templates):
    made = templates(("site", {"strings/en.toml": 'a = "b"\nc = d\n'}), ("default", {"page.html": "{{ t('hello') }}"}))

    problem = failure(made)

    assert ("render/template-syntax", "site/templates/strings/en.toml", 2) == (
        problem.code,
        problem.span.path,
        problem.span.line,
    )


def test_a_template_that_is_not_utf_8_is_not_published_with_marks_in_it(templates, tmp_path):
    made = templates(("site", {"page.html": ""}))
    (tmp_path / "site/templates/page.html").write_bytes("Café".encode("latin-1"))

    with pytest.raises(TemplateError) as caught:
        shown(made)

    found = caught.value.diagnostic
    assert "this template is not valid UTF-8" == found.message
    assert ("site/templates/page.html", 1, 4) == (found.span.path, found.span.line, found.span.column)


def test_a_value_that_is_made_late_has_the_name_and_the_fields_of_the_theme_guide(templates, desk):
    made = templates(("default", {"page.html": "{{ page.shared }}"}))
    page = page_view(desk.pages["tags/index.html"], Subject("Tags"), desk.view(), desk.press)

    problem = failure(made, page=page)

    assert 'page has no "shared"' == problem.message
    assert "share" not in problem.hint


def test_a_macro_that_is_not_there_is_told_with_the_nearest(templates):
    made = templates(
        (
            "default",
            {"page.html": "{% from 'm.html' import crad %}{{ crad() }}", "m.html": "{% macro card() %}{% endmacro %}"},
        )
    )

    problem = failure(made)

    assert ('m.html has no macro "crad"', 'did you mean "card"?') == (problem.message, problem.hint)
    assert (1, 25) == (problem.span.line, problem.span.column)


def test_a_macro_that_gets_too_much_is_told_where_it_is_called(templates):
    made = templates(("default", {"page.html": "{% macro card(x) %}{% endmacro %}\n{{ card(1, 2) }}"}))

    problem = failure(made)

    assert ("macro 'card' takes not more than 1 argument(s)", 2, 4) == (
        problem.message,
        problem.span.line,
        problem.span.column,
    )


def test_a_test_that_is_not_there_is_told_with_the_nearest(templates):
    problem = failure(templates(("default", {"page.html": "\n{% if 1 is defind %}x{% endif %}"})))

    assert ('there is no test "defind"', 'did you mean "defined"?') == (problem.message, problem.hint)
    assert (2, 12) == (problem.span.line, problem.span.column)


def test_a_merge_conflict_is_told_before_what_comes_of_it(templates):
    text = "a\n<<<<<<< HEAD\n{% block x %}\n=======\n{% block x %}\n>>>>>>> other\n{% endblock %}\n"
    problem = failure(templates(("site", {"page.html": text})))

    assert ("render/template-syntax", "a merge conflict of git is left here", 2) == (
        problem.code,
        problem.message,
        problem.span.line,
    )


def test_a_template_that_leaves_pages_empty_is_told(templates):
    rungs = ("site", {"base.html": "\n"}), ("default", {"page.html": "{% extends 'base.html' %}", "base.html": "x"})
    problem = failure(templates(*rungs))

    assert ("this template leaves pages empty", "site/templates/base.html") == (problem.message, problem.span.path)


@pytest.mark.parametrize(
    ("source", "hint"),
    [
        ("{% include foot.html %}", 'write include "foot.html", with quotes around the name'),
        ("{{ super() }}", "super() stands in a block only, of a template that extends another"),
        ("{{ none.width }}", "it is empty here: ask first, {% if … %}"),
    ],
)
def test_a_name_that_is_never_there_is_told_with_what_to_write(templates, source, hint):
    assert hint == failure(templates(("default", {"page.html": source}))).hint

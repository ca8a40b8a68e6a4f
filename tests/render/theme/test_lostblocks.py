"""A block that nothing has a place for is told, with the nearest that something has; and what stands in no block."""

import pytest
from tests.kit.theming import theme

from sitegen.render.theme.closure import read_template
from sitegen.render.theme.lostblocks import LostBlocks

BASE = "{% block head %}{% endblock %}<main>{% block main %}{% endblock %}</main>"


def lost(tmp_path, *rungs, name="article.html"):
    """Return where the lost blocks of a template are, and what is said of them."""
    chain = theme(tmp_path, *rungs)
    return [
        (f"{found.span.path}:{found.span.line}:{found.span.column}", found.message, found.hint)
        for found in LostBlocks(chain, lambda file: read_template(file, tmp_path))(name)
    ]


def test_a_block_that_nothing_above_has_is_told(tmp_path):
    mine = "{% extends 'base.html' %}\n{% block mian %}\n{% block inner %}{% endblock %}{% endblock %}\n"

    found = lost(tmp_path, ("site", {"article.html": mine}), ("default", {"base.html": BASE}))

    told = ('base.html has no block "mian", so this one never shows', 'did you mean "main"?')
    assert [("site/templates/article.html:2:10", *told)] == found


@pytest.mark.parametrize(
    "mine",
    [
        "{% block own %}{% endblock %}",
        "{% extends 'base.html' %}{%- block main -%}{% block inner %}{% endblock %}{% endblock %}",
        "{% extends 'base.html' %}{# {% block mian %}{% endblock %} #}",
        "{% extends 'base.html' %}{% block main %}{% raw %}{% block x %}{% endraw %}{% endblock %}",
        "{% extends layout %}{% block mian %}{% endblock %}",
        "{% extends 'nobody.html' %}{% block mian %}{% endblock %}",
    ],
)
def test_blocks_that_have_a_place_or_whose_place_is_not_known_are_not(tmp_path, mine):
    assert [] == lost(tmp_path, ("site", {"article.html": mine}), ("default", {"base.html": BASE}))


def test_a_template_may_extend_the_one_of_its_own_name_below(tmp_path):
    rungs = (
        ("site", {"article.html": "{% extends 'article.html' %}{% block foot %}{% endblock %}{% block fot %}{% endblock %}"}),
        ("default", {"article.html": "{% extends 'base.html' %}{% block main %}{% block foot %}{% endblock %}{% endblock %}",
                     "base.html": BASE}),
    )  # fmt: skip

    assert ['article.html has no block "fot", so this one never shows'] == [
        message for _, message, _ in lost(tmp_path, *rungs)
    ]


def test_parts_are_looked_at_too(tmp_path):
    rungs = (
        ("site", {"partials/card.html": "{% extends 'partials/card.html' %}{% block thum %}{% endblock %}"}),
        (
            "default",
            {
                "article.html": "{% include 'partials/card.html' %}",
                "partials/card.html": "{% block thumb %}{% endblock %}",
            },
        ),
    )

    assert ['did you mean "thumb"?'] == [hint for *_, hint in lost(tmp_path, *rungs)]


def test_templates_that_extend_each_other_end_too(tmp_path):
    rungs = (
        "site",
        {"a.html": "{% extends 'b.html' %}{% block x %}{% endblock %}", "b.html": "{% extends 'a.html' %}"},
    )

    assert [] == lost(tmp_path, rungs, name="a.html")


@pytest.mark.parametrize(
    ("mine", "line"),
    [
        ("{% extends 'base.html' %}\n\n<p>Hello</p>", 3),
        ("{% extends 'base.html' %}\n{% block main %}{% endblock %}\n{{ page.title }}", 3),
        ("{% extends 'base.html' %}\n{% include 'base.html' %}", 2),
        ("{% extends layout %}{% block main %}{% endblock %}.", 1),
        ("{% extends 'base.html' %}\n<!-- a\nb -->\nc <!-- d -->", 4),
        ("{% extends 'base.html' %}\n{% raw %}{% endraw %}\n{% raw %}{{{% endraw %}", 3),
        ("{% extends 'base.html' %}{% block main %}{{ '{% block x %}' }}{% endblock %}\n{{ '{% endblock %}' }}", 2),
    ],
)
def test_what_stands_in_no_block_below_extends_is_told(tmp_path, mine, line):
    found = lost(tmp_path, ("site", {"article.html": mine}), ("default", {"base.html": BASE}))

    said = "this stands outside of all blocks of a template that extends another, so it never shows"
    hint = "put it into a block, between {% block … %} and {% endblock %}"
    assert [(f"site/templates/article.html:{line}:0", said, hint)] == found


@pytest.mark.parametrize(
    "mine",
    [
        "<p>Hello</p>{{ page.title }}",
        "{# Words. #}\n{% extends 'base.html' %}\n\n{# Words. #}\n{% block main %}Words.{% endblock %}\n",
        "{% extends 'base.html' %}{% macro name() %}Words.{% endmacro %}{% set text %}Words.{% endset %}{% set a = 1 %}",
        "{% extends 'base.html' %}{% from 'base.html' import x %}{% block main %}{{ name() }}{% endblock %}",
        "{% extends 'base.html' %}<p>{% if %}",
        "{% extends 'base.html' %}\n<!-- What\nwe changed. -->\n{% block main %}{% endblock %}",
    ],
)
def test_what_stands_in_blocks_and_what_never_shows_by_itself_is_not_told(tmp_path, mine):
    assert [] == lost(tmp_path, ("site", {"article.html": mine}), ("default", {"base.html": BASE}))


def test_what_stands_above_the_name_of_what_is_extended_shows_above_the_page(tmp_path):
    mine = "{# a note #}\n<p>x</p>\n{% extends 'base.html' %}\n"

    ((place, message, _),) = lost(tmp_path, ("site", {"article.html": mine}), ("default", {"base.html": BASE}))

    assert ("site/templates/article.html:2:0", True) == (place, message.endswith("so it shows above the whole page"))

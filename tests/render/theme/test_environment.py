import jinja2
import pytest
from tests.kit.theming import theme

from sitegen.render.memo import Memo
from sitegen.render.theme.environment import FRAME, Environment, Frame, bytecode_cache


@pytest.fixture
def environment(tmp_path):
    chain = theme(
        tmp_path,
        ("site", {"a.html": '{% extends "a.html" %}'}),
        ("default", {"a.html": "A", "b.html": "B", "same.html": "{{ x == 1 }}"}),
    )
    sources = {
        f"{file.rung}!{name}": (tmp_path / file.path).read_text()
        for name, files in chain.templates.items()
        for file in files
    }
    return Environment(chain, Memo(), loader=jinja2.DictLoader(sources))


def test_a_name_is_seen_from_where_it_stands(environment):
    assert "site!a.html" == environment.join_path("a.html", "default!b.html")
    assert "default!a.html" == environment.join_path("a.html", "site!a.html")
    assert "default!b.html" == environment.join_path("b.html", "site!a.html")
    assert "nope.html" == environment.join_path("nope.html", "site!a.html")


def test_a_plain_name_is_that_of_the_highest_rung(environment):
    assert "site!a.html" == environment.get_template("a.html").name
    assert "A" == environment.get_template("a.html").render()


@pytest.mark.parametrize(
    "source",
    [
        "{{ x }}",
        "{{ x == 1 }}",
        "{% if x %}{% endif %}",
        "{{ x + 1 }}",
        "{{ x() }}",
        "{{ x.y }}",
        "{% for a in x %}{% endfor %}",
    ],
)
def test_no_use_of_an_unknown_name_passes(environment, source):
    token = FRAME.set(Frame(None, "en", ()))
    try:
        with pytest.raises(jinja2.UndefinedError, match='"x" is not defined'):
            environment.from_string(source).render()
    finally:
        FRAME.reset(token)


def test_whether_a_name_is_known_may_be_asked(environment):
    assert (
        "no fallback"
        == environment.from_string("{{ 'yes' if x is defined else 'no' }} {{ x|default('fallback') }}").render()
    )


def test_compiled_templates_are_kept_where_that_is_possible(tmp_path):
    assert bytecode_cache(tmp_path / "new" / "folder") is not None
    (tmp_path / "file").write_text("")
    assert bytecode_cache(tmp_path / "file" / "folder") is None

import pytest
from tests.kit.theming import theme

from sitegen.render.theme.closure import TemplateDigests, names_in, next_rung, read_template

BASE = {"base.html": "B", "article.html": '{% extends "base.html" %}', "lone.html": "L"}


def digests(root, *rungs, **options):
    return TemplateDigests(theme(root, *rungs, **options), lambda file: read_template(file, root))


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ('{% extends "a.html" %}', {"a.html"}),
        ("{%- include 'a.html' -%}", {"a.html"}),
        ('{% include ["a.html", "b.html"] ignore missing with context %}', {"a.html", "b.html"}),
        ('{% import "a.html" as a %}{% from "b.html" import c, d as e with context %}', {"a.html", "b.html"}),
        ('{%\n  include\n  "a.html"\n%}', {"a.html"}),
        ('{{ part("a.html", card=card) }}', {"a.html"}),
        ("no templates", set()),
    ],
)
def test_names_in_tags_are_found(source, names):
    assert (names, True) == names_in(source)


@pytest.mark.parametrize(
    "source",
    ["{% include name %}", '{% include "a" ~ name %}', '{% extends "a" if x else "b" %}', "{{ part(name) }}"],
)
def test_a_name_that_is_made_at_run_time_opens_the_closure(source):
    assert not names_in(source)[1]


def test_a_template_changes_with_what_it_extends(tmp_path):
    before = digests(tmp_path / "1", ("default", BASE))
    after = digests(tmp_path / "2", ("default", {**BASE, "base.html": "changed"}))

    assert before("article.html") != after("article.html")
    assert before("lone.html") == after("lone.html")


def test_a_new_template_that_shadows_a_lower_one_changes_those_that_name_it(tmp_path):
    before = digests(tmp_path / "1", ("site", {}), ("default", BASE))
    after = digests(tmp_path / "2", ("site", {"base.html": '{% extends "base.html" %}'}), ("default", BASE))

    assert before("article.html") != after("article.html")


def test_a_template_that_names_itself_means_the_next_rung_down(tmp_path):
    rungs = (("site", {"article.html": '{% extends "article.html" %}'}), ("default", BASE))
    before = digests(tmp_path / "1", *rungs)
    after = digests(tmp_path / "2", rungs[0], ("default", {**BASE, "article.html": "other"}))

    assert before("article.html") != after("article.html")


def test_with_an_open_closure_every_template_counts(tmp_path):
    wild = {"wild.html": "{% include name %}", "lone.html": "L"}
    before = digests(tmp_path / "1", ("default", wild))
    after = digests(tmp_path / "2", ("default", {**wild, "lone.html": "changed"}))

    assert before("wild.html") != after("wild.html")


def test_absence_is_part_of_the_closure(tmp_path):
    optional = {"a.html": '{% include "b.html" ignore missing %}'}

    before = digests(tmp_path / "1", ("default", optional))
    after = digests(tmp_path / "2", ("default", {**optional, "b.html": "B"}))

    assert before("a.html") != after("a.html")


def test_words_and_settings_of_the_theme_count_for_every_template(tmp_path):
    plain = digests(tmp_path / "1", ("default", BASE))
    worded = digests(tmp_path / "2", ("default", {**BASE, "strings/en.toml": 'a = "b"'}))
    settled = digests(tmp_path / "3", ("default", BASE), settings={"card": {"b": 1, "a": [2]}})
    reordered = digests(tmp_path / "4", ("default", BASE), settings={"card": {"a": [2], "b": 1}})

    assert 3 == len({plain("lone.html"), worded("lone.html"), settled("lone.html")})
    assert settled("lone.html") == reordered("lone.html")


def test_a_template_that_no_rung_has_is_none(tmp_path):
    assert digests(tmp_path, ("default", BASE))("nope.html") is None
    assert next_rung(theme(tmp_path, ("default", BASE)), "base.html", "default") is None

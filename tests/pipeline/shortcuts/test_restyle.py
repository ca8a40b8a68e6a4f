"""After an edit of templates nothing is linked again, and the site is that of a clean build."""

from importlib import import_module

import pytest
from tests.kit.compare import against_clean

pytestmark = pytest.mark.slow

SITE = """\
-- sitegen.toml --
theme = "own"
[site]
title = "The Weights"
url = "https://news.example/repo/"
-- themes/own/theme.toml --
extends = "default"
-- themes/own/templates/article.html --
{% extends "article.html" %}
{% block before_body %}{{ super() }}<p class="note">{{ t("by") }} us</p>{% endblock %}
-- themes/own/templates/strings/en.toml --
by = "By"
-- templates/partials/faq.html --
{% for entry in faq %}<h3 id="{{ entry.id }}">{{ entry.question }}</h3>{{ entry.answer }}{% endfor %}
-- static/css/own.css --
p { color: red }
-- static/root/humans.txt --
Nobody.
-- content/humans.txt --
We.
-- static/css/other.css --
p { color: blue }
-- content/articles/one.md --
---
title: One
date: 2026-11-01
faq:
  - q: Who?
    a: We.
key_points: [One point.]
---
A text, with a [picture](two.md).

## FAQ

### Why?

Because.
-- content/articles/two.md --
---
title: Two
date: 2026-11-02
tags: [models]
---
Another text.
"""
ARTICLE, FAQ, STRINGS = (
    "themes/own/templates/article.html",
    "templates/partials/faq.html",
    "themes/own/templates/strings/en.toml",
)


@pytest.fixture
def restyled(monkeypatch):
    """Return a list that grows with every build that could go this way: whether it did."""
    module = import_module("sitegen.pipeline.shortcuts.restyle")
    restyle, ways = module.restyle, []

    def watched(*arguments):
        report = restyle(*arguments)
        ways.append(report is not None)
        return report

    monkeypatch.setattr(module, "restyle", watched)
    return ways


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (ARTICLE, "us", "them"),
        (ARTICLE, "super()", "site.title"),
        (FAQ, "</h3>", "</h3><hr>"),
        (STRINGS, '"By"', '"From"'),
        (STRINGS, '"By"', '"By"\nfaq = "Qs"\nkey_points = "Points"'),
        (ARTICLE, "</p>", "</p><p>{{ article.cite.text }} {{ related|length }}</p>"),
    ],
    ids=["words", "what another template gave", "a part", "strings", "strings of feeds", "other values"],
)
def test_an_edited_template_is_drawn_from_what_was_answered(bench, restyled, file, old, new):
    site = bench(SITE).build()
    before = site.output()
    site.edit(file, old, new).build()

    assert [True] == restyled[1:]
    assert [] == against_clean(site)
    assert ["scan", "parse", "compare", "render", "write"] == [verb for verb, _ in site.report.profile]
    assert site.report.written == tuple(sorted(path for path, data in site.output().items() if data != before[path]))


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (ARTICLE, "</p>", '</p><img src="{{ asset("css/other.css") }}">'),
        (ARTICLE, "</p>", '</p><img src="{{ asset("root/humans.txt") }}">'),
        (ARTICLE, "{% block before_body %}", "{% block before_body %}{{ nobody.at_all }}"),
        (ARTICLE, "{% endblock %}", ""),
        ("static/css/own.css", "red", "green"),
        ("themes/own/theme.toml", "default", 'default"\nname = "Own'),
        ("sitegen.toml", "Weights", "Measures"),
        ("content/articles/one.md", "title: One", "title: Eins"),
    ],
    ids=[
        "a file that none loaded",
        "one that is not published",
        "a mistake",
        "a syntax error",
        "a style sheet",
        "a theme",
        "settings",
        "a title",
    ],
)
def test_any_other_edit_is_left_to_another_way(bench, restyled, file, old, new):
    site = bench(SITE).build()
    site.edit(file, old, new).build()

    # An edited title goes its own way before this one is asked.
    assert restyled[1:] == ([] if new == "title: Eins" else [False])
    assert [] == against_clean(site)


def test_a_text_that_was_edited_as_well_is_left_to_the_walk(bench, restyled):
    site = bench(SITE).build()
    site.edit(ARTICLE, "us", "them").edit("content/articles/one.md", "A text", "A new text").build()

    assert [False] == restyled[1:]
    assert [] == against_clean(site)


def test_one_edit_after_another(bench, restyled):
    site = bench(SITE).build()
    site.edit(ARTICLE, "us", "them").build()
    site.edit("content/articles/one.md", "A text", "A new text").build()
    site.edit(ARTICLE, "them", "all").build()
    site.edit(ARTICLE, "all", "us").build()

    assert 3 == restyled.count(True)
    assert [] == against_clean(site)


def test_what_stood_in_the_way_is_made_good(bench, restyled):
    """A page that somebody else has changed since is no page of the last build."""
    site = bench(SITE).build()
    site.write("output/articles/two/index.html", "Not ours.").edit(FAQ, "</h3>", "</h3><hr>").build()

    assert [False] == restyled[1:]
    assert [] == against_clean(site)


def test_after_a_build_that_failed_the_site_is_that_of_a_clean_build(bench):
    site = bench(SITE).build()
    site.edit(ARTICLE, "us", "{{ nobody.at_all }}").build()
    assert site.failed

    site.edit(ARTICLE, "{{ nobody.at_all }}", "them").build()

    assert not site.failed
    assert [] == against_clean(site)


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_on_every_core(bench, restyled, monkeypatch, method):
    """In processes that read the answers themselves."""
    monkeypatch.setenv("SITEGEN_START_METHOD", method)
    site = bench(SITE)
    for number in range(100):
        site.write(
            f"content/articles/n{number}.md", f"---\ntitle: Number {number}\ndate: 2026-10-01\n---\nText {number}.\n"
        )
    site.build(workers=2)
    site.edit(ARTICLE, "us", "them").build(workers=2)

    assert [True] == restyled[1:]
    assert [] == against_clean(site)

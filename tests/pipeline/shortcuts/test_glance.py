"""Pages that somebody looks at are shown ahead of the walk, as the walk will make them."""

from contextlib import suppress
from importlib import import_module

import pytest
from tests.kit.site import NOW

from sitegen.base.diagnostics import Failure
from sitegen.model.config import Flags
from sitegen.pipeline import build
from sitegen.pipeline.job import Viewers

SITE = """\
-- content/articles/one.md --
---
title: one
date: 2026-01-01
---
Text of one.
-- templates/base.html --
{% extends "base.html" %}
{% block head %}{{ super() }}<link rel="stylesheet" href="{{ asset('css/own.css') }}">{% endblock %}
-- static/css/own.css --
p { color: red }
"""
ONE = "articles/one/index.html"


@pytest.fixture
def site(bench):
    site = bench(SITE)
    build(site.root, Flags(now=NOW))
    return site


MAKE = import_module("sitegen.pipeline.make")


@pytest.fixture
def glanced(site, monkeypatch):
    """Return what builds a site, and gives what was shown before the walk began."""
    shown, early = {}, {}
    walk = MAKE.make

    def watched(*arguments, **named):
        early.update(shown)
        return walk(*arguments, **named)

    monkeypatch.setattr(MAKE, "make", watched)

    def run():
        build(site.root, Flags(now=NOW), viewers=Viewers((ONE, "index.html"), shown.__setitem__))
        return early

    run.early = early
    return run


def test_an_edit_of_a_template_and_a_style_sheet_is_shown_ahead(site, glanced):
    site.edit("templates/base.html", "{% block head %}", '{% block head %}<meta name="x" content="y">')
    site.edit("static/css/own.css", "red", "blue")

    early = glanced()

    assert {ONE, "index.html"} < early.keys()
    assert {path: site.output()[path] for path in early} == early
    assert b'<meta name="x" content="y">' in early[ONE]


def test_an_edit_of_a_style_sheet_is_shown_ahead_with_the_pages_that_load_it(site, glanced):
    site.edit("static/css/own.css", "red", "blue")

    early = glanced()

    assert 3 == len(early)
    assert {path: site.output()[path] for path in early} == early
    assert b"p { color: blue }\n" in early.values()


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("templates/base.html", "{% extends 'base.html' %}{% block head %}{{ nobody }}{% endblock %}"),
        ("templates/new.html", "A template that was not there."),
        ("content/articles/one.md", "---\ntitle: one\ndate: 2026-01-02\n---\nText."),
        ("sitegen.toml", '[site]\ntitle = "Another"\n'),
    ],
    ids=["a mistake", "a new template", "a new date", "another name"],
)
def test_any_other_edit_is_left_to_the_walk(site, glanced, path, text):
    site.write(path, text)

    with suppress(Failure):
        glanced()

    assert {} == glanced.early

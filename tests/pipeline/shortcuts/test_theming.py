"""The theme of the last build becomes the present one, where nothing but some of its files has changed."""

import pytest
from tests.kit.site import NOW

from sitegen.configure import configure
from sitegen.engine.files import read_digest
from sitegen.model.config import Flags
from sitegen.model.theme import Theme, ThemeFile
from sitegen.pipeline.build import working
from sitegen.pipeline.job import begin
from sitegen.pipeline.shortcuts.theming import edited_theme, retouched, theme_answers

pytestmark = pytest.mark.slow

SITE = """\
-- content/one.md --
---
title: One
date: 2026-11-01
---
Text.
-- templates/article.html --
{% extends "article.html" %}
-- static/own.css --
p { color: red }
"""


def test_a_theme_has_the_new_digests_of_its_files():
    theme = Theme(
        ("site", "default"),
        {"a.html": (ThemeFile("a.html", "site", "templates/a.html", "1"), ThemeFile("a.html", "default", "x", "2"))},
        {"s.css": (ThemeFile("s.css", "site", "static/s.css", "3"),)},
    )
    new = retouched(theme, {"templates/a.html": "4"})

    assert ["4", "2", "3"] == [file.digest for file in (*new.templates["a.html"], *new.statics["s.css"])]
    assert retouched(theme, {"content/a.md": "5"}) is None


@pytest.fixture
def edited(bench):
    """Return what edits a site after a build, and gives its theme."""

    def edit(changes):
        site = bench(SITE).build()
        for path, text in changes.items():
            site.write(path, text)
        config = configure(site.root, Flags(now=NOW))
        with working(config, memory="build", wait=0) as store:
            return edited_theme(begin(config, store)), config

    return edit


@pytest.mark.parametrize(
    ("changes", "templates"),
    [
        ({"templates/article.html": "Another."}, True),
        ({"static/own.css": "p { color: blue }"}, False),
        ({"templates/article.html": "Another.", "static/own.css": "p { color: blue }"}, False),
    ],
    ids=["a template", "a style sheet", "both"],
)
def test_files_of_the_theme_are_told_from_all_else(edited, changes, templates):
    theme, _ = edited(changes)

    assert templates == theme.only_templates
    assert changes.keys() == theme.changed


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"content/one.md": "---\ntitle: One\ndate: 2026-11-01\n---\nAnother text.\n"},
        {"templates/article.html": "Another.", "content/one.md": "---\ntitle: One\ndate: 2026-11-01\n---\nText!\n"},
        {"templates/tag.html": "One more."},
        {"sitegen.toml": "[site]\ntitle = 'Another'\n"},
    ],
    ids=["nothing", "a text", "a text as well", "a new template", "settings"],
)
def test_where_more_differs_there_is_no_theme_to_go_on_with(edited, changes):
    theme, _ = edited(changes)

    assert theme is None


def test_the_answers_are_those_about_its_files(edited):
    theme, config = edited({"templates/article.html": "Another."})
    with working(config, memory="build", wait=0) as store:
        answers = theme_answers(theme, config.root, store)

    assert {("template", name) for name in (*theme.theme.templates, "strings/")} == answers.keys()
    assert None not in answers.values()


def test_a_static_file_that_no_page_had_asked_for_has_no_answer(edited):
    """It may not be published at all: the author's own file can stand at its address."""
    theme, config = edited({"static/own.css": "p { color: blue }"})
    with working(config, memory="build", wait=0) as store:
        answers = theme_answers(theme, config.root, store)

    assert {"template"} == {kind for kind, _ in answers}


@pytest.mark.parametrize("path", ["templates/article.html", "static/own.css", "content/one.md"])
def test_a_file_that_cannot_be_read_is_left_to_the_walk(bench, monkeypatch, path):
    """The walk says what is wrong with it."""

    def read(file):
        if file.endswith(path):
            raise PermissionError(13, "Permission denied", file)
        return read_digest(file)

    site = bench(SITE).build()
    site.write(path, (site.root / path).read_text("utf-8") + "More.\n")
    monkeypatch.setattr("sitegen.engine.files.read_digest", read)
    site.build()

    assert ["scan/unreadable"] == site.codes

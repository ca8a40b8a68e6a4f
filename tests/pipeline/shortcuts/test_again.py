"""What both short ways do with the pages that must be made again."""

import pytest
from tests.kit.compare import against_clean
from tests.kit.site import NOW

from sitegen.base.diagnostics import Failure
from sitegen.model.config import Flags
from sitegen.pipeline import build
from sitegen.pipeline.job import Viewers
from sitegen.pipeline.shortcuts import touch

SITE = """\
-- sitegen.toml --
[related]
count = 0
-- content/one.md --
---
title: One
date: 2026-11-01
---
A text that leads to [two](two.md#end).
-- content/two.md --
---
title: Two
date: 2026-11-02
---
## End

Another text.
-- templates/article.html --
{% extends "article.html" %}
"""
ONE = "one/index.html"
EDITS = {
    "a text": ("content/one.md", "A text", "Words"),
    "a template": ("templates/article.html", "%}", "%}{% block before_body %}A note.{% endblock %}"),
}


@pytest.fixture
def site(bench):
    """A site after a build."""
    return bench(SITE).build()


@pytest.mark.slow
@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_what_nobody_can_put_in_place_is_left_to_the_walk(site, edit, monkeypatch):
    """As where somebody has written to the folder while pages were made."""
    monkeypatch.setattr("sitegen.pipeline.steps.publishing.amend", lambda *_: None)
    site.edit(*edit).build()

    assert ONE in site.report.written
    assert [] == against_clean(site)


def test_too_many_pages_are_left_to_the_walk(site, monkeypatch):
    monkeypatch.setattr(touch, "_MOST_PAGES", 0)
    site.edit("content/one.md", "A text", "Words").build()

    assert "route" in dict(site.report.profile)
    assert [] == against_clean(site)


def test_a_warning_that_counts_as_an_error_keeps_the_last_site(site):
    stood = site.output()
    site.edit("content/one.md", "#end", "#nowhere")
    with pytest.raises(Failure, match="nowhere"):
        build(site.root, Flags(now=NOW, strict=True))

    assert stood == site.output()

    site.build()

    assert ["render/dead-anchor"] == site.codes
    assert [] == against_clean(site)


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_who_looks_on_is_shown_what_is_published(site, edit):
    shown: dict[str, bytes] = {}
    build(site.edit(*edit).root, Flags(now=NOW), viewers=Viewers((ONE,), shown.__setitem__))

    assert {ONE: site.output()[ONE]} == shown

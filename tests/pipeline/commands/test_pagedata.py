"""All that the template of a page sees is told, as the sources stand now."""

import json

import pytest
from tests.kit.site import NOW, SiteBench

from sitegen.base.diagnostics import Failure
from sitegen.model.config import Flags
from sitegen.pipeline.commands.pagedata import page_data

SITE = """\
-- sitegen.toml --
extensions = ["own.py"]

[site]
title = "News"
url = "https://example.org/review/"
[params]
motto = "Measure"
-- own.py --
from pathlib import PurePosixPath

from sitegen import Extension

extension = Extension(name="own", linkers=(lambda site: {"own": [PurePosixPath("a/b"), None, {1: 2.5}]},))
-- content/articles/a.md --
---
title: A & B
date: 2026-11-01
authors: [ana]
tags: [law]
score: .nan
group: !!set {b, a}
---
Text of *a*.
-- content/articles/soon.md --
---
title: Soon
date: 2031-11-02
---
Text.
-- content/pages/about.md --
---
title: About
---
Text.
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The site, never built; made once, so leave it as it is."""
    return SiteBench(tmp_path_factory.mktemp("told") / "site", SITE)


def told(site, target):
    """Return what is told of a page, as a program reads it."""
    return json.loads(json.dumps(page_data(site.root, Flags(now=NOW), target)))


@pytest.mark.parametrize(
    "target",
    [
        "/articles/a/",
        "/review/articles/a/",
        "https://example.org/review/articles/a/",
        "articles/a",
        "articles/a/index.html",
    ],
)
def test_a_page_is_named_by_its_address_or_file(site, target):
    assert "A & B" == told(site, target)["article"]["title"]


def test_what_json_has_no_word_for_is_told_in_its_words(site):
    extra = told(site, "/articles/a/")["article"]["extra"]

    assert (None, ["a", "b"]) == (extra["score"], sorted(extra["group"]))


@pytest.mark.parametrize(("source", "title"), [("articles/a.md", "A & B"), ("pages/about.md", "About")])
def test_a_page_is_named_by_its_source(site, source, title, monkeypatch):
    monkeypatch.chdir(site.root)

    assert title == told(site, f"content/{source}")["article"]["title"]


def test_values_are_those_of_the_page(site):
    data = told(site, "/articles/a/")

    assert "<p>Text of <em>a</em>.</p>" in data["article"]["body"]
    assert "2026-11-01T00:00:00+00:00" == data["article"]["date"]
    assert ["ana"] == [author["name"] for author in data["article"]["authors"]]
    assert {"motto": "Measure"} == data["site"]["params"]
    assert {"own": ["a/b", None, {"1": 2.5}]} == data["site"]["extra"]
    assert "/review/articles/a/" == data["page"]["href"]
    assert "NewsArticle" in data["page"]["structured_data"]
    assert ["og:type", "article"] == data["page"]["open_graph"][0]


@pytest.mark.parametrize(
    ("target", "field"), [("/", "lead"), ("/tags/law/", "term"), ("/archive/", "years"), ("/404.html", "page")]
)
def test_every_kind_of_page_is_told(site, target, field):
    assert field in told(site, target)


@pytest.mark.parametrize(
    ("target", "message", "hint"),
    [
        ("feed.xml", '"feed.xml" is made without a template', "name a page that people read"),
        ("/articles/aa/", 'the site has no page "/articles/aa/"', 'did you mean "articles/a/index.html"?'),
        (
            "content/articles/b.md",
            'the site has no page "content/articles/b.md"',
            'did you mean "content/articles/a.md"?',
        ),
        (
            "content/articles/soon.md",
            'the site has no page "content/articles/soon.md"',
            "sitegen build, then sitegen explain content/articles/soon.md, say why it has none",
        ),
        ("/xyz", 'the site has no page "/xyz"', "name an address (/articles/x/), or the source of an article"),
    ],
)
def test_what_has_no_such_page_is_told(site, target, message, hint, monkeypatch):
    monkeypatch.chdir(site.root)
    with pytest.raises(Failure) as failed:
        told(site, target)

    (diagnostic,) = failed.value.diagnostics
    assert (message, hint) == (diagnostic.message, diagnostic.hint)

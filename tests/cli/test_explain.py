"""`sitegen explain` says what a page is made of, why it was made, and what a template sees."""

import pytest
from tests.kit.site import SiteBench

SITE = """\
-- content/a.md --
---
title: A
date: 2026-11-01
---
Text.
-- content/b.md --
---
title: B
date: 2026-11-02
---
See [A](a.md).
-- templates/article.html --
{% extends "article.html" %}
"""


@pytest.fixture(scope="module")
def bench(tmp_path_factory):
    """A site that was built, edited and built again; made once, so leave it as it is."""
    bench = SiteBench(tmp_path_factory.mktemp("built") / "site", SITE).build()
    return bench.edit("content/a.md", "title: A", "title: Another").build()


@pytest.fixture(scope="module")
def grown(tmp_path_factory):
    """A site with a folder, and an article that is newer than the last build; made once, so leave it as it is."""
    bench = SiteBench(tmp_path_factory.mktemp("grown") / "site", SITE)
    bench.write("content/deep/one.md", "---\ntitle: One\ndate: 2026-11-03\n---\nText.\n")
    return bench.build().write("content/new.md", "---\ntitle: New\ndate: 2026-11-03\n---\nText.\n")


@pytest.mark.parametrize("name", ["/b/", "b/index.html", "b", "output/b/index.html"])
def test_a_page_says_why_it_was_made_again(sitegen, bench, name):
    ran = sitegen("explain", name, cwd=bench.root)

    assert 0 == ran.code
    assert "last made because: card of a changed: title" in ran.out
    assert "content: b" in ran.out


@pytest.mark.parametrize("name", ["/review/%C3%BC/", "https://example.org/review/%C3%BC/?a#b", "/ü/"])
def test_an_address_may_be_as_a_browser_copies_it(sitegen, tmp_path, name):
    site = '-- sitegen.toml --\nsite.url = "https://example.org/review/"\n-- content/ü.md --\n---\ntitle: U\ndate: 2026-11-01\n---\nx\n'
    ran = sitegen("explain", name, cwd=SiteBench(tmp_path / "site", site).build().root)

    assert "/ü/  (article)" == ran.out.splitlines()[0]


@pytest.mark.parametrize("name", ["content/a.md", "a.md"])
def test_a_source_says_where_it_went(sitegen, bench, name):
    ran = sitegen("explain", name, cwd=bench.root)

    assert 0 == ran.code
    assert "  a/index.html  (" in ran.out


def test_a_template_names_its_rungs_and_what_it_sees(sitegen, bench):
    lines = sitegen("explain", "template", "article.html", cwd=bench.root).out.splitlines()

    assert ["article.html", "  templates/article.html  (rung: site)"] == lines[:2]
    assert "  over sitegen:templates/article.html  (rung: default)" == lines[2]
    assert "  article: ArticleView" in lines


def test_what_is_not_there_has_a_nearest_name(sitegen, bench):
    ran = sitegen("explain", "template", "artcle.html", cwd=bench.root)

    assert (1, True) == (ran.code, 'did you mean "article.html"?' in ran.err)


@pytest.mark.parametrize(
    "name, hint",
    [
        ("one", 'did you mean "/deep/one/"?'),
        ("one.md", 'did you mean "/deep/one/"?'),
        ("content/dep/one.md", 'did you mean "content/deep/one.md"?'),
        ("templates/article.html", "a template explains itself: sitegen explain template templates/article.html"),
        ("nothing-of-the-kind", "name an address (/articles/x/), or a file of the output or of the content"),
        ("content/new.md", "no page is made of it, or it is newer than the last build"),
    ],
)
def test_what_no_page_is_made_of_is_told_from_what_is_mistyped(sitegen, grown, name, hint):
    ran = sitegen("explain", name, cwd=grown.root)

    assert (1, [f"  hint: {hint}"]) == (ran.code, ran.err.splitlines()[1:])


def test_before_the_first_build_nothing_is_known(sitegen, tmp_path):
    ran = sitegen("explain", "content/a.md", cwd=SiteBench(tmp_path / "site", SITE).root)

    assert (1, ["  hint: build the site first: sitegen build"]) == (ran.code, ran.err.splitlines()[1:])

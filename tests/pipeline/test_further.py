"""What an article's text lists as further reading is suggested first, and told once."""

import pytest
from tests.kit.site import SiteBench

pytestmark = pytest.mark.slow

SITE = """
-- content/a.md --
---
title: A
date: 2026-11-01
---
Text.

## You may also like

- [The other](b.md)
-- content/b.md --
---
title: B
date: 2026-11-02
tags: [x]
---
Text.
-- content/c.md --
---
title: C
date: 2026-11-03
---
Text.
"""
HEADING = "You may also like"


def page(site: SiteBench) -> str:
    return site.output()["a/index.html"].decode()


def suggested(site: SiteBench) -> list[str]:
    """Return what `a` suggests, those first that were chosen."""
    import json

    articles = json.loads(site.output()["api/articles.json"])["articles"]
    return [each["id"] for entry in articles if entry["id"] == "a" for each in entry["related"] if each["pinned"]]


def test_it_is_suggested_and_leaves_the_text(bench):
    site = bench(SITE).build()

    assert ["b"] == suggested(site)
    assert 1 == page(site).count(HEADING)
    assert "The other" not in page(site)


def test_it_is_suggested_where_nothing_else_is(bench):
    site = bench(SITE).edit("sitegen.toml", "[site]", "[related]\ncount = 0\n[site]").build()

    assert ["b"] == suggested(site)
    assert 1 == page(site).count(HEADING)


def test_a_list_with_something_that_is_no_article_stays_whole(bench):
    site = bench(SITE).edit("content/a.md", "- [The", "- [On x](/tags/x/)\n- [The").build()

    assert ["b"] == suggested(site)
    assert '<a href="/tags/x/">On x</a>' in page(site)
    assert '<a href="/b/">The other</a>' in page(site)
    assert 1 == page(site).count(HEADING), "what is suggested has another title then"


def test_a_list_of_other_sites_stays_and_its_title_stands_once(bench):
    site = bench(SITE).edit("content/a.md", "(b.md)", "(https://example.org/)").build()

    assert '<a href="https://example.org/">The other</a>' in page(site)
    assert 1 == page(site).count(f">{HEADING}<")
    assert ">More articles</h2>" in page(site)


def test_titles_are_links(bench):
    site = bench(SITE).edit("content/a.md", "[The other](b.md)", "B\n- *The third*")
    site.edit("content/c.md", "title: C", "title: The third").build()

    assert ["b", "c"] == suggested(site)
    assert 1 == page(site).count(HEADING)

    site.edit("content/c.md", "title: The third", "title: D").build()

    assert ["b"] == suggested(site)
    assert 1 == page(site).count(HEADING)
    assert "The third" not in page(site)
    assert ['no article is called "The third"'] == [found.message for found in site.diagnostics]

    site.edit("content/c.md", "title: D", "title: The third").build()

    assert ["b", "c"] == suggested(site)
    assert () == site.diagnostics


def test_a_list_of_titles_that_no_article_has_leaves(bench):
    site = bench(SITE).edit("content/a.md", "[The other](b.md)", "The second\n- The third").build()

    assert [] == suggested(site)
    assert 1 == page(site).count(HEADING)
    assert HEADING not in site.read("feed.xml")
    assert ["The second", "The third"] == [found.message.split('"')[1] for found in site.diagnostics]


def test_titles_of_no_article_stay_below_a_heading_that_can_mean_others(bench):
    site = bench(SITE).edit("content/a.md", "[The other](b.md)", "B\n- *The third*")
    site.edit("content/a.md", "## You may also like", "## Worth reading").build()

    assert ["b"] == suggested(site)
    assert "<em>The third</em>" in page(site)
    assert "The third" in site.read("feed.xml")
    assert ['no article is called "The third"'] == [found.message for found in site.diagnostics]


def test_names_of_files_are_links_as_well(bench):
    site = bench(SITE).edit("content/a.md", "[The other](b.md)", "[[b]]\n- [[c|The third]]")
    site.edit("content/b.md", "title: B", "title: Another").edit("content/c.md", "title: C", "title: D").build()

    assert ["b", "c"] == suggested(site)
    assert () == site.diagnostics


def test_what_leads_nowhere_is_told_where_it_stands(bench):
    site = bench(SITE).edit("content/a.md", "(b.md)", "(bb.md)").build()

    assert [("render/dead-link", 9, '"bb.md" leads nowhere')] == [
        (found.code, found.span.line, found.message) for found in site.diagnostics
    ]


def test_another_list_makes_what_a_clean_build_makes(bench, tmp_path):
    site = bench(SITE).build()
    for old, new in (
        ("(b.md)", "(c.md)"),
        ("- [The other](c.md)", "- [The other](c.md)\n- [B](/b/)"),
        ("Text.\n", "Text.\n\nMore.\n"),
        ("- [The other](c.md)\n- [B](/b/)", "- C\n- B"),
        ("## You", "## Whether you"),
    ):
        site.edit("content/a.md", old, new).build()
        clean = SiteBench(tmp_path / new[:5].strip("( -#")).write(
            "sitegen.toml", (site.root / "sitegen.toml").read_bytes()
        )
        for file in (site.root / "content").iterdir():
            clean.write(f"content/{file.name}", file.read_bytes())
        assert clean.build().output() == site.output()
        assert clean.diagnostics == site.diagnostics

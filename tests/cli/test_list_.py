"""`sitegen list` says which articles there are, which of them are public, and when the others will be."""

import json

import pytest
from tests.kit.newsroom import SITE
from tests.kit.site import SiteBench


@pytest.fixture
def ask(sitegen, tmp_path):
    """Return what lists the articles of a site with one of each state."""
    site = SiteBench(tmp_path / "site", SITE)
    return lambda *arguments: sitegen("list", *arguments, "--now", "2026-12-01", cwd=site.root)


def test_articles_are_listed_newest_first_those_without_a_date_above_and_pages_below(ask):
    ran = ask()

    assert (0, "") == (ran.code, ran.err)
    assert [
        "                  unsound    content/broken.md  Broken",
        "                  draft      content/idea.md  Idea",
        "2026-12-24 18:00  scheduled  content/soon.md  Soon",
        "2026-11-02 09:00  published  content/policy/new.md  New",
        "2026-11-01 00:00  draft      content/draft.md  Draft",
        "2026-10-01 00:00  published  content/old.md  Old",
        "                  published  content/pages/about.md  About",
    ] == ran.out.splitlines()


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (["--tag", "formts"], 'no article has the tag "formts"'),
        (["--section", "polcy"], 'no article has the section "polcy"'),
        (["--author", "Anna Lima"], 'no article has the author "Anna Lima"'),
    ],
)
def test_a_name_that_is_nobodys_is_told(ask, asked, told):
    ran = ask(*asked)

    assert (1, "") == (ran.code, ran.out)
    assert f"sitegen.toml: error: {told} [list/unknown-name]\n  hint: did you mean " in ran.err


def test_a_list_for_programs(ask):
    (soon,) = json.loads(ask("--scheduled", "--format", "json").out)

    assert {
        "path": "content/soon.md",
        "kind": "article",
        "title": "Soon",
        "state": "scheduled",
        "date": "2026-12-24T18:00:00+01:00",
        "updated": None,
        "section": "",
        "tags": ["GGUF"],
        "authors": ["The Weights"],
        "address": "/soon/",
        "words": 1,
    } == soon


def test_a_title_cannot_steer_the_terminal(sitegen, tmp_path):
    site = SiteBench(tmp_path / "site", SITE)
    site.edit("content/old.md", "title: Old", 'title: "O\\e[2Jld \\u202e"')

    assert "content/old.md  O\u241b[2Jld \ufffd" in sitegen("list", cwd=site.root).out
    assert "O\u241b[2Jld" in sitegen("related", "content/old.md", cwd=site.root).out


def test_nothing_is_an_empty_list(sitegen, tmp_path):
    site = SiteBench(tmp_path / "site", "-- sitegen.toml --\n[site]\ntitle = 'T'\nurl = 'https://news.example/'\n")

    assert ("", 0) == ((ran := sitegen("list", cwd=site.root)).out, ran.code)
    assert [] == json.loads(sitegen("list", "--format", "json", cwd=site.root).out)

"""`sitegen related` says what an article suggests and why, or where its text could link."""

import json

import pytest
from tests.kit.ice import ICE
from tests.kit.site import SiteBench


@pytest.fixture
def ask(sitegen, tmp_path):
    """Return what asks about an article of a site on ice."""
    site = SiteBench(tmp_path / "site", ICE)
    return lambda *arguments: sitegen("related", *arguments, "--now", "2026-12-01", cwd=site.root)


def test_suggestions_are_printed_with_their_reasons(ask):
    ran = ask("content/glacier.md")

    assert 0 == ran.code
    assert "content/glacier.md: Why glaciers melt" == ran.out.splitlines()[0]
    assert "Elbe Barrage opens  (content/news/barrage.md)\n    score 0." in ran.out
    assert "    its title here: Elbe Barrage 0." in ran.out
    assert "    this title there: glaciers melt 0." in ran.out


@pytest.mark.parametrize("name", ["glacier", "glacier.md", "content/glacier"])
def test_an_article_may_be_named_in_short(ask, name):
    assert "content/glacier.md: Why glaciers melt" == ask(name).out.splitlines()[0]


def test_what_is_no_relative_is_told_apart(ask):
    assert "no relative: it fills a place that is left over" in ask("content/other11.md").out


def test_suggestions_as_json(ask):
    told = json.loads(ask("content/glacier.md", "--format", "json").out)
    barrage = next(one for one in told["related"] if one["id"] == "news/barrage")

    assert ("glacier", [], [], False) == (told["id"], told["next"], told["kept_away"], barrage["pinned"])
    assert barrage["its_title_here"]["Elbe Barrage"] > 0
    assert barrage["score"] >= barrage["titles"] > 0


def test_phrases_that_could_link_are_printed_as_they_would_be_written(ask):
    lines = ask("--suggest-links", "content/glacier.md").out.splitlines()

    assert 'content/glacier.md:6:22: "Elbe Barrage" → Elbe Barrage opens' in lines
    assert "    [Elbe Barrage](news/barrage.md)" in lines


def test_phrases_that_could_link_as_json(ask):
    (found,) = json.loads(ask("--suggest-links", "--format", "json", "content/glacier.md").out)["links"]

    assert (6, 22, "Elbe Barrage", "news/barrage.md") == tuple(
        found[key] for key in ("line", "column", "phrase", "link")
    )


def test_nothing_to_link_says_so(ask):
    assert "No phrase" in ask("--suggest-links", "content/other1.md").out


def test_what_is_no_article_is_an_error(ask):
    ran = ask("content/nothing.md")

    assert (1, True) == (ran.code, "related/unknown" in ran.err)

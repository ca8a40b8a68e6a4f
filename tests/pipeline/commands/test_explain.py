"""What is remembered answers why; it is never changed by being asked."""

from contextlib import closing
from importlib import import_module
from pathlib import Path

import pytest
from tests.kit.site import SiteBench

from sitegen.base.diagnostics import Failure
from sitegen.engine.store import open_store
from sitegen.pipeline.commands.explain import explain, explain_template

SITE = """\
-- content/articles/a.md --
---
title: A
date: 2026-11-01
---
Text.
-- content/articles/b/index.md --
---
title: B
date: 2026-11-02
---
![Chart](chart.svg)
-- content/articles/b/chart.svg --
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"/>
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> SiteBench:
    """Two articles, built once, so leave them as they are."""
    return SiteBench(tmp_path_factory.mktemp("built") / "site", SITE).build()


@pytest.fixture
def site(tmp_path: Path) -> SiteBench:
    """Two articles, built."""
    return SiteBench(tmp_path / "site", SITE).build()


def test_a_page_says_its_kind_file_reason_and_questions(built: SiteBench) -> None:
    lines = explain(built.root, "/articles/a/")

    assert [
        "/articles/a/  (article)",
        "  file: articles/a/index.html",
        "  last made because: made for the first time",
    ] == lines[:3]
    assert lines[3].endswith(" questions:")
    assert "    content: articles/a" in lines


@pytest.mark.parametrize("name", ["content/articles/b/index.md", "content/articles/b/chart.svg"])
def test_a_file_says_what_it_went_into(built: SiteBench, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(built.root)
    lines = explain(built.root, name)

    assert lines[0].startswith(f"{name} went into ")
    assert any(line.startswith("  articles/b/index.html  (") for line in lines)


def test_a_feed_reads_the_front_matter_of_an_article(built: SiteBench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(built.root)

    assert "  feed.xml  (card, content, front)" in explain(built.root, "content/articles/a.md")


@pytest.mark.parametrize(
    ("target", "hint"),
    [
        ("/artcles/a/", 'did you mean "/articles/a/"?'),
        ("content/nothing.md", "name an address (/articles/x/), or a file of the output or of the content"),
    ],
)
def test_what_the_last_build_does_not_know_is_refused(built: SiteBench, target: str, hint: str) -> None:
    with pytest.raises(Failure) as caught:
        explain(built.root, target)

    assert [("explain/unknown", hint)] == [(found.code, found.hint) for found in caught.value.diagnostics]


def test_a_scheduled_article_says_when_it_appears(site: SiteBench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(site.root)
    site.write("sitegen.toml", '[site]\ntimezone = "Europe/Brussels"\n')
    site.write("content/articles/later.md", "---\ntitle: L\ndate: 2099-12-24 18:00\n---\nText.\n")
    site.build()

    for name in ("content/articles/later.md", "articles/later.md", "/articles/later/"):
        assert [
            "content/articles/later.md is not published yet, so the last build made no page of it",
            "  it appears with the first build after 2099-12-24 18:00 CET",
        ] == explain(site.root, name)


def test_a_draft_says_that_it_is_one(site: SiteBench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(site.root)
    site.write("content/articles/draft.md", "---\ntitle: D\ndate: 2026-11-03\ndraft: true\n---\nText.\n")
    site.build()

    assert [
        "content/articles/draft.md is a draft, so the last build made no page of it",
        "  to publish it, take `draft` out of its front matter, or the file out of _drafts/",
    ] == explain(site.root, "content/articles/draft.md")


def test_asking_changes_nothing(site: SiteBench) -> None:
    explain(site.root, "/articles/a/")

    assert () == site.build().report.written


def test_a_damaged_cache_knows_nothing(site: SiteBench) -> None:
    file = site.root / ".sitegen/build.sqlite"
    data, page = file.read_bytes(), 16384
    told = []
    for number in range(1, len(data) // page):
        file.write_bytes(data[: number * page] + b"\xff" * page + data[(number + 1) * page :])
        try:
            told.append(explain(site.root, "/articles/a/")[0])
        except Failure as failure:
            told += [found.code for found in failure.diagnostics]

    assert {"/articles/a/  (article)", "explain/unknown"} == set(told)


def test_while_a_build_writes_nobody_is_told_anything_wrong(site: SiteBench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sitegen.engine.store._PATIENCE", 0.0)
    monkeypatch.setattr(import_module("sitegen.pipeline.build"), "with_extensions", lambda *_: "1")
    file = site.root / ".sitegen/build.sqlite"
    with closing(open_store(file, "1")) as store:
        store.put("a", b"1")
        with pytest.raises(Failure) as caught:
            explain(site.root, "/articles/a/")
        store.commit()

    assert ["write/busy"] == [found.code for found in caught.value.diagnostics]
    with closing(open_store(file, "1")) as store:
        assert b"1" == store.get("a")


def test_a_template_says_its_rungs_and_what_it_sees(site: SiteBench) -> None:
    site.write("templates/article.html", '{% extends "article.html" %}')
    lines = explain_template(site.root, "article.html")

    assert ["article.html", "  templates/article.html  (rung: site)"] == lines[:2]
    assert "  article: ArticleView" in lines
    assert "  site.title: str" in lines


def test_a_template_may_be_named_without_its_suffix_or_by_its_file(
    site: SiteBench, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.write("templates/article.html", '{% extends "article.html" %}')
    monkeypatch.chdir(site.root)

    for written in ("article", "article.html", "templates/article.html"):
        assert "article.html" == explain_template(site.root, written)[0]


def test_a_template_that_no_rung_has_is_refused(built: SiteBench) -> None:
    with pytest.raises(Failure) as caught:
        explain_template(built.root, "artcle.html")

    assert ['did you mean "article.html"?'] == [found.hint for found in caught.value.diagnostics]


def test_a_file_is_found_however_the_accents_in_its_name_are_spelled(tmp_path: Path) -> None:
    """As the shell completes them."""
    site = SiteBench(tmp_path / "site")
    site.write("content/e\u0301.md", "---\ntitle: A\ndate: 2026-11-01\n---\nText.\n").build()

    assert explain(site.root, "content/e\u0301.md")[0].startswith("content/e\u0301.md went into ")

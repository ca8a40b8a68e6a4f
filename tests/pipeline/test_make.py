"""The whole walk: what is wrong keeps the last good site; what is asked for goes on without it."""

from pathlib import Path

import pytest
from tests.kit.compare import against_clean
from tests.kit.site import SiteBench

SITE = """\
-- content/a.md --
---
title: A
date: 2026-11-01
tags: [models]
---
Text.
-- content/b.md --
---
title: B
date: 2026-11-02
---
See [a file that is not there](gone.md).
"""
BROKEN = '{% extends "tag.html" %}{% block title %}{{ nobody }}{% endblock %}'


@pytest.fixture
def site(tmp_path: Path) -> SiteBench:
    """Two articles, with one warning."""
    return SiteBench(tmp_path / "site", SITE).build()


def test_errors_of_every_stage_are_told_at_once_and_the_last_good_site_stays(site: SiteBench) -> None:
    before = site.output()
    site.write("content/c.md", "---\ntitle: [\n---\n").write("templates/tag.html", BROKEN).build()

    assert (True, None, before) == (site.failed, site.report, site.output())
    assert ["parse/front-matter", "render/dead-link", "render/template-error"] == sorted(site.codes)


def test_going_on_leaves_out_what_is_wrong_and_says_so_every_time(site: SiteBench) -> None:
    site.write("content/c.md", "---\ntitle: [\n---\n").write("templates/tag.html", BROKEN).build(keep_going=True)
    codes = site.codes

    assert (True, True) == (site.failed, "a/index.html" in site.output())
    assert [] == [path for path in site.output() if path.startswith("c/") or path == "tags/models/index.html"]
    assert [] == against_clean(site, keep_going=True)
    assert codes == site.build(keep_going=True).codes


def test_mending_brings_it_back(site: SiteBench) -> None:
    before = site.output()
    site.write("templates/tag.html", BROKEN).build(keep_going=True)
    site.delete("templates/tag.html").build()

    assert before == site.output()


def test_a_strict_build_takes_warnings_for_errors(site: SiteBench) -> None:
    site.write("content/d.md", "---\ntitle: D\ndate: 2026-11-03\n---\nText.\n").build(strict=True)

    assert (True, None, ["render/dead-link"]) == (site.failed, site.report, site.codes)
    assert "d/index.html" not in site.output()


def test_a_strict_build_with_nothing_to_do_fails_as_well(site: SiteBench) -> None:
    assert (True, None, ["render/dead-link"]) == (site.build(strict=True).failed, site.report, site.codes)


def test_what_is_ignored_is_told_again_when_it_is_not(site: SiteBench) -> None:
    """No page is made for that."""
    settings = (site.root / "sitegen.toml").read_text()
    site.write("sitegen.toml", settings + '[build]\nignore_warnings = ["render/dead-link"]\n').build(strict=True)
    assert (False, [], ()) == (site.failed, site.codes, site.report.written)

    site.write("sitegen.toml", settings).build()
    assert (["render/dead-link"], ()) == (site.codes, site.report.written)


def test_an_output_folder_that_was_emptied_is_filled_again(site: SiteBench) -> None:
    before = site.output()
    site.delete("output").build()

    assert before == site.output()


def test_settings_that_pages_read_make_every_page_again(site: SiteBench) -> None:
    site.write("sitegen.toml", '[site]\ntitle = "Other"\n').build()

    assert ["404.html", "a/index.html", "index.html"] == sorted(
        {"404.html", "a/index.html", "index.html"} & set(site.report.written)
    )
    assert [] == against_clean(site)

"""The door for other programs: `import sitegen`."""

import subprocess
import sys
from datetime import UTC, datetime

import pytest
from tests.kit.site import SiteBench

import sitegen

SITE = """\
-- sitegen.toml --
[site]
title = "The Weights"
url = "https://news.example/"
-- content/a.md --
---
title: Weights
date: 2026-11-01
---
Text.
"""
NOW = datetime(2026, 12, 1, tzinfo=UTC)


def test_a_program_builds_a_site(tmp_path):
    site = SiteBench(tmp_path / "site", SITE)

    report = sitegen.build(str(site.root), sitegen.Flags(now=NOW, workers=1))

    assert (1, True) == (report.articles, isinstance(report, sitegen.Report))
    assert (site.root / "output/a/index.html").is_file()


def test_a_program_gets_every_mistake_as_a_value(tmp_path):
    site = SiteBench(tmp_path / "site", SITE).edit("content/a.md", "date: 2026-11-01", "date: soon")

    with pytest.raises(sitegen.Failure) as caught:
        sitegen.build(site.root, sitegen.Flags(now=NOW, workers=1))

    (found,) = caught.value.diagnostics
    assert ("parse/bad-date", sitegen.Span("content/a.md", 3, 7, 4)) == (found.code, found.span)


def test_every_name_that_is_promised_is_there():
    assert [] == [name for name in sitegen.__all__ if not hasattr(sitegen, name)]
    with pytest.raises(AttributeError, match="module 'sitegen' has no attribute 'biuld'"):
        getattr(sitegen, "biuld")  # noqa: B009  (a type checker would see it)


def test_nothing_is_loaded_before_it_is_asked_for():
    program = "import sys, sitegen; print([name for name in sys.modules if name.startswith('sitegen.')])"

    assert "[]\n" == subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout

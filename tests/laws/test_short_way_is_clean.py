"""Law 1 where it is easiest to break: edits of texts and of templates take a short way, and end where a walk ends."""

import os
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from tests.kit.compare import against_clean
from tests.kit.edits import Writer, related_as_on_a_large_site
from tests.kit.site import Preview, SiteBench

# Shared out among the four kinds of site below.
_EDITS = int(os.environ.get("SITEGEN_EDITS", "160")) // 4
_SEEDS = range(int(os.environ.get("SITEGEN_SEEDS", "2")))

# With suggestions and without: whatever suggests must not hide what else goes wrong.
SITES = {"related": "", "alone": "\n[related]\ncount = 0\n"}


@pytest.mark.timeout(0)
@pytest.mark.parametrize("site", SITES)
@pytest.mark.parametrize("kind", [SiteBench, Preview])
@pytest.mark.parametrize("seed", _SEEDS)
def test_texts_end_in_the_site_of_a_clean_build(
    seed: int, kind: type[SiteBench], site: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whichever way a build took."""
    if seed % 2:
        related_as_on_a_large_site(monkeypatch)
    ways = watch(monkeypatch)
    bench = kind(tmp_path / "edited", PUBLICATION + SITES[site] + SOURCES)
    writer = Writer(bench, seed)
    bench.build(**writer.flags)
    for number in range(_EDITS):
        edit = writer.step()
        bench.build(**writer.flags)
        way = ways[-1:]
        story = f"seed {seed}, edit {number}: {edit}\nlately: {writer.log[-5:]}\nflags: {writer.flags}, short: {way}"

        assert [] == against_clean(bench, **writer.flags), story

    assert site == "related" or sum(map(bool, ways)) > _EDITS / 10, "hardly any build went a short way"


def watch(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that grows with every build that was not a no-op: the short way that it went, or an empty word."""
    ways: list[str] = []

    def watch_one(name: str) -> None:
        module = import_module(f"sitegen.pipeline.shortcuts.{name}")
        real = getattr(module, name)

        def watched(*arguments: Any) -> Any:
            report = real(*arguments)
            if name == "touch":
                ways.append("")
            ways[-1] = name if report else ways[-1]
            return report

        monkeypatch.setattr(module, name, watched)

    watch_one("touch")
    watch_one("restyle")
    return ways


PUBLICATION = """\
-- sitegen.toml --
theme = "plain"

[site]
title = "The Weights"
url = "https://news.example/"
timezone = "Europe/Berlin"
author = "News Desk"

[build]
page_size = 4

[images]
cards = false
"""
SOURCES = """\
-- themes/plain/theme.toml --
extends = "default"
-- themes/plain/templates/article.html --
{% extends "article.html" %}
-- content/authors/policy-desk.md --
---
name: Policy Desk
kind: Organization
---
The desk that reads laws.
-- content/pages/about.md --
---
title: About
---
We write about [weights](../articles/a0.md).
-- content/chart.svg --
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0h10v10H0z"/></svg>
"""

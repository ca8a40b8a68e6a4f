"""`[feeds] formats`: no page, list or file names a feed that is not published."""

import pytest

ARCHIVE = """\
-- sitegen.toml --
[site]
title = "The Weights"
url = "https://news.example/"

[feeds]
formats = {formats}
-- content/a.md --
---
title: Alpha
date: 2026-11-20
tags: [models]
section: news
---
Text.
"""
NAMES = {"rss": "feed.xml", "atom": "atom.xml", "json": "feed.json"}


@pytest.mark.parametrize("formats", [["rss"], ["atom", "rss"], ["json"], ["rss", "atom", "json"]])
def test_only_the_formats_that_are_asked_for_are_published_and_named(publish, formats):
    site = publish(ARCHIVE.format(formats=formats))
    paths = [output.path for output in site.routes.outputs]
    others = [file for name, file in NAMES.items() if name not in formats]
    told = "\n".join(site.html(path) for path in paths if path.endswith((".html", ".opml")) or path.startswith("api/"))

    assert [NAMES[name] in paths and f"tags/models/{NAMES[name]}" in paths for name in formats] == [True] * len(formats)
    assert [] == [path for path in paths if path.endswith(tuple(others))]
    assert [] == [file for file in others if file in told]


def test_a_list_of_feeds_names_the_first_format(publish):
    site = publish(ARCHIVE.format(formats=["atom", "rss"]))

    assert 'xmlUrl="https://news.example/tags/models/atom.xml"' in site.html("feeds.opml")
    assert "https://news.example/tags/models/atom.xml" == site.json("api/tags.json")["tags"][0]["feed"]

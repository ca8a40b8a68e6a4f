"""A link with the full URL of a page that this site does not have is told."""

import pytest
from tests.kit.site import NOW

from sitegen.model.config import Flags
from sitegen.pipeline import check

SITE = """
-- sitegen.toml --
[site]
title = "T"
url = "https://news.example/daily/"
author = "Desk"
-- content/articles/a.md --
---
title: Weights
date: 2026-11-01
description: D
---
One line.

{text}
-- content/articles/b.md --
---
title: Licences
date: 2026-11-02
description: D
aliases: [/old/licences/]
---
[a](a.md)
-- content/articles/draft.md --
---
title: Draft
date: 2026-11-02
draft: true
---
"""


@pytest.fixture
def told(bench):
    def look(text):
        report = check(bench(SITE.replace("{text}", text)).root, Flags(now=NOW, workers=1))
        return [found for found in report.diagnostics if found.code.startswith("check/")]

    return look


@pytest.mark.parametrize(
    "url",
    [
        "https://news.example/daily/articles/b/",
        "http://NEWS.example/daily/articles/b",
        "https://news.example/daily/articles/b/?utm_source=mail#top",
        "https://news.example/daily/articles/b/index.html",
        "https://news.example/daily/old/licences/",
        "https://news.example/daily/feed.xml",
        "https://news.example/daily/",
        "https://news.example/daily",
        "https://news.example/daily/shop/",
        "https://news.example/daily/shop/bag/",
        "https://news.example/daily/2025/b/",
        "https://news.example/articles/gone/",
        "https://other.example/daily/articles/gone/",
        "https://[news.example/",
    ],
)
def test_what_is_there_and_what_may_be_another_programs_is_not(told, url):
    assert "check/dead-url" not in {found.code for found in told(f"See [this]({url}).\n\nAnd [b](b.md).")}


@pytest.mark.parametrize(
    ("url", "hint"),
    [
        ("https://news.example/daily/articles/bb/", "correct the address, or take the link out"),
        ("https://news.example/daily/old/licenses?a=1&b=2#x", 'did you mean "/old/licences/"?'),
    ],
)
def test_what_would_stand_in_a_folder_of_this_site_is(told, url, hint):
    found = told(f"See [this]({url}).\n\nAnd [b](b.md).")

    assert [("content/articles/a.md", 8, 12, f'"{url}" leads nowhere', hint)] == [
        (one.span.path, one.span.line, one.span.column, one.message, one.hint) for one in found
    ]


def test_a_draft_is_named(told):
    found = told("[b](b.md), [soon](https://news.example/daily/articles/draft/)")

    assert ['"https://news.example/daily/articles/draft/" leads to an article that is a draft'] == [
        one.message for one in found
    ]


def test_one_that_stands_there_twice_is_told_once_and_not_where_a_longer_one_stands(told):
    url = "https://news.example/daily/articles/bb"
    found = told(f"[One]({url}bb/), [two]({url}), [three]({url}) and [b](b.md).")

    assert [(8, 7, f"{url}bb/"), (8, 57, url)] == [
        (one.span.line, one.span.column, one.message.split('"')[1]) for one in found
    ]


def test_an_address_with_an_ending_is_one_of_a_page(bench):
    site = SITE.replace('title = "T"', 'title = "T"\npermalink = "/:year/:slug.html"')
    text = "[b](b.md), [gone](https://news.example/daily/2026/bb.html)"
    report = check(bench(site.replace("{text}", text)).root, Flags(now=NOW, workers=1))

    assert ["correct the address, or take the link out"] == [
        found.hint for found in report.diagnostics if found.code == "check/dead-url"
    ]

"""News are the articles of the last two days that search engines may list under their own address."""

import pytest
from tests.kit.nouns import article, config, inputs

from sitegen.link import link
from sitegen.model.config import SiteSettings


def news(*articles):
    """Return the news at noon of 20 November 2026."""
    settings = config(site=SiteSettings(url="https://news.example/repo/"))
    return link(articles, inputs(articles), settings).lists["news"]


def test_news_are_counted_from_the_clock_of_the_build():
    old, new, newest = (
        article(name, date=date) for name, date in (("a", "2026-11-18"), ("b", "2026-11-19"), ("c", "2026-11-20"))
    )

    assert ("c", "b") == news(old, new, newest)


@pytest.mark.parametrize(
    ("front", "listed"),
    [
        ({"noindex": True}, False),
        ({"canonical": "https://other.example/x/"}, False),
        ({"canonical": "https://news.example/repo/über/"}, True),
        ({"canonical": "no address"}, True),
    ],
)
def test_what_is_hidden_or_stands_elsewhere_is_none(front, listed):
    assert (("über",) if listed else ()) == news(article("über", date="2026-11-20", **front))

import pytest
from tests.kit.nouns import article, linked

from sitegen.model.config import FeedQuery, FeedSettings, TagSettings


def test_feeds_cover_the_site_and_every_term_that_has_articles():
    site = linked(article("policy/a", tags=("AI",), authors=("Jane",), series="Chips"))

    assert [(key, folder) for key, folder, _ in site.feeds] == [
        ("home", "/"),
        ("section:policy", "/sections/policy/"),
        ("tag:ai", "/tags/ai/"),
        ("author:jane", "/authors/jane/"),
        ("series:chips", "/series/chips/"),
    ]
    assert site.feeds[2][2] == "AI · A publication"


def test_feeds_of_a_kind_can_be_switched_off():
    site = linked(article("a", tags=("AI",), authors=("Jane",)), feeds=FeedSettings(tags=False, authors=False))

    assert [key for key, _, _ in site.feeds] == ["home"]


def test_a_query_lists_what_has_all_that_it_names():
    query = FeedQuery("law", sections=("Policy", "analysis"), tags=("Open Weights",))
    site = linked(
        article("a", section="policy", tags=("open-weights", "x"), date="2026-01-01"),
        article("b", section="analysis", tags=("open weights",), date="2026-01-02"),
        article("c", section="policy"),
        article("d", tags=("open-weights",)),
        feeds=FeedSettings(query=(query,)),
    )

    assert site.lists["feed:law"] == ("b", "a")
    assert site.feeds[-1] == ("feed:law", "/feeds/law/", "law · A publication")
    assert site.diagnostics == ()


def test_a_query_for_a_tag_lists_what_stands_below_it_as_well():
    site = linked(
        article("a", tags=("gguf",)),
        article("b", tags=("other",)),
        tags={"gguf": TagSettings(parent="formats"), "formats": TagSettings()},
        feeds=FeedSettings(query=(FeedQuery("x", tags=("formats",)),)),
    )

    assert site.lists["feed:x"] == ("a",)
    assert site.diagnostics == ()


@pytest.mark.parametrize("name", ["formats", "Formats", "File formats", "Kinds"])
def test_a_query_may_name_a_tag_by_its_title_or_an_alias_that_no_article_writes(name):
    site = linked(
        article("a", tags=("formats",)),
        tags={"formats": TagSettings(title="File formats", aliases=("kinds",))},
        feeds=FeedSettings(query=(FeedQuery("x", tags=(name,)),)),
    )

    assert (("a",), ()) == (site.lists["feed:x"], site.diagnostics)


def test_a_query_for_a_name_that_nobody_uses_is_told():
    site = linked(article("a"), feeds=FeedSettings(query=(FeedQuery("x", tags=("nothing",)),)))

    assert [(d.code, d.span.path) for d in site.diagnostics] == [("link/unknown-name", "sitegen.toml")]

import pytest

from sitegen.base.noun import replace
from sitegen.render.machines.channel import channel_of


@pytest.mark.parametrize(
    ("path", "title", "description"),
    [
        ("feed.xml", "The Weights", "News of open AI."),
        ("tags/health/feed.xml", "health · The Weights", "All articles of The Weights tagged “health”."),
        ("series/chips/feed.xml", "Chips · The Weights", "The newest parts of the series Chips on The Weights."),
        ("feeds/health-policy/atom.xml", "Health policy", "Health policy"),
    ],
)
def test_a_feed_says_what_its_list_is(desk, path, title, description):
    channel = channel_of(desk.pages[path], (), desk.view(), desk.press)

    assert (title, description) == (channel.title, channel.description)


def test_a_feed_names_the_page_of_its_list_and_itself(desk):
    channel = channel_of(desk.pages["tags/health/feed.json"], (), desk.view(), desk.press)

    assert ("https://news.example/repo/tags/health/", "https://news.example/repo/tags/health/feed.json") == (
        channel.home,
        channel.own,
    )


def test_a_feed_at_an_old_address_says_where_it_stands_now(desk):
    old = replace(desk.pages["feed.xml"], path="index.xml", address="/index.xml")

    assert "https://news.example/repo/feed.xml" == channel_of(old, (), desk.view(), desk.press).own


def test_the_page_of_a_query_is_the_home_page(desk):
    channel = channel_of(desk.pages["feeds/health-policy/feed.xml"], (), desk.view(), desk.press)

    assert "https://news.example/repo/" == channel.home

from sitegen.model.context import FeedLink, Link
from sitegen.render.pages.cards import card_view, card_views, feed_links, term_view


def test_a_card_is_ready_to_print(desk):
    card = card_view("articles/open", desk.view(), desk.press)

    assert ("/repo/articles/open/", "What hospitals gain.", "published") == (card.href, card.summary, card.status)
    assert (
        Link("Jane Doe", "/repo/authors/jane-doe/"),
        Link("Policy Desk", "/repo/authors/policy-desk/"),
    ) == card.authors
    assert Link("Analysis", "/repo/sections/analysis/") == card.section
    assert (1600, "A hospital ward") == (card.image.width, card.image.alt)


def test_what_is_not_published_has_no_card(desk):
    assert ("Second", "Third") == tuple(
        card.title
        for card in card_views(("articles/second", "articles/draft", "articles/third"), desk.view(), desk.press)
    )


def test_the_feeds_of_a_list_in_all_formats(desk):
    assert (
        FeedLink("health · The Weights (RSS)", "/repo/tags/health/feed.xml", "application/rss+xml"),
        FeedLink("health · The Weights (Atom)", "/repo/tags/health/atom.xml", "application/atom+xml"),
        FeedLink("health · The Weights (JSON Feed)", "/repo/tags/health/feed.json", "application/feed+json"),
    ) == feed_links("tag:health", desk.view())
    assert () == feed_links("tag:nope", desk.view())


def test_a_term_has_its_count(desk):
    term = term_view(desk.view().term("tag:health"), desk.view())

    assert ("health", "/repo/tags/health/", 2, 3) == (term.name, term.href, term.count, len(term.feeds))

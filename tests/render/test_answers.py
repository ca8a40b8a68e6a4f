from datetime import datetime

import pytest
from tests.kit.nouns import config

TWIN = "-- content/{a}.md --\n---\ntitle: {title}\ndate: {date}\n---\n{text}\n"


def test_a_page_is_found_as_a_host_serves_it(desk):
    view = desk.view()

    assert [True, True, True, True, False, False] == [
        view.served(address) for address in ("/", "/about/", "/404", "/feed.xml", "/articles/draft/", "/nope/")
    ]
    assert ("articles/open", "") == (view.owner("/articles/open/"), view.owner("/tags/health/"))


def test_an_article_has_its_anchors(desk):
    assert {"a-part"} <= desk.view().anchors("articles/second")
    assert frozenset() == desk.view().anchors("nope")


def test_a_list_is_asked_for_by_stretches(desk):
    view = desk.view()

    assert ("articles/second", "articles/third") == view.ids("home", 1, 3)
    assert ("pages/about",) == view.ids("pages")
    assert () == view.ids("tag:nope")


def test_names_have_no_counts(desk):
    view = desk.view()

    assert (("analysis", "Analysis", "/sections/analysis/"), ("policy", "Policy", "/sections/policy/")) == view.names(
        "section"
    )
    assert (("pages/about", "About us", "/about/"),) == view.names("page")


def test_an_author_may_have_a_profile(desk):
    assert ("authors/jane-doe", "") == (desk.view().profile("jane-doe"), desk.view().profile("the-weights"))


def test_a_list_may_have_a_feed(desk):
    assert ("/tags/health/", "health · The Weights") == desk.view().feed("tag:health")
    assert desk.view().feed("tag:nope") is None


def test_pages_that_must_be_told_apart(publish):
    site = publish(
        TWIN.format(a="a", title="T", date="2026-11-01", text="Same.")
        + TWIN.format(a="b", title="T", date="2026-11-02", text="Other.")
        + TWIN.format(a="c", title="U", date="2026-11-02", text="Same.")
        + TWIN.format(a="d", title="V", date="2026-11-02 08:00", text="More.")
        + TWIN.format(a="e", title="V", date="2026-11-02 09:00", text="Less.")
    )

    assert [(1, 1), (1, 0), (0, 1), (2, 0), (2, 0)] == [site.view().shared(ident) for ident in "abcde"]
    assert (0, 0) == site.view().shared("nope")


def test_lists_say_when_they_last_changed(desk):
    changed = dict(desk.view().listings())

    assert desk.site.cards["articles/open"].updated == changed["/"] == changed["/tags/health/"]
    assert datetime(2025, 1, 1, tzinfo=config().now.tzinfo).year == changed["/archive/2025/"].year
    assert not {"/404.html", "/search/", "/old/third/", "/articles/open/"} & changed.keys()


def test_a_hint_names_what_is_there(desk):
    assert "articles/second.md" == desk.view().nearest("articles/secnod.md")
    assert "articles/ward.png" == desk.view().nearest_image("articles/wrad.png")
    assert "" == desk.view().nearest_image("articles/secnod.md")


@pytest.mark.parametrize("question", [("nobody", "knows"), ("nobody",)])
def test_a_question_that_nobody_knows_is_a_mistake_of_ours(desk, question):
    with pytest.raises(KeyError):
        desk.answers.answer(question)

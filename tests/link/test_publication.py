from datetime import UTC, datetime, timedelta

import pytest
from tests.kit.nouns import article, config, inputs

from sitegen.base.noun import replace
from sitegen.link import link
from sitegen.link.publication import holds_until
from sitegen.model.config import BuildSettings
from sitegen.model.output import NEWS

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)

EVERYTHING = (
    article("articles/out", date="2026-11-01"),
    article("articles/later", date="2026-12-01"),
    article("articles/draft", draft=True),
    article("articles/broken", sound=False),
    article("pages/about", kind="page", date=None),
    article("pages/soon", kind="page", date=None, draft=True),
)


def reasons(site):
    return {hidden.id: hidden.reason for hidden in site.hidden}


def test_only_what_is_sound_and_due_is_published():
    site = link(EVERYTHING, inputs(EVERYTHING), config())

    assert set(site.cards) == {"articles/out", "pages/about"}
    assert reasons(site) == {
        "articles/broken": "unsound",
        "articles/draft": "draft",
        "articles/later": "scheduled",
        "pages/soon": "draft",
    }


def test_hidden_articles_appear_in_no_list_and_have_no_address():
    site = link(EVERYTHING, inputs(EVERYTHING), config())

    assert site.lists["home"] == ("articles/out",)
    assert set(site.addresses) == {"articles/out.md", "pages/about.md"}


def test_a_preview_shows_drafts_and_scheduled_articles_with_their_status():
    preview = config(build=BuildSettings(drafts=True), future=True)

    site = link(EVERYTHING, inputs(EVERYTHING), preview)

    assert {card.id: card.status for card in site.cards.values()} == {
        "articles/out": "published",
        "articles/later": "scheduled",
        "articles/draft": "draft",
        "pages/about": "published",
        "pages/soon": "draft",
    }
    assert reasons(site) == {"articles/broken": "unsound"}


def test_a_draft_without_a_date_is_a_draft_that_no_preview_shows():
    undated = article("articles/undated", draft=True, date=None)

    site = link((undated,), inputs((undated,)), config(build=BuildSettings(drafts=True)))

    assert ({}, {"articles/undated": "draft"}) == (site.cards, reasons(site))


def test_an_article_is_out_in_the_very_minute_of_its_date():
    due = article("articles/due", date="2026-11-20 12:00")

    site = link((due,), inputs((due,)), config())

    assert "articles/due" in site.cards


def test_the_order_of_the_articles_does_not_matter():
    forward = link(EVERYTHING, inputs(EVERYTHING), config())
    backward = link(EVERYTHING[::-1], inputs(EVERYTHING), config())

    assert forward == replace(backward)


def test_of_two_articles_at_one_address_the_second_is_left_out_and_both_are_named():
    articles = (
        article("pages/a", kind="page", date=None, path="x"),
        article("articles/b", path="/x/"),
        article("articles/c", path="x"),
    )
    site = link(articles, inputs(articles), config())

    assert site.lists["home"] == ("articles/b",)
    assert reasons(site) == {"articles/c": "unsound", "pages/a": "unsound"}
    assert [(found.code, found.message) for found in site.diagnostics] == [
        (
            "route/same-path",
            "content/articles/c.md and content/articles/b.md would both be published at /x/",
        ),
        ("route/same-path", "content/pages/a.md and content/articles/b.md would both be published at /x/"),
    ]


def test_an_article_that_lies_at_an_address_stands_there_before_one_that_asks_for_it():
    articles = (article("a", slug="b"), article("b"))
    site = link(articles, inputs(articles), config())

    assert reasons(site) == {"a": "unsound"}
    assert [found.message for found in site.diagnostics] == [
        "content/a.md and content/b.md would both be published at /b/"
    ]


def change(*dates: str, **settings: object) -> datetime | None:
    """Return when a site with articles of these dates changes next."""
    articles = tuple(article(f"a{number}", date=date) for number, date in enumerate(dates))
    conf = config(now=NOON, **settings)
    return holds_until(link(articles, inputs(articles), conf), conf)


@pytest.mark.parametrize(
    ("dates", "when"),
    [
        ((), None),
        (("2026-01-01",), None),
        (("2026-11-20T09:00",), datetime(2026, 11, 22, 9, tzinfo=UTC)),
        (("2026-12-24T09:00", "2026-12-31"), datetime(2026, 12, 24, 9, tzinfo=UTC)),
        (("2026-11-20T09:00", "2026-11-21T00:00"), datetime(2026, 11, 21, tzinfo=UTC)),
        (("2026-11-19T10:00", "2026-11-20T09:00", "2026-01-01"), datetime(2026, 11, 21, 10, tzinfo=UTC)),
    ],
)
def test_the_next_moment_is_an_embargo_or_news_of_two_days(dates: tuple[str, ...], when: datetime | None) -> None:
    assert when == change(*dates)


def test_a_preview_changes_when_what_is_scheduled_comes_out() -> None:
    """It is there before, and says that it is scheduled."""
    assert datetime(2026, 12, 24, 9, tzinfo=UTC) == change("2026-12-24T09:00", future=True)


def test_a_draft_never_comes_out_by_itself() -> None:
    draft = article("a", date="2026-12-24", draft=True)

    assert None is holds_until(link((draft,), inputs((draft,)), config(now=NOON)), config(now=NOON))


def test_what_has_just_grown_old_changes_nothing_more() -> None:
    conf = config(now=NOON)
    grown = replace(article("a"), meta=replace(article("a").meta, date=NOON - NEWS))

    assert None is holds_until(link((grown,), inputs((grown,)), conf), conf)
    assert timedelta(days=2) == NEWS

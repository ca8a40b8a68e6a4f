"""The same sources make another site when an embargo ends or news grow old."""

from datetime import UTC, datetime, timedelta

import pytest
from tests.kit.nouns import article, config, inputs

from sitegen.base.noun import replace
from sitegen.link import link
from sitegen.model.output import NEWS
from sitegen.pipeline.clock import next_change

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)


def change(*dates: str, **settings: object) -> datetime | None:
    """Return when a site with articles of these dates changes next."""
    articles = tuple(article(f"a{number}", date=date) for number, date in enumerate(dates))
    conf = config(now=NOW, **settings)
    return next_change(link(articles, inputs(articles), conf), conf)


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

    assert None is next_change(link((draft,), inputs((draft,)), config(now=NOW)), config(now=NOW))


def test_what_has_just_grown_old_changes_nothing_more() -> None:
    conf = config(now=NOW)
    grown = replace(article("a"), meta=replace(article("a").meta, date=NOW - NEWS))

    assert None is next_change(link((grown,), inputs((grown,)), conf), conf)
    assert timedelta(days=2) == NEWS

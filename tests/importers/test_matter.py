"""What is known of articles and the site becomes front matter and a configuration."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from tests.kit.parsing import read

from sitegen.importers.matter import article_matter, configuration, zone_of
from sitegen.importers.nouns import Export, Post, Text
from sitegen.importers.places import Place

BERLIN = ZoneInfo("Europe/Berlin")


def matter(date, zone=BERLIN, **fields):
    post = Post("1", "article", "T", "t", "", date, lambda: Text(""), **fields)
    return article_matter(post, Place("content/articles/t.md"), zone, {"title": "T", "authors": "", "image": ""})


def clocks(zone):
    moments = (datetime(2024, month, 5, 12, tzinfo=UTC) for month in range(1, 13))
    pairs = ((each.astimezone(ZoneInfo(zone)), each) for each in moments)
    return Counter({(f"{here:%Y-%m-%d %H:%M:%S}", f"{utc:%Y-%m-%d %H:%M:%S}"): 1 for here, utc in pairs})


@pytest.mark.parametrize(
    ("zone", "local", "found"),
    [
        ("Europe/Berlin", "Europe/Paris", "Europe/Paris"),
        ("Europe/Berlin", "America/Lima", "Europe/Berlin"),
        ("Asia/Kolkata", "UTC", "Asia/Kolkata"),
        ("UTC", "Europe/Lisbon", "UTC"),
    ],
)
def test_the_zone_is_one_that_fits_the_times(zone, local, found):
    assert found == zone_of(Export("WordPress", clocks=clocks(zone)), local)


def test_a_zone_that_is_said_counts():
    assert "Asia/Tokyo" == zone_of(Export("Ghost", zone="Asia/Tokyo"), "UTC")
    assert "Europe/Oslo" == zone_of(Export("WordPress"), "Europe/Oslo")


def test_a_zone_that_is_none_is_told():
    export = Export("Ghost", zone="GMT+3")

    assert "Europe/Oslo" == zone_of(export, "Europe/Oslo")
    assert ["the export says that its time zone is GMT+3, which is none; Europe/Oslo is taken"] == [
        found.message for found in export.damage
    ]


@pytest.mark.parametrize(
    "moment",
    [
        datetime(2024, 5, 3, 9, tzinfo=UTC),
        datetime(2024, 5, 3, 9, 0, 7, tzinfo=UTC),
        datetime(2024, 10, 27, 0, 30, tzinfo=UTC),
        datetime(2024, 10, 27, 1, 30, tzinfo=UTC),
    ],
)
def test_a_date_is_the_same_moment_when_it_is_read(moment):
    assert moment == read(matter(moment) + "\nText.\n").article.meta.date.astimezone(UTC)


def test_a_time_that_no_clock_showed_is_an_hour_later():
    assert "date: 2024-03-31 03:30\n" in matter(datetime(2024, 3, 31, 2, 30))


def test_an_update_of_the_same_day_is_none():
    first = datetime(2024, 5, 3, 9, tzinfo=UTC)

    assert "updated" not in matter(first, updated=first + timedelta(hours=9))
    assert "updated: 2024-05-04 11:00\n" in matter(first, updated=first + timedelta(days=1))


def test_names_with_signs_are_read_as_they_were():
    tags = ("C#", "yes", "a, b", "2024", 'He said: "x"')
    meta = read(matter(datetime(2024, 5, 3, tzinfo=UTC), tags=tags, section="[x] & y") + "\nText.\n").article.meta

    assert (tags, "[x] & y") == (meta.tags, meta.section)


def test_a_configuration_without_an_address():
    assert '[site]\ntitle = "A \\"B\\""\nurl = "http://localhost:8000/"\ntimezone = "UTC"\n' == configuration(
        Export("Ghost", title='A "B"'), "UTC", "", {}
    )

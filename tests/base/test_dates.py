"""Written dates become moments."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from sitegen.base.dates import DateError, at_midnight, date_in_path, place_date, read_date

BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(
    "written",
    [
        "2026-11-20",
        "2026/11/20",
        "2026.11.20",
        "20261120",
        "2026-11-20 00:00",
        "2026-11-20T00:00:00",
        "Nov 20 2026",
        "November 20, 2026",
        "November 20th, 2026",
        "20 Nov 2026",
        "20. November 2026",
        "20 de noviembre de 2026",
        "20.11.2026",
        "20/11/2026",
        "11/20/2026",
        "Fri, 20 Nov 2026",
        "Fri, 20 Nov 2026 00:00:00 +0100",
        "2026-11-19T23:00:00Z",
        "2026-11-20 12:00 am",
        "2026-11-20 00:00 CET",
        "2026-11-20 00:00 Europe/Berlin",
        " 2026-11-20 ",
    ],
)
def test_every_unambiguous_spelling_is_read(written):
    assert "2026-11-20T00:00:00+01:00" == read_date(written, BERLIN).isoformat()


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2026-11-20 09:30", "2026-11-20T09:30:00+01:00"),
        ("2026-11-20 9:30pm", "2026-11-20T21:30:00+01:00"),
        ("2026-11-20T09:30:15.250Z", "2026-11-20T10:30:15.250000+01:00"),
        ("2026-07-01T09:30-04:00", "2026-07-01T15:30:00+02:00"),
        ("Mon, 06 Jul 2026 14:00:00 GMT", "2026-07-06T16:00:00+02:00"),
    ],
)
def test_a_time_is_in_the_sites_zone_unless_it_names_another(written, expected):
    assert expected == read_date(written, BERLIN).isoformat()


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("2026-02-30", "no day 30"),
        ("2026-13-01", "no month 13"),
        ("02/03/2026", "two ways"),
        ("2026-11-20 25:00", "no such time"),
        ("2026-03-29 02:30", "does not exist in Europe/Berlin"),
        ("2026-11-20 at noon", "goes on after the date"),
        ("soon", "is not a date"),
        ("", "is not a date"),
        ("2026-11-20 09:00 +25:00", "impossible offset"),
        ("2026-11-20 09:00 Mars/Olympus", "unknown time zone"),
        ("0001-01-01 00:00 +14:00", "outside the years"),
    ],
)
def test_what_is_no_date_is_refused_with_a_remedy(written, why):
    with pytest.raises(DateError, match=why) as caught:
        read_date(written, BERLIN)

    assert caught.value.hint


def test_a_day_begins_when_the_clocks_say_so():
    # In 2026 the clocks of Cairo go from 23:59 to 01:00 on 24 April.
    assert "2026-04-24T01:00:00+03:00" == at_midnight(date(2026, 4, 24), ZoneInfo("Africa/Cairo")).isoformat()
    assert "2026-04-24T00:00:00+02:00" == at_midnight(date(2026, 4, 24), BERLIN).isoformat()


def test_a_time_without_a_zone_is_placed_in_the_sites():
    assert "2026-11-20T09:00:00+01:00" == place_date(datetime(2026, 11, 20, 9), BERLIN).isoformat()


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("2017/03/16/lang-ergonomics", date(2017, 3, 16)),
        ("blog/2017-03-16-a-post.md", date(2017, 3, 16)),
        ("2017_03_16_a.md", date(2017, 3, 16)),
        ("2017-13-40-a.md", None),
        ("version-2017-03-16.md", None),
        ("a/b.md", None),
    ],
)
def test_a_path_can_carry_the_date(path, expected):
    assert expected == date_in_path(path)

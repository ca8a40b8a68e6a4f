"""Written dates become moments."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from sitegen.base.dates import DateError, at_midnight, date_in_path, day_in, read_date

BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-11-20", "2026-11-20T00:00:00+01:00"),
        ("2026-11-20 09:00", "2026-11-20T09:00:00+01:00"),
        ("2026-07-01T09:00:30", "2026-07-01T09:00:30+02:00"),
        ("2026-11-20T09:00:00Z", "2026-11-20T10:00:00+01:00"),
        ("2026-11-20 09:00 +0530", "2026-11-20T04:30:00+01:00"),
        ("2026-11-20 09:00:00.5-05:00", "2026-11-20T15:00:00.500000+01:00"),
        ("2026-11-20 09:00:00 -5", "2026-11-20T15:00:00+01:00"),
        ("2026-11-20 09:00 UTC-05:00", "2026-11-20T15:00:00+01:00"),
        ("2026-11-20 09:00.", "2026-11-20T09:00:00+01:00"),
        ("2026-11-20 09:00 America/New_York", "2026-11-20T15:00:00+01:00"),
        ("2026-11-20 9:30 pm", "2026-11-20T21:30:00+01:00"),
        ("2026-11-20 12:05 a.m.", "2026-11-20T00:05:00+01:00"),
        ("Nov. 20, 2026, 6:00 a.m. ET", "2026-11-20T12:00:00+01:00"),
        ("July 1, 2026 at 6:00 p.m. PT", "2026-07-02T03:00:00+02:00"),
        ("20261120", "2026-11-20T00:00:00+01:00"),
        ("2026/11/20", "2026-11-20T00:00:00+01:00"),
        ("2026.1.2", "2026-01-02T00:00:00+01:00"),
        ("Mar 28 2023", "2023-03-28T00:00:00+02:00"),
        ("March 29 2023", "2023-03-29T00:00:00+02:00"),
        ("Nov 17, 2024", "2024-11-17T00:00:00+01:00"),
        ("June 3rd, 2024", "2024-06-03T00:00:00+02:00"),
        ("Sept. 5, 2024 at 10:00", "2024-09-05T10:00:00+02:00"),
        ("8 Feb 2024", "2024-02-08T00:00:00+01:00"),
        ("8th of February 2024", "2024-02-08T00:00:00+01:00"),
        ("08-Feb-2024", "2024-02-08T00:00:00+01:00"),
        ("Thu, 08 Feb 2024 10:00:00 GMT", "2024-02-08T11:00:00+01:00"),
        ("Thursday, 8 February 2024", "2024-02-08T00:00:00+01:00"),
        ("08 Feb 2024 10:00 EST", "2024-02-08T16:00:00+01:00"),
        ("12. März 2024", "2024-03-12T00:00:00+01:00"),
        ("1er mars 2024", "2024-03-01T00:00:00+01:00"),
        ("5 de mayo de 2024", "2024-05-05T00:00:00+02:00"),
        ("3 марта 2024", "2024-03-03T00:00:00+01:00"),
        ("10 listopada 2024", "2024-11-10T00:00:00+01:00"),
        ("8 Kasım 2024", "2024-11-08T00:00:00+01:00"),
        ("2 листопада 2024", "2024-11-02T00:00:00+01:00"),
        ("6 نوفمبر 2024", "2024-11-06T00:00:00+01:00"),
        ("5 नवंबर 2024", "2024-11-05T00:00:00+01:00"),
        ("2024年3月12日", "2024-03-12T00:00:00+01:00"),
        ("2024년 3월 12일 09:00", "2024-03-12T09:00:00+01:00"),
        ("venerdì, 1º novembre 2024", "2024-11-01T00:00:00+01:00"),
        ("5 mag 2024", "2024-05-05T00:00:00+02:00"),
        ("segunda-feira, 2 de dezembro de 2024", "2024-12-02T00:00:00+01:00"),
        ("2 dez. 2024", "2024-12-02T00:00:00+01:00"),
        ("dinsdag, 5 mrt. 2024", "2024-03-05T00:00:00+01:00"),
        ("poniedziałek, 5 sierpnia 2024 r.", "2024-08-05T00:00:00+02:00"),
        ("5 sie 2024", "2024-08-05T00:00:00+02:00"),
        ("8 KASIM 2024", "2024-11-08T00:00:00+01:00"),
        ("9 kas 2024", "2024-11-09T00:00:00+01:00"),
        ("понедельник, 5 августа 2024 г.", "2024-08-05T00:00:00+02:00"),
        ("5 нояб. 2024 года", "2024-11-05T00:00:00+01:00"),
        ("5 січня 2024 року", "2024-01-05T00:00:00+01:00"),
        ("5 груд. 2024 р.", "2024-12-05T00:00:00+01:00"),
        ("5. září 2024", "2024-09-05T00:00:00+02:00"),
        ("5. okt. 2024", "2024-10-05T00:00:00+02:00"),
        ("5 maj 2024", "2024-05-05T00:00:00+02:00"),
        ("5 Agustus 2024", "2024-08-05T00:00:00+02:00"),
        ("2024年11月20日（水）", "2024-11-20T00:00:00+01:00"),
        ("2024年11月20日 星期三 09:00", "2024-11-20T09:00:00+01:00"),
        ("2024년 11월 20일 수요일", "2024-11-20T00:00:00+01:00"),
        ("Thứ Tư, ngày 20 tháng 11 năm 2024", "2024-11-20T00:00:00+01:00"),
        ("20 tháng 11, 2024", "2024-11-20T00:00:00+01:00"),
        ("۲۰ نوامبر ۲۰۲۴", "2024-11-20T00:00:00+01:00"),
        ("20 בנובמבר 2024", "2024-11-20T00:00:00+01:00"),
        ("20 फ़रवरी 2024", "2024-02-20T00:00:00+01:00"),
        ("5. 11. 2024", "2024-11-05T00:00:00+01:00"),
        ("2024. 11. 5.", "2024-11-05T00:00:00+01:00"),
        ("5 בנוב׳ 2024", "2024-11-05T00:00:00+01:00"),
        ("31.12.2024", "2024-12-31T00:00:00+01:00"),
        ("13/02/2024", "2024-02-13T00:00:00+01:00"),
        ("02/13/2024", "2024-02-13T00:00:00+01:00"),
        ("2024-02-29", "2024-02-29T00:00:00+01:00"),
    ],
)
def test_reads(text, expected):
    assert expected == read_date(text, BERLIN).isoformat()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("2026-02-30", '"2026-02-30" does not exist: that month has no day 30'),
        ("2025-02-29", '"2025-02-29" does not exist: that month has no day 29'),
        ("2026-13-01", '"2026-13-01" does not exist: there is no month 13'),
        ("2026-11-20 25:00", '"2026-11-20 25:00" does not exist: there is no such time of day'),
        ("03/04/2026", '"03/04/2026" can be read in two ways: which number is the month?'),
        ("yesterday", '"yesterday" is not a date'),
        ("20 tháng 13, 2024", '"20 tháng 13, 2024" does not exist: there is no month 13'),
        ("May 2026", '"May 2026" is not a date'),
        ("2026", '"2026" is not a date'),
        ("", '"" is not a date'),
        ("2026-11-20 or so", '"2026-11-20 or so" goes on after the date: "or so"'),
        ("2026-11-20 09:00 Europe/Atlantis", '"2026-11-20 09:00 Europe/Atlantis" names an unknown time zone'),
        ("2026-11-20 09:00 +99:00", '"2026-11-20 09:00 +99:00" has an impossible offset from UTC'),
        ("9999-12-31T23:59-14:00", '"9999-12-31T23:59-14:00" is outside the years 1 to 9999'),
        ("0206-11-20", '"0206-11-20" is in the year 206, from which nobody has news'),
    ],
)
def test_says_what_is_wrong(text, message):
    with pytest.raises(DateError) as caught:
        read_date(text, BERLIN)

    assert message == str(caught.value)
    assert caught.value.hint


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("12/5/2023", "write 2023-12-05 if it is 12, or 2023-05-12 if it is 5"),
        ("2023-25-05", "write 2023-05-25 if the month is 5"),
        ("2023-31-31", "write it like 2026-11-20 or 2026-11-20 09:00"),
    ],
)
def test_the_hint_is_a_date_to_copy_where_one_can_be_meant(text, hint):
    with pytest.raises(DateError) as caught:
        read_date(text, BERLIN)

    assert hint == caught.value.hint


def test_a_moment_that_has_no_name_in_utc_is_outside_the_years():
    """A draft may be put off until the end of time; every moment is reckoned in UTC sooner or later."""
    zone = ZoneInfo("America/New_York")

    assert datetime(9999, 12, 31, tzinfo=zone) == read_date("9999-12-31", zone)
    with pytest.raises(DateError, match="is outside the years 1 to 9999"):
        read_date("9999-12-31 23:59", zone)


def test_an_hour_that_the_clocks_leave_out_does_not_exist():
    with pytest.raises(DateError, match="2026-03-29 02:30 does not exist in Europe/Berlin"):
        read_date("2026-03-29 02:30", BERLIN)


def test_that_hour_exists_with_an_offset():
    assert datetime(2026, 3, 29, 1, 30, tzinfo=UTC) == read_date("2026-03-29 02:30 +01:00", BERLIN)


def test_an_hour_that_the_clocks_repeat_is_the_first_one():
    assert datetime(2026, 10, 25, 0, 30, tzinfo=UTC) == read_date("2026-10-25 02:30", BERLIN).astimezone(UTC)


def test_a_day_begins_later_where_the_clocks_go_forward_at_midnight():
    assert "2018-11-04T01:00:00-02:00" == at_midnight(date(2018, 11, 4), ZoneInfo("America/Sao_Paulo")).isoformat()


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("2017/03/16/x", date(2017, 3, 16)),
        ("inside-rust/2022/04/19/imposter-syndrome", date(2022, 4, 19)),
        ("posts/2017-03-16-x", date(2017, 3, 16)),
        ("posts/2017_3_6", date(2017, 3, 6)),
        ("2017/13/45/x", None),
        ("2017/13/45/2018-01-02-x", date(2018, 1, 2)),
        ("posts/2017-03-16 x", date(2017, 3, 16)),
        ("posts/20170316 One word", date(2017, 3, 16)),
        ("posts/20170316_x", date(2017, 3, 16)),
        ("posts/20171345 x", None),
        ("20170316-x/y", None),
        ("posts/12017031-x", None),
        ("posts/20170316", None),
        ("v2017-03-16", None),
        ("digests/weekly-2026-02-11", date(2026, 2, 11)),
        ("digests/weekly-2026-02-31", None),
        ("weekly-2026-02-11/part", None),
        ("2017-03-161", None),
        ("articles/x", None),
    ],
)
def test_finds_a_date_in_a_path(path, expected):
    assert expected == date_in_path(path)


def test_a_day_is_read_where_there_is_one():
    assert (date(2026, 11, 20), None) == (day_in("20 November 2026"), day_in("Novembers"))

from datetime import UTC, date, datetime

import pytest

from sitegen.render.theme.faults import Refused
from sitegen.render.theme.filters import FILTERS, LOCALISED, initials, iso, long_date, month, number, short_date
from sitegen.render.theme.strings import Strings

ENGLISH = Strings(
    "en",
    {},
    tuple(f"Month{n}" for n in range(1, 13)),
    tuple(f"Month{n}" for n in range(1, 13)),
    tuple(f"M{n}" for n in range(1, 13)),
    {"date": "{month} {day}, {year}", "short_date": "{month} {day}, {year}", "month": "{month} {year}", "first": "1st"},
)
NOBODYS = Strings("xx", {}, (), (), (), {})
DAY = date(2026, 11, 20)


def test_machines_get_iso_dates_and_times_with_their_offset():
    assert "2026-11-20" == iso(DAY)
    assert "2026-11-20T09:05:00+00:00" == iso(datetime(2026, 11, 20, 9, 5, 0, 7, tzinfo=UTC))


def test_readers_get_dates_in_their_language():
    assert "Month11 20, 2026" == long_date(DAY, ENGLISH)
    assert "M11 20, 2026" == short_date(DAY, ENGLISH)
    assert "Month11 2026" == month(DAY, ENGLISH)
    assert "Month5 1st, 2026" == long_date(date(2026, 5, 1), ENGLISH)


def test_in_a_language_without_a_table_dates_are_iso():
    assert "2026-11-20" == long_date(DAY, NOBODYS)
    assert "2026-11" == month(DAY, NOBODYS)


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Jane van Doe", "JD"),
        ("Plato", "P"),
        ("“Q” desk", "D"),
        ("日本 太郎", "日"),
        ("科技 4", "科"),
        ("홍보 팀", "홍"),
        ("…", "…"),
        ("", ""),
    ],
)
def test_initials(name, letters):
    assert letters == initials(name)


def test_numbers_have_separators():
    assert "1,204,000" == number(1204000, ENGLISH)


@pytest.mark.parametrize(
    ("value", "said", "hint"),
    [
        (None, 'there is no date for the filter "{}"', "ask first whether there is one: {% if … %}"),
        (
            "2026-11-20",
            'the filter "{}" takes a date, and this is of the type str',
            "give it a date, such as article.date",
        ),
    ],
)
@pytest.mark.parametrize("name", ["date", "short_date", "month", "iso"])
def test_what_is_no_date_is_refused(name, value, said, hint):
    filters = {**FILTERS, **LOCALISED}

    with pytest.raises(Refused) as caught:
        filters[name](value, ENGLISH)

    assert (said.format(name), hint) == (str(caught.value), caught.value.hint)

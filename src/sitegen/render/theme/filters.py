"""What templates may do to a value: dates in words, numbers, initials."""

from collections.abc import Callable, Mapping
from datetime import date, datetime

from sitegen.base.patterns import regex
from sitegen.render.theme.faults import Refused
from sitegen.render.theme.strings import Strings

_WIDE = regex("[぀-ヿ㐀-鿿가-힯豈-﫿]")
"""A letter that is as wide as two."""


def iso(value: date) -> str:
    """Return a date as `2026-11-20`, a time as `2026-11-20T09:00:00+01:00`."""
    return value.isoformat(timespec="seconds") if isinstance(value, datetime) else value.isoformat()


def initials(name: str) -> str:
    """Return the first letters of the first and the last word of a name; of a Chinese, Japanese or Korean one, one."""
    words = [word for word in name.split() if word[0].isalnum()] or name.split()
    first = words[:1] if words and not words[0].isascii() and _WIDE.match(words[0]) else words[:1] + words[1:][-1:]
    return "".join(word[0].upper() for word in first)


def long_date(value: date, strings: Strings) -> str:
    """Return `20 November 2026`, or as the language says it."""
    return _spelled(value, strings, "date", strings.months)


def short_date(value: date, strings: Strings) -> str:
    """Return `20 Nov 2026`, or as the language says it."""
    return _spelled(value, strings, "short_date", strings.short_months)


def month(value: date, strings: Strings) -> str:
    """Return `November 2026`, or as the language says it."""
    return _spelled(value, strings, "month", strings.months_alone, fallback=f"{value.year}-{value.month:02}")


def number(value: int, strings: Strings) -> str:
    """Return a whole number with separators."""
    return strings.number(value)


def _spelled(value: date, strings: Strings, form: str, months: tuple[str, ...], *, fallback: str = "") -> str:
    pattern = strings.formats.get(form, "")
    if not pattern or len(months) != 12:
        return fallback or f"{value:%Y-%m-%d}"
    name = months[value.month - 1]
    first = strings.formats.get("first", str(value.day)) if value.day == 1 else str(value.day)
    day, year = strings.digits(first), strings.digits(f"{value.year:04}")
    return pattern.replace("{day}", day).replace("{month}", name).replace("{year}", year)


def _of_dates(name: str, function: Callable[..., object]) -> Callable[..., object]:
    """Return a filter that says what is wrong with a value that is no date."""

    def checked(value: object, *arguments: object) -> object:
        if value is None:
            raise Refused(f'there is no date for the filter "{name}"', "ask first whether there is one: {% if … %}", "")
        if not isinstance(value, date):
            message = f'the filter "{name}" takes a date, and this is of the type {type(value).__name__}'
            raise Refused(message, "give it a date, such as article.date", "")
        return function(value, *arguments)

    return checked


FILTERS: Mapping[str, Callable[..., object]] = {"iso": _of_dates("iso", iso), "initials": initials}
LOCALISED: Mapping[str, Callable[..., object]] = {
    "date": _of_dates("date", long_date),
    "short_date": _of_dates("short_date", short_date),
    "month": _of_dates("month", month),
    "number": number,
}
"""These take the words of the page's language as well."""

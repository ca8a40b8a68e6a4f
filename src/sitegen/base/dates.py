"""Written dates become moments: ISO 8601, RFC 2822, and the spellings that people use."""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sitegen.base.patterns import regex

_MONTHS = {
    name: number
    for names in (
        "jan feb mar apr may jun jul aug sep oct nov dec",
        "january february march april may june july august september october november december",
        "januar februar märz april mai juni juli august september oktober november dezember",
        "jänner feber mrz apr mai jun jul aug sept okt nov dez",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "janv févr mars avr mai juin juil août sept oct nov déc",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "ene feb mar abr may jun jul ago set oct nov dic",
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
        "gen feb mar apr mag giu lug ago set ott nov dic",
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
        "jan fev mar abr mai jun jul ago set out nov dez",
        "januari februari maart april mei juni juli augustus september oktober november december",
        "jan febr mrt apr mei jun jul aug sep okt nov dec",
        "januari februari mars april maj juni juli augusti september oktober november december",
        "januar februar marts april maj juni juli august september oktober november december",
        "januar februar mars april mai juni juli august september oktober november desember",
        "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
        "sty lut mar kwi maj cze lip sie wrz paź lis gru",
        "ledna února března dubna května června července srpna září října listopadu prosince",
        "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
        "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
        "янв февр мар апр мая июн июл авг сент окт нояб дек",
        "янв фев мар апр мая июн июл авг сен окт ноя дек",
        "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
        "січ лют бер квіт трав черв лип серп вер жовт лист груд",
        "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
        "ocak subat mart nisan mayis haziran temmuz agustos eylul ekim kasim aralik",
        "oca şub mar nis may haz tem ağu eyl eki kas ara",
        "januari februari maret april mei juni juli agustus september oktober november desember",
        "jan feb mar apr mei jun jul agu sep okt nov des",
        "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
        "ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر",
        "בינואר בפברואר במרץ באפריל במאי ביוני ביולי באוגוסט בספטמבר באוקטובר בנובמבר בדצמבר",
        "בינו׳ בפבר׳ במרץ באפר׳ במאי ביוני ביולי באוג׳ בספט׳ באוק׳ בנוב׳ בדצמ׳",
        "ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר",
        "जनवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर",
        "जनवरी फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितम्बर अक्तूबर नवम्बर दिसम्बर",
    )
    for number, name in enumerate(names.split(), start=1)
}
"""As they stand in dates, whole and short; Slavic ones beside a day."""
# RFC 2822 names these; the European ones are as clear.
_ZONES = {
    "z": 0, "ut": 0, "utc": 0, "gmt": 0, "wet": 0, "west": 60, "bst": 60, "cet": 60, "cest": 120, "eet": 120,
    "eest": 180, "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480,
    "pdt": -420,
}  # fmt: skip
_AREAS = {"et": "America/New_York", "ct": "America/Chicago", "mt": "America/Denver", "pt": "America/Los_Angeles"}
"""What is written of them in summer and in winter alike."""
_WEEKDAY = regex(r"^(?:thứ\s\w{2,4}|chủ\snhật|[^\W\d_]{2,12}(?:-feira)?)\.?[,،]\s*", re.IGNORECASE)
_YEAR_FIRST = regex(r"(\d{4})([-/]|\.\s?)(\d{1,2})\2(\d{1,2})(?!\d)")
# A weekday may stand behind it.
_YEAR_NAMED = regex(
    r"(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일號号]"
    r"(?:\s*(?:[(（][日月火水木金土일월화수목금토](?:曜日?|요일)?[)）]|[日月火水木金土]曜日?|[일월화수목금토]요일|(?:星期|周|週)[一二三四五六日天]))?"
)
_MONTH_NUMBERED = regex(r"(?:ngày\s+)?(\d{1,2})\s+tháng\s+(\d{1,2}),?\s+(?:năm\s+)?(\d{4})(?!\d)", re.IGNORECASE)
_COMPACT = regex(r"(\d{4})(\d{2})(\d{2})(?!\d)")
_MONTH_FIRST = regex(
    r"([^\W\d_][^\s\d.,;:]{1,11})\.?[\s-]+(\d{1,2})(?:st|nd|rd|th)?,?[\s-]+(\d{4})(?!\d)", re.IGNORECASE
)
# What ends a Slavic date is "of the year".
_DAY_FIRST = regex(
    r"(\d{1,2})(?:st|nd|rd|th|er|[º°]|\.)?[\s-]+(?:of\s+|de\s+)?([^\W\d_][^\s\d.,;:]{1,11})\.?,?[\s-]+(?:de\s+)?(\d{4})(?!\d)"
    r"(?:\s+(?:года|г|року|р|roku|r)(?!\w)\.?)?",
    re.IGNORECASE,
)
_YEAR_LAST = regex(r"(\d{1,2})([/-]|\.\s?)(\d{1,2})\2(\d{4})(?!\d)")
_TIME = regex(
    r"(?:\s*T|\s*,?\s+(?:at\s+)?)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?:\s*([ap])\.?m\b\.?)?", re.IGNORECASE
)
_ZONE = regex(
    r"\s*(?:(?:UTC|GMT)?([+-])(\d{1,2}):?(\d{2})?|\(?([A-Za-z][\w+-]+(?:/[\w+-]+)+|[A-Za-z]{1,5}(?![\w/]))\)?)"
)
_IN_PATH = regex(
    r"(?:^|/)(?:(\d{4})[-/_.](\d{1,2})[-/_.](\d{1,2})(?=[-/_.\s]|$)|((?:19|20)\d\d)(\d\d)(\d\d)(?=[-_.\s][^/]*$))"
)
"""Without signs in it, it begins the name of the file, and more follows."""
_AT_END = regex(r"[-_.\s]((?:19|20)\d\d)-(\d\d)-(\d\d)$")


class DateError(ValueError):
    """A date that cannot be understood or does not exist; `hint` says what to write."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


_FIRST_YEAR = 1000
"""Before it there is no press: such a date has a slip, or is what programs write for none."""
_FORM = "write it like 2026-11-20 or 2026-11-20 09:00"


def read_date(text: str, zone: ZoneInfo) -> datetime:
    """Return the moment that `text` names, in `zone`; a date alone is the beginning of that day there.

    Raises DateError where the text cannot be understood, and where no such day or hour exists.
    """
    written = text.strip()
    rest = _WEEKDAY.sub("", written, count=1)
    day, rest = _read_day(rest, written)
    clock, rest = _read_time(rest, written)
    offset, rest = _read_zone(rest, written)
    if rest.strip(" ."):
        raise DateError(f'"{written}" goes on after the date: "{rest.strip()}"', _FORM)
    if clock is None:
        return _within(at_midnight(day, zone), zone, written)
    moment = datetime.combine(day, clock)
    if offset is not None:
        return _within(moment.replace(tzinfo=offset), zone, written)
    local = moment.replace(tzinfo=zone)
    if _exists(local):
        return _within(local, zone, written)
    raise DateError(
        f"{written} does not exist in {zone.key}, where the clocks go forward in that hour",
        "write an hour later, or give the offset from UTC",
    )


def day_in(text: str) -> date | None:
    """Return the day that a text is, as UTC has it; None where it is none."""
    try:
        return read_date(text, ZoneInfo("UTC")).date()
    except DateError:
        return None


def is_month(word: str) -> bool:
    """Tell whether a word is the name of a month, whole or short, in any language that dates are read in."""
    return word.casefold() in _MONTHS


def at_midnight(day: date, zone: ZoneInfo) -> datetime:
    """Return the first moment of a day in `zone`, which is not 00:00 where the clocks go forward at midnight."""
    moment = datetime.combine(day, time.min, zone)
    while not _exists(moment):
        moment += timedelta(minutes=30)
    return moment


def date_in_path(path: str) -> date | None:
    """Return the date that a path or a file name carries: `2017/03/16/x`, `2017-03-16-x`, `x-2017-03-16`."""
    for match in (*_IN_PATH.finditer(path), *_AT_END.finditer(path)):
        try:
            return date(*(int(number) for number in match.groups() if number))
        except ValueError:
            continue
    return None


def _exists(moment: datetime) -> bool:
    try:
        return moment.astimezone(UTC).astimezone(moment.tzinfo).replace(tzinfo=None) == moment.replace(tzinfo=None)
    except OverflowError:
        return True


def _within(moment: datetime, zone: ZoneInfo, written: str) -> datetime:
    """Return the moment in `zone`; raises DateError where it has no name there or in UTC."""
    try:
        return moment.astimezone(UTC).astimezone(zone)
    except OverflowError as error:
        raise DateError(f'"{written}" is outside the years 1 to 9999', _FORM) from error


def _read_day(text: str, written: str) -> tuple[date, str]:
    year, month, day, rest = _numbers(text, written)
    if year < _FIRST_YEAR:
        raise DateError(f'"{written}" is in the year {year}, from which nobody has news', "correct the year")
    try:
        return date(year, month, day), rest
    except ValueError as error:
        if not 1 <= month <= 12:
            turned = 1 <= day <= 12 and 12 < month <= 28  # whatever the month
            hint = f"write {year}-{day:02}-{month:02} if the month is {day}" if turned else _FORM
            raise DateError(f'"{written}" does not exist: there is no month {month}', hint) from error
        raise DateError(f'"{written}" does not exist: that month has no day {day}', "correct the day") from error


def _numbers(text: str, written: str) -> tuple[int, int, int, str]:
    """Return year, month, day and what follows."""
    if match := _YEAR_FIRST.match(text):
        return int(match[1]), int(match[3]), int(match[4]), text[match.end() :]
    if match := _YEAR_NAMED.match(text) or _COMPACT.match(text):
        return int(match[1]), int(match[2]), int(match[3]), text[match.end() :]
    if (match := _MONTH_FIRST.match(text)) and match[1].casefold() in _MONTHS:
        return int(match[3]), _MONTHS[match[1].casefold()], int(match[2]), text[match.end() :]
    if (match := _DAY_FIRST.match(text)) and match[2].casefold() in _MONTHS:
        return int(match[3]), _MONTHS[match[2].casefold()], int(match[1]), text[match.end() :]
    if match := _MONTH_NUMBERED.match(text):
        return int(match[3]), int(match[2]), int(match[1]), text[match.end() :]
    if match := _YEAR_LAST.match(text):
        first, second = int(match[1]), int(match[3])
        if match[2][0] == "." or first > 12:
            return int(match[4]), second, first, text[match.end() :]
        if second > 12 or first == second:
            return int(match[4]), first, second, text[match.end() :]
        one, other = f"{match[4]}-{first:02}-{second:02}", f"{match[4]}-{second:02}-{first:02}"
        raise DateError(
            f'"{written}" can be read in two ways: which number is the month?',
            f"write {one} if it is {first}, or {other} if it is {second}",
        )
    raise DateError(f'"{written}" is not a date', _FORM)


def _read_time(text: str, written: str) -> tuple[time | None, str]:
    match = _TIME.match(text)
    if not match:
        return None, text
    hour, minute, second = int(match[1]), int(match[2]), int(match[3] or 0)
    if match[5]:
        hour = hour % 12 + (12 if match[5].casefold() == "p" else 0)
    try:
        clock = time(hour, minute, second, int((match[4] or "0")[:6].ljust(6, "0")))
    except ValueError as error:
        raise DateError(f'"{written}" does not exist: there is no such time of day', _FORM) from error
    return clock, text[match.end() :]


def _read_zone(text: str, written: str) -> tuple[timezone | ZoneInfo | None, str]:
    match = _ZONE.match(text)
    if not match:
        return None, text
    rest = text[match.end() :]
    if match[1]:
        minutes = int(match[2]) * 60 + int(match[3] or 0)
        if minutes >= 24 * 60:
            raise DateError(f'"{written}" has an impossible offset from UTC', _FORM)
        return timezone(timedelta(minutes=minutes if match[1] == "+" else -minutes)), rest
    name = match[4]
    if name.casefold() in _ZONES:
        return timezone(timedelta(minutes=_ZONES[name.casefold()])), rest
    area = _AREAS.get(name.casefold(), name)
    if "/" in area:
        try:
            return ZoneInfo(area), rest
        except (ZoneInfoNotFoundError, ValueError, OSError) as error:
            raise DateError(f'"{written}" names an unknown time zone', "give the offset: +01:00") from error
    return None, text

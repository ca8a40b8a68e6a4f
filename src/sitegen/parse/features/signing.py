"""What a line says that is no more than a byline, a day, or both."""

import re
from datetime import date
from typing import NamedTuple
from zoneinfo import ZoneInfo

from sitegen.base.dates import DateError, read_date
from sitegen.base.patterns import regex
from sitegen.parse.features.bylinewords import (
    BY,
    COUNT,
    NEWSROOM,
    OF_DAY,
    OFFICE,
    OFFICE_ELSEWHERE,
    READING_TIME,
    READS,
    ROLE,
    UPDATED,
    WRITER,
    WRITER_UNSPACED,
)
from sitegen.parse.people import AND_ELSEWHERE, split_names

_BYLINE = regex(
    r"(?:(?:(?:(?:written|posted|published|reported|words|story|article|text|analysis)\s+)?by:?|"
    rf"(?:{WRITER}):|(?P<elsewhere>{BY}):?|(?P<seldom>text:|文|글))\s+|(?:{WRITER_UNSPACED})\s*[:：=＝/／｜]\s*)"
    r"(?P<names>[^\W\d_][^!?:！？。\n]{1,70})",
    re.IGNORECASE,
)
"""What is `seldom` a byline is one beside a day alone."""
_MAYBE = regex(rf"\d|\b(?:by|{BY})\b|[:：=＝/／｜]|\b(?:auth?or|auteure?|byline)", re.IGNORECASE)
"""Every byline has a day, or a word that names come behind."""
_DAY_FIRST = regex(rf"(?P<day>[^!?:\n]{{8,30}}?),?\s+(?P<rest>(?:by|{BY})\s.*)", re.IGNORECASE)
_BETWEEN = regex(
    r"\s*[|·•\n]\s*|\s+(?=\(~?\d{1,3}[\s-]?min)|\.\s+(?=(?i:(?:last )?(?:updated|published|posted))\b)|"
    r"(?<![文者])\s+(?:[–—]|--?|//?)\s+|(?<![文者])\s*｜\s*|"
    rf"{''.join(f'(?<!(?i:{word}))' for word in ('date', 'last', 'first', 'originally', 'estimated'))}"
    r"\s+(?=(?i:(?:date )?published|date|posted|(?:last )?updated|(?:estimated )?read(?:ing)? time|category|section|"
    r"发布\w*|發布\w*|日期|更新\w*|公開日?|掲載日?)\s?[:：])"
)
"""What parts a byline; labels need no sign before them."""
_BEFORE_DAY = regex(r",\s+|\s+on\s+|\s+(?=\()", re.IGNORECASE)
_CATEGORY = regex(
    r"(?:(?:category|section|kategorie|rubrik|ressort|catégorie|rubrique|categoría|sección|categoria|seção|カテゴリー?|"
    r"分类|分類)\s?[:：]|filed under\s?[:：]?)\s*(?P<name>[^:：\n]{1,40})",
    re.IGNORECASE,
)
_FILED_NAMES = regex(r"(?P<names>(?:posted|published) by [^\n]{2,60}?) (?:in|under) [^\n.!?]{1,40}", re.IGNORECASE)
_FILED = regex(r"(?P<dated>[^\n]{6,100}?\d) (?:in|under) [^\n.!?]{1,40}", re.IGNORECASE)
"""What ends in a day, and the section or the place."""
_DESK = regex(r"(?:der|dem|la|le|el|il|de|l['’])\s?(?P<name>[^\W\d_]\S+(?: en chef)?)", re.IGNORECASE)
"""A desk with its article, as in "Von der Redaktion": a byline beside a day."""
_PICTURES = regex(r"^[^\w\s(]+\s*|\s+[^\w\s).]+$")
_AROUND = ("[]", "()", '""', "“”", "„“", "«»")
LONGEST = 140
"""Characters of a byline."""
_MOST_NAMES = 6
MOST_WORDS = 5
"""Of a name."""
_OFFICE_AND_PLACE = 2
"""An office, and what it is one of."""


class Line(NamedTuple):
    """What a line says that is no more than a byline, or a part of one."""

    names: tuple[str, ...] = ()
    day: date | None = None
    more: bool = False
    """Whether it says more, which nothing else on the page would: what somebody does, where it was."""
    dated: bool = False
    """Whether it is a byline only with a day, in it or below: "Por Ana Lima" is one, "Von Köln nach Bonn" is none."""
    updated: date | None = None
    section: str = ""
    end: int = 0
    """The index behind its last token, where it stands among such."""


def is_byline(text: str, *, above: bool = False) -> bool:
    """Tell whether a text says no more than a byline or a day; `above` a title, a few words beside one."""
    found = signed(text, above=above)
    return found is not None and (not found.dated or found.day is not None)


def signed(text: str, *, above: bool = False) -> Line | None:
    """Return what a text says that is a byline, a date, or both; with the time of reading or without.

    An office alone is a name where a day stands beside it: "Chief Editor | 6 November 2026". So may a few words `above`
    the title: "Analysis | 6 November 2026".
    """
    text = text.strip(" .\n")
    text = text[1:-1] if text[:1] + text[-1:] in _AROUND else text
    if len(text) > LONGEST or not _MAYBE.search(text):
        return None
    names: tuple[str, ...] = ()
    section = ""
    days: list[date] = []
    updated: date | None = None
    strange: list[str] = []
    more = dated = read = False
    for part in (_PICTURES.sub("", written) for written in _BETWEEN.split(text)):
        if not part or READING_TIME.fullmatch(part) or COUNT.fullmatch(part):
            read = read or bool(READS.search(part))
            continue
        if filed := _CATEGORY.fullmatch(part):
            section = filed["name"].strip()
            more = more or "," in section
            continue
        if change := UPDATED.fullmatch(part):
            updated = read_day(change["day"])
            more = more or not updated
            continue
        found = _part(part)
        if not found:
            strange.append(part)
            continue
        if names and found.names:
            return None
        names, more, dated = names or found.names, more or found.more, dated or found.dated
        days += [found.day] if found.day else []
    if days and not names and 0 < len(strange) <= _OFFICE_AND_PLACE and is_office(strange[0]):
        names = (strange.pop(0),)
    # A section or a place may stand beside the names and the day, or beside an office.
    if len(days) > 1 or not (days or names or updated or read):
        return None
    beside = bool(days) and (bool(names) or (above and len(" ".join(strange).split()) < MOST_WORDS))
    if strange and not beside and not (len(strange) == 1 and names and all(map(is_office, names))):
        return None
    # Of several the page can show but one.
    section = "" if more else section
    return Line(names, days[0] if days else None, more or bool(strange), dated, updated, section)


def _part(text: str) -> Line | None:
    if day := read_day(text):
        return Line(day=day)
    if (filed := _FILED.fullmatch(text)) and (found := _part(filed["dated"])) and found.day:
        return found._replace(more=True)
    if (match := _DAY_FIRST.fullmatch(OF_DAY.sub("", text))) and (day := read_day(match["day"])):
        text = match["rest"]
    for comma in () if day else _BEFORE_DAY.finditer(text):
        if day := read_day(text[comma.end() :]):
            text = text[: comma.start()]
            break
    filed = _FILED_NAMES.fullmatch(text)
    match = _BYLINE.fullmatch(filed["names"] if filed else text)
    if match and NEWSROOM.fullmatch(match["names"]):
        return Line((_titled(match["names"]),), day, dated=bool(match["seldom"]))
    if match and (office := OFFICE_ELSEWHERE.fullmatch(match["names"])):
        return Line((_titled(office["name"]),), day, dated=bool(match["seldom"]))
    if match and match["elsewhere"] and (desk := _DESK.fullmatch(match["names"])):
        return Line((_titled(desk["name"]),), day, dated=not NEWSROOM.fullmatch(desk["name"]))
    names = split_names(_with_commas(match["names"])) if match else ()
    if not match or not names or len(names) > _MOST_NAMES or not all(map(_is_name, names)):
        return None
    roles = [name for name in names[1:] if ROLE.search(name) and f", {name}" in match["names"]]
    if not roles and is_full(names[0]) and not is_full(names[-1]) and match["names"].endswith(f", {names[-1]}"):
        roles = [names[-1]]  # a place or an agency
    plain = all((is_full(name) and all(map(_is_capital, name.split()))) or NEWSROOM.fullmatch(name) for name in names)
    dated = bool(match["seldom"] or (match["elsewhere"] and not plain))
    return Line(tuple(name for name in names if name not in roles), day, bool(roles or filed), dated)


def _titled(name: str) -> str:
    return name[0].upper() + name[1:]


def _with_commas(names: str) -> str:
    """Return names with a comma between those that another language joins; "Ortega y Gasset" is one."""
    parts = AND_ELSEWHERE.split(names)
    return ", ".join(parts) if all(map(is_full, parts)) else names


def is_office(text: str) -> bool:
    """Tell whether a text is an office, as "Chief Editor" is."""
    words = text.split()
    return 1 < len(words) <= MOST_WORDS and all(map(_is_capital, words)) and bool(OFFICE.search(text))


def is_full(name: str) -> bool:
    """Tell whether a name has several words."""
    return " " in name.strip()


def read_day(text: str) -> date | None:
    """Return the day that a text is; None where it is none."""
    try:
        return read_date(OF_DAY.sub("", text.strip("()")), ZoneInfo("UTC")).date()
    except DateError:
        return None


def _is_name(text: str) -> bool:
    words = text.split()
    return len(words) <= MOST_WORDS and _is_capital(words[0]) and _is_capital(words[-1])


def _is_capital(word: str) -> bool:
    """Tell whether a word begins with a capital, or a letter of a script that has none."""
    return word[0].isalpha() and not word[0].islower()

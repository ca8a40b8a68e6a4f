"""What a line says that is no more than a byline, a day, or both."""

import re
from datetime import date
from typing import NamedTuple

from sitegen.base.dates import day_in
from sitegen.base.noun import Struct, field
from sitegen.base.patterns import regex
from sitegen.parse.features.bylinewords import (
    BEHIND,
    BY,
    COUNT,
    NEWSROOM,
    OF_DAY,
    OFFICE,
    OFFICE_ELSEWHERE,
    PLACE,
    READING_TIME,
    READS,
    UPDATED,
    WRITER,
    WRITER_UNSPACED,
    WRITTEN_BY,
)
from sitegen.parse.people import AND_ELSEWHERE, is_role, split_names

_BYLINE = regex(
    r"(?:(?:(?:(?:written|posted|published|reported|created|words|story|article|text|analysis)\s+)?by:?|"
    rf"(?P<sure>(?:{WRITER}|{WRITTEN_BY})\s?:)|(?P<elsewhere>(?:{BY}):?|{WRITTEN_BY})|(?P<seldom>text:|文|글))\s+|"
    rf"(?:{WRITER_UNSPACED})\s*[:：=＝/／｜]\s*)"
    r"(?P<names>[^\W\d_][^!?:：！？。\n]{1,70})",
    re.IGNORECASE,
)
"""What is `seldom` a byline is one beside a day alone."""
_BARRED = regex(r"(?<!\S)(作者|撰文|文|(?:责任|責任)?(?:编辑|編輯)|责编|編集|译者|翻译|翻譯) *[|｜] *(?=\S)")
"""A label with a bar in place of the colon, as Chinese has it."""
_MAYBE = regex(rf"\d|\b(?:by|{BY})\b|[:：=＝/／｜]|[者文] *\||\b(?:auth?or|auteure?|byline|da redação)", re.IGNORECASE)
"""Every byline has a day, or a word that names come behind."""
_DAY_FIRST = regex(rf"(?P<day>[^!?:\n]{{8,30}}?),?\s+(?P<rest>(?:by|{BY})\s.*)", re.IGNORECASE)
_CREDIT = (
    r"(?:with )?(?:additional )?(?:reporting|reviewed|edited|photos?|photography|illustrations?|graphics|"
    r"fact[- ]checked|translated) by\b"
)
_CREDITED = (
    r"(?:(?:责任|責任|后期|後期)?(?:编辑|編輯|編集)|责编|責編|审校|校对|校對|翻译|翻譯|译者|譯者|翻訳|撮影|写真|摄影|攝影|"
    r"redaktion|lektorat|übersetzung|fotos?|photos?|photography|illustrations?|edit(?:ed|or|ing)|translat(?:ed|or|ion)|"
    r"traduc(?:ción|teur|trice|tion)|edición|revisión|revisão|tradução)\s?[:：]"
)
"""The same as a label."""
_BETWEEN = regex(
    r"\s*[|·•\n]\s*|,\s+(?=(?i:last (?:updated|modified|edited) on\b))|"
    rf",\s+(?=(?i:{_CREDIT}))|(?:[,，、;；]\s*|\s+)(?=(?i:{_CREDITED}))|"
    r"(?:,\s+|\s+(?=\())(?=\(?~?\d{1,3}[\s-]?min)|\.\s+(?=(?i:(?:last )?(?:updated|published|posted))\b)|"
    r"(?<![文者])\s+(?:[–—]|--?|//?)\s+|(?<![文者])\s*｜\s*|"
    rf"{''.join(f'(?<!(?i:{word}))' for word in ('date', 'last', 'first', 'originally', 'estimated'))}"
    r"\s+(?=(?i:(?:date )?published|date|posted|(?:last )?updated|(?:estimated )?read(?:ing)? time|category|section|"
    r"发布\w*|發布\w*|日期|更新\w*|公開日?|掲載日?)\s?[:：])"
)
"""What parts a byline; labels need no sign before them."""
_HELPED = regex(rf"{_CREDIT}|{_CREDITED}", re.IGNORECASE)
"""Who did something else."""
_PENS = frozenset("✍✒🖋🖊👤")
_PEN = regex(
    r"^(?:[✍✒🖋🖊](?=[^\n:：|]*(?:[|·•\n]|$))|👤(?=[^\n:：|]*[|·•\n]))(?:\ufe0f|[\U0001F3FB-\U0001F3FF])?\s*"
    r"(?=[^\W\d_a-z])(?!(?i:\w+ by|by)\b)"
)
"""A picture of who writes stands for "by" beside a day, and before an office."""
_FILED_FIRST = regex(
    r"^(?:posted|published|filed) (?:in|under) (?P<section>[^\n|]{1,40}?) (?=(?:by|on) )", re.IGNORECASE
)
"""The section, before who wrote it or when."""
_DASHED = regex(
    rf"^(?:({WRITER})\s+[–—-]\s+(?=(?-i:[^\W\d_a-z])\S*\s(?-i:[^\W\d_a-z]))|"
    r"((?:publi(?:cation|shing) )?date|published|posted|(?:last )?updated)\s+[–—-]\s+(?=\S))",
    re.IGNORECASE | re.MULTILINE,
)
"""A label with a dash in place of the colon, before words with capitals: "Author – reader" is none."""
_BEFORE_DAY = regex(r",\s+|\s+on\s+|\s+(?=\()", re.IGNORECASE)
_CATEGORY = regex(
    r"(?:(?:category|section|kategorie|rubrik|ressort|catégorie|rubrique|categoría|sección|categoria|seção|カテゴリー?|"
    r"分类|分類)\s?[:：]|filed under\s?[:：]?)\s*(?P<name>[^:：\n]{1,40})",
    re.IGNORECASE,
)
"""The section, behind a label."""
_FILED_NAMES = regex(r"(?P<names>(?:posted|published) by [^\n]{2,60}?) (?:in|under) [^\n.!?]{1,40}", re.IGNORECASE)
"""Who wrote it, before the section."""
_FILED = regex(r"(?P<dated>[^\n]{6,100}?\d) (?:in|under) [^\n.!?]{1,40}", re.IGNORECASE)
"""What ends in a day, and the section or the place."""
_ARTICLE = regex(r"^(?:der|dem|la|le|el|il|de|the|our|unserer|notre|nuestra|nossa)\s|^l['’]", re.IGNORECASE)
"""What stands before the name of a desk."""
_DESK = regex(
    r"(?:der|dem|la|le|el|il|de|unserer|notre|nuestra|nossa|l['’])\s?(?P<name>[^\W\d_]\S+(?: en chef)?)", re.IGNORECASE
)
"""A desk with its article, as in "Von der Redaktion": a byline beside a day."""
_OF = regex(r"(?:de|del|de la|du|des|di|da|do|dos|der)\s(?-i:[^\W\d_a-z])[\w-]+", re.IGNORECASE)
"""Behind the name of a newsroom, what it writes about."""
_FIELD = regex(r"[^\W\d_]{3,20}")
"""The same in a word: "Redacción digital"."""
_BESIDE_NAME = regex(
    r"(?<=\w)(?:\s+\([^()\n@]{1,40}\)|\sin(?:\s(?-i:[^\W\d_a-z])[\w.'’-]+){1,3})(?=\s*(?:,|&|and\b|$))|"
    r"(?<=\w)\s['’]\d\d(?=[\s,]|$)",
    re.IGNORECASE,
)
"""A class, an agency, pronouns or a place: "By Ana Lima (7b), Omar Haddad '26 and Ada Ojo in New York"."""
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

    @property
    def sure(self) -> bool:
        """Whether no text begins so by chance: by a day, or by an office among the names."""
        return self.day is not None or any(map(OFFICE.search, self.names))


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
    if len(text) > LONGEST or not (_MAYBE.search(text) or _DASHED.search(text) or text[:1] in _PENS):
        return None
    pen = _PEN.match(text)
    text = _FILED_FIRST.sub(r"Category: \g<section> | ", _PEN.sub("By ", _labelled(text)))
    parts = _Parts()
    written = filter(None, (_PICTURES.sub("", part) for part in _BETWEEN.split(text)))
    line = parts.line(above=above) if all(map(parts.take, written)) else None
    return line._replace(dated=True) if line and pen and not all(map(office_in, line.names)) else line


def _labelled(text: str) -> str:
    """Return a line with colons behind labels that have a dash or a bar there."""
    return _BARRED.sub(r"\1：", _DASHED.sub(r"\1\2: ", text))


class _Parts(Struct):
    """What the parts of a line have said so far."""

    names: tuple[str, ...] = ()
    days: list[date] = field(default_factory=list)
    updated: date | None = None
    section: str = ""
    strange: list[str] = field(default_factory=list)
    """Parts that no byline has."""
    more: bool = False
    dated: bool = False
    read: bool = False
    """Whether one says how long reading takes."""

    def take(self, part: str) -> bool:
        """Take in a part; False where it has names and another had some."""
        if READING_TIME.fullmatch(part) or COUNT.fullmatch(part):
            self.read = self.read or bool(READS.search(part))
        elif filed := _CATEGORY.fullmatch(part):
            self.section = filed["name"].strip()
            self.more = self.more or "," in self.section  # of several the page can show but one
        elif change := UPDATED.fullmatch(part):
            self.updated = read_day(change["day"])
            self.more = self.more or not self.updated
        elif not (found := _part(part)):
            self.strange.append(part)
        elif self.names and found.names:
            return False
        else:
            self.names = self.names or found.names
            self.more, self.dated = self.more or found.more, self.dated or found.dated
            self.days += [found.day] if found.day else []
        return True

    def line(self, *, above: bool) -> Line | None:
        """Return what they say together; None where that is no byline."""
        if self.days and not self.names and 0 < len(self.strange) <= _OFFICE_AND_PLACE:
            whole, comma, _ = self.strange[0].partition(", ")
            office = office_in(whole)
            self.names = (office,) if office else ()
            self.strange = self.strange[bool(office and not comma) :]  # of what it is an office stays
        if len(self.days) > 1 or not (self.days or self.names or self.updated or self.read):
            return None
        if self.strange and not self._stand_beside(above=above):
            return None
        day = self.days[0] if self.days else None
        section = "" if self.more else self.section
        return Line(self.names, day, self.more or bool(self.strange), self.dated, self.updated, section)

    def _stand_beside(self, *, above: bool) -> bool:
        """Tell whether what is strange can be a section or a place, beside names and a day or beside an office.

        Beside full names it can be what they do, or who else did something.
        """
        few = above and len(" ".join(self.strange).split()) < MOST_WORDS
        if not self.names:
            return bool(self.days) and few
        if self.days or (len(self.strange) == 1 and all(map(office_in, self.names))):
            return True
        helped = all(is_role(part) or _HELPED.match(part) for part in self.strange)
        return helped and all(_is_full_name(name) or not name.isascii() for name in self.names)


def _part(text: str) -> Line | None:
    """Return what one part of a line says: a day, names, or both."""
    name, apart, when = text.partition(", ")
    if not apart and not text.isascii():
        name, apart, when = text.partition(" ")
    if apart and NEWSROOM.fullmatch(name) and (day := read_day(when)):  # and no day of the week
        return Line((_titled(name),), day)
    if day := read_day(text):
        return Line(day=day)
    if (filed := _FILED.fullmatch(text)) and (found := _part(filed["dated"])) and found.day:
        return found._replace(more=True)
    text, day = _day_apart(text)
    filed = _FILED_NAMES.fullmatch(text)
    match = _BYLINE.fullmatch(filed["names"] if filed else text)
    if match:
        return _desk(match, day) or _people(match, day, filed=bool(filed))
    if day and (office := office_in(text)):
        return Line((office,), day)
    behind = BEHIND.fullmatch(text)
    names = split_names(behind["names"]) if behind else ()
    return Line(names, day) if names and all(map(_is_name, names)) else None


def _day_apart(text: str) -> tuple[str, date | None]:
    """Return a text without the day before or behind what else it says, and that day."""
    if (match := _DAY_FIRST.fullmatch(OF_DAY.sub("", text))) and (day := read_day(match["day"])):
        return match["rest"], day
    for comma in _BEFORE_DAY.finditer(text):
        if day := read_day(text[comma.end() :]):
            return text[: comma.start()], day
    return text, None


def _desk(match: re.Match[str], day: date | None) -> Line | None:
    """Return the byline of a newsroom, a chief editor or a desk."""
    names, dated = match["names"], match["seldom"]
    first, _, of = names.partition(" ")
    bare = _ARTICLE.sub("", names)
    if NEWSROOM.fullmatch(names) or (NEWSROOM.fullmatch(first) and (_OF.fullmatch(of) or _FIELD.fullmatch(of))):
        name = names
    elif office := OFFICE_ELSEWHERE.fullmatch(names):
        name = office["name"]
    elif NEWSROOM.fullmatch(bare):
        name = bare
    elif bare.islower() and bare.isascii() and office_in(bare.title()):
        name, dated = bare.title(), dated or match["elsewhere"]
    elif names[0].islower() and (desk := _DESK.fullmatch(names)) and (match["elsewhere"] or match["sure"]):
        name, dated = desk["name"], not match["sure"]  # "El Greco" is a name
    else:
        return None
    return Line((_titled(name),), day, dated=bool(dated))


def _people(match: re.Match[str], day: date | None, *, filed: bool) -> Line | None:
    """Return the byline of people, without what they do; None where these are no names."""
    written, beside = _BESIDE_NAME.subn("", match["names"])
    names = split_names(_with_commas(written))
    roles = [name for name in names[1:] if is_role(name) and f", {name}" in match["names"]]
    people = [name for name in names if name not in roles]
    if not people or len(names) > _MOST_NAMES or not all(map(_is_name, people)):
        return None
    if (beside or not all(map(_is_name, roles))) and not all(map(_is_full_name, people)):
        return None
    if not roles and is_full(names[0]) and not is_full(names[-1]) and match["names"].endswith(f", {names[-1]}"):
        roles.append(people.pop())  # a place or an agency
    plain = all(_is_full_name(name) or NEWSROOM.fullmatch(name) for name in names)
    a_thing = written[:4].casefold() == "the " and not is_full(names[0])  # "By the Sea"
    dated = bool(match["seldom"] or a_thing or (match["elsewhere"] and not plain))
    return Line(tuple(people), day, bool(roles or beside) or filed, dated)


def _titled(name: str) -> str:
    return name[0].upper() + name[1:]


def _with_commas(names: str) -> str:
    """Return names with a comma between those that another language joins; "Ortega y Gasset" is one."""
    parts = AND_ELSEWHERE.split(names)
    return ", ".join(parts) if all(map(is_full, parts)) else names


def office_in(text: str) -> str:
    """Return the office that a text is, as "Chief Editor" is, or what a newsroom calls itself; nothing for others."""
    words = text.split()
    if not 0 < len(words) <= MOST_WORDS:
        return ""
    if len(words) > 1 and all(map(_is_capital, words)) and OFFICE.search(text):
        return text
    if office := OFFICE_ELSEWHERE.fullmatch(text):
        return _titled(office["name"])
    desk = _DESK.fullmatch(text)
    name = desk["name"] if desk else text
    return _titled(name) if NEWSROOM.fullmatch(name) else ""


def is_full(name: str) -> bool:
    """Tell whether a name has several words."""
    return " " in name.strip()


def read_day(text: str) -> date | None:
    """Return the day that a text is, with what may stand before one; None where it is none."""
    said = OF_DAY.sub("", text.strip("()"))
    return None if PLACE.match(said) else day_in(said)


def _is_full_name(text: str) -> bool:
    return is_full(text) and all(map(_is_capital, text.split()))


def _is_name(text: str) -> bool:
    words = text.split()
    return len(words) <= MOST_WORDS and _is_capital(words[0]) and _is_capital(words[-1])


def _is_capital(word: str) -> bool:
    """Tell whether a word begins with a capital, or a letter of a script that has none."""
    return word[0].isalpha() and not word[0].islower()

"""A byline at the top of a text leaves it: who wrote it, and when."""

import re
from copy import copy
from datetime import date
from typing import NamedTuple
from zoneinfo import ZoneInfo

from markdown_it.token import Token

from sitegen.base.dates import DateError, read_date
from sitegen.base.patterns import regex
from sitegen.parse.features.counted import COUNT, READING_TIME, READS
from sitegen.parse.features.daywords import OF_DAY, UPDATED
from sitegen.parse.features.offices import NEWSROOM, OFFICE, OFFICE_ELSEWHERE, ROLE
from sitegen.parse.headings import is_break, plain_children, plain_text
from sitegen.parse.people import AND_ELSEWHERE, split_names
from sitegen.parse.tokens import BLOCK, LIST_OF_ONE, closing, paragraph

_BY = r"von|par|por|di|door|av|af|oleh|بقلم|نوشتهٔ|מאת"
"""These have other meanings as well."""
_WRITER = (
    r"authors?|byline|autor(?:in|en|a|e|es|as|ka|ky|zy)?|autoři|autrice|autor[ei]|auteure?s?|tekst|texto|testo|"
    r"författare|skribent(?:er)?|forfattere?|yazar(?:lar)?|yazan|автор(?:ы|и|ка)?|текст|लेखक|लेखिका|लेखन|"
    r"الكاتبة?|نویسنده|כותבת?|penulis|tác giả|bài(?: viết)?|글|작성자"
)
_WRITER_UNSPACED = r"作者|著者|筆者|執筆者?|(?:取材・)?文|撰文"
_BYLINE = regex(
    r"(?:(?:(?:(?:written|posted|published|reported|words|story|article|text|analysis)\s+)?by:?|"
    rf"(?:{_WRITER}):|(?P<elsewhere>{_BY}):?|(?P<seldom>text:|文|글))\s+|(?:{_WRITER_UNSPACED})\s*[:：=＝/／｜]\s*)"
    r"(?P<names>[^\W\d_][^!?:！？。\n]{1,70})",
    re.IGNORECASE,
)
"""What is `seldom` a byline is one beside a day alone."""
_MAYBE = regex(rf"\d|\b(?:by|{_BY})\b|[:：=＝/／｜]|\b(?:auth?or|auteure?|byline)", re.IGNORECASE)
"""Every byline has a day, or a word that names come behind."""
_DAY_FIRST = regex(rf"(?P<day>[^!?:\n]{{8,30}}?),?\s+(?P<rest>(?:by|{_BY})\s.*)", re.IGNORECASE)
_BETWEEN = regex(
    r"\s*[|·•\n]\s*|\s+(?=\(~?\d{1,3}[\s-]?min)|\.\s+(?=(?i:(?:last )?(?:updated|published|posted))\b)|"
    r"(?<![文者])\s+(?:[–—-]|//?)\s+|(?<![文者])\s*｜\s*|"
    rf"{''.join(f'(?<!(?i:{word}))' for word in ('date', 'last', 'first', 'originally', 'estimated'))}"
    r"\s+(?=(?i:(?:date )?published|date|posted|(?:last )?updated|(?:estimated )?read(?:ing)? time|category|section|"
    r"发布\w*|發布\w*|日期|更新\w*|公開日?|掲載日?)\s?[:：])"
)
"""What parts a byline; labels need no sign before them."""
_BEFORE_DAY = regex(r",\s+|\s+on\s+|\s+(?=\()", re.IGNORECASE)
_CATEGORY = regex(r"(?:category|section|filed under)\s?[:：]\s*(?P<name>[^:：\n]{1,40})", re.IGNORECASE)
_FILED_NAMES = regex(r"(?P<names>(?:posted|published) by [^\n]{2,60}?) (?:in|under) [^\n.!?]{1,40}", re.IGNORECASE)
_FILED = regex(r"(?P<day>(?:posted|published)\b[^\n]{6,40}?)\s+(?:in|under)\s[^\n.!?]{1,40}", re.IGNORECASE)
"""A day, and the section."""
_ARTICLE = regex(r"^(?:(?:der|die|dem|la|le|el|il)\s|l['’])")
_DESK = regex(r"(?:der|dem|la|le|el|il|de|l['’])\s?(?P<name>[^\W\d_]\S+(?: en chef)?)", re.IGNORECASE)
"""A desk with its article, as in "Von der Redaktion": a byline beside a day."""
_PICTURES = regex(r"^[^\w\s(]+\s*|\s+[^\w\s).]+$")
_AROUND = ("[]", "()", '""', "“”", "„“", "«»")
_LONGEST = 140
_LONGEST_WRITTEN = 3 * _LONGEST
"""As Markdown, with links."""
_MOST_NAMES = 6
_MOST_WORDS = 5
_COLUMNS = 2
_OFFICE_AND_PLACE = 2
"""An office, and what it is one of."""


class Byline(NamedTuple):
    """Who wrote a text, and when."""

    names: tuple[str, ...]
    day: date | None = None
    updated: date | None = None
    section: str = ""
    """That it is filed under."""


class _Line(NamedTuple):
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
    """The index behind its last token."""


def take_byline(tokens: list[Token], known: Byline) -> tuple[Byline, list[Token]]:
    """Return the byline, and the tokens without the lines at the top that say no more than "by …" and when.

    A first paragraph or a subtitle may stand above them. They stay where the front matter or the path, which are
    `known`, say something else.
    """
    at, found = 0, _line(tokens, 0) or _office(tokens)
    if not found:
        at, found = BLOCK, _below_first(tokens, known)
    while found:
        below = _line(tokens, found.end) or _day_heading(tokens, at, found)
        same = bool(known.names and found.names) and _same(known.names, found.names)
        if found.dated and not (same or found.day or (below and below.day)):
            return known, tokens
        if known.names and found.names and not same:
            return known, tokens
        differs = (
            _differ(known.day, found.day)
            or _differ(known.updated, found.updated)
            or _differ(known.section.casefold(), found.section.casefold())
        )
        known = _joined(known, found)
        if differs:
            return known, tokens
        if found.more:  # and a day may stand below
            at, found = found.end, below
        else:
            tokens = [*tokens[:at], *tokens[found.end :]]
            found = below and below._replace(end=below.end - found.end + at)
    return known, tokens


def title_apart(tokens: list[Token]) -> list[Token]:
    """Return the tokens with the first line as a paragraph of its own, where a byline and a day stand below it."""
    text = tokens[1] if len(tokens) >= BLOCK and tokens[0].type == "paragraph_open" else None
    lines = plain_children(text.children or []).splitlines() if text and len(text.content) <= _LONGEST_WRITTEN else []
    if not text or len(lines) <= 1:
        return tokens
    found = _byline("\n".join(lines[1:]))
    if not found or not found.names or not found.day or _byline(lines[0]):
        return tokens
    at = next(index for index, child in enumerate(text.children or []) if is_break(child))
    first, rest = copy(text), copy(text)
    first.children, rest.children = (text.children or [])[:at], (text.children or [])[at + 1 :]
    first.content, _, rest.content = text.content.partition("\n")
    return [*paragraph(first), *paragraph(rest), *tokens[BLOCK:]]


def take_signature(tokens: list[Token], known: Byline) -> tuple[Byline, list[Token]]:
    """Return the byline that ends a text that nothing else signs, below a rule or with an office; and the rest."""
    at = len(tokens) - BLOCK
    if known.names or at < 1 or tokens[-1].level or tokens[at].type != "paragraph_open":
        return known, tokens
    found = _line(tokens, at)
    if not found or found.more or not found.names or not all(map(_is_full, found.names)):
        return known, tokens
    if (found.day and known.day) or not (tokens[at - 1].type == "hr" or any(map(OFFICE.search, found.names))):
        return known, tokens
    return _joined(known, found), tokens[:at]


def _joined(known: Byline, found: _Line) -> Byline:
    return Byline(
        known.names or found.names,
        known.day or found.day,
        known.updated or found.updated,
        known.section or found.section,
    )


def is_byline(text: str) -> bool:
    """Tell whether a text says no more than a byline or a day."""
    found = _byline(text)
    return found is not None and (not found.dated or found.day is not None)


def _below_first(tokens: list[Token], known: Byline) -> _Line | None:
    """Return the byline below a first paragraph: full names, or names and a day; a day alone below a few words.

    The first may be a heading as well, a subtitle, if no other of its level comes before one of a higher level; or if
    the names are `known` or an office, and no other is signed.
    """
    kind = tokens[0].type if tokens else ""
    line = _line(tokens, BLOCK) if kind in ("paragraph_open", "heading_open") else None
    if not line:
        return None
    if kind == "heading_open" and (
        not line.names or (_is_section(tokens) and not _signs_all(line.names, tokens, known))
    ):
        return None
    if line.names:
        return line if line.day or all(map(_is_full, line.names)) else None
    return line if _is_short(tokens[1]) else None


def _is_section(tokens: list[Token]) -> bool:
    """Tell whether the next heading that is not below the one that a text begins with is of its level."""
    tags = (token.tag for token in tokens[BLOCK:] if token.type == "heading_open" and token.tag <= tokens[0].tag)
    return next(tags, "") == tokens[0].tag


def _signs_all(names: tuple[str, ...], tokens: list[Token], known: Byline) -> bool:
    """Tell whether names below the first of several headings sign all of the text."""
    if not _same(names, known.names) and not all(map(OFFICE.search, names)):
        return False
    others = (at for at in range(2 * BLOCK, len(tokens)) if tokens[at].type == "heading_open")
    return not any((line := _line(tokens, at + BLOCK)) and line.names for at in others if at + BLOCK < len(tokens))


def _office(tokens: list[Token]) -> _Line | None:
    """Return the byline that an office alone is above a line that says no more than a day."""
    if len(tokens) <= BLOCK or tokens[0].type != "paragraph_open" or len(tokens[1].content) > _LONGEST:
        return None
    name = plain_text(tokens[1])
    below = _line(tokens, BLOCK) if _is_office(name) else None
    return _Line((name,), end=BLOCK) if below and below.day and not below.names else None


def _is_short(text: Token) -> bool:
    """Tell whether a paragraph is a few words that are no sentence, as a name is."""
    words = plain_text(text).split()
    return 0 < len(words) <= _MOST_WORDS and words[-1][-1].isalnum()


def _differ(one: date | str | None, other: date | str | None) -> bool:
    return bool(one and other) and one != other


def _same(names: tuple[str, ...], others: tuple[str, ...]) -> bool:
    return set(map(_bare, names)) == set(map(_bare, others))


def _bare(name: str) -> str:
    """Return a name in small letters, without an address of mail behind it and the article of a desk before it."""
    bare = name.partition("<")[0].strip().casefold()
    return _ARTICLE.sub("", bare)


def _line(tokens: list[Token], at: int) -> _Line | None:
    """Return what the block that begins at an index says as a byline."""
    kind = tokens[at].type if at + 2 < len(tokens) else ""
    text, end = at + 1, at + BLOCK
    start = ""
    if kind == "table_open":
        end = closing(tokens, at)
        found = _byline("\n".join(_rows(tokens[at:end])))
        return found._replace(end=end) if found and found.names and not found.more else None
    if kind == "blockquote_open" and closing(tokens, at) == at + BLOCK + 2 and tokens[at + 1].type == "paragraph_open":
        kind, text, end = "paragraph_open", at + 2, at + BLOCK + 2
    if kind == "ordered_list_open":  # "20. November 2026"
        text, end, start = at + 3, closing(tokens, at), f"{tokens[at].attrs.get('start', 1)}. "
    if kind not in ("paragraph_open", "heading_open", "ordered_list_open") or tokens[at].tag == "h1":
        return None
    if len(tokens[text].content) > _LONGEST_WRITTEN:
        return None
    found = _byline(start + "\n".join(map(str.strip, plain_children(tokens[text].children or []).splitlines())))
    if not found or (start and (found.names or end - at != LIST_OF_ONE)):
        return None
    if kind == "heading_open" and not found.names:
        return None
    surely = found.day or any(map(OFFICE.search, found.names))
    if tokens[at].tag == "h2" and plain_text(tokens[text])[:1].isupper() and not surely:
        return None  # "By Popular Demand"
    return found._replace(end=end)


def _rows(table: list[Token]) -> list[str]:
    """Return the rows of a table of two columns as lines "key: value"; none where it has another number."""
    cells = [plain_text(token) for token in table if token.type == "inline"]
    if len(cells) != _COLUMNS * sum(token.type == "tr_open" for token in table):
        return []
    return [": ".join(row) for row in zip(cells[::2], cells[1::2], strict=True) if all(row)]


def _day_heading(tokens: list[Token], at: int, names: _Line) -> _Line | None:
    """Return the day that a heading says right below one that says names, if it is of no higher level.

    Where other headings say days too, it is a diary.
    """
    day = names.end
    if not names.names or day >= len(tokens) or not tokens[at].type == tokens[day].type == "heading_open":
        return None
    found = _byline(plain_text(tokens[day + 1]))
    if not found or found.names or not found.day or tokens[day].tag < tokens[at].tag:
        return None
    others = (index for index in range(day + BLOCK, len(tokens)) if tokens[index].type == "heading_open")
    return None if any(_day(plain_text(tokens[index + 1])) for index in others) else found._replace(end=day + BLOCK)


def _byline(text: str) -> _Line | None:
    """Return what a text says that is a byline, a date, or both; with the time of reading or without.

    An office alone is a name where a day stands beside it: "Chief Editor | 6 November 2026".
    """
    text = text.strip(" .\n")
    text = text[1:-1] if text[:1] + text[-1:] in _AROUND else text
    if len(text) > _LONGEST or not _MAYBE.search(text):
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
            updated = _day(change["day"])
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
    if days and not names and 0 < len(strange) <= _OFFICE_AND_PLACE and _is_office(strange[0]):
        names = (strange.pop(0),)
    # A section or a place may stand beside the names and the day, or beside an office.
    if len(days) > 1 or not (days or names or updated or read):
        return None
    if strange and not (names and (days or (len(strange) == 1 and all(map(_is_office, names))))):
        return None
    # Of several the page can show but one.
    section = "" if more else section
    return _Line(names, days[0] if days else None, more or bool(strange), dated, updated, section)


def _part(text: str) -> _Line | None:
    if day := _day(text):
        return _Line(day=day)
    if (match := _DAY_FIRST.fullmatch(OF_DAY.sub("", text))) and (day := _day(match["day"])):
        text = match["rest"]
    for comma in () if day else _BEFORE_DAY.finditer(text):
        if day := _day(text[comma.end() :]):
            text = text[: comma.start()]
            break
    if not day and (match := _FILED.fullmatch(text)) and (day := _day(match["day"])):
        return _Line(day=day, more=True)
    filed = _FILED_NAMES.fullmatch(text)
    match = _BYLINE.fullmatch(filed["names"] if filed else text)
    if match and (office := OFFICE_ELSEWHERE.fullmatch(match["names"])):
        return _Line((_titled(office["name"]),), day, dated=bool(match["seldom"]))
    if match and match["elsewhere"] and (desk := _DESK.fullmatch(match["names"])):
        return _Line((_titled(desk["name"]),), day, dated=not NEWSROOM.fullmatch(desk["name"]))
    names = split_names(_with_commas(match["names"])) if match else ()
    if not match or not names or len(names) > _MOST_NAMES or not all(map(_is_name, names)):
        return None
    roles = [name for name in names[1:] if ROLE.search(name) and f", {name}" in match["names"]]
    if not roles and _is_full(names[0]) and not _is_full(names[-1]) and match["names"].endswith(f", {names[-1]}"):
        roles = [names[-1]]  # a place or an agency
    plain = all((_is_full(name) and all(map(_is_capital, name.split()))) or NEWSROOM.fullmatch(name) for name in names)
    dated = bool(match["seldom"] or (match["elsewhere"] and not plain))
    return _Line(tuple(name for name in names if name not in roles), day, bool(roles or filed), dated)


def _titled(name: str) -> str:
    return name[0].upper() + name[1:]


def _with_commas(names: str) -> str:
    """Return names with a comma between those that another language joins; "Ortega y Gasset" is one."""
    parts = AND_ELSEWHERE.split(names)
    return ", ".join(parts) if all(map(_is_full, parts)) else names


def _is_office(text: str) -> bool:
    words = text.split()
    return 1 < len(words) <= _MOST_WORDS and all(map(_is_capital, words)) and bool(OFFICE.search(text))


def _is_full(name: str) -> bool:
    return " " in name.strip()


def _day(text: str) -> date | None:
    try:
        return read_date(OF_DAY.sub("", text.strip("()")), ZoneInfo("UTC")).date()
    except DateError:
        return None


def _is_name(text: str) -> bool:
    words = text.split()
    return len(words) <= _MOST_WORDS and _is_capital(words[0]) and _is_capital(words[-1])


def _is_capital(word: str) -> bool:
    """Tell whether a word begins with a capital, or a letter of a script that has none."""
    return word[0].isalpha() and not word[0].islower()

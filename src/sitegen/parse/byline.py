"""What stands around the text proper: a byline at the top leaves it, and its first paragraph says what it is about."""

import re
from datetime import date
from typing import NamedTuple
from zoneinfo import ZoneInfo

from markdown_it.token import Token

from sitegen.base.dates import DateError, read_date
from sitegen.base.patterns import regex
from sitegen.parse.elements import figure_of
from sitegen.parse.headings import plain_children, plain_text
from sitegen.parse.people import split_names

_BYLINE = regex(
    r"(?:(?:(?:written|posted|published|reported|words|story)\s+)?by:?|authors?:)\s+(?P<names>[^\W\d_][^!?:\n]{1,70})",
    re.IGNORECASE,
)
_DAY_FIRST = regex(
    r"(?:(?:written|posted|published)\s+)?(?:on\s+)?(?P<day>[^!?:\n]{8,30}?),?\s+(?P<rest>by\s.*)", re.IGNORECASE
)
_BETWEEN = regex(r"\s*[|·•\n]\s*|\s+[–—-]\s+")
_BEFORE_DAY = regex(r",\s+|\s+on\s+", re.IGNORECASE)
_READING_TIME = regex(r"\(?\d{1,3}[\s-]*min(?:ute)?s?\.?(?:\s+read)?\)?", re.IGNORECASE)
_LONGEST = 140
_MOST_NAMES = 6
_MOST_WORDS = 5
_SHORTEST_LEAD = 4
_LONG_WITHOUT_SPACES = 24
_LISTS = ("bullet_list", "ordered_list", "list_item")


class Byline(NamedTuple):
    """Who wrote a text, and when."""

    names: tuple[str, ...]
    day: date | None = None


def take_byline(tokens: list[Token], known: Byline) -> tuple[Byline, list[Token]]:
    """Return the byline, and the tokens without a first paragraph or heading that says no more than "by …" and when.

    The paragraph stays where the front matter or the path, which are `known`, say something else.
    """
    if not tokens or tokens[0].type not in ("paragraph_open", "heading_open") or tokens[0].tag == "h1":
        return known, tokens
    found = _byline("\n".join(map(str.strip, plain_children(tokens[1].children or []).splitlines())))
    if not found:
        return known, tokens
    if known.names and {name.casefold() for name in found.names} != {name.casefold() for name in known.names}:
        return known, tokens
    if tokens[0].tag == "h2" and not known.names and plain_text(tokens[1])[:1].isupper():
        return known, tokens  # "By Popular Demand"
    names = known.names or found.names
    if known.day and found.day and known.day != found.day:
        return Byline(names, known.day), tokens
    return Byline(names, known.day or found.day), tokens[3:]


def _byline(text: str) -> Byline | None:
    """Return what a line says that is a byline, with a date and the time of reading or without."""
    text = text.strip(" .\n")
    if len(text) > _LONGEST:
        return None
    first, *further = _BETWEEN.split(text)
    days = [_day(part) for part in further if not _READING_TIME.fullmatch(part)]
    if match := _DAY_FIRST.fullmatch(first):
        first, days = match["rest"], [*days, _day(match["day"])]
    else:
        for comma in _BEFORE_DAY.finditer(first):
            if day := _day(first[comma.end() :]):
                first, days = first[: comma.start()], [*days, day]
                break
    match = _BYLINE.fullmatch(first)
    names = split_names(match["names"]) if match else ()
    if not names or len(names) > _MOST_NAMES or not all(map(_is_name, names)) or None in days or len(days) > 1:
        return None
    return Byline(names, days[0] if days else None)


def _day(text: str) -> date | None:
    try:
        return read_date(text, ZoneInfo("UTC")).date()
    except DateError:
        return None


def _is_name(text: str) -> bool:
    words = text.split()
    return len(words) <= _MOST_WORDS and words[0][0].isupper() and words[-1][0].isupper()


def lead(tokens: list[Token]) -> str:
    """Return the first paragraph that says something, as plain text: no heading, callout, image or byline.

    A text that is all lists says it in the first entry of one.
    """
    short = listed = ""
    depth = lists = 0
    for index, token in enumerate(tokens):
        if token.type == "paragraph_open" and depth == lists and not (depth and listed):
            text = _words(tokens[index + 1])
            if not _says_something(text) or _byline(text):
                short = short or ("" if depth else text)
            elif depth:
                listed = text
            else:
                return text
        depth += token.nesting
        lists += token.nesting if token.type.startswith(_LISTS) else 0
    return short or listed


def _words(line: Token) -> str:
    """Return the text of a line, without images and what stands below one as its caption."""
    children = line.children or []
    children = [] if figure_of(children) else [child for child in children if child.type != "image"]
    return " ".join(plain_children(children).split())


def _says_something(text: str) -> bool:
    return len(text.split()) >= _SHORTEST_LEAD or len(text) >= _LONG_WITHOUT_SPACES

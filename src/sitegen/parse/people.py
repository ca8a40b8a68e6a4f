"""Bylines become names."""

import re

_BY = re.compile(r"^\s*by[:\s]\s*", re.IGNORECASE)
_MARKS = re.compile(r"[*†‡§¶¹²³⁴⁵⁶⁷⁸⁹⁰]+(?=\s|,|$)|\\\*")
_EMAIL = re.compile(r"\s*<[^<>\s]*@[^<>\s]*>|\s*\([^()\s]*@[^()\s]*\)")
_ENGLISH_AND = re.compile(r"\s*,?\s+and\s+|\s+&\s+", re.IGNORECASE)
_COMMA = re.compile(r"\s*[,;]\s*")
_SUFFIX = re.compile(r"^(?:jr|sr|ph\.?\s?d|m\.?d|esq|ii|iii|iv|msc|bsc|m\.?a|inc|llc|ltd|gmbh)\.?$", re.IGNORECASE)
_BODY = re.compile(
    r"\b(?:team|teams|desk|group|wg|committee|foundation|board|office|department|council|project|institute|university|"
    r"lab|labs|initiative|association|society|staff|editors|development|research|partners|sons)$",
    re.IGNORECASE,
)
_NAME = re.compile(r"[^\W\d_][\w.'’-]*(?:\s+[\w.'’-]+){1,4}$")


def split_names(text: str) -> tuple[str, ...]:
    """Return the names in a byline: `By A, B and C`, `A* and B*`; "Jr." and a desk's "and" stay in their name."""
    names: list[str] = []
    for part in _COMMA.split(_BY.sub("", text, count=1)):
        if names and _SUFFIX.match(part):
            names[-1] += f", {part}"
            continue
        names.extend(_at_and(part))
    return _clean(names)


def name_or_names(text: str) -> tuple[str, ...]:
    """Return the names in one entry of a list, which is one name unless it plainly joins full names with `and`."""
    parts = [piece for part in _COMMA.split(text) for piece in _ENGLISH_AND.split(part)]
    joined = _ENGLISH_AND.search(text)
    if joined and len(parts) > 1 and all(_is_person(part) for part in parts):
        return _clean(parts)
    return _clean([text])


def _is_person(text: str) -> bool:
    return bool(_NAME.match(text.strip())) and not _BODY.search(text.strip())


def _at_and(part: str) -> list[str]:
    pieces = [piece for piece in _ENGLISH_AND.split(part) if piece]
    if len(pieces) == 2 and " " not in pieces[0].strip() and _BODY.search(pieces[1].strip()):
        return [part]
    return pieces


def _clean(names: list[str]) -> tuple[str, ...]:
    cleaned = (re.sub(r"\s+", " ", _MARKS.sub("", _EMAIL.sub("", name))).strip(" *_") for name in names)
    cleaned_names = [re.sub(r"^(?:and|by)\s+", "", name, flags=re.IGNORECASE) for name in cleaned]
    return tuple(dict.fromkeys(name for name in cleaned_names if name))

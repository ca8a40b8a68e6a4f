"""Bylines become names."""

import re
from functools import lru_cache
from itertools import pairwise

from sitegen.base.patterns import regex

_BY = regex(r"^\s*by[:\s]\s*", re.IGNORECASE)
_MARKS = regex(r"\\?[*†‡§¶¹²³⁴⁵⁶⁷⁸⁹⁰]+(?=[\s,]|$)")
_EMAIL = regex(r"\s*<[^<>\s]*@[^<>\s]*>|\s*\([^()\s]*@[^()\s]*\)")
"""An address of mail behind a name."""
_AND = regex(r"\s*,?\s+and\s+|\s*,?\s+&\s+", re.IGNORECASE)
AND_ELSEWHERE = regex(r"\s+(?:with|und|et|y|e|en|i|oraz|ve|и|та|і|й|och|og|a|dan|và|و|और)\s+")
"""Of other languages, and "with"; names hold such words as well."""
_LINK = regex(
    r"\[\[(?:[^\[\]|]+\|)?([^\[\]|]+)\]\]|\[([^\[\]]+)\]\([^()\s]*\)|"
    r"<sup\b[^<>]*>[^<>]*</sup>|</?(?:a|b|br|em|i|span|strong)\b[^<>@]*>",
    re.IGNORECASE,
)
"""A link, its tags, and others that say how a name looks."""
_COMMA = regex(r"\s*[,;，；、،؛](?![^()]*\))\s*")
"""One in parentheses parts no names."""
_ARTICLE = regex(r"^(?:[Aa]nd|[Bb]y|the)\s+")
_SUFFIX = regex(r"(?:jr|sr|ph\.?\s?d|m\.?d|esq|ii|iii|iv|msc|bsc|m\.?a|inc|llc|ltd|gmbh|e\.?\s?v)\.?", re.IGNORECASE)
"""What belongs to the name before it, though a comma parts them."""
# What ends the name of a desk or a company, and what is an office rather than a name.
_BODY = regex(
    r"\b(?:teams?|desk|group|wg|committee|foundation|board|office|department|council|project|institute|university|labs?|"
    r"initiative|association|society|staff|editors|development|research|partners|sons|news|agency|service|collective|corp|company|press|media|times|post|school|college)$",
    re.IGNORECASE,
)
OFFICES = "editor|reporter|correspondent|journalist|writer|analyst|researcher|director|founder"
"""Who may sign for a publication by an office."""
_OFFICE = regex(
    rf"\b(?:{OFFICES}|manager|lead|head|professor|chair|officer|president|engineer|scientist|fellow|ceo|cto|author|"
    r"contributor|student|inc|llc|ltd|behalf)\b",
    re.IGNORECASE,
)
_ROLE = regex(
    rf"(?i:(?:[\w&/-]+[ ]){{0,4}}(?:{OFFICES}|manager|engineer|scientist|developer|designer|professor|officer|"
    r"advis[eo]r|consultant|specialist|strategist|columnist|coordinator|expert|contributor)|"
    r"(?:head|chief|director|professor|minister|secretary|president|vice president) of\b.*|"
    r"author|co-founder|president|ceo|cto)|(?:[\w&/-]+[ ]){1,4}(?:lead|head|fellow|chair)"
)
"""What somebody does; in capitals "Head" may end a name."""
_WORD = r"[^\W\d_][\w.'’-]*"
_FULL_NAME = regex(rf"{_WORD}(?:\s+{_WORD}){{1,3}}")


def split_names(text: str) -> tuple[str, ...]:
    """Return the names in a byline: `By A, B and C`, `A* and B*`; "Jr." and a desk's "and" stay in their name."""
    names: list[str] = []
    for part in _COMMA.split(_BY.sub("", _unlinked(text), count=1)):
        if names and _SUFFIX.fullmatch(part):
            names[-1] += f", {part}"
        else:
            names.extend(_at_and(part))
    return _clean(names)


def names_in(text: str) -> tuple[str, ...]:
    """Return the names in a line of authors, without what somebody does: "Jane Doe, Senior Editor"."""
    names = split_names(text)
    roles = [name for before, name in pairwise(names) if f", {name}" in text and is_role(name) and _is_person(before)]
    return tuple(name for name in names if name not in roles)


def is_role(text: str) -> bool:
    """Tell whether this is what somebody does, as it stands behind a name."""
    return bool(_ROLE.fullmatch(text))


def _at_and(part: str) -> list[str]:
    pieces = _pieces(part)
    one_desk = len(pieces) == 2 and " " not in pieces[0].strip() and _BODY.search(pieces[1])
    return [part] if one_desk else pieces


def _pieces(part: str) -> list[str]:
    """Return what "and" joins; "with" and its like in other languages join full names: "Ortega y Gasset" is one."""
    pieces = [piece for piece in _AND.split(part) if piece]
    others = AND_ELSEWHERE.split(part) if len(pieces) == 1 else ()
    return others if len(others) > 1 and all(map(_is_person, others)) else pieces


def _is_person(text: str) -> bool:
    return (
        bool(_FULL_NAME.fullmatch(text)) and not _BODY.search(text) and all(word[0].isupper() for word in text.split())
    )


@lru_cache(maxsize=4096)
def name_or_names(text: str) -> tuple[str, ...]:
    """Return the names in one entry of a list: it is one name, unless it plainly joins several."""
    text = _unlinked(text)
    parts = [piece for part in _COMMA.split(text) for piece in _pieces(part)]
    joined = bool(_AND.search(text))
    return _clean(parts if len(parts) > 1 and _several(parts, joined=joined) else [text])


def _unlinked(text: str) -> str:
    """Return names without links and tags: a byline leads to the author's page."""
    return _LINK.sub(r"\1\2", text)


def _several(parts: list[str], *, joined: bool) -> bool:
    """Tell whether the pieces of an entry are names of their own."""
    if any(_OFFICE.search(part) for part in parts):
        return False
    if all(_FULL_NAME.fullmatch(part) and not _BODY.search(part) for part in parts):
        return joined or all(map(_is_person, parts))
    if not joined:
        return False
    if parts[-1].startswith(("the ", "The ", "@")) and " " in parts[0]:
        return True
    # Of two words, handles are names, and "Research & Policy" is one.
    return not _BODY.search(parts[-1]) and (
        len(parts) > 2 or any(" " in part for part in parts) or all(map(str.islower, parts))
    )


def _clean(names: list[str]) -> tuple[str, ...]:
    cleaned = (" ".join(_MARKS.sub("", _EMAIL.sub("", name)).split()).strip("*_ ") for name in names)
    return tuple(dict.fromkeys(_ARTICLE.sub("", name, count=1) for name in cleaned if name))

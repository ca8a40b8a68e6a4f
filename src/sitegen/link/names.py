"""Names as people write them become slugs, one spelling for each, and warnings where two nearly agree."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from sitegen.base.digest import digest
from sitegen.base.patterns import regex
from sitegen.base.slugs import slugify

_SLUG_LIKE = regex(r"[a-z]+(?:-[a-z]+)+")
_LONG = 12
"""Names of this many letters may differ in two places and still be nearly the same."""
_LONGEST = 200
"""Bytes of a slug: with what pages add to it, it stays below the 255 that file systems hold."""


def name_slug(text: str) -> str:
    """Return a slug that is never empty: where no letter or digit is left, the code points in hexadecimal.

    Where no file system could hold it, its end gives way to a mark that only this text has.
    """
    slug = slugify(text) or "u" + "-".join(f"{ord(char):x}" for char in text if not char.isspace())
    written = slug.encode()
    if len(written) <= _LONGEST:
        return slug
    kept = written[: _LONGEST - 9].decode(errors="ignore").rstrip("-")
    return f"{kept}-{digest(written)[:8]}"


def spelling(spellings: Counter[str]) -> str:
    """Return the spelling that most articles use; of equals the first in text order."""
    return min(spellings, key=lambda text: (-spellings[text], text))


def from_slug(text: str) -> str:
    """Return `policy-desk` as `Policy Desk`, anything else as it is."""
    return " ".join(part.capitalize() for part in text.split("-")) if _SLUG_LIKE.fullmatch(text) else text


def headline_case(text: str) -> str:
    """Return a name that is all in small letters as it would stand in a menu: `policy` as `Policy`, `eu` as `EU`."""
    if text != text.lower():
        return text
    text = text.replace("-", " ") if _SLUG_LIKE.fullmatch(text) else text
    return text.upper() if len(text) == 2 and text.isascii() else text[:1].upper() + text[1:]


def same_name(one: str, other: str) -> bool:
    """Tell whether two spellings with one slug mean the same: only case, accents, spaces and punctuation differ."""
    return _plain(one) == _plain(other)


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in decomposed if char.isalnum() or char in "+#")


def near_names(slugs: Iterable[str], known: Mapping[str, str]) -> dict[str, str]:
    """Return, for each slug that is not known but nearly equals a known one, what the known one stands for.

    Nearly: a letter more, less, other or in another place (two such differences in long names), or the same words in
    another order. Digits must agree, so that `gpt-4` and `gpt-5` stay apart. Linear in the number of slugs.
    """
    shapes: dict[str, str] = {}
    for slug in sorted(known, reverse=True):
        for shape in _shapes(slug):
            shapes[shape] = slug
    found = {}
    for slug in slugs:
        if slug in known:
            continue
        digits = _digits(slug)
        matches = (shapes[shape] for shape in _shapes(slug) if shape in shapes)
        close = min((match for match in matches if _digits(match) == digits), default=None)
        if close is not None:
            found[slug] = known[close]
    return found


def _digits(slug: str) -> str:
    return "".join(char for char in slug if char.isdigit())


def _shapes(slug: str) -> Iterator[str]:
    yield " ".join(sorted(slug.split("-")))
    letters = slug.replace("-", "")
    if len(letters) < 4 or len(letters) > 60:
        return
    yield letters
    once = {letters[:at] + letters[at + 1 :] for at in range(len(letters))}
    yield from once
    if len(letters) >= _LONG:
        for text in once:
            yield from (text[:at] + text[at + 1 :] for at in range(len(text)))

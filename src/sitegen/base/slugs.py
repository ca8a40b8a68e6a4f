"""Names become slugs: the parts of addresses, by which articles, sections, tags and authors are known."""

import re
import unicodedata

from sitegen.base.paths import article_id
from sitegen.base.patterns import regex

# Letters that Unicode decomposition leaves alone.
_FOLD = str.maketrans({
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i", "ħ": "h", "ŋ": "n",
})  # fmt: skip
_ASCII_SLUG = bytes(ord(chr(code).lower()) if code < 128 and chr(code).isalnum() else ord(" ") for code in range(256))
"""Of each byte of ASCII what it is in a slug; a space where it parts two words."""
_HYPHENS = regex(r"-+")
_JOINERS = frozenset("\u00ad\u200c\u200d")
"""What stands within words and is not seen."""
_DAY = regex(r"^\d{4}-\d\d?-\d\d?[-_](?=.)")
_ID = regex(r"(?<=\S) [0-9a-f]{32}$")
_OF_ARTICLES = regex(r"(?:^|/)(?:blog|news|posts?|articles?|[0-9]{4}(?:/[0-9]{1,2}){0,2})$")
"""A folder that has articles in it."""
_AMONG_ARTICLES = regex(r"(?:^|/)(?:blog|news|posts?|articles?)(?:/|$)")
"""One that may have them in folders."""
_ENDING = regex(r"\.\w*[a-z]\w*$", re.IGNORECASE)
"""The kind of a file, behind a dot; a number there is part of a name, as in `v1.2.0`."""
_PAGE = regex(r"(?:/index)?\.html?$")
_SAID_BEHIND = regex(r"\s[–—-]\s|\s\([^()]*\)$")
"""What a line says of a title, behind it."""


def slugify(text: str) -> str:
    """Return a lower-case address part, `""` if nothing is left: accents of Latin letters folded, other scripts kept.

    `+` and `#` are spelled out after a letter, so that C, C++ and C# stay apart.
    """
    if "+" in text or "#" in text:
        text = re.sub(r"(?<=\w)\+", " plus ", text)
        text = re.sub(r"(?<=\w)#", " sharp ", text)
    if text.isascii():
        return _ascii_slug(text)
    text = text.casefold().translate(_FOLD)
    if text.isascii():
        return _ascii_slug(text)
    return _HYPHENS.sub("-", unicodedata.normalize("NFC", _fold(text))).strip("-")


def _ascii_slug(text: str) -> str:
    """Return the words between hyphens, several times faster than with a pattern."""
    return b"-".join(text.encode().translate(_ASCII_SLUG).split()).decode()


def _fold(text: str) -> str:
    """Return letters and digits with their marks, but Latin letters without; a hyphen for anything else."""
    kept: list[str] = []
    bears_marks = False
    for char in unicodedata.normalize("NFKD", text):
        if unicodedata.category(char)[0] == "M":
            # Vowels of Indian and Thai script, and what makes a Cyrillic letter another one.
            kept.append(char if bears_marks else "")
        elif char not in _JOINERS:
            is_word = char.isalnum()
            bears_marks = is_word and char >= "\u0250"
            kept.append(char if is_word else "-")
    return "".join(kept)


def title_slugs(text: str) -> tuple[str, ...]:
    """Return the slugs of what a line may mean by title: of all of it, and of it before a dash or a parenthesis."""
    before = _SAID_BEHIND.split(text, maxsplit=1)[0]
    slugs = (slugify(text), slugify(before)) if before != text else (slugify(text),)
    return tuple(filter(None, slugs))


def _last_slug(path: str) -> str:
    """Return the slug of the last part of an id or an address."""
    return slugify(_PAGE.sub("", path).rpartition("/")[2])


def known_slugs(ident: str, address: str) -> tuple[str, ...]:
    """Return the slugs by which an article may be meant: of its id, with the day in it and without, and its address."""
    folder, slash, name = ident.rpartition("/")
    places = (ident, folder + slash + without_day(name), folder + slash + without_id(name), address.rstrip("/"))
    return tuple(dict.fromkeys(map(_last_slug, places)))


def telling_slug(path: str) -> str:
    """Return the slug by which an article is known wherever it stands; `""` where a path need not be one of articles.

    So `/health-care.html`, `/2024/05/health-care/` and `/posts/health-care` mean the same article. A single word is
    told by the folder: `/posts/health/` means one, and `/topics/health/` none. So is a version: `/posts/new/v1.2.0/`.
    """
    folder, _, last = _PAGE.sub("", article_id(path).rstrip("/")).rpartition("/")
    slug = slugify(last)
    if "." in last:
        tells = bool(_AMONG_ARTICLES.search(folder)) and not _ENDING.search(last)
    else:
        tells = "-" in slug or bool(_OF_ARTICLES.search(folder))
    return slug if tells else ""


def without_day(name: str) -> str:
    """Return a name without the day before it, as in `2026-11-20-news` and `2026-11-20_news`."""
    return _DAY.sub("", name) if name[:1].isdigit() else name


def without_id(name: str) -> str:
    """Return a name without the id that Notion puts behind the title of a page: `A title 0123456789abcdef…`."""
    return _ID.sub("", name) if " " in name else name

"""What an export holds, whichever system wrote it."""

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Literal

from sitegen.base.diagnostics import Diagnostic
from sitegen.base.noun import Noun, Struct, field
from sitegen.base.patterns import regex

MARKS = regex("[\U000f0000-\U000ffffd]")
"""Characters that mark where in a text a person should look, until the line is known; no text has them itself."""


def mark_of(number: int) -> str:
    """Return the mark with a number."""
    return chr(0xF0000 + number)


class Picture(Noun):
    """One file that was uploaded."""

    url: str
    alt: str = ""
    caption: str = ""
    """HTML."""
    owner: str = ""
    """Key of the article for which it was uploaded."""
    page: str = ""
    """Address of a page that shows it alone."""


class Writer(Noun):
    """Somebody who may have written an article."""

    name: str
    slug: str
    """Last part of the address at which the old site lists their articles."""
    biography: str = ""
    """HTML."""
    image: str = ""
    links: tuple[str, ...] = ()


class Text(Noun):
    """The text of one article."""

    html: str
    footnotes: Mapping[str, str] = {}
    """HTML by the id that calls for it, where the text itself has none."""
    lines: bool = False
    """Whether line breaks and empty lines count, as in the classic editor of WordPress."""
    lost: tuple[str, ...] = ()
    """What is lost of it, worded for the middle of a sentence, by the numbers of its marks."""


class Post(Noun):
    """One article or page. Its text is read when it is asked for: all of them may be more than memory holds."""

    key: str
    """What the export calls it."""
    kind: Literal["article", "page"]
    title: str
    slug: str
    link: str
    """Full URL, or an address of the site; empty where it had none."""
    date: datetime | None
    """Without a zone it is in that of the site."""
    text: Callable[[], Text]
    updated: datetime | None = None
    authors: tuple[str, ...] = ()
    """Keys of writers, or names."""
    section: str = ""
    tags: tuple[str, ...] = ()
    description: str = ""
    image: Picture | None = None
    extra: Mapping[str, str | bool] = {}
    """Further front matter."""
    hidden: str = ""
    """Why it was not for everybody, as `draft` or `private`; empty where it was."""


class Export(Struct):
    """One export."""

    program: str
    title: str = ""
    tagline: str = ""
    url: str = ""
    """Where the site stood, with `/` at its end; empty where the export does not say it."""
    language: str = ""
    zone: str = ""
    """IANA name; empty where the export does not say it."""
    clocks: Counter[tuple[str, str]] = field(default_factory=Counter)
    """Local times with what they are in UTC, which tell the zone."""
    writers: dict[str, Writer] = field(default_factory=dict)
    pictures: dict[str, Picture] = field(default_factory=dict)
    posts: list[Post] = field(default_factory=list)
    terms: dict[str, str] = field(default_factory=dict)
    """Keys of categories to their slugs."""
    lists: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Old address of a list to what it is called here: `sections`, `tags` or `authors`, and the name."""
    left: Counter[str] = field(default_factory=Counter)
    """How many of each kind of thing are left out."""
    damage: list[Diagnostic] = field(default_factory=list)
    shared: dict[str, Callable[[], str]] = field(default_factory=dict)
    """What several articles show, by key, as WordPress keeps it."""

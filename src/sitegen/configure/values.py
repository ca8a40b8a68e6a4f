"""Each setting's value is judged by itself: addresses, names, numbers."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, available_timezones

from sitegen.base.codes import CODES
from sitegen.base.languages import is_language, meant_language
from sitegen.base.paths import is_mail_address
from sitegen.base.patterns import regex
from sitegen.base.slugs import slugify
from sitegen.base.text import did_you_mean, nearest
from sitegen.base.toml import KeyPath
from sitegen.model.config import PERMALINK_PART
from sitegen.model.output import FEED_FORMATS

Verdict = tuple[str, str] | None
"""What is wrong and what to do, or None."""

_OFFSET = regex(r"(?:UTC|GMT)?\s*[+-]\s*\d{1,2}(?::?\d\d)?")
_KEY = regex(r"[A-Za-z0-9-]{8,128}")
_REMOTE = regex(r"(?:ssh://)?[\w.-]+@([^\s:/]+)(?::\d+(?=/))?[:/](\S+?)(?:\.git)?/*")
_FOUNDED = regex(r"\d{4}(?:-\d\d){0,2}")
_NO_BRANCH = regex(r"\s|[~^:?*\[\\]|\.\.|@\{|//|/\.|^[-/.]|[/.]$|\.lock$|^@?$")
"""What git refuses in the name of a branch."""
_HOST = regex(r"[^\s\"'<>\\^`{|}%]+")


def absolute_url(value: str) -> Verdict:
    """Judge a full http(s) URL."""
    invalid = "must be a valid URL", "write it as in https://news.example/"
    try:
        parts = urlsplit(value)
        if parts.port == 0:
            return invalid
    except ValueError:
        return invalid
    if parts.scheme not in {"http", "https"} or not parts.netloc:
        guess = value.split("://", 1)[-1].lstrip("/")
        hint = f"write https://{guess}" if "." in guess and " " not in guess else "begin with https://"
        return "must be a full http or https URL", hint
    if any(char.isspace() or not char.isprintable() for char in value):
        return "must be a URL without spaces", "write %20 where one is meant"
    return None if _HOST.fullmatch(parts.hostname or "") else invalid


def site_url(value: str) -> Verdict:
    """Judge the address of the whole site."""
    if wrong := absolute_url(value):
        return wrong
    parts = urlsplit(value)
    if bare := re.match(r"([^?#]*)[?#]", value):
        return "must be a URL without a query and a fragment", f"write {bare[1]}"
    if "@" in parts.netloc:
        return "must be a URL without a name and a password", "leave out what stands before the @"
    return None


def address(value: str) -> Verdict:
    """Judge an address of the site or a full URL."""
    if not value or (value.startswith("/") and not value.startswith("//")) or value.startswith(("#", "mailto:")):
        return None
    if "://" in value:
        return absolute_url(value)
    return "must begin with / or be a full URL", f"write /{value}"


def _permalink(value: str) -> Verdict:
    if not value:
        return None
    fixed = PERMALINK_PART.sub("", value)
    if strange := re.search(r"[?#<>\"|*\\]|(?<![^/])\.\.(?![^/])", fixed):
        return f'has "{strange[0]}", which cannot stand in an address', "leave it out"
    if strange := re.search(r"[:%{]\w*", fixed):
        known = ":year, :month, :day, :section, :folder and :slug"
        return f'has "{strange[0]}", which stands for nothing', f"write of {known} those that are wanted"
    if ":slug" not in value:
        return "must hold :slug, or two articles of one day would stand at one address", "write /:year/:month/:slug/"
    return None if value.startswith("/") else ("must begin with /", f"write /{value}")


def _language(value: str) -> Verdict:
    if is_language(value):
        return None
    code = meant_language(value)
    hint = f'write "{code}"' if code else 'write a code as in "en", "de-AT" or "zh-Hant"'
    return "is not a language code (BCP 47)", hint


def _timezone(value: str) -> Verdict:
    try:
        ZoneInfo(value)
    except (KeyError, ValueError, OSError):
        known = available_timezones()
        if _OFFSET.fullmatch(value):
            return "is an offset, not a time zone", 'write an IANA name as in "Europe/Berlin", which knows summer time'
        cities = {name.rsplit("/", 1)[-1]: name for name in sorted(known)}
        near = nearest(value, known) or cities.get(nearest(value.rsplit("/", 1)[-1], cities) or "")
        return "is not a time zone", did_you_mean(near, 'write an IANA name as in "Europe/Berlin"')
    return None


def _day(value: str) -> Verdict:
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return ("is not a date", "write it as 2027-01-31") if value else None
    return None


def _email(value: str) -> Verdict:
    if not value or is_mail_address(value):
        return None
    return "is not an e-mail address", "write it as in desk@news.example"


def _repository(value: str) -> Verdict:
    if remote := _REMOTE.fullmatch(value):
        return (
            "must be the URL that people open, not the one that git pushes to",
            f"write https://{remote[1]}/{remote[2]}",
        )
    return absolute_url(value) if value else None


def _founded(value: str) -> Verdict:
    return None if not value or _FOUNDED.fullmatch(value) else ("must be a year or a date", "write it as 2024")


def _host(value: str) -> Verdict:
    if _HOST.fullmatch(value) and "/" not in value:
        return None
    return "must be a host alone", f"write {urlsplit(value if '//' in value else f'//{value}').netloc or 'cdn.example'}"


def _key(value: str) -> Verdict:
    if not value or _KEY.fullmatch(value):
        return None
    return "must be 8 to 128 letters, digits or -", "copy the key again"


def _slug(wanted: str, sample: str) -> Callable[[str], Verdict]:
    def judge(value: str) -> Verdict:
        slug = slugify(value)
        return None if value and slug == value else (wanted, f"write {slug or sample}")

    return judge


def _within(low: int, high: int | None = None) -> Callable[[int], Verdict]:
    def judge(value: int) -> Verdict:
        if value < low or (high is not None and value > high):
            wanted = f"from {low} to {high}" if high is not None else f"{low} or more"
            return f"must be {wanted}, not {value}", "change it, or leave it out for the usual value"
        return None

    return judge


def _one_of(*names: str) -> Callable[[str], Verdict]:
    def judge(value: str) -> Verdict:
        if value in names:
            return None
        return f"must be one of {', '.join(names)}", did_you_mean(nearest(value, names), f'write "{names[0]}"')

    return judge


def _some(*names: str) -> Callable[[tuple[str, ...]], Verdict]:
    def judge(value: tuple[str, ...]) -> Verdict:
        if not value:
            return "must not be empty", f"name one or more of {', '.join(names)}"
        twice = next((name for place, name in enumerate(value) if name in value[:place]), None)
        return (f'names "{twice}" twice', "take one of them out") if twice else None

    return judge


def _branch(value: str) -> Verdict:
    if not _NO_BRANCH.search(value):
        return None
    return "is no name that a branch can have", f"write {slugify(value) or 'gh-pages'}"


def _title(value: str) -> Verdict:
    return None if value.strip() else ("must not be empty", "write the name of the publication")


def _warning(value: str) -> Verdict:
    if (code := CODES.get(value)) and code.severity == "warning":
        return None
    if code:
        return f'names the error "{value}", which is always told', "take it out"
    area, mark, _ = value.partition("/")
    if mark and not any(name.startswith(f"{area}/") for name in CODES):
        return None  # an extension's own
    known = [name for name, code in CODES.items() if code.severity == "warning"]
    hint = did_you_mean(nearest(value, known), "write it as the build does, in brackets behind each warning")
    return f'names "{value}", which is no kind of warning', hint


RULES: Mapping[KeyPath, Callable[..., Verdict]] = {
    ("site", "title"): _title,
    ("site", "permalink"): _permalink,
    ("site", "undated"): _day,
    ("site", "language"): _language,
    ("site", "languages", "*"): _language,
    ("site", "timezone"): _timezone,
    ("site", "email"): _email,
    ("site", "repository"): _repository,
    ("site", "founded"): _founded,
    ("site", "same_as", "*"): absolute_url,
    ("site", "menu", "*", "url"): address,
    ("site", "footer", "*", "url"): address,
    ("site", "policies", "*"): address,
    ("build", "page_size"): _within(1),
    ("build", "ignore_warnings", "*"): _warning,
    ("build", "workers"): _within(0),
    ("markdown", "callout_kinds", "*"): _slug("must be lower-case words with -", "field-note"),
    ("markdown", "hosts", "*"): _host,
    ("feeds", "formats"): _some(*FEED_FORMATS),
    ("feeds", "formats", "*"): _one_of(*FEED_FORMATS),
    ("feeds", "limit"): _within(1),
    ("feeds", "hubs", "*"): absolute_url,
    ("feeds", "query", "*", "name"): _slug("is a folder's name and must be lower-case words with -", "best-of"),
    ("related", "count"): _within(0, 100),
    ("images", "widths", "*"): _within(1),
    ("images", "formats", "*"): _one_of("avif", "webp"),
    ("images", "quality"): _within(1, 100),
    ("redirects", "*"): address,
    ("deploy", "branch"): _branch,
    ("machines", "llms_full"): _within(0),
    ("machines", "security_expires"): _day,
    ("machines", "indexnow_key"): _key,
}
"""By path; `*` stands for every item of a list and every field of a table."""


def judge(settings: Mapping[str, object]) -> Iterator[tuple[KeyPath, str, str]]:
    """Yield (path, what is wrong, what to do) of every value that a rule refuses."""
    for pattern, rule in RULES.items():
        for path, value in _matches(settings, pattern):
            if verdict := rule(value):
                yield path, *verdict


def _matches(value: object, pattern: KeyPath, path: KeyPath = ()) -> Iterator[tuple[KeyPath, object]]:
    if not pattern:
        yield path, value
        return
    first, rest = pattern[0], pattern[1:]
    for name, item in _children(value):
        if first in {"*", name}:
            yield from _matches(item, rest, (*path, name))


def _children(value: object) -> Iterator[tuple[str | int, object]]:
    if isinstance(value, tuple):
        yield from enumerate(value)
    elif isinstance(value, dict):
        yield from value.items()
    else:
        for name in getattr(value, "__slots__", ()):
            yield name, getattr(value, name)

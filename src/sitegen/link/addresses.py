"""Ids, slugs and paths become the addresses where articles and files are published."""

import unicodedata
from collections.abc import Iterable
from datetime import datetime
from posixpath import basename, dirname
from urllib.parse import urlsplit, urlunsplit

from sitegen.base.languages import told_by_path
from sitegen.base.paths import is_html
from sitegen.base.patterns import regex
from sitegen.base.slugs import slugify, without_day, without_id
from sitegen.link.labels import section_name
from sitegen.link.names import name_slug
from sitegen.model.article import Article
from sitegen.model.config import PERMALINK_PART, Config
from sitegen.model.report import Hidden
from sitegen.model.source import Inputs

_STORED = regex(r"(?<![^/])_(?:posts|drafts)/")
"""Folders of Jekyll's, which no address has."""
_UNFIT = regex(r"[^\w./~-]")
"""A space, or a sign that addresses write otherwise."""
_POINT = regex(r"(?<=\d)\.(?=\d)")


def tidy(path: str) -> str:
    """Return a path as an address: `/` first and last, but for `….html` and `….htm`, which stay files.

    Dots and case stay as written; `..` stays too, so that `route` can name it.
    """
    parts = [part for part in unicodedata.normalize("NFC", path).strip().split("/") if part not in ("", ".")]
    whole = "/" + "/".join(parts)
    return whole if not parts or is_html(whole) else whole + "/"


def address_of(article: Article, config: Config) -> str:
    """Return where an article or standing page is published."""
    meta = article.meta
    if meta.path.strip():
        return tidy(meta.path)
    named = _address_by_name(article, config)
    return named.lower() if config.site.lowercase else named


def _address_by_name(article: Article, config: Config) -> str:
    """Return the address that an article has by its name, and by the pattern where there is one."""
    meta = article.meta
    language, bare = told_by_path(article.id, config.site.languages, config.site.language)
    if config.site.permalink and article.kind == "article" and meta.date is not None:
        below = "" if language == config.site.language else f"/{language}"
        return tidy(f"{below}/{_permalink(bare, article, meta.date, config.site.permalink)}")
    ident = article.id.removeprefix("pages/") if article.kind == "page" else article.id
    if language and ident.casefold().endswith(f".{language.casefold()}"):
        bare = bare.removeprefix("pages/") if article.kind == "page" else bare
        ident = bare if language == config.site.language else f"{language}/{bare}"
    if "_" in ident:
        ident = _STORED.sub("", ident)
    if _UNFIT.search(ident):
        ident = "/".join(map(_fit, ident.split("/")))
    if meta.slug.strip("/ "):
        ident = f"{dirname(ident)}/{meta.slug.strip()}"
    return tidy(ident) if meta.slug else f"/{ident}/" if ident else "/"


def _permalink(ident: str, article: Article, date: datetime, pattern: str) -> str:
    """Return the address that a pattern gives an article; a section that it does not have is left out.

    `ident` is its id without the language.
    """
    section = section_name(article)
    parts = {
        "year": f"{date.year:04}",
        "month": f"{date.month:02}",
        "day": f"{date.day:02}",
        "section": name_slug(section) if section else "",
        "folder": "/".join(_fit(name.removeprefix("_")) for name in dirname(_STORED.sub("", ident)).split("/")),
        "slug": article.meta.slug.strip("/ ") or _fit(without_day(basename(ident))),
    }
    return tidy(PERMALINK_PART.sub(lambda part: parts[part[1]], pattern))


def _fit(name: str) -> str:
    """Return the name of a file or folder as it stands in addresses; the dots of a version stay."""
    if not _UNFIT.search(name):
        return name
    name = without_id(name)
    return ".".join(filter(None, map(slugify, _POINT.split(name)))) or name


def asset_addresses(inputs: Inputs, shown: Iterable[Article], hidden: Iterable[Hidden]) -> dict[str, str]:
    """Return the address of every asset that is published: where it lies, unless only hidden articles own its folder.

    The chart of an embargoed article is under embargo too.
    """
    public = {dirname(article.path) for article in shown}
    secret = {
        dirname(item.path)
        for item in hidden
        if item.reason != "unsound" and item.path.rsplit("/", 1)[-1].startswith("index.")
    }
    secret -= public | {"content"}
    if not secret:
        return {asset.address: "/" + asset.address for asset in inputs.assets}
    verdicts = dict.fromkeys(secret, False) | dict.fromkeys(public, True) | {"": True}
    return {asset.address: "/" + asset.address for asset in inputs.assets if _is_public(dirname(asset.path), verdicts)}


def _is_public(folder: str, verdicts: dict[str, bool]) -> bool:
    if folder not in verdicts:
        verdicts[folder] = _is_public(dirname(folder), verdicts)
    return verdicts[folder]


def _below_host(alias: str) -> str:
    parts = urlsplit(alias) if "://" in alias else None
    return urlunsplit(("", "", parts.path, parts.query, "")) if parts else alias


def aliases_of(article: Article, address: str) -> tuple[tuple[str, str], ...]:
    """Return (address, id) of each old address that the article asks for, its own left out.

    An alias may be a path with or without leading slash, or the full URL where the article stood before. Words are
    another name, as Obsidian has them, and no address.
    """
    asked = (alias for alias in article.meta.aliases if "/" in alias or " " not in alias or is_html(alias))
    old = dict.fromkeys(tidy(_below_host(alias)) for alias in asked)
    return tuple((alias, article.id) for alias in old if alias != address)

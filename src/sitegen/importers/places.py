"""Articles get a file each, keep their addresses, and link to each other's files."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from posixpath import dirname, relpath
from urllib.parse import parse_qs, quote, unquote
from zoneinfo import ZoneInfo

from sitegen.base.noun import Noun, Struct, field
from sitegen.base.paths import article_id, is_html, url_parts
from sitegen.base.patterns import regex
from sitegen.base.portable import why_unstorable
from sitegen.base.slugs import slugify, without_day
from sitegen.base.text import shorten
from sitegen.importers.nouns import Export, Post
from sitegen.link.addresses import tidy
from sitegen.link.names import name_slug
from sitegen.model.config import PERMALINK_PART

PATTERNS = (
    "/:year/:month/:day/:slug/",
    "/:year/:month/:slug/",
    "/:slug/",
    "/:section/:slug/",
    "/:year/:slug/",
    "/blog/:slug/",
    "/blog/:year/:month/:slug/",
    "/blog/:year/:month/:day/:slug/",
    "/news/:slug/",
    "/:year/:month/:day/:slug.html",
    "/:year/:month/:slug.html",
    "/:slug.html",
)
"""Ways to make addresses that sites have used."""
_TAKEN = frozenset(
    ("archive", "feeds", "search", "tags", "authors", "sections", "series", "api", "static", "index", "404")
)
"""Addresses of pages that every site here has."""
_PLAIN = regex(r"[^\W_][\w.-]*")
_SHOWN = 80
"""Letters of an address in a message."""
_LONGEST = 180
"""Bytes of a file's name, which systems bound."""
_FEED = regex(r"(?:.*/)?(?:feed|rss|atom)(?:\.xml)?")
_OF_LIST = regex(r"(?:blog/)?(?:category|tag|author)/.+")


class Place(Noun):
    """Where one article is here."""

    file: str
    """Below the root of the site."""
    path: str = ""
    """For the front matter, where its address is not what its file gives it."""
    alias: str = ""
    told: str = ""
    """Why it does not have its old address."""


class Links(Struct):
    """Finds the files of articles by their old addresses."""

    export: Export
    files: dict[str, str] = field(default_factory=dict)
    """Old address without slashes around it, or `?` with the key, to the file here."""
    by_slug: dict[str, str] = field(default_factory=dict)
    """The same by the last part of the address, where only one article has it."""
    _pages: dict[str, str] = field(default_factory=dict)

    def upload(self, href: str) -> str:
        """Return the address of the upload that a link to a page of it alone means; empty for any other link."""
        if not self._pages:
            for key, picture in self.export.pictures.items():
                self._pages |= {f"?{key}": picture.url, url_parts(picture.page).path.strip("/"): picture.url}
        parts = url_parts(self._inside(href) or "")
        key = parse_qs(parts.query).get("attachment_id", [""])[0]
        return self._pages.get(f"?{key}" if key else url_parts(href).path.strip("/") if parts.path else "", "")

    def target(self, href: str, file: str) -> tuple[str, str]:
        """Return what a link of the file `file` is here, and what is wrong with it."""
        url = href.strip().replace("__GHOST_URL__", self.export.url.rstrip("/"))
        inside = self._inside(url)
        if inside is None:
            return url, ""
        parts = url_parts(inside)
        path = unquote(parts.path).strip("/")
        query = parse_qs(parts.query)
        key = next((query[name][0] for name in ("p", "page_id", "post") if name in query), "")
        rest = f"#{parts.fragment}" if parts.fragment else ""
        found = self.files.get(f"?{key}" if key else path)
        if not found and not path and not parts.query:
            return f"/{rest}", ""
        if not found and _FEED.fullmatch(path):
            return "/feed.xml", ""
        if not found and _OF_LIST.fullmatch(path):
            return f"/{quote(path)}/{rest}", ""
        if found := found or (self.by_slug.get(path.rpartition("/")[2]) if not path.startswith("wp-") else None):
            return relpath(found, dirname(file)) + rest, ""
        return url, f"a link to {url}, which was on the site and is not in the export"

    def _inside(self, url: str) -> str | None:
        """Return what an address of the site is below its root, None for any other."""
        parts, home = url_parts(url), url_parts(self.export.url)
        if parts.scheme not in ("", "http", "https") or url.startswith("#") or not url:
            return None
        if parts.netloc and parts.netloc.casefold().removeprefix("www.") != home.netloc.casefold().removeprefix("www."):
            return None
        if not parts.netloc and not url.startswith(("/", "?")):
            return None
        base = home.path.rstrip("/")
        if not f"{parts.path}/".startswith(f"{base}/"):
            return None
        return parts._replace(scheme="", netloc="", path=parts.path[len(base) :] or "/").geturl()


def old_path(post: Post, export: Export) -> str:
    """Return the old address of a post below the root of the site, empty where it had none that a file can have."""
    if not post.link or url_parts(post.link).query:
        return ""
    path = unquote(url_parts(post.link.replace("__GHOST_URL__", export.url.rstrip("/"))).path)
    base = unquote(url_parts(export.url).path)
    path = "/" + path[len(base) :] if path.startswith(base) and base != "/" else path
    return "" if path in ("", "/") else tidy(path)


def pattern_of(export: Export, zone: ZoneInfo) -> str:
    """Return the pattern that most old addresses have, empty where none has the half of them."""
    articles = [post for post in export.posts if post.kind == "article" and old_path(post, export)]
    fits: Counter[str] = Counter()
    for post in articles:
        fits.update(each for each in PATTERNS if _made(each, post, stem_of(post), zone) == old_path(post, export))
    best = max(PATTERNS, key=lambda each: fits[each])
    return best if 2 * fits[best] > len(articles) else ""


def stem_of(post: Post) -> str:
    """Return the name of a file for a post."""
    name = post.slug.strip("/").rpartition("/")[2]
    name = name if _PLAIN.fullmatch(name) and not is_html(name) and not why_unstorable(name) else slugify(name)
    name = name or slugify(post.title) or slugify(f"{post.kind} {post.key}")
    return name.encode()[:_LONGEST].decode(errors="ignore").rstrip("-.")


def _made(pattern: str, post: Post, stem: str, zone: ZoneInfo) -> str:
    """Return the address that a pattern gives a post whose file is called so."""
    date = post.date.astimezone(zone) if post.date and post.date.tzinfo else post.date or datetime(1, 1, 1, tzinfo=zone)
    parts = {
        "year": f"{date.year:04}",
        "month": f"{date.month:02}",
        "day": f"{date.day:02}",
        "section": name_slug(post.section) if post.section else "",
        "folder": "articles",
        "slug": without_day(stem),
    }
    return tidy(PERMALINK_PART.sub(lambda part: parts[part[1]], pattern))


def settle(export: Export, zone: ZoneInfo, permalink: str, *, stay: bool) -> tuple[dict[str, Place], Links]:
    """Return where each post goes, by key, and what finds them.

    Where the pattern of addresses does not give one its old address, it keeps that all the same if they are to `stay`,
    and leads on from it otherwise.
    """
    places: dict[str, Place] = {}
    links = Links(export)
    used: set[str] = set()
    addresses: set[str] = set()
    slugs = Counter(stem_of(post) for post in export.posts)
    for post in export.posts:
        old = old_path(post, export)
        file = _free(_wish(post, old), used)
        ident = article_id(file.removeprefix("content/"))
        made = f"/{ident.removeprefix('pages/')}/"
        if post.kind == "article" and permalink:
            made = _made(permalink, post, ident.rpartition("/")[2], zone)
        told = _why_elsewhere(post, old, addresses)
        other = old if old and old != made and not told else ""
        addresses.add((other if stay and other else made).casefold())
        places[post.key] = Place(file, other if stay else "", "" if stay else other, told)
        links.files[f"?{post.key}"] = file
        if old:
            links.files.setdefault(old.strip("/"), file)
        if slugs[stem_of(post)] == 1:
            links.by_slug[stem_of(post)] = file
    return places, links


def _why_elsewhere(post: Post, old: str, addresses: Collection[str]) -> str:
    """Return what a post is that cannot have its old address, in the middle of a sentence; empty where it can."""
    if old.strip("/").casefold() in _TAKEN:
        return f"what stood at {old}, where every site here has a page of its own"
    if why := why_unstorable(old.strip("/")):
        return f"what stood at {shorten(old, _SHOWN)}, an address that {why}"
    if old and old.casefold() in addresses:
        return f"what stood at {old}, where another article stands"
    if post.kind == "page" and post.link and not old and not post.hidden and not url_parts(post.link).query:
        return "the home page of the old site, in whose place the latest articles stand here"
    return ""


def _wish(post: Post, old: str) -> str:
    if post.kind == "article":
        stem = stem_of(post)
        return f"content/articles/{stem if stem not in _TAKEN and not why_unstorable(stem) else f'{stem}-article'}"
    parts = old.strip("/").split("/")
    parts = parts if all(map(_PLAIN.fullmatch, parts)) and not is_html(old) else [stem_of(post)]
    name = "/".join(parts)
    fit = name not in _TAKEN and parts[-1] != "index" and not why_unstorable(name)
    return f"content/pages/{name if fit else f'{name}-page'}"


def _free(wish: str, used: set[str]) -> str:
    file, count = f"{wish}.md", 1
    while file.casefold() in used:
        count += 1
        file = f"{wish}-{count}.md"
    used.add(file.casefold())
    return file


def redirects(
    export: Export, sections: Iterable[str], tags: Iterable[str], authors: Mapping[str, str]
) -> dict[str, str]:
    """Return old addresses of lists and the lists here, of those that have an article, and no page in their place."""
    slugs = {"sections": {*map(name_slug, sections)}, "tags": {*map(name_slug, tags)}}
    found: dict[str, str] = {}
    for old, (kind, name) in export.lists.items():
        slug = name_slug(name)
        if not _PLAIN.fullmatch(unquote(old).rpartition("/")[2]):
            continue
        there = next((each for each in (kind, "sections", "tags") if slug in slugs[each]), "")
        if there:
            found[f"/{unquote(old)}/"] = f"/{there}/{slug}/"
    for key, ident in authors.items():
        found[f"/author/{export.writers[key].slug}/"] = f"/authors/{ident}/"
    for post in export.posts:
        found.pop(old_path(post, export), None)
    return dict(sorted(found.items()))

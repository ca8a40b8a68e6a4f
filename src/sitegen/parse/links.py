"""Link targets as written become holes: the place in the content tree, or the site, that they name."""

import unicodedata
from functools import lru_cache
from typing import Literal
from urllib.parse import unquote

from markdown_it.common.normalize_url import normalizeLink

from sitegen.base.paths import MARKDOWN, is_external, join, target_path
from sitegen.base.patterns import regex
from sitegen.model.body import Ref

_PLAIN = regex(r"https?://[A-Za-z0-9.:-]+(?:[/?#](?:[A-Za-z0-9;/?:@&=+$,_.!~*'()-]|#(?!.*#)|%[0-9A-Fa-f]{2})*)?$")
"""A full URL that is percent-encoded already."""
_SCHEME = regex(r"(?:https?:)?//(?:www\.)?|mailto:|tel:")
"""What nobody says of an address."""
_ROOT = regex(r"\{(?:filename|static|attach)\}|\|(?:filename|static|attach)\||__GHOST_URL__(?=/)")
"""What Pelican and Ghost have for a root: a path that begins with `/` is counted from ours, else from the article."""


def said_of(target: str) -> str:
    """Return what one hears of a link that says nothing itself: its address, or the name of the file there."""
    if is_external(target):
        return _SCHEME.sub("", target).strip("/")
    path = target_path(target).rstrip("/")
    name = path.rpartition("/")[2]
    return name.removesuffix(".md").replace("-", " ").replace("_", " ").strip() or target


def normalize(url: str) -> str:
    """Return a full URL percent-encoded; every other target stays as written until it is a hole."""
    if _PLAIN.match(url) or not is_external(url):
        return url
    if url.count("#") > 1:
        url, _, fragment = url.partition("#")
        return f"{_normalize(url)}#{_normalize(fragment).replace('#', '%23')}"
    return _normalize(url)


@lru_cache(maxsize=4096)
def _normalize(url: str) -> str:
    return normalizeLink(url)


def resolve(target: str, content_path: str, *, line: int, column: int, image: bool = False) -> Ref | None:
    """Return the hole that a target in the file `content_path` leaves; None where it leads to another host."""
    if is_external(target):
        return None
    rest, hash_sign, fragment = target.partition("#")
    path, question, query = rest.partition("?")
    path = unquote(path)
    kind, place = _place(path, content_path) if target else ("file", "")
    return Ref(
        kind=kind,
        target=unicodedata.normalize("NFC", place),  # as files are known by, however a system spells their names
        query=question + query,
        fragment=unquote(fragment) if hash_sign else "",
        written=target,
        line=line,
        column=column,
        image=image,
    )


def _place(path: str, content_path: str) -> tuple[Literal["article", "file", "site"], str]:
    if not path:
        return "article", content_path
    if path[0] in "{|_":
        path = _ROOT.sub("", path, count=1)
    if path.startswith("@/"):
        return "article", path[2:]
    if path.endswith("/") and not path.startswith("/") and path[:-1].lower().endswith(MARKDOWN):
        path = path[:-1]  # as MkDocs takes it: other.md/#part
    markdown = path.lower().endswith(MARKDOWN)
    if path.startswith("/"):
        return ("article", path.lstrip("/")) if markdown else ("site", path)
    inside = join(content_path.rpartition("/")[0], path)
    if inside is None:
        return "file", path
    if inside and (path.endswith("/") or path.rpartition("/")[2] in (".", "..")):
        inside += "/"
    return ("article" if markdown else "file"), inside

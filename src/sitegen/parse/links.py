"""Link targets as written become holes: the place in the content tree, or the site, that they name.

A bare `https://…` in the text becomes a link.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Literal
from urllib.parse import unquote

from markdown_it.common.normalize_url import normalizeLink
from markdown_it.rules_inline.state_inline import StateInline

from sitegen.base.paths import MARKDOWN, is_external, join, target_path, web_url
from sitegen.base.patterns import regex
from sitegen.model.body import Ref

_PLAIN = regex(r"https?://[A-Za-z0-9.:-]+(?:[/?#](?:[A-Za-z0-9;/?:@&=+$,_.!~*'()-]|#(?!.*#)|%[0-9A-Fa-f]{2})*)?$")
"""A full URL that is percent-encoded already."""
_SCHEME = regex(r"(?:https?:)?//(?:www\.)?|mailto:|tel:")
"""What nobody says of an address."""
_ROOT = regex(r"\{(?:filename|static|attach)\}|\|(?:filename|static|attach)\||__GHOST_URL__(?=/)")
"""What Pelican and Ghost have for a root: a path that begins with `/` is counted from ours, else from the article."""

_BEGUN = regex(r"(?<![A-Za-z0-9])https?$", re.IGNORECASE)
_OTHERS = "。，、；（）《》「」『』【】"
"""Signs of Chinese and Japanese, which addresses have in codes only."""
_REST = regex(rf"://(?=[\w\[])[^\s<>\"`\\{_OTHERS}]*[^\s<>\"`\\{_OTHERS}.,:;!?*_~'’”)\]}}|]")
_NO_HOST = regex(r"://\w[\w.:-]*+[\[\]()*]++[^\s<>\"`\\.,:;!?*_~'’”()\[\]}|]")
"""What goes on behind a bracket where a host should: the rest of a broken link."""
_WITH_NAME = regex(r"://[^\s/?#@]*@")
"""An address with the name of a user, perhaps with a password: an example, as a rule."""
_CLOSERS = {")": "(", "]": "["}


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
    known = unicodedata.normalize("NFC", place)  # as files are known by, however a system spells their names
    part = unquote(fragment) if hash_sign else ""
    return Ref(kind, known, question + query, part, target, line, column, image)


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


def address_rule(state: StateInline, silent: bool) -> bool:
    """Link the address whose scheme has just been read."""
    if silent or state.linkLevel or not state.src.startswith("://", state.pos):
        return False
    scheme = _BEGUN.search(state.pending, max(0, len(state.pending) - len("https")))
    if not scheme or _WITH_NAME.match(state.src, state.pos) or _NO_HOST.match(state.src, state.pos):
        return False
    match = _REST.match(state.src, state.pos, state.posMax)
    if not match:
        return False
    end = _with_brackets(state.src, match.end(), state.posMax, state.pos)
    url = scheme[0] + state.src[state.pos : end]
    href = state.md.normalizeLink(url)
    if not web_url(href) or not state.md.validateLink(href):
        return False
    at = state.pos - len(scheme[0])
    state.pending = state.pending[: -len(scheme[0])]
    token = state.push("link_open", "a", 1)
    token.attrs = {"href": href}
    token.info = "auto"
    token.meta["at"] = at
    state.push("text", "", 0).content = url
    state.push("link_close", "a", -1).info = "auto"
    state.pos = end
    return True


def _with_brackets(src: str, end: int, most: int, start: int) -> int:
    """Return where the address ends, with a closing bracket that belongs to one inside it."""
    while end < most and src[end] in _CLOSERS:
        opener = _CLOSERS[src[end]]
        if src.count(opener, start, end) <= src.count(src[end], start, end):
            break
        end += 1
    return end

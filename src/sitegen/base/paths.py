"""Addresses and names: slugs, URLs under a base path, output paths."""

import re
import unicodedata
from functools import lru_cache
from posixpath import dirname, normpath
from posixpath import join as join_path
from urllib.parse import SplitResult, quote, unquote, urlsplit

from sitegen.base.patterns import regex

# Letters that Unicode decomposition leaves alone.
_FOLD = str.maketrans(
    {
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ł": "l",
        "ı": "i",
        "ħ": "h",
        "ŋ": "n",
    }
)
_ASCII_SLUG = bytes(ord(chr(code).lower()) if code < 128 and chr(code).isalnum() else ord(" ") for code in range(256))
"""Of each byte of ASCII what it is in a slug; a space where it parts two words."""
_HYPHENS = regex(r"-+")
_JOINERS = frozenset("\u00ad\u200c\u200d")
_OCTET = r"(?:25[0-5]|2[0-4]\d|1?\d?\d)"
_HOST = regex(
    rf"(?:[a-zA-Z0-9_-]+\.)*(?!\d+\.?$)[a-zA-Z0-9_-]+\.?|(?:{_OCTET}\.){{3}}{_OCTET}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*"
)
"""A name, whose last part is no number, or an address of IP."""
PATH_SAFE = "/~!$&'()*+,;=:@-._"
"""What may stand in the path of a URL as it is (RFC 3986), beside letters and digits."""
_URL_SAFE = f"{PATH_SAFE}?%"
MARKDOWN = (".md", ".markdown", ".mdx")
"""What the name of an article's file ends with, in any case of letters."""
IMAGES = (".png", ".jpg", ".jpeg", ".jpe", ".jfif", ".gif", ".webp", ".avif", ".svg", ".apng")
"""What the name of an image that browsers show ends with."""
_LONE_PERCENT = regex("%(?![0-9a-fA-F]{2})")
_MAIL = regex(r"[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)*")
_DAY = regex(r"^\d{4}-\d\d?-\d\d?[-_](?=.)")
_ID = regex(r"(?<=\S) [0-9a-f]{32}$")
_OF_ARTICLES = regex(r"(?:^|/)(?:blog|news|posts?|articles?|[0-9]{4}(?:/[0-9]{1,2}){0,2})$")
_PAGE = regex(r"(?:/index)?\.html?$")
_SCHEME = regex(r"^[a-zA-Z][a-zA-Z0-9+.-]*:")


_SAID_BEHIND = regex(r"\s[–—-]\s|\s\([^()]*\)$")


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
    told by the folder: `/posts/health/` means one, and `/topics/health/` none.
    """
    folder, _, last = _PAGE.sub("", article_id(path).rstrip("/")).rpartition("/")
    slug = slugify(last) if "." not in last else ""
    return slug if "-" in slug or _OF_ARTICLES.search(folder) else ""


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


def is_external(target: str) -> bool:
    """Tell whether a link target has a scheme (`https:`, `mailto:`) or a host of its own (`//host/`)."""
    return (":" in target and bool(_SCHEME.match(target))) or target.startswith("//")


def url_parts(url: str) -> SplitResult:
    """Return the parts of a URL; of one that is none, all of it as a host."""
    try:
        return urlsplit(url)
    except ValueError:
        return SplitResult("", url, "", "", "")


def web_url(written: str) -> str:
    """Return a full http(s) URL with everything percent-encoded that a URL cannot hold; empty where it is none."""
    try:
        parts = urlsplit(_LONE_PERCENT.sub("%25", written.strip()))
        host = parts.hostname or ""
        port = f":{parts.port}" if parts.port else ""
        host = host if host.isascii() else host.encode("idna").decode("ascii")
    except ValueError:
        return ""
    if parts.scheme.casefold() not in ("http", "https") or not _HOST.fullmatch(host):
        return ""
    host = f"[{host}]" if ":" in host else host
    query = f"?{quote(parts.query, safe=_URL_SAFE)}" if parts.query else ""
    fragment = f"#{quote(parts.fragment, safe=_URL_SAFE)}" if parts.fragment else ""
    path = quote(parts.path, safe=_URL_SAFE)
    return f"{parts.scheme.casefold()}://{host}{port}{path}{query}{fragment}"


def is_mail_address(text: str) -> bool:
    """Tell whether a text can stand in a `mailto:` link."""
    return bool(_MAIL.fullmatch(text))


def base_path(site_url: str) -> str:
    """Return the path of the site's URL, beginning and ending with `/`."""
    path = urlsplit(site_url).path.strip("/")
    return f"/{path}/" if path else "/"


def content_path(path: str) -> str:
    """Return the path of a source as links name it: from the content root."""
    return unicodedata.normalize("NFC", path).removeprefix("content/")


def article_id(path: str) -> str:
    """Return the id of the article that the content path `path` names: without suffix, and of a bundle its folder."""
    suffix = next((suffix for suffix in MARKDOWN if path.lower().endswith(suffix)), "")
    return path[: len(path) - len(suffix)].removesuffix("/index")


def without_day(name: str) -> str:
    """Return a name without the day before it, as in `2026-11-20-news` and `2026-11-20_news`."""
    return _DAY.sub("", name) if name[:1].isdigit() else name


def without_id(name: str) -> str:
    """Return a name without the id that Notion puts behind the title of a page: `A title 0123456789abcdef…`."""
    return _ID.sub("", name) if " " in name else name


def target_path(written: str) -> str:
    """Return the path that the target of a link names: percent-decoded, without query and fragment."""
    return unquote(written.partition("#")[0].partition("?")[0])


def from_page(page: str, written: str) -> str:
    """Return the address that a browser makes of a relative link on the page at `page`; empty where it makes none."""
    path = target_path(written)
    if not page or not path or path[0] in "{|":
        return ""
    address = normpath(join_path(dirname(page), path))
    return address + "/" if path.endswith(("/", "..")) and address != "/" else address


def output_path(address: str) -> str:
    """Return the file that serves an address: `/a/b/` is `a/b/index.html`, `/feed.xml` is `feed.xml`."""
    path = address.lstrip("/")
    return path + "index.html" if not path or path.endswith("/") else path


def output_address(path: str) -> str:
    """Return the address at which a file answers: `a/b/index.html` at `/a/b/`, `feed.xml` at `/feed.xml`."""
    folder, slash, name = path.rpartition("/")
    return f"/{folder}{slash}" if name == "index.html" else f"/{path}"


def is_html(path: str) -> bool:
    """Tell whether a name is that of an HTML page, which a browser shows as one."""
    return path.lower().endswith((".html", ".htm"))


def is_drawing(path: str) -> bool:
    """Tell whether a name is that of an SVG, which no other site shows beside a link."""
    return path.lower().endswith(".svg")


def join(folder: str, target: str) -> str | None:
    """Return `target` as seen from `folder`, both POSIX and relative to one root; None where it leaves the root."""
    path = normpath(f"{folder}/{target}" if folder else target)
    if path == ".." or path.startswith("../"):
        return None
    return "" if path == "." else path.lstrip("/")


@lru_cache(maxsize=65536)
def quote_path(path: str) -> str:
    """Return the path percent-encoded as RFC 3986 asks, `/` kept."""
    return quote(path, safe=PATH_SAFE)


def url_below(site_url: str, address: str) -> str:
    """Return the full URL of an address (`/articles/x/`) of the site at a URL, which ends with `/`."""
    return site_url + quote_path(address.lstrip("/"))

"""Where things stand: targets of links, content paths and ids, addresses, URLs, output paths."""

import unicodedata
from functools import lru_cache
from posixpath import dirname, normpath
from posixpath import join as join_path
from urllib.parse import SplitResult, quote, unquote, urlsplit

from sitegen.base.patterns import regex

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
_SCHEME = regex(r"^[a-zA-Z][a-zA-Z0-9+.-]*:")


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
    """Return the id of the article that the content path `path` names: without suffix, and of a bundle its folder.

    The bundle of an author may be called as Hugo calls it, `authors/ana/_index.md`.
    """
    suffix = next((suffix for suffix in MARKDOWN if path.lower().endswith(suffix)), "")
    ident = path[: len(path) - len(suffix)].removesuffix("/index")
    return ident.removesuffix("/_index") if ident.startswith("authors/") else ident


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

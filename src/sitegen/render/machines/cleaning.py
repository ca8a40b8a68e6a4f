"""An article's HTML becomes what a feed may hold: full URLs, and nothing that runs, frames or styles."""

import re
from contextvars import ContextVar
from functools import lru_cache
from urllib.parse import urljoin

import nh3

from sitegen.base.characters import legal
from sitegen.base.html import escape
from sitegen.base.patterns import regex

_TAGS = frozenset(
    (
        *("a", "abbr", "audio", "b", "bdi", "bdo", "blockquote", "br", "caption", "cite", "code", "col", "colgroup"),
        *("dd", "del", "details", "dfn", "div", "dl", "dt", "em", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5"),
        *("h6", "hr", "i", "img", "ins", "kbd", "li", "mark", "ol", "p", "pre", "q", "rp", "rt", "ruby", "s", "samp"),
        *("small", "source", "strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "time"),
        *("tr", "u", "ul", "var", "video", "wbr"),
    )
)
_DROPPED_WHOLE = frozenset(
    ("script", "style", "template", "svg", "math", "object", "form", "button", "select", "dialog")
)
_ATTRIBUTES = {
    "*": {"dir", "lang", "title"},
    "a": {"href", "hreflang"},
    "audio": {"controls", "src"},
    "blockquote": {"cite"},
    "col": {"span"},
    "colgroup": {"span"},
    "del": {"datetime", "cite"},
    "details": {"open"},
    "img": {"src", "alt", "width", "height"},
    "ins": {"datetime", "cite"},
    "ol": {"start", "reversed", "type"},
    "q": {"cite"},
    "source": {"src", "type"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "time": {"datetime"},
    "video": {"controls", "src", "poster", "width", "height"},
}
_URLS = frozenset(("href", "src", "cite", "poster"))
_BASE: ContextVar[str] = ContextVar("base")
"""What relative addresses are relative to, while one article is cleaned: the cleaner itself is made once."""
_SCHEMES = {"http", "https", "mailto", "tel"}
_FRAME = regex(
    r"""<iframe\b[^>]*?\ssrc\s*=\s*["']?(https?:[^"'\s>]+)[^>]*>(?:.*?</iframe\s*>)?""", re.IGNORECASE | re.DOTALL
)
"""A frame, in place of which feeds have a link."""
_MATH = regex(r"""<math\b[^<>]*?\salttext="([^"]*)"[^<>]*>.*?</math>""", re.DOTALL)
"""Few feed readers draw formulas: they show what stands for one."""
_LABEL = regex(r'<p class="callout-title">(.*?)</p>')
"""What a page sets off as the name of a callout, which is plain text where its classes are gone."""
_CHECKBOX = regex(r"<input\b[^>]*\btype=[\"']?checkbox[^>]*>", re.IGNORECASE)
_LOST_IMAGE = regex(r'<img(?![^>]*\ssrc=")((?:\s[^\s"=>]+(?:="[^"]*")?)*)>')
_ALARMING = regex(r"(\son\w+\s*)=|(javascript):", re.IGNORECASE)
_IMAGE = regex(r'<img((?:\s[^\s"=>]+="[^"]*")*?)(\ssrc="[^"]*")((?:\s[^\s"=>]+="[^"]*")*)>')
_MISREAD = regex("\ufffd|(?<=[\u00c2\u00c3])[\x80-\u00bf]")
"""The sign for what could not be read, and pairs that text has where it was read in the wrong encoding."""
_ALT = regex(r'\salt="([^"]*)"')
_SOURCELESS = regex(r'<(audio|video)(?![^>]*\ssrc=")(?:\s[^>]*)?>\s*</\1>|<source(?![^>]*\ssrc=")[^>]*>')
"""Recordings and films that are left without an address."""


def clean(html: str, url: str) -> str:
    """Return the HTML for readers elsewhere; what is relative is taken as relative to `url`."""
    html = _MATH.sub(r"\1", html)
    html = _FRAME.sub(r'<p><a href="\1">\1</a></p>', html)
    html = _LABEL.sub(r"<p><strong>\1</strong></p>", html)
    html = _CHECKBOX.sub(lambda match: "☑ " if re.search(r"\schecked\b", match[0], re.IGNORECASE) else "☐ ", html)
    token = _BASE.set(url)
    try:
        cleaned = _cleaner().clean(legal(html))
    finally:
        _BASE.reset(token)
    # Some readers search the whole tag for `src=`, so it stands behind the words of the description.
    cleaned = _IMAGE.sub(r"<img\1\3\2>", cleaned)
    cleaned = _LOST_IMAGE.sub(lambda match: found[1] if (found := _ALT.search(match[1])) else "", cleaned)
    return calm(_SOURCELESS.sub("", cleaned).strip())


def calm(html: str) -> str:
    """Return the HTML with text that only looks like a fault or a danger so written that no filter minds.

    An article may well speak of `onclick=`, `javascript:` or broken encodings; readers see the same.
    """
    html = _MISREAD.sub(lambda match: f"&#{ord(match[0])};", html)
    return _ALARMING.sub(lambda match: f"{match[1]}&#61;" if match[1] else f"{match[2]}&#58;", html)


@lru_cache(maxsize=1)
def _cleaner() -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=set(_TAGS),
        clean_content_tags=set(_DROPPED_WHOLE),
        attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
        attribute_filter=_attribute,
        url_schemes=_SCHEMES,
        link_rel=None,
    )


def _attribute(tag: str, name: str, value: str) -> str | None:
    """Return an attribute's value with a full URL, or None to leave it out."""
    if name in ("width", "height"):
        return value if value.isdigit() else None
    if name not in _URLS:
        return value
    try:
        whole = value if value.startswith("https://") else urljoin(_BASE.get(), value.strip())
    except ValueError:
        return None
    if not whole.startswith(("http://", "https://", "mailto:", "tel:")) or (tag != "a" and whole[:4] != "http"):
        return None
    whole = whole.replace(" ", "%20")
    # The cleaner has looked at the hosts of full addresses only.
    return None if value.lstrip().startswith("//") and not _is_url(whole) else whole


def _is_url(url: str) -> bool:
    """Tell whether the cleaner takes a full address for one."""
    return "href" in nh3.clean(f'<a href="{escape(url)}">', url_schemes=_SCHEMES)

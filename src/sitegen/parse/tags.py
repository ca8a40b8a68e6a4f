"""What HTML says of its elements: which there are, which need no end, and which end others."""

import re
from html import unescape

from sitegen.base.patterns import regex

COMMENT = r"<!--(?s:.*?)(?:-->|\Z)"
"""One that is never closed goes on to the end, as browsers have it."""
# The bounds keep a text of many openings from taking quadratic time.
TAG = regex(
    r"<!--(?:-?>|.*?(?:-->|\Z))|<(?P<close>/?)(?P<name>[A-Za-z][^\s/<>]*)(?P<rest>(?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>"
    r"|<!\[CDATA\[.{0,2000}?\]\]>|<\?.{0,2000}?\?>|<![A-Za-z][^<>]*>",
    re.DOTALL,
)
"""A tag, a comment, or what looks like one of XML's."""
HEADING = regex(
    r"<h(?P<level>[1-6])\b(?P<attributes>[^<>]*)>(?P<title>[^<]*(?:<(?!/?h[1-6]\b)[^<]*)*)</h(?P=level)\s*>",
    re.IGNORECASE,
)
"""A heading from tag to tag."""
UNFINISHED = regex(r"</?[A-Za-z][\w-]*")
_ATTRIBUTE = regex(r"""([^\s=<>"'/]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'=<>`]+))?""")
_CANDIDATE = regex(r"(?<!\s)\s*([^\s,][^\s]*[^\s,]|[^\s,])(\s+[^,]*)?\s*(?:,|$)")

ELEMENTS = frozenset((
    "a", "abbr", "acronym", "address", "applet", "area", "article", "aside", "audio", "b", "base", "bdi", "bdo",
    "big", "blink", "blockquote", "body", "br", "button", "canvas", "caption", "center", "cite", "code", "col",
    "colgroup", "data", "datalist", "dd", "del", "details", "dfn", "dialog", "dir", "div", "dl", "dt", "em",
    "embed", "fieldset", "figcaption", "figure", "font", "footer", "form", "frame", "frameset", "h1", "h2",
    "h3", "h4", "h5", "h6", "head", "header", "hgroup", "hr", "html", "i", "iframe", "img", "input", "ins",
    "kbd", "label", "legend", "li", "link", "main", "map", "mark", "marquee", "math", "menu", "meta", "meter",
    "nav", "nobr", "noembed", "noframes", "noscript", "object", "ol", "optgroup", "option", "output", "p",
    "param", "picture", "pre", "progress", "q", "rb", "rp", "rt", "rtc", "ruby", "s", "samp", "script",
    "search", "section", "select", "slot", "small", "source", "span", "strike", "strong", "style", "sub",
    "summary", "sup", "svg", "table", "tbody", "td", "template", "textarea", "tfoot", "th", "thead", "time",
    "title", "tr", "track", "tt", "u", "ul", "var", "video", "wbr", "xmp",
))  # fmt: skip
BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "dd", "details", "dialog", "dir", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hgroup", "hr", "li", "main", "menu", "nav", "ol", "p", "pre", "search", "section", "summary", "table",
    "ul",
))  # fmt: skip
"""Elements that cannot stand in a paragraph, and so end one."""
OF_LINES = frozenset((
    "abbr", "b", "bdi", "bdo", "cite", "code", "em", "font", "i", "kbd", "label", "mark", "q", "s", "samp", "small",
    "span", "strong", "sub", "sup", "u", "var",
))  # fmt: skip
"""Elements that hold words, and no block."""
DESCRIBED = regex(r"\b(?:alt|title|aria-label)\s*=\s*(?:\"\s*[^\"\s]|'\s*[^'\s]|[^\"'\s>])", re.IGNORECASE)
"""An attribute that says what something is."""
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
TITLES = frozenset((*HEADINGS, "summary"))
"""Elements that hold words, and stand apart."""
LEAVING = frozenset((
    "b", "big", "blockquote", "body", "br", "center", "code", "dd", "div", "dl", "dt", "em", "embed", "h1", "h2", "h3",
    "h4", "h5", "h6", "head", "hr", "i", "img", "li", "listing", "menu", "meta", "nobr", "ol", "p", "pre", "ruby", "s",
    "small", "span", "strong", "strike", "sub", "sup", "table", "tt", "u", "ul", "var",
))  # fmt: skip
"""Elements at which a browser ends a drawing or a formula: the HTML standard's rules for foreign content."""
HTML_AGAIN = frozenset(("foreignobject", "desc", "title", "annotation-xml", "mtext"))
"""Elements of drawings and formulas that hold HTML."""
VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr")
)
RAW_TEXT = frozenset(("script", "style", "textarea", "title", "xmp", "noembed", "noframes", "iframe"))
"""Elements whose content is no HTML."""
PAGE = frozenset(("html", "head", "body", "title", "base", "meta", "frameset", "frame"))
"""Elements that only a whole page has."""
OPTIONAL_END = frozenset(
    ("li", "dt", "dd", "p", "td", "th", "tr", "thead", "tbody", "tfoot", "option", "optgroup", "colgroup", "rt", "rp")
)
LISTS = frozenset(("ul", "ol", "menu"))
TABLE_PARTS = frozenset(("caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr", "td", "th"))
URL_ATTRIBUTES = frozenset(("href", "src", "srcset", "poster", "data"))

_ROWS = ("td", "th", "tr", "thead", "tbody", "tfoot")
_SECTIONS = ("article", "aside", "blockquote", "details", "div", "figure", "footer", "header", "main", "nav", "section")
_ENDS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "a": (("a",), ("td", "th", "object")),
    "li": (("li",), ("ul", "ol", "menu")),
    "dt": (("dt", "dd"), ("dl",)),
    "dd": (("dt", "dd"), ("dl",)),
    "option": (("option",), ("select", "datalist")),
    "td": (("td", "th"), ("table",)),
    "th": (("td", "th"), ("table",)),
    "tr": (_ROWS[:3], ("table",)),
    "tbody": (_ROWS, ("table",)),
    "tfoot": (_ROWS, ("table",)),
    "thead": (_ROWS, ("table",)),
    **dict.fromkeys(HEADINGS, (HEADINGS, _SECTIONS)),
}
_P_ENDS = (("p",), ("table", "td", "th", "caption", "button", "object", "svg", "math", "template"))


def ended_by(name: str) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Return (elements that this one ends where it begins, elements at which that stops)."""
    ends = [_ENDS[name]] if name in _ENDS else []
    return [_P_ENDS, *ends] if name in BLOCKS else ends


def element(*names: str) -> str:
    """Return the pattern of an element from tag to tag, with its name as the group `element`.

    None goes on over the beginning of another of its name: so each is sought once, however many are never ended.
    """
    inner = r"[^<]*(?:<(?!/?(?P=element)\b)[^<]*)*"
    return rf"<(?P<element>{'|'.join(names)})\b{inner}</(?P=element)\s*>"


def tag_attributes(rest: str) -> list[tuple[str, str | None]]:
    """Return the attributes in a tag as a browser reads them; None where one has no value."""
    return [(key.lower(), _value(key, value)) for key, value in _ATTRIBUTE.findall(rest)]


def _value(key: str, written: str) -> str | None:
    if not written:
        return None
    value = unescape(written[1:-1] if written[0] in "\"'" else written)
    return value.strip() if key.lower() in URL_ATTRIBUTES else value


def candidates(srcset: str) -> list[tuple[str, str]]:
    """Return (URL, size with a space before it) of each image in a `srcset`."""
    return [(url, size.rstrip()) for url, size in _CANDIDATE.findall(srcset)]

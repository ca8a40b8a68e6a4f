"""What the HTML standard forbids, and browsers read all the same, becomes what it allows, with the same look.

It says which attributes elements have, where they may stand, and which of them belong to no text.
"""

import re
from collections.abc import Callable, Iterator, Mapping

from sitegen.base.languages import is_language
from sitegen.base.noun import Noun
from sitegen.base.patterns import regex
from sitegen.base.text import nearest
from sitegen.parse.draw.modern import Attributes, with_style, without
from sitegen.parse.draw.openelements import OpenElements
from sitegen.parse.tags import BLOCKS, LEAVING, OF_LINES, PAGE, TITLES

_NAMESPACES = {"svg": "http://www.w3.org/2000/svg", "math": "http://www.w3.org/1998/Math/MathML"}
_XLINK = "http://www.w3.org/1999/xlink"
_HOUSES = {
    "li": ("ul", "ol", "menu"), "dt": ("dl",), "dd": ("dl",), "option": ("select", "datalist"),
    "optgroup": ("select",), "figcaption": ("figure",), "legend": ("fieldset",), "summary": ("details",),
}  # fmt: skip
"""By element: those of which one must stand around it."""
_PLAIN = {"option": "span", "optgroup": "span", "main": "div"}
_BLOCK = "display: block"
AS_BLOCKS = {
    "span": "", "font": "", "b": "font-weight: bold", "strong": "font-weight: bold", "i": "font-style: italic",
    "em": "font-style: italic", "small": "font-size: smaller", "u": "text-decoration: underline",
}  # fmt: skip
"""Elements of a line that some people put around paragraphs, and how what is in them looks."""
_UNREAD = regex(
    r"(?<![^;])\s*(?:float\s*:\s*(?:center|middle)|text-align\s*:\s*middle|vertical-align\s*:\s*center"
    r"|padding(?:-[a-z]+)*\s*:\s*-[^;]*|(?:mso-[a-z-]+|tab-stops)\s*:[^;]*|(?:orphans|widows)\s*:\s*auto|[a-z-]+)"
    r"\s*(?:;|\Z)",
    re.IGNORECASE,
)
"""What styles cannot say, so that browsers pass over it, as what only word processors read."""
_WHOLE = regex(r"-?[0-9]+")
_CELLS = regex(r"[1-9][0-9]{0,2}")
_MOMENT = regex(
    r"(?:[0-9]{4}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01])(?:[T ](?:[01][0-9]|2[0-3]):[0-5][0-9]"
    r"(?::[0-5][0-9](?:\.[0-9]{1,3})?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?)?|[0-9]{4}(?:-W[0-5][0-9])?"
    r"|(?:--)?(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])|(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?"
    r"|P(?=[0-9T])(?:[0-9]+D)?(?:T(?=[0-9])(?:[0-9]+H)?(?:[0-9]+M)?(?:[0-9]+S)?)?)"
)
"""A date, a time, both, a week, a year or a duration, as `<time>` has them."""

_PLACE = regex(r"\s(?:id|name)\s*=", re.IGNORECASE)
_IN_TEXTS = regex(
    r"\b(?:rel\s*=\s*[\"']?[^\"'>]*\b(?:stylesheet|preload|prefetch|preconnect|modulepreload|pingback))\b",
    re.IGNORECASE,
)
"""What a `<link>` is for that may stand in a text."""

_COMMON = frozenset((
    "accesskey", "autocapitalize", "autofocus", "class", "contenteditable", "dir", "draggable", "enterkeyhint",
    "hidden", "id", "inert", "inputmode", "is", "itemid", "itemprop", "itemref", "itemscope", "itemtype", "lang",
    "nonce", "part", "popover", "prefix", "property", "resource", "role", "slot", "spellcheck", "style", "tabindex",
    "title", "translate", "typeof", "vocab",
))  # fmt: skip
"""Attributes of all elements, RDFa's among them."""
_LOADED = "crossorigin fetchpriority referrerpolicy"
_LINK = "attributionsrc download href hreflang ping referrerpolicy rel target type"
_PLAYER = "autoplay controls controlslist crossorigin disableremoteplayback loop muted preload src"
_SIZE = "height width"
_SENDING = "formaction formenctype formmethod formnovalidate formtarget"
_POPPING = "command commandfor popovertarget popovertargetaction"
_TYPED = "autocomplete dirname maxlength minlength placeholder readonly required"
_OWN: Mapping[str, frozenset[str]] = {
    name: frozenset(attributes.split())
    for names, attributes in {
        "a": f"{_LINK} name",  # a second place of its own
        "area": f"{_LINK} alt coords shape",
        "audio": _PLAYER,
        "blockquote q": "cite",
        "button": f"disabled form name {_SENDING} {_POPPING} type value",
        "canvas": _SIZE,
        "col colgroup": "span",
        "data li": "value",
        "del ins": "cite datetime",
        "details": "name open",
        "dialog": "closedby open",
        "embed": f"{_SIZE} src type",
        "fieldset": "disabled form name",
        "form": "action autocomplete enctype method name novalidate rel target",
        "iframe": f"{_SIZE} allow allowfullscreen credentialless loading name referrerpolicy sandbox src srcdoc",
        "img": f"{_SIZE} {_LOADED} alt decoding ismap loading sizes src srcset usemap",
        "input": f"disabled form name {_SENDING} {_POPPING} {_TYPED} {_SIZE} "
        "accept alt checked list max min multiple pattern size src step type value",
        "label": "for",
        "link": f"{_LOADED} as blocking href hreflang imagesizes imagesrcset integrity media rel sizes type",
        "map slot": "name",
        "meta": "charset content",
        "meter": "high low max min optimum value",
        "object": f"{_SIZE} data form name type",
        "ol": "reversed start type",
        "optgroup": "disabled label",
        "option": "disabled label selected value",
        "output": "for form name",
        "param": "name value",
        "progress": "max value",
        "script": f"{_LOADED} async blocking defer integrity nomodule src type",
        "select": "disabled form name autocomplete multiple required size",
        "source": f"{_SIZE} media sizes src srcset type",
        "td": "colspan headers rowspan",
        "template": "shadowrootclonable shadowrootdelegatesfocus shadowrootmode shadowrootserializable",
        "textarea": f"disabled form name {_TYPED} cols rows wrap",
        "th": "colspan headers rowspan abbr scope",
        "time": "datetime",
        "track": "default kind label src srclang",
        "video": f"{_PLAYER} {_SIZE} disablepictureinpicture playsinline poster",
    }.items()
    for name in names.split()
}
_FOREIGN = frozenset(("svg", "math"))
_OF_PROGRAMS = ("on", ":", "@")
"""How attributes begin that only programs read."""


class Inside(Noun):
    """Where a tag stands."""

    within: str
    """The element around it, as the page has it; empty where raw HTML opened none."""
    is_open: Callable[[str], bool]
    """Tells whether raw HTML has opened such an element that has not ended."""
    closed: bool
    """Whether one of `AS_BLOCKS` ends in the same fragment of HTML."""
    in_line: bool
    """Whether words stand beside it."""


def unhoused(name: str, inside: Inside) -> str:
    """Return the element that must stand around this one and does not; an empty string where all is well."""
    houses = _HOUSES.get(name, ())
    return "" if not houses or any(map(inside.is_open, houses)) else houses[0]


def lawful(name: str, attributes: Attributes, inside: Inside, content: str) -> tuple[str, Attributes]:
    """Return the element and the attributes to write; `content` is what stands in it, as far as it is known."""
    if "-" in name:  # one of the author's own
        return name, attributes
    attributes = list(_allowed(name, attributes, inside.within))
    if unhoused(name, inside) or name == "main" or (name == "figcaption" and inside.within != "figure"):
        return _PLAIN.get(name, "div"), attributes
    if name == "time" and not _MOMENT.fullmatch(dict(attributes).get("datetime") or content.strip()):
        return "span", without(attributes, "datetime")
    holds_words = inside.within in OF_LINES or inside.within in TITLES or inside.within == "pre"
    if name in ("p", "div") and holds_words:
        return "span", with_style(attributes, _BLOCK)
    if name == "pre" and holds_words:
        return "code", with_style(without(attributes, "tabindex"), _BLOCK, "white-space: pre-wrap")
    if name in AS_BLOCKS and not (inside.closed or inside.in_line or holds_words or inside.within == "p"):
        return "div", with_style(attributes, AS_BLOCKS[name])
    return name, attributes


def _allowed(name: str, attributes: Attributes, within: str) -> Iterator[tuple[str, str | None]]:
    """Yield the attributes that the element may have, each once: of two a browser reads the first."""
    seen = set[str]()
    for key, value in attributes:
        if key not in seen and _fits(name, key, value or "", within):
            yield _mended(name, key, value)
        seen.add(key)


def _fits(name: str, key: str, value: str, within: str) -> bool:
    """Tell whether an attribute means anything, with a value that it can have."""
    if key.startswith("xml"):
        return name in _NAMESPACES and key != "xml:lang"
    if not is_known(name, key):
        return False
    if key == "lang":
        return is_language(value)
    if key in ("id", "action"):
        return bool(value.strip())
    if key == "style":
        return not value.strip() or bool(_UNREAD.sub("", value).strip())
    if key == "cite":
        return not any(map(str.isspace, value))
    if key == "role" and name == "img":
        return value != "img"
    if key == "value" and name == "li":
        return within == "ol" and bool(_WHOLE.fullmatch(value))
    return key not in ("colspan", "rowspan") or bool(_CELLS.fullmatch(value))


def _mended(name: str, key: str, value: str | None) -> tuple[str, str | None]:
    if key == "xmlns":
        return key, _NAMESPACES[name]
    if key == "xmlns:xlink":
        return key, _XLINK
    if value and key == "style":
        return key, _UNREAD.sub("", value)
    if value and key == "rel":
        return key, " ".join(dict.fromkeys(value.split()))
    return key, value


def misplaced(name: str, where: Inside, opened: OpenElements) -> Iterator[tuple[str, str]]:
    """Yield (message, hint) for each reason why an element cannot begin in what is open."""
    around = opened.innermost
    inside = around.name if around else ""
    if name != "summary" and not opened.in_drawing() and (house := unhoused(name, where)):
        yield f"<{name}> stands in no <{house}>", f"put <{house}> around it"
    if name in BLOCKS and inside in OF_LINES:
        yield f"a <{inside}> cannot hold a <{name}>", f"put <{inside}> into it, or use <div>"
    elif name in BLOCKS - TITLES and inside in TITLES:
        yield f"a <{inside}> holds words, and so no <{name}>", f"take <{name}> and </{name}> out"
    elif name in LEAVING and (drawing := opened.drawing()):
        yield f"a browser ends <{drawing}> at this <{name}>", f"end it with </{drawing}> before"
    if name == "summary" and inside != "details":
        yield "<summary> stands in no <details>", "put <details> around it and its text"
    elif name == "summary" and around and around.filled:
        yield "<summary> is not the first in its <details>", "put it right after <details>"


def is_of_page(name: str, attributes: str) -> bool:
    """Tell whether an element belongs to a page's head."""
    if "itemprop" in attributes:
        return False
    return name in PAGE or (name == "link" and not _IN_TEXTS.search(attributes))


def is_place(link: re.Match[str]) -> bool:
    """Tell whether others can lead to a link."""
    return bool(_PLACE.search(link["rest"]))


def is_known(element: str, attribute: str) -> bool:
    """Tell whether an element may have an attribute; one with a hyphen is for programs, and theirs are many."""
    return (
        attribute in _COMMON
        or attribute in _OWN.get(element, ())
        or "-" in attribute
        or element in _FOREIGN
        or attribute.startswith(_OF_PROGRAMS)
    )


def slip_of(element: str, attribute: str) -> str | None:
    """Return the attribute of an element that another, which nothing has, is likely a misspelling of."""
    of_another = any(attribute in names for names in _OWN.values())
    return None if of_another else nearest(attribute, _COMMON | _OWN.get(element, frozenset()))

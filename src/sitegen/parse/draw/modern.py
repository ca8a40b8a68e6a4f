"""Elements and attributes that HTML no longer has become those that say the same."""

import re

from sitegen.base.patterns import regex
from sitegen.parse.draw.looks import Attributes, styled, without
from sitegen.parse.tags import HEADINGS

_ELEMENTS = {
    "tt": "code", "strike": "s", "acronym": "abbr", "big": "span", "font": "span", "nobr": "span", "blink": "span",
    "marquee": "span", "dir": "ul", "h1": "h2", "listing": "pre", "plaintext": "pre",
}  # fmt: skip
_LEVELS = frozenset("23456")
_ALIGNED = frozenset(("p", "div", "h2", "h3", "h4", "h5", "h6", "td", "th", "tr", "thead", "tbody", "tfoot", "caption"))
_SIDES = {"left": "left", "right": "right", "center": "center", "middle": "center", "justify": "justify"}
_OF_REACT = {
    "classname": "class", "htmlfor": "for", "xlinkhref": "xlink:href",
    "strokewidth": "stroke-width", "strokelinecap": "stroke-linecap", "strokelinejoin": "stroke-linejoin",
    "strokedasharray": "stroke-dasharray", "strokedashoffset": "stroke-dashoffset", "strokeopacity": "stroke-opacity",
    "strokemiterlimit": "stroke-miterlimit", "fillrule": "fill-rule", "fillopacity": "fill-opacity",
    "cliprule": "clip-rule", "clippath": "clip-path", "stopcolor": "stop-color", "stopopacity": "stop-opacity",
    "textanchor": "text-anchor", "fontsize": "font-size", "fontfamily": "font-family", "fontweight": "font-weight",
    "dominantbaseline": "dominant-baseline",
}  # fmt: skip
_ALONE = frozenset((
    "allowfullscreen", "async", "autofocus", "autoplay", "checked", "controls", "default", "defer", "disabled", "ismap",
    "loop", "multiple", "muted", "nomodule", "novalidate", "open", "playsinline", "readonly", "required", "reversed",
    "selected",
))  # fmt: skip
"""Attributes that mean the same whatever their value."""
_ORIGIN = regex(r"(?:[a-z]+:)?//([^/?#]+)|(?:[^?#]*/)?([^/?#]+)/?(?:[?#]|$)", re.IGNORECASE)
"""The host of an address, or the last part of one of the site's own."""
_TARGETS = frozenset(("_blank", "_self", "_parent", "_top"))
_SCOPES = frozenset(("row", "col", "rowgroup", "colgroup"))
_CELL = regex(r"<td[\s>/]", re.IGNORECASE)
_OF_LINK = frozenset(("target", "download", "rel", "hreflang", "ping"))


def modern(name: str, attributes: Attributes, *, in_line: bool) -> tuple[str, Attributes]:
    """Return the element and the attributes to write; a page has one `<h1>`, so that in a text is a section's."""
    attributes = [(_OF_REACT.get(key, key), None if value and key in _ALONE else value) for key, value in attributes]
    attributes = styled(name, attributes)
    if name == "center":
        return "span" if in_line else "div", _with_class(attributes, "align-center")
    if name == "a":
        attributes = _link(attributes)
    elif name in ("iframe", "embed"):
        attributes = _titled(attributes)
    elif name in HEADINGS and (level := dict(attributes).get("aria-level") or "") in _LEVELS:
        name, attributes = f"h{level}", without(attributes, "aria-level")
    name = _ELEMENTS.get(name, name)
    if name in _ALIGNED:
        for key, value in attributes:
            if key == "align" and value and (side := _SIDES.get(value.casefold())):
                return name, _with_class(without(attributes, "align"), f"align-{side}")
    return name, attributes


def _titled(attributes: Attributes) -> Attributes:
    """Return a frame's attributes with a title, for those who do not see it: where it comes from says most."""
    given = dict(attributes)
    origin = _ORIGIN.match(given.get("src") or "")
    if given.get("title") or not origin:
        return attributes
    return [*without(attributes, "title"), ("title", origin[1] or origin[2])]


def head_cell(attributes: Attributes, row: str) -> Attributes:
    """Return a header cell's attributes with what it heads, as browsers work it out from its row of HTML.

    In a row that has no other cells it heads its column, else its row.
    """
    if any(key == "scope" and (value or "").casefold() in _SCOPES for key, value in attributes):
        return attributes
    wide = any(key == "rowspan" and value != "1" for key, value in attributes)
    scope = "row" if wide or _CELL.search(row) else "col"
    return [*without(attributes, "scope"), ("scope", scope)]


def _link(attributes: Attributes) -> Attributes:
    """Return a link's attributes without a target that no browser knows; what leads nowhere has no target at all."""
    keys = {key for key, _ in attributes}
    if "id" not in keys:
        attributes = [("id", value) if key == "name" else (key, value) for key, value in attributes]
    if "href" not in keys:
        return [pair for pair in attributes if pair[0] not in _OF_LINK]
    target = dict(attributes).get("target") or "_"
    known = not target.startswith("_") or target.casefold() in _TARGETS
    return attributes if known else without(attributes, "target")


def _with_class(attributes: Attributes, name: str) -> Attributes:
    own = next((value for key, value in attributes if key == "class"), None)
    return [*without(attributes, "class"), ("class", f"{own} {name}" if own else name)]

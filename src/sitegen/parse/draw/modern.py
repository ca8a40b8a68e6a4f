"""Elements and attributes that HTML no longer has become those that say the same; those of looks become style."""

import re
from collections.abc import Callable, Mapping

from sitegen.base.patterns import regex
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

Attributes = list[tuple[str, str | None]]

SIZED = frozenset(("img", "iframe", "video", "embed", "object", "canvas"))
"""Elements whose width and height are attributes."""
_SIZE = regex(r"\s*([0-9]+)(?:\.[0-9]+)?(%?)")
"""How a browser reads a width or height."""
_LENGTH = r"([0-9]+(?:\.[0-9]+)?)\s*(px|in|cm|mm|pt|pc)"
_PRINTED = regex(r"\s*([0-9]+(?:\.[0-9]+)?)\s*(in|cm|mm|pt|pc)\s*")
"""A width or height on paper, as word processors have them, which a browser would take for pixels."""
_SIZED = regex(rf"\s*width:\s*{_LENGTH};\s*height:\s*{_LENGTH};?\s*")
"""A style that says no more than the size of a picture, whose height would stand where its width has no room."""
_PIXELS = {"px": 1.0, "in": 96.0, "cm": 96 / 2.54, "mm": 96 / 25.4, "pt": 96 / 72, "pc": 16.0}
_CELLS = ("td", "th")
_ROWS = ("tr", "thead", "tbody", "tfoot")
_LISTS = ("ul", "ol", "dl", "menu")
_GONE: Mapping[str, frozenset[str]] = {
    "a": frozenset(("charset", "coords", "rev", "shape")),
    "font": frozenset(("color", "face", "size")),
    "hr": frozenset(("align", "color", "noshade", "size")),
    "iframe": frozenset((
        "allowtransparency", "frameborder", "longdesc", "marginheight", "marginwidth", "scrolling",
        "mozallowfullscreen", "msallowfullscreen", "oallowfullscreen", "webkitallowfullscreen",
    )),
    "img": frozenset(("border", "longdesc", "lowsrc", "name")),
    "object": frozenset(("archive", "border", "classid", "codebase", "codetype", "declare", "standby")),
    "script": frozenset(("charset", "language")),
    "table": frozenset(("background", "bgcolor", "border", "cellpadding", "cellspacing", "frame", "rules", "summary")),
    **dict.fromkeys(_CELLS, frozenset(("axis", "background", "bgcolor", "char", "charoff"))),
    **dict.fromkeys((*_ROWS, "col", "colgroup"), frozenset(("background", "bgcolor", "char", "charoff"))),
    **dict.fromkeys((*_LISTS, "dir"), frozenset(("compact",))),
}  # fmt: skip
"""By element: attributes that say nothing any more, or what a theme decides."""

Rule = Callable[[str], str]
"""Turns the value of an attribute into a rule; nothing where it has no meaning."""


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


def _one_of(rule: str, *values: str) -> Rule:
    return lambda value: f"{rule}: {value}" if value in values else ""


def _size(side: str) -> Rule:
    def rule(value: str) -> str:
        size = _SIZE.match(value)
        return f"{side}: {size[1]}{size[2] or 'px'}" if size else ""

    return rule


def _share(side: str) -> Rule:
    def rule(value: str) -> str:
        size = _SIZE.match(value)
        return f"{side}: {size[1]}%" if size and size[1] != "100" else ""

    return rule


def _floating(value: str) -> str:
    """Return how an element stands in the text around it."""
    place = "float" if value in ("left", "right") else "vertical-align" if value in ("top", "middle", "bottom") else ""
    return place and f"{place}: {value}"


_TABLE_SIDES = {"center": "margin-inline: auto", "left": "float: left", "right": "float: right"}
_MEASURES = {"width": _size("width"), "height": _size("height")}
_VERTICAL = {"valign": _one_of("vertical-align", "top", "middle", "bottom", "baseline")}
_OF_COLUMNS = {**_MEASURES, **_VERTICAL}
_OF_CELLS: Mapping[str, Rule] = {**_OF_COLUMNS, "nowrap": lambda _: "white-space: nowrap"}
_OF_ROWS: Mapping[str, Rule] = {"height": _size("height"), **_VERTICAL}
_ROUND = {"align": _floating, "hspace": _size("margin-inline"), "vspace": _size("margin-block")}
_RULES: Mapping[str, Mapping[str, Rule]] = {
    "br": {"clear": lambda value: f"clear: {value if value in ('left', 'right') else 'both'}"},
    "hr": _MEASURES,
    "pre": {"width": lambda _: ""},
    "table": {**_MEASURES, "align": lambda value: _TABLE_SIDES.get(value, "")},
    "ul": {"type": _one_of("list-style-type", "disc", "circle", "square")},
    "li": {"type": _one_of("list-style-type", "disc", "circle", "square")},
    **dict.fromkeys(("col", "colgroup"), _OF_COLUMNS),
    **dict.fromkeys(_CELLS, _OF_CELLS),
    **dict.fromkeys(_ROWS, _OF_ROWS),
    **dict.fromkeys(SIZED - {"video", "canvas"}, _ROUND),
}
"""By element and attribute."""


def styled(name: str, attributes: Attributes) -> Attributes:
    """Return attributes without those of looks, which are in the style instead, where what stands already overrules."""
    gone, rules = _GONE.get(name, frozenset()), _RULES.get(name, {})
    told = [rules[key]((value or "").strip().casefold()) for key, value in attributes if key in rules]
    kept = [(key, value) for key, value in attributes if key not in gone and key not in rules]
    return sized(with_style(kept, *told)) if name in SIZED else with_style(kept, *told)


def sized(attributes: Attributes) -> Attributes:
    """Return attributes with sizes as HTML has them, in pixels; a share of the room there is is a matter of style."""
    style = next((_SIZED.fullmatch(value or "") for key, value in attributes if key == "style"), None)
    if style:
        told = {"width": _pixels(style[1], style[2]), "height": _pixels(style[3], style[4])}
        attributes = [*(pair for pair in attributes if pair[0] not in ("style", *told)), *told.items()]
    sizes = [(key, _on_screen(value or "")) for key, value in attributes if key in ("width", "height")]
    shares = [_share(key)(value) for key, value in sizes if "%" in value]
    pixels = {key: size[1] for key, value in sizes if (size := _SIZE.match(value)) and not size[2]}
    kept = [(key, pixels.get(key, value)) for key, value in attributes if key not in dict(sizes) or key in pixels]
    return with_style(kept, *shares)


def _on_screen(value: str) -> str:
    """Return a width or height on paper in pixels, and any other as it is."""
    printed = _PRINTED.fullmatch(value)
    return _pixels(printed[1], printed[2]) if printed else value


def _pixels(number: str, unit: str) -> str:
    return str(round(float(number) * _PIXELS[unit]))


def with_style(attributes: Attributes, *rules: str) -> Attributes:
    """Return attributes with rules more in their style, which what stands there already overrules."""
    told = [rule for rule in rules if rule]
    if not told:
        return attributes
    own = next((value for key, value in attributes if key == "style"), None)
    return [*without(attributes, "style"), ("style", "; ".join([*told, own] if own else told))]


def without(attributes: Attributes, name: str) -> Attributes:
    """Return all attributes but one."""
    return [pair for pair in attributes if pair[0] != name]

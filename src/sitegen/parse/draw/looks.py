"""Attributes that say how something looks become rules of style; what a theme decides leaves."""

from collections.abc import Callable, Mapping

from sitegen.base.patterns import regex

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


_SIDES = {"center": "margin-inline: auto", "left": "float: left", "right": "float: right"}
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
    "table": {**_MEASURES, "align": lambda value: _SIDES.get(value, "")},
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

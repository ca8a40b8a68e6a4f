"""Which attributes the HTML standard gives to which elements."""

from collections.abc import Mapping

from sitegen.base.text import nearest

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

"""Say a thing as a node of a graph, and write the graph so that no text in it can leave its script element."""

import re
from collections.abc import Iterable

from markupsafe import Markup

from sitegen.base.jsontext import json_text

Node = dict[str, object]

_UNSAFE = {char: f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}
_ISO_DURATION = re.compile(r"P(?=.)(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+S)?)?")
_CLOCK = re.compile(r"(?:(\d+):)?(\d{1,2}):(\d{2})")


def script_json(value: object) -> str:
    """Return JSON that cannot end or bend the script element around it."""
    text = json_text(value)
    for char, escaped in _UNSAFE.items():
        text = text.replace(char, escaped)
    return text


def graph(nodes: Iterable[Node], *, ready: str = "") -> Markup:
    """Return one graph of all nodes; `ready` are further ones as JSON, as they stand on every page."""
    parts = [part for part in (script_json(list(nodes))[1:-1], ready) if part]
    return Markup(f'{{"@context":"https://schema.org","@graph":[{",".join(parts)}]}}')  # noqa: S704  (escaped)


def node(kind: str, ident: str = "", **properties: object) -> Node:
    """Return a node without the properties that say nothing."""
    made: Node = {"@type": kind, "@id": ident} if ident else {"@type": kind}
    for name, value in properties.items():
        if value or value == 0:
            made[name] = list(value) if isinstance(value, tuple) else value
    return made


def reference(ident: str) -> Node:
    """Return a mention of a node by its id."""
    return {"@id": ident}


def iso_duration(written: str) -> str:
    """Return `12:30` as `PT12M30S`; nothing for what is not a duration."""
    if _ISO_DURATION.fullmatch(written):
        return written
    match = _CLOCK.fullmatch(written.strip())
    if not match:
        return f"PT{written.strip()}S" if written.strip().isdigit() else ""
    hours = f"{int(match[1])}H" if match[1] else ""
    return f"PT{hours}{int(match[2])}M{int(match[3])}S"

"""Say a thing as a node of a graph, and write the graph so that no text in it can leave its script element."""

from collections.abc import Iterable

from markupsafe import Markup

from sitegen.base.jsontext import json_text

Node = dict[str, object]

_UNSAFE = {char: f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}


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

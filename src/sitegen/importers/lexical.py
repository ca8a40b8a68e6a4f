"""What the editors of Ghost keep becomes HTML, where an export has no HTML of a text."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from sitegen.base.html import attributes, escape

Node = Mapping[str, Any]

_FORMATS = ((1, "strong"), (2, "em"), (4, "s"), (8, "u"), (16, "code"), (32, "sub"), (64, "sup"), (128, "mark"))
"""Bits of a text's format."""
_SOURCES = {"image": "img", "video": "video", "audio": "audio"}


def html_of(lexical: str, mobiledoc: str) -> str:
    """Return the HTML of a document of either editor, as far as it has words, links and pictures."""
    try:
        if lexical:
            return "".join(_node(json.loads(lexical)["root"]))
        return "".join(_mobile(json.loads(mobiledoc))) if mobiledoc else ""
    except (ValueError, KeyError, TypeError, IndexError):
        return ""


def _inside(node: Node) -> str:
    return "".join("".join(_node(child)) for child in node.get("children", []))


def _node(node: Node) -> Iterator[str]:
    kind = str(node.get("type", "")).removeprefix("extended-")
    if kind == "text":
        text = escape(node.get("text", ""))
        for bit, tag in _FORMATS:
            text = f"<{tag}>{text}</{tag}>" if int(node.get("format") or 0) & bit else text
        yield text
    elif kind == "linebreak":
        yield "<br>"
    elif kind in ("heading", "list", "listitem", "quote", "aside", "paragraph", "link"):
        names = {"listitem": "li", "quote": "blockquote", "aside": "blockquote", "paragraph": "p", "link": "a"}
        tag = names.get(kind) or str(node.get("tag", "ul"))
        href = attributes([("href", str(node.get("url", "")))]) if kind == "link" else ""
        yield f"<{tag}{href}>{_inside(node)}</{tag}>"
    elif kind == "horizontalrule":
        yield "<hr>"
    else:
        yield _card(kind, node) + _inside(node)


def _card(kind: str, said: Node) -> str:
    """Return a card of either editor, by what it has."""
    if kind in ("html", "markdown", "card-markdown") and (said.get("html") or said.get("markdown")):
        return str(said.get("html")) if said.get("html") else f"<p>{escape(str(said['markdown']))}</p>"
    if kind in ("codeblock", "code"):
        language = attributes([("data-language", str(said.get("language") or ""))])
        return f"<pre{language}>{escape(str(said.get('code', '')))}</pre>"
    if kind in ("email", "email-cta"):
        return '<div class="kg-email-card"></div>'  # no page of the site has shown it
    if kind == "hr":
        return "<hr>"
    if kind == "gallery":
        return "".join(_card("image", image) for image in said.get("images", []))
    if tag := _SOURCES.get(kind):
        given = attributes(
            [("src", str(said.get("src", ""))), ("alt", str(said.get("alt") or said.get("altText") or ""))]
        )
        caption = f"<figcaption>{said['caption']}</figcaption>" if said.get("caption") else ""
        return f"<figure><{tag}{given}></{tag}>{caption}</figure>".replace("></img>", ">")
    if kind == "callout":
        sign, text = escape(str(said.get("calloutEmoji") or "")), said.get("calloutText", "")
        inner = f'<div class="kg-callout-emoji">{sign}</div><div class="kg-callout-text">{text}</div>'
        return f'<div class="kg-callout-card">{inner}</div>'
    if kind == "toggle":
        return f"<details><summary>{said.get('heading', '')}</summary>{said.get('content', '')}</details>"
    if said.get("url"):
        meta = said.get("metadata") or {}
        title = str(meta.get("title") or said.get("buttonText") or said["url"])
        return f"<p><a{attributes([('href', str(said['url']))])}>{escape(title)}</a></p>"
    return str(said.get("html") or "")


def _mobile(document: Node) -> Iterator[str]:
    """Yield the sections of a document of the older editor."""
    for section in document["sections"]:
        kind, what = section[0], section[1]
        if kind == 1:
            yield f"<{what}>{_marked(section[2], document)}</{what}>"
        elif kind == 2:
            yield attributes([("src", what)]).join(("<p><img", "></p>"))
        elif kind == 3:
            items = "".join(f"<li>{_marked(item, document)}</li>" for item in section[2])
            yield f"<{what}>{items}</{what}>"
        elif kind == 10:
            name, said = document["cards"][what]
            yield _card(name, said)


def _marked(markers: list[Any], document: Node) -> str:
    out: list[str] = []
    opened: list[str] = []
    for kind, opening, closed, value in markers:
        for at in opening:
            tag, *given = document["markups"][at]
            pairs = given[0] if given else []
            out.append(f"<{tag}{attributes(zip(pairs[::2], pairs[1::2], strict=False))}>")
            opened.append(tag)
        out.append(escape(value) if kind == 0 else "<br>")
        out += [f"</{opened.pop()}>" for _ in range(closed)]
    return "".join(out)

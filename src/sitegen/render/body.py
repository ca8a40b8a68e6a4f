"""Fill the holes of a body: parts become HTML."""

import re
from collections.abc import Callable

from sitegen.base.diagnostics import Diagnostic
from sitegen.base.html import escape
from sitegen.base.noun import Noun
from sitegen.base.patterns import regex
from sitegen.model.body import Body, Picture, Ref, Slot
from sitegen.render.images import picture_html
from sitegen.render.links import resolve
from sitegen.render.urls import full_url, href
from sitegen.render.view import View

# Stands for a dead address until the element around it is known; no source can hold it.
_DEAD = "\x00dead\x00"
_DEAD_IMAGE = regex(rf"<(?:img|source)\b[^<>]*{_DEAD}[^<>]*>", re.IGNORECASE)
_PICTURE = regex(r"<picture\b[^<>]*>((?:(?!<img\b|</picture>).)*)</picture>", re.IGNORECASE | re.DOTALL)
"""A picture that has lost its image."""
_SOURCE = regex(r"<source\b[^<>]*>", re.IGNORECASE)
_DEAD_ATTRIBUTE = regex(rf"""(?<!\s)\s+[\w:-]+\s*=\s*(["']?){_DEAD}\1""")
_DEAD_LINK = regex(rf"<a\s[^<>]*{_DEAD}[^<>]*>", re.IGNORECASE)
_OF_LINK = regex(
    r"""\s+(?:target|download|rel|hreflang|ping|aria-label)(?=[\s=>])(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>]+))?""",
    re.IGNORECASE,
)
"""What only a link that leads somewhere may have."""
_ALT = regex(r"""\balt\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)

DrawSlot = Callable[[Slot], str]


class Filled(Noun):
    """A body as HTML, and what is wrong with its links."""

    html: str
    problems: tuple[Diagnostic, ...] = ()


def fill(body: Body, view: View, path: str, *, draw: DrawSlot | None = None, final: bool = False) -> Filled:
    """Return the HTML of a body from the source file `path`.

    `draw` gives the HTML of a slot; `final` gives full URLs, for feeds.
    """
    said: list[str] = []
    problems: list[Diagnostic] = []
    whole = full_url if final else href
    for part in body.parts:
        found: Diagnostic | None = None
        if isinstance(part, str):
            said.append(part)
        elif isinstance(part, Ref):
            target = resolve(part, view, path)
            found = target.problem
            said.append(_attribute(whole(view.config, target.address) + target.rest) if target.address else _DEAD)
        elif isinstance(part, Picture):
            html, found = picture_html(part, view, path, final=final)
            said.append(html)
        elif draw is not None:
            said.append(draw(part))
        if found is not None:
            problems.append(found)
    html = "".join(said)
    return Filled(_without_dead(html) if _DEAD in html else html, tuple(problems))


def _attribute(value: str) -> str:
    return escape(value).replace("'", "&#39;")


def _without_dead(html: str) -> str:
    """Return the HTML with dead links as plain text, and with images that are not there as their description."""
    html = _DEAD_IMAGE.sub(lambda match: _description(match[0]), html)
    html = _PICTURE.sub(lambda match: _SOURCE.sub("", match[1]).strip(), html)
    html = _DEAD_LINK.sub(lambda match: _OF_LINK.sub("", match[0]), html)
    return _DEAD_ATTRIBUTE.sub("", html).replace(_DEAD, "")


def _description(element: str) -> str:
    alt = _ALT.search(element)
    return (alt[1] or alt[2] or "") if alt else ""

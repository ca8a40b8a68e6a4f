"""Tags of raw HTML that are of no element: they show as they are written, or leave where a program wrote them."""

import re
from collections.abc import Callable, MutableMapping

from sitegen.base.html import escape
from sitegen.base.patterns import regex
from sitegen.model.body import Part
from sitegen.parse.draw.lawful import is_of_page
from sitegen.parse.draw.openelements import OpenElements, Place, ends_at_once
from sitegen.parse.manuscript import Manuscript
from sitegen.parse.syntax.jsx import COMPONENT
from sitegen.parse.tags import ELEMENTS, TABLE_PARTS

_NOTHING_ALONE = frozenset(("script", "style", "iframe"))
"""Elements that do nothing without attributes or content."""
_CHECKED = regex(r"<g\s[^<>]*\bclass=[\"'][^\"'<>]*\bgr_", re.IGNORECASE)
"""The mark that Grammarly puts around words while somebody writes."""


class UnknownTags:
    """Knows what has been told of such tags in one body, each only once."""

    def __init__(
        self,
        manuscript: Manuscript,
        emit: Callable[[Part], None],
        opened: OpenElements,
        forgiven: MutableMapping[str, int],
    ) -> None:
        self._manuscript = manuscript
        self._emit = emit
        self._opened = opened
        self._forgiven = forgiven
        self.spoken: set[str] = set()
        """Elements whose tag shows as text, as the one will that ends them."""
        self._told: set[str] = set()

    def take(self, match: re.Match[str], name: str, place: Place, *, in_line: bool) -> bool:
        """Take a tag that opens or closes no element, and say so; False where it does."""
        tag, shown = match[0], match["name"]
        if name == "img" and not match["close"] and "src" not in match["rest"].lower():
            self._as_text(tag, shown, place, f"<{shown}> names no picture")
        elif self._means_nothing(match, name, place, in_line=in_line):
            self.spoken.add(name)
            self._as_text(tag, shown, place, f"<{shown}> says nothing to a page here")
        elif name == "g" and self._is_of_checker(tag):
            hint = "remove it, and </g> behind its words"
            self._say_once("gr_", "<g> is left by a checker of grammar, and is left out", place, hint)
        elif self._is_component(tag, shown):
            message = f"<{shown}> is a component, of which only the content stays"
            self._say_once(shown, message, place, "write in Markdown or HTML what it shows")
        elif not self._is_element(name):
            self._as_text(tag, shown, place, f"HTML has no element <{shown}>")
        else:
            return False
        return True

    def _as_text(self, tag: str, name: str, place: Place, why: str) -> None:
        self._emit(escape(tag))
        self._say_once(name, f"{why}, so it stays as text", place, f"put it in code: `<{name}>`")

    def _say_once(self, key: str, message: str, place: Place, hint: str) -> None:
        if key not in self._told:
            self._told.add(key)
            self._manuscript.report_at("parse/unknown-tag", message, place, hint)

    def _means_nothing(self, match: re.Match[str], name: str, place: Place, *, in_line: bool) -> bool:
        """Tell whether a tag without attributes begins nothing: no line of words holds it, or it has no content."""
        if match["close"] or match["rest"].strip(" /") or self._opened.in_drawing():
            return False
        if in_line and (is_of_page(name, "") or (name in TABLE_PARTS and not self._opened.has("table"))):
            return True
        return name in _NOTHING_ALONE and (in_line or ends_at_once(name, place, self._manuscript.lines))

    def _is_of_checker(self, tag: str) -> bool:
        if self._opened.in_drawing():
            return False
        if _CHECKED.match(tag):
            self._forgiven["g"] += 1
            return True
        if tag[1:2] == "/" and self._forgiven["g"]:
            self._forgiven["g"] -= 1
            return True
        return False

    def _is_component(self, tag: str, name: str) -> bool:
        if self._manuscript.is_mdx:
            return bool(COMPONENT.match(tag))
        return name[0].isupper() and not self._is_element(name.lower()) and name in self._manuscript.components

    def _is_element(self, name: str) -> bool:
        """Tell whether HTML has the element, or may have: an author's own have a hyphen in their names."""
        return name in ELEMENTS or "-" in name or self._opened.in_drawing()

"""Headings of raw HTML stand in the outline as those of Markdown do: an export may bring a whole article as HTML."""

import re

from sitegen.base.html import escape, visible_text
from sitegen.base.patterns import regex
from sitegen.model.body import Heading
from sitegen.parse.manuscript import Manuscript
from sitegen.parse.tags import element

_BOX = regex(
    r"<(/?)(?:div|details|aside|table|figure|blockquote|nav|form|[uod]l|footer|fieldset|dialog|summary|pre|template)\b[^<>]*>",
    re.IGNORECASE,
)
"""What stands apart from the text, with whatever headings it has."""
_ID = regex(r"""(?<![^\s"'])id\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))""", re.IGNORECASE)
_MARK = regex(rf"{element('button', 'svg')}|<a\b(?=[^<>]*href=[\"']?#)[^<>]*>\W*</a\s*>", re.IGNORECASE)
"""What leads from a heading to itself."""
_LISTED = regex(r'href="#([^"]*)"')
_SEVERAL = 2


class RawHeadings:
    """Finds those headings, block by block."""

    def __init__(self, manuscript: Manuscript) -> None:
        self.manuscript = manuscript
        self.boxes = 0
        """How many are open."""
        self._found: list[Heading] = []

    def pass_by(self, html: str) -> None:
        """Count the boxes that a piece of raw HTML opens and closes."""
        for box in _BOX.finditer(html):
            self.boxes = max(0, self.boxes + (-1 if box[1] else 1))

    def named(self, heading: re.Match[str], level: int) -> tuple[str, Heading | None]:
        """Return the attributes of a heading, with an id, and what the outline has of it."""
        attributes = heading["attributes"]
        text = visible_text(_MARK.sub("", heading["title"]))
        if not text:
            return attributes, None
        written = _ID.search(attributes)
        identity = (written[1] or written[2] or written[3] or "") if written else ""
        if not identity:
            identity = self.manuscript.claim(text)
            attributes = f' id="{escape(identity)}"{attributes}'
        self._found.append(Heading(level, identity, text))
        return attributes, self._found[-1]

    def without_listed(self, outline: list[Heading]) -> list[Heading]:
        """Return an outline without them where the text has a table of contents of them in raw HTML itself."""
        if not self._found:
            return outline
        found = {heading.id for heading in self._found}
        listed = found.intersection(_LISTED.findall(self.manuscript.text))
        return [heading for heading in outline if heading.id not in found] if len(listed) > _SEVERAL else outline

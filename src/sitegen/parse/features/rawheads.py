"""Headings of raw HTML stand in the outline as those of Markdown do: an export may bring a whole article as HTML."""

import re

from sitegen.base.html import escape, visible_text
from sitegen.base.patterns import regex
from sitegen.model.body import Heading
from sitegen.parse.manuscript import Manuscript

_BOX = regex(
    r"<(/?)(?:div|details|aside|table|figure|blockquote|nav|form|[uod]l|footer|fieldset|dialog|summary|pre|template)\b[^<>]*>",
    re.IGNORECASE,
)
"""What stands apart from the text, with whatever headings it has."""
_ID = regex(r"""(?<![^\s"'])id\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))""", re.IGNORECASE)
_MARK = regex(r"<(button|svg)\b.*?</\1\s*>|<a\b[^<>]*?href=[\"']?#[^<>]*>\W*</a\s*>", re.IGNORECASE | re.DOTALL)
"""What leads from a heading to itself."""
_SEVERAL = 2


class RawHeadings:
    """Finds those headings, block by block."""

    def __init__(self, manuscript: Manuscript) -> None:
        self.manuscript = manuscript
        self._open = 0
        """How many boxes are open."""
        self._found: list[Heading] = []

    def is_apart(self, html: str) -> bool:
        """Tell whether what follows a piece of raw HTML stands in a box."""
        for box in _BOX.finditer(html):
            self._open = max(0, self._open + (-1 if box[1] else 1))
        return self._open > 0

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
        listed = sum(f'href="#{heading.id}"' in self.manuscript.text for heading in self._found)
        return [heading for heading in outline if heading not in self._found] if listed > _SEVERAL else outline

"""Headings get their levels and ids: they begin at the second level without gaps, and no id stands twice.

One that says nothing is not shown. Those of raw HTML stand in the outline too: an export may be HTML as a whole.
"""

import re
from collections.abc import Iterator

from markdown_it.token import Token

from sitegen.base.html import escape, visible_text
from sitegen.base.patterns import regex
from sitegen.model.body import Heading
from sitegen.parse.faq.sections import Section
from sitegen.parse.manuscript import Manuscript
from sitegen.parse.syntax.emoji import as_spelled
from sitegen.parse.tags import HEADING, element
from sitegen.parse.tokens import BLOCK, plain_text, row_of

_RAW_ID = regex(r"""<(?:[aA]\b[^<>]*?\s(?:id|name)|[a-zA-Z][^<>]*?\sid)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))""")
"""A place that raw HTML names."""
_BREAK = regex(r"<br\s*/?>", re.IGNORECASE)
_OPENING = regex(r"<h(?P<level>[1-6])(?=[\s>])", re.IGNORECASE)
_COMMENT = regex(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_DEEPEST = 6
_NAMED = ("heading_open", "paragraph_open", "list_item_open")
"""What may have an id of the author's own."""

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


def arrange(tokens: list[Token], manuscript: Manuscript, *, top: int = 2) -> list[Heading]:
    """Give each heading and question its level and id.

    Return the outline: the headings and FAQ sections that stand in no quote, list or callout.
    """
    _claim_written(tokens, manuscript)
    outline: list[Heading] = []
    above: list[int] = []
    raw = RawHeadings(manuscript)
    for index, token in enumerate(tokens):
        if token.type == "heading_open":
            _, line, close = tokens[index : index + BLOCK]
            if not line.content.strip() or all(map(_is_break, line.children or [])):
                token.hidden = close.hidden = True
                line.children = []
                continue
            level = _level(int(token.tag[1]), above, top)
            text = plain_text(line)
            identity = str(token.attrs.pop("id", "")) or manuscript.claim(as_spelled(line))
            token.attrs = {"id": identity, **token.attrs}
            token.tag = close.tag = f"h{level}"
            if token.level == 0 and text:
                outline.append(Heading(level, identity, text))
        elif token.type == "faq_slot":
            section: Section = token.meta["section"]
            text = plain_text(section.heading) if section.heading else ""
            _name_section(section, text, manuscript)
            if text:
                _level(section.level, above, top)
                outline.append(Heading(top, section.id, text))
        elif token.type == "html_block":
            token.content, found = _leveled(token, raw, above, top)
            outline += found
    return raw.without_listed(outline)


def _is_break(child: Token) -> bool:
    return child.tag == "br" or child.content.isspace() or bool(_BREAK.fullmatch(child.content))


def _leveled(token: Token, raw: RawHeadings, above: list[int], top: int) -> tuple[str, list[Heading]]:
    """Return raw HTML with its headings at their levels among the others, and what the outline has of them.

    Those that the outline has begin and end in one fragment. What is commented out has none.
    """
    html = token.content
    shown = _COMMENT.sub(lambda comment: " " * len(comment[0]), html) if "<!--" in html else html
    parts: list[str] = []
    found: list[Heading] = []
    done = 0
    for heading in HEADING.finditer(shown):
        first, begin, done = done, heading.start(), heading.end()
        parts += _opened(html, shown, first, begin, above, top)
        level, attributes = _level(int(heading["level"]), above, top), heading["attributes"]
        raw.pass_by(shown[first:begin])
        if not raw.boxes and token.level == 0:
            attributes, listed = raw.named(heading, level)
            found += [listed] if listed else []
        parts.append(f"<h{level}{attributes}>{heading['title']}</h{level}>")
    raw.pass_by(shown[done:])
    return "".join((*parts, *_opened(html, shown, done, len(html), above, top))), found


def _opened(html: str, shown: str, begin: int, end: int, above: list[int], top: int) -> Iterator[str]:
    """Yield a stretch of raw HTML in which the headings say their levels that it opens and does not end."""
    for tag in _OPENING.finditer(shown, begin, end):
        yield html[begin : tag.end()]
        yield f' aria-level="{_level(int(tag["level"]), above, top)}"'
        begin = tag.end()
    yield html[begin:end]


def _level(written: int, above: list[int], top: int) -> int:
    """Return the level of a heading below those above it, and put it among them."""
    while above and above[-1] >= written:
        above.pop()
    above.append(written)
    return min(top + len(above) - 1, _DEEPEST)


def _name_section(section: Section, text: str, manuscript: Manuscript) -> None:
    section.id = section.id or manuscript.claim(text, fallback="faq")
    for entry in section.entries:
        entry.id = entry.id or manuscript.claim(as_spelled(entry.question), fallback="question")
        arrange(entry.answer, manuscript, top=3)


def _claim_written(tokens: list[Token], manuscript: Manuscript) -> None:
    """Take the ids that the author wrote, before any is made."""
    for token in tokens:
        if token.type in _NAMED and "id" in token.attrs:
            token.attrs["id"] = _claim(str(token.attrs["id"]), token, manuscript)
        elif token.type == "faq_slot":
            section: Section = token.meta["section"]
            if section.id and section.heading:
                section.id = _claim(section.id, section.heading, manuscript)
            for entry in section.entries:
                entry.id = _claim(entry.id, entry.question, manuscript) if entry.id else ""
        elif token.type == "html_block":
            manuscript.ids.update(_raw_ids(token.content))
        elif token.type == "inline" and "<" in token.content:
            tags = [child.content for child in token.children or [] if child.type == "html_inline"]
            manuscript.ids.update(_raw_ids("".join(tags)))


def _raw_ids(html: str) -> list[str]:
    return [match[1] or match[2] or match[3] or "" for match in _RAW_ID.finditer(html)]


def _claim(wanted: str, token: Token, manuscript: Manuscript) -> str:
    given = manuscript.claim_exactly(wanted)
    if given != wanted:
        row = row_of(token)
        what = "place" if token.type in _NAMED[1:] else "heading"
        message = f'the id "{wanted}" is taken, so this {what} gets "{given}"'
        manuscript.report_text("parse/duplicate-id", message, row, wanted, hint="choose another id")
    return given

"""Raw HTML becomes parts of a body: links as holes, comments dropped, every tag closed where its surroundings end."""

import re
from collections import defaultdict
from collections.abc import Callable

from sitegen.base.html import escape
from sitegen.base.patterns import regex
from sitegen.model.body import Part
from sitegen.parse.draw.formulas import Formulas
from sitegen.parse.draw.lawful import AS_BLOCKS, Inside, is_of_page, is_place, misplaced
from sitegen.parse.draw.openelements import (
    Open,
    OpenElements,
    Place,
    ends_at_once,
    ends_paragraph,
    has_summary,
    is_spoken_of,
    placed,
)
from sitegen.parse.draw.rawtags import SCRIPT_IN_STYLE, TagWriter
from sitegen.parse.draw.unknowntags import UnknownTags
from sitegen.parse.manuscript import Manuscript
from sitegen.parse.phrases import phrases
from sitegen.parse.tags import (
    BLOCKS,
    HEADINGS,
    LISTS,
    OF_LINES,
    OPTIONAL_END,
    RAW_TEXT,
    TABLE_PARTS,
    TAG,
    TITLES,
    UNFINISHED,
    VOID,
    ended_by,
    tag_attributes,
)

_REFERENCE = regex(r"&(?:nbsp|lt|gt|amp|quot|copy|reg)(?![A-Za-z0-9=;])")
"""Names of letters that lack a semicolon, and that browsers read all the same."""
_OF_ELEMENTS = frozenset((*LISTS, "dl", "table", "thead", "tbody", "tfoot", "tr", "select"))
_BESIDE_ITEMS = frozenset(("li", "script", "template", "style"))
"""What a list holds."""
_HEADING_EDGE = regex(r"(?P<end></h[1-6]\b)|<h[1-6]\b|^#{1,6}[ \t]", re.IGNORECASE | re.MULTILINE)
_LINES = 40
"""Lines in which the end of a heading is looked for."""


_HOLDERS = {"area": ("map",), "source": ("picture", "video", "audio"), "track": ("video", "audio")}
"""By element: those in which alone it means something."""


class RawHtml:
    """The raw HTML of one body."""

    def __init__(self, manuscript: Manuscript, emit: Callable[[Part], None], formulas: Formulas) -> None:
        self.manuscript = manuscript
        self.emit = emit
        self._opened = OpenElements(formulas)
        self.stack = self._opened.stack
        """The elements that are open."""
        self.tags = TagWriter(manuscript, emit)
        self.styles: list[str] = []
        """Style sheets, whose place is the head of the page."""
        self.in_link = False
        """Whether a link of the Markdown is open."""
        self._forgiven: defaultdict[str, int] = defaultdict(int)
        """Elements that have been ended early: the end tags that were meant for them pass without a word."""
        self._unknown = UnknownTags(manuscript, emit, self._opened, self._forgiven)
        self._in_line = False
        self._last_ends: dict[str, int] = {}
        """Where in the fragment elements end for the last time, by name."""

    def write(self, html: str, depth: int, line: int, column: int = 0, *, in_line: bool = False) -> None:
        """Write a fragment that begins on a file line; `depth` tells how many elements of the Markdown are open."""
        self._in_line = in_line
        self._last_ends.clear()
        if not in_line:
            self._unknown.spoken.clear()
        row = pos = 0
        while match := TAG.search(html, pos):
            begin = match.start()
            self._between(html[pos:begin], line + row)
            row += html.count("\n", pos, begin)
            place = placed(match[0], self.manuscript.lines, line + row, column if not row else 0)
            pos = match.end()
            name = (match["name"] or "").lower()
            if name == "image" and not self._opened.in_drawing():
                name = "img"  # as browsers read it
            if not name:
                self._no_tag(match[0], place)
            elif self._unknown.take(match, name, place, in_line=in_line):
                pass
            elif match["close"]:
                self._close(name, depth, place)
            else:
                pos = self._open(match, name, html, depth, place)
            row += html.count("\n", begin, pos)
        self._between(html[pos:], line + row)
        if self.stack and not in_line:
            self._end_titles(depth, line + html.count("\n"))

    @property
    def in_figure(self) -> bool:
        """Whether a raw `<figure>` is open."""
        return self._opened.has("figure")

    @property
    def wants_elements(self) -> bool:
        """Whether what is open holds certain elements and no words."""
        return bool(self.stack) and self.stack[-1].name in _OF_ELEMENTS

    def close_to(self, depth: int) -> None:
        """End what was opened deeper than `depth`, and say so."""
        while self.stack and self.stack[-1].depth > depth:
            self._end(self._opened.pop())

    def begin_block(self, depth: int, words: str = "") -> bool:
        """Make room for a block of the Markdown: end a raw `<p>` before it, as a browser would.

        A paragraph of `words` may go on in what is open instead, without tags of its own; True tells that it does.
        """
        if words and self._opened.takes_words(depth):
            if self.stack[-1].filled and not words.startswith("</"):
                self.emit("<br>\n")
            self.stack[-1].filled = True
            return True
        if self.stack[-1].name in LISTS and self.stack[-1].depth == depth:
            self._item("put what follows into an <li>", self.stack[-1].place)
        self.stack[-1].filled = True
        opened = self._end_others("div")
        while self.stack and self.stack[-1].depth == depth and self.stack[-1].shown in OF_LINES | TITLES:
            opened = self._opened.pop()
            self._end(opened, quiet=True)
        if opened and not (words and opened.name == "p"):
            message = f"a <{opened.name}> cannot hold the block that follows, so it ends before it"
            self._say(message, opened.place, "use <div>")
        return False

    def begin_link(self, depth: int, *, bare: bool = False) -> bool:
        """End a raw `<a>` before a link of the Markdown begins; False where it cannot end because it is further out.

        A bare address is but the words of the link that it stands in.
        """
        if bare and self._opened.has("a"):
            return False
        if opened := self._end_others("a", depth):
            self._say(
                "a link cannot hold the link that follows, so it ends before it", opened.place, "add </a> before it"
            )
            return True
        around = next((opened for opened in self.stack if opened.name == "a"), None)
        if around is None:
            return True
        self._say("a link cannot hold another, so of that only the text stays", around.place, "add </a> before it")
        return False

    # Text between tags, and what is no tag

    def _between(self, text: str, line: int) -> None:
        """Write what stands between tags; a tag that is never finished shows as it is written."""
        if not text:
            return
        if self.stack and not text.isspace():
            if self.stack[-1].name in LISTS:
                self._item("put its words into an <li>", self.stack[-1].place)
            self.stack[-1].filled = True
        if "&" in text:
            text = _REFERENCE.sub(r"\g<0>;", text)
        if "<" not in text:
            self.emit(self._opened.drawn(text))
            return
        self.emit(self._opened.drawn(text.replace("<", "&lt;")))
        if broken := UNFINISHED.search(text):
            place = placed(broken[0], self.manuscript.lines, line + text.count("\n", 0, broken.start()), 0)
            self._say(f"{broken[0]} is never finished, so it stays as text", place, "add the >")

    def _no_tag(self, text: str, place: Place) -> None:
        if not text.startswith("<!--"):
            shown = text.split(maxsplit=1)[0].rstrip(">")
            self._say(f"{shown} means nothing in a page and is left out", place, "remove it")
        elif not text.endswith(("-->", "<!-->", "<!--->")):
            self._say("this comment is never closed, so all that follows is in it", place, "close it with -->")

    # Tags

    def _close(self, name: str, depth: int, place: Place) -> None:
        index = self._opened.place_of(name, depth)
        if index < 0 and name in HEADINGS:  # ends whichever is open, as in browsers
            index = self._opened.outermost(HEADINGS, (), depth)
        if index >= 0:
            while len(self.stack) > index + 1:
                self._end(self._opened.pop())
            opened = self._opened.pop()
            self._sum_up(opened)
            self.emit(f"</{opened.shown}>")
        elif name in self._unknown.spoken:
            self._unknown.spoken.remove(name)
            self.emit(f"&lt;/{name}&gt;")
        elif self._forgiven[name]:
            self._forgiven[name] -= 1
        elif name not in VOID:
            self._say(f"</{name}> closes nothing that is open here, so it is left out", place, "remove it")

    def _open(self, match: re.Match[str], name: str, html: str, depth: int, place: Place) -> int:
        """Write an opening tag; return where the fragment goes on."""
        self._unknown.spoken.discard(name)
        if is_of_page(name, match["rest"]) and not self._opened.in_drawing():
            hint = "write canonical: … above the text" if "canonical" in match["rest"] else "remove it"
            self._leave_out(name, "belongs to the page, not to an article", place, hint)
            whole = name in RAW_TEXT and self._ends_later(name, html, match.end())
            end = _end_of(name, html, match.end()) if whole else None
            return end.start() if end else match.end()
        ended = self._end_others(name, depth)
        if ended and ended.name not in OPTIONAL_END:
            self._never_closed(ended)
        if self._has_no_place(match, name, place):
            return match.end()
        in_drawing = self._opened.in_drawing()
        inside = self._inside(match, name)
        self._check_place(name, inside, place)
        if name == "style" and not in_drawing and (end := _end_of(name, html, match.end())):
            self._style(html[match.end() : end.start()].strip(), match["rest"], place)
            return end.end()
        written = self.tags.write(match, place, inside, in_drawing=in_drawing)
        ends_itself = match["rest"].endswith("/")
        if written.lower() in VOID or (ends_itself and in_drawing):
            return match.end()
        if ends_itself:
            self.emit(f"</{written}>")
            return match.end()
        if name in RAW_TEXT and not (name == "title" and in_drawing):
            return self._raw_text(name, html, match.end(), place)
        self._opened.push(Open(name, depth, place, written if written != name else ""))
        if name == "details" and not has_summary(place, self.manuscript.lines):
            self.emit(f"<summary>{escape(phrases(self.manuscript.language).callouts['note'])}</summary>")
        return match.end()

    def _has_no_place(self, match: re.Match[str], name: str, place: Place) -> bool:
        """Tell whether an opening tag leaves for where it stands; where a list lacks an item for it, open one."""
        if name in TABLE_PARTS and not self._opened.has("table"):
            self._leave_out(name, "stands in no table", place, "put it between <table> and </table>")
            return True
        holders = _HOLDERS.get(name, ())
        if holders and not any(map(self._opened.has, holders)):
            self._place_nowhere(match, name, holders[0], place)
            return True
        if name == "a" and self._in_line and ends_paragraph(place, self.manuscript.lines) and not is_place(match):
            self._leave_out(name, "has no words in its paragraph", place, "write its words right behind it")
            return True
        if name == "a" and (self.in_link or self._opened.has("a")):
            self._say("a link cannot stand in a link, so only its text stays", place, "take one of the two out")
            self._forgiven[name] += 1
            return True
        if self.stack and self.stack[-1].name in LISTS and name not in _BESIDE_ITEMS:
            if name == "br":  # keeps a distance, as the list does
                return True
            self._item(f"put <{name}> into the <li> before it", place)
        return False

    def _place_nowhere(self, match: re.Match[str], name: str, holder: str, place: Place) -> None:
        """Leave out what means something in another element alone; without attributes it is a word of the text."""
        why, hint = f"stands in no <{holder}>", f"put it in code: `<{name}>`, or between <{holder}> and </{holder}>"
        if match["rest"].strip():
            self._leave_out(name, why, place, hint)
        else:
            self._say(f"<{name}> {why}, so it stays as text", place, hint)
            self.emit(escape(match[0]))

    def _item(self, hint: str, place: Place) -> None:
        """Open an item for what stands in a list by itself."""
        around = self.stack[-1]
        self._say(f"a <{around.name}> holds only <li>", place, hint)
        self.emit('<li style="list-style: none">')
        self._opened.push(Open("li", around.depth, place))

    def _leave_out(self, name: str, why: str, place: Place, hint: str) -> None:
        """Say that a tag is left out; what closes the element leaves without a word."""
        self._say(f"<{name}> {why}, so it is left out", place, hint)
        self._forgiven[name] += name not in VOID

    def _style(self, rules: str, attributes: str, place: Place) -> None:
        """Keep a style sheet for the head of the page."""
        if script := SCRIPT_IN_STYLE.search(rules):
            self.manuscript.report_refused(script[0], place.line, place.column, place.width, leaves=True)
            return
        media = dict(tag_attributes(attributes)).get("media")
        self.styles.append(f"@media {media} {{\n{rules}\n}}" if media else rules)

    def _inside(self, match: re.Match[str], name: str) -> Inside:
        """Return where a tag stands."""
        around = self._opened.innermost
        return Inside(
            around.shown.lower() if around else "",
            self._opened.has,
            closed=name in AS_BLOCKS and not self._in_line and self._ends_later(name, match.string, match.end()),
            in_line=self._in_line,
        )

    def _ends_later(self, name: str, html: str, start: int) -> bool:
        """Tell whether an element ends in the rest of the fragment, which is looked through once for each name."""
        if name not in self._last_ends:
            self._last_ends[name] = html.lower().rfind(f"</{name}")
        return self._last_ends[name] >= start

    def _end_titles(self, depth: int, line: int) -> None:
        """End a heading with its lines, if the text from `line` on does not end it before another begins."""
        found = self._opened.outermost(HEADINGS, (), depth)
        if found < 0:
            return
        below = "\n".join(self.manuscript.lines[line - 1 : line + _LINES])
        edge = _HEADING_EDGE.search(below)
        while len(self.stack) > found and not (edge and edge["end"]):
            self._end(self._opened.pop())

    def _check_place(self, name: str, where: Inside, place: Place) -> None:
        """Say where an element stands in one that cannot hold it."""
        for message, hint in misplaced(name, where, self._opened):
            self._say(message, place, hint)
        if around := self._opened.innermost:
            around.filled = True
            around.summed_up = around.summed_up or name == "summary"

    def _sum_up(self, opened: Open) -> None:
        if opened.name == "details" and not opened.summed_up:
            self._say("<details> has no <summary>", opened.place, "add <summary>…</summary> right after it")

    def _raw_text(self, name: str, html: str, start: int, place: Place) -> int:
        """Write the content of a script or its like, up to its end."""
        end = _end_of(name, html, start) if self._ends_later(name, html, start) else None
        if name == "iframe":  # what stands in it nobody sees
            self.emit("</iframe>")
            self._forgiven[name] += end is None
            return end.end() if end else start
        if end:
            self.emit(html[start : end.end()])
            return end.end()
        self.emit(html[start:])
        self._end(Open(name, 0, place), quiet=ends_at_once(name, place, self.manuscript.lines))
        return len(html)

    def _end_others(self, name: str, depth: int | None = None) -> Open | None:
        """End the elements that this one ends where it begins; return the outermost of them, of which nothing is said.

        With a depth only those count that no element of the Markdown stands between.
        """
        outermost: Open | None = None
        for names, stops in ended_by(name) if self.stack else ():
            found = self._opened.outermost(names, stops, depth)
            if found >= 0:
                outermost = self.stack[found]
            while len(self.stack) > found >= 0:
                opened = self._opened.pop()
                self._end(opened, quiet=opened is outermost)
        return outermost

    def _end(self, opened: Open, *, quiet: bool = False) -> None:
        """End an element early."""
        self._sum_up(opened)
        self.emit(f"</{opened.shown}>")
        if opened.name not in OPTIONAL_END and not quiet:
            self._never_closed(opened)
        if opened.name not in OPTIONAL_END or opened.name == "p":
            self._forgiven[opened.name] += 1

    def _never_closed(self, opened: Open) -> None:
        message = f"<{opened.name}> is never closed, so it ends where its surroundings end"
        hint = f"add </{opened.name}> where it ends"
        if opened.name in BLOCKS and is_spoken_of(opened.place, self.manuscript.lines):
            hint = f"put it in code: `<{opened.name}>`, or {hint}"
        self._say(message, opened.place, hint)

    # What is wrong

    def _say(self, message: str, place: Place, hint: str) -> None:
        self.manuscript.report_at("parse/unbalanced-html", message, place, hint)


def _end_of(name: str, html: str, start: int) -> re.Match[str] | None:
    """Return the tag that ends an element whose content is no HTML."""
    return re.compile(rf"</{name}\s*>", re.IGNORECASE).search(html, start)

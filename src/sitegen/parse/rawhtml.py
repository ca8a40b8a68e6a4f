"""Raw HTML becomes parts of a body: links as holes, comments dropped, every tag closed where its surroundings end."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import escape, unescape

from sitegen.model.body import Part, Picture, Ref
from sitegen.parse.links import resolve
from sitegen.parse.manuscript import Manuscript

_TAG = re.compile(
    r"<!--(?:-?>|.*?(?:-->|\Z))|<(?P<close>/?)(?P<name>[A-Za-z][^\s/<>]*)(?P<rest>(?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>"
    r"|<!\[CDATA\[.*?\]\]>|<\?.*?\?>|<![A-Za-z][^<>]*>",
    re.DOTALL,
)
_BROKEN = re.compile(r"</?[A-Za-z][\w-]*")
_ATTRIBUTE = re.compile(r"""([^\s=<>"'/]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'=<>`]+))?""")
_CANDIDATE = re.compile(r"\s*([^\s,][^\s]*[^\s,]|[^\s,])(\s+[^,]*)?\s*(?:,|$)")
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr")
)
_RAW_TEXT = frozenset(("script", "style", "textarea", "title", "xmp", "noembed", "noframes", "iframe"))
_PAGE = frozenset(("html", "head", "body", "frameset", "frame"))
BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hgroup", "hr", "li", "main", "menu", "nav", "ol", "p", "pre", "search", "section", "summary", "table",
    "ul",
))  # fmt: skip
"""Elements that cannot stand in a paragraph."""
_CLOSES = {
    "li": ("li",), "dt": ("dt", "dd"), "dd": ("dt", "dd"), "option": ("option",), "tr": ("td", "th", "tr"),
    "td": ("td", "th"), "th": ("td", "th"), "tbody": ("td", "th", "tr", "thead", "tbody"),
    "tfoot": ("td", "th", "tr", "thead", "tbody"), "thead": ("colgroup",),
}  # fmt: skip
_OPTIONAL = frozenset((
    "li", "dt", "dd", "p", "td", "th", "tr", "thead", "tbody", "tfoot", "option", "optgroup", "colgroup", "rt",
    "rp",
))  # fmt: skip
_URLS = frozenset(("href", "src", "srcset", "poster", "data"))


@dataclass(slots=True)
class _Open:
    """An element that raw HTML opened."""

    name: str
    depth: int
    """How many elements of the Markdown were open."""
    line: int
    column: int


class RawHtml:
    """The raw HTML of one body. `depth` is kept by the writer."""

    def __init__(self, manuscript: Manuscript, emit: Callable[[Part], None]) -> None:
        self.manuscript = manuscript
        self.emit = emit
        self.stack: list[_Open] = []
        self.forgiven: list[str] = []
        self.ids: list[str] = []

    def write(self, html: str, depth: int, line: int, column: int = 0) -> None:
        """Write a fragment that begins on file line `line`."""
        pos = 0
        while match := _TAG.search(html, pos):
            if match.start() > pos:
                self._between(html, pos, match.start(), line)
            row = html.count("\n", 0, match.start())
            place = self._place(match[0], line + row, column if not row else 0)
            pos = match.end()
            if match["name"] is None:
                self._declaration(match[0], *place)
            elif match["close"]:
                self._close(match[0], match["name"].lower(), depth, *place)
            else:
                pos = self._open(match, html, depth, *place)
        if pos < len(html):
            self._between(html, pos, len(html), line)

    def close_to(self, depth: int) -> None:
        """Close what was opened deeper than `depth` and is still open, and say so."""
        while self.stack and self.stack[-1].depth > depth:
            opened = self.stack.pop()
            self.emit(f"</{opened.name}>")
            if opened.name not in _OPTIONAL:
                self._unclosed(opened)

    def begin_block(self) -> None:
        """End a raw `<p>` before a block of the Markdown begins, as a browser would."""
        if self.stack and self.stack[-1].name == "p":
            opened = self.stack.pop()
            self.emit("</p>")
            self.forgiven.append("p")
            self._report("a <p> cannot hold the block that follows, so it ends before it", opened, "use <div>")

    def _between(self, html: str, start: int, end: int, line: int) -> None:
        """Write what stands between tags; a tag that never ends shows as it is written."""
        text = html[start:end]
        self.emit(text.replace("<", "&lt;"))
        if broken := _BROKEN.search(text):
            row = html.count("\n", 0, start + broken.start())
            place = self._place(broken[0], line + row, 0)
            self._say(f"{broken[0]} is never finished, so it stays as text", *place, "add the >", len(broken[0]))

    def _place(self, tag: str, line: int, column: int) -> tuple[int, int]:
        lines = self.manuscript.lines
        first = tag.split("\n", 1)[0]
        found = lines[line - 1].find(first, max(column - 1, 0)) if 0 < line <= len(lines) else -1
        return line, found + 1 if found >= 0 else column

    def _declaration(self, text: str, line: int, column: int) -> None:
        if not text.startswith("<!--"):
            shown = text.split(maxsplit=1)[0].rstrip(">")
            self._say(f"{shown} means nothing in a page and is left out", line, column, "remove it", len(shown))
        elif not text.endswith(("-->", "<!-->", "<!--->")):
            self._say("this comment is never closed, so all that follows is in it", line, column, "close it with -->")

    def _close(self, tag: str, name: str, depth: int, line: int, column: int) -> None:
        for index in range(len(self.stack) - 1, -1, -1):
            if self.stack[index].depth != depth:
                break
            if self.stack[index].name == name:
                for opened in reversed(self.stack[index + 1 :]):
                    self.emit(f"</{opened.name}>")
                    if opened.name not in _OPTIONAL:
                        self._unclosed(opened)
                del self.stack[index:]
                self.emit(tag)
                return
        if name in self.forgiven:
            self.forgiven.remove(name)
        elif name not in _VOID:
            self._say(f"</{name}> closes nothing that is open here, so it is left out", line, column, "remove it")

    def _open(self, match: re.Match[str], html: str, depth: int, line: int, column: int) -> int:
        """Write an opening tag; return where the fragment goes on."""
        name = match["name"].lower()
        if name in _PAGE:
            self._say(f"<{name}> belongs to the page, not to an article, so it is left out", line, column, "remove it")
            return match.end()
        self._imply(name, depth)
        self._tag(match, name, line, column)
        if name in _VOID or (match["rest"].endswith("/") and self._in_picture_language()):
            return match.end()
        if match["rest"].endswith("/"):
            self.emit(f"</{name}>")
            return match.end()
        if name in _RAW_TEXT:
            return self._raw_text(name, html, match.end(), line, column)
        self.stack.append(_Open(name, depth, line, column))
        return match.end()

    def _raw_text(self, name: str, html: str, start: int, line: int, column: int) -> int:
        end = re.compile(rf"</{name}\s*>", re.IGNORECASE).search(html, start)
        if end:
            self.emit(html[start : end.end()])
            return end.end()
        self.emit(html[start:] + f"</{name}>")
        if html[start:].strip() or name != "iframe":
            self._unclosed(_Open(name, 0, line, column))
        self.forgiven.append(name)
        return len(html)

    def _imply(self, name: str, depth: int) -> None:
        """Close what HTML closes by itself before this element."""
        ended = _CLOSES.get(name, ())
        while self.stack and self.stack[-1].depth == depth and self.stack[-1].name in ended:
            self.emit(f"</{self.stack.pop().name}>")
        if name in BLOCKS and self.stack and self.stack[-1].name == "p" and self.stack[-1].depth == depth:
            self.stack.pop()
            self.emit("</p>")
            self.forgiven.append("p")

    def _in_picture_language(self) -> bool:
        return any(opened.name in ("svg", "math") for opened in self.stack)

    def _tag(self, match: re.Match[str], name: str, line: int, column: int) -> None:
        attributes = [(key.lower(), _value(value)) for key, value in _ATTRIBUTE.findall(match["rest"])]
        for key, value in attributes:
            if (key == "id" or (key == "name" and name == "a")) and value:
                self.ids.append(value)
        if name == "img":
            self._image(attributes, match, line, column)
            return
        if not any(key in _URLS for key, _ in attributes):
            self.emit(match[0] if not match["rest"].endswith("/") else f"<{name}{match['rest'].rstrip('/ ')}>")
            return
        self.emit(f"<{name}")
        for key, value in attributes:
            self._attribute(key, value, line, column)
        self.emit(">")

    def _attribute(self, key: str, value: str | None, line: int, column: int) -> None:
        if value is None:
            self.emit(f" {key}")
        elif key == "srcset":
            self.emit(' srcset="')
            for number, (url, size) in enumerate(_CANDIDATE.findall(value)):
                self.emit(", " if number else "")
                self.emit(self._hole(url, line, column, image=True))
                self.emit(escape(size.rstrip()))
            self.emit('"')
        elif key in _URLS:
            self.emit(f' {key}="')
            self.emit(self._hole(value, line, column, image=key == "poster"))
            self.emit('"')
        else:
            self.emit(f' {key}="{escape(value)}"')

    def _hole(self, target: str, line: int, column: int, *, image: bool) -> str | Ref:
        ref = resolve(target, self.manuscript.content_path, line=line, column=column, image=image)
        return escape(target) if ref is None else ref

    def _image(self, attributes: list[tuple[str, str | None]], match: re.Match[str], line: int, column: int) -> None:
        values = {key: value or "" for key, value in attributes}
        if "alt" not in values:
            self.manuscript.report(
                "parse/no-alt", "this image has no description", line, column, width=len(match[0].split("\n")[0]),
                hint='add alt="…" that says what it shows, or alt="" where it is decoration',
            )  # fmt: skip
        target = values.get("src", "")
        ref = resolve(target, self.manuscript.content_path, line=line, column=column, image=True) if target else None
        inside_picture = bool(self.stack) and self.stack[-1].name == "picture"
        if ref is None or inside_picture or "srcset" in values:
            self.emit("<img")
            for key, value in attributes:
                self._attribute(key, value, line, column)
            self.emit(' alt="">' if "alt" not in values else ">")
            return
        others = tuple((key, value or "") for key, value in attributes if key not in ("src", "alt", "title", "/"))
        self.emit(Picture(ref, "", values.get("alt", ""), values.get("title", ""), others, False, line, column))

    def _unclosed(self, opened: _Open) -> None:
        self._report(f"<{opened.name}> is never closed, so it ends where its surroundings end", opened,
                     f"add </{opened.name}> where it ends")  # fmt: skip

    def _report(self, message: str, opened: _Open, hint: str) -> None:
        self._say(message, opened.line, opened.column, hint, len(opened.name) + 2)

    def _say(self, message: str, line: int, column: int, hint: str, width: int = 1) -> None:
        self.manuscript.report("parse/unbalanced-html", message, line, column, width=width, hint=hint)


def _value(written: str) -> str | None:
    if not written:
        return None
    return unescape(written[1:-1] if written[0] in "\"'" else written)

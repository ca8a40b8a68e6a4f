"""Tokens become a body: HTML in parts, with holes for what only the whole site knows."""

import re
from collections.abc import Callable, MutableMapping
from html import escape
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from sitegen.model.body import Body, Faq, Part, Picture, Ref, Slot
from sitegen.parse.code import code_html
from sitegen.parse.headings import plain_children, plain_text
from sitegen.parse.links import resolve
from sitegen.parse.manuscript import Manuscript
from sitegen.parse.phrases import phrases
from sitegen.parse.rawhtml import BLOCKS, RawHtml

_SHORTCODE = re.compile(r"(?<!\$)\{\{(?!\{).{0,80}?\}\}|\{%.{0,80}?%\}|(?<!\$)\{\{[<%]?", re.DOTALL)
_TAG_NAME = re.compile(r"<([A-Za-z][\w-]*)")
_BREAKS = frozenset(("softbreak", "hardbreak"))


def _escape(text: str) -> str:
    """Escape text; what needs nothing is by far the most."""
    if "&" in text or "<" in text or ">" in text or '"' in text:
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    return text


class Writer:
    """Writes the bodies of one article: its text, its answers, its footnotes."""

    def __init__(self, manuscript: Manuscript, md: MarkdownIt, env: MutableMapping[str, Any]) -> None:
        self.manuscript = manuscript
        self.md = md
        self.env = env
        self.words = phrases(manuscript.language)
        self.own: dict[str, Callable[..., str]] = getattr(md, "own_renders", {})
        self.plain: list[str] = []
        """The text without code, for counting and for finding relatives."""
        self.callouts: list[str] = []
        self.faqs: list[Faq] = []
        self.tables = 0
        self.called: dict[int, int] = {}
        self.raw_ids: list[str] = []
        self._start()

    def _start(self) -> None:
        self.parts: list[Part] = []
        self.text: list[str] = []
        self.depth = 0
        self.raw = RawHtml(self.manuscript, self._emit)

    def body(self, tokens: list[Token]) -> Body:
        """Return the body that the tokens make."""
        self._start()
        self._write(tokens)
        self.raw.close_to(-1)
        self.raw_ids.extend(self.raw.ids)
        self._flush()
        return Body(tuple(self.parts))

    def inline_html(self, text: Token) -> str:
        """Return an inline token as HTML; holes stand as they are written."""
        body = self.body_of_inline(text)
        return "".join(part if isinstance(part, str) else _written(part) for part in body.parts)

    def body_of_inline(self, text: Token) -> Body:
        """Return the body that one inline token makes."""
        self._start()
        self._inline(text)
        self.raw.close_to(-1)
        self._flush()
        return Body(tuple(self.parts))

    def footnotes(self, notes: list[tuple[int, int, list[Token]]]) -> Body:
        """Return the list of footnotes."""
        self._start()
        label = _escape(self.words.footnotes)
        self.text.append(f'<section class="footnotes" role="doc-endnotes" aria-label="{label}">\n<ol>\n')
        for number, calls, tokens in notes:
            self.text.append(f'<li id="fn-{number}">')
            links = "".join(self._back(number, call) for call in range(1, min(calls, self.called.get(number, 0)) + 1))
            last = tokens[-1] if tokens and tokens[-1].type == "paragraph_close" else None
            self._write(tokens[:-1] if last else tokens)
            if last:
                self.depth -= 1
                self.raw.close_to(self.depth)
                self.text.append(f"{links}</p>\n")
            else:
                self.text.append(f"<p>{links}</p>\n")
            self.raw.close_to(-1)
            self.text.append("</li>\n")
        self.text.append("</ol>\n</section>\n")
        self._flush()
        return Body(tuple(self.parts))

    def _back(self, number: int, call: int) -> str:
        suffix = f"-{call}" if call > 1 else ""
        label = f"{self.words.back} {number}{suffix}"
        return (
            f' <a href="#fnref-{number}{suffix}" class="footnote-back" role="doc-backlink" aria-label="{_escape(label)}">'
            "\u21a9\ufe0e</a>"
        )

    def _emit(self, part: Part) -> None:
        if isinstance(part, str):
            self.text.append(part)
        else:
            self._flush()
            self.parts.append(part)

    def _flush(self) -> None:
        if self.text:
            joined = "".join(self.text)
            if joined:
                self.parts.append(joined)
            self.text = []

    def _write(self, tokens: list[Token]) -> None:
        for index, token in enumerate(tokens):
            if token.type == "inline":
                self._inline(token)
                continue
            if token.hidden:
                continue
            if token.nesting < 0:
                self.depth -= 1
                if self.raw.stack:
                    self.raw.close_to(self.depth)
            elif self.raw.stack and token.type != "html_block":
                self.raw.begin_block()
            if token.block and token.nesting >= 0 and index and tokens[index - 1].hidden:
                self.text.append("\n")
            draw = self.own.get(token.type)
            if draw:
                self.text.append(draw(tokens, index, self.md.options, self.env))
            else:
                method = _BLOCKS.get(token.type)
                if method:
                    method(self, token, tokens, index)
                else:
                    self._element(token, tokens, index)
            if token.nesting > 0:
                self.depth += 1

    def _element(self, token: Token, tokens: list[Token], index: int) -> None:
        """Write a tag as CommonMark's reference does, line ends included."""
        if token.nesting < 0:
            self.text.append(f"</{token.tag}>\n" if token.block else f"</{token.tag}>")
            return
        attributes = "".join(f' {name}="{_escape(str(value))}"' for name, value in token.attrs.items())
        self.text.append(f"<{token.tag}{attributes}>")
        if token.block and not (token.nesting > 0 and index + 1 < len(tokens) and _fits(token, tokens[index + 1])):
            self.text.append("\n")

    # Blocks

    def _paragraph(self, token: Token, tokens: list[Token], index: int) -> None:
        children = tokens[index + 1].children or [] if index + 1 < len(tokens) else []
        if len(children) <= 3 and _lone_image(children):
            token.tag = ""
        elif any(child.type == "html_inline" and _is_block(child.content) for child in children):
            token.tag = "div"
        tokens_close = tokens[index + 2] if index + 2 < len(tokens) else None
        if tokens_close is not None and tokens_close.type == "paragraph_close":
            tokens_close.tag = token.tag
        if token.tag:
            self._element(token, tokens, index)
        else:
            tokens[index + 1].meta["figure"] = True

    def _paragraph_close(self, token: Token, tokens: list[Token], index: int) -> None:
        self.text.append(f"</{token.tag}>\n" if token.tag else "\n")

    def _fence(self, token: Token, tokens: list[Token], index: int) -> None:
        self.text.append(code_html(token.content, token.info.strip()))

    def _html_block(self, token: Token, tokens: list[Token], index: int) -> None:
        self._raw_html(token.content, (token.map[0] if token.map else 0) + 1, 0)

    def _list_item(self, token: Token, tokens: list[Token], index: int) -> None:
        if "checked" not in token.meta:
            self._element(token, tokens, index)
            return
        token.attrs["class"] = "task"
        self._element(token, tokens, index)
        done = token.meta["checked"]
        label = _escape(self.words.done if done else self.words.to_do)
        self.text.append(f'<input type="checkbox" disabled{" checked" if done else ""} aria-label="{label}"> ')

    def _list(self, token: Token, tokens: list[Token], index: int) -> None:
        if "class" in token.attrs:
            token.attrs["class"] = "tasks"
        self._element(token, tokens, index)

    def _table(self, token: Token, tokens: list[Token], index: int) -> None:
        self.tables += 1
        label = _escape(f"{self.words.table} {self.tables}")
        self.text.append(f'<div class="table" role="group" tabindex="0" aria-label="{label}"><table>\n')

    def _table_close(self, token: Token, tokens: list[Token], index: int) -> None:
        self.text.append("</table></div>\n")

    def _cell(self, token: Token, tokens: list[Token], index: int) -> None:
        style = str(token.attrs.pop("style", ""))
        scope = ' scope="col"' if token.tag == "th" else ""
        css = f' class="{style.replace("text-align:", "align-")}"' if style else ""
        self.text.append(f"<{token.tag}{scope}{css}>")

    def _container(self, token: Token, tokens: list[Token], index: int) -> None:
        self.text.append(f'<div class="{_escape(token.info)}">\n')
        if token.meta["title"]:
            self.text.append(f"<p><strong>{_escape(token.meta['title'])}</strong></p>\n")

    def _callout(self, token: Token, tokens: list[Token], index: int) -> None:
        self.callouts.append(token.info)
        self.text.append(f'<aside class="callout callout-{_escape(token.info)}" role="note">\n')

    def _callout_title(self, token: Token, tokens: list[Token], index: int) -> None:
        self.text.append('<p class="callout-title">')

    def _math_block(self, token: Token, tokens: list[Token], index: int) -> None:
        self.text.append(f'<div class="math">{_escape(token.content)}</div>\n')

    def _faq(self, token: Token, tokens: list[Token], index: int) -> None:
        slot = token.meta["slot"]
        self._emit(slot)

    # Lines

    def _inline(self, text: Token) -> None:
        children = text.children or []
        if "{" in text.content:
            self._find_shortcodes(text, children)
        figure = bool(text.meta.get("figure"))
        out, plain = self.text.append, self.plain.append
        for index, token in enumerate(children):
            kind = token.type
            if kind in ("text", "text_special"):
                out(_escape(token.content))
                plain(token.content)
            elif kind == "softbreak":
                out("\n")
                plain(" ")
            elif kind in self.own:
                out(self.own[kind](children, index, self.md.options, self.env))
            elif kind == "code_inline":
                out(f"<code>{_escape(token.content)}</code>")
                plain(token.content)
            elif kind == "link_open":
                self._link(token)
                out = self.text.append
                self.depth += 1
            elif kind == "image":
                self._image(token, figure=figure)
                out = self.text.append
            elif kind == "html_inline":
                self._raw_html(token.content, token.meta.get("line", 0), token.meta.get("column", 0))
                out = self.text.append
            elif kind == "hardbreak":
                out("<br>\n")
                plain(" ")
            elif kind == "footnote_ref":
                out(self._footnote_ref(token))
            elif kind == "math_inline":
                out(f'<span class="math">{_escape(token.content)}</span>')
                plain(token.content)
            elif token.nesting < 0:
                self.depth -= 1
                if self.raw.stack:
                    self.raw.close_to(self.depth)
                out(f"</{token.tag}>")
            else:
                out(f"<{token.tag}>" if token.tag else _escape(token.content))
                self.depth += token.nesting
        plain("\n")

    def _link(self, token: Token) -> None:
        href = str(token.attrs.get("href", ""))
        line, column = token.meta.get("line", 0), token.meta.get("column", 0)
        ref = resolve(href, self.manuscript.content_path, line=line, column=column)
        title = token.attrs.get("title")
        self.text.append('<a href="')
        self._emit(_escape(href) if ref is None else ref)
        self.text.append(f'" title="{_escape(str(title))}">' if title else '">')

    def _image(self, token: Token, *, figure: bool) -> None:
        source = str(token.attrs.get("src", ""))
        line, column = token.meta.get("line", 0), token.meta.get("column", 0)
        alt = " ".join(plain_children(token.children or []).split())
        if not alt:
            self.manuscript.report(
                "parse/no-alt", "this image has no description", line, column, width=2 + len(token.content),
                hint="say between the brackets what it shows",
            )  # fmt: skip
        ref = resolve(source, self.manuscript.content_path, line=line, column=column, image=True) if source else None
        attributes = tuple(token.meta.get("attributes", {}).items())
        title = str(token.attrs.get("title", ""))
        self._emit(Picture(ref, "" if ref else source, alt, title, attributes, figure, line, column))

    def _footnote_ref(self, token: Token) -> str:
        number = token.meta["id"] + 1
        call = self.called[number] = self.called.get(number, 0) + 1
        suffix = f"-{call}" if call > 1 else ""
        label = _escape(f"{self.words.footnote} {number}")
        return (
            f'<sup class="footnote-ref"><a href="#fn-{number}" id="fnref-{number}{suffix}" role="doc-noteref" '
            f'aria-label="{label}">{number}</a></sup>'
        )

    def _raw_html(self, html: str, line: int, column: int) -> None:
        if self.manuscript.settings.raw_html == "pass" or html.startswith("<!--"):
            self.raw.write(html, self.depth, line, column)
            return
        shown = html.strip().split("\n", 1)[0]
        self.manuscript.report(
            "parse/raw-html", "raw HTML is refused by this site's settings", line, column, width=len(shown),
            hint='write it in Markdown, or set raw_html = "pass" in [markdown]',
        )  # fmt: skip
        self.text.append(_escape(html))

    def _find_shortcodes(self, text: Token, children: list[Token]) -> None:
        if not any(child.type == "text" and _SHORTCODE.search(child.content) for child in children):
            return
        match = _SHORTCODE.search(text.content)
        if not match:
            return
        line = (text.map[0] if text.map else 0) + text.content.count("\n", 0, match.start())
        lines = self.manuscript.lines
        shown = match[0].split("\n")[0]
        column = lines[line].find(shown) + 1 if line < len(lines) else 0
        self.manuscript.report(
            "parse/shortcode", f'"{shown}" is a shortcode of another generator and stays as text', line + 1, column,
            width=len(shown), hint="write it in Markdown or HTML, or put it in code",
        )  # fmt: skip


_BLOCKS: dict[str, Callable[[Writer, Token, list[Token], int], None]] = {
    "paragraph_open": Writer._paragraph,
    "paragraph_close": Writer._paragraph_close,
    "fence": Writer._fence,
    "code_block": Writer._fence,
    "html_block": Writer._html_block,
    "list_item_open": Writer._list_item,
    "bullet_list_open": Writer._list,
    "ordered_list_open": Writer._list,
    "table_open": Writer._table,
    "table_close": Writer._table_close,
    "th_open": Writer._cell,
    "td_open": Writer._cell,
    "container_open": Writer._container,
    "callout_open": Writer._callout,
    "callout_title_open": Writer._callout_title,
    "math_block": Writer._math_block,
    "faq_slot": Writer._faq,
}


def _fits(token: Token, following: Token) -> bool:
    """Tell whether the content goes on in the line of the opening tag."""
    if following.type == "inline" or following.hidden:
        return True
    return following.nesting < 0 and following.tag == token.tag


def _lone_image(children: list[Token]) -> bool:
    images = [child for child in children if not (child.type == "text" and not child.content.strip())]
    return len(images) == 1 and images[0].type == "image"


def _is_block(html: str) -> bool:
    match = _TAG_NAME.match(html)
    return bool(match and match[1].lower() in BLOCKS)


def _written(part: Part) -> str:
    if isinstance(part, Ref):
        return _escape(part.written)
    if isinstance(part, Picture):
        return _escape(part.alt)
    return "" if isinstance(part, Slot) else part

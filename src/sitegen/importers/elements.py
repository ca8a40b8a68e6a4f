"""Elements of HTML become blocks of Markdown; what that cannot say stays HTML."""

import re
from collections.abc import Callable, Iterator
from html import escape as html_escape

from lxml import etree, html

from sitegen.base.html import INLINE
from sitegen.base.noun import Struct, field
from sitegen.base.patterns import regex
from sitegen.importers.cards import as_quote, card
from sitegen.importers.escaping import escaped, lines
from sitegen.importers.inline import BREAK, PARAGRAPH, Inline, is_inline, is_picture, raw, run_of, said, trimmed
from sitegen.importers.nouns import MARKS, Text, mark_of

_RAW = frozenset(("video", "audio", "iframe", "object", "embed", "canvas", "svg", "map", "math"))
_FORMS = frozenset(("form", "input", "select", "textarea", "button", "fieldset"))
_NOTHING = frozenset(("head", "meta", "link", "title", "template", "param", "source", "track", "wbr"))
_IN_CELLS = ("ul", "ol", "table", "pre", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "figure", "iframe", "hr")
_IN_CODE = INLINE | {"font", "big", "tt", "strike", "div", "p", "table", "tbody", "tr", "td"}
"""Elements that colour code or number its lines; others are a part of it."""
_LANGUAGE = regex(r"(?:^|[\s:])(?:language|lang|brush|highlight)[-: ]+([\w+#-]+)")
_FENCE = regex(r"`{3,}")
_BOX = regex(r"\b(?:background|border)\b(?!\s*:\s*(?:none|0|transparent))")
"""Classes and styles of an element that stands out by its colour or frame."""
_LABEL = regex(r"\W{0,4}\*\*[^*\n]{1,40}\*\*|#{3,6} [^\n]{1,40}$", re.MULTILINE)
_LIST = regex(r"(?:([-*])|\d+([.)])) ")


class Made(Struct):
    """A text in Markdown, and what of it a person should look at."""

    markdown: str
    findings: list[tuple[int, str]] = field(default_factory=list)
    """Line, and what stands there, worded for the middle of a sentence."""


def markdown(text: Text, link: Callable[[str], tuple[str, str]], picture: Callable[[str], str]) -> Made:
    """Return a text in Markdown; `link` and `picture` give the addresses that others have here."""
    root = _tree(text.html)
    writer = _Blocks(Inline(root, text, link, picture, list(text.lost)))
    try:
        blocks = [*writer.of(root, top=True), *writer.footnotes()]
    except RecursionError:
        told = writer.inline.lose("a text whose elements stand too deep in one another, so that it stays HTML")
        blocks = [told + raw(root, writer.inline)]
    blocks = [f"{block}\n\n" if MARKS.sub("", block) else block for block in blocks]
    rows = [row.rstrip(" \t") for row in "".join(blocks).rstrip().split("\n")]
    lost = {mark_of(at): what for at, what in enumerate(writer.inline.lost)}
    made = Made(MARKS.sub("", "\n".join(rows)).rstrip())
    for line, row in enumerate(rows, start=1):
        made.findings += [(line, lost[mark]) for mark in MARKS.findall(row) if mark in lost]
    last = made.markdown.count("\n") + 1
    made.findings = [(min(line, last), what) for line, what in made.findings]
    return made


def _tree(text: str) -> "etree._Element":
    # No end of a <div> too many closes an element of such a name.
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, remove_pis=True)
    text = text.replace("\0", "").replace("<?", "&lt;?")  # a program that is shown, and would be skipped
    document = html.document_fromstring(f"<x-all>{text}</x-all>".encode(errors="replace"), parser)
    for icon in [*document.iter("svg")]:
        if any("kg-" in above.get("class", "") for above in icon.iterancestors()):
            icon.drop_tree()  # of a card of Ghost, which says nothing
    return next(document.iter("x-all"), document)


class _Blocks(Struct):
    """Makes blocks, with all that a line needs to know."""

    inline: Inline

    def of(self, element: "etree._Element", *, top: bool = False) -> list[str]:
        """Return the blocks that an element holds; `top` says that empty lines part paragraphs in any case."""
        out: list[str] = []
        run: list[str | etree._Element] = []
        for part in run_of(element):
            signed = element.tag == "blockquote" and not isinstance(part, str) and part.tag == "cite"
            if isinstance(part, str) or (is_inline(part) and not signed):
                run.append(part)
                continue
            out += self._paragraphs(run, top=top)
            for block in self._block(part):
                out.append(_apart(block, out[-1]) if out else block)
            run = []
        return out + self._paragraphs(run, top=top)

    def _paragraphs(self, run: "list[str | etree._Element]", *, top: bool = False) -> list[str]:
        text = self.inline.joined(run, top=top)
        parts = (trimmed(part) for part in text.split(PARAGRAPH))
        return [lines(part) for part in parts if part]

    def _block(self, element: "etree._Element") -> list[str]:
        tag, kinds = element.tag, element.get("class", "").split()
        made = card(element, self)
        made = self._by_class(element, kinds) if made is None else made
        if made is not None:
            return made
        if tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            return self._heading(element)
        if tag in ("ul", "ol", "menu", "dir") and "gallery" not in element.get("class", ""):
            return self._list(element)
        if tag == "li" and "gallery" not in element.get("class", ""):
            return self._items([element], "- ")
        if tag == "blockquote":
            return [as_quote(self.of(element))] if said(element) or element.find(".//img") is not None else []
        if tag == "pre":
            return self._code(element, kinds)
        if tag == "hr":
            return ["---"]
        if tag == "table":
            return self._table(element)
        if tag == "dl":
            return self._definitions(element)
        if tag == "details":
            return self.details(said(element.find("summary")), element, " open" if "open" in element.attrib else "")
        if tag == "summary" or tag in _NOTHING:
            return []
        if tag == "cite":
            return [text if text[0] in "—–-" else f"— {text}" for text in self._paragraphs(run_of(element))]
        if tag == "figure":
            return self._figure(element)
        if tag == "figcaption":
            return self._caption(element)
        if tag in ("script", "style"):
            return self._unseen(element)
        if tag in _FORMS:
            return [self.inline.lose("a form, which needs a program to answer it") + raw(element, self.inline)]
        if tag in _RAW:
            return [raw(element, self.inline)]
        if tag in ("div", "section", "aside") and _BOX.search(f"{element.get('class', '')} {element.get('style', '')}"):
            return self._box(element)
        return self.of(element)

    def _box(self, element: "etree._Element") -> list[str]:
        """Return what a box holds, as a quote where it has a label, so that a callout ends where its box does."""
        blocks = self.of(element)
        parts = any(block.startswith("#") for block in blocks[1:])
        return [as_quote(blocks)] if len(blocks) > 1 and _LABEL.match(blocks[0]) and not parts else blocks

    def _by_class(self, element: "etree._Element", kinds: list[str]) -> list[str] | None:
        """Return what a block of WordPress says that has no element of its own; None of any other."""
        of = set(kinds)
        if "wp-block-spacer" in of or "wp-block-post-content" in of:
            return []
        if "wp-block-file" in of:
            return [" ".join(text for link in element.iter("a") for text in self._paragraphs([link]))]
        if "wp-block-verse" in of:
            return self._verse(element)
        if self.inline.is_footnotes(element):
            return []
        return None

    def _verse(self, element: "etree._Element") -> list[str]:
        self.inline.lines, before = True, self.inline.lines
        try:
            return self._paragraphs(run_of(element))
        finally:
            self.inline.lines = before

    def _heading(self, element: "etree._Element") -> list[str]:
        text = self.inline.heading(element)
        if is_picture(element):
            return self._figure(element)
        if not text:
            return []
        ident = element.get("id", "")
        anchor = f" {{#{ident}}}" if ident in self.inline.wanted else ""
        words = text.rstrip("#")  # which would close a heading
        text = text if words == text else f"{words}\\{text[len(words) :]}"
        return [f"{'#' * max(int(element.tag[1]), 2)} {text}{anchor}"]

    def _list(self, element: "etree._Element") -> list[str]:
        items: list[list[etree._Element]] = []
        for child in element.iterchildren("*"):
            if child.tag == "li" or not items:
                items.append([child])
            else:
                items[-1].append(child)
        start = element.get("start", "1")
        first = int(start) if element.tag == "ol" and start.isdigit() else 1
        made = [self._item(item, f"{first + at}. " if element.tag == "ol" else "- ") for at, item in enumerate(items)]
        loose = any(isloose for _, isloose in made)
        texts = [text for text, _ in made if text]
        return [("\n\n" if loose else "\n").join(texts)] if texts else []

    def _items(self, item: "list[etree._Element]", marker: str) -> list[str]:
        return [text for text, _ in [self._item(item, marker)] if text]

    def _item(self, item: "list[etree._Element]", marker: str) -> tuple[str, bool]:
        """Return an item of a list, and whether it has blocks that are set apart by empty lines."""
        blocks: list[str] = []
        for part in item:
            blocks += self._block(part) if part.tag != "li" else self.of(part)
        box = next(item[0].iter("input"), None)
        if box is not None and box.get("type") == "checkbox" and blocks:
            blocks[0] = f"[{'x' if box.get('checked') is not None else ' '}] {blocks[0]}"
        if not blocks:
            return "", False
        tight = len(blocks) == 1 or (len(blocks) == 2 and _LIST.match(blocks[1]) and not _LIST.match(blocks[0]))
        text = ("\n" if tight else "\n\n").join(blocks)
        return marker + text.replace("\n", f"\n{' ' * len(marker)}"), not tight or "\n\n" in text

    def _definitions(self, element: "etree._Element") -> list[str]:
        out = ""
        for child in element.xpath("dt | dd | div/dt | div/dd"):
            blocks = self.of(child)
            if child.tag == "dt":
                out += ("\n\n" if out else "") + " ".join(blocks).replace("\n", " ")
            elif blocks:
                out += "\n: " + "\n\n".join(blocks).replace("\n", "\n  ")
        return [out] if out else []

    def _code(self, element: "etree._Element", kinds: list[str]) -> list[str]:
        code = element.find("code")
        named = [element.get("data-language"), element.get("lang"), code.get("lang") if code is not None else None]
        inner = code.get("class", "") if code is not None else ""
        found = _LANGUAGE.search(f"{' '.join(kinds)} {inner}")
        language = next(filter(None, named), None) or (found[1] if found else "")
        if "wp-block-preformatted" in kinds and next(element.iter("a", "strong", "em", "b", "i"), None) is not None:
            return [raw(element, self.inline)]
        text = _code_text(element).strip("\n")
        if not text.strip():
            return []
        fence = "`" * max(3, *(len(run) + 1 for run in [*_FENCE.findall(text), ""]))
        language = "" if language in ("plain", "text", "none", "plaintext") else language
        return [f"{fence}{language}\n{text}\n{fence}"]

    def _table(self, element: "etree._Element") -> list[str]:
        rows = [[*row.iterchildren("td", "th")] for row in element.iter("tr")]
        rows = [row for row in rows if row]
        cells = [cell for row in rows for cell in row]
        if len(cells) == 1:
            return self._box(cells[0])
        spans = any(cell.get(name, "1") not in ("1", "0", "") for cell in cells for name in ("colspan", "rowspan"))
        held = any(next(cell.iter(*_IN_CELLS), None) is not None for cell in cells)
        heads = len(element.findall("thead/tr"))
        if not rows:
            return []
        if spans or held or heads > 1:
            return [raw(element, self.inline)]
        width = max(map(len, rows))
        lead = heads == 1 or all(cell.tag == "th" for cell in rows[0])
        texts = [[self._cell(cell) for cell in row] + [""] * (width - len(row)) for row in rows]
        head = texts.pop(0) if lead else [""] * width
        aligned = [_aligned(cell) for cell in rows[0]] + ["---"] * (width - len(rows[0]))
        grid = [f"| {' | '.join(row)} |" for row in (head, aligned, *texts)]
        made = [re.sub(r"\|  (?=\|)", "| ", "\n".join(grid))]
        return [*self.captions(element, "caption"), *made]

    def _cell(self, cell: "etree._Element") -> str:
        text = "<br>".join(self.of(cell)).replace(BREAK, "<br>").replace("\n", " ")
        return re.sub(r"(?<!\\)\|", r"\\|", text)

    def details(self, summary: str, element: "etree._Element", given: str = "") -> list[str]:
        """Return what is shown when a reader asks for it."""
        inside = self.of(element)
        return [
            "\n\n".join(
                [f"<details{given}>\n<summary>{html_escape(summary, quote=False)}</summary>", *inside, "</details>"]
            )
        ]

    def _figure(self, element: "etree._Element") -> list[str]:
        """Return the pictures of a figure, each with its caption; of another kind of figure what it holds."""
        pictures = [*element.iter("img")]
        others = next((each for each in element.iter("figure", "table") if each is not element), None)
        if others is not None or not pictures:
            return self.of(element)
        if len(pictures) > 1:
            return [*filter(None, map(self._picture, pictures)), *self.captions(element)]
        caption, picture = next(element.iter("figcaption"), None), pictures[0]
        image = self._picture(picture)
        text = self.inline.caption(caption) if caption is not None else ""
        if not text:
            rest = [part for part in self.of(element) if image not in part] if said(element) else []
            return [image, *rest]
        plain = said(caption)
        if image.startswith("["):
            return [raw(element, self.inline)]
        return [self.inline.image(picture, plain) if text == escaped(plain) else f"{image}\n*{text}*"]

    def _picture(self, image: "etree._Element") -> str:
        link = next((one for one in image.iterancestors("a")), None)
        return self.inline.joined([link if link is not None and is_picture(link) else image]).strip()

    def _caption(self, element: "etree._Element") -> list[str]:
        text = self.inline.caption(element)
        return [f"*{text}*"] if text else []

    def captions(self, element: "etree._Element", tag: str = "figcaption") -> list[str]:
        """Return the captions of what has no place for them."""
        return [block for each in element.iter(tag) for block in self._caption(each)]

    def _unseen(self, element: "etree._Element") -> list[str]:
        if "ld+json" in element.get("type", ""):
            return [raw(element, self.inline)]
        name = element.get("src") or " ".join((element.text or "").split())[:40]
        what = "script" if element.tag == "script" else "style sheet"
        return [self.inline.lose(f'a {what}, which is left out: "{name}"')]

    def footnotes(self) -> list[str]:
        """Return what the footnotes say that the text has called, of which some may call others."""
        made: list[str] = []
        while len(made) < len(self.inline.notes):
            note = self.inline.notes[len(made)]
            blocks = self.of(note if not isinstance(note, str) else _tree(note)) or [""]
            made.append(f"[^{len(made) + 1}]: " + "\n\n".join(blocks).replace("\n", "\n    "))
        return made


def _apart(block: str, before: str) -> str:
    """Return a list with another marker than the one before, of which it would be a part."""
    here, there = _LIST.match(block), _LIST.match(before)
    if not here or not there or (here[1], here[2]) != (there[1], there[2]):
        return block
    if here[1]:
        return re.sub(r"^- ", "* ", block, flags=re.MULTILINE)
    return re.sub(r"^(\d+)\. ", r"\1) ", block, flags=re.MULTILINE)


def _aligned(cell: "etree._Element") -> str:
    asked = f"{cell.get('class', '')} {cell.get('style', '')} align-{cell.get('align', '')}"
    found = re.search(r"(?:has-text-align-|text-align:\s*|align-)(right|center)", asked)
    return {"right": "---:", "center": ":---:"}[found[1]] if found else "---"


def _code_text(element: "etree._Element") -> str:
    """Return the text of code, with what only looks like a tag."""

    def parts(node: "etree._Element") -> Iterator[str]:
        yield node.text or ""
        for child in node:
            if child.tag == "br":
                yield "\n"
            elif isinstance(child.tag, str):
                yield from parts(child) if child.tag in _IN_CODE else (f"<{child.tag}>", *parts(child))
            yield child.tail or ""

    return "".join(parts(element)).replace("\r\n", "\n")

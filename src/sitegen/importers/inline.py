"""What stands within a line becomes Markdown: words, emphasis, links, pictures, calls of footnotes."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from copy import deepcopy
from posixpath import splitext
from urllib.parse import unquote

from lxml import etree

from sitegen.base.html import INLINE, attributes, escape
from sitegen.base.noun import Struct, field
from sitegen.base.patterns import regex
from sitegen.importers.escaping import destination, escaped, quoted
from sitegen.importers.nouns import Text, mark_of

BREAK = "\\\n"
PARAGRAPH = "\x1e"
"""Where a paragraph ends within what is read as one."""
_EMPHASIS = {"strong": "**", "b": "**", "em": "*", "i": "*", "del": "~~", "s": "~~", "strike": "~~"}
_TAGS = {"**": "strong", "*": "em", "~~": "del"}
_KEPT = frozenset((
    "sub", "sup", "mark", "kbd", "abbr", "ins", "u", "small", "q", "cite", "time", "dfn", "samp", "var", "ruby", "rt",
    "rp", "bdo", "bdi", "data",
))  # fmt: skip
"""What Markdown has no mark for."""
_GIVEN = ("title", "datetime", "lang", "dir", "value")
_LINES = INLINE | {"font", "big", "tt", "strike", "acronym", "label", "br", "x-note", "x-tex", "nobr", "input"}
_ENDS = regex(r"^((?:[ \n\x1e\u00a0]|\\\n)*)(.*?)((?:[ \n\x1e\u00a0]|\\\n)*)$", re.DOTALL)
_BACK = regex(r"^[\s↩↑↵⤴⏎︎\ufe0e\^]*$")
_SIZE = regex(r"-\d{2,4}x\d{2,4}(?=\.\w+$)|-scaled(?=\.\w+$)|/size/w\d+(?:h\d+)?")


def said(element: "etree._Element | None") -> str:
    """Return the words of an element, on one line."""
    return " ".join("".join(element.itertext()).split()) if element is not None else ""


def run_of(element: "etree._Element") -> "list[str | etree._Element]":
    """Return the texts and elements in an element, without comments."""
    run: list[str | etree._Element] = [element.text or ""]
    for child in element:
        run += [child, child.tail or ""] if isinstance(child.tag, str) else [child.tail or ""]
    return run


def trimmed(text: str) -> str:
    """Return a paragraph without the spaces and breaks around it."""
    return _ENDS.sub(r"\2", text)


def is_inline(element: "etree._Element") -> bool:
    """Tell whether an element is a part of a line, with all that it holds."""
    if element.tag not in _LINES:
        return False
    within = [child.tag for child in element.iterdescendants() if isinstance(child.tag, str)]
    return element.tag == "a" or all(tag in _LINES for tag in within)


def is_picture(element: "etree._Element") -> bool:
    """Tell whether an element holds one picture, and no words."""
    return not said(element) and len([*element.iter("img")]) == 1


def raw(element: "etree._Element", inline: "Inline") -> str:
    """Return an element as HTML, in lines of which none is empty, so that Markdown leaves it alone."""
    copied = deepcopy(element)
    copied.tail = None
    for each in copied.iter():
        if not isinstance(each.tag, str):
            continue
        for name in ("src", "poster"):
            if each.get(name):
                each.set(name, inline.picture(each.get(name, "")))
        if each.tag == "a" and each.get("href"):
            each.set("href", inline.link(each.get("href", ""))[0])
        for name in [
            name for name in each.attrib if name in ("class", "style", "srcset", "sizes", "loading", "decoding")
        ]:
            del each.attrib[name]
    text = etree.tostring(copied, method="html", encoding="unicode").strip()
    return re.sub(r"\n\s*\n", "\n", text) if element.tag != "pre" else text


class Inline(Struct):
    """Makes lines of one text."""

    root: "etree._Element"
    text: Text
    link: Callable[[str], tuple[str, str]]
    picture: Callable[[str], str]
    lost: list[str]
    """What of the text is lost, by the number of its mark."""
    lines: bool = False
    """Whether line breaks count."""
    notes: "list[str | etree._Element]" = field(default_factory=list)
    """Footnotes that are called, in order."""
    wanted: frozenset[str] = frozenset()
    """Ids to which a link of this text leads."""
    _called: dict[str, int] = field(default_factory=dict)
    _written: "dict[str, etree._Element]" = field(default_factory=dict)
    _active: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        self.lines = self.text.lines
        hrefs = (link.get("href", "") for link in self.root.iter("a"))
        self.wanted = frozenset(unquote(href[1:]) for href in hrefs if href.startswith("#") and href != "#")
        for place in self.root.iter("div", "section", "ol", "aside"):
            if "footnotes" in place.get("class", "") or place.get("id") == "footnotes":
                self._written |= {
                    item.get("id", ""): item for item in place.iter("li") if item.get("id") in self.wanted
                }

    def lose(self, what: str) -> str:
        """Return the mark of something that a person should look at."""
        self.lost.append(what)
        return mark_of(len(self.lost) - 1)

    def is_footnotes(self, element: "etree._Element") -> bool:
        """Tell whether an element holds footnotes, and nothing but what they say."""
        items = [item for item in element.iter("li") if self._written.get(item.get("id", "")) is item]
        kinds = element.get("class", "")
        return bool(items) and ("footnotes" in kinds or element.get("id") == "footnotes")

    def heading(self, element: "etree._Element") -> str:
        """Return the line of a heading, which is bold already."""
        return _one_line(self._inner(element, "**"))

    def caption(self, element: "etree._Element") -> str:
        """Return the line of a caption, which will stand in italics."""
        return _one_line(self._inner(element, "*"))

    def _inner(self, element: "etree._Element", mark: str = "") -> str:
        self._active, before = (*self._active, mark), self._active
        try:
            return self.joined(run_of(element))
        finally:
            self._active = before

    def joined(self, run: "Iterable[str | etree._Element]", *, top: bool = False) -> str:
        """Return texts and elements as one line; `top` says that empty lines part paragraphs in any case."""
        pieces: list[str | tuple[str, str]] = []
        for part in run:
            made = [self._words(part, top=top)] if isinstance(part, str) else self._pieces(part)
            for piece in made:
                if not piece:
                    continue
                if pieces and isinstance(piece, tuple) and isinstance(pieces[-1], tuple) and piece[0] == pieces[-1][0]:
                    pieces[-1] = (piece[0], pieces[-1][1] + piece[1])
                else:
                    pieces.append(piece)
        return _tidy(_joined(pieces))

    def _words(self, text: str, *, top: bool = False) -> str:
        text = text.replace("\r\n", "\n").replace("\u200b", "")
        if self.lines:
            text = re.sub(r"\n[ \t\u00a0]*(?:\n[ \t\u00a0]*)+", PARAGRAPH, re.sub(r"[ \t]+", " ", text))
            text = re.sub(" ?\n ?", "\n", text)
        elif top:
            text = re.sub(r"\n[ \t]*\n\s*", PARAGRAPH, text)
        parts = re.split(r"([\n\x1e])", text) if self.lines or PARAGRAPH in text else [text]
        inside = "a" in self._active
        signs = {"\n": BREAK if self.lines else " ", PARAGRAPH: PARAGRAPH}
        return "".join(signs.get(part) or escaped(re.sub(r"[ \t\r\n\f]+", " ", part), in_link=inside) for part in parts)

    def _pieces(self, element: "etree._Element") -> "list[str | tuple[str, str]]":
        tag = element.tag
        if mark := _EMPHASIS.get(tag):
            if mark in self._active or not said(element):
                return [self._inner(element)]
            return _wrapped(self._inner(element, mark), mark)
        if tag == "br":
            return [BREAK]
        if tag == "img":
            return [self.image(element)]
        if tag == "a":
            return self._link(element)
        if tag in ("code", "tt"):
            return [self._code(element)]
        if tag == "input":
            quiet = element.get("type") in ("checkbox", "hidden")
            return [] if quiet else [raw(element, self), self.lose("a field, which needs a program to answer it")]
        if tag == "x-tex":
            return [f"${said(element)}$"]
        if tag == "x-note":
            return [self._note(deepcopy(element))]
        if tag in _KEPT:
            return self._kept(element)
        if tag in ("script", "style"):
            return [self.lose(f"a {tag}, which is left out")]
        if tag not in _LINES:
            return [" ", self._inner(element), " "]
        return [self._anchor(element), *self._flat(element)]

    def _flat(self, element: "etree._Element") -> "list[str | tuple[str, str]]":
        """Return the pieces of an element of which only what it holds counts."""
        made = ([self._words(part)] if isinstance(part, str) else self._pieces(part) for part in run_of(element))
        return [piece for pieces in made for piece in pieces]

    def _anchor(self, element: "etree._Element") -> str:
        ident = element.get("id") or (element.get("name") if element.tag == "a" else None) or ""
        return f'<a id="{escape(ident)}"></a>' if ident in self.wanted and ident else ""

    def _kept(self, element: "etree._Element") -> "list[str | tuple[str, str]]":
        tag = element.tag
        ident = element.get("data-fn", "")
        inner = self._inner(element)
        if ident in self.text.footnotes:
            return [self._call(ident, self.text.footnotes[ident])]
        if tag == "sup" and re.fullmatch(r"\s*(?:\[\^\d+\]\s*)+", inner):
            return [inner.strip()]
        coloured = tag == "mark" and "background-color:rgba(0, 0, 0, 0)" in element.get("style", "")
        if not inner.strip() or coloured:
            return [inner]
        given = attributes((name, element.get(name, "")) for name in _GIVEN if element.get(name))
        return [f"<{tag}{given}>{inner}</{tag}>"]

    def _code(self, element: "etree._Element") -> str:
        if next(element.iter("a", "sup", "sub"), None) is not None:
            return raw(element, self)
        text = re.sub(r"\s+", " ", "".join(element.itertext())).strip(" ")
        if not text:
            return ""
        fence = "`" * (1 + max((len(run) for run in re.findall(r"`+", text)), default=0))
        pad = " " if text[0] == "`" or text[-1] == "`" else ""
        return f"{fence}{pad}{text}{pad}{fence}"

    def image(self, element: "etree._Element", title: str = "") -> str:
        """Return a picture, whose title will be its caption."""
        src = element.get("src", "").strip()
        lazy = next(filter(None, map(element.get, ("data-orig-file", "data-src", "data-lazy-src"))), "")
        src = lazy if lazy and (not src or src.startswith("data:") or "data-orig-file" in element.attrib) else src
        alt = " ".join((element.get("alt") or "").split())
        if {"emoji", "wp-smiley"} & {*element.get("class", "").split()} and alt:
            return escaped(alt)
        given = f' "{quoted(title)}"' if title else ""
        return f"![{escaped(alt, in_link=True)}]({destination(self.picture(src))}{given})" if src else ""

    def is_own(self, link: "etree._Element", image: "etree._Element") -> bool:
        """Tell whether a link around a picture only leads to the picture itself."""
        return _same_file(self.link(link.get("href", ""))[0], self.picture(image.get("src", "")))

    def _link(self, element: "etree._Element") -> "list[str | tuple[str, str]]":
        href = element.get("href", "").strip()
        place = unquote(href[1:]) if href.startswith("#") else ""
        if place in self._written:
            return [self._call(place, self._written[place])]
        if place in self.text.footnotes:
            return [self._call(place, self.text.footnotes[place])]
        if place and _BACK.match(said(element)):
            return []
        if not href or "a" in self._active:
            return [self._anchor(element), *self._flat(element)]
        if href.casefold().startswith(("javascript:", "data:")):
            return [self.lose("a link that runs a program, of which the words stay"), *self._flat(element)]
        inner = self._inner(element, "a").replace(BREAK, " ").replace(PARAGRAPH, " ")
        lead, core, tail = _ENDS.match(inner).groups()  # type: ignore[union-attr]
        images = [*element.iter("img")]
        if not core:
            return [self._anchor(element), inner]
        if images and not said(element) and self.is_own(element, images[0]):
            return [lead, self.image(images[0]), tail]
        return [self._anchor(element), lead, self.link_to(href, core, element.get("title", ""), said(element)), tail]

    def link_to(self, href: str, label: str, title: str = "", words: str = "") -> str:
        """Return a link with a label that is Markdown already."""
        target, wrong = self.link(href)
        mark = self.lose(wrong) if wrong else ""
        if words == href and target == href and re.fullmatch(r"https?://[^\s<>]+", href):
            return f"<{href}>{mark}"
        given = f' "{quoted(title)}"' if title and title not in (words, href) else ""
        return f"[{label}]({destination(target)}{given}){mark}"

    def _note(self, element: "etree._Element") -> str:
        element.tag, element.tail = "div", None
        self.notes.append(element)
        return f"[^{len(self.notes)}]"

    def _call(self, ident: str, note: "str | etree._Element") -> str:
        if ident not in self._called:
            self.notes.append(note)
            self._called[ident] = len(self.notes)
        return f"[^{self._called[ident]}]"


def _one_line(text: str) -> str:
    return " ".join(text.replace(BREAK, " ").replace(PARAGRAPH, " ").split())


def _same_file(one: str, other: str) -> bool:
    names = [_SIZE.sub("", unquote(url).partition("?")[0].rpartition("//")[2]) for url in (one, other)]
    ends = [splitext(name)[0].rpartition("/")[2] for name in names]
    return names[0] == names[1] or (bool(ends[0]) and ends[0] == ends[1] and "." in names[0].rpartition("/")[2])


def _wrapped(inner: str, mark: str) -> "list[str | tuple[str, str]]":
    """Return what is emphasised, with the spaces and breaks around it outside; a paragraph at a time."""
    pieces: list[str | tuple[str, str]] = []
    for at, part in enumerate(inner.split(PARAGRAPH)):
        lead, core, tail = _ENDS.match(part).groups()  # type: ignore[union-attr]
        pieces += [*([PARAGRAPH] if at else []), lead, *([(mark, core)] if core else []), tail]
    return pieces


def _joined(pieces: "list[str | tuple[str, str]]") -> str:
    out = ""
    for at, piece in enumerate(pieces):
        if isinstance(piece, str):
            out = out[:-1] + "\\!" if out.endswith("!") and piece.startswith("[") else out
            out += piece
            continue
        mark, core = piece
        following = pieces[at + 1] if at + 1 < len(pieces) else ""
        after = following[:1] if isinstance(following, str) else following[0][:1]
        before = out[-1:]
        opens = not _is_mark(core[0]) or not before or before.isspace() or before == PARAGRAPH or _is_mark(before)
        closes = (
            not _is_mark(core[-1])
            or (mark == "**" and core[-1] == ":")
            or not after
            or after.isspace()
            or after == PARAGRAPH
            or _is_mark(after)
        )
        tag = _TAGS[mark]
        clear = opens and closes and mark[0] not in (before, after) and "\x1e" not in core
        out += f"{mark}{core}{mark}" if clear else f"<{tag}>{core}</{tag}>"
    return out


def _is_mark(char: str) -> bool:
    return unicodedata.category(char)[0] in "PS"


def _tidy(text: str) -> str:
    """Return a line without spaces that say nothing; two breaks in a row part paragraphs."""
    text = re.sub(r"[ \u00a0]{2,}", " ", text)
    text = re.sub(r"[ \u00a0]*\\\n[ \n\u00a0]*", BREAK, text)
    text = re.sub(r"(?:\\\n){2,}", PARAGRAPH, text)
    return re.sub(r"(?:[ \n]|\\\n)*\x1e(?:[ \n\x1e]|\\\n)*", PARAGRAPH, text)

"""Tags of raw HTML become parts: addresses as holes, images as pictures, old HTML as new."""

import re
from collections.abc import Callable, Iterator

from sitegen.base.html import escape, visible_text
from sitegen.base.patterns import regex
from sitegen.base.templated import filled_in
from sitegen.model.body import Part, Picture, Ref
from sitegen.parse.draw.lawful import Inside, is_known, lawful, slip_of
from sitegen.parse.draw.modern import Attributes, head_cell, modern, styled
from sitegen.parse.draw.openelements import Place
from sitegen.parse.links import normalize, resolve, said_of
from sitegen.parse.manuscript import Manuscript
from sitegen.parse.syntax.jsx import without_braces_in
from sitegen.parse.syntax.mixed import ATTRIBUTE
from sitegen.parse.tags import DESCRIBED, URL_ATTRIBUTES, VOID, candidates, tag_attributes

_LOADING = {
    **dict.fromkeys(("img", "source"), ("src", "srcset")),
    **dict.fromkeys(("iframe", "script", "audio", "embed", "track"), ("src",)),
    "video": ("src", "poster"),
    "object": ("data",),
}
"""By element: the attributes whose addresses are loaded."""
_FILLED = ("href", "src")
_ADDRESSES = URL_ATTRIBUTES | {"action", "formaction", "xlink:href", "to", "from", "values"}
_ADDRESS_OF = {"embed": "src", "link": "href", "area": "href", "object": "data"}
"""Elements that are nothing without an address."""
_REFUSED = regex(
    r"[\x00-\x20]*(?P<scheme>(?P<runs>(?:j\s*a\s*v\s*a|v\s*b)\s*s\s*c\s*r\s*i\s*p\s*t|data(?!:image/))|file|[a-z])\s*:",
    re.IGNORECASE,
)
"""What no reader's browser may follow: a script, a page in an address, a file of the author's; one letter is a disk."""
SCRIPT_IN_STYLE = regex(r"(?:java|vb)script\s*:", re.IGNORECASE)
_RUN = ("", "module", "text/javascript", "application/javascript")
"""Types of scripts that are no mere data."""
_IN_STYLE = regex(r"""url\(\s*(["']?)(?P<url>[^"'()\s]+)\1\s*\)""", re.IGNORECASE)
_LONG = 60
"""Characters in which a date and a time find room."""
_ROW_EDGE = regex(r"<tr\b|</(?:tr|thead|tbody|tfoot|table)\b", re.IGNORECASE)

_MARKS = regex(r"[*_`\[]|^[ \t]*(?:[-+#>]|\d+\.)[ \t]", re.MULTILINE)
"""What makes a text Markdown."""


_REACHED = regex(
    r"(?<!!)\[[^\[\]\n]+\][(\[]|\)\]\(|<a\b[^<>]*\shref\b|<(?:button|iframe|input|select|summary|textarea)\b",
    re.IGNORECASE,
)
"""A link of Markdown or HTML, or what one comes to with the keyboard."""
_NAMES = ("aria-label", "aria-labelledby", "title")
_MUTE = regex(r"!\[\s*\]\([^()\s]*\)")
_AT_END = regex(r"\s*\Z")
_MOST = 2_000
"""Characters that are looked at, so that no text takes quadratic time."""
_FAR = 40
"""Lines of a text in which an element's end is looked for."""


class TagWriter:
    """Writes opening tags."""

    def __init__(self, manuscript: Manuscript, emit: Callable[[Part], None]) -> None:
        self.manuscript = manuscript
        self.emit = emit
        self.ids: dict[str, None] = {}
        """The ids that they give, in order."""

    def write(self, match: re.Match[str], place: Place, inside: Inside, *, in_drawing: bool) -> str:
        """Write an opening tag; return the element's name as the page spells it."""
        name = match["name"].lower()
        name = "img" if name == "image" and not in_drawing else name  # as browsers read it
        given = tag_attributes(match["rest"])
        attributes = self._allowed(name, given, match["rest"], inside, place)
        if _ADDRESS_OF.get(name, "") in dict(given).keys() - dict(attributes).keys():
            if name in VOID:
                return name
            self.emit("<span>")
            return "span"
        if name == "img":
            attributes = self._lawful(name, attributes, inside, "", place)[1]
            self._image(attributes, place, in_picture=inside.within == "picture")
            return name
        if any(key == ATTRIBUTE for key, _ in attributes):
            attributes = self._without_markdown(attributes, place, _content(match))
        attributes = self._audible(match, name, attributes, place, in_drawing=in_drawing)
        written, changed = modern(name, attributes, in_line=inside.in_line)
        if name == "pre" and not any(key == "tabindex" for key, _ in changed):
            changed = [*changed, ("tabindex", "0")]  # its lines may be longer than the page is wide
        if name == "th":
            changed = head_cell(changed, _row(match))
        if not in_drawing:
            words = match.string[match.end() : match.end() + _LONG].partition("<")[0]
            written, changed = self._lawful(written, changed, inside, words, place)
        ends_itself = match["rest"].endswith("/")
        holes = any(key in URL_ATTRIBUTES or (key == "style" and "url(" in (value or "")) for key, value in attributes)
        # A browser ends some elements, as <noscript>, at the sign of a tag in an attribute.
        if holes or written != name or changed != given or "<" in match["rest"]:
            self._rewritten(written, changed, place, empty=in_drawing and ends_itself)
            return written
        plain = ends_itself and not in_drawing
        self.emit(f"<{match['name']}{match['rest'].rstrip('/ ')}>" if plain else match[0])
        return match["name"]

    def _allowed(self, name: str, given: Attributes, rest: str, inside: Inside, place: Place) -> Attributes:
        """Return what a tag is given without braces, scripts and ids that are taken; tell of other hosts."""
        attributes = given
        if "{" in rest:
            attributes = tag_attributes(without_braces_in(rest))
            attributes = [(key, filled_in(value) if value and key in _FILLED else value) for key, value in attributes]
        attributes = [pair for pair in attributes if not self._refuses(*pair, place)]
        shown = inside.within if name == "source" else name
        for url in _loads(name, attributes) if "//" in rest else ():
            self.manuscript.report_host(shown, url, place.line, place.column, place.width)
        if name == "script" or any(key[:2] == "on" for key, _ in attributes):
            attributes = self._without_scripts(name, attributes, place)
        return self._with_own_id(name, attributes)

    def _refuses(self, key: str, value: str | None, place: Place) -> bool:
        """Tell whether an attribute leaves for what its address is, and tell of it; a picture stays, and is told."""
        if key == "style":
            refused = SCRIPT_IN_STYLE.search(value or "")
        else:
            refused = _REFUSED.match(value or "") if key in _ADDRESSES else None
        if not refused or not value:
            return False
        column = self.manuscript.column_behind(place.line, place.column, value)
        leaves = key in ("href", "style") or bool(refused["runs"])
        shown = refused[0] if key == "style" else value.strip()
        self.manuscript.report_refused(shown, place.line, column, len(value), leaves=leaves)
        return leaves

    def _audible(
        self, match: re.Match[str], name: str, attributes: Attributes, place: Place, *, in_drawing: bool
    ) -> Attributes:
        """Return the attributes so that those who hear a page hear each link, and nothing that is hidden from them."""
        if ("aria-hidden", "true") in attributes:
            return _hidden(name, attributes, self._content(match, place))
        if name == "a" and not in_drawing and not _is_named(attributes, self._content(match, place)):
            return [*attributes, ("aria-label", said_of(dict(attributes)["href"] or ""))]
        return attributes

    def _lawful(
        self, name: str, attributes: Attributes, inside: Inside, content: str, place: Place
    ) -> tuple[str, Attributes]:
        """Return what the standard allows of a tag; tell of attributes that leave for a slip in their names."""
        written, kept = lawful(name, attributes, inside, content)
        for key, _ in attributes if len(kept) < len(attributes) else ():
            if not is_known(name, key) and (meant := slip_of(name, key)):
                message = f'<{name}> has no attribute "{key}", so it is left out'
                column = self.manuscript.column_behind(place.line, place.column, key)
                hint = f'did you mean "{meant}"?'
                code, width = "parse/unknown-attribute", len(key)
                self.manuscript.report(code, message, place.line, column, width=width, hint=hint)
        return written, kept

    def _without_scripts(self, name: str, attributes: Attributes, place: Place) -> Attributes:
        """Return the attributes without those that are scripts; tell of each script that stands in the text."""
        values = dict(attributes)
        hint = 'put it into a file beside the article: <script src="….js"></script>'
        if name == "script" and "src" not in values and (values.get("type") or "") in _RUN:
            message = "a script that stands in the text does not run: pages run files of the site only"
            self.manuscript.report_at("parse/script", message, place, hint)
        kept = []
        for key, value in attributes:
            if key[:2] != "on" or value is None:
                kept.append((key, value))
                continue
            message = f'"{key}" holds a script, which pages run from files of the site only, so it is left out'
            column = self.manuscript.column_behind(place.line, place.column, key)
            self.manuscript.report("parse/script", message, place.line, column, width=len(key), hint=hint)
        return kept

    def _with_own_id(self, name: str, attributes: Attributes) -> Attributes:
        """Return the attributes with an id of one word, or without one that another element of the text has already.

        Links lead to the first of these. What is said of an item, where the text has no items, leaves.
        """
        kept: Attributes = []
        for key, value in attributes:
            if key == "id":
                value = "-".join((value or "").split())  # noqa: PLW2901  (as it is written)
            names = key == "id" or (key == "name" and name == "a")
            if (names and value in self.ids) or (key == "itemprop" and "itemscope" not in self.manuscript.text):
                continue
            if value and names:
                self.ids[value] = None
            kept.append((key, value))
        return kept

    def _content(self, match: re.Match[str], place: Place) -> str:
        """Return what stands in an element; Markdown, where the fragment of HTML is its tag alone."""
        if not _AT_END.match(match.string, match.end()):
            return _content(match)
        row = place.line - 1
        rest = "\n".join(self.manuscript.lines[row : row + _FAR])
        return _before_end(rest, place.column - 1 + len(match[0]), match["name"])

    def _without_markdown(self, attributes: Attributes, place: Place, content: str) -> Attributes:
        """Return the attributes without the one that asks for Markdown, which is read where empty lines set it off."""
        asked = any(key == ATTRIBUTE and value not in ("0", "off") for key, value in attributes)
        if asked and _MARKS.search(content):
            hint = "put the tag into a line of its own, with an empty line after it and one before its end"
            message = "the Markdown in this element is not read"
            self.manuscript.report_at("parse/markdown-in-html", message, place, hint)
        return [(key, value) for key, value in attributes if key != ATTRIBUTE]

    def _rewritten(self, name: str, attributes: Attributes, place: Place, *, empty: bool = False) -> None:
        self.emit(f"<{name}")
        for key, value in attributes:
            self._attribute(key, value, place)
        self.emit("/>" if empty else ">")

    def _attribute(self, key: str, value: str | None, place: Place) -> None:
        if value is None:
            self.emit(f" {key}")
            return
        self.emit(f' {key}="')
        if key == "srcset":
            for number, (url, size) in enumerate(candidates(value)):
                self.emit(", " if number else "")
                self._hole(url, place, image=True)
                self.emit(escape(size))
        elif key == "style":
            end = 0
            for match in _IN_STYLE.finditer(value):
                self.emit(escape(value[end : match.start()]) + "url(&quot;")
                self._hole(match["url"], place, image=True)
                self.emit("&quot;)")
                end = match.end()
            self.emit(escape(value[end:]))
        elif key in URL_ATTRIBUTES:
            self._hole(value, place, image=key == "poster")
        else:
            self.emit(escape(value))
        self.emit('"')

    def _hole(self, target: str, place: Place, *, image: bool) -> None:
        target = self.manuscript.mended(target)
        self.emit(self._ref(target, place, image=image) or escape(normalize(target)))

    def _ref(self, target: str, place: Place, *, image: bool) -> Ref | None:
        column = self.manuscript.column_behind(place.line, place.column, target)
        return resolve(target, self.manuscript.content_path, line=place.line, column=column, image=image)

    def _image(self, attributes: Attributes, place: Place, *, in_picture: bool) -> None:
        values = {key: value or "" for key, value in attributes}
        if "alt" not in values:
            hint = 'add alt="…" that says what it shows, or alt="" where it is decoration'
            self.manuscript.report_at("parse/no-alt", "this image has no description", place, hint)
        if not values.get("alt"):
            # A title is what those hear who cannot see the image, and with an empty alt they would hear nothing.
            values["alt"] = values.get("title", "").strip()
            attributes = [*((key, value) for key, value in attributes if key != "alt"), ("alt", values["alt"])]
        source = values.get("src", "")
        ref = self._ref(source, place, image=True) if source else None
        if ref is None or in_picture or "srcset" in values:
            self._rewritten("img", modern("img", attributes, in_line=True)[1], place)
            return
        others = tuple(
            (key, value or "") for key, value in styled("img", attributes) if key not in ("src", "alt", "title")
        )
        self.emit(Picture(ref, "", values.get("alt", ""), values.get("title", ""), others, figure=False))


def _loads(name: str, attributes: Attributes) -> Iterator[str]:
    """Yield what a browser loads by itself where it finds the element."""
    for key, value in attributes:
        if value and key in _LOADING.get(name, ()):
            yield from (url for url, _ in candidates(value)) if key == "srcset" else (value,)


def _row(match: re.Match[str]) -> str:
    """Return the row of a table in which a tag stands, as far as its fragment of HTML goes."""
    html, at = match.string, match.start()
    end = _ROW_EDGE.search(html, match.end())
    return html[max(html.rfind("<tr", 0, at), html.rfind("<TR", 0, at), 0) : end.start() if end else None]


def _content(match: re.Match[str]) -> str:
    """Return what stands in an element, as far as its fragment of HTML goes: what follows that is Markdown."""
    return _before_end(match.string, match.end(), match["name"])


def _before_end(html: str, start: int, name: str) -> str:
    most = start + _MOST
    end = re.compile(f"</{re.escape(name)}", re.IGNORECASE).search(html, start, most)
    return html[start : end.start() if end else most]


def _is_named(attributes: Attributes, content: str) -> bool:
    """Tell whether one hears what a link is: it has words, or a picture with a description; an anchor needs no name."""
    given = dict(attributes)
    return (
        not given.get("href")
        or any(given.get(key) for key in _NAMES)
        or bool(visible_text(_MUTE.sub("", content)) or DESCRIBED.search(content))
    )


def _hidden(name: str, attributes: Attributes, content: str) -> Attributes:
    """Return the attributes of what is hidden from those who hear the page, which nothing can be that one comes to.

    A mark beside a heading, without words and with a link to there, leads nowhere then.
    """
    given = dict(attributes)
    leads = name == "button" or (name == "a" and "href" in given)
    mute = "<img" not in content and not visible_text(content).strip()
    if leads and mute and "#" in (given.get("href") or ""):
        return [pair for pair in attributes if pair[0] != "href"]
    return (
        [pair for pair in attributes if pair[0] != "aria-hidden"] if leads or _REACHED.search(content) else attributes
    )

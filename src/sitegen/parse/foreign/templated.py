"""What Jekyll, Hugo and Eleventy would have filled in: addresses, buttons, pictures, films and gists, where plain."""

import re
from collections import Counter
from collections.abc import Callable, Iterator

from markdown_it.common.utils import normalizeReference
from markdown_it.rules_block.state_block import StateBlock
from markdown_it.token import Token

from sitegen.base.html import escape
from sitegen.base.paths import is_external
from sitegen.base.patterns import regex
from sitegen.base.templated import MARK, filled_in
from sitegen.base.text import has_any
from sitegen.parse.draw.shortcodes import ALL_LEAVE, report_left_out
from sitegen.parse.foreign.captions import as_tags, given_by, image, image_of, image_tag, in_words, linked, plainly
from sitegen.parse.links import said_of
from sitegen.parse.manuscript import Manuscript
from sitegen.parse.syntax.lines import line_text
from sitegen.parse.tokens import row_of

_TARGET = regex(rf"(\]\([ \t]*)((?>(?:{MARK}|[^\s()<>{{}}]++)+))(?=[\s)])")
_DEFINITION = regex(rf"\[([^\[\]\n]+)\]: ((?>(?:{MARK}|[^\s{{}}]++)+))[ \t]*")
_UNKNOWN = regex(
    r"(?<!!)\[(?P<said>[^\[\]\n]+)\]\([ \t]*(?P<address>\{\{[^{}\n]{1,200}\}\}|\{%[^{}%\n]{1,200}%\})[ \t]*\)"
)
"""A link to where only another generator could tell."""
_NOBODY_KNOWS = "is an address that another generator would make"
_TICKS = regex("`+")
_PICTURE = regex(
    r"\{%-?\s*(?:image|img)\s+([\"'])([^\"'{}%]+)\1(?:\s*,?\s*([\"'])([^\"{}%]*)\3)?"
    r"[^{}%]*%\}(\{[^{}]*\})?"
)
"""A picture as a tag of Eleventy, or of a plugin of Jekyll."""
_SIZED = regex(r"(!\[[^\[\]\n]*\]\([^\s()<>]+)[ \t]+=(?:(\d+)x(\d*)|x(\d+))\)")
"""An image with its size in pixels, as several editors write it: `![A](a.png =300x200)`."""
_LINKED = regex(r"(?<=\[)(?:\{\{[<%][^{}\n]{1,400}[>%]\}\}|\{%[^{}%\n]{1,400}%\})(?=\]\()")
_PAIR = r"\{\{[<%][^{}\n]{1,600}[>%]\}\}(?:\{\{[<%]\s*/[^{}\n]{1,60}\}\})?"
_IN_WORDS = regex(rf"(?<=\S) ?(?>{_PAIR})|(?>{_PAIR})(?=[ \t]*\S)")
"""A shortcode, with the one that closes it, with something before or behind it in its line."""
_FILM = regex(
    r"\{(?:\{[<%]|%)-?\s*(?P<name>youtube|vimeo|tweet|twitter|x|instagram)\s(?P<given>[^{}\n]*?)-?[>%]\}{1,2}"
    r"|\{%-?\s*include\s+(?:[\w-]+/)*(?P<included>youtube|vimeo)[\w-]*(?:\.\w+)?\s(?P<told>[^{}%\n]*?)-?%\}"
    r"|\{\{\s*(?P<called>youtube|vimeo)\((?P<said>[^{}()\n]*)\)\s*\}\}",
    re.IGNORECASE,
)
"""As Hugo and Jekyll have them, files that Jekyll includes, and calls of Zola's."""
_ID = regex(r"[\"']?([\w-]{6,20})[\"']?(?=\s|$)")
_FILMS = {
    "youtube": "https://www.youtube.com/watch?v={id}",
    "vimeo": "https://vimeo.com/{id}",
    **dict.fromkeys(("tweet", "twitter", "x"), "https://x.com/{user}/status/{id}"),
    "instagram": "https://www.instagram.com/p/{id}/",
}
"""Where what is shown there can be seen."""
_EMBEDDED = regex(
    r"\[(?:youtube|vimeo)(?:=|[ \t]+)(?P<film>https?://[^\s\[\]]+)\]"
    r"|\[embed(?:[ \t][^\[\]\n]*)?\](?P<page>https?://[^\s\[\]]+)\[/embed\]"
    r"|\{%-?\s*(?:embed|link)\s+(?:url=)?[\"']?(?P<address>https?://[^\s\"'{}<>]+)[\"']?(?:\s[^{}%\n]*)?\s*-?%\}"
    r"|\{\{<\s*video\s+[\"'“]?(?P<video>https?://[^\s\"'“”{}<>]+)[\"'”]?(?:\s[^{}\n]*)?>\}\}"
)
_EMBEDS = ("[youtube", "[vimeo", "[embed")
"""Films and pages as WordPress shows them, then as dev.to and GitBook do, and at last films as Quarto does."""
_MOVIE = regex(
    r"\{\{[<%]\s*[a-z][\w-]*\s+(?:(?P<given>(?:[^{}\n]*\s)?src\s*=[^{}\n]*?)|(?P<quote>[\"']?)(?P<file>[^\s\"'{}<>=]+)(?P=quote))"
    r"\s*[>%]\}\}",
    re.IGNORECASE,
)
_MOVIES = regex(r"[^\s\"'{}<>]+\.(?:mp4|m4v|mov|ogv|webm)(?:[?#][^\s\"'{}<>]*)?", re.IGNORECASE)
"""A film of the site or of another host, as themes of Hugo show it."""
_LONGEST = 600
_GIST = regex(
    r"\{(?:\{[<%]|%)-?\s*gist\s+[\"']?(?P<path>(?:[\w-]+(?:/|[\"']?[ \t]+[\"']?))?[0-9a-f]{5,40})[\"']?"
    r"(?:\s[^{}\n]*?)?\s*-?[>%]\}{1,2}"
)
"""A piece of code on GitHub, by the name of who put it there and its id, or by the id alone."""
_LINKING = r"(?:button|btn|cta|card|bookmark|(?:ext(?:ernal)?[_-]?)?link(?:[_-]?card)?)"
_LINK = regex(
    rf"\{{\{{[<%]\s*{_LINKING}\s(?P<given>[^{{}}\n]{{1,400}}?)/?[>%]\}}\}}"
    rf"(?:(?P<said>[^{{}}\n]{{1,200}}?)\{{\{{[<%]\s*/\s*{_LINKING}\s*[>%]\}}\}})?"
    r"|\{%-?\s*include\s+(?:[\w-]+/)*(?:button|btn|cta)(?:\.\w+)?\s(?P<told>[^{}%\n]{1,400}?)-?%\}",
    re.IGNORECASE,
)
"""A link that looks like a button or a card, with its words in it or between its two ends."""
_IN_ORDER = regex(r"\s*([\"'])(?P<one>[^\"'{}=]+)\1(?:\s+([\"'])(?P<two>[^\"{}]+)\3)?\s*")
"""What is given without names: an address and words, or the other way round."""
_ADDRESS = regex(r"(?:https?://|mailto:|\.{0,2}/|#)\S*")
_LEADS = ("href", "url", "link", "to")
_SAYS = ("label", "text", "content", "title", "name")
_BETWEEN = regex(r"[\s\"']+")
_RAW = regex(r"^[ \t]*\{%-?\s*(?:end)?raw\s*-?%\}[ \t]*$", re.MULTILINE)
"""The edge of what Jekyll does not expand, in a line of its own."""
_IN_HTML = regex(r"\b(src|href|srcset|data)=([\"'])((?>(?:\{\{[^{}]{1,200}\}\}|[^\"'<>{}]++)+))\2", re.IGNORECASE)


def definition_rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: ARG001  (a rule's form)
    """Take a definition of a link (`[name]: …`) whose target holds spaces, as `{{< ref "x.md" >}}` does."""
    line = line_text(state, start)
    if "]: {" not in line or state.is_code_block(start):
        return False
    found = _DEFINITION.fullmatch(line)
    target = filled_in(found[2]) if found else ""
    if not found or target == found[2]:
        return False
    if not silent:
        references = state.env.setdefault("references", {})
        href = state.md.normalizeLink(target)
        references.setdefault(normalizeReference(found[1]), {"title": "", "href": href, "map": [start, start + 1]})
        state.line = start + 1
    return True


def fill_in(tokens: list[Token], manuscript: Manuscript) -> None:
    """Fill in the targets of links in block tokens; pictures, films and gists in lines of their own become such.

    Of a link whose target nobody here knows the words stay, and the first is told.
    """
    text, told = manuscript.text, False
    sized, embeds = " =" in text, has_any(text, _EMBEDS)
    if "{{" not in text and "{%" not in text and not sized and not embeds:
        return
    for at, token in enumerate(tokens):
        if token.type == "inline" and ("{" in token.content or embeds or (sized and " =" in token.content)):
            lines = [_shown(line.strip()) or line for line in token.content.split("\n")]
            if tokens[at - 1].hidden:  # an item of a list, which holds no figure
                lines = [in_words(line.strip()) or line for line in lines]
            filled = "".join(_pieces("\n".join(lines), _outside))
            token.content = filled
            if "]({" in filled:
                token.content = "".join(_pieces(filled, _unlinked))
                told = told or _tell_unknown(token, filled, manuscript)
        if token.type == "html_block" and "{{" in token.content:
            token.content = _FILM.sub(_film_tag, _IN_HTML.sub(_attribute, as_tags(token.content)))
        if token.type == "html_block" and "{%" in token.content:
            shown = _PICTURE.sub(lambda found: image_tag(_path(found[2]), found[4] or ""), as_tags(token.content))
            token.content = _RAW.sub("", shown)


def _shown(line: str) -> str:
    """Return a picture as an image, and a film or a gist as a link; nothing where a line is none of these."""
    if picture := _PICTURE.fullmatch(line):
        return image(picture[4] or "", _path(picture[2])) + (picture[5] or "")
    if gist := _GIST.fullmatch(line):
        return f"<https://gist.github.com/{_BETWEEN.sub('/', gist['path'])}>"
    if movie := _movie(line):
        return movie
    if embedded := _EMBEDDED.fullmatch(line):
        return f"<{next(filter(None, embedded.groups()))}>"
    if film := _FILM.fullmatch(line):
        said = film["given"] or film["told"] or film["said"] or ""
        given = given_by(said)
        alone = _ID.match(said.lstrip())
        name = film["name"] or film["included"] or film["called"]
        address = film_address(name, given.get("id") or (alone[1] if alone else ""), given.get("user", ""))
        return f"<{address}>" if address else ""
    return ""


def film_address(name: str, identity: str, user: str) -> str:
    """Return where a film or a post of this id can be seen, by the name of who shows it; nothing where it is no id."""
    return _FILMS[name.lower()].format(id=identity, user=user or "i") if _ID.fullmatch(identity) else ""


def _movie(line: str) -> str:
    """Return a film that a shortcode names by its file, with its caption below it; nothing where it names none."""
    found = _MOVIE.fullmatch(line) if line[:2] == "{{" and len(line) <= _LONGEST else None
    given = given_by(found["given"]) if found and found["given"] else {}
    source = given.get("src", "").strip() or (found["file"] if found else "") or ""
    if not _MOVIES.fullmatch(source):
        return ""
    caption = given.get("caption") or given.get("title")
    shown = f'<video src="{escape(source)}" controls></video>'
    return f"{shown}\n*{plainly(caption)}*" if caption else shown


def _path(written: str) -> str:
    return written if is_external(written) or written[0] in "./" else f"/{written}"


def _film_tag(found: re.Match[str]) -> str:
    """Return a film as a link of HTML; what names none stays."""
    address = _shown(found[0]).strip("<>")
    return f'<a href="{address}">{address}</a>' if address else found[0]


def _attribute(found: re.Match[str]) -> str:
    return f"{found[1]}={found[2]}{filled_in(found[3])}{found[2]}" if "{" in found[3] else found[0]


def _pieces(text: str, read: Callable[[str], str]) -> Iterator[str]:
    """Yield the stretches of a text, those that are no code as they are `read`."""
    ticks = [match.span() for match in _TICKS.finditer(text)]
    later = Counter(end - start for start, end in ticks)
    done = skip = 0
    for start, end in ticks:
        later[end - start] -= 1
        if skip:
            if end - start == skip:
                yield text[done:end]
                done, skip = end, 0
        elif later[end - start]:
            yield read(text[done:start])
            done, skip = start, end - start
    yield read(text[done:])


def _unlinked(text: str) -> str:
    """Return what stands in no code with the words of links that lead where nobody here knows."""
    return _UNKNOWN.sub(r"\g<said>", text)


def _tell_unknown(token: Token, filled: str, manuscript: Manuscript) -> bool:
    """Report the first such link of a text that has become words; tell whether there is one."""
    gone = (found for found in _UNKNOWN.finditer(filled) if found[0] not in token.content)
    if found := next(gone, None):
        row, hint = row_of(token, found.start()), "write the address of the page"
        report_left_out(found["address"], _NOBODY_KNOWS, row, manuscript, hint=hint, also=ALL_LEAVE)
    return found is not None


def _outside(text: str) -> str:
    """Return what stands in no code with its targets filled in, and pictures that are the text of a link."""
    text = _IN_HTML.sub(_attribute, _TARGET.sub(_filled, _SIZED.sub(_with_size, _LINK.sub(_led, text))))
    text = _LINKED.sub(lambda found: image_of(found[0]) or _shown(found[0]) or found[0], text)
    return _IN_WORDS.sub(_in_words, text) if "{{" in text else text


def _in_words(found: re.Match[str]) -> str:
    """Return a picture among words as an image; what is none stays."""
    picture = in_words(found[0].lstrip())
    return f"{' ' * found[0].startswith(' ')}{picture}" if picture else found[0]


def _led(found: re.Match[str]) -> str:
    """Return a button or a card as a link; where it leads nowhere, it stays."""
    written = found["given"] or found["told"]
    given = given_by(written)
    address = next((given[name] for name in _LEADS if given.get(name)), "")
    words = plainly(next((given[name] for name in _SAYS if given.get(name)), ""))
    if ordered := None if address else _IN_ORDER.fullmatch(written):
        address, words = sorted((ordered["one"], ordered["two"] or ""), key=lambda each: not _ADDRESS.fullmatch(each))
        address, words = address if _ADDRESS.fullmatch(address) else "", plainly(words)
    words = (found["said"] or "").strip() or words or plainly(said_of(address))
    return linked(words, filled_in(address)) if words and address else found[0]


def _with_size(found: re.Match[str]) -> str:
    sizes = (("width", found[2]), ("height", found[3] or found[4]))
    return f"{found[1]}){{{' '.join(f'{name}={size}' for name, size in sizes if size)}}}"


def _filled(found: re.Match[str]) -> str:
    """Return the beginning of a link with its target, as long as before, so that all keeps its column."""
    filled = filled_in(found[2]) if "{" in found[2] else found[2]
    return found[0] if filled == found[2] else (found[1] + filled).ljust(len(found[0]))

"""`[[Title]]`, `[[Title|words]]` and `![[picture.png|what it shows|600]]`, as Obsidian writes links and pictures."""

import re
from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from sitegen.base.patterns import regex
from sitegen.base.slugs import slugify
from sitegen.base.wiki import WIKI, is_picture, shown_in, title_in
from sitegen.parse.tokens import link_to, words

_NAME = regex(r"(?!\w+:\S)(?![\d\s]*\Z)[^\W_](?:.*\S)?")
"""Of a note: no key of a wiki's own (`File:…`), no test of a shell (`-f x`), and no numbers alone, as in a matrix."""
_WORD = regex(r"[a-z]\w*")
"""What stands in two brackets as code does: `[[nodiscard]]`."""
_SIZED = regex(r"(?:(?P<alt>[^|]*)\|)?(?P<width>\d{2,4})(?:x(?P<height>\d{2,4}))?")
_FILM = regex(
    r"https://(?:(?:www\.|m\.)?youtube\.com/(?:watch\?|shorts/|embed/)\S+|youtu\.be/\S+|(?:www\.)?vimeo\.com/\d+\S*"
    r"|(?:twitter|x)\.com/\w+/status/\d+\S*)"
)
"""The address of a film, or of a short message."""
_FILE = regex(r".*\.(?!md\Z)[A-Za-z0-9]{2,5}")
"""What is no note."""


def wiki(tokens: Sequence[Token]) -> None:
    """Put links and pictures in the place of what inline tokens say in two brackets.

    A single name in brackets within a sentence stays: somebody may write about them.
    """
    lines = [token for token in tokens if token.type == "inline" and "[[" in token.content]
    written = {found[0] for line in lines for found in WIKI.finditer(line.content)}
    meant = len(written) > 1 or any("|" in one or "#" in one or one[0] == "!" for one in written)
    for line in lines:
        alone = bool(WIKI.fullmatch(line.content.strip()))
        if meant or alone:
            line.children = list(_linked(line, alone=alone))


def sized(tokens: Sequence[Token], *, alone: bool) -> None:
    """Take the width off the description of pictures: `![what it shows|600](picture.png)`.

    A number is one where it stands `alone` as well, which elsewhere may be a year.
    """
    for token in tokens:
        if token.type == "inline" and "![" in token.content:
            for child in token.children or []:
                if child.type == "image" and (found := _SIZED.fullmatch(child.content)):
                    if found["alt"] is None and not alone:
                        continue
                    _size(child, found, found["alt"] or "")


def films(tokens: Sequence[Token]) -> None:
    """Put links in the place of pictures that are films or short messages, which Obsidian shows in their place."""
    for token in tokens:
        if token.type == "inline" and "![" in token.content:
            token.children = [part for child in token.children or [] for part in _film(child)]


def _film(child: Token) -> Sequence[Token]:
    source = str(child.attrs.get("src", "")) if child.type == "image" else ""
    if not _FILM.fullmatch(source):
        return (child,)
    return link_to(source, [words(child.content or source, 1)], child.meta)


def _linked(line: Token, *, alone: bool) -> Iterator[Token]:
    children = line.children or []
    deep = at = 0
    for child in children:
        deep += child.nesting if child.type in ("link_open", "link_close") else 0
        if child.type != "text" or deep or "[[" not in child.content:
            yield child
            continue
        done = 0
        for found in WIKI.finditer(child.content):
            at = max(line.content.find(found[0], at), at)
            if made := _made(found, at, alone=alone):
                yield from _beside(child, child.content[done : found.start()])
                yield from made
                done = found.end()
            at += 2
        yield from _beside(child, child.content[done:])


def _beside(text: Token, content: str) -> list[Token]:
    """Return what a text says before or behind two brackets; nothing where that is nothing."""
    return [words(content, text.level)] if content else []


def _made(found: re.Match[str], at: int, *, alone: bool) -> list[Token]:
    """Return the picture or the link that two brackets mean, which may stand alone in their line; else nothing."""
    name, place = found["name"].strip(), (found["place"] or "").lstrip("#").strip()
    said, size = shown_in(found)
    if is_picture(found):
        picture = Token("image", "img", 0, attrs={"src": name, "alt": ""}, meta={"at": at})
        _size(picture, size, said)
        return [picture]
    if not (_NAME.fullmatch(name) if name else place):
        return []
    if _WORD.fullmatch(name) and not (found["shown"] or place or (alone and not found["embed"])):
        return []
    heading = place.rpartition("#")[2]
    anchor = "" if heading.startswith("^") else slugify(heading)
    if not name:
        target, titled = f"#{anchor}", False
    elif _FILE.fullmatch(name):
        target, titled = name, False
    else:
        target, titled = title_in(name), True
    said = said or title_in(name) or heading
    meta = {"at": at, "titled": True, "place": anchor} if titled else {"at": at}
    return link_to(target, [words(said, 1)], meta)


def _size(picture: Token, size: re.Match[str] | None, alt: str) -> None:
    """Say how wide a picture is, and what it shows."""
    if size:
        given = {name: size[name] for name in ("width", "height") if size[name]}
        picture.meta["attributes"] = given | picture.meta.get("attributes", {})
    picture.content = alt
    picture.children = [words(alt)] if alt else []

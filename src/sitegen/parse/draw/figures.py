"""An image that stands alone is a figure, with what stands below it as its caption.

It stands alone in the last lines of a paragraph as well: its author saw it there below the words.
"""

import re
from copy import copy
from itertools import pairwise

from markdown_it.token import Token

from sitegen.base.patterns import regex
from sitegen.parse.tokens import BLOCK, BREAKS, figure, inline, is_all, plain_children, plain_text, row_of

FIGURE = regex(
    r"(?:(?:fig(?:ure|ura)?|abb(?:ildung)?|af(?:b|beelding)|obr(?:ázek)?|rys(?:unek)?|рис(?:унок)?|мал(?:юнок)?|"
    r"şekil|gambar|hình|चित्र|شکل|شكل|الشكل|איור)\b\.?|[图圖図]|그림) ?\d+(?:[.-]\d+)*[a-z]? ?(?:[:：|–—。]|\.(?!\S))",
    re.IGNORECASE,
)
"""What opens a caption: "Figure 1:", "Abb. 2.", "图 3："."""
_LATE = regex(r"\n[ \t]*\[?!\[")
"""A picture that begins a line, but not the first."""
_BREAK = Token("softbreak", "br", 0)
_SOURCE = regex(
    r"(?:photo|image|picture|illustration|source|credit|foto|bild|quelle|fuente|imagen|fonte|immagine|imagem|"
    r"фото|источник|изображение|图片|來源|圖片|来源|사진|출처|写真|画像|出典)s?\b[^:：.\n]{0,40}[:：]",
    re.IGNORECASE,
)
"""What opens a line that says where a picture is from."""
_RAW = regex(r"\s*<img\b[^<>]*>\s*", re.IGNORECASE)
"""A picture of raw HTML."""


def figure_of(children: list[Token]) -> tuple[Token, list[Token]] | None:
    """Return the image that stands alone, or above its caption: a line in italics that is all there is besides.

    Without a space the italics may begin in the line of the image.
    """
    shown = [at for at, child in enumerate(children) if child.type != "text" or child.content.strip()]
    if not shown or children[shown[0]].type != "image":
        return None
    image = children[shown[0]]
    if len(shown) == 1:
        return image, []
    tight = children[shown[1]].tag == "em" and shown[1] == shown[0] + 1
    if not (tight or children[shown[1]].type in BREAKS) or "title" in image.attrs or len(shown) == 2:
        return None
    below = children[shown[1 if tight else 2] : shown[-1] + 1]
    marks = [at for at, child in enumerate(below) if child.tag == "em"]
    whole = marks == [0, len(below) - 1] and not any(child.type in BREAKS for child in below)
    return (image, below[1:-1]) if whole else None


def captioned(tokens: list[Token]) -> list[Token]:
    """Return block tokens with figures where a caption is more than words, or a paragraph of its own below the image.

    Such a paragraph opens as captions do, or is in italics and says where the picture is from.
    """
    tokens = _parted(tokens)
    result: list[Token] = []
    index = 0
    while index < len(tokens):
        token = tokens[index]
        found = figure_of(tokens[index + 1].children or []) if token.type == "paragraph_open" else None
        behind = index + BLOCK
        if _is_image(token) and _captions(tokens, index + 1) and not _opens(result[-2:]):
            result += figure(token, tokens[index + 2], {})
            index += 1 + BLOCK
        elif found and not found[1] and _is_caption(tokens, behind, found[0]) and not _opens(result[-2:]):
            result += _figure(tokens[index + 1], found[0], tokens[behind + 1])
            index = behind + BLOCK
        elif found and found[1] and [child.type for child in found[1]] != ["text"]:
            result += _figure(tokens[index + 1], found[0], inline("", row_of(tokens[index + 1]) + 1, found[1]))
            index = behind
        else:
            result.append(token)
            index += 1
    return result


def _parted(tokens: list[Token]) -> list[Token]:
    """Return block tokens with the pictures of a paragraph's last lines in a paragraph of their own."""
    result: list[Token] = []
    for index, token in enumerate(tokens):
        result.append(token)
        if token.type == "inline" and _LATE.search(token.content) and tokens[index - 1].type == "paragraph_open":
            opening, behind = tokens[index - 1], tokens[index + 1]
            at = _first_of_pictures(token) if not opening.hidden else 0
            if at:
                result[-1:] = [_piece(token, 0, at), behind, opening, _piece(token, at, token.content.count("\n") + 1)]
    return result


def _first_of_pictures(text: Token) -> int:
    """Return the line of a paragraph from which on it has nothing but pictures; 0 where it has no words."""
    lines = _lines_of(text.children or [])
    if len(lines) != text.content.count("\n") + 1:
        return 0  # a tag goes on in another line
    at = len(lines)
    if figure_of([*lines[-2], _BREAK, *lines[-1]]):  # the last line is a caption
        at -= 2
    elif figure_of(lines[-1]):
        at -= 1
    while at and _is_picture(lines[at - 1]):
        at -= 1
    said = plain_children([child for line in lines[:at] for child in line if child.type != "image"])
    words = any(map(str.isalnum, said))
    return at if at < len(lines) and words else 0


def _lines_of(children: list[Token]) -> list[list[Token]]:
    edges = [-1, *(at for at, child in enumerate(children) if child.type in BREAKS), len(children)]
    return [children[start + 1 : end] for start, end in pairwise(edges)]


def _is_picture(line: list[Token]) -> bool:
    """Tell whether a line is nothing but pictures, which may be links."""
    shown = {child.type for child in line if child.type != "text" or child.content.strip()}
    return "image" in shown and shown <= {"image", "link_open", "link_close"}


def _piece(text: Token, start: int, end: int) -> Token:
    """Return some lines of a paragraph."""
    part = copy(text)
    first = row_of(text) + start
    part.map = [first, first + end - start]
    part.content = "\n".join(text.content.split("\n")[start:end])
    children = text.children or []
    edges = [0, *(at + 1 for at, child in enumerate(children) if child.type in BREAKS), len(children) + 1]
    part.children = children[edges[start] : edges[end] - 1]
    return part


def _is_caption(tokens: list[Token], at: int, image: Token) -> bool:
    """Tell whether a paragraph below an image without a caption is that."""
    if at >= len(tokens) or tokens[at].type != "paragraph_open" or "title" in image.attrs:
        return False
    said = plain_text(tokens[at + 1])
    if said == plain_text(tokens[at - 2]) and "![" not in tokens[at + 1].content:
        return bool(said)  # what the picture shows is said twice, as Notion does
    return _captions(tokens, at)


def _captions(tokens: list[Token], at: int) -> bool:
    """Tell whether a paragraph opens as captions do, or is in italics and says where a picture is from."""
    if at >= len(tokens) or tokens[at].type != "paragraph_open":
        return False
    said = plain_text(tokens[at + 1])
    return bool(FIGURE.match(said) or (is_all(tokens[at + 1], "em") and _SOURCE.match(said)))


def _is_image(token: Token) -> bool:
    return token.type == "html_block" and "<img" in token.content and bool(_RAW.fullmatch(token.content))


def _opens(above: list[Token]) -> bool:
    """Tell whether what stands above is a caption as well, of no image: then all stand above theirs."""
    return [token.type for token in above] == ["inline", "paragraph_close"] and bool(FIGURE.match(plain_text(above[0])))


def _figure(line: Token, image: Token, caption: Token) -> list[Token]:
    if is_all(caption, "em"):
        caption.children = [child for child in caption.children or [] if child.tag != "em"]
    own = image.meta.get("attributes", {})
    outer = {name: own.pop(name) for name in ("id", "class") if name in own}
    return figure(inline("", row_of(line), [image]), caption, outer)

"""What programs leave in a text that they export leaves it: marks of their own, pictures that are none, frames."""

import re
from typing import NamedTuple

from markdown_it.token import Token

from sitegen.base.patterns import regex
from sitegen.parse.blocks import Block, blocks
from sitegen.parse.draw.shortcodes import ALL_LEAVE, report_left_out
from sitegen.parse.manuscript import Manuscript
from sitegen.parse.tokens import BLOCK, row_of, without


class _Kind(NamedTuple):
    """One thing that is left."""

    sign: str
    """What a text has none of that has none of these."""
    pattern: re.Pattern[str]
    what: str
    """What it is, in the middle of a sentence."""
    rare: str = ""
    """A character of the sign that most texts have none of: it is found at once."""
    hint: str = "remove it"


def _image_from(source: str) -> str:
    """Return the pattern of pictures with such an address."""
    return rf"!\[[^\[\]\n]*\]\((?:{source})\)|<img\b[^<>]*\bsrc=\"(?:{source})\"[^<>]*>"


_ICON = r"https://www\.notion\.so/icons/[^\s()\"]+|images/icons/(?:emoticons/|contenttypes/|bullet_)[^\s()\"]+"
_OWN_ICON = r"<img\b[^<>]*\bsrc=\"(?P<own>/icons/[\w-]+\.svg)\"[^<>]*\balt=\"(?P=own)\"[^<>]*>"
"""As Notion writes its icons, whose description is their address."""
_PICTURES = (
    _Kind("/icons/", regex(rf"(?:{_image_from(_ICON)}|{_OWN_ICON})[ \t]?"), "is the icon of a program"),
    _Kind("medium.com/_/stat", regex(_image_from(r"https://medium\.com/_/stat\?[^\s()\"']*")),
          "counts readers and shows nothing"),
    _Kind("data:image/", regex(_image_from(r"data:image/[\w+.-]+(?:;base64)?(?:,?(?:\.{3}|…)|,)?")),
          "is no picture any more, since the program that wrote this kept none",
          hint="save the picture beside the article, and write ![what it shows](picture.png)"),
    _Kind("data:image/svg", regex(r"!\[[^\[\]\n]*\]\(data:image/svg\+xml[^()\s]*\)[ \t]?"),
          "is a drawing that stands in its address, which is not followed",
          hint="save the drawing beside the article, and write ![what it shows](drawing.svg)"),
)  # fmt: skip
_DOCS = regex(
    r"\s*<(?:p|ul)\b[^<>]*(?:gdcalert|color: ?red)[^<>]*>.*"
    r"(?:gd2md-html alert|Links to alert messages:|PLEASE check and correct alert).*",
    re.DOTALL,
)
_BLOCK_NAME = regex(r"(?:(?<=[.!?)»”\"'…。！？]) \^(?=[A-Za-z])[A-Za-z0-9-]{2,40}| \^(?=[a-f]*\d)[0-9a-f]{6})\Z")
_MARKS = (
    _Kind("gd2md-html alert", _DOCS, "is a message of Docs to Markdown", "<", "do what it says, and remove it"),
    _Kind("[color=", regex(r"(?:^|\n)(?:\[(?:name|time|color)=[^\[\]\n]*\][ \t]*)+(?=\n|\Z)"),
          "says who commented in HackMD", "="),
    _Kind(" ^", _BLOCK_NAME, "is the name of a block in Obsidian", "^"),
    _Kind("\n^", regex(r"(?:\A|\n)\^[A-Za-z0-9-]{1,40}\Z"), "is the name of a block in Obsidian", "^"),
)  # fmt: skip
_AROUND = regex(r"\s*<b\b[^<>]*\bid=[\"']?docs-internal-guid-[^<>]*>")
"""What Google Docs writes around all that is copied from it."""
_AROUND_END = regex(r"(?:<br[^<>]*>)?</b>(?:\s*<br[^<>]*>)?\s*\Z")
_TAB = regex(
    r"(?:tab|registerkarte|onglet|pestaña|scheda|guia|tabblad|karta|вкладка|タブ|标签页|탭) ?\d{1,2}", re.IGNORECASE
)
"""What Google Docs calls a tab that nobody has named, in a heading above its text."""
_WAY = regex(r"\[[^\[\]]*\]\([^()\s/:]+\.html\)")
"""A page above this one."""
_SIGNED = regex(r"Created by [^\n]+?(?:, last (?:modified|updated)\b|\bon [A-Z][a-z]{2} \d)[^\n]*")
_ATTACHED = regex(r"Attachments:?")
_ATTACHMENTS = regex(r"(?:\s*\[[^\[\]]*\]\(attachments/[^()\s]+\)\s*\([\w.+-]+/[\w.+-]+\)\\?)+\s*")


def without_exported(tokens: list[Token], manuscript: Manuscript) -> list[Token]:
    """Return the block tokens without what such programs leave, each kind of which is told once."""
    text = manuscript.text
    known = (*_PICTURES, *_MARKS) if manuscript.pictured else _MARKS
    if kinds := [kind for kind in known if kind.rare in text and kind.sign in text]:
        tokens = _without_kinds(kinds, tokens, manuscript)
    if ".html)" in text or "(attachments/" in text:
        tokens = _without_frame(tokens, manuscript)
    if "docs-internal-guid" in text and tokens:
        _unwrap(tokens, manuscript)
    return _without_tab(tokens, manuscript)


def _unwrap(tokens: list[Token], manuscript: Manuscript) -> None:
    """Take off what Google Docs writes around raw HTML: an element of lines that holds all blocks."""
    found = _AROUND.match(tokens[0].content) if tokens[0].type == "html_block" else None
    last = next((token for token in reversed(tokens) if token.type == "html_block"), tokens[0])
    if found and _AROUND_END.search(last.content):
        why = "is what Google Docs writes around a text"
        report_left_out(found[0].strip(), why, row_of(tokens[0]), manuscript, also=" with its end")
        last.content = _AROUND_END.sub("", last.content)
        tokens[0].content = tokens[0].content[found.end() :]


def _without_kinds(kinds: list[_Kind], tokens: list[Token], manuscript: Manuscript) -> list[Token]:
    told: set[str] = set()
    gone: set[int] = set()
    for at, token in enumerate(tokens):
        if token.type not in ("inline", "html_block"):
            continue
        for kind in kinds:
            found = None if "`" in token.content else kind.pattern.search(token.content)
            if not found:
                continue
            if kind.sign not in told:
                told.add(kind.sign)
                shown = found[0].strip()
                row = row_of(token, found.start() + found[0].index(shown))
                report_left_out(shown, kind.what, row, manuscript, hint=kind.hint, also=ALL_LEAVE)
            token.content = kind.pattern.sub("", token.content)
            if not token.content.strip():
                alone = token.type == "inline" and tokens[at - 1].type == "paragraph_open"
                gone |= {at - 1, at, at + 1} if alone else {at} if token.type == "html_block" else set()
    return without(tokens, gone)


def _without_frame(tokens: list[Token], manuscript: Manuscript) -> list[Token]:
    """Return the tokens without what Confluence has around a page: the way to it, and what is attached to it."""
    gone: set[int] = set()
    for block in blocks(tokens):
        if end := _end_of_way(block) or _end_of_attachments(block):
            gone |= {*range(block.at, end)}
            first = next(each for each in tokens[block.at : end] if each.type == "inline")
            why = "is what Confluence has around a page"
            report_left_out(first.content, why, row_of(first), manuscript, also=" with what belongs to it")
    return without(tokens, gone)


def _end_of_way(block: Block) -> int:
    """Return where a list of the pages above ends, with a line below that says who made this one; 0 for all else."""
    signed = block.below.paragraph if block.kind == "ordered_list_open" else None
    return block.end if signed and _SIGNED.match(signed.content) and _says_only(block.whole, _WAY) else 0


def _end_of_attachments(block: Block) -> int:
    """Return where what a heading calls attached ends; 0 for all else."""
    titled = block.kind == "heading_open" and _ATTACHED.fullmatch(block.text.content)
    return block.below.end if titled and _says_only(block.below.whole, _ATTACHMENTS) else 0


def _says_only(tokens: list[Token], pattern: re.Pattern[str]) -> bool:
    """Tell whether all that tokens say is in lines of such a kind."""
    said = [token for token in tokens if token.content]
    return bool(said) and all(token.type == "inline" and pattern.fullmatch(token.content) for token in said)


def _without_tab(tokens: list[Token], manuscript: Manuscript) -> list[Token]:
    """Return the tokens without a heading that names no more than a tab, above the first of the text."""
    if len(tokens) <= BLOCK or [tokens[at].type for at in (0, BLOCK)] != ["heading_open"] * 2:
        return tokens
    name = tokens[1].content.strip("* ")
    if not _TAB.fullmatch(name):
        return tokens
    report_left_out(name, "is what Google Docs calls a tab", row_of(tokens[1]), manuscript)
    return tokens[BLOCK:]

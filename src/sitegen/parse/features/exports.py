"""What programs leave in a text that they export: marks of their own, and pictures that are none."""

import re
from typing import NamedTuple

from markdown_it.token import Token

from sitegen.base.patterns import regex
from sitegen.parse.manuscript import Manuscript
from sitegen.parse.tokens import BLOCK, row_of

_LONG = 80


class _Kind(NamedTuple):
    """One thing that is left."""

    sign: str
    """What a text has none of that has none of these."""
    pattern: re.Pattern[str]
    what: str
    """What it is, in the middle of a sentence."""
    hint: str


def _image(source: str) -> str:
    """Return the pattern of pictures with such an address."""
    return rf"!\[[^\[\]\n]*\]\((?:{source})\)|<img\b[^<>]*\bsrc=\"(?:{source})\"[^<>]*>"


_ICON = r"https://www\.notion\.so/icons/[^\s()\"]+|images/icons/(?:emoticons/|contenttypes/|bullet_)[^\s()\"]+"
_OWN_ICON = r"<img\b[^<>]*\bsrc=\"(?P<own>/icons/[\w-]+\.svg)\"[^<>]*\balt=\"(?P=own)\"[^<>]*>"
"""As Notion writes its icons, whose description is their address."""
_KINDS = (
    _Kind("/icons/", regex(rf"(?:{_image(_ICON)}|{_OWN_ICON})[ \t]?"), "is the icon of a program", "remove it"),
    _Kind(
        "medium.com/_/stat",
        regex(_image(r"https://medium\.com/_/stat\?[^\s()\"']*")),
        "counts readers and shows nothing",
        "remove it",
    ),
    _Kind(
        "data:image/",
        regex(_image(r"data:image/[\w+.-]+(?:;base64)?(?:,?(?:\.{3}|…)|,)?")),
        "is no picture any more, since the program that wrote this kept none",
        "save the picture beside the article, and write ![what it shows](picture.png)",
    ),
    _Kind(
        "gd2md-html alert",
        regex(
            r"\s*<(?:p|ul)\b.*(?:gd2md-html alert|Links to alert messages:|PLEASE check and correct alert).*", re.DOTALL
        ),
        "is a message of Docs to Markdown",
        "do what it says, and remove it",
    ),
    _Kind(
        "[color=",
        regex(r"(?:^|\n)(?:\[(?:name|time|color)=[^\[\]\n]*\][ \t]*)+(?=\n|\Z)"),
        "says who commented in HackMD",
        "remove it",
    ),
    _Kind(
        " ^",
        regex(r"(?:(?<=[.!?)»”\"'…。！？]) \^(?=[A-Za-z])[A-Za-z0-9-]{2,40}| \^(?=[a-f]*\d)[0-9a-f]{6})\Z"),
        "is the name of a block in Obsidian",
        "remove it",
    ),
    _Kind("\n^", regex(r"(?:\A|\n)\^[A-Za-z0-9-]{1,40}\Z"), "is the name of a block in Obsidian", "remove it"),
)
_TAB = regex(
    r"(?:tab|registerkarte|onglet|pestaña|scheda|guia|tabblad|karta|вкладка|タブ|标签页|탭) ?\d{1,2}", re.IGNORECASE
)
"""What Google Docs calls a tab that nobody has named, in a heading above its text."""
_TAGS = regex(r"tags?:[ \t]*((?:`[^`\n]+`[ \t,]*)+)", re.IGNORECASE)
"""The tags of an article, as HackMD has them in a heading of the lowest level."""
_TAG = regex(r"`([^`\n]+)`")
_PAGED = regex(r"\[([^\[\]\n]+?)\s*\[(\d{1,3})\]\((#[^()\s]*)\)\]\(\3\)")
"""A line of a table of contents, as Pandoc writes that of Word."""
_TOLD = regex(r"!\[alt_text\]\(([^()\s]+) \"image_tooltip\"\)")
"""A picture as Docs to Markdown writes each."""
_STARS = regex(r"(?<![\w*\\])(\*{4,})(?![\s*])([^*\n]+)(?<!\s)\1(?!\*)")
"""Words between as many stars as Notion, and converters of bold in bold, put on either side."""
_BROKEN = regex(r"(?<=\]\()(https?://[^\s()<>]*-(?:\n[^\s()<>]*-)*\n[^\s()<>]+)\)")
"""An address that html2text has broken at hyphens, as it does with words."""


def without_exported(tokens: list[Token], manuscript: Manuscript) -> list[Token]:
    """Return the block tokens without what such programs leave, each kind of which is told once."""
    text = manuscript.text
    if "###### " in text:
        _read_tags(tokens)
    if "\n| " in text:
        _break_lines(tokens)
    if "****" in text:
        _thin_out(tokens)
    if "\n\n\n----" in text:
        tokens = _underlined(tokens, manuscript)
    if ")](#" in text or "image_tooltip" in text:
        _tidy(tokens)
    if "-\n" in text and "](http" in text:
        _join_addresses(tokens)
    if kinds := [kind for kind in _KINDS if kind.sign in text]:
        tokens = _without(kinds, tokens, manuscript)
    return _without_tab(tokens, manuscript)


def _without(kinds: list[_Kind], tokens: list[Token], manuscript: Manuscript) -> list[Token]:
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
                _report(found, kind, token, manuscript)
            token.content = kind.pattern.sub("", token.content)
            if not token.content.strip():
                alone = token.type == "inline" and tokens[at - 1].type == "paragraph_open"
                gone |= {at - 1, at, at + 1} if alone else {at} if token.type == "html_block" else set()
    return [token for at, token in enumerate(tokens) if at not in gone] if gone else tokens


def _report(found: re.Match[str], kind: _Kind, token: Token, manuscript: Manuscript) -> None:
    shown = found[0].strip()
    brief = shown if len(shown) <= _LONG else f"{shown[:_LONG]}…"
    row = row_of(token, found.start() + found[0].index(shown))
    message = f'"{brief}" {kind.what}, so it is left out, as all of its kind are'
    manuscript.report_text("parse/shortcode", message, row, shown.partition("\n")[0], hint=kind.hint)


def _read_tags(tokens: list[Token]) -> None:
    """Make a line of such a heading."""
    for at, token in enumerate(tokens):
        if token.type == "heading_open" and token.tag == "h6" and (found := _TAGS.fullmatch(tokens[at + 1].content)):
            tokens[at + 1].content = f"Tags: {', '.join(_TAG.findall(found[1]))}"
            for edge, part in ((token, "open"), (tokens[at + 2], "close")):
                edge.type, edge.tag = f"paragraph_{part}", "p"


def _tidy(tokens: list[Token]) -> None:
    """Write links to pages of a table of contents as one, and pictures without the words of a template."""
    for token in tokens:
        if token.type == "inline" and "](" in token.content:
            token.content = _TOLD.sub(r"![](\1)", _PAGED.sub(r"[\1 \2](\3)", token.content))


def _break_lines(tokens: list[Token]) -> None:
    """Let lines end where they do that Pandoc marks so, each with a bar before it, as those of verse."""
    for token in tokens:
        if token.type == "inline" and token.content[:2] == "| ":
            lines = token.content.split("\n")
            if len(lines) > 1 and all(line[:2] == "| " and line.count("|") == 1 for line in lines):
                token.content = "\\\n".join(line[2:].strip() for line in lines)


def _thin_out(tokens: list[Token]) -> None:
    """Write bold in bold as bold."""
    for token in tokens:
        if token.type == "inline" and "****" in token.content and "`" not in token.content:
            token.content = _STARS.sub(_thin, token.content)


def _thin(found: re.Match[str]) -> str:
    marks = "**" if len(found[1]) % 2 == 0 else "***"
    return f"{marks}{found[2]}{marks}"


def _underlined(tokens: list[Token], manuscript: Manuscript) -> list[Token]:
    """Return the tokens with headings that Turndown has written with empty lines above their underline as such.

    Such a line is as long as the title and the two that are empty.
    """
    gone: set[int] = set()
    for at, token in enumerate(tokens):
        above = tokens[at - BLOCK] if token.type == "hr" and at >= BLOCK and not token.level else token
        if above.type != "paragraph_open" or not token.map or not above.map or above.map[1] + 2 != token.map[0]:
            continue
        title = tokens[at - 2].content
        if "\n" not in title and manuscript.lines[token.map[0]].strip() == "-" * (len(title) + 2):
            for edge, part in ((above, "open"), (tokens[at - 1], "close")):
                edge.type, edge.tag = f"heading_{part}", "h2"
            gone.add(at)
    return [token for at, token in enumerate(tokens) if at not in gone] if gone else tokens


def _join_addresses(tokens: list[Token]) -> None:
    for token in tokens:
        if token.type == "inline" and "-\n" in token.content and "](http" in token.content:
            token.content = _BROKEN.sub(_joined, token.content).rstrip("\n")


def _joined(found: re.Match[str]) -> str:
    """Return an address in one line, with the ends of lines behind it, so that all below keeps its place."""
    return found[1].replace("\n", "") + ")" + "\n" * found[1].count("\n")


def _without_tab(tokens: list[Token], manuscript: Manuscript) -> list[Token]:
    """Return the tokens without a heading that names no more than a tab, above the first of the text."""
    if len(tokens) <= BLOCK or [tokens[at].type for at in (0, BLOCK)] != ["heading_open"] * 2:
        return tokens
    name = tokens[1].content.strip("* ")
    if not _TAB.fullmatch(name):
        return tokens
    message = f'"{name}" is what Google Docs calls a tab, so it is left out'
    manuscript.report_text("parse/shortcode", message, row_of(tokens[1]), name, hint="remove it")
    return tokens[BLOCK:]

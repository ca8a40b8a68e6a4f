"""The first paragraph of a text, which says what it is about."""

import re

from markdown_it.token import Token

from sitegen.base.html import visible_text
from sitegen.base.patterns import regex
from sitegen.parse.draw.figures import FIGURE, figure_of
from sitegen.parse.draw.shortcodes import is_spoken
from sitegen.parse.features.signing import is_byline
from sitegen.parse.tokens import plain_children

_SHORTEST = 4
_LONG_WITHOUT_SPACES = 24
_PARAGRAPH = regex(r"<p\b[^<>]*>(.*?)(?:</p\b|<p\b|$)", re.IGNORECASE | re.DOTALL)
_SHORTCODE = regex(r"\{\{[^{}]*\}\}|\{%[^{}]*%\}")
_NOTE = regex(
    r"\W*(?:editor['’]s note|disclosure|disclaimer|correction|updated?|(?:photo|image|picture|illustration)s?)\b"
    r"[^:.\n]{0,40}:",
    re.IGNORECASE,
)
"""What opens a notice about the text, or tells of a picture."""
_LABEL = regex(
    r"^(?:intro(?:duction)?|lead|lede|summary|tl;?dr|in (?:short|brief)|kurz gesagt|en (?:bref|resumen)|"
    r"einleitung|introducción|introduzione|introdução|inleiding)\s?[:：–—]\s*",
    re.IGNORECASE,
)
"""What an outline has before the first paragraph."""
_ADDRESS = regex(r"(?:https?://|www\.)\S+")
"""A paragraph of this alone leads away from here."""
_LISTS = ("bullet_list", "ordered_list", "list_item")


def lead(tokens: list[Token]) -> str:
    """Return the first paragraph that says something, as plain text: no heading, callout, image or byline.

    A text that is all lists says it in the first entry of one.
    """
    short = listed = ""
    depth = lists = 0
    for index, token in enumerate(tokens):
        if not depth and token.type == "html_block" and (text := _raw_paragraph(token.content)):
            return text
        if token.type == "paragraph_open" and depth == lists and not (depth and listed):
            lines = _lines(tokens[index + 1])
            text = _LABEL.sub("", " ".join(lines.split()), count=1)
            text = "" if _ADDRESS.fullmatch(text) else text
            if not _says_something(text) or _is_about_text(text, lines) or _are_links(tokens[index + 1]):
                short = short or ("" if depth else text)
            elif depth:
                listed = text
            else:
                return text
        depth += token.nesting
        lists += token.nesting if token.type.startswith(_LISTS) else 0
    return short or listed


def _raw_paragraph(html: str) -> str:
    """Return the first `<p>` of raw HTML that says something, as plain text."""
    texts = (visible_text(match[1]) for match in _PARAGRAPH.finditer(html))
    return next((text for text in texts if _says_something(text) and not FIGURE.match(text)), "")


def _lines(text: Token) -> str:
    """Return what a paragraph says, without images and what stands below one as its caption."""
    children = text.children or []
    return plain_children([] if figure_of(children) else [child for child in children if child.type != "image"])


def _is_about_text(text: str, lines: str) -> bool:
    """Tell whether a paragraph is a byline, a notice, what a chat assistant says of the text, or buttons in a row."""
    buttons = text.count(" | ") > 1 and text[-1].isalnum()
    return buttons or is_byline(lines, above=True) or bool(_NOTE.match(text) or FIGURE.match(text)) or is_spoken(text)


def _are_links(text: Token) -> bool:
    """Tell whether a paragraph is nothing but links in a row."""
    links = depth = 0
    for child in text.children or []:
        if child.tag == "a":
            links, depth = links + (child.nesting > 0), depth + child.nesting
        elif not depth and any(map(str.isalnum, plain_children([child]))):
            return False
    return links > 1


def _says_something(text: str) -> bool:
    text = _SHORTCODE.sub("", text) if "{" in text else text
    return len(text.split()) >= _SHORTEST or len(text) >= _LONG_WITHOUT_SPACES

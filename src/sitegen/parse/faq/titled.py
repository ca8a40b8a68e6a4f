"""Questions that are titles of raw HTML, or that `<details>` sum up, become bold, without the elements around them."""

import re
from copy import copy
from html import unescape
from itertools import pairwise, takewhile

from markdown_it.token import Token

from sitegen.base.html import visible_text
from sitegen.base.noun import Struct
from sitegen.base.patterns import regex
from sitegen.base.text import blank
from sitegen.parse.faq.asking import is_question
from sitegen.parse.tags import element
from sitegen.parse.tokens import html_paragraphs, in_bold, inline, only_comments, paragraph, row_of, words

# A title or a term; what a class says is a question, as plugins of WordPress write it; what is bold, alone or above its
# answer; what holds them, or stands around terms.
_PART = regex(
    r"<(?P<name>h[2-6]|dt)\b[^<>]*>(?P<title>[^<]*(?:<(?!/?(?:h[1-6]|d[tdl]|div|p)\b)[^<]*)*)</(?P=name)\s*>|"
    r"<(?P<other>strong|p|div|span|button|a)\b(?=[^<>]*>)"
    r"(?>[^<>]*?\bclass\s*=\s*[\"'][^\"'<>]*?(?:question|(?:accordion|toggle)-title\b)[^<>]*>)"
    r"(?P<asked>[^<]*(?:</?(?:b|strong|em|i|code|span)>[^<]*)*?)</(?P=other)\s*>(?:\s*</strong>)?|"
    r"(?:(?P<paragraph><p\b[^<>]*>)|(?<=<li>))\s*"
    r"<(?P<weight>b|strong|span(?=\s[^<>]*\bfont-weight:\s?(?:bold|[6-9]00)\b))\b[^<>]*>(?P<bold>[^<]*[?？؟]\s*)</(?P=weight)\s*>"
    r"(?:\s*(?P<whole></p\s*>)|(?:\s*<br ?/?>)?[ \t]*)|"
    r"<(?P<close>/?)(?P<box>div|section|article|main|aside|blockquote|[duo]l|li|table|form)\b[^<>]*>|</?dd\b[^<>]*>",
    re.IGNORECASE,
)
_WHOLE = ("table", "form")
"""What cannot be taken from around a question without what else is in it."""
_SEVERAL = 2
_BEGIN = "<p>"
"""What no tag is shorter than."""

_TAG = regex(
    r"<details\b[^<>]*>|</details\s*>|"
    r"<summary\b[^<>]*>(?P<summary>[^<]*(?:<(?!/?(?:summary|details)\b)[^<]*)*)</summary\s*>",
    re.IGNORECASE,
)
"""The tags of `<details>`, and its summary."""

_SWITCH = regex(rf"<button\b[^<>]*>\s*(?:{element('svg', 'i', 'span')}\s*)?</button\s*>", re.IGNORECASE)
"""What opened an answer by a script: a button without words."""


class Packed:
    """Tokens without what questions lay in; made from the first to the last."""

    def __init__(self) -> None:
        self.tokens: list[Token] = []
        self._end = 0
        """Behind the last element that held questions."""
        self._apart = False
        """Whether something stands between two of these."""

    def open(self) -> None:
        """Begin what lay in an element."""
        self._apart = self._apart or 0 < self._end < len(self.tokens)

    def close(self) -> None:
        """End what lay in it."""
        self._end = len(self.tokens)

    def unsure(self) -> None:
        """Say that a question lies in no element, so that only words can tell where its answer ends."""
        self._apart = True

    @property
    def end(self) -> int:
        """Where the last answer ends for sure; the end of the tokens where nothing is sure."""
        return self._end if self._end and not self._apart else len(self.tokens)


def between(token: Token, start: int, end: int) -> list[Token]:
    """Return what stands between two tags: a paragraph where it is only text, nothing where it is comments."""
    if "<button" in token.content[start:end].lower():
        token = copy(token)
        token.content = _SWITCH.sub(lambda switch: blank(switch[0]), token.content)
    html = token.content[start:end].strip()
    if only_comments(html):
        return []
    if "<" in html or not html:
        return html_paragraphs(token, start, end)
    text = unescape(html)
    return paragraph(inline(text, row_of(token, start), [words(text)]))


def bold(question: str, token: Token, start: int) -> list[Token]:
    """Return a paragraph in bold, for a title that stands at an offset of a token's content."""
    return paragraph(inline(question, row_of(token, start), in_bold([words(question)])))


class _Part(Struct):
    """A title, or a tag around such."""

    match: re.Match[str]
    question: str = ""
    leaves: bool = False

    @property
    def name(self) -> str:
        """Which element holds questions, if any does."""
        return (self.match["box"] or "").lower()

    @property
    def opens(self) -> bool:
        """Whether it is a question in bold with its answer in the same paragraph or item."""
        return self.match["bold"] is not None and not self.match["whole"]

    @property
    def begins(self) -> bool:
        """Whether a paragraph was begun before it, which its answer needs."""
        return self.opens and self.match["paragraph"] is not None


def titled(tokens: list[Token]) -> Packed | None:
    """Return the tokens with the titles of raw HTML in bold; None where one of them asks nothing."""
    raw = [token for token in tokens if token.type == "html_block" and not token.level]
    parts = [[_Part(match) for match in _PART.finditer(token.content)] for token in raw]
    titles = [part for each in parts for part in each if any(part.match.group("title", "asked", "bold"))]
    if len(titles) < _SEVERAL or not all(
        part.opens for part in titles
    ):  # of those answered in their line none is alone
        parts = [[part for part in each if not part.opens] for each in parts]
    if not _mark([part for each in parts for part in each]):
        return None
    packed = Packed()
    boxes = 0
    following = iter(parts)
    for token in tokens:
        if token.type != "html_block" or token.level:
            packed.tokens.append(token)
            continue
        pos, found = 0, next(following)
        html = _begun(token, [part.match.end() for part in found if part.begins])
        for part in found:
            if not part.leaves:
                continue
            packed.tokens += between(html, pos, part.match.start())
            pos = part.match.end()
            if part.begins:
                pos -= len(_BEGIN)
            if part.question:
                if not boxes:
                    packed.unsure()
                packed.tokens += bold(part.question, token, part.match.start())
            elif part.match["box"]:
                if not boxes:
                    packed.open()
                boxes += -1 if part.match["close"] else 1
                if not boxes:
                    packed.close()
        packed.tokens += between(html, pos, len(html.content))
    return packed


def _begun(token: Token, ends: list[int]) -> Token:
    """Return raw HTML with a paragraph begun at the end of the tags that end at these offsets."""
    begun = copy(token)
    parts = [token.content[start : end - len(_BEGIN)] for start, end in pairwise((0, *ends))]
    begun.content = _BEGIN.join((*parts, token.content[ends[-1] if ends else 0 :]))
    return begun


def _mark(parts: list[_Part]) -> bool:
    """Mark which parts leave: questions and what holds them. Tell whether there are any, and no title asks nothing."""
    asked = False
    boxes: list[_Part] = []
    for part in parts:
        match = part.match
        written = match["title"] or match["asked"] or match["bold"]
        if written is not None:
            part.question = visible_text(written)
            if not is_question(part.question):
                return False
            asked = part.leaves = True
            for box in takewhile(lambda box: not box.leaves, reversed(boxes)):
                if box.name in _WHOLE:
                    return False
                box.leaves = True
        elif not match["box"]:
            part.leaves = True
        elif not match["close"]:
            boxes.append(part)
        else:
            while boxes and boxes[-1].name == "li" != part.name and not boxes[-1].leaves:
                boxes.pop()  # items need not be closed
            if not boxes or boxes[-1].name != part.name:
                return False
            box = boxes.pop()
            # What is said of an element says nothing once the one that it belongs to has left.
            box.leaves = box.leaves or bool(boxes and boxes[0].leaves and "itemprop" in box.match[0].lower())
            part.leaves = box.leaves
    return asked and not boxes


def disclosed(tokens: list[Token]) -> Packed | None:
    """Return the tokens without the `<details>` around questions; None where one sums up what asks nothing."""
    packed = Packed()
    within = asked = False
    for token in tokens:
        if token.type != "html_block" or token.level:
            packed.tokens.append(token)
            continue
        pos = 0
        for match in _TAG.finditer(token.content):
            packed.tokens += between(token, pos, match.start())
            pos = match.end()
            if match["summary"] is None:
                if within == match[0].lower().startswith("<details"):  # one in another
                    return None
                within, asked = not within, False
                (packed.open if within else packed.close)()
                continue
            question = visible_text(match["summary"]).strip()
            if question.startswith("**") and question.endswith("**"):
                question = question[2:-2]  # as pages of MDX may have it
            if not within or asked or not is_question(question):
                return None
            asked = True
            packed.tokens += bold(question, token, match.start())
        packed.tokens += between(token, pos, len(token.content))
    return None if within else packed

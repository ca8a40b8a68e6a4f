"""What other sites put around and into their articles leaves the text: buttons, thanks, counts of minutes."""

import re

from markdown_it.token import Token

from sitegen.base.patterns import regex
from sitegen.base.text import has_any
from sitegen.parse.blocks import LISTS, Block
from sitegen.parse.draw.shortcodes import ALL_LEAVE, report_left_out
from sitegen.parse.manuscript import Manuscript
from sitegen.parse.tokens import BLOCK, row_of, without

_BUTTON = regex(
    r"\[\W{0,4}(?:share(?: this post)?|subscribe(?: now)?|(?:leave|write) a comment|\d{0,6}|like|restack|follow|listen|"
    r"upgrade to paid|give a gift subscription|refer a friend|get the app|start writing)\W{0,4}\]"
    r"\((?P<target>(?:[^()\s\\]|\\.|\((?:[^()\s\\]|\\.)*\))*)\)\s*",
    re.IGNORECASE,
)
"""A link that such a site shows as a button."""
_FRAME = regex(
    r"(?:\[\W{0,4}(?:(?:go |back |return )?to (?:the )?top|scroll (?:up|to top)|nach oben|volver arriba|haut de page|"
    r"voltar ao topo|torna su)\W{0,4}\]\(#[^()\s]*\)|"
    r"\[\W{0,4}(?:view (?:this (?:e?-?mail|newsletter|issue) )?in (?:(?:your|a|the) )?browser|"
    r"unsubscribe|forward to a friend|(?:update|manage) (?:your )?(?:subscription|preferences))\W{0,4}\]\([^()\s]+\))"
    r"(?:\s*[|·•]?\s*)",
    re.IGNORECASE,
)
"""What leads about a page, or out of a mail."""
_BARE = regex(r"(?:share|subscribe(?: now)?|like|restack|listen)\s*", re.IGNORECASE)
"""The same behind another, of which a converter has left the words."""
_OF_PROGRAM = regex(
    r"(?!.*#footnote)(?:https?://(?:[\w-]+\.)*medium\.com/(?:m/|.*[?&]source=).*|.*[?&](?:utm_source=substack|action=share)\b.*|"
    r".*/p/[\w-]+/comments|.*/subscribe\?|(?:.*/)?#/portal\b.*|javascript:.*)",
    re.IGNORECASE,
)
"""Where the buttons of such sites lead: on a site of one's own they lead elsewhere."""
_LINE = regex(
    r"thanks for reading[^.!?]{0,60}[.!] (?:subscribe for free to receive new posts and support my work|"
    r"this post is public,? so feel free to share it)\.?|"
    r"thanks for reading[^\n]{0,160}\b(?:(?:few|some|\d{1,3}|the|your|(?:give|leave|with)(?: \w+){0,2} a) claps?|"
    r"claps? (?:button|icon|for|if|below)|clapping)\b[^\n]{0,160}|"
    r"[^.!?]{1,60} is a reader-supported publication\. to receive new posts and support (?:my|our) work, "
    r"consider becoming a free or paid subscriber\.?|"
    r"press enter or click to view image in full size|type your email…|"
    r"\[?.{1,200} was originally published in .{1,200} on medium, where people are continuing the conversation by "
    r"highlighting and responding to this story\.?",
    re.IGNORECASE,
)
"""A paragraph that such a site, or a converter, adds."""
_BETWEEN = regex(
    r"(?:(?:story|article) )?continues (?:below|after) (?:the )?ad(?:vertisement)?|"
    r"advertisement(?:\W{1,5}(?:(?:story|article) continues|continue reading) below)?|skip to (?:main )?content",
    re.IGNORECASE,
)
"""What stands between the paragraphs of other pages, and above them."""
_BEGINS_BETWEEN = frozenset(
    ("Adver", "ADVER", "Story", "STORY", "Artic", "ARTIC", "Conti", "CONTI", "Skip ", "SKIP ", "*Adve")
)
_FIRST = frozenset("TtPp*_")
_OPENINGS = ("thank", "press", "type ")
_IN_LINES = ("supported publication", "was originally published in")
"""What such lines begin with, and what the others hold: to look for all of them in every text takes longer."""
_SHARES = ("share this", "like this")
_SUBSCRIBE = "subscribe"
"""Stands below such a line where its form was."""
_TOP = 15 * BLOCK
"""Tokens among which another site says how long one reads."""
_MINUTES = regex(r"(?:\[)?\d{1,2} min read(?:\]\(\S*\))?")
_BESIDE = regex(r"(?:\[?(?:follow|listen|share)\]?(?:\(\S*\))?|\\?[·•]|\\?-\\?-|\d{1,5})", re.IGNORECASE)
"""What Medium shows beside the minutes of reading."""
_SHARED = regex(r"\W*(?:click to|share on|share)\s.*\]\(.*", re.IGNORECASE | re.DOTALL)
"""An item of a list that leads to a place where one shares."""
_LOADING = regex(r"(?:like )?loading(?:\\?\.{3}|…)", re.IGNORECASE)


def without_buttons(tokens: list[Token], manuscript: Manuscript) -> list[Token]:
    """Return the block tokens without what such sites add; the first of each is told."""
    buttons: list[int] = []
    lines: list[int] = []
    shares: dict[int, int] = {}
    signed = has_any(manuscript.text, _IN_LINES)
    counted = False
    for at, token in enumerate(tokens):
        if token.level:
            continue
        if token.type == "paragraph_open":
            text = tokens[at + 1].content
            if text[:1] == "[" and _is_button(text):
                buttons.append(at)
            elif _is_line(text, signed=signed) or (lines and lines[-1] == at - BLOCK and text.casefold() == _SUBSCRIBE):
                lines.append(at)
            counted = counted or (at < _TOP and "min read" in text)
        elif token.type == "heading_open" and (end := _shares(tokens, at)):
            shares[at] = end
    if counted:
        lines += [at for at in _around_minutes(tokens) if at not in buttons]
    if not (buttons or lines or shares):
        return tokens
    gone = {part for at in (*buttons, *lines) for part in range(at, at + BLOCK)}
    gone |= {part for at, end in shares.items() for part in range(at, end)}
    for found, what in (
        (buttons, "a button of another site"),
        (sorted(lines), "what another site adds to its texts"),
        ([*shares], "where another site has its buttons"),
    ):
        _report(tokens, found, what, manuscript)
    return without(tokens, gone)


def _is_button(text: str) -> bool:
    """Tell whether a paragraph is links of such sites that do something, and no more."""
    done = 0
    while found := _FRAME.match(text, done):
        done = found.end()
    if done == len(text):
        return True
    done = 0
    while found := _BUTTON.match(text, done) or (_BARE.match(text, done) if done else None):
        if found.re.groups and not _OF_PROGRAM.fullmatch(found["target"]):
            return False
        done = found.end()
    return done == len(text)


def _is_line(text: str, *, signed: bool) -> bool:
    """Tell whether a paragraph is no more than such a line; `signed` where the text holds any of `_IN_LINES`."""
    if text[:5] in _BEGINS_BETWEEN and _BETWEEN.fullmatch(text.strip("*_.")):
        return True
    if not signed and (text[:1] not in _FIRST or text.lstrip("*_ ")[:5].casefold() not in _OPENINGS):
        return False
    return bool(_LINE.fullmatch(" ".join(text.split()).strip("*_ ")))


def _around_minutes(tokens: list[Token]) -> list[int]:
    """Return the lines at the top around one that counts the minutes of reading, beside what else Medium shows."""
    ends = min(len(tokens), _TOP) - 2
    top = [at for at in range(ends) if tokens[at].type == "paragraph_open" and not tokens[at].level]
    minutes = [at for at in top if _MINUTES.fullmatch(tokens[at + 1].content)]
    beside = {at for at in top if _BESIDE.fullmatch(tokens[at + 1].content)}
    around = {*minutes}
    for step in (BLOCK, -BLOCK):
        for begin in minutes:
            last: int | None = begin
            while last is not None:
                # A day may stand between two of them.
                last = next((at for at in (last + step, last + 2 * step) if at in beside), None)
                around |= {last} if last is not None else set()
    return sorted(around) if len(around) > len(minutes) else []


def _shares(tokens: list[Token], at: int) -> int:
    """Return where what "Share this" says above links that share ends, or "Like this" above nothing; 0 for others."""
    title, below = tokens[at + 1].content.casefold().strip("*: "), Block(tokens, at + BLOCK)
    if title not in _SHARES or below.at >= len(tokens):
        return 0
    said = [inner.content for inner in below.whole if inner.type == "inline"]
    shared = title == "share this" and below.kind in LISTS and all(map(_SHARED.fullmatch, said))
    return below.end if shared or (title == "like this" and len(said) == 1 and _LOADING.fullmatch(said[0])) else 0


def _report(tokens: list[Token], found: list[int], what: str, manuscript: Manuscript) -> None:
    if found:
        text = tokens[found[0] + 1]
        first = text.content.partition("\n")[0]
        also = ALL_LEAVE if len(found) > 1 else ""
        report_left_out(first, f"is {what}", row_of(text), manuscript, also=also)

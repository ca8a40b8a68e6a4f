"""What other sites put around and into their articles leaves the text: buttons, thanks, counts of minutes."""

import re
from collections.abc import Iterable

from markdown_it.token import Token

from sitegen.base.patterns import regex
from sitegen.parse.blocks import LISTS, Block
from sitegen.parse.manuscript import Manuscript
from sitegen.parse.tokens import BLOCK, row_of

_SIGNS = (
    *("substack", "javascript:", "#/portal", "action=share", "/comments)", "Thanks for reading", "on Medium, where"),
    *("view image in full size", "min read", "hare this", "ike this", "supported publication"),
)
_BUTTON = regex(
    r"\[\W{0,4}(?:share(?: this post)?|subscribe(?: now)?|(?:leave|write) a comment|\d{0,6}|like|restack|follow|listen|"
    r"upgrade to paid|give a gift subscription|refer a friend|get the app|start writing)\W{0,4}\]"
    r"\((?P<target>(?:[^()\s\\]|\\.|\((?:[^()\s\\]|\\.)*\))*)\)\s*",
    re.IGNORECASE,
)
_BARE = regex(r"(?:share|subscribe(?: now)?|like|restack|listen)\s*", re.IGNORECASE)
"""The same behind another, of which a converter has left the words."""
_OF_PROGRAM = regex(
    r"(?!.*#footnote)(?:https?://[\w.-]*(?:substack\.com|medium\.com)/.*|.*[?&](?:utm_source=substack|action=share)\b.*|"
    r".*/p/[\w-]+/comments|.*/subscribe\?|(?:.*/)?#/portal\b.*|javascript:.*)",
    re.IGNORECASE,
)
"""Where the buttons of such sites lead: on a site of one's own they lead elsewhere."""
_LINE = regex(
    r"thanks for reading[^.!?]{0,60}[.!] (?:subscribe for free to receive new posts and support my work|"
    r"this post is public,? so feel free to share it)\.?|"
    r"[^.!?]{1,60} is a reader-supported publication\. to receive new posts and support (?:my|our) work, "
    r"consider becoming a free or paid subscriber\.?|"
    r"press enter or click to view image in full size|type your email…|"
    r"\[?.{1,200} was originally published in .{1,200} on medium, where people are continuing the conversation by "
    r"highlighting and responding to this story\.?",
    re.IGNORECASE,
)
_SUBSCRIBE = "subscribe"
"""Stands below such a line where its form was."""
_TOP = 15 * BLOCK
"""Tokens among which another site says how long one reads."""
_MINUTES = regex(r"(?:\[)?\d{1,2} min read(?:\]\(\S*\))?")
_BESIDE = regex(r"(?:\[?(?:follow|listen|share)\]?(?:\(\S*\))?|\\?[·•]|\\?-\\?-|\d{1,5})", re.IGNORECASE)
_SHARED = regex(r"\W*(?:click to|share on|share)\s.*", re.IGNORECASE | re.DOTALL)
_LOADING = regex(r"(?:like )?loading(?:\\?\.{3}|…)", re.IGNORECASE)


def without_buttons(tokens: list[Token], manuscript: Manuscript) -> list[Token]:
    """Return the block tokens without what such sites add; the first of each is told."""
    if not any(map(manuscript.text.__contains__, _SIGNS)):
        return tokens
    buttons: list[int] = []
    lines: list[int] = []
    for at, token in enumerate(tokens):
        if token.type != "paragraph_open":
            continue
        text = tokens[at + 1].content
        if "](" in text and _is_button(text):
            buttons.append(at)
        elif _LINE.fullmatch(" ".join(text.split()).strip("*_ ")) or (
            lines and lines[-1] == at - BLOCK and text.casefold() == _SUBSCRIBE
        ):
            lines.append(at)
    lines += [at for at in _around_minutes(tokens) if at not in buttons]
    gone = {part for at in (*buttons, *lines) for part in range(at, at + BLOCK)}
    shares = list(_shares(tokens))
    gone |= {part for at, end in shares for part in range(at, end)}
    for found, what in ((buttons, "a button of another site"), (sorted(lines), "what another site adds to its texts")):
        _report(tokens, found, what, manuscript)
    _report(tokens, [at for at, _ in shares], "where another site has its buttons", manuscript)
    return [token for at, token in enumerate(tokens) if at not in gone] if gone else tokens


def _is_button(text: str) -> bool:
    """Tell whether a paragraph is links of such sites that do something, and no more."""
    done = 0
    while found := _BUTTON.match(text, done) or (_BARE.match(text, done) if done else None):
        if found.re.groups and not _OF_PROGRAM.fullmatch(found["target"]):
            return False
        done = found.end()
    return done == len(text)


def _around_minutes(tokens: list[Token]) -> list[int]:
    """Return the lines at the top around one that counts the minutes of reading, beside what else Medium shows."""
    top = [at for at in range(min(len(tokens), _TOP) - 2) if tokens[at].type == "paragraph_open"]
    minutes = [at for at in top if _MINUTES.fullmatch(tokens[at + 1].content)]
    beside = [at for at in top if _BESIDE.fullmatch(tokens[at + 1].content)]
    return [*minutes, *beside] if minutes and beside else []


def _shares(tokens: list[Token]) -> Iterable[tuple[int, int]]:
    """Yield where "Share this" stands above links that share, or "Like this" above nothing, and where that ends."""
    for at, token in enumerate(tokens):
        if token.type != "heading_open" or at + BLOCK >= len(tokens):
            continue
        title, below = tokens[at + 1].content.casefold().strip("*: "), at + BLOCK
        end = Block(tokens, below).end
        said = [inner.content for inner in tokens[below:end] if inner.type == "inline"]
        shared = title == "share this" and tokens[below].type in LISTS and all(map(_SHARED.fullmatch, said))
        if shared or (title == "like this" and len(said) == 1 and _LOADING.fullmatch(said[0])):
            yield at, end


def _report(tokens: list[Token], found: list[int], what: str, manuscript: Manuscript) -> None:
    if found:
        text = tokens[found[0] + 1]
        first = text.content.partition("\n")[0]
        shown = first if len(first) <= 60 else f"{first[:60]}…"
        rest = ", as all of its kind are" if len(found) > 1 else ""
        message = f'"{shown}" is {what}, so it is left out{rest}'
        manuscript.report_text("parse/shortcode", message, row_of(text), first, hint="remove it")

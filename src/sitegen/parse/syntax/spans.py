"""Emphasis and links that hold plain text only, read in one step: nothing in them is left to pair or to weigh.

A line in which nothing else stands is read as a whole. That is most of the lines that hold any marks.
"""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_inline import link
from markdown_it.rules_inline.emphasis import tokenize as emphasis
from markdown_it.rules_inline.state_inline import StateInline
from markdown_it.token import Token

from sitegen.parse.syntax.quick import QuickToken

# A destination in which nothing can be escaped or refused.
_TARGET = r"(?:https?://)?[\w/.#?=%~+@-]+"
# What ends a word, so that the marks before it can close and not open.
_AFTER = r"""(?=[ \t\n.,;:!?)'"]|\Z)"""
# Characters at which a rule can match, where what follows says that none does.
_IDLE = r"[!^](?!\[)|:(?!//)|&(?![#A-Za-z])"


class Spans:
    """The two rules, and the whole lines. What is not matched in one step is left to the library's rules."""

    def prepare(self, stops: str) -> None:
        """Take the characters at which any rule can match, of which plain text has none."""
        text = f"[^{re.escape(stops + ']')}]"
        emphasis = rf"(?<![^ \t\n(])(?P<mark>\*\*?|__?)([^\W_](?:{text}*[^\W_])?)(?P=mark){_AFTER}"
        link = rf"\[({text}+)\]\(({_TARGET})\)"
        self._emphasis = re.compile(emphasis).match
        self._link = re.compile(link, re.ASCII).match
        plain = rf"((?>(?:[^{re.escape(stops)}]++|{_IDLE})+))"
        code, end_of_line = r"`([^`\n]+)`(?!`)", r"(?<! )(\n)(?![ \t])"
        ascii_link = link.replace(r"\w", "A-Za-z0-9_")
        self._pieces = re.compile(f"{plain}|{emphasis}|{code}|{ascii_link}|{end_of_line}").match

    def emphasis(self, state: StateInline, silent: bool) -> bool:
        """Read `*text*` or `**text**` between spaces; the library weighs all other marks."""
        match = None if silent else self._emphasis(state.src, state.pos, state.posMax)
        if match is None:
            return emphasis(state, silent)
        markup, text = match[1], match[2]
        kind = "em" if len(markup) == 1 else "strong"
        if state.pending:
            state.pushPending()
        opened, inner = QuickToken(f"{kind}_open", kind, 1), QuickToken("text", "", 0)
        closed = QuickToken(f"{kind}_close", kind, -1)
        opened.markup = closed.markup = markup
        opened.level = closed.level = state.level
        inner.content, inner.level = text, state.level + 1
        state.tokens += (opened, inner, closed)
        state.tokens_meta += (None, None)
        state.pos = match.end()
        return True

    def link(self, state: StateInline, silent: bool) -> bool:
        """Read `[text](target)`; the library reads all other links."""
        match = self._link(state.src, state.pos, state.posMax)
        if match is None:
            return link(state, silent)
        if not silent:
            opened = state.push("link_open", "a", 1)
            opened.attrs = {"href": state.md.normalizeLink(match[2])}
            state.append_pending(match[1])
            state.push("link_close", "a", -1)
        state.pos = match.end()
        return True

    def line(self, src: str, md: MarkdownIt) -> list[Token] | None:
        """Return the tokens of a text that holds nothing but words, emphasis, links and code; None of any other."""
        tokens: list[Token] = []
        piece, end = self._pieces, 0
        while match := piece(src, end):
            kind = match.lastindex
            if kind == _PLAIN:
                tokens.append(_text(match[_PLAIN], 0))
            elif kind == _EMPHASIS:
                mark = match["mark"]
                name = "em" if len(mark) == 1 else "strong"
                tokens += _span(name, name, mark, match[_EMPHASIS])
            elif kind == _LINK:
                opened, inner, closed = _span("link", "a", "", match[_LINK - 1])
                opened.attrs = {"href": md.normalizeLink(match[_LINK])}
                opened.meta["at"] = match.start()
                tokens += (opened, inner, closed)
            elif kind == _CODE:
                token = QuickToken("code_inline", "code", 0)
                token.markup = "`"
                text = match[_CODE]
                token.content = text[1:-1] if text[0] == text[-1] == " " and text.strip(" ") else text
                tokens.append(token)
            else:
                tokens.append(QuickToken("softbreak", "br", 0))
            end = match.end()
        return tokens if end == len(src) else None


# The last group of each alternative in `_pieces`.
_PLAIN, _EMPHASIS, _CODE, _LINK = 1, 3, 4, 6


def _text(content: str, level: int) -> Token:
    token = QuickToken("text", "", 0)
    token.content, token.level = content, level
    return token


def _span(kind: str, tag: str, markup: str, text: str) -> tuple[Token, Token, Token]:
    """Return the tokens of an element that holds text only."""
    opened, closed = QuickToken(f"{kind}_open", tag, 1), QuickToken(f"{kind}_close", tag, -1)
    opened.markup = closed.markup = markup
    return opened, _text(text, 1), closed

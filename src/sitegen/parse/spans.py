"""Emphasis and links that hold plain text only, read in one step: nothing in them is left to pair or to weigh."""

import re

from markdown_it.rules_inline import link
from markdown_it.rules_inline.emphasis import tokenize as emphasis
from markdown_it.rules_inline.state_inline import StateInline

from sitegen.parse.quick import QuickToken

# A destination in which nothing can be escaped or refused.
_TARGET = r"(?:https?://)?[\w/.#?=%~+@-]+"
# What ends a word, so that the marks before it can close and not open.
_AFTER = r"""(?=[ \t\n.,;:!?)'"]|\Z)"""


class Spans:
    """The two rules. What they do not match in one step is left to the library's."""

    def prepare(self, stops: str) -> None:
        """Take the characters at which any rule can match, of which plain text has none."""
        text = f"[^{re.escape(stops + ']')}]"
        self._emphasis = re.compile(rf"(?<![^ \t\n(])(\*\*?|__?)([^\W_](?:{text}*[^\W_])?)\1{_AFTER}").match
        self._link = re.compile(rf"\[({text}+)\]\(({_TARGET})\)", re.ASCII).match

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

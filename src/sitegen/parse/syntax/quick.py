"""Tokens, made quickly: the library's own constructor takes a tenth of the time that a file takes."""

import re
from typing import Literal

from markdown_it.rules_block.state_block import StateBlock
from markdown_it.rules_inline.state_inline import Scanned, StateInline
from markdown_it.token import Token

from sitegen.base.patterns import regex
from sitegen.base.text import has_any

_UNDERLINE = regex(r"[=-][ \t]*$", re.MULTILINE)
_SPACE_AT_END = (" \n", "\t\n")
_UNSPACED = regex(r"[぀-ヿ㐀-鿿가-힯豈-﫿]")
"""A letter of Japanese, Chinese or Korean."""
_SIGNS = ":.!?…：。！？；，、）」』】》〉"
_BRACKETS = "（「『【《〈"
_BOLD = 2
Nesting = Literal[-1, 0, 1]


def _is_unspaced(char: str) -> bool:
    return not char.isascii() and bool(_UNSPACED.match(char))


class QuickToken(Token):
    """A `Token` whose fields are set one by one, without converting any."""

    __slots__ = ()

    def __init__(self, type: str, tag: str, nesting: Nesting) -> None:  # noqa: A002  (the library's name)
        self.type = type
        self.tag = tag
        self.nesting = nesting
        self.attrs = {}
        self.map = None
        self.level = 0
        self.children = None
        self.content = ""
        self.markup = ""
        self.info = ""
        self.meta = {}
        self.block = False
        self.hidden = False


class BlockState(StateBlock):
    """A `StateBlock` that pushes quick tokens."""

    _last_underline: int | None = None

    @property
    def last_underline(self) -> int:
        """The last line that can be the underline of a heading; -1 where none can."""
        if self._last_underline is None:
            start = _last_underline(self.src)
            self._last_underline = self.src.count("\n", 0, start) if start >= 0 else -1
        return self._last_underline

    def forget_indented_code(self) -> None:
        """Take deep lines as text: what stands in a component is indented (MDX, "Deviations from Markdown")."""
        self._code_enabled = False

    def push(self, ttype: str, tag: str, nesting: Nesting) -> Token:
        """Add a token, as the library does."""
        token = QuickToken(ttype, tag, nesting)
        token.block = True
        if nesting < 0:
            self.level -= 1
        token.level = self.level
        if nesting > 0:
            self.level += 1
        self.tokens.append(token)
        return token


class InlineState(StateInline):
    """A `StateInline` that pushes quick tokens, and knows scripts that put no spaces around words."""

    def scanDelims(self, start: int, canSplitWord: bool) -> Scanned:  # noqa: N802, N803  (the library's names)
        """Weigh a run of `*`: between a quotation mark and a letter of these scripts it opens or closes as well.

        Behind the sign that ends a sentence or a label, `**` closes bold that is open, though no space follows. Before
        a bracket of these scripts it opens bold, though no space stands before it.
        """
        found = super().scanDelims(start, canSplitWord)
        end = start + found.length
        if not canSplitWord or (found.can_open and found.can_close) or not 0 < start < end < self.posMax:
            return found
        before, after = self.src[start - 1], self.src[end]
        return found._replace(
            can_open=found.can_open
            or (_is_unspaced(before) and not after.isspace())
            or (after in _BRACKETS and found.length == _BOLD),
            can_close=found.can_close
            or (_is_unspaced(after) and not before.isspace())
            or (before in _SIGNS and found.length == _BOLD),
        )

    def pushPending(self) -> Token:  # noqa: N802  (the library's name)
        """Add the text that has been read as a token."""
        token = QuickToken("text", "", 0)
        token.content = self.pending
        token.level = self.pendingLevel
        self.tokens.append(token)
        self.pending = ""
        return token

    def push(self, ttype: str, tag: str, nesting: Nesting) -> Token:
        """Add a token, as the library does."""
        if self.pending:
            self.pushPending()
        token = QuickToken(ttype, tag, nesting)
        if nesting < 0:
            self.level -= 1
            self.delimiters = self._prev_delimiters.pop()
        token.level = self.level
        if nesting > 0:
            self.level += 1
            self._prev_delimiters.append(self.delimiters)
            self.delimiters = []
            self.tokens_meta.append({"delimiters": self.delimiters})
        else:
            self.tokens_meta.append(None)
        self.pendingLevel = self.level
        self.tokens.append(token)
        return token


def _last_underline(text: str) -> int:
    """Return where the last line that ends like an underline has its end; -1 where there is none."""
    if text.endswith(("=", "-")):
        return len(text) - 1
    if has_any(text, _SPACE_AT_END) or text.endswith((" ", "\t")):
        return max((match.start() for match in _UNDERLINE.finditer(text)), default=-1)
    return max(text.rfind("=\n"), text.rfind("-\n"))

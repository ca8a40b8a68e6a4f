"""The inline parser, told which character can begin what: it asks only the rules that can match.

Emphasis and links that hold plain text only are read in one step: nothing in them is left to pair or to weigh. A line
in which nothing else stands is read as a whole. That is most of the lines that hold any marks.
"""

import re
from collections.abc import Callable

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import link
from markdown_it.rules_inline.emphasis import tokenize as emphasis
from markdown_it.rules_inline.state_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType
from mdit_py_plugins.footnote.index import footnote_inline, footnote_ref

from sitegen.base.patterns import regex
from sitegen.parse.syntax.quick import InlineState, QuickToken

Rule = Callable[[StateInline, bool], bool]

_TRIGGERS = {
    "newline": "\n", "escape": "\\", "backticks": "`", "strikethrough": "~", "emphasis": "*_", "link": "[",
    "image": "!", "autolink": "<", "html_inline": "<", "jsx": "<", "entity": "&", "footnote_inline": "^",
    "footnote_ref": "[", "math": "$\\", "address": ":", "attributes": "{",
    "mdx_comment": "{",
}  # fmt: skip
"""The characters at which each rule can match; a rule that is not here is asked wherever the text rule stops."""

# CommonMark 0.31.2, "Link reference definitions": a label has at most 999 characters. Without a bound, a text of many
# such openings takes quadratic time.
_NOTE_CALL = regex(r"\[\^[^ \n\]]{1,998}\]")
_PAIRING = frozenset(("balance_pairs", "strikethrough", "emphasis", "fragments_join"))

# A destination in which nothing can be escaped or refused.
_TARGET = r"(?:https?://)?[\w/.#?=%~+@-]+"
# What ends a word, so that the marks before it can close and not open.
_AFTER = r"""(?=[ \t\n.,;:!?)'"]|\Z)"""
# Characters at which a rule can match, where what follows says that none does.
_IDLE = r"[!^](?!\[)|:(?!//)|&(?![#A-Za-z])"


class InlineParser(ParserInline):
    """A `ParserInline` that looks rules up by character. `prepare` must be called when all rules are there."""

    def __init__(self) -> None:
        super().__init__()
        self.spans = Spans()

    def prepare(self, *, own: bool) -> None:
        """Build the table of rules by character; `own` says that all rules are those of the author's format."""
        names = self.ruler.get_active_rules()
        rules = list(zip(names, self.ruler.getRules(""), strict=True))
        rules = [(name, rule) for name, rule in rules if name != "text"]
        stops = "".join(_TRIGGERS.get(name, "") for name, _ in rules)
        if any(name not in _TRIGGERS for name, _ in rules):
            # A rule of an extension: stop wherever the library would.
            stops += "".join(chr(code) for code in range(128) if self.terminator_re.match(chr(code)))
            stops += "".join(self._extra_terminator_chars)
        self._table: dict[str, tuple[Rule, ...]] = {
            char: tuple(rule for name, rule in rules if char in _TRIGGERS.get(name, char))
            for char in sorted(set(stops))
        }
        self.spans.prepare("".join(self._table))
        self._own = own
        self._always = bool(set(self.ruler2.get_active_rules()) - _PAIRING)
        self._search = re.compile("[" + re.escape("".join(self._table)) + "]").search
        # A link's label is stepped over token by token up to its bracket.
        self._search_label = re.compile("[" + re.escape("".join(self._table) + "]") + "]").search

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        """Return the tokens of one inline text."""
        if not src:
            return tokens
        if not self._search(src):
            token = QuickToken("text", "", 0)
            token.content = src
            tokens.append(token)
            return tokens
        if self._own and (found := self.spans.line(src, md)) is not None:
            tokens += found
            return tokens
        state = InlineState(src, md, env, tokens)
        self.tokenize(state)
        # The second round pairs delimiters; where there are none it would change nothing.
        if self._always or state.delimiters or any(state.tokens_meta):
            for rule in self.ruler2.getRules(""):
                rule(state)
        return state.tokens

    def tokenize(self, state: StateInline) -> None:
        """Make tokens of the state's range."""
        src, end = state.src, state.posMax
        deepest = state.md.options["maxNesting"]
        pos = state.pos
        while pos < end:
            match = self._search(src, pos, end)
            stop = match.start() if match else end
            if stop > pos:
                state.append_pending(src[pos:stop])
                state.pos = pos = stop
                if stop == end:
                    break
            matched = False
            if state.level < deepest:
                for rule in self._table[src[pos]]:
                    matched = rule(state, False)
                    if matched:
                        break
            if matched:
                pos = state.pos
            else:
                state.append_pending(src[pos])
                state.pos = pos = pos + 1
        if state.pending:
            state.pushPending()

    def skipToken(self, state: StateInline) -> None:  # noqa: N802  (the library's name)
        """Step over one token, or one run of plain text."""
        pos = state.pos
        known = state.cache.get(pos)
        if known is not None:
            state.pos = known
            return
        rules = self._table.get(state.src[pos])
        if rules is None:
            match = self._search_label(state.src, pos + 1)
            state.pos = match.start() if match else len(state.src)
        elif state.level >= state.md.options["maxNesting"]:
            state.pos = state.posMax
        else:
            matched = False
            for rule in rules:
                state.level += 1
                matched = rule(state, True)
                state.level -= 1
                if matched:
                    break
            if not matched:
                state.pos = pos + 1
        state.cache[pos] = state.pos


def placed(rule: Rule) -> Rule:
    """Return the rule, which now writes down at which offset of the inline text its first token begins."""

    def check(state: StateInline, silent: bool) -> bool:
        if silent:
            return rule(state, True)
        start, before = state.pos, len(state.tokens)
        if not rule(state, False):
            return False
        for token in state.tokens[before:]:
            if token.type != "text":
                token.meta["at"] = start
                break
        return True

    return check


def note_call(state: StateInline, silent: bool) -> bool:
    """Read the call of a footnote, whose label is not longer than that of any other link."""
    return bool(_NOTE_CALL.match(state.src, state.pos, state.posMax)) and footnote_ref(state, silent)


def placed_note(state: StateInline, silent: bool) -> bool:
    """Read a footnote in the line, whose tokens write down their offsets in the text around it."""
    start = state.pos
    if not footnote_inline(state, silent):
        return False
    if not silent:
        token = state.tokens[-1]
        token.meta["at"] = start
        token.meta["note"] = note = state.env["footnotes"]["list"][token.meta["id"]]["tokens"]
        for inner in note:
            if "at" in inner.meta:
                inner.meta["at"] += start + len("^[")
    return True


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
        opened, inner, closed = _span(kind, kind, markup, text)
        opened.level = closed.level = state.level
        inner.level = state.level + 1
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

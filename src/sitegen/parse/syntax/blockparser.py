"""The block parser, told which character can begin what: it asks only the rules that can match.

A block quote ends above a line without `>` that no paragraph in it can go on with. The library sees that only once it
has looked through all lines down to an empty one, and again for the next quote.
"""

from collections.abc import Callable

from markdown_it import MarkdownIt
from markdown_it.common.utils import mdTrim
from markdown_it.parser_block import ParserBlock
from markdown_it.ruler import Ruler
from markdown_it.rules_block import blockquote, paragraph
from markdown_it.rules_block.html_block import HTML_SEQUENCES
from markdown_it.rules_block.state_block import StateBlock
from markdown_it.token import Token
from markdown_it.utils import EnvType

from sitegen.base.patterns import regex
from sitegen.parse.manuscript import manuscript_of
from sitegen.parse.syntax.lines import Rule, line_text, push_paragraph
from sitegen.parse.syntax.quick import BlockState

_FIRST = {
    "fence": "`~", "blockquote": ">", "hr": "*-_", "list": "*+-0123456789", "reference": "[", "definition": "[",
    "footnote_def": "[", "html_block": "<", "heading": "#", "container": ":", "admonition": "!?=", "highlight": "{",
    "mdx": "ie{", "notice": "{<", "pair": "{", "component": "<", "jsx": "<", "spread": "{", "aside": "%{",
    "directive": "`~:", "abbreviation": "*", "drawn_table": "-+", "math_block": "$\\",
}  # fmt: skip
"""The first character of the line at which each rule can match; a rule that is not here is always asked."""

_CLOSED = regex(r"#{1,6}(?:[ \t]|$)|(?:\*[ \t]*){3,}$|(?:_[ \t]*){3,}$|(?:-[ \t]*){3,}$|~~~|```[^`]*$")
"""A heading, a rule or the edge of code: whatever stands above it, no paragraph is open any more."""
_MARKS = regex(r"(?:>[ ]{0,4})+")


class _Terminators(Ruler[Rule]):
    """Gives the rules that can end a paragraph, a quote or a list as one."""

    def prepare(self) -> None:
        """Join each chain of rules, now that all are there."""
        names = dict(zip(map(id, self.getRules("")), self.get_active_rules(), strict=True))
        self.joined = {
            chain: [_joined([(names[id(rule)], rule) for rule in super(_Terminators, self).getRules(chain)])]
            for chain in ("paragraph", "reference", "blockquote", "list")
        }

    def getRules(self, chainName: str = "") -> list[Rule]:  # noqa: N802, N803  (the library's names)
        """Return the rules of a chain."""
        joined: dict[str, list[Rule]] = getattr(self, "joined", {})
        return joined[chainName] if chainName in joined else super().getRules(chainName)


class BlockParser(ParserBlock):
    """A `ParserBlock` that looks rules up by character. `prepare` must be called when all rules are there."""

    ruler: "_Terminators"

    def __init__(self) -> None:
        super().__init__()
        known, self.ruler = self.ruler, _Terminators()
        self.ruler.__rules__ = known.__rules__

    def prepare(self) -> None:
        """Build the table of rules by character."""
        guards = {"lheading": _underlined, "deflist": _defined, "table": _ruled}
        named = [
            (name, _guarded(rule, guards[name]) if name in guards else rule)
            for name, rule in zip(self.ruler.get_active_rules(), self.ruler.getRules(""), strict=True)
        ]
        self._all = tuple(rule for _, rule in named)
        self._table = _by_character([pair for pair in named if pair[0] != "code"])
        self._text = tuple(rule for name, rule in named if name not in _FIRST and name != "code")
        self.ruler.prepare()

    def parse(self, src: str, md: MarkdownIt, env: EnvType, outTokens: list[Token]) -> list[Token] | None:  # noqa: N803
        """Add the block tokens of a text."""
        if not src:
            return None
        state = BlockState(src, md, env, outTokens)
        manuscript = manuscript_of(env)
        if manuscript and manuscript.is_mdx:
            state.forget_indented_code()
        self.tokenize(state, state.line, state.lineMax)
        return state.tokens

    def tokenize(self, state: StateBlock, startLine: int, endLine: int) -> None:  # noqa: N803  (the library's names)
        """Make tokens of a range of lines, as the library does."""
        line = startLine
        deepest = state.md.options.maxNesting
        empty = False
        while line < endLine:
            state.line = line = state.skipEmptyLines(line)
            if line >= endLine or state.sCount[line] < state.blkIndent:
                break
            if state.level >= deepest:
                state.line = endLine
                break
            if state.sCount[line] - state.blkIndent >= 4:
                rules = self._all
            else:
                rules = self._table.get(_first(state, line), self._text)
            for rule in rules:
                if rule(state, line, endLine, False):
                    break
            state.tight = not empty
            line = state.line
            if line - 1 < endLine and state.isEmpty(line - 1):
                empty = True
            if line < endLine and state.isEmpty(line):
                empty = True
                line += 1
                state.line = line


def _by_character(named: list[tuple[str, Rule]]) -> dict[str, tuple[Rule, ...]]:
    characters = sorted(set("".join(_FIRST.values())))
    return {char: tuple(rule for name, rule in named if char in _FIRST.get(name, char)) for char in characters}


def _joined(named: list[tuple[str, Rule]]) -> Rule:
    table = _by_character(named)
    others = tuple(rule for name, rule in named if name not in _FIRST)

    def ends(state: StateBlock, line: int, end: int, silent: bool) -> bool:
        for rule in table.get(_first(state, line), others):  # noqa: SIM110  (a generator costs more than the rules)
            if rule(state, line, end, silent):
                return True
        return False

    return ends


def _guarded(rule: Rule, guard: Callable[[StateBlock, int, int], bool]) -> Rule:
    def check(state: StateBlock, line: int, end: int, silent: bool) -> bool:
        return guard(state, line, end) and rule(state, line, end, silent)

    return check


def _underlined(state: StateBlock, line: int, end: int) -> bool:  # noqa: ARG001  (all guards are called alike)
    """Tell whether any line below can be the underline of a heading."""
    return not isinstance(state, BlockState) or state.last_underline > line


def _defined(state: StateBlock, line: int, end: int) -> bool:
    """Tell whether the next text can be a definition."""
    line += 1
    if line < end and state.isEmpty(line):
        line += 1
    return line < end and not state.isEmpty(line) and state.src[state.bMarks[line] + state.tShift[line]] in ":~"


def _ruled(state: StateBlock, line: int, end: int) -> bool:
    """Tell whether the next line can be the rule below the head of a table."""
    line += 1
    return line < end and _first(state, line) in "|-:"


def short_paragraph(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read a paragraph of one line; the library reads what is longer."""
    if start + 1 < state.lineMax and not state.isEmpty(start + 1):
        return paragraph(state, start, end, silent)
    state.line = start + 1
    push_paragraph(state, mdTrim(line_text(state, start)), start, start + 1)
    return True


def _first(state: StateBlock, line: int) -> str:
    start = state.bMarks[line] + state.tShift[line]
    return state.src[start : start + 1]


def quote_rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read a block quote."""
    return blockquote(state, start, end if silent else _sure_end(state, start, end), silent)


def _sure_end(state: StateBlock, start: int, end: int) -> int:
    """Return the line above which a quote that begins in a line surely ends."""
    above = line_text(state, start)
    if not above.startswith(">"):
        return end
    for line in range(start + 1, end):
        text = line_text(state, line)
        if not text or state.sCount[line] < state.blkIndent:  # or the list's item ends: one look at all items is enough
            break
        if not text.startswith(">") and _closes(above):
            return line
        above = text
    return end


def _closes(quoted: str) -> bool:
    """Tell whether no paragraph is open for sure behind a line of a quote."""
    marks = _MARKS.match(quoted)
    if not marks:
        return False
    text = quoted[marks.end() :]
    if not text.strip() or _CLOSED.match(text):
        return True
    return text.startswith("<") and any(begin.search(text) and interrupts for begin, _, interrupts in HTML_SEQUENCES)

"""A block quote ends above a line without `>` that no paragraph in it can go on with.

The library sees that only once it has looked through all lines down to an empty one, and again for the next quote.
"""

from markdown_it.rules_block import blockquote
from markdown_it.rules_block.html_block import HTML_SEQUENCES
from markdown_it.rules_block.state_block import StateBlock

from sitegen.base.patterns import regex
from sitegen.parse.syntax.lines import line_text

_CLOSED = regex(r"#{1,6}(?:[ \t]|$)|(?:\*[ \t]*){3,}$|(?:_[ \t]*){3,}$|(?:-[ \t]*){3,}$|~~~|```[^`]*$")
"""A heading, a rule or the edge of code: whatever stands above it, no paragraph is open any more."""
_MARKS = regex(r"(?:>[ ]{0,4})+")


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

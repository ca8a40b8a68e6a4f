"""A row of a table has as many cells as its head; what stands in further ones is told, since it is left out."""

from markdown_it.rules_block import table
from markdown_it.rules_block.state_block import StateBlock
from markdown_it.rules_block.table import escapedSplit
from markdown_it.token import Token

from sitegen.base.text import plural
from sitegen.parse.manuscript import Manuscript
from sitegen.parse.syntax.drawntables import simple_table
from sitegen.parse.syntax.lines import line_text
from sitegen.parse.tokens import row_of


def table_rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read a table, whose rows note their first cell that the head has no column for."""
    begins = table(state, start, end, True)
    below = start + 1
    if not begins and below < end and state.src.startswith("--", state.bMarks[below] + state.tShift[below]):
        return simple_table(state, start, end, silent=silent)
    if silent or not begins:
        return begins
    before = len(state.tokens)
    if not table(state, start, _sure_end(state, start, end), silent):
        return False
    rows = [token for token in state.tokens[before:] if token.type == "tr_open"]
    columns = sum(token.type == "th_open" for token in state.tokens[before:])
    for line, row in enumerate(rows[1:], start=start + 2):
        text = line_text(state, line).strip()
        between = text.count("|") - text.startswith("|") - text.endswith("|")
        if between >= columns and (lost := next(filter(None, _cells(text)[columns:]), "")):
            row.meta["lost"] = (lost, columns)
    return True


def _sure_end(state: StateBlock, start: int, end: int) -> int:
    """Return the line at which a table ends for sure: where kramdown or Hugo says of which class it is."""
    for line in range(start + 1, end):
        if state.isEmpty(line):
            break
        text = line_text(state, line)
        if text.startswith(("{:", "{.", "{#")) and "|" not in text:
            return line
    return end


def _cells(text: str) -> list[str]:
    """Return the cells of a row as the library splits it."""
    cells = escapedSplit(text)
    return [cell.strip() for cell in cells[not cells[0] :]]


def report_lost(row: Token, manuscript: Manuscript) -> None:
    """Report what a row has beside its cells."""
    lost, columns = row.meta["lost"]
    message = f'the table has {plural(columns, "column")}, so "{lost}" is left out of this row'
    hint = "write \\| for a bar within a cell, or add a column to the head"
    manuscript.report_text("parse/lost-cell", message, row_of(row), lost, hint=hint)

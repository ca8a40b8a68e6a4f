"""Tables that are drawn with signs, as Pandoc writes those of word processors: with dashes alone, or in a grid.

Columns begin where the dashes of the ruler do; a letter of Chinese, Japanese or Korean takes two of its places. A row
of any table has as many cells as its head; what stands in further ones is told, since it is left out.
"""

from collections.abc import Sequence
from itertools import groupby, pairwise
from unicodedata import east_asian_width

from markdown_it.rules_block import table
from markdown_it.rules_block.state_block import StateBlock
from markdown_it.rules_block.table import escapedSplit
from markdown_it.token import Token

from sitegen.base.patterns import regex
from sitegen.base.text import plural
from sitegen.parse.manuscript import Manuscript
from sitegen.parse.syntax.lines import line_text, push_paragraph
from sitegen.parse.tokens import row_of

_EDGE = regex(r"-{8,}")
"""What a table with rows of several lines begins and ends with."""
_RULER = regex(r"-{2,}(?: +-{2,})+")
_GROUP = regex(r"-+")
_GRID = regex(r"\+(?::?-+:?\+)+")
_UNDER_HEAD = regex(r"\+(?::?=+:?\+)+")
_CAPTION = regex(r"(?:Table)?: +(\S.*)")
_MOST_HEAD = 20
"""Lines among which the ruler stands."""
_FILL = "\0"
"""Stands behind a letter that takes two places."""

Row = tuple[int, list[str]]
"""The line in which a row begins, and its cells."""


def drawn_table_rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read a table that begins with a line of dashes, or with the upper edge of a grid."""
    pos = state.bMarks[start] + state.tShift[start]
    if not state.src.startswith(("--", "+-", "+:"), pos) or state.is_code_block(start):
        return False
    first = _line(state, start)
    bare = first.strip()
    if bare[0] == "+":
        return bool(_GRID.fullmatch(bare)) and _grid(state, start, end, silent=silent)
    if _EDGE.fullmatch(bare):
        ruler = _ruler_below(state, start, end)
        last = _edge_below(state, ruler, end, bare) if ruler else 0
        if last <= ruler:
            return False
        head, rows = _rows(state, start + 1, ruler, ruler), _rows(state, ruler + 1, last, ruler)
        return bool(len(head) == 1 and rows) and _draw(state, start, last + 1, head, rows, silent=silent)
    if not _RULER.fullmatch(bare):
        return False
    last = _edge_below(state, start, end, bare)
    return last > start and _draw(state, start, last + 1, [], _rows(state, start + 1, last, start), silent=silent)


def simple_table(state: StateBlock, start: int, end: int, *, silent: bool) -> bool:
    """Read a table whose head stands above a ruler of dashes, with a row in each line below."""
    ruler = start + 1
    if not _RULER.fullmatch(_line(state, ruler).strip()) or state.is_code_block(start) or state.is_code_block(ruler):
        return False
    last, closed = ruler + 1, False
    while last < end and not state.isEmpty(last):
        if closed:
            return False  # the line above was a ruler, and ends no table
        closed = last > ruler + 1 and bool(_RULER.fullmatch(_line(state, last).strip()))
        last += 1
    lines = range(ruler + 1, last - closed)
    rows = [row for at in lines for row in _rows(state, at, at + 1, ruler)]
    head = _rows(state, start, ruler, ruler)
    return bool(head and rows and len(rows) == len(lines)) and _draw(state, start, last, head, rows, silent=silent)


def _ruler_below(state: StateBlock, start: int, end: int) -> int:
    """Return the ruler below the head of a table, whose lines stand right below its edge; 0 where there is none."""
    for at in range(start + 1, min(end, start + _MOST_HEAD)):
        if state.isEmpty(at):
            return 0
        if line_text(state, at).startswith("--"):
            return at if at > start + 1 and _RULER.fullmatch(_line(state, at).strip()) else 0
    return 0


def _edge_below(state: StateBlock, start: int, end: int, edge: str) -> int:
    """Return the line that ends a table as it begins, with nothing right below; `start` where none does."""
    for at in range(start + 2, end):
        if line_text(state, at).rstrip() == edge:
            return at if at + 1 >= end or state.isEmpty(at + 1) else start
    return start


def _rows(state: StateBlock, first: int, last: int, ruler: int) -> list[Row]:
    """Return the rows between two lines, which empty lines part; none where letters stand between the columns."""
    marks = [match.span() for match in _GROUP.finditer(_line(state, ruler))]
    several = any(state.isEmpty(at) for at in range(first, last)) or first + 1 == last
    found: list[Row] = []
    for empty, lines in groupby(range(first, last), state.isEmpty):
        if empty:
            continue
        cells = [_cut(_line(state, at), marks) for at in lines]
        if not all(cells):
            return []
        begin = first if not found else found[-1][0] + 1
        begin = next(at for at in range(begin, last) if not state.isEmpty(at))
        if several or (first < ruler and not state.isEmpty(first)):  # what stands above the ruler is one row
            found.append((begin, ["\n".join(filter(None, column)) for column in zip(*cells, strict=True)]))
        else:
            found += [(begin + at, row) for at, row in enumerate(cells)]
    return found


def _cut(line: str, marks: Sequence[tuple[int, int]]) -> list[str]:
    """Return the cells of a line; none where a letter stands between two columns."""
    wide = _widened(line)
    edges = [start for start, _ in marks]
    gaps = ((end, start) for (_, end), (start, _) in pairwise(marks))
    if any(wide[start:end].strip() for start, end in gaps) or wide[: edges[0]].strip():
        return []
    return [wide[start:end].replace(_FILL, "").strip() for start, end in pairwise((*edges, None))]


def _widened(line: str) -> str:
    if line.isascii():
        return line
    return "".join(char + _FILL if east_asian_width(char) in "WF" else char for char in line)


def _grid(state: StateBlock, start: int, end: int, *, silent: bool) -> bool:
    """Read a grid, whose cells all stand within the columns of its upper edge."""
    edges = [at for at, sign in enumerate(_line(state, start)) if sign == "+"]
    head: list[Row] = []
    rows: list[Row] = []
    lines: list[list[str]] = []
    last = start + 1
    while last < end and not state.isEmpty(last):
        line = _line(state, last)
        bare = line.strip()
        if bare[:1] == "+":
            under = bool(_UNDER_HEAD.fullmatch(bare))
            if not under and not _GRID.fullmatch(bare):
                return False
            if lines:
                row = (last - len(lines), [_cell(column) for column in zip(*lines, strict=True)])
                (head if under and not head and not rows else rows).append(row)
            lines = []
        else:
            wide = _widened(line)
            if any(wide[at : at + 1] != "|" for at in edges):
                return False
            lines.append([wide[one + 1 : other].replace(_FILL, "").strip() for one, other in pairwise(edges)])
        last += 1
    return not lines and _draw(state, start, last, head, rows, silent=silent)


def _cell(lines: Sequence[str]) -> str:
    """Return the text of a cell, whose paragraphs become lines."""
    parts = ("\n".join(part) for filled, part in groupby(lines, bool) if filled)
    return "\\\n".join(parts)


def _draw(state: StateBlock, start: int, last: int, head: Sequence[Row], rows: Sequence[Row], *, silent: bool) -> bool:
    """Push a table, and its caption, where it has any rows."""
    if not (rows or head) or len({len(cells) for _, cells in (*head, *rows)}) != 1:
        return False
    if silent:
        return True
    state.push("table_open", "table", 1).map = [start, last]
    for name, tag, part in (("thead", "th", head), ("tbody", "td", rows)):
        if part:
            state.push(f"{name}_open", name, 1)
            for line, cells in part:
                _push_row(state, tag, line, cells)
            state.push(f"{name}_close", name, -1)
    state.push("table_close", "table", -1)
    state.line = last
    _caption(state, last)
    return True


def _push_row(state: StateBlock, tag: str, line: int, cells: Sequence[str]) -> None:
    state.push("tr_open", "tr", 1).map = [line, line + 1]
    for cell in cells:
        state.push(f"{tag}_open", tag, 1)
        text = state.push("inline", "", 0)
        text.content, text.map, text.children = cell, [line, line + 1], []
        state.push(f"{tag}_close", tag, -1)
    state.push("tr_close", "tr", -1)


def _caption(state: StateBlock, below: int) -> None:
    """Push what a line below a table says of it, behind a colon."""
    line = state.skipEmptyLines(below)
    if line < state.lineMax and (found := _CAPTION.fullmatch(_line(state, line).strip())):
        push_paragraph(state, found[1], line, line + 1)
        state.line = line + 1


def _line(state: StateBlock, line: int) -> str:
    return state.getLines(line, line + 1, state.blkIndent, False).rstrip()


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

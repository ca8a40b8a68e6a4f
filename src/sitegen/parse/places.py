"""Offsets in inline text become lines and columns of the file."""

from markdown_it.token import Token

from sitegen.parse.manuscript import Manuscript
from sitegen.parse.tokens import row_of

_FAR = 40
"""Lines by which a text may have moved up since others above it left."""


def settle(tokens: list[Token], manuscript: Manuscript) -> None:
    """Write into the meta of every inline token that carries an offset (`at`) its `line` and `column` in the file."""
    used: dict[int, int] = {}
    for token in tokens:
        if token.type == "inline" and token.map and _holds_marks(token.content):
            _settle_children(token, token.children or [], manuscript, used)


def place_of(child: Token) -> tuple[int, int]:
    """Return the line and the column of such a token; zeros where they are not known."""
    return child.meta.get("line", 0), child.meta.get("column", 0)


def pin(tokens: list[Token], line: int, column: int) -> None:
    """Give all tokens one place: that of the value that they stand in, where its lines are not those of the file."""
    for token in tokens:
        token.map = [line - 1, line]
        for child in token.children or []:
            if "line" in child.meta:
                child.meta["line"], child.meta["column"] = line, column


def _holds_marks(text: str) -> bool:
    """Tell, quickly, whether a line can hold a link, an image, raw HTML or a formula."""
    return "[" in text or "<" in text or "://" in text or "$" in text


def _settle_children(token: Token, children: list[Token], manuscript: Manuscript, used: dict[int, int]) -> None:
    first = row_of(token)
    starts: dict[int, int] = {}
    row = begin = seen = 0
    for child in children:
        at = child.meta.get("at")
        if at is None:
            continue
        if "note" in child.meta:
            _settle_children(token, child.meta["note"], manuscript, used)
        if at < seen:
            row = begin = seen = 0
        row += token.content.count("\n", seen, at)
        begin = max(begin, token.content.rfind("\n", seen, at) + 1)
        seen = at
        line = first + row
        if line not in starts:
            end = token.content.find("\n", begin)
            piece = token.content[begin : end if end >= 0 else len(token.content)].rstrip()
            line, column = _find(piece, line, token.map[1] if token.map else 0, manuscript, used)
            first, starts[line] = line - row, column
        child.meta["line"] = line + 1
        child.meta["column"] = starts[line] + (at - begin) + 1


def _find(piece: str, line: int, end: int, manuscript: Manuscript, used: dict[int, int]) -> tuple[int, int]:
    """Return in which line of the file, and at which column, from 0, a piece of inline text stands.

    Cells of a table stand in one line; they come from left to right, so each is searched behind the one before it.
    """
    if line >= len(manuscript.lines):
        return line, 0
    text = manuscript.lines[line]
    at = text.find(piece, used.get(line, 0))
    if at < 0:
        at = text.find(piece)
    if at < 0:
        # A text that left over the end of a line has taken all that is below it up, though not to another block.
        line = manuscript.row_with(piece, line, min(end, line + _FAR))
        at = manuscript.lines[line].find(piece)
    if at < 0:
        # Escaped pipes in a table, tabs: what stands first is near enough.
        at = max(text.find(piece.partition("|")[0][:12]), 0)
    used[line] = at + len(piece)
    return line, at

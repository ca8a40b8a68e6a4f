"""Diagnostics become text for people, for editors, for GitHub and for programs."""

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Literal

from sitegen.base.diagnostics import Diagnostic, Span
from sitegen.base.fs import PACKAGED
from sitegen.base.text import plural

Format = Literal["text", "short", "github", "json"]
LineOf = Callable[[Span], str]
"""Gives the source line of a span, or an empty string."""

_WIDEST = 100
"""Columns of source that an excerpt shows at most."""
_NARROWEST = 20
"""Columns of source that one shows in the narrowest terminal."""
_BEFORE = 30
"""Columns before the caret at most, where a long line is cut; a third of them where there are few."""
_IN_SIGHT = 4 * _WIDEST
"""Characters on either side of the caret that are looked at: more than an excerpt shows, accents included."""

_MANY = 30
"""Diagnostics from which on it helps to know what they are of."""
_SHOWN_CODES = 5

_BOLD, _RED, _YELLOW, _CYAN, _DIM = "1", "1;31", "1;33", "36", "2"


def as_text(diagnostics: Iterable[Diagnostic], line_of: LineOf, *, colour: bool = False, columns: int = 0) -> str:
    """Return each with its source line, a caret and the hint; empty where there is none.

    In a terminal of so many `columns` no source line is broken, so that the caret stands below what it means.
    """
    return "".join(f"{_explained(each, line_of, colour=colour, columns=columns)}\n" for each in diagnostics)


def as_short(diagnostics: Iterable[Diagnostic], *, colour: bool = False) -> str:
    """Return one line each, in the form that GNU tools write and editors click."""
    return "".join(f"{_headline(diagnostic, colour=colour)}\n" for diagnostic in diagnostics)


def as_github(diagnostics: Iterable[Diagnostic], folder: str = "") -> str:
    """Return one workflow command each; `folder` is the site's root as seen from the repository's."""
    return "".join(f"{_command(diagnostic, folder)}\n" for diagnostic in diagnostics)


def as_document(diagnostics: Iterable[Diagnostic], line_of: LineOf, about: Mapping[str, object]) -> dict[str, object]:
    """Return one document for programs with what it is `about`, and with all diagnostics and their number."""
    diagnostics = tuple(diagnostics)
    errors, warnings = counted(diagnostics)
    told = [_record(diagnostic, line_of) for diagnostic in diagnostics]
    return {**about, "errors": errors, "warnings": warnings, "diagnostics": told}


def counted(diagnostics: Iterable[Diagnostic]) -> tuple[int, int]:
    """Return the numbers of errors and of warnings."""
    numbers = Counter(diagnostic.severity for diagnostic in diagnostics)
    return numbers["error"], numbers["warning"]


def tally(diagnostics: Iterable[Diagnostic]) -> str:
    """Return `2 errors · 1 warning`, and of many how many there are of each code."""
    diagnostics = tuple(diagnostics)
    errors, warnings = counted(diagnostics)
    said = f"{plural(errors, 'error')} · {plural(warnings, 'warning')}"
    codes = Counter(diagnostic.code for diagnostic in diagnostics).most_common()
    if len(diagnostics) < _MANY or len(codes) == 1:
        return said
    shown = [f"{count:,} {code}" for code, count in codes[:_SHOWN_CODES]]
    if rest := len(diagnostics) - sum(count for _, count in codes[:_SHOWN_CODES]):
        shown.append(f"{rest:,} of other kinds")
    return f"{said} ({', '.join(shown)})"


def _record(diagnostic: Diagnostic, line_of: LineOf) -> dict[str, object]:
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity,
        "message": diagnostic.message,
        "path": diagnostic.span.path,
        "line": diagnostic.span.line,
        "column": diagnostic.span.column,
        "width": diagnostic.span.width,
        "hint": diagnostic.hint,
        "source": line_of(diagnostic.span),
    }


def _paint(text: str, style: str, *, colour: bool) -> str:
    return f"\x1b[{style}m{text}\x1b[0m" if colour and text else text


def _headline(diagnostic: Diagnostic, *, colour: bool) -> str:
    span = diagnostic.span
    place = visible(span.path)
    if span.line:
        place += f":{span.line}:{span.column}" if span.column else f":{span.line}"
    severity = _paint(f"{diagnostic.severity}:", _RED if diagnostic.fatal else _YELLOW, colour=colour)
    code = _paint(f"[{diagnostic.code}]", _DIM, colour=colour)
    return f"{_paint(f'{place}:', _BOLD, colour=colour)} {severity} {visible(diagnostic.message)} {code}"


def _explained(diagnostic: Diagnostic, line_of: LineOf, *, colour: bool, columns: int) -> str:
    lines = [_headline(diagnostic, colour=colour)]
    span = diagnostic.span
    source = line_of(span) if span.line else ""
    if source.strip():
        gutter = " " * len(str(span.line))
        text, carets = _excerpt(source, span, _room(columns, len(f"  {gutter} | …")))
        lines.append(f"  {_paint(f'{span.line} |', _DIM, colour=colour)} {text}".rstrip())
        pointer = _paint(carets.lstrip(), _RED if diagnostic.fatal else _YELLOW, colour=colour)
        indent = " " * (len(carets) - len(carets.lstrip()))
        lines.append(f"  {_paint(f'{gutter} |', _DIM, colour=colour)} {indent}{pointer}")
    if diagnostic.hint:
        lines.append(f"  {_paint('hint:', _CYAN, colour=colour)} {visible(diagnostic.hint)}")
    return "\n".join(lines)


def _room(columns: int, taken: int) -> int:
    return max(_NARROWEST, min(_WIDEST, columns - taken - len("…"))) if columns else _WIDEST


def _excerpt(source: str, span: Span, room: int) -> tuple[str, str]:
    """Return the part of the line that matters, and carets beneath it; without a column the whole line is meant."""
    source = source.rstrip()
    start = min(span.column - 1, len(source)) if span.column else len(source) - len(source.lstrip())
    end = start + span.width if span.column else len(source)
    # A line may be as long as its file.
    left, right = max(0, start - _IN_SIGHT), start + _IN_SIGHT
    cells = [_cell(char) for char in source[left:right]]
    first = _cut_before(cells, start - left, room)
    last, used = first, 0
    while last < len(cells) and used + cells[last][1] <= room:
        used += cells[last][1]
        last += 1
    before, after = "…" if left + first else "", "…" if left + last < len(source) else ""
    text = before + "".join(shown for shown, _ in cells[first:last]) + after
    indent = len(before) + _width(cells[first : start - left])
    return text, " " * indent + "^" * max(1, _width(cells[start - left : min(end - left, last)]))


def _cut_before(cells: list[tuple[str, int]], start: int, room: int) -> int:
    """Return the first cell to show, so that the caret at `start` is in sight."""
    if _width(cells) <= room:
        return 0
    first, before, rest = start, 0, _width(cells[start:])
    while first and (before < min(_BEFORE, room // 3) or before + rest < room):
        first -= 1
        before += cells[first][1]
    return first


def _width(cells: list[tuple[str, int]]) -> int:
    return sum(width for _, width in cells)


def _cell(char: str) -> tuple[str, int]:
    """Return a character as a terminal may show it, and the columns it takes."""
    if " " <= char <= "~":
        return char, 1
    if char == "\t":
        return "    ", 4
    if char < " ":
        return chr(0x2400 + ord(char)), 1
    category = unicodedata.category(char)
    if category in {"Mn", "Me"} or char in "\u200c\u200d":
        return char, 0
    if category[0] == "C" or category in {"Zl", "Zp"}:
        return "\ufffd", 1
    return char, 2 if unicodedata.east_asian_width(char) in "WF" else 1


def visible(text: str) -> str:
    """Return the text on one line, without anything that would steer the terminal."""
    return text if text.isprintable() else "".join(_cell(char)[0] for char in text)


def _command(diagnostic: Diagnostic, folder: str) -> str:
    span = diagnostic.span
    path = span.path if span.path.startswith(PACKAGED) or not folder else f"{folder}/{span.path}"
    fields = {"file": path}
    if span.line:
        fields["line"] = str(span.line)
    if span.column:
        fields["col"] = str(span.column)
        fields["endColumn"] = str(span.column + max(1, span.width) - 1)
    fields["title"] = diagnostic.code
    properties = ",".join(f"{name}={_property(value)}" for name, value in fields.items())
    message = diagnostic.message + (f"\nhint: {diagnostic.hint}" if diagnostic.hint else "")
    return f"::{diagnostic.severity} {properties}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")

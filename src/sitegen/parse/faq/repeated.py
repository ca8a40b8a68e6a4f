"""A question that stands twice in one FAQ is told: readers find one answer, machines two."""

from collections.abc import Iterable

from sitegen.base.text import letters
from sitegen.parse.manuscript import Manuscript


def report_asked_twice(asked: Iterable[tuple[str, int, int, int]], manuscript: Manuscript) -> None:
    """Report each of the questions, with its line, column and width, that stands above as well."""
    first: dict[str, int] = {}
    for question, line, column, width in asked:
        above = first.setdefault(letters(question) or question, line)
        if above != line:
            message = f'"{question}" is asked in line {above} already'
            hint = "make one answer of both, or remove one"
            manuscript.report("parse/asked-twice", message, line, column, width=width, hint=hint)

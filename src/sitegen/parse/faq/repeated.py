"""A question that stands twice in one FAQ is told: readers find one answer, machines two."""

from collections.abc import Sequence

from sitegen.parse.manuscript import Manuscript

_END = " \n?？¿!.…:"


def report_asked_twice(asked: Sequence[tuple[str, int, int, int]], manuscript: Manuscript) -> None:
    """Report each of the questions, with its line, column and width, that stands above as well."""
    if len({one[0].casefold().strip(_END) for one in asked}) == len(asked):
        return
    first: dict[str, int] = {}
    for question, line, column, width in asked:
        above = first.setdefault(question.casefold().strip(_END), line)
        if above != line:
            message = f'"{" ".join(question.split())}" is asked in line {above} already'
            hint = "make one answer of both, or remove one"
            manuscript.report("parse/asked-twice", message, line, column, width=width, hint=hint)

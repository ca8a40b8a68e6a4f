"""The templates of a theme as they are written, for what is said of one: its lines, and where in them a word stands."""

from pathlib import Path

from sitegen.base.diagnostics import Span
from sitegen.base.noun import Noun
from sitegen.model.theme import Theme
from sitegen.render.theme.closure import read_template


class Sources(Noun):
    """Reads what stands in the files of a theme."""

    theme: Theme
    root: Path

    def lines(self, path: str) -> list[str]:
        """Return the lines of one of the files, by its path."""
        files = (file for rungs in self.theme.templates.values() for file in rungs if file.path == path)
        file = next(files, None)
        return read_template(file, self.root).splitlines() if file else []

    def line(self, span: Span) -> str:
        """Return the line in which a span stands; an empty string where it stands in none."""
        lines = self.lines(span.path) if span.line else []
        return lines[span.line - 1] if 0 < span.line <= len(lines) else ""

    def underlined(self, span: Span, word: str) -> Span:
        """Return the span with the column at which a word stands in its line."""
        column = self.line(span).find(word) + 1 if word else 0
        return Span(span.path, span.line, column, len(word)) if column else span

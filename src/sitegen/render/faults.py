"""What went wrong in a template becomes one diagnostic, at the template's own line."""

import traceback
from collections.abc import Iterable
from pathlib import Path

import jinja2

from sitegen.base.diagnostics import Diagnostic, Span, problem
from sitegen.base.text import nearest
from sitegen.model.theme import Theme
from sitegen.render.closure import read_template


class TemplateError(Exception):
    """A page cannot be made, because of a template; carries the one diagnostic."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


class Refused(Exception):  # noqa: N818  (it becomes a diagnostic)
    """A function that a template called will not do it."""

    def __init__(self, message: str, hint: str, word: str) -> None:
        super().__init__(message)
        self.hint = hint
        self.word = word


def explain(error: Exception, name: str, theme: Theme, root: Path, *, filters: Iterable[str] = ()) -> Diagnostic:
    """Return what is wrong with the template `name` or with one that it reached.

    `filters` are the names of the filters and tests that there are.
    """
    if isinstance(error, jinja2.TemplateSyntaxError):
        span, message = Span(error.filename or name, error.lineno), error.message or "it cannot be compiled"
        hint = "look for a {{ }} or {% %} that is not closed, here or above"
        if isinstance(error, jinja2.TemplateAssertionError):  # what it says is well formed
            word = message.partition("'")[2].partition("'")[0]
            span, near = _underlined(span, word, theme, root), nearest(word, filters)
            hint = f'did you mean "{near}"?' if near else "correct this line"
        return problem("render/template-syntax", _lower(message), span, hint)
    span = _place(error, name, theme)
    if isinstance(error, jinja2.TemplatesNotFound | jinja2.TemplateNotFound):
        return _not_found(error, name, span, theme)
    if isinstance(error, Refused):
        span = _underlined(span, error.word, theme, root)
        return problem("render/template-error", str(error), span, error.hint)
    if isinstance(error, jinja2.UndefinedError):
        word, _, hint = str(error.__notes__[0] if hasattr(error, "__notes__") else "").partition("\n")
        span = _underlined(span, word, theme, root)
        return problem("render/template-error", _lower(str(error)), span, hint or _sees(name))
    said = _lower(str(error)) or type(error).__name__
    return problem("render/template-error", f"{said} ({type(error).__name__})", span, _sees(name))


def _sees(name: str) -> str:
    return f"`sitegen explain template {name}` lists what this template sees"


def _not_found(error: jinja2.TemplateNotFound, name: str, span: Span, theme: Theme) -> Diagnostic:
    missing = (error.message if isinstance(error, jinja2.TemplatesNotFound) else error.name) or name
    missing = missing.rpartition("!")[2]
    near = nearest(missing, theme.templates)
    hint = f'did you mean "{near}"?' if near else "add it to templates/ or to the theme"
    return problem("render/no-template", f'no rung of the theme has a template "{missing}"', span, hint)


def _place(error: Exception, name: str, theme: Theme) -> Span:
    """Return the deepest line of a template that the error passed through."""
    paths = {file.path for rungs in theme.templates.values() for file in rungs}
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if frame.filename in paths:
            return Span(frame.filename, frame.lineno or 0)
    files = theme.templates.get(name, ())
    return Span(files[0].path if files else f"templates/{name}")


def _underlined(span: Span, word: str, theme: Theme, root: Path) -> Span:
    """Return the span with the column at which a word stands in its line."""
    file = next((file for files in theme.templates.values() for file in files if file.path == span.path), None)
    if file is None or not word or not span.line:
        return span
    lines = read_template(file, root).splitlines()
    line = lines[span.line - 1] if span.line <= len(lines) else ""
    column = line.find(word) + 1
    return Span(span.path, span.line, column, len(word)) if column else span


def _lower(message: str) -> str:
    """Return the message as we write ours; the name of a class keeps its capital."""
    first = message.partition(" ")[0]
    is_name = first[1:] != first[1:].lower()
    return (message[:1] if is_name else message[:1].lower()) + message[1:].rstrip(".")

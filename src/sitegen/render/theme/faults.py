"""What went wrong in a template becomes one diagnostic, at the template's own line."""

import traceback
from collections.abc import Iterable, Sequence
from pathlib import Path
from posixpath import splitext

import jinja2

from sitegen.base.diagnostics import Diagnostic, Span, problem
from sitegen.base.patterns import regex
from sitegen.base.spelling import Spellings
from sitegen.base.text import did_you_mean, nearest
from sitegen.model.theme import Theme
from sitegen.render.theme.closure import read_template
from sitegen.render.theme.sources import Sources

_NO_MACRO = regex(r"the template '(?:[^'!]*!)?([^']+)' \(imported on .*\) does not export the requested name '(\w+)'")
"""What Jinja says of a macro that a template does not have."""
_MISCALLED = regex(r"(?:.*\.)?(\w+)\(\) (?:takes|missing|got) ")
_MACRO = regex(r"\{%[-+]?\s*macro\s+(\w+)")
_UNQUOTED = regex(r"\{%[-+]?\s*(include|extends|import|from)\s+([\w./-]+\.html)\b")
_ROUND = 16
"""Templates that are looked at to tell which of them lead to each other."""


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


def explain(
    error: Exception,
    name: str,
    theme: Theme,
    root: Path,
    *,
    filters: Iterable[str] = (),
    modules: Sequence[str] = (),
) -> Diagnostic:
    """Return what is wrong with the template `name` or with one that it reached.

    `filters` are the names of the filters and tests that there are, `modules` those of the site's extensions.
    """
    from sitegen.render.theme.syntaxfaults import NO_SUCH, explain_syntax, lowered, no_such

    sources = Sources(theme, root)
    if isinstance(error, jinja2.TemplateSyntaxError):
        return explain_syntax(error, name, sources, filters)
    span = _place(error, name, theme)
    if isinstance(error, jinja2.TemplatesNotFound | jinja2.TemplateNotFound):
        return _not_found(error, name, span, sources)
    if isinstance(error, Refused):
        span = sources.underlined(span, error.word)
        return problem("render/template-error", str(error), span, error.hint)
    if missing := _NO_MACRO.match(str(error)):
        return _no_macro(missing[1], missing[2], span, sources)
    if missing := NO_SUCH.match(str(error)):
        return no_such(missing[1], missing[2], sources.underlined(span, missing[2]), filters)
    if isinstance(error, jinja2.UndefinedError):
        return _undefined(error, name, span, sources)
    if isinstance(error, RecursionError) and (circle := _circle(error, theme)):
        ways = " → ".join(span.path for span in (*circle, circle[0]))
        message, hint = f"this leads to itself without end: {ways}", "take out what leads back"
        return problem("render/template-error", message, circle[0], hint)
    if isinstance(error, TypeError) and (fault := _miscalled(error, span, sources)):
        return fault
    said = f"{lowered(str(error)) or type(error).__name__} ({type(error).__name__})"
    if called := _in_module(error, root, modules):
        caller = f"{span.path}:{span.line}" if span.line else span.path
        return problem("render/template-error", said, called, f"mend the function, or what {caller} gives it")
    return problem("render/template-error", said, span, _sees(name))


def _undefined(error: jinja2.UndefinedError, name: str, span: Span, sources: Sources) -> Diagnostic:
    """Return what is said where a template asks for what is not there."""
    from sitegen.render.theme.syntaxfaults import lowered

    word, _, hint = str(error.__notes__[0] if hasattr(error, "__notes__") else "").partition("\n")
    span = sources.underlined(span, word)
    hint = hint or _instead(word, str(error), span, sources) or _sees(name)
    return problem("render/template-error", lowered(str(error)), span, hint)


def _miscalled(error: TypeError, span: Span, sources: Sources) -> Diagnostic | None:
    """Return what is said where a template gives a function or a macro what it does not take; None of others."""
    if miscalled := _MISCALLED.match(str(error)):
        hint = "mend the function, which gets the value first, or what this line gives it"
        return problem("render/template-error", str(error), sources.underlined(span, miscalled[1]), hint)
    if str(error).startswith("macro "):
        macro = str(error).partition("'")[2].partition("'")[0]
        span = sources.underlined(span, f"{macro}(")
        return problem("render/template-error", str(error), span, "give the macro what it takes")
    return None


def _no_macro(name: str, macro: str, span: Span, sources: Sources) -> Diagnostic:
    """Return what is said where a template imports what another does not have."""
    file = next(iter(sources.theme.templates.get(name, ())), None)
    known = _MACRO.findall(read_template(file, sources.root)) if file else []
    hint = did_you_mean(nearest(macro, known), f"it has {', '.join(known) or 'none'}")
    return problem("render/template-error", f'{name} has no macro "{macro}"', sources.underlined(span, macro), hint)


def _instead(word: str, said: str, span: Span, sources: Sources) -> str:
    """Return what to write where a name is asked for that no template ever has."""
    if unquoted := _UNQUOTED.search(sources.line(span)):
        return f'write {unquoted[1]} "{unquoted[2]}", with quotes around the name'
    if word == "super":
        return "super() stands in a block only, of a template that extends another"
    return "it is empty here: ask first, {% if … %}" if said.startswith("nothing (none)") else ""


def _sees(name: str) -> str:
    return f"`sitegen explain template {name}` lists what this template sees"


def _not_found(error: jinja2.TemplateNotFound, name: str, span: Span, sources: Sources) -> Diagnostic:
    missing = (error.message if isinstance(error, jinja2.TemplatesNotFound) else error.name) or name
    missing = missing.rpartition("!")[2]
    near = Spellings(sources.theme.templates).nearest(missing)
    stem = splitext(missing)[0]
    near = near or next((known for known in sources.theme.templates if splitext(known)[0] == stem), "")
    span = sources.underlined(span, missing)
    hint = did_you_mean(near, "add it to templates/ or to the theme")
    return problem("render/no-template", f'no rung of the theme has a template "{missing}"', span, hint)


def _place(error: Exception, name: str, theme: Theme) -> Span:
    """Return the deepest line of a template that the error passed through."""
    paths = {file.path for rungs in theme.templates.values() for file in rungs}
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if frame.filename in paths:
            return Span(frame.filename, frame.lineno or 0)
    files = theme.templates.get(name, ())
    return Span(files[0].path if files else f"templates/{name}")


def _circle(error: RecursionError, theme: Theme) -> list[Span]:
    """Return the lines at which templates lead to each other, from the same one on wherever it was too much."""
    paths = {file.path for rungs in theme.templates.values() for file in rungs}
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename in paths]
    last = list({frame.filename: Span(frame.filename, frame.lineno or 0) for frame in frames[-_ROUND:]}.values())
    if len(frames) < 2 * _ROUND:
        return []
    first = last.index(min(last, key=lambda span: span.path))
    return [*last[first:], *last[:first]]


def _in_module(error: Exception, root: Path, modules: Sequence[str]) -> Span | None:
    """Return the last line of an extension that the error passed through."""
    names = {str(root / name): name for name in modules}
    frames = reversed(traceback.extract_tb(error.__traceback__))
    return next((Span(names[frame.filename], frame.lineno or 0) for frame in frames if frame.filename in names), None)

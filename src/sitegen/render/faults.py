"""What went wrong in a template becomes one diagnostic, at the template's own line."""

import re
import traceback
from collections.abc import Iterable, Sequence
from pathlib import Path
from posixpath import splitext

import jinja2

from sitegen.base.conflicts import conflict_problem
from sitegen.base.diagnostics import Diagnostic, Span, problem
from sitegen.base.patterns import regex
from sitegen.base.spelling import Spellings
from sitegen.base.text import nearest
from sitegen.model.theme import Theme
from sitegen.render.closure import read_template

_NO_SUCH = regex(r"No (filter|test) named '([^']+)'")
_NO_MACRO = regex(r"the template '(?:[^'!]*!)?([^']+)' \(imported on .*\) does not export the requested name '(\w+)'")
_TWICE = regex(r"block '(\w+)' defined twice")
_MISCALLED = regex(r"(?:.*\.)?(\w+)\(\) (?:takes|missing|got) ")
_QUOTE = regex(r"unexpected char ['\"]+ at \d+")
_MACRO = regex(r"\{%[-+]?\s*macro\s+(\w+)")
_UNQUOTED = regex(r"\{%[-+]?\s*(include|extends|import|from)\s+([\w./-]+\.html)\b")
_GO = regex(r"\{\{-?\s*(?:\.\w|(?:range|with|partial|end|define|block|if)\b)")
_ELSEWHERE = {
    "assign": "{% set name = … %}",
    "capture": "{% set name %} … {% endset %}",
    "case": "{% if … %}",
    "elsif": "{% elif … %}",
    "layout": "{% extends … %}",
    "render": "{% include … %}",
    "unless": "{% if not … %}",
    "comment": "{# … #}",
}
"""What other languages of templates have, and what Jinja has in its place."""
_NEVER = {
    "Missing end of comment tag": ("{#", "#}"),
    "Missing end of raw directive": ("{% raw %}", "{% endraw %}"),
}
"""By what the library says: what is never closed, and what closes it."""
_OPENED = {"{#": regex(r"\{#(?!(?s:.)*?#\})"), "{% raw %}": regex(r"\{%[-+]?\s*raw\s*[-+]?%\}(?!(?s:.)*?\bendraw\b)")}
_UNKNOWN_TAG = regex(r"Encountered unknown tag '(\w+)'")
_INNERMOST = regex(r"The innermost block that needs to be closed is '(\w+)'")
_TAG = regex(r"\{%[-+]?\s*(\w+)[^%]*%\}")
_TAGS = (
    "block", "call", "elif", "else", "extends", "filter", "for", "from", "if", "import", "include", "macro", "set",
    "endblock", "endcall", "endfilter", "endfor", "endif", "endmacro", "endset", "endwith", "raw", "endraw", "with",
)  # fmt: skip
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
    if isinstance(error, jinja2.TemplateSyntaxError):
        return _syntax(error, name, theme, root, filters)
    span = _place(error, name, theme)
    if isinstance(error, jinja2.TemplatesNotFound | jinja2.TemplateNotFound):
        return _not_found(error, name, span, theme, root)
    if isinstance(error, Refused):
        span = _underlined(span, error.word, theme, root)
        return problem("render/template-error", str(error), span, error.hint)
    if missing := _NO_MACRO.match(str(error)):
        return _no_macro(missing[1], missing[2], span, theme, root)
    if missing := _NO_SUCH.match(str(error)):
        return _no_such(missing[1], missing[2], _underlined(span, missing[2], theme, root), filters)
    if isinstance(error, jinja2.UndefinedError):
        word, _, hint = str(error.__notes__[0] if hasattr(error, "__notes__") else "").partition("\n")
        span = _underlined(span, word, theme, root)
        hint = hint or _instead(word, str(error), span, theme, root)
        return problem("render/template-error", _lower(str(error)), span, hint or _sees(name))
    if isinstance(error, RecursionError) and (circle := _circle(error, theme)):
        ways = " → ".join(span.path for span in (*circle, circle[0]))
        message, hint = f"this leads to itself without end: {ways}", "take out what leads back"
        return problem("render/template-error", message, circle[0], hint)
    if isinstance(error, TypeError) and (miscalled := _MISCALLED.match(str(error))):
        hint = "mend the function, which gets the value first, or what this line gives it"
        span = _underlined(span, miscalled[1], theme, root)
        return problem("render/template-error", str(error), span, hint)
    said = f"{_lower(str(error)) or type(error).__name__} ({type(error).__name__})"
    if isinstance(error, TypeError) and str(error).startswith("macro "):
        macro = str(error).partition("'")[2].partition("'")[0]
        span = _underlined(span, f"{macro}(", theme, root)
        return problem("render/template-error", str(error), span, "give the macro what it takes")
    if called := _in_module(error, root, modules):
        caller = f"{span.path}:{span.line}" if span.line else span.path
        return problem("render/template-error", said, called, f"mend the function, or what {caller} gives it")
    return problem("render/template-error", said, span, _sees(name))


def _syntax(
    error: jinja2.TemplateSyntaxError, name: str, theme: Theme, root: Path, filters: Iterable[str]
) -> Diagnostic:
    # Of what its lexer finds, the library says the file where the name belongs.
    span, said = Span(error.filename or error.name or name, error.lineno), error.message or "it cannot be compiled"
    message, hint = _lower(said), "look for a {{ }} or {% %} that is not closed, here or above"
    unknown, innermost = _UNKNOWN_TAG.match(said), _INNERMOST.search(said)
    opened = _opened(innermost[1], span, theme, root) if innermost else None
    conflict = conflict_problem("render/template-syntax", "\n".join(_lines(span.path, theme, root)), span.path)
    if conflict:
        return conflict
    if said in _NEVER:
        begin, end = _NEVER[said]
        span = _unclosed(_OPENED[begin], span, theme, root)
        message, hint = f"{begin} is never closed", f"add {end} where it ends"
    elif _QUOTE.match(said):
        span, message, hint = _quoted(span, theme, root), "this quote is never closed", "add the closing quote"
    elif missing := _NO_SUCH.match(said):
        return _no_such(missing[1], missing[2], _underlined(span, missing[2], theme, root), filters)
    elif twice := _TWICE.match(said):
        lines = _lines(span.path, theme, root)
        first = next((number for number, line in enumerate(lines, 1) if f"block {twice[1]} " in line), 0)
        span = _underlined(span, twice[1], theme, root)
        message = f'the block "{twice[1]}" stands twice'
        hint = "give one of them another name" + (f"; the other is in line {first}" if first else "")
    elif isinstance(error, jinja2.TemplateAssertionError):  # what it says is well formed
        word = message.partition("'")[2].partition("'")[0]
        span, near = _underlined(span, word, theme, root), nearest(word, filters)
        hint = f'did you mean "{near}"?' if near else "correct this line"
    elif innermost and opened and (unknown is None or unknown[1] in _TAGS):
        message = f"{{% {innermost[1]} %}} is never closed"
        if unknown:
            message = f"{{% {innermost[1]} %}} is not closed before the {{% {unknown[1]} %}} in line {span.line}"
        span, hint = opened, f"add {{% end{innermost[1]} %}} where it ends"
    elif unknown and unknown[1].startswith("end") and unknown[1] in _TAGS:
        span, message = _underlined(span, unknown[1], theme, root), f"this {{% {unknown[1]} %}} closes nothing"
        hint = f"remove it, or open a {unknown[1][3:]} above"
    elif unknown:
        span, near = _underlined(span, unknown[1], theme, root), nearest(unknown[1], _TAGS)
        message = f'there is no tag "{unknown[1]}"'
        hint = f'did you mean "{near}"?' if near else "write a tag that Jinja has, or put the text between {% raw %}"
        if jinja := _ELSEWHERE.get(unknown[1]):
            hint = f"that is a tag of Liquid or Twig; in Jinja write {jinja}"
    elif _GO.search("\n".join(_lines(span.path, theme, root)[span.line - 1 : span.line])):
        hint = "this is how templates of Go are written; here write {{ site.title }} for {{ .Site.Title }}"
    return problem("render/template-syntax", message, span, hint)


def _no_such(kind: str, name: str, span: Span, known: Iterable[str]) -> Diagnostic:
    """Return what is said of a filter or a test that nobody has."""
    near = nearest(name, known)
    hint = f'did you mean "{near}"?' if near else "write one that Jinja or an extension has"
    return problem("render/template-syntax", f'there is no {kind} "{name}"', span, hint)


def _no_macro(name: str, macro: str, span: Span, theme: Theme, root: Path) -> Diagnostic:
    """Return what is said where a template imports what another does not have."""
    file = next(iter(theme.templates.get(name, ())), None)
    known = _MACRO.findall(read_template(file, root)) if file else []
    near = nearest(macro, known)
    hint = f'did you mean "{near}"?' if near else f"it has {', '.join(known) or 'none'}"
    return problem(
        "render/template-error", f'{name} has no macro "{macro}"', _underlined(span, macro, theme, root), hint
    )


def _unclosed(opening: re.Pattern[str], span: Span, theme: Theme, root: Path) -> Span:
    """Return where something begins that is never closed."""
    text = "\n".join(_lines(span.path, theme, root))
    found = opening.search(text)
    if found is None:
        return span
    column = found.start() - text.rfind("\n", 0, found.start())
    return Span(span.path, text.count("\n", 0, found.start()) + 1, column, len(found[0]))


def _quoted(span: Span, theme: Theme, root: Path) -> Span:
    """Return where the last quotation mark of a tag stands in the line, which opens what is never closed."""
    lines = _lines(span.path, theme, root)
    line = lines[span.line - 1] if 0 < span.line <= len(lines) else ""
    inside = max(line.rfind("{{"), line.rfind("{%", 0, max(line.rfind("{%"), 0)))
    column = max(line.find(mark, max(inside, 0)) for mark in ("'", '"')) + 1
    return Span(span.path, span.line, column) if column else span


def _instead(word: str, said: str, span: Span, theme: Theme, root: Path) -> str:
    """Return what to write where a name is asked for that no template ever has."""
    line = "".join(_lines(span.path, theme, root)[span.line - 1 : span.line]) if span.line else ""
    if unquoted := _UNQUOTED.search(line):
        return f'write {unquoted[1]} "{unquoted[2]}", with quotes around the name'
    if word == "super":
        return "super() stands in a block only, of a template that extends another"
    return "it is empty here: ask first, {% if … %}" if said.startswith("nothing (none)") else ""


def _opened(tag: str, span: Span, theme: Theme, root: Path) -> Span | None:
    """Return where the last tag of a kind was opened that is not closed above a line."""
    opened: list[Span] = []
    for number, line in enumerate(_lines(span.path, theme, root)[: span.line], start=1):
        for found in _TAG.finditer(line):
            if found[1] == tag:
                opened.append(Span(span.path, number, found.start() + 1, len(found[0])))
            elif found[1] == f"end{tag}" and opened:
                opened.pop()
    return opened[-1] if opened else None


def _sees(name: str) -> str:
    return f"`sitegen explain template {name}` lists what this template sees"


def _not_found(error: jinja2.TemplateNotFound, name: str, span: Span, theme: Theme, root: Path) -> Diagnostic:
    missing = (error.message if isinstance(error, jinja2.TemplatesNotFound) else error.name) or name
    missing = missing.rpartition("!")[2]
    near = Spellings(theme.templates).nearest(missing)
    stem = splitext(missing)[0]
    near = near or next((known for known in theme.templates if splitext(known)[0] == stem), "")
    span = _underlined(span, missing, theme, root)
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


def _lines(path: str, theme: Theme, root: Path) -> list[str]:
    """Return the lines of one of the theme's templates."""
    file = next((file for files in theme.templates.values() for file in files if file.path == path), None)
    return read_template(file, root).splitlines() if file else []


def _underlined(span: Span, word: str, theme: Theme, root: Path) -> Span:
    """Return the span with the column at which a word stands in its line."""
    lines = _lines(span.path, theme, root) if word and span.line else []
    line = lines[span.line - 1] if 0 < span.line <= len(lines) else ""
    column = line.find(word) + 1
    return Span(span.path, span.line, column, len(word)) if word and column else span


def _lower(message: str) -> str:
    """Return the message as we write ours; the name of a class keeps its capital."""
    first = message.partition(" ")[0]
    is_name = first[1:] != first[1:].lower()
    return (message[:1] if is_name else message[:1].lower()) + message[1:].rstrip(".")

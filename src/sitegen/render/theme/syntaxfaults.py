"""What keeps a template from being compiled becomes one diagnostic: the first rule that fits says what it is."""

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

import jinja2

from sitegen.base.conflicts import conflict_problem
from sitegen.base.diagnostics import Diagnostic, Span, problem
from sitegen.base.patterns import regex
from sitegen.base.text import did_you_mean, line_and_column, nearest
from sitegen.render.theme.sources import Sources

CODE = "render/template-syntax"
NO_SUCH = regex(r"No (filter|test) named '([^']+)'")
_TWICE = regex(r"block '(\w+)' defined twice")
_QUOTE = regex(r"unexpected char ['\"]+ at \d+")
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
    "Missing end of comment tag": ("{#", "#}", regex(r"\{#(?!(?s:.)*?#\})")),
    "Missing end of raw directive": (
        "{% raw %}",
        "{% endraw %}",
        regex(r"\{%[-+]?\s*raw\s*[-+]?%\}(?!(?s:.)*?\bendraw\b)"),
    ),
}
"""By what the library says: what is never closed, what closes it, and what finds the first."""
_UNKNOWN_TAG = regex(r"Encountered unknown tag '(\w+)'")
_INNERMOST = regex(r"The innermost block that needs to be closed is '(\w+)'")
_TAG = regex(r"\{%[-+]?\s*(\w+)[^%]*%\}")
_TAGS = (
    "block", "call", "elif", "else", "extends", "filter", "for", "from", "if", "import", "include", "macro", "set",
    "endblock", "endcall", "endfilter", "endfor", "endif", "endmacro", "endset", "endwith", "raw", "endraw", "with",
)  # fmt: skip


class _Fault(NamedTuple):
    """What the library says, and where."""

    said: str
    span: Span
    formed: bool
    """Whether it is well formed, and names what there is not."""
    filters: Iterable[str]
    sources: Sources

    @property
    def unknown(self) -> str:
        """The tag that the library does not know, or not there."""
        found = _UNKNOWN_TAG.match(self.said)
        return found[1] if found else ""

    def told(self, message: str, hint: str, *, span: Span | None = None) -> Diagnostic:
        """Return what is said of it."""
        return problem(CODE, message, span or self.span, hint)

    def underlined(self, word: str) -> Span:
        """Return its place with the column of a word."""
        return self.sources.underlined(self.span, word)


def explain_syntax(
    error: jinja2.TemplateSyntaxError, name: str, sources: Sources, filters: Iterable[str]
) -> Diagnostic:
    """Return what is wrong with the template `name` or with one that it reached; `filters` there are, tests too."""
    # Of what its lexer finds, the library says the file where the name belongs.
    span, said = Span(error.filename or error.name or name, error.lineno), error.message or "it cannot be compiled"
    fault = _Fault(said, span, isinstance(error, jinja2.TemplateAssertionError), filters, sources)
    found = next(filter(None, (rule(fault) for rule in _RULES)), None)
    return found or fault.told(lowered(said), "look for a {{ }} or {% %} that is not closed, here or above")


def no_such(kind: str, name: str, span: Span, known: Iterable[str]) -> Diagnostic:
    """Return what is said of a filter or a test that nobody has."""
    hint = did_you_mean(nearest(name, known), "write one that Jinja or an extension has")
    return problem(CODE, f'there is no {kind} "{name}"', span, hint)


def lowered(message: str) -> str:
    """Return the message as we write ours; the name of a class keeps its capital."""
    first = message.partition(" ")[0]
    is_name = first[1:] != first[1:].lower()
    return (message[:1] if is_name else message[:1].lower()) + message[1:].rstrip(".")


def _conflict(fault: _Fault) -> Diagnostic | None:
    path = fault.span.path
    return conflict_problem(CODE, "\n".join(fault.sources.lines(path)), path)


def _never_closed(fault: _Fault) -> Diagnostic | None:
    if fault.said not in _NEVER:
        return None
    begin, end, opening = _NEVER[fault.said]
    span = _begin_of(opening, fault)
    return fault.told(f"{begin} is never closed", f"add {end} where it ends", span=span)


def _open_quote(fault: _Fault) -> Diagnostic | None:
    if not _QUOTE.match(fault.said):
        return None
    return fault.told("this quote is never closed", "add the closing quote", span=_quoted(fault))


def _unknown_filter(fault: _Fault) -> Diagnostic | None:
    missing = NO_SUCH.match(fault.said)
    return no_such(missing[1], missing[2], fault.underlined(missing[2]), fault.filters) if missing else None


def _twice(fault: _Fault) -> Diagnostic | None:
    twice = _TWICE.match(fault.said)
    if not twice:
        return None
    lines = fault.sources.lines(fault.span.path)
    first = next((number for number, line in enumerate(lines, 1) if f"block {twice[1]} " in line), 0)
    hint = "give one of them another name" + (f"; the other is in line {first}" if first else "")
    return fault.told(f'the block "{twice[1]}" stands twice', hint, span=fault.underlined(twice[1]))


def _misnamed(fault: _Fault) -> Diagnostic | None:
    if not fault.formed:
        return None
    word = fault.said.partition("'")[2].partition("'")[0]
    hint = did_you_mean(nearest(word, fault.filters), "correct this line")
    return fault.told(lowered(fault.said), hint, span=fault.underlined(word))


def _left_open(fault: _Fault) -> Diagnostic | None:
    innermost = _INNERMOST.search(fault.said)
    opened = _opened(innermost[1], fault) if innermost and (not fault.unknown or fault.unknown in _TAGS) else None
    if not innermost or not opened:
        return None
    message = f"{{% {innermost[1]} %}} is never closed"
    if fault.unknown:
        line = fault.span.line
        message = f"{{% {innermost[1]} %}} is not closed before the {{% {fault.unknown} %}} in line {line}"
    return fault.told(message, f"add {{% end{innermost[1]} %}} where it ends", span=opened)


def _closes_nothing(fault: _Fault) -> Diagnostic | None:
    tag = fault.unknown
    if not tag.startswith("end") or tag not in _TAGS:
        return None
    hint = f"remove it, or open a {tag[3:]} above"
    return fault.told(f"this {{% {tag} %}} closes nothing", hint, span=fault.underlined(tag))


def _unknown_tag(fault: _Fault) -> Diagnostic | None:
    tag = fault.unknown
    if not tag:
        return None
    hint = did_you_mean(nearest(tag, _TAGS), "write a tag that Jinja has, or put the text between {% raw %}")
    if ours := _ELSEWHERE.get(tag):
        hint = f"that is a tag of Liquid or Twig; in Jinja write {ours}"
    return fault.told(f'there is no tag "{tag}"', hint, span=fault.underlined(tag))


def _of_go(fault: _Fault) -> Diagnostic | None:
    hint = "this is how templates of Go are written; here write {{ site.title }} for {{ .Site.Title }}"
    return fault.told(lowered(fault.said), hint) if _GO.search(fault.sources.line(fault.span)) else None


def _begin_of(opening: re.Pattern[str], fault: _Fault) -> Span:
    """Return where something begins that is never closed."""
    text = "\n".join(fault.sources.lines(fault.span.path))
    found = opening.search(text)
    if found is None:
        return fault.span
    return Span(fault.span.path, *line_and_column(text, found.start()), len(found[0]))


def _quoted(fault: _Fault) -> Span:
    """Return where the last quotation mark of a tag stands in the line, which opens what is never closed."""
    line = fault.sources.line(fault.span)
    inside = max(line.rfind("{{"), line.rfind("{%", 0, max(line.rfind("{%"), 0)))
    column = max(line.find(mark, max(inside, 0)) for mark in ("'", '"')) + 1
    return Span(fault.span.path, fault.span.line, column) if column else fault.span


def _opened(tag: str, fault: _Fault) -> Span | None:
    """Return where the last tag of a kind was opened that is not closed above the line."""
    path = fault.span.path
    opened: list[Span] = []
    for number, line in enumerate(fault.sources.lines(path)[: fault.span.line], start=1):
        for found in _TAG.finditer(line):
            if found[1] == tag:
                opened.append(Span(path, number, found.start() + 1, len(found[0])))
            elif found[1] == f"end{tag}" and opened:
                opened.pop()
    return opened[-1] if opened else None


_RULES: tuple[Callable[[_Fault], Diagnostic | None], ...] = (
    *(_conflict, _never_closed, _open_quote, _unknown_filter, _twice, _misnamed),
    *(_left_open, _closes_nothing, _unknown_tag, _of_go),
)

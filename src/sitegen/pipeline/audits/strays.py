"""Find the templates that no page uses and whose names are nearly those of others, as an override with a slip has."""

from collections.abc import Callable, Collection, Iterator

from sitegen.base.diagnostics import Diagnostic, Span, problem
from sitegen.base.spelling import Spellings
from sitegen.model.theme import Theme, ThemeFile
from sitegen.render.theme.closure import names_in

_SUFFIX = ".html"
_SUFFIXES = (_SUFFIX, ".htm", ".jinja", ".jinja2", ".j2", ".liquid", ".njk")


def strays(theme: Theme, used: Collection[str], read: Callable[[ThemeFile], str]) -> Iterator[Diagnostic]:
    """Yield a warning for each; `used` are the names that pages and articles use, and `read` gives a template's source.

    None where a template decides only while a page is made which others it uses.
    """
    own = [files[0] for files in theme.templates.values() if files[-1].own]
    unasked = [file for file in own if file.name.endswith(_SUFFIXES) and file.name not in used]
    if not unasked:
        return
    sources = [names_in(read(file)) for files in theme.templates.values() for file in files]
    named = frozenset[str]().union(*(names for names, _ in sources))
    for file in unasked if all(closed for _, closed in sources) else ():
        written = _meant(file.name)
        exact = written if written != file.name and written in theme.templates else ""
        if file.name not in named and (near := exact or _below(file, theme).nearest(written)):
            hint = f'did you mean "{near}"? else delete it'
            yield problem("check/unused-template", f'no page uses the template "{file.name}"', Span(file.path), hint)


def _meant(name: str) -> str:
    """Return the name of a template without what only editors and other generators need at its end."""
    return name if name.endswith(_SUFFIX) else f"{name.partition('.')[0]}{_SUFFIX}"


def _below(file: ThemeFile, theme: Theme) -> Spellings:
    """Return the names of the templates on rungs below that of a file."""
    lower = frozenset(theme.rungs[theme.rungs.index(file.rung) + 1 :])
    names = (name for name, files in theme.templates.items() if name.endswith(_SUFFIX) and files[-1].rung in lower)
    return Spellings(names)

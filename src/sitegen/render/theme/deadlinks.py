"""Find addresses that a site's own templates write out and that lead nowhere, at the template's line."""

from collections.abc import Callable, Iterable, Iterator

from sitegen.base.diagnostics import Diagnostic, Span, problem
from sitegen.base.noun import Noun
from sitegen.base.paths import target_path
from sitegen.base.patterns import regex
from sitegen.base.text import line_and_column
from sitegen.model.theme import ThemeFile
from sitegen.render.view import View

_HREF = regex(
    r"(?s)(?P<comment>\{#.*?#\}|<!--.*?-->)"
    r"|(?<![\w-])(?:href|src|poster)\s*=\s*(?P<quote>[\"'])(?P<written>(?:/(?!/)|\{\{\s*site\.base\s*\}\})[^\"'{}<>\s]*)(?P=quote)"
)
"""An address of the site; and comments, in which none counts."""
_BASE = regex(r"\{\{\s*site\.base\s*\}\}")
"""What stands in a template for the path of the site's URL."""


class _Link(Noun):
    """One address, and where it stands."""

    address: str
    """Of the site, neither quoted nor under the base path; empty where it leads out of the site."""
    inside: str
    """Where it would lead in a site without a base path."""
    written: str
    span: Span


class DeadLinks:
    """Finds the links of a site's own templates that lead nowhere. One per theme."""

    def __init__(self, read: Callable[[ThemeFile], str], base: str) -> None:
        """`read` gives a template's source, and `base` is the path of the site's URL."""
        self._read, self._base = read, base
        self._known: dict[str, tuple[_Link, ...]] = {}

    def __call__(self, files: Iterable[ThemeFile], view: View) -> Iterator[Diagnostic]:
        """Yield those of some templates, as a page that reaches them sees the site."""
        for file in files:
            if file.path not in self._known:
                self._known[file.path] = tuple(self._links(file))
            for link in self._known[file.path]:
                if dead := _dead(link, view):
                    yield dead

    def _links(self, file: ThemeFile) -> Iterator[_Link]:
        text = self._read(file)
        for found in _HREF.finditer(text):
            written = found["written"]
            if not written:
                continue
            path = target_path(written)
            based = _BASE.sub(self._base, path)
            address = f"/{based.removeprefix(self._base)}" if based.startswith(self._base) else ""
            span = Span(file.path, *line_and_column(text, found.start("written")), len(written))
            yield _Link(address, based, written, span)


def _dead(link: _Link, view: View) -> Diagnostic | None:
    if link.address:
        if view.served(link.address) or view.served(link.address.rstrip("/") + "/"):
            return None
        near = view.nearest(link.address)
        hint = f'did you mean "{near}"?' if near.startswith("/") else "correct the address, or take the link out"
        return problem("render/dead-link", f'"{link.written}" leads nowhere', link.span, hint)
    # Outside of the site's folder others may answer, but not with what this site has.
    if link.inside == "/" or not view.served(link.inside):
        return None
    message = f'"{link.written}" leads out of the folder in which the site stands'
    return problem("render/dead-link", message, link.span, f"write {{{{ site.base }}}}{link.inside.lstrip('/')}")

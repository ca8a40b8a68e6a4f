"""Find what a template says in vain: a block that no template above has, and what stands outside of its blocks.

The library passes both over without a word.
"""

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import NamedTuple

import jinja2
from jinja2 import nodes

from sitegen.base.diagnostics import Diagnostic, Span, problem
from sitegen.base.patterns import regex
from sitegen.base.text import did_you_mean, line_and_column, nearest
from sitegen.model.theme import Theme, ThemeFile
from sitegen.render.theme.closure import names_in, next_rung

_TAG = regex(
    r"(?s)\{#.*?#\}|\{%[-+]?\s*raw\s*[-+]?%\}.*?\{%[-+]?\s*endraw\b"
    r"|\{%[-+]?\s*(?:block\s+(?P<block>\w+)|(?P<end>endblock)|(?P<extends>extends)\s+(?P<parent>\"[^\"]*\"|'[^']*')?)"
)
"""A tag that begins or ends a block or names the template above; and what hides such tags."""
_UNSEEN = regex(r"(?s)(?>(?:\s+|<!--.*?-->)*)")
"""What nobody misses where it does not show."""


class _Source(NamedTuple):
    """What a template says of blocks and of other templates."""

    text: str
    names: frozenset[str]
    """The templates that it names."""
    parent: str | None
    """That which it extends; None where it extends none, and empty where that is decided while a page is made."""
    blocks: frozenset[str]
    outer: tuple[tuple[str, int], ...]
    """Blocks that stand in no other, and where their names begin."""
    loose: bool
    """Whether anything but comments may stand outside of all blocks. Only then the library, which is slow, is asked."""


class LostBlocks:
    """Finds what never shows in a site's own templates. One per theme."""

    def __init__(self, theme: Theme, read: Callable[[ThemeFile], str]) -> None:
        """`read` gives a template's source."""
        self._theme, self._text = theme, read
        self._sources: dict[str, _Source] = {}
        self._found: dict[str, tuple[Diagnostic, ...]] = {}

    def __call__(self, name: str) -> tuple[Diagnostic, ...]:
        """Return those of a template, and of all that it can reach."""
        if not self.any_own:
            return ()
        if name not in self._found:
            reached = self.reached(name)
            self._found[name] = tuple([lost for file in reached if file.own for lost in self._lost(file)])
        return self._found[name]

    @cached_property
    def any_own(self) -> bool:
        """Whether the site has templates of its own."""
        return any(file.own for rungs in self._theme.templates.values() for file in rungs)

    def reached(self, name: str) -> list[ThemeFile]:
        """Return the files of a template and of all that it names."""
        reached: dict[str, ThemeFile] = {}
        todo = [next_rung(self._theme, name, None)]
        while todo:
            file = todo.pop()
            if file is not None and file.path not in reached:
                reached[file.path] = file
                todo += [self._seen_from(file, other) for other in sorted(self._read(file).names)]
        return list(reached.values())

    def _seen_from(self, file: ThemeFile, name: str) -> ThemeFile | None:
        return next_rung(self._theme, name, file.rung if name == file.name else None)

    def _lost(self, file: ThemeFile) -> Iterator[Diagnostic]:
        source = self._read(file)
        if source.parent is not None and source.loose and (line := _outside(source.text)):
            shows = "shows above the whole page" if line < _extends(source.text) else "never shows"
            message = f"this stands outside of all blocks of a template that extends another, so it {shows}"
            hint = "put it into a block, between {% block … %} and {% endblock %}"
            yield problem("render/outside-block", message, Span(file.path, line), hint)
        known: set[str] = set()
        above, passed = file, {file.path}
        while (parent := self._read(above).parent) is not None:
            found = self._seen_from(above, parent)
            if found is None or found.path in passed:
                return  # told when a page is made, or decided then
            above = found
            passed.add(above.path)
            known |= self._read(above).blocks
        for block, at in source.outer if above is not file else ():
            if block not in known:
                hint = did_you_mean(nearest(block, known), f"it has {', '.join(sorted(known)) or 'none'}")
                message = f'{source.parent} has no block "{block}", so this one never shows'
                span = Span(file.path, *line_and_column(source.text, at), len(block))
                yield problem("render/unknown-block", message, span, hint)

    def _read(self, file: ThemeFile) -> _Source:
        if file.path not in self._sources:
            self._sources[file.path] = _source(self._text(file))
        return self._sources[file.path]


def _extends(text: str) -> int:
    """Return the line on which a template says what it extends."""
    tag = next((tag for tag in _TAG.finditer(text) if tag["extends"]), None)
    return text.count("\n", 0, tag.start()) + 1 if tag else 0


def _outside(text: str) -> int:
    """Return the line of the first thing that stands in no block of a template that extends another; or 0."""
    try:
        top = jinja2.Environment(autoescape=True).parse(text).body
    except jinja2.TemplateError:
        return 0  # told where the page is made
    for node in top:
        if isinstance(node, nodes.Include):
            return node.lineno
        for shown in node.nodes if isinstance(node, nodes.Output) else ():
            if not isinstance(shown, nodes.TemplateData):
                return shown.lineno
            begin = match.end() if (match := _UNSEEN.match(shown.data)) else 0
            if begin < len(shown.data):
                return shown.lineno + shown.data.count("\n", 0, begin)
    return 0


def _source(text: str) -> _Source:
    parent: str | None = None
    blocks: set[str] = set()
    outer = []
    depth = end = 0
    loose = False
    for tag in _TAG.finditer(text):
        loose = loose or (not depth and bool(text[end : tag.start()].strip()))
        end = tag.end() if tag.lastgroup is None else text.find("%}", tag.end()) + 2
        if name := tag["block"]:
            if not depth:
                outer.append((name, tag.start("block")))
            blocks.add(name)
            depth += 1
        elif tag["end"]:
            depth -= 1
        elif tag["extends"]:
            parent = (tag["parent"] or '""')[1:-1]
        else:
            loose = loose or not text.startswith("{#", tag.start())
    loose = loose or depth != 0 or bool(text[end:].strip())
    return _Source(text, names_in(text)[0], parent, frozenset(blocks), tuple(outer), loose)

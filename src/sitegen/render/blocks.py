"""A block that no template above has is never shown: the library passes it over without a word."""

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import NamedTuple

from sitegen.base.diagnostics import Diagnostic, Span, problem
from sitegen.base.fs import PACKAGED
from sitegen.base.patterns import regex
from sitegen.base.text import nearest
from sitegen.model.theme import Theme, ThemeFile
from sitegen.render.closure import names_in, next_rung

_TAG = regex(
    r"(?s)\{#.*?#\}|\{%[-+]?\s*raw\s*[-+]?%\}.*?\{%[-+]?\s*endraw\b"
    r"|\{%[-+]?\s*(?:block\s+(?P<block>\w+)|(?P<end>endblock)|(?P<extends>extends)\s+(?P<parent>\"[^\"]*\"|'[^']*')?)"
)


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


class LostBlocks:
    """Finds blocks that nothing has a place for, in a site's own templates. One per theme."""

    def __init__(self, theme: Theme, read: Callable[[ThemeFile], str]) -> None:
        """`read` gives a template's source."""
        self._theme, self._text = theme, read
        self._sources: dict[str, _Source] = {}
        self._found: dict[str, tuple[Diagnostic, ...]] = {}

    def __call__(self, name: str) -> tuple[Diagnostic, ...]:
        """Return those of a template, and of all that it can reach."""
        if not self._own:
            return ()
        if name not in self._found:
            reached = self._reached(name)
            self._found[name] = tuple([lost for file in reached if _is_own(file) for lost in self._lost(file)])
        return self._found[name]

    @cached_property
    def _own(self) -> bool:
        return any(_is_own(file) for rungs in self._theme.templates.values() for file in rungs)

    def _reached(self, name: str) -> list[ThemeFile]:
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
                line, start = source.text.count("\n", 0, at) + 1, source.text.rfind("\n", 0, at) + 1
                near = nearest(block, known)
                hint = f'did you mean "{near}"?' if near else f"it has {', '.join(sorted(known)) or 'none'}"
                message = f'{source.parent} has no block "{block}", so this one never shows'
                yield problem("render/unknown-block", message, Span(file.path, line, at - start + 1, len(block)), hint)

    def _read(self, file: ThemeFile) -> _Source:
        if file.path not in self._sources:
            self._sources[file.path] = _source(self._text(file))
        return self._sources[file.path]


def _is_own(file: ThemeFile) -> bool:
    return not file.path.startswith(PACKAGED)


def _source(text: str) -> _Source:
    parent: str | None = None
    blocks: set[str] = set()
    outer = []
    depth = 0
    for tag in _TAG.finditer(text):
        if name := tag["block"]:
            if not depth:
                outer.append((name, tag.start("block")))
            blocks.add(name)
            depth += 1
        elif tag["end"]:
            depth -= 1
        elif tag["extends"]:
            parent = (tag["parent"] or '""')[1:-1]
    return _Source(text, names_in(text)[0], parent, frozenset(blocks), tuple(outer))

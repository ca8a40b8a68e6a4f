"""Give every template a digest that changes when anything it can reach changes.

The tags are found by pattern, without the template library: a build in which nothing changed asks for every digest and
must not pay for compiling. What stands in a comment counts too: a closure may be too large, never too small.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from sitegen.base.digest import canonical, digest
from sitegen.base.fs import PACKAGED, locate
from sitegen.base.noun import Struct, field
from sitegen.base.patterns import regex
from sitegen.model.theme import Theme, ThemeFile

_TAG = regex(
    r"""\bpart\(\s*("[^"\\]*"|'[^'\\]*'|[^,)]*)|\{%[-+]?\s*(?:extends|include|import|from)\b((?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|(?![-+]?%\}).)*)[-+]?%\}""",
    re.DOTALL,
)
"""What names other templates."""
_NAME = regex(r""""([^"\\]*)"|'([^'\\]*)'""")
STRINGS = "strings/"
"""Stands for the words of the interface in every language: what has no template of its own asks for these."""
# What may stand beside the names without making them a matter of run time: `["a", "b"] ignore missing with context`,
# `"x" as y`, `"x" import a, b as c with context`.
_STATIC = regex(r"[\[\](),\s]*(?:(?:as|import|ignore\s+missing|with(?:out)?\s+context)\b.*)?", re.DOTALL)


def read_template(file: ThemeFile, root: Path) -> str:
    """Return a theme file's text, from the site's folder or from the package."""
    return _packaged(file) if file.path.startswith(PACKAGED) else _text(locate(root, file.path))


@lru_cache(maxsize=256)
def _packaged(file: ThemeFile) -> str:
    """Read a file of the package once: three ask for it in a build, and a preview builds again and again."""
    return _text(locate(Path(), file.path))


def _text(file: Path) -> str:
    return file.read_bytes().decode("utf-8-sig", "replace")


def next_rung(theme: Theme, name: str, rung: str | None) -> ThemeFile | None:
    """Return the file that a name means; below `rung`, where a template names itself from there."""
    files = theme.templates.get(name, ())
    if rung is None:
        return files[0] if files else None
    order = {known: place for place, known in enumerate(theme.rungs)}
    below = order.get(rung, -1)
    return next((file for file in files if order.get(file.rung, 0) > below), None)


@lru_cache(maxsize=512)
def names_in(source: str) -> tuple[frozenset[str], bool]:
    """Return the templates that a source names, and whether these are all that it can reach."""
    names: set[str] = set()
    closed = True
    for match in _TAG.finditer(source):
        expression = match[1] if match[1] is not None else match[2]
        found = list(_NAME.finditer(expression))
        names.update(quoted[1] or quoted[2] or "" for quoted in found)
        if not found or not _STATIC.fullmatch(_NAME.sub("", expression)):
            closed = False
    return frozenset(names - {""}), closed


class TemplateDigests(Struct):
    """Answers `template` questions for one theme; each closure is found once."""

    theme: Theme
    read: Callable[[ThemeFile], str]
    """Gives a template's source."""
    _known: dict[str, str | None] = field(default_factory=dict)
    _sources: dict[str, tuple[frozenset[str], bool]] = field(default_factory=dict)

    def __call__(self, name: str) -> str | None:
        """Return the digest of a template and of all that it can reach, or None where no rung has it."""
        if name not in self._known:
            self._known[name] = self._digest(name)
        return self._known[name]

    def _digest(self, name: str) -> str | None:
        if name == STRINGS:
            return digest("\n".join(self._strings()).encode())
        first = next_rung(self.theme, name, None)
        if first is None:
            return None
        reached: dict[str, str] = {}
        todo: list[tuple[str, ThemeFile | None]] = [(name, first)]
        while todo:
            asked, file = todo.pop()
            key = f"{file.rung}!{asked}" if file else f"!{asked}"
            if key in reached:
                continue
            reached[key] = file.digest if file else ""
            if file is None:
                continue
            names, closed = self._names(file)
            wanted = names if closed else frozenset(self.theme.templates)
            todo += [(other, next_rung(self.theme, other, file.rung if other == asked else None)) for other in wanted]
        said = "\n".join(f"{key} {value}" for key, value in sorted(reached.items()))
        return digest("\n".join([said, *self._strings(), canonical(self.theme.settings)]).encode())

    def _strings(self) -> list[str]:
        names = sorted(name for name in self.theme.templates if name.startswith(STRINGS))
        return [f"{name} {file.digest}" for name in names for file in self.theme.templates[name]]

    def _names(self, file: ThemeFile) -> tuple[frozenset[str], bool]:
        key = f"{file.rung}!{file.name}"
        if key not in self._sources:
            self._sources[key] = names_in(self.read(file))
        return self._sources[key]

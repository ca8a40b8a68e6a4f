"""One file on its way from bytes to an article: its lines, what was found wrong, and the ids that are taken."""

import re
from collections.abc import Mapping
from typing import Protocol
from unicodedata import category
from urllib.parse import unquote, urlsplit

from sitegen.base.diagnostics import Diagnostic, Span, problem
from sitegen.base.noun import Struct, field
from sitegen.base.paths import web_url
from sitegen.base.patterns import regex
from sitegen.base.slugs import slugify
from sitegen.base.text import CODE, letters
from sitegen.model.config import MarkdownSettings

_PAGE_IDS = ("main", "content", "top", "toc", "comments", "related", "corrections")
"""Ids of the page around the text."""

_LOADED = {
    "iframe": "frame",
    "script": "script",
    "audio": "recording",
    "video": "film",
    "embed": "object",
    "object": "object",
}
"""By element: what it shows; all others show an image."""

_OPENED = regex(r"^<([A-Z]\w*)(?:\s[^<>\n]*)?(?<!/)>[ \t]*\n[ \t]*\n", re.MULTILINE)
_CLOSED = regex(r"\n[ \t]*\n</([A-Z]\w*)>[ \t]*$", re.MULTILINE)
_IMPORTED = regex(r"^import ([A-Z]\w*|\{[^{}\n]*\}) from ['\"]", re.MULTILINE)
_NAME = regex(r"[A-Z]\w*")
_NEAR = 8
"""Lines by which a text may have moved up since others above it left."""
_SLASHED = regex(r"(https?)::?/?(?!/)(?=[\w-]+(?:\.[\w-]+)+(?:[/?#:]|\Z))", re.IGNORECASE)
"""The beginning of a full address that lacks slashes."""


class Placed(Protocol):
    """What knows where it stands in a file, and how much of a line it takes."""

    line: int
    column: int
    width: int


class Manuscript(Struct):
    """What the steps of `parse` share while they work on one file; it does not outlive the call."""

    path: str
    """Of the source, relative to the root."""
    content_path: str
    """Of the source, relative to the content root."""
    text: str
    """The whole file, with `\\n` line ends."""
    language: str = "en"
    settings: MarkdownSettings = field(default_factory=MarkdownSettings)
    host: str = ""
    """The site's own."""
    base: str = "/"
    """The path of the site's address."""
    diagnostics: list[Diagnostic] = field(default_factory=list)
    ids: set[str] = field(default_factory=lambda: set(_PAGE_IDS))
    anchors: list[str] = field(default_factory=list)
    """Ids that a link may name, in order."""
    named: list[tuple[str, str]] = field(default_factory=list)
    """(text, the id that was made of it)."""
    first_line: int = 0
    """How many lines of the file stand before the text that is being parsed."""
    opens: bool | None = None
    """Whether any paragraph can begin with an opening phrase; None until somebody asks."""
    tongue: str = ""
    """The language of these phrases, where it is another than the text says."""
    shortcodes: bool | None = None
    """Whether any line can have a shortcode; None until somebody asks."""
    notes: list[str] = field(default_factory=list)
    """What the author says to nobody else, as it is written."""
    _shows: bool | None = None
    _numbers: dict[str, int] = field(default_factory=dict)
    _by_letters: dict[str, str] | None = None
    _pictures: list[tuple[str, str]] | None = None
    _lines: list[str] | None = None
    _components: frozenset[str] | None = None

    @property
    def is_mdx(self) -> bool:
        """Whether it may hold components, and what they need."""
        return self.path.lower().endswith(".mdx")

    @property
    def pictured(self) -> bool:
        """Whether it may show pictures. To look for two words in a text takes as long as many steps below."""
        if self._shows is None:
            self._shows = "![" in self.text or "<img" in self.text
        return self._shows

    @property
    def components(self) -> frozenset[str]:
        """Names of components: what is imported, as in MDX, or whose two tags stand alone with empty lines within."""
        if self._components is None:
            opened, closed = set(_OPENED.findall(self.text)), set(_CLOSED.findall(self.text))
            imported = (name for line in _IMPORTED.findall(self.text) for name in _NAME.findall(line))
            self._components = frozenset((*(opened & closed), *imported))
        return self._components

    @property
    def lines(self) -> list[str]:
        """The lines of the file, from 0."""
        if self._lines is None:
            self._lines = self.text.split("\n")
        return self._lines

    def without_notes(self, text: str) -> str:
        """Return a part of the text as it is published: without notes to oneself."""
        shown = CODE.sub(lambda code: "\0" * len(code[0]), text) if self.notes else text
        for note in self.notes:
            # Marks of quotes and spaces may stand before each line; what stands in code is none.
            lines = r"\n[>\s]*".join(re.escape(line.strip()) for line in note.split("\n"))
            if found := re.search(lines, shown):
                text = text[: found.start()] + text[found.end() :]
                shown = shown[: found.start()] + shown[found.end() :]
        return text

    def report(self, code: str, message: str, line: int, column: int = 0, *, width: int = 1, hint: str = "") -> None:
        """Write down what is wrong."""
        self.diagnostics.append(problem(code, message, Span(self.path, line, column, width), hint))

    def report_at(self, code: str, message: str, place: Placed, hint: str = "") -> None:
        """Write down what is wrong with something that knows its place."""
        self.report(code, message, place.line, place.column, width=place.width, hint=hint)

    def report_host(self, kind: str, url: str, line: int, column: int, width: int) -> None:
        """Write down that readers' browsers load something from another host that the site does not name as wanted."""
        if url[1:2] == ":":
            self.report_refused(url, line, column, width)
            return
        host = urlsplit(web_url(f"https:{url}" if url.startswith("//") else url)).netloc
        if host in ("", self.host, *self.settings.hosts):
            return
        thing = _LOADED.get(kind, "image")
        message = f"this {thing} comes from {host}, which may take it away and sees who reads"
        hint = f'keep a copy beside the article, or allow the host: hosts = ["{host}"] in [markdown]'
        if kind == "script":
            message, hint = f"this script comes from {host}; pages run none but the site's own", "remove it"
        self.report("parse/other-host", message, line, column, width=width, hint=hint)

    def report_refused(self, url: str, line: int, column: int, width: int, *, leaves: bool = False) -> None:
        """Write down an address that no reader's browser may follow: a file of the author's computer, or a program.

        `leaves` tells whether it leaves the text, or stays there as words.
        """
        scheme = url.partition(":")[0]
        if scheme == "file" or len(scheme) == 1:
            message = f'"{unquote(url)}" is a file of your own computer, which readers do not have'
            hint = "copy it to the article, and link it there"
            self.report("parse/own-file", message, line, column, width=width, hint=hint)
            return
        message, hint = (
            f'"{scheme}:" is not followed, so {"it is left out" if leaves else "this stays as it is written"}',
            "link a page or a file, or take it out",
        )
        self.report("parse/refused-link", message, line, column, width=width, hint=hint)

    def report_text(self, code: str, message: str, row: int, text: str, *, hint: str) -> None:
        """Write down a mistake in `text`, which stands in the line with the index `row`, or not far below it."""
        row = self.row_with(text, row, row + _NEAR)
        self.report(code, message, row + 1, self.column_of(row, text), width=len(text), hint=hint)

    def column_of(self, row: int, text: str) -> int:
        """Return the column, from 1, at which `text` stands in the line with the index `row`; 0 where it does not."""
        return self.lines[row].find(text) + 1 if 0 <= row < len(self.lines) else 0

    def column_behind(self, line: int, column: int, text: str) -> int:
        """Return the column of `text`, as of an address, from a column of a line on; else that column."""
        written = self.lines[line - 1] if 0 < line <= len(self.lines) and column > 0 else ""
        return written.find(text, column - 1) + 1 or column

    def row_with(self, text: str, row: int, end: int) -> int:
        """Return the index of the line that holds `text`: `row`, or else the first below it, before `end`.

        It is `row` where no line does.
        """
        if not text or self.column_of(row, text):
            return row
        return next((below for below in range(row + 1, end) if self.column_of(below, text)), row)

    def claim(self, text: str, *, fallback: str = "section") -> str:
        """Return a new id made of `text`, and take it."""
        slug = slugify(text) or fallback
        if slug.startswith(("fn-", "fnref-")):
            slug = f"note-{slug}"
        name = self.claim_exactly(slug)
        self.named.append((text, name))
        return name

    def claim_exactly(self, wanted: str) -> str:
        """Return `wanted`, or where that is taken the first of `wanted-2`, `wanted-3`, … that is free; and take it."""
        name, number = wanted, self._numbers.get(wanted, 1)
        while name in self.ids:
            number += 1
            name = f"{wanted}-{number}"
        self._numbers[wanted] = number
        self.ids.add(name)
        self.anchors.append(name)
        return name

    def mended(self, target: str) -> str:
        """Return a link target as it is meant: `https:/a.org` with slashes, a place in the article by the id it has."""
        if not target.startswith("#"):
            found = _SLASHED.match(target) if target[:4].lower() == "http" else None
            return f"{found[1]}://{target[found.end() :]}" if found else target
        fragment = unquote(target[1:])
        anchor = self.anchor(fragment)
        return target if anchor == fragment else f"#{anchor}"

    def anchor(self, fragment: str) -> str:
        """Return the id that a link within the article means: other generators make them otherwise."""
        if fragment in self.ids:
            return fragment
        if self._by_letters is None:
            self._by_letters = {}
            for text, name in self.named:
                self._by_letters.setdefault(letters(text), name)
                self._by_letters.setdefault(letters(name), name)
            for written, name in list(self._by_letters.items()):
                if unnumbered := written.lstrip("0123456789"):
                    self._by_letters.setdefault(unnumbered, name)  # as Pandoc names them
        wanted = letters(fragment)
        if wanted in self._by_letters:
            return self._by_letters[wanted]
        # Some spell out the pictures at the end of a heading: `issues-crab`.
        return next((name for written, name in self._pictured() if wanted.startswith(written)), fragment)

    def _pictured(self) -> list[tuple[str, str]]:
        if self._pictures is None:
            pictured = (pair for pair in self.named if "So" in map(category, pair[0]))
            self._pictures = [(letters(text), name) for text, name in pictured]
        return self._pictures


def manuscript_of(env: Mapping[str, object]) -> Manuscript | None:
    """Return the manuscript that the parser reads; None where it reads a text of somebody else."""
    manuscript = env.get("manuscript")
    return manuscript if isinstance(manuscript, Manuscript) else None

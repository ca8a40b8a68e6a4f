"""A clean build in a folder of its own, so that nothing a preview has shown can go online."""

import os
import stat
from pathlib import Path

from sitegen.base.fs import WORK
from sitegen.base.noun import Noun, replace
from sitegen.configure import configure
from sitegen.engine.workers import Progress, silent
from sitegen.model.config import Config, Flags
from sitegen.model.report import Report
from sitegen.pipeline import build

_MEMORY = "deploy"


class File(Noun):
    """One file that goes online."""

    path: str
    """In the output folder, POSIX."""
    size: int
    mode: int
    link: bool


class Fresh(Noun):
    """A site that was built for publishing."""

    config: Config
    report: Report
    files: tuple[File, ...]

    @property
    def folder(self) -> Path:
        """Where it lies."""
        return self.config.out

    def shown(self, path: str) -> str:
        """Return a file as people find it, from the site's folder."""
        return (self.folder / path).relative_to(self.config.root).as_posix()

    @property
    def bytes(self) -> int:
        """The size of all files."""
        return sum(file.size for file in self.files)


def build_fresh(root: Path | None, flags: Flags, progress: Progress = silent) -> Fresh:
    """Build without drafts and scheduled articles, whatever the configuration says.

    Raises Failure where the site is wrong: nothing is published then.
    """
    top = configure(root, flags).root
    flags = replace(flags, out=top / WORK / _MEMORY, drafts=False, future=False, keep_going=False)
    report = build(top, flags, progress, memory=_MEMORY)
    config = configure(top, flags)
    return Fresh(config, report, list_files(config.out))


def list_files(folder: Path) -> tuple[File, ...]:
    """Return what is in a folder, in order of path; links are told as links."""
    found = []
    for parent, folders, names in os.walk(folder):
        inside = Path(parent).relative_to(folder)
        for name in [*names, *(each for each in folders if Path(parent, each).is_symlink())]:
            about = Path(parent, name).lstat()
            mode = stat.S_IMODE(about.st_mode)
            found.append(File((inside / name).as_posix(), about.st_size, mode, stat.S_ISLNK(about.st_mode)))
    return tuple(sorted(found, key=lambda file: file.path))

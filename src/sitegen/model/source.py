"""What lies on the disk: sources, assets, and the files that a theme is made of."""

from typing import Literal

from sitegen.base.diagnostics import Diagnostic
from sitegen.base.noun import Noun
from sitegen.model.theme import Theme

FOLDERS = ("content", "static", "templates", "themes")
"""Folders of a site whose files make its pages."""
SourceKind = Literal["article", "page", "author"]


class Source(Noun):
    """One Markdown file."""

    path: str
    """Relative to the root: `content/articles/x.md`."""
    id: str
    """The content path without suffix and without `/index`: `articles/x`."""
    kind: SourceKind
    bundle: bool
    """Whether it is an `index.md`, so that its folder is its own."""
    digest: str
    """Of the file's bytes."""


class AssetFile(Noun):
    """Any other file under `content/`, published where it lies."""

    path: str
    """Relative to the root: `content/articles/x/chart.png`."""
    address: str
    """Relative to the content root, and so where it is published: `articles/x/chart.png`."""
    digest: str
    size: int
    """Bytes."""


class Inputs(Noun):
    """All that a build reads, in sorted order."""

    sources: tuple[Source, ...]
    assets: tuple[AssetFile, ...]
    theme: Theme
    diagnostics: tuple[Diagnostic, ...] = ()

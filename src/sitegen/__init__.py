"""A static site generator for news publications. This is the door for other programs; nothing inside uses it.

from sitegen import Failure, Flags, build

try:
    report = build("news", Flags(strict=True))
except Failure as failure:
    print(failure)
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from os import PathLike

    from sitegen.base.diagnostics import Diagnostic, Failure, Span
    from sitegen.model.config import Flags
    from sitegen.model.output import Page
    from sitegen.model.report import Report
    from sitegen.model.seams import Extension

__version__ = "0.1.0"
__all__ = ["Diagnostic", "Extension", "Failure", "Flags", "Page", "Report", "Span", "build"]

_HOMES = {
    "Diagnostic": "base.diagnostics",
    "Extension": "model.seams",
    "Failure": "base.diagnostics",
    "Flags": "model.config",
    "Page": "model.output",
    "Report": "model.report",
    "Span": "base.diagnostics",
}
"""Where the nouns come from, each when it is first asked for: the command line starts with fewer."""


def build(root: "str | PathLike[str]", flags: "Flags | None" = None) -> "Report":
    """Build the site in a folder, and return what came of it.

    Raises Failure, with every diagnostic, where errors keep the site from being published; the output folder then is as
    it was.
    """
    from pathlib import Path

    from sitegen.model.config import Flags
    from sitegen.pipeline import build as build_site

    return build_site(Path(root), flags or Flags())


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)

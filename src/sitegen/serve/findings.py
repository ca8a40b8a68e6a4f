"""Diagnostics become what a page shows over itself: the terminal's words, and a way to the editor."""

import os
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import quote

from sitegen.base.diagnostics import Diagnostic, Span
from sitegen.base.format import as_text
from sitegen.base.fs import PACKAGED, line_reader
from sitegen.base.noun import Noun, replace
from sitegen.serve.builder import Outcome

_MOST = 50
"""Of each kind; nobody reads more in a page."""

EDITORS = {
    "vscode": "vscode://file/{path}:{line}:{column}",
    "vscodium": "vscodium://file/{path}:{line}:{column}",
    "cursor": "cursor://file/{path}:{line}:{column}",
    "windsurf": "windsurf://file/{path}:{line}:{column}",
    "zed": "zed://file/{path}:{line}:{column}",
    "idea": "idea://open?file=/{path}&line={line}&column={column}",
    "pycharm": "pycharm://open?file=/{path}&line={line}&column={column}",
    "sublime": "subl://open?url=file:///{path}&line={line}&column={column}",
    "textmate": "txmt://open?url=file:///{path}&line={line}&column={column}",
    "bbedit": "bbedit://open?url=file:///{path}&line={line}&column={column}",
    "none": "",
}
"""What `SITEGEN_EDITOR` may name; it may also be such an address itself."""


class Finding(Noun):
    """One diagnostic, ready for the page."""

    place: str
    """The part of `text` that leads into the editor."""
    text: str
    """As the terminal prints it."""
    href: str
    """Opens the file in the editor; empty where it cannot be opened."""


class Findings(Noun):
    """All that is to be said of the last build."""

    errors: tuple[Finding, ...] = ()
    warnings: tuple[Finding, ...] = ()
    more_errors: int = 0
    """How many there are beside those that are told."""
    more_warnings: int = 0


def findings_of(outcome: Outcome, root: Path) -> Findings:
    """Return what a browser shows of an outcome."""
    if outcome.crash is not None:
        words = f"sitegen failed: {type(outcome.crash).__name__}: {outcome.crash}\nThe terminal says more."
        return Findings(errors=(Finding("", words, ""),))
    errors = [diagnostic for diagnostic in outcome.diagnostics if diagnostic.fatal]
    warnings = [diagnostic for diagnostic in outcome.diagnostics if not diagnostic.fatal]
    return Findings(
        _as_findings(errors[:_MOST], root),
        _as_findings(warnings[:_MOST], root),
        max(0, len(errors) - _MOST),
        max(0, len(warnings) - _MOST),
    )


def without_links(findings: Findings) -> Findings:
    """Return the same for another machine, which has neither these files nor a right to know where they lie."""
    errors, warnings = (
        tuple(replace(found, href="") for found in those) for those in (findings.errors, findings.warnings)
    )
    return replace(findings, errors=errors, warnings=warnings)


def editor_link(span: Span, root: Path, editor: str) -> str:
    """Return the address that opens a place; `editor` is a name in `EDITORS` or a pattern of that form."""
    pattern = EDITORS.get(editor, editor)
    if "{path}" not in pattern or ":" not in pattern or not span.path or span.path.startswith((PACKAGED, "-")):
        return ""
    path = quote((root / span.path).as_posix().lstrip("/"), safe="/:")
    return (
        pattern.replace("{line}", str(span.line or 1))
        .replace("{column}", str(span.column or 1))
        .replace("{path}", path)
    )


def _as_findings(diagnostics: Iterable[Diagnostic], root: Path) -> tuple[Finding, ...]:
    editor = os.environ.get("SITEGEN_EDITOR") or "vscode"
    line_of = line_reader(root)
    told = []
    for diagnostic in diagnostics:
        text = as_text((diagnostic,), line_of).rstrip("\n")
        place = text.partition(f": {diagnostic.severity}: ")[0]
        told.append(Finding(place, text, editor_link(diagnostic.span, root, editor)))
    return tuple(told)

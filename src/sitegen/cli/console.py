"""What is said, and where: results on stdout, diagnostics and progress on stderr, colour on terminals only."""

import os
import sys
import time
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TextIO

from sitegen.base.diagnostics import Diagnostic, Failure
from sitegen.base.format import Format, as_document, as_github, as_short, as_text, tally
from sitegen.base.fs import line_reader
from sitegen.base.noun import Struct, field
from sitegen.cli import exits

_PATIENCE = 0.5
"""Seconds before progress is shown."""
_PACE = 0.1
"""Seconds between two updates."""
_FIRST = 20
"""Warnings of one kind that a terminal shows."""
_VERBS = {
    "parse": "Reading articles",
    "images": "Preparing images",
    "render": "Making pages",
    "visit": "Asking other sites",
}


class _Progress(Struct):
    """One line that is written over again and again."""

    live: bool = field(default_factory=lambda: terminal(sys.stderr))
    started: float = field(default_factory=time.monotonic)
    shown: float = 0.0
    visible: bool = False

    def show(self, verb: str, done: int, total: int) -> None:
        now = time.monotonic()
        if not self.live or now - self.started < _PATIENCE or now - self.shown < _PACE:
            return
        self.shown, self.visible = now, True
        number = f" {done:,} of {total:,}" if total > 1 else ""
        print(f"\r\x1b[K{_VERBS.get(verb, verb)}{number}", end="", file=sys.stderr, flush=True)

    def clear(self) -> None:
        if self.visible:
            self.visible = False
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)


class Console(Struct):
    """Prints for one command."""

    root: Path
    """Of the site, for source lines."""
    format: Format = "text"
    quiet: bool = False
    """Errors are printed all the same."""
    again: str = "`sitegen check --format short`"
    """What has a line for each warning."""
    _progress: _Progress = field(default_factory=_Progress)

    def say(self, text: str) -> None:
        """Print a result, unless the command is to be quiet."""
        if not self.quiet:
            self.clear()
            print(text)

    def diagnostics(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Print them in the chosen format: JSON on stdout, as it is what was asked for, the others on stderr.

        Errors come last, where a reader looks first. On a terminal many warnings of a kind are told by their number.
        """
        if self.format == "json":
            self.document({}, diagnostics)
            return
        self.clear()
        shown, line_of, colour = self._shown(diagnostics), line_reader(self.root), coloured(sys.stderr)
        shown.sort(key=lambda diagnostic: diagnostic.fatal)
        if self.format == "github":
            print(as_github(shown, _folder_in_repository(self.root)), end="", file=sys.stderr)
        elif self.format == "short":
            print(as_short(shown, colour=colour), end="", file=sys.stderr)
        else:
            told, left = _some(shown) if terminal(sys.stderr) else (shown, {})
            warnings, columns = sum(not diagnostic.fatal for diagnostic in told), _columns(sys.stderr)
            print(as_text(told[:warnings], line_of, colour=colour, columns=columns), end="", file=sys.stderr)
            for code, count in left.items():
                print(f"{count:,} more [{code}]: {self.again} has a line for each", file=sys.stderr)
            print(as_text(told[warnings:], line_of, colour=colour, columns=columns), end="", file=sys.stderr)

    def document(self, about: Mapping[str, object], diagnostics: Iterable[Diagnostic]) -> None:
        """Print a result and the diagnostics as one JSON document on stdout."""
        self.clear()
        print_document(as_document(self._shown(diagnostics), line_reader(self.root), about))

    def refuse(self, failure: Failure, stands: str) -> int:
        """Print why nothing is published and what `stands` all the same; return the exit code."""
        if self.format == "json":
            self.document({"published": False}, failure.diagnostics)
        else:
            self.diagnostics(failure.diagnostics)
            rest = "nothing else was looked at yet · " if failure.early else ""
            self.note(f"{tally(failure.diagnostics)} · {rest}{stands}")
        return exits.code_of(failure)

    def note(self, text: str) -> None:
        """Print what goes with the diagnostics."""
        self.clear()
        print(text, file=sys.stderr)

    def progress(self, verb: str, done: int, total: int) -> None:
        """Show how far a verb has come."""
        if not self.quiet:
            self._progress.show(verb, done, total)

    def clear(self) -> None:
        """Take the progress off the screen."""
        self._progress.clear()

    def _shown(self, diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
        return [diagnostic for diagnostic in diagnostics if diagnostic.fatal or not self.quiet]


def _some(diagnostics: Iterable[Diagnostic]) -> tuple[list[Diagnostic], Mapping[str, int]]:
    """Return all errors and the first warnings of each kind; and how many more there are by code."""
    told: list[Diagnostic] = []
    counts: Counter[str] = Counter()
    for diagnostic in diagnostics:
        counts[diagnostic.code] += not diagnostic.fatal
        if counts[diagnostic.code] <= _FIRST or diagnostic.fatal:
            told.append(diagnostic)
    return told, {code: count - _FIRST for code, count in counts.items() if count > _FIRST}


def print_document(document: object) -> None:
    """Print one JSON document on stdout; where that is not UTF-8, other signs are escaped (RFC 8259, section 7)."""
    import codecs
    import json  # only programs ask for it

    unicode = codecs.lookup(sys.stdout.encoding or "utf-8").name == "utf-8"
    print(json.dumps(document, ensure_ascii=not unicode, indent=2))


def terminal(stream: TextIO) -> bool:
    """Tell whether a person reads the stream, at a terminal that can move its cursor."""
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def _columns(stream: TextIO) -> int:
    """Return how wide the stream's terminal is; 0 where it is none, or does not say."""
    try:
        return os.get_terminal_size(stream.fileno()).columns
    except (OSError, ValueError):
        return 0


def coloured(stream: TextIO) -> bool:
    """Tell whether to use colour: NO_COLOR and FORCE_COLOR decide, else whether the stream is a terminal."""
    if os.environ.get("NO_COLOR"):
        return False
    forced = os.environ.get("FORCE_COLOR", "")
    return forced not in {"", "0", "false"} or (not forced and terminal(stream))


def _folder_in_repository(root: Path) -> str:
    """Return the site's folder as seen from the checkout, for annotations; empty where it is the checkout itself."""
    workspace = Path(os.environ.get("GITHUB_WORKSPACE") or Path.cwd())
    if root.resolve() == workspace.resolve() or not root.resolve().is_relative_to(workspace.resolve()):
        return ""
    return root.resolve().relative_to(workspace.resolve()).as_posix()

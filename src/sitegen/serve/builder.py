"""A change becomes an outcome: a report, or why there is none."""

import time
from collections.abc import Callable
from typing import Protocol

from sitegen.base.diagnostics import Diagnostic, Failure
from sitegen.base.noun import Noun
from sitegen.model.report import Report


def _show_nobody(_path: str, _page: bytes) -> None:
    return


def _never() -> bool:
    return False


class Audience(Noun):
    """Who looks on while a build runs."""

    pages: tuple[str, ...] = ()
    """Output paths of the pages that are open in a browser: worth making first."""
    show: Callable[[str, bytes], None] = _show_nobody
    """Takes an output path and the new bytes of such a page, before the site is written."""
    overtaken: Callable[[], bool] = _never
    """Tells whether a newer change makes this build useless; it may then end with `Overtaken`."""


class Overtaken(Exception):  # noqa: N818  (it is what happened)
    """The build was given up for a newer change. Nothing was written."""


class Builder(Protocol):
    """What turns the site's folder into the preview's."""

    @property
    def base(self) -> str:
        """The base path of the site as last configured."""
        ...

    @property
    def watched(self) -> tuple[str, ...]:
        """Further files, relative to the root, that the site is made of: extensions."""
        ...

    def build(self, changed: frozenset[str] | None, audience: Audience) -> Report:
        """Build. `changed` holds every file, relative to the root, that changed since the last success; None: unknown.

        Raises Failure where errors keep the site from being written, and Overtaken.
        """
        ...


class Outcome(Noun):
    """What one attempt gave."""

    report: Report | None
    """None where it failed."""
    diagnostics: tuple[Diagnostic, ...]
    seconds: float
    crash: Exception | None = None
    """What went wrong within sitegen itself."""

    @property
    def failed(self) -> bool:
        """Whether the site stands as it stood before."""
        return self.report is None


def attempt(builder: Builder, changed: frozenset[str] | None, audience: Audience) -> Outcome | None:
    """Build, and return what came of it; None where it was overtaken."""
    start = time.perf_counter()
    try:
        report = builder.build(changed, audience)
    except Overtaken:
        return None
    except Failure as failure:
        return Outcome(None, failure.diagnostics, time.perf_counter() - start)
    except Exception as error:  # noqa: BLE001  (a preview outlives a mistake of ours; the terminal shows it whole)
        return Outcome(None, (), time.perf_counter() - start, crash=error)
    return Outcome(report, report.diagnostics, time.perf_counter() - start)

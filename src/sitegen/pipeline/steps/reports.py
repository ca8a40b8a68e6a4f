"""The report of the last finished build is kept for the next one, which says again what it said."""

from collections.abc import Iterable

from sitegen.base.diagnostics import Diagnostic, Failure, Span, ordered
from sitegen.base.noun import replace
from sitegen.engine.codec import Codec
from sitegen.engine.store import Store
from sitegen.model.config import Config
from sitegen.model.report import Hidden, Report

# A build with nothing to do needs these nouns and no others.
_CODEC = Codec((Span, Diagnostic, Hidden, Report))
_KEY = "report"


def load_report(store: Store) -> Report | None:
    """Return the report of the last finished build, as if nothing had been written; None where there is none."""
    data = store.get(_KEY)
    return None if data is None else _CODEC.decode(data)


def store_report(report: Report, store: Store) -> None:
    """Keep a report for the next build."""
    store.put(_KEY, _CODEC.encode(replace(report, written=(), deleted=(), profile=())))


def tempered(report: Report, config: Config) -> Report:
    """Return the report without the warnings that are ignored, and with the others as errors in a strict build."""
    return replace(report, diagnostics=tempered_all(report.diagnostics, config))


def tempered_all(diagnostics: Iterable[Diagnostic], config: Config) -> tuple[Diagnostic, ...]:
    """Return what `tempered` leaves of these."""
    ignored = frozenset(config.build.ignore_warnings)
    told = [found for found in diagnostics if found.fatal or found.code not in ignored]
    if config.build.strict:
        told = [replace(found, severity="error") for found in told]
    return ordered(told)


def refuse_unsound(report: Report, config: Config) -> None:
    """Raise Failure, with all that is told, where errors keep the site from being published."""
    if not config.keep_going and (told := tempered(report, config)).failed:
        raise Failure(told.diagnostics)

"""The report of the last finished build is kept for the next one, which says again what it said."""

from sitegen.base.diagnostics import Diagnostic, Span, ordered
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


def hardened(report: Report, config: Config) -> Report:
    """Return the report with warnings as errors, where the configuration is strict."""
    if not config.build.strict:
        return report
    return replace(report, diagnostics=ordered(replace(found, severity="error") for found in report.diagnostics))

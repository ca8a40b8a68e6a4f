"""The quickest build: nothing differs, so nothing is done, and what the last build said is said again."""

from sitegen.base.fs import WORK
from sitegen.engine.store import Store
from sitegen.model.config import Config
from sitegen.model.report import Report
from sitegen.pipeline.session import Session
from sitegen.pipeline.steps.reports import load_report
from sitegen.pipeline.survey import Survey
from sitegen.write import open_staging, stands


def kept(found: Survey, config: Config, store: Store, session: Session) -> Report | None:
    """Return the last build's report where there is nothing to do, None where there is."""
    report = load_report(store) if found.quiet else None
    if report is None:
        return None
    work, seal = config.root / WORK, (store.get("seal") or b"").decode()
    if session.output or not stands(config.out, work, seal):
        with open_staging(config.out, work, session.output) as output:
            if not output.complete or output.seal != seal:
                return None
            session.output = output
    session.keep_files(found.files, store)
    store.commit()
    return report

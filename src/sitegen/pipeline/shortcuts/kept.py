"""The quickest build: nothing differs, so nothing is done, and what the last build said is said again."""

from sitegen.base.fs import WORK
from sitegen.model.report import Report
from sitegen.pipeline.job import Job
from sitegen.pipeline.steps.reports import load_report, refuse_unsound
from sitegen.write import open_staging, stands


def kept(job: Job) -> Report | None:
    """Return the last build's report where there is nothing to do, None where there is.

    Raises Failure where this build is stricter than the last, which wrote what stands.
    """
    config, store, session = job.config, job.store, job.session
    report = load_report(store) if job.found.quiet else None
    if report is None:
        return None
    work, seal = config.root / WORK, (store.get("seal") or b"").decode()
    if session.output or not stands(config.out, work, seal):
        with open_staging(config.out, work, session.output) as output:
            if not output.complete or output.seal != seal:
                return None
            session.output = output
    session.keep_files(job.found.files, store)
    store.commit()
    refuse_unsound(report, config)
    return report

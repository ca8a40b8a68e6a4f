"""The short way after an edit of templates: what they show is as it was, so nothing is linked again.

Every page that can reach such a template is made anew, from the answers of the last build.
"""

from contextlib import closing

from sitegen.model.report import Report
from sitegen.pipeline.job import Job
from sitegen.pipeline.nouns import CODEC
from sitegen.pipeline.shortcuts.again import ShortWay, make_again
from sitegen.pipeline.shortcuts.remembered import Remembered
from sitegen.pipeline.shortcuts.theming import edited_theme, theme_answers
from sitegen.pipeline.steps.contents import Contents
from sitegen.pipeline.steps.findings import load_early
from sitegen.pipeline.steps.publishing import open_output
from sitegen.pipeline.steps.reports import load_report


def restyle(job: Job) -> Report | None:
    """Build again after such an edit; None where the whole walk is needed. Raises Failure as `make` does."""
    config, store = job.config, job.store
    edited = None if config.extensions else edited_theme(job)
    report = load_report(store)
    # A page that could not be made is not remembered: only the whole walk speaks of it again.
    if edited is None or not edited.only_templates or report is None or report.failed:
        return None
    with closing(Contents(store.file)) as contents, open_output(job) as output:
        if not output.complete:
            return None
        way = ShortWay(job, contents, output, report)
        answers = Remembered(contents, theme_answers(edited, config.root, contents.store))
        early = load_early(store)
        published = make_again(way, edited.theme, answers, early, job.workers)
        if published is None:
            return None
        with job.watch("write"):
            store.put("theme", CODEC.encode(edited.theme))
            store.commit()
        return published

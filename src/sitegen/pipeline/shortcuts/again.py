"""What both short ways do: make the pages that would hear another answer now, and put them in the place of the old."""

from sitegen.base.noun import Noun, replace
from sitegen.engine.workers import ALONE, Workers
from sitegen.model.report import Report
from sitegen.model.theme import Theme
from sitegen.pipeline.job import Job
from sitegen.pipeline.nouns import CODEC
from sitegen.pipeline.shortcuts.remembered import NeverAsked, Remembered, RememberedTeller
from sitegen.pipeline.steps.contents import Contents
from sitegen.pipeline.steps.findings import Early, findings_of
from sitegen.pipeline.steps.memory import compare_some, keep, reason
from sitegen.pipeline.steps.mending import reline_all
from sitegen.pipeline.steps.publishing import Output
from sitegen.pipeline.steps.rendering import make_pages, open_bench
from sitegen.pipeline.steps.reports import refuse_unsound, store_report


class ShortWay(Noun):
    """What a build that goes one works with."""

    job: Job
    contents: Contents
    output: Output
    before: Report
    """Of the last finished build."""


def make_again(
    way: ShortWay,
    theme: Theme,
    answers: Remembered,
    early: Early,
    workers: Workers = ALONE,
    *,
    most: int | None = None,
) -> Report | None:
    """Make the pages that asked any of `answers.fresh` and would hear something else now, and publish them.

    `early` is what was found before the first page was made, and `most` how many pages it may be. All is remembered
    but not committed yet. None where the whole walk is needed; raises Failure as `make` does.
    """
    job, config, store, output = way.job, way.job.config, way.job.store, way.output
    with job.watch("compare"):
        teller = RememberedTeller(answers, way.contents.key)
        answered = compare_some(store, teller, answers.fresh)
        words = answered.by_number()
        asked = store.outputs_that_asked(words)
        if most is not None and len(asked) > most:
            return None
        pages = [CODEC.decode(page) for page in store.pages(asked)]
        questions = {page: [words[number] for number in asked[page.path]] for page in pages}
        stale = {page: reason(changed, answered) for page, changed in questions.items()}
    bench = open_bench(theme, teller, job, output.there)
    output.expect(len(stale))
    mended = reline_all(questions, answered, output.there)
    try:
        with job.watch("render"):
            made = make_pages(stale, bench, workers, mended=mended, viewers=job.viewers)
    except (NeverAsked, OSError):
        return None  # a page asks what none has asked before, or a template has just gone
    if made.broken():
        return None
    report = replace(way.before, diagnostics=findings_of(early, store, made, frozenset()))
    refuse_unsound(report, config)
    with job.watch("write"):
        published = output.publish_some(report, made)
        if published is None:
            return None
        keep(store, made, answered, (), stale, numbers=answers.numbers)
        job.session.keep_files(job.found.files, store)
        store_report(replace(report, bytes=published.bytes), store)
    return published

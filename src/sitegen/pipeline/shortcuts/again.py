"""What both short ways do: make the pages that would hear another answer now, and put them in the place of the old."""

from sitegen.base.diagnostics import Failure
from sitegen.base.noun import Noun, replace
from sitegen.engine.store import Store
from sitegen.engine.workers import Progress, silent
from sitegen.model.config import Config
from sitegen.model.report import Report
from sitegen.model.theme import Theme
from sitegen.pipeline.nouns import CODEC
from sitegen.pipeline.session import Session
from sitegen.pipeline.shortcuts.remembered import NeverAsked, Remembered, RememberedTeller
from sitegen.pipeline.steps.contents import Contents
from sitegen.pipeline.steps.findings import Early, findings_of
from sitegen.pipeline.steps.memory import Made, compare_some, keep, reason
from sitegen.pipeline.steps.publishing import Output
from sitegen.pipeline.steps.relining import reline_all
from sitegen.pipeline.steps.rendering import TEMPLATES, Bench, Opener
from sitegen.pipeline.steps.reports import store_report, tempered
from sitegen.pipeline.steps.swapping import Standing
from sitegen.pipeline.steps.viewing import Viewers, render_viewed
from sitegen.pipeline.stopwatch import Stopwatch
from sitegen.pipeline.survey import Survey


class ShortWay(Noun):
    """What a build that goes one works with."""

    found: Survey
    config: Config
    store: Store
    session: Session
    contents: Contents
    output: Output
    before: Report
    """Of the last finished build."""
    viewers: Viewers | None
    watch: Stopwatch


def make_again(
    way: ShortWay,
    theme: Theme,
    answers: Remembered,
    early: Early,
    *,
    workers: int = 1,
    most: int | None = None,
    progress: Progress = silent,
) -> Report | None:
    """Make the pages that asked any of `answers.fresh` and would hear something else now, and publish them.

    `early` is what was found before the first page was made, and `most` how many pages it may be. All is remembered
    but not committed yet. None where the whole walk is needed; raises Failure as `make` does.
    """
    config, store, output = way.config, way.store, way.output
    with way.watch("compare"):
        teller = RememberedTeller(answers, way.contents.key)
        answered = compare_some(store, teller, answers.fresh)
        words = answered.by_number()
        asked = store.outputs_that_asked(words)
        if most is not None and len(asked) > most:
            return None
        pages = [CODEC.decode(page) for page in store.pages(asked)]
        questions = {page: [words[number] for number in asked[page.path]] for page in pages}
        stale = {page: reason(changed, answered) for page, changed in questions.items()}
    bench = Bench(Opener(theme, config, store.folder(TEMPLATES)), teller, config, output.standing, output.stage)
    made = Made()
    try:
        with way.watch("render"):
            output.expect(len(stale))
            made.swapped.update(reline_all(questions, answered, Standing(config.out, output.standing, output.stage)))
            anew = tuple(page for page in stale if page.path not in made.swapped)
            for batch in render_viewed(anew, bench, viewers=way.viewers, workers=workers, progress=progress):
                made.add(batch)
    except (NeverAsked, OSError):
        return None  # a page asks what none has asked before, or a template has just gone
    if made.broken():
        return None
    report = replace(way.before, diagnostics=findings_of(early, store, made, frozenset()))
    if not config.keep_going and (told := tempered(report, config)).failed:
        raise Failure(told.diagnostics)
    with way.watch("write"):
        published = output.publish_some(report, made)
        if published is None:
            return None
        keep(store, made, answered, (), stale, numbers=answers.numbers)
        way.session.keep_files(way.found.files, store)
        store_report(replace(report, bytes=published.bytes), store)
    return published

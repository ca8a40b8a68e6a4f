"""The short way after an edit of templates: what they show is as it was, so nothing is linked again.

Every page that can reach such a template is made anew, from the answers of the last build.
"""

from collections.abc import Callable
from contextlib import closing

from sitegen.base.diagnostics import Failure
from sitegen.base.noun import replace
from sitegen.engine.store import Store
from sitegen.engine.workers import usable_cores
from sitegen.model.config import Config
from sitegen.model.report import Report
from sitegen.pipeline.contents import Contents
from sitegen.pipeline.findings import findings_of, load_early
from sitegen.pipeline.memory import Made, because, compare_some, keep
from sitegen.pipeline.nouns import CODEC
from sitegen.pipeline.publishing import open_output
from sitegen.pipeline.remembered import NeverAsked, Remembered, RememberedTeller
from sitegen.pipeline.rendering import TEMPLATES, Bench, Opener
from sitegen.pipeline.reports import hardened, load_report, store_report
from sitegen.pipeline.session import Session
from sitegen.pipeline.survey import Survey
from sitegen.pipeline.theming import edited_theme, theme_answers
from sitegen.pipeline.viewing import Viewers, render_viewed

Progress = Callable[[str, int, int], None]


def restyle(
    found: Survey,
    config: Config,
    store: Store,
    session: Session,
    progress: Progress,
    viewers: Viewers | None = None,
) -> Report | None:
    """Build again after such an edit; None where the whole walk is needed. Raises Failure as `make` does."""
    edited = None if config.extensions else edited_theme(found, config, store)
    report = load_report(store)
    # A page that could not be made is not remembered: only the whole walk speaks of it again.
    if edited is None or not edited.only_templates or report is None or report.failed:
        return None
    with closing(Contents(store.file)) as contents, open_output(config, store, session) as output:
        if not output.complete:
            return None
        fresh = theme_answers(edited.theme, config.root)
        teller = RememberedTeller(Remembered(contents, fresh), contents.key)
        answered = compare_some(store, teller, fresh)
        asked = store.outputs_that_asked(number for number, _, _ in answered.changed.values())
        stale = because(asked, answered, [CODEC.decode(page) for page in store.pages(asked)])
        opener = Opener(edited.theme, config, store.folder(TEMPLATES))
        bench = Bench(opener, teller, config, output.standing, output.stage)
        workers = config.build.workers or usable_cores()
        made = Made()
        try:
            for batch in render_viewed(tuple(stale), bench, viewers=viewers, workers=workers, progress=progress):
                made.add(batch)
        except (NeverAsked, OSError):
            return None  # a template asks what none has asked before, or has just gone
        if made.broken():
            return None
        report = replace(report, diagnostics=findings_of(load_early(store), store, made, frozenset()))
        if not config.keep_going and (strict := hardened(report, config)).failed:
            raise Failure(strict.diagnostics)
        published = output.publish_some(report, made)
        if published is None:
            return None
        keep(store, made, answered, (), stale)
        store.drop_unasked()
        session.keep_files(found.files, store)
        store.put("theme", CODEC.encode(edited.theme))
        store_report(replace(report, bytes=published.bytes), store)
        store.commit()
        return published

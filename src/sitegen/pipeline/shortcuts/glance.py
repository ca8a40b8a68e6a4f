"""After an edit of the theme every page is made anew; those that are looked at are shown ahead of the whole walk."""

from contextlib import closing

from sitegen.base.fs import locate
from sitegen.engine.workers import ALONE
from sitegen.model.theme import Theme
from sitegen.pipeline.job import Job, Viewers
from sitegen.pipeline.nouns import CODEC
from sitegen.pipeline.shortcuts.remembered import NeverAsked, Remembered
from sitegen.pipeline.shortcuts.theming import edited_theme, theme_answers
from sitegen.pipeline.steps.contents import Contents
from sitegen.pipeline.steps.rendering import Standing, Teller, open_bench, render_all
from sitegen.route.files import static_path


def glance(job: Job, viewers: Viewers) -> None:
    """Show the pages that are looked at, where nothing but files of the theme have other bytes, and these files.

    All else is as the last build left it, so they are the pages that the walk will make. What is wrong with one keeps
    it from being shown: the walk says so.
    """
    edited = edited_theme(job)
    if edited is None:
        return
    root = job.config.root
    with closing(Contents(job.store.file)) as contents:
        try:
            for files in edited.theme.statics.values():
                if files[0].path in edited.changed:
                    viewers.show(static_path(files[0]), locate(root, files[0].path).read_bytes())
            answers = Remembered(contents, theme_answers(edited, root, contents.store))
            _show_pages(edited.theme, Teller(answers, contents.key), job, viewers)
        except (NeverAsked, OSError):
            return  # a template asks what none has asked before, or a file has just gone


def _show_pages(theme: Theme, teller: Teller, job: Job, viewers: Viewers) -> None:
    standing = job.session.output.standing if job.session.output else {}
    known = {path: standing[path].digest for path in viewers.pages if path in standing}

    bench = open_bench(theme, teller, job, Standing(job.config.out, known, viewers.show_page))
    pages = [CODEC.decode(page) for page in job.store.pages(viewers.pages)]
    for _ in render_all(pages, bench, ALONE):
        pass

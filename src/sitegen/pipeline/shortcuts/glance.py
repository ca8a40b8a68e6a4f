"""After an edit of the theme every page is made anew; those that are looked at are shown ahead of the whole walk."""

from contextlib import closing

from sitegen.base.fs import locate
from sitegen.engine.store import Store
from sitegen.engine.workers import silent
from sitegen.model.config import Config
from sitegen.model.theme import Theme
from sitegen.pipeline.nouns import CODEC
from sitegen.pipeline.session import Session
from sitegen.pipeline.shortcuts.remembered import NeverAsked, Remembered
from sitegen.pipeline.shortcuts.theming import edited_theme, theme_answers
from sitegen.pipeline.steps.contents import Contents
from sitegen.pipeline.steps.rendering import TEMPLATES, Bench, Opener, Teller, render_all
from sitegen.pipeline.steps.viewing import Viewers
from sitegen.pipeline.survey import Survey
from sitegen.route.files import static_path


def glance(found: Survey, config: Config, store: Store, session: Session, viewers: Viewers) -> None:
    """Show the pages that are looked at, where nothing but files of the theme have other bytes, and these files.

    All else is as the last build left it, so they are the pages that the walk will make. What is wrong with one keeps
    it from being shown: the walk says so.
    """
    edited = edited_theme(found, config, store)
    if edited is None:
        return
    theme = edited.theme
    with closing(Contents(store.file)) as contents:
        try:
            for files in theme.statics.values():
                if files[0].path in edited.changed:
                    viewers.show(static_path(files[0]), locate(config.root, files[0].path).read_bytes())
            answers = Remembered(contents, theme_answers(edited, config.root, contents.store))
            teller = Teller(answers, contents.key)
            _show_pages(theme, teller, config, store, session, viewers)
        except (NeverAsked, OSError):
            return  # a template asks what none has asked before, or a file has just gone


def _show_pages(theme: Theme, teller: Teller, config: Config, store: Store, session: Session, viewers: Viewers) -> None:
    standing = session.output.standing if session.output else {}
    known = {path: standing[path].digest for path in viewers.pages if path in standing}

    def show(path: str, data: bytes) -> None:
        if data:  # a page whose template fails has no bytes
            viewers.show(path, data)

    bench = Bench(Opener(theme, config, store.folder(TEMPLATES)), teller, config, known, show)
    pages = [CODEC.decode(page) for page in store.pages(viewers.pages)]
    for _ in render_all(pages, bench, workers=1, progress=silent):
        pass

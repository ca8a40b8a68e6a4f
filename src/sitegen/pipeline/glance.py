"""After an edit of the theme every page is made anew; those that are looked at are shown ahead of the whole walk."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from sitegen.base.fs import locate
from sitegen.base.noun import replace
from sitegen.engine.reads import Question
from sitegen.engine.store import Store
from sitegen.model.config import Config
from sitegen.model.theme import Theme, ThemeFile
from sitegen.pipeline.contents import Contents, Keys
from sitegen.pipeline.nouns import CODEC
from sitegen.pipeline.remembered import NeverAsked, Remembered
from sitegen.pipeline.rendering import TEMPLATES, Bench, Opener, Teller, render_all
from sitegen.pipeline.session import Session
from sitegen.pipeline.survey import Survey
from sitegen.pipeline.viewing import Viewers
from sitegen.render.closure import TemplateDigests, read_template
from sitegen.route.files import static_path


def glance(found: Survey, config: Config, store: Store, session: Session, viewers: Viewers) -> None:
    """Show the pages that are looked at, where nothing but files of the theme have other bytes, and these files.

    All else is as the last build left it, so they are the pages that the walk will make. What is wrong with one keeps
    it from being shown: the walk says so.
    """
    data = store.get("theme")
    if not data or found.moved or not found.same_settings or not found.same_shape:
        return
    changed = _digests(found, config.root)
    theme = retouched(CODEC.decode(data), changed)
    if theme is None:
        return
    contents = Contents(store.file)
    try:
        for files in theme.statics.values():
            if files[0].path in changed:
                viewers.show(static_path(files[0]), locate(config.root, files[0].path).read_bytes())
        answers = Remembered(store, contents, _answers(theme, config.root))
        _show_pages(theme, answers, config, store, session, viewers)
    except (NeverAsked, OSError):
        return  # a template asks what none has asked before, or a file has just gone
    finally:
        contents.close()


def retouched(theme: Theme, changed: Mapping[str, str]) -> Theme | None:
    """Return the theme with the new digests of some files, by path; None where one of them is no file of it."""
    ways = (theme.templates, theme.statics)
    if not changed.keys() <= {file.path for files in ways for rungs in files.values() for file in rungs}:
        return None

    def renew(rungs: tuple[ThemeFile, ...]) -> tuple[ThemeFile, ...]:
        return tuple(replace(file, digest=changed.get(file.path, file.digest)) for file in rungs)

    templates, statics = ({name: renew(rungs) for name, rungs in files.items()} for files in ways)
    return replace(theme, templates=templates, statics=statics)


def _digests(found: Survey, root: Path) -> dict[str, str]:
    paths = {path: Path(path) for path in found.changed}
    return {
        file.relative_to(root).as_posix() if file.is_relative_to(root) else path: found.files.seen[path][2]
        for path, file in paths.items()
    }


def _answers(theme: Theme, root: Path) -> dict[Question, object]:
    digests = TemplateDigests(theme, partial(read_template, root=root))
    templates: dict[Question, object] = {("template", name): digests(name) for name in theme.templates}
    statics = {name: "/" + static_path(rungs[0]) for name, rungs in theme.statics.items()}
    return templates | {(kind, name): address for kind in ("static", "asset") for name, address in statics.items()}


def _show_pages(
    theme: Theme, answers: Remembered, config: Config, store: Store, session: Session, viewers: Viewers
) -> None:
    standing = session.output.standing if session.output else {}
    known = {path: standing[path].digest for path in viewers.pages if path in standing}

    def show(path: str, data: bytes) -> None:
        if data:  # a page whose template fails has no bytes
            viewers.show(path, data)

    bench = Bench(Opener(theme, config, store.folder(TEMPLATES)), Teller(answers, Keys(store)), config, known, show)
    pages = [CODEC.decode(page) for page in store.pages(viewers.pages)]
    for _ in render_all(pages, bench, workers=1, progress=lambda *_: None):
        pass

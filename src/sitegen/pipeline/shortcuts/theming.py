"""The theme of the last build, with what an edit has made of some of its files."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from sitegen.base.fs import within
from sitegen.base.noun import Noun, replace
from sitegen.engine.reads import Question
from sitegen.engine.store import Store, spell
from sitegen.model.theme import Theme, ThemeFile
from sitegen.pipeline.job import Job
from sitegen.pipeline.nouns import CODEC
from sitegen.pipeline.survey import Survey
from sitegen.render.theme.closure import STRINGS, TemplateDigests, read_template
from sitegen.route.files import static_path


class Edited(Noun):
    """A theme of which some files have other bytes."""

    theme: Theme
    changed: frozenset[str]
    """Their paths, as the theme has them."""

    @property
    def only_templates(self) -> bool:
        """Whether none of them is a static file, which would have another address."""
        return self.changed <= _paths(self.theme.templates)


def edited_theme(job: Job) -> Edited | None:
    """Return the theme as it is now, where its files and nothing else have other bytes; None where more differs."""
    data = job.store.get("theme")
    if not data or not job.found.changed or not job.found.only_bytes:
        return None
    changed = _digests(job.found, job.config.root)
    theme = None if changed is None else retouched(CODEC.decode(data), changed)
    return None if changed is None or theme is None else Edited(theme, frozenset(changed))


def retouched(theme: Theme, changed: Mapping[str, str]) -> Theme | None:
    """Return the theme with the new digests of some files, by path; None where one of them is no file of it."""
    if not changed.keys() <= _paths(theme.templates) | _paths(theme.statics):
        return None

    def renew(rungs: tuple[ThemeFile, ...]) -> tuple[ThemeFile, ...]:
        return tuple(replace(file, digest=changed.get(file.path, file.digest)) for file in rungs)

    templates, statics = (
        {name: renew(rungs) for name, rungs in files.items()} for files in (theme.templates, theme.statics)
    )
    return replace(theme, templates=templates, statics=statics)


def theme_answers(edited: Edited, root: Path, store: Store) -> dict[Question, object]:
    """Return the answers to all questions about a theme's files that may be others now.

    A file that was not published before, since a page or another file stands at its address, is not published now.
    """
    digests = TemplateDigests(edited.theme, partial(read_template, root=root))
    answers: dict[Question, object] = {("template", name): digests(name) for name in (*edited.theme.templates, STRINGS)}
    for name, (file, *_) in edited.theme.statics.items():
        for question in (("static", name), ("asset", name)) if file.path in edited.changed else ():
            before = store.value(spell(question))
            if before and CODEC.decode(before):
                answers[question] = "/" + static_path(file)
    return answers


def _paths(files: Mapping[str, tuple[ThemeFile, ...]]) -> frozenset[str]:
    return frozenset(file.path for rungs in files.values() for file in rungs)


def _digests(found: Survey, root: Path) -> dict[str, str] | None:
    """Return the digests of what has changed by path; None where a file of it cannot be read."""
    digests = {path: found.files.digest_of(path) for path in found.changed}
    if not all(digests.values()):
        return None
    return {within(Path(path), root) or path: told for path, told in digests.items()}

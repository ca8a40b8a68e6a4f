"""Make pages, each through a view that writes down what it asked, and stage what differs from what stands.

Those that somebody looks at are made before the others.
"""

from array import array
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Self

from sitegen.base.diagnostics import Diagnostic
from sitegen.base.digest import digest
from sitegen.base.noun import Noun, Struct, field, replace
from sitegen.engine.reads import Answers, Question
from sitegen.engine.store import spell
from sitegen.engine.workers import Workers
from sitegen.model.config import Config
from sitegen.model.output import Page
from sitegen.model.theme import Theme
from sitegen.pipeline.job import Job, Viewers
from sitegen.pipeline.nouns import CODEC
from sitegen.render import Render
from sitegen.render.view import View

# These are known by the key of the source they were parsed from, and kept with it.
BY_KEY = frozenset(("article", "content"))

_TEMPLATES = "templates"
"""Folder of the cache with compiled templates."""

Told = tuple[str, str, bytes | None]
"""(words of a question, digest of its answer, the answer where it is kept)"""


class Rendered(Noun):
    """One page that was made."""

    page: Page
    digest: str
    said: bytes
    """Its diagnostics, encoded; empty where there are none."""
    asked: "array[int]"
    """Places in the chunk's `told`."""


class Batch(Noun):
    """What one chunk of pages gave."""

    pages: tuple[Rendered, ...]
    told: tuple[Told, ...]
    """Every question of the chunk, with its answer's digest; the answer itself where this process tells it first."""


_NOTHING = digest(b"")
"""Of a page that could not be made, and that says why."""


class Made(Struct):
    """Pages made in this build, with every question they asked."""

    pages: dict[str, Rendered] = field(default_factory=dict)
    words: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """By path: the questions asked."""
    told: dict[str, tuple[str, bytes | None]] = field(default_factory=dict)
    """By question: digest, and the answer where it is kept."""
    mended: dict[str, str] = field(default_factory=dict)
    """By path: the digest of pages of the last build with other addresses or lines in them; all else is as it was."""

    def add(self, batch: Batch) -> None:
        """Take in what a chunk gave."""
        for words, told, data in batch.told:
            self.told.setdefault(words, (told, data))
        for rendered in batch.pages:
            path = rendered.page.path
            self.pages[path] = rendered
            self.words[path] = tuple([batch.told[place][0] for place in rendered.asked])

    def diagnostics(self) -> Iterable[Diagnostic]:
        """Return what these pages said."""
        for rendered in self.pages.values():
            if rendered.said:
                yield from CODEC.decode(rendered.said)

    def broken(self) -> set[str]:
        """Return the paths of pages that could not be made."""
        return {path for path, rendered in self.pages.items() if rendered.said and rendered.digest == _NOTHING}


class Opener:
    """Opens the renderer of one build once in every process; one that is copied after that shares it."""

    def __init__(self, theme: Theme, config: Config, compiled: Path) -> None:
        """Take what the renderer is made of; `compiled` is a folder for compiled templates."""
        self._given = (theme, config, compiled)
        self._opened: Render | None = None

    def __reduce__(self) -> tuple[type[Self], tuple[Theme, Config, Path]]:
        return type(self), self._given

    def __call__(self) -> Render:
        """Return what makes pages, with its templates and extensions loaded."""
        if self._opened is None:
            from sitegen.pipeline.steps.extensions import load_extensions
            from sitegen.render import make_renderer

            theme, config, compiled = self._given
            self._opened = make_renderer(theme, config, load_extensions(config), cache=compiled)
        return self._opened


class Teller:
    """Passes answers on, and knows the digest of each; one that is copied to another process knows none yet."""

    def __init__(self, answers: Answers, key: Callable[[str], str | None]) -> None:
        """Take what answers, and what gives the key of a source by its id."""
        self._answers = answers
        self._key = key
        self._told: dict[Question, Told] = {}

    def __reduce__(self) -> tuple[type[Self], tuple[Answers, Callable[[str], str | None]]]:
        return type(self), (self._answers, self._key)

    def begin(self, outputs: Sequence[str]) -> None:
        """Get ready for what these outputs, by their paths, are going to ask."""

    def answer(self, question: Question) -> object:
        """Return the answer."""
        return self._answers.answer(question)

    def tell(self, question: Question) -> Told:
        """Return a question's words and the digest of its answer; the first time in this process, the answer as well.

        What is known by the key of its source has that key for a digest, and its answer is never told.
        """
        told = self._told.get(question)
        if told is None:
            told = self._tell(question)
            self._told[question] = (*told[:2], None)
        return told

    def _tell(self, question: Question) -> Told:
        if question[0] in BY_KEY:
            return (spell(question), self._key(question[1]) or "", None)
        data = CODEC.encode(self._answers.answer(question))
        return (spell(question), digest(data), data)


class Standing(Noun):
    """Where pages stand, and where they go."""

    out: Path
    digests: Mapping[str, str]
    """Of every file of ours that is as the remembered build wrote it, by output path; such bytes need not be staged."""
    stage: Callable[..., None]
    """Takes a path and the finished bytes, in one part or several; may be called in any process."""

    def read(self, path: str) -> bytes | None:
        """Return a page as it stands; None where it does not."""
        try:
            with open(f"{self.out}/{path}", "rb") as file:  # noqa: PTH123  (quicker)
                return file.read()
        except OSError:
            return None


class Bench(Noun):
    """Everything that a process needs to make pages."""

    opener: Callable[[], Render]
    """Opens the renderer, once in each process."""
    teller: Teller
    config: Config
    there: Standing


def open_bench(theme: Theme, teller: Teller, job: Job, there: Standing) -> Bench:
    """Return the bench of one build; compiled templates are kept beside its store."""
    return Bench(Opener(theme, job.config, job.store.folder(_TEMPLATES)), teller, job.config, there)


def make_pages(
    pages: Collection[Page],
    bench: Bench,
    workers: Workers,
    *,
    mended: Iterable[tuple[str, str]],
    viewers: Viewers | None,
) -> Made:
    """Make the pages and stage them, and show `viewers` theirs before the site is written.

    `mended` stages those that stand but for a few bytes, and gives the path and the new digest of each.
    """
    made = Made(mended=dict(mended))
    anew = [page for page in pages if page.path not in made.mended]
    for batch in _viewed_first(anew, bench, workers, viewers):
        made.add(batch)
    return made


def _viewed_first(pages: Sequence[Page], bench: Bench, workers: Workers, viewers: Viewers | None) -> Iterator[Batch]:
    first = [page for page in pages if viewers and page.path in viewers.pages]
    if viewers and first:

        def stage(path: str, data: bytes) -> None:
            bench.there.stage(path, data)
            viewers.show_page(path, data)

        yield from render_all(first, replace(bench, there=replace(bench.there, stage=stage)), replace(workers, count=1))
        shown = {page.path for page in first}
        pages = [page for page in pages if page.path not in shown]
    yield from render_all(pages, bench, workers)


def render_all(pages: Sequence[Page], bench: Bench, workers: Workers) -> Iterator[Batch]:
    """Make the pages and stage them."""
    return workers.each_chunk("render", _render_chunk, bench, pages, size=48)


def _render_chunk(bench: Bench, pages: Sequence[Page]) -> Batch:
    render = bench.opener()
    bench.teller.begin([page.path for page in pages])
    places: dict[Question, int] = {}
    made = []
    for page in pages:
        view = View(bench.teller, bench.config)
        artifact = render(page, view)
        if bench.there.digests.get(artifact.path) != artifact.digest:
            bench.there.stage(artifact.path, artifact.data)
        asked = array("I", [places.setdefault(question, len(places)) for question in view.asked])
        said = CODEC.encode(artifact.diagnostics) if artifact.diagnostics else b""
        made.append(Rendered(page, artifact.digest, said, asked))
    return Batch(tuple(made), tuple(map(bench.teller.tell, places)))

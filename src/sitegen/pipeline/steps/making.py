"""Make the pages that differ, those that somebody looks at before the others, or mend those that need no more."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from sitegen.base.noun import replace
from sitegen.engine.workers import Workers
from sitegen.model.output import Page
from sitegen.pipeline.job import Viewers
from sitegen.pipeline.steps.memory import Made
from sitegen.pipeline.steps.publishing import Output
from sitegen.pipeline.steps.rendering import Batch, Bench, render_all


def make_pages(
    pages: Collection[Page],
    bench: Bench,
    output: Output,
    workers: Workers,
    *,
    mended: Iterable[tuple[str, str]],
    viewers: Viewers | None,
) -> Made:
    """Make the pages and stage them, and show `viewers` theirs before the site is written.

    `mended` stages those that stand but for a few bytes, and gives the path and the new digest of each.
    """
    output.expect(len(pages))
    made = Made(mended=dict(mended))
    anew = [page for page in pages if page.path not in made.mended]
    for batch in _viewed_first(anew, bench, workers, viewers):
        made.add(batch)
    return made


def _viewed_first(pages: Sequence[Page], bench: Bench, workers: Workers, viewers: Viewers | None) -> Iterator[Batch]:
    first = [page for page in pages if viewers and page.path in viewers.pages]
    if viewers and first:

        def stage(path: str, data: bytes) -> None:
            bench.stage(path, data)
            viewers.show_page(path, data)

        yield from render_all(first, replace(bench, stage=stage), replace(workers, count=1))
        shown = {page.path for page in first}
        pages = [page for page in pages if page.path not in shown]
    yield from render_all(pages, bench, workers)

"""Pages that somebody looks at are made before the others, and shown before the site is written."""

from collections.abc import Callable, Collection, Iterator, Sequence

from sitegen.base.noun import Noun, replace
from sitegen.engine.workers import Progress
from sitegen.model.output import Page
from sitegen.pipeline.steps.rendering import Batch, Bench, render_all


class Viewers(Noun):
    """Who looks on while a site is built."""

    pages: Collection[str]
    """Output paths of the pages that are looked at."""
    show: Callable[[str, bytes], None]
    """Takes the path and the new bytes of such a page, or of a file that it loads.

    The build may fail all the same: then nothing has changed.
    """


def render_viewed(
    pages: Sequence[Page],
    bench: Bench,
    *,
    viewers: Viewers | None,
    workers: int,
    progress: Progress,
) -> Iterator[Batch]:
    """Make the pages and stage them, as `render_all` does; those that are looked at come first."""
    first = [page for page in pages if viewers and page.path in viewers.pages]
    if viewers and first:

        def stage(path: str, data: bytes) -> None:
            bench.stage(path, data)
            if data:  # a page whose template fails has no bytes
                viewers.show(path, data)

        yield from render_all(first, replace(bench, stage=stage), workers=1, progress=progress)
        shown = {page.path for page in first}
        pages = [page for page in pages if page.path not in shown]
    yield from render_all(pages, bench, workers=workers, progress=progress)

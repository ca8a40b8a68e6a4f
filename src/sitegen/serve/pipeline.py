"""The walk that builds the site becomes the preview's builder."""

from pathlib import Path

from sitegen.base.diagnostics import Failure
from sitegen.base.paths import base_path
from sitegen.configure import configure
from sitegen.engine.workers import Progress
from sitegen.model.config import Flags
from sitegen.model.report import Report
from sitegen.pipeline import build
from sitegen.pipeline.job import Viewers
from sitegen.pipeline.session import Session
from sitegen.serve.builder import Audience, Overtaken


class PipelineBuilder:
    """Builds with the pipeline that `sitegen build` uses, into the preview's folder and with a memory of its own."""

    def __init__(self, root: Path, flags: Flags, progress: Progress) -> None:
        self._root = root
        self._flags = flags
        self._progress = progress
        self._session = Session()
        self.base = "/"
        self.watched: tuple[str, ...] = ()
        self._look()

    def build(self, changed: frozenset[str] | None, audience: Audience) -> Report:
        """Build; a newer change ends it at the next sign of progress."""

        def progress(verb: str, done: int, total: int) -> None:
            if audience.overtaken():
                raise Overtaken
            self._progress(verb, done, total)

        self._look()
        self._session.expect(changed)
        viewers = Viewers(audience.pages, audience.show)
        return build(self._root, self._flags, progress, memory="preview", viewers=viewers, session=self._session)

    def _look(self) -> None:
        try:
            config = configure(self._root, self._flags)
        except Failure:
            # The build says it.
            return
        self.base = base_path(config.site.url)
        self.watched = config.extensions

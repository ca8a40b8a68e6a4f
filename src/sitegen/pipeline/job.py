"""What one build works with, whichever way it goes."""

from collections.abc import Callable, Collection

from sitegen.base.noun import Noun
from sitegen.engine.store import Store
from sitegen.engine.workers import Progress, silent, usable_cores
from sitegen.model.config import Config
from sitegen.pipeline.session import Session
from sitegen.pipeline.survey import Survey


class Viewers(Noun):
    """Who looks on while a site is built."""

    pages: Collection[str]
    """Output paths of the pages that are looked at."""
    show: Callable[[str, bytes], None]
    """Takes the path and the new bytes of such a page, or of a file that it loads.

    The build may fail all the same: then nothing has changed.
    """


class Job(Noun):
    """One build."""

    found: Survey
    config: Config
    store: Store
    session: Session
    progress: Progress = silent
    viewers: Viewers | None = None

    @property
    def workers(self) -> int:
        """How many processes it may use."""
        return self.config.build.workers or usable_cores()

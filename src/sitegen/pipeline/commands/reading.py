"""Read all articles for a command that builds nothing."""

from sitegen.engine.store import Store
from sitegen.engine.workers import Progress, silent
from sitegen.model.config import Config
from sitegen.model.source import Inputs
from sitegen.pipeline.job import begin
from sitegen.pipeline.steps.parsing import Articles, parse_all
from sitegen.scan import scan


def read_all(config: Config, store: Store, progress: Progress = silent) -> tuple[Inputs, Articles]:
    """Return what a build would begin with; what is parsed anew is kept for the next one."""
    job = begin(config, store, progress=progress)
    inputs = scan(config, job.found.files.fingerprint)
    return inputs, parse_all(inputs.sources, job)

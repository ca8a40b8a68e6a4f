"""Take away what builds left: the files that they wrote, then the cache."""

import shutil
from pathlib import Path

from sitegen.configure import configure
from sitegen.engine.lock import hold
from sitegen.model.config import Flags
from sitegen.pipeline.refusals import refusals
from sitegen.write import open_staging, publish


def clean(root: Path | None, out: Path | None = None) -> int:
    """Delete the files of the output folder that are ours, and `.sitegen`; return how many of the first there were.

    Raises Failure where a build is running, or the system does not let us.
    """
    config = configure(root, Flags(out=out))
    work = config.root / ".sitegen"
    with (
        refusals(config.root, config.file),
        hold(work / "build.lock", 0.0),
        open_staging(config.out, work) as staging,
    ):
        deleted = publish(staging, {}).deleted
    shutil.rmtree(work, ignore_errors=True)
    return len(deleted)

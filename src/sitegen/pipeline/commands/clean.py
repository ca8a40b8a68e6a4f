"""Take away what builds left: the files that they wrote, then the cache."""

import shutil
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path

from sitegen.base.diagnostics import Span, failure
from sitegen.base.fs import WORK
from sitegen.configure import configure
from sitegen.engine.lock import hold
from sitegen.model.config import Flags
from sitegen.pipeline.refusals import refusals
from sitegen.write import Published, open_staging, publish

_AT_WORK: Mapping[str, str] = {"build.lock": "build", "publish.lock": "deploy", "preview/lock": "preview"}
"""By the lock that it holds as long as it runs: who lives in the cache."""


def clean(root: Path | None, out: Path | None = None) -> Published:
    """Delete the files of the output folder that are ours, and `.sitegen`; return what became of the first.

    Raises Failure where a build, a deploy or a preview is running, or the system does not let us.
    """
    config = configure(root, Flags(out=out))
    work = config.root / WORK
    with refusals(config.root, config.file), ExitStack() as held:
        for lock, who in _AT_WORK.items():
            try:
                held.enter_context(hold(work / lock, 0.0))
            except BlockingIOError as error:
                message = f"a {who} is running in this folder, and works with what would be deleted"
                hint = "wait until it has ended, or stop it"
                raise failure("write/busy", message, Span(config.file), hint) from error
        staging = held.enter_context(open_staging(config.out, work))
        done = publish(staging, {})
    shutil.rmtree(work, ignore_errors=True)
    return done

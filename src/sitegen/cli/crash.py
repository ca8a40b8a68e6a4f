"""An unexpected exception becomes a plain message and a log file."""

import platform
import sys
import tempfile
import traceback
from collections.abc import Sequence
from pathlib import Path

from sitegen import __version__
from sitegen.base.fs import WORK
from sitegen.configure.find import site_folder

_LOG = "crash.log"


def report(error: BaseException, arguments: Sequence[str]) -> None:
    """Say on stderr that sitegen itself failed, and where the details are."""
    what = f"{type(error).__name__}: {error}".splitlines()[0]
    print(
        f"sitegen stopped because of a mistake of its own, not of yours: {what}\n"
        f"{_written(error, arguments)}\n"
        "Please report this, with the details, to the makers of sitegen.",
        file=sys.stderr,
    )


def _written(error: BaseException, arguments: Sequence[str]) -> str:
    details = (
        f"sitegen {__version__} · Python {platform.python_version()} · {platform.platform()}\n"
        f"arguments: {' '.join(arguments)}\n\n"
        f"{''.join(traceback.format_exception(error))}"
    )
    work = site_folder(_root(arguments)) / WORK
    for log in (work / _LOG, Path(tempfile.gettempdir()) / f"sitegen-{_LOG}"):
        try:
            if log.parent == work:
                work.mkdir(exist_ok=True)
                (work / ".gitignore").write_text("*\n", encoding="utf-8")
            log.write_text(details, encoding="utf-8", errors="backslashreplace")
        except OSError:
            continue
        return f"The details are in {log}"
    return f"The details:\n{details}"


def _root(arguments: Sequence[str]) -> Path | None:
    for argument, following in zip(arguments, [*arguments[1:], ""], strict=False):
        if argument == "--root":
            return Path(following)
        if argument.startswith("--root="):
            return Path(argument.removeprefix("--root="))
    return None

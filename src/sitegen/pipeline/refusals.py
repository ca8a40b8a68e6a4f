"""What keeps us from a site's folder becomes a Failure: somebody else at work there, or a disk that takes nothing.

So does a file of the site that goes while it is built, as in a checkout.
"""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sitegen.base.diagnostics import Failure, Span, failure
from sitegen.base.fs import WORK, unreadable, within
from sitegen.model.source import FOLDERS
from sitegen.write import cannot_write

_TAKES_NOTHING = frozenset((errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EROFS))
_STANDS = "the site stands whole, and the next build makes up for this one"


@contextmanager
def refusals(root: Path, file: str) -> Iterator[None]:
    """Raise Failure where another process works in the site's folder, the system does not let us write, or a file goes.

    `file` is the configuration, where the first is told.
    """
    work = root / WORK
    try:
        yield
    except BlockingIOError as error:
        hint = "wait until it has ended, or stop it"
        raise failure("write/busy", "another build is running in this folder", Span(file), hint) from error
    except OSError as error:
        named = Path(error.filename) if isinstance(error.filename, str) else work
        shown = within(named, root) or str(named)
        if error.errno == errno.ENOENT and shown.partition("/")[0] in FOLDERS:
            hint = "it went while the site was built: build again"
            raise Failure([unreadable(error, shown, hint)]) from error
        if error.errno not in _TAKES_NOTHING and not (error.filename and named.is_relative_to(work)):
            raise
        raise cannot_write(error, shown, stands=_STANDS, elsewhere="") from error

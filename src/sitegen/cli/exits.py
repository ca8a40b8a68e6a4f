"""What an exit code means."""

from sitegen.base.diagnostics import Failure

GOOD = 0
WRONG_SITE = 1
WRONG_COMMAND = 2
WRONG_SITEGEN = 70
INTERRUPTED = 130
PIPE_CLOSED = 141


def code_of(failure: Failure) -> int:
    """Return 2 where there is no site to work on, else 1."""
    nowhere = any(diagnostic.code == "configure/no-site" for diagnostic in failure.diagnostics)
    return WRONG_COMMAND if nowhere else WRONG_SITE

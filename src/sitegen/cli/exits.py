"""What an exit code means."""

from sitegen.base.diagnostics import Failure

GOOD = 0
WRONG_SITE = 1
WRONG_COMMAND = 2
WRONG_SITEGEN = 70
INTERRUPTED = 130
PIPE_CLOSED = 141


def code_of(failure: Failure) -> int:
    """Return 2 where there is no site to work on or only flags are wrong, else 1."""
    of_command = (
        diagnostic.code == "configure/no-site" or diagnostic.span.path.startswith("--")
        for diagnostic in failure.diagnostics
    )
    return WRONG_COMMAND if all(of_command) else WRONG_SITE

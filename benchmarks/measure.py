"""A command becomes its costs: wall time, processor time of its whole process tree, peak memory."""

import os
import signal
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Cost:
    """What one run took."""

    wall: float
    """Seconds."""
    cpu: float
    """Seconds of user and system time, of all processes that were waited for."""
    memory: float
    """MiB of the largest single process."""
    others: float
    """Cores that everybody else on the machine kept busy meanwhile; 0 where the system does not tell."""
    written: int = 0
    """Files of the output that were written."""


class TookTooLong(Exception):  # noqa: N818  (it says what happened)
    """The command was stopped."""


class Refused(Exception):  # noqa: N818
    """The command ended with an error."""


def run(command: Sequence[str], folder: Path, log: Path, *, patience: float) -> Cost:
    """Run a command in a folder; what it says goes into the log. Raises Refused or TookTooLong."""
    busy = _busy()
    with log.open("ab") as said:
        start = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, stdin=subprocess.DEVNULL, stdout=said, stderr=said, start_new_session=True
        )
        signal.signal(signal.SIGALRM, lambda *_: os.killpg(process.pid, signal.SIGKILL))
        signal.setitimer(signal.ITIMER_REAL, patience)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        signal.setitimer(signal.ITIMER_REAL, 0)
    # Popen must know that somebody else has waited.
    process.returncode = os.waitstatus_to_exitcode(status)
    if wall >= patience:
        raise TookTooLong(f"{command[0]} was stopped after {patience:.0f} s")
    if process.returncode:
        raise Refused(f"{' '.join(command)} ended with {process.returncode}; see {log}")
    cpu = usage.ru_utime + usage.ru_stime
    unit = 1024 if os.uname().sysname == "Linux" else 1024 * 1024
    others = max(0.0, (_busy() - busy - cpu) / wall) if busy else 0.0
    return Cost(wall, cpu, usage.ru_maxrss / unit, others)


def written_since(folder: Path, moment: int) -> int:
    """Return how many files below a folder were written at or after a moment (in nanoseconds)."""
    return sum(
        os.lstat(f"{parent}/{name}").st_mtime_ns >= moment for parent, _, names in os.walk(folder) for name in names
    )


def _busy() -> float:
    """Return the seconds that all cores have worked since the machine started."""
    try:
        first = Path("/proc/stat").read_text(encoding="ascii").split("\n", 1)[0].split()[1:9]
    except OSError:
        return 0.0
    user, nice, system, _idle, _waiting, *rest = map(int, first)
    return (user + nice + system + sum(rest)) / os.sysconf("SC_CLK_TCK")

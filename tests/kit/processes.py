"""Other processes, as the system shows them: in /proc, or where it has none through `ps`."""

import subprocess
from pathlib import Path

_PROC = Path("/proc")


def alive(group: int) -> list[int]:
    """Return the processes of a group that are alive, by number."""
    if not (_PROC / "self/stat").exists():
        return [int(line) for line in _ps("-o", "pid=", "-g", str(group)).split()]
    found = []
    for folder in _PROC.glob("[0-9]*"):
        try:
            # proc(5): pid (name) state ppid pgrp; a name may hold spaces and brackets.
            state, _, own = (folder / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()[:3]
        except OSError:
            continue  # it has just ended
        if int(own) == group and state != "Z":
            found.append(int(folder.name))
    return sorted(found)


def resident(process: int) -> int:
    """Return the kilobytes of memory that a process holds."""
    status = _PROC / str(process) / "status"
    if not status.exists():
        return int(_ps("-o", "rss=", "-p", str(process)))
    held = next(line for line in status.read_text(encoding="utf-8").splitlines() if line.startswith("VmRSS:"))
    return int(held.split()[1])


def _ps(*options: str) -> str:
    return subprocess.run(["ps", *options], capture_output=True, text=True, check=False).stdout

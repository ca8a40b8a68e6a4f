"""One holder at a time; a process that is gone holds nothing."""

import subprocess
import sys
from pathlib import Path

import pytest

from sitegen.engine.lock import hold

HOLDER = """
import sys, time
from pathlib import Path
from sitegen.engine.lock import hold

with hold(Path(sys.argv[1]), 0.0):
    print("held", flush=True)
    time.sleep(float(sys.argv[2]))
"""


def held(file: Path, seconds: float) -> "subprocess.Popen[bytes]":
    """Return a process that holds the lock for so long."""
    process = subprocess.Popen([sys.executable, "-c", HOLDER, str(file), str(seconds)], stdout=subprocess.PIPE)
    assert b"held\n" == process.stdout.readline()
    return process


def test_one_lock_one_holder(tmp_path: Path) -> None:
    with hold(tmp_path / "lock", 0.0), pytest.raises(BlockingIOError), hold(tmp_path / "lock", 0.0):
        pass
    with hold(tmp_path / "lock", 0.0):
        assert (tmp_path / "lock").exists()


def test_locks_of_different_names_do_not_meet(tmp_path: Path) -> None:
    with hold(tmp_path / "one.lock", 0.0), hold(tmp_path / "deep/two.lock", 0.0):
        assert (tmp_path / "deep").is_dir()


def test_a_lock_is_waited_for(tmp_path: Path) -> None:
    with held(tmp_path / "lock", 0.3), hold(tmp_path / "lock", 30.0):
        pass


def test_a_process_that_was_killed_holds_nothing(tmp_path: Path) -> None:
    with held(tmp_path / "lock", 60.0) as process:
        process.kill()
        process.wait()
        with hold(tmp_path / "lock", 5.0):
            pass


def test_an_error_inside_lets_go(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="inside"), hold(tmp_path / "lock", 0.0):
        raise ValueError("inside")
    with hold(tmp_path / "lock", 0.0):
        pass


@pytest.mark.parametrize("damage", [b"", b"nonsense" * 200])
def test_a_damaged_lock_is_replaced(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / "lock").write_bytes(damage)
    with hold(tmp_path / "lock", 0.0), pytest.raises(BlockingIOError), hold(tmp_path / "lock", 0.0):
        pass

"""The command line, run in this process."""

from dataclasses import dataclass
from pathlib import Path

import pytest


@dataclass(frozen=True)
class Ran:
    """What a command gave."""

    code: int
    out: str
    err: str


class CommandLine:
    """Runs `sitegen` in a folder."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self._monkeypatch = monkeypatch
        self._capsys = capsys

    def __call__(self, *arguments: str, cwd: Path | None = None) -> Ran:
        """Run one command."""
        from sitegen.cli.main import run

        if cwd:
            self._monkeypatch.chdir(cwd)
        self._capsys.readouterr()
        code = run(arguments)
        said = self._capsys.readouterr()
        return Ran(code, said.out, said.err)

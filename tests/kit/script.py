"""A conversation with the command line as text.

$ sitegen build --strict        a command; its exit code must be 0 unless the next line says otherwise
exit 1
stdout 'Built 2 articles'       a regular expression that must be found; with `!` before it, must not
! stderr error
exists output/index.html        a file that must be there
contains output/index.html 'x'  a regular expression that must be found in a file
edit content/a.md 'old' 'new'   replaces the only occurrence
env NO_COLOR=1                  from here on
cd content                      the folder from here on, seen from the site

The site's files follow as an archive.
"""

import re
import shlex
from pathlib import Path

import pytest
from tests.kit.archive import comment, unpack
from tests.kit.command import CommandLine, Ran


class Script:
    """Runs one conversation."""

    def __init__(self, text: str, root: Path, sitegen: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
        self._text = text
        self._root = unpack(text, root)
        self._cwd = root
        self._sitegen = sitegen
        self._monkeypatch = monkeypatch
        self._ran: Ran | None = None
        self._code_is_told = True

    def run(self) -> None:
        """Run every line; fail with the line that does not hold."""
        for number, line in enumerate(comment(self._text).splitlines(), start=1):
            words = shlex.split(line, comments=True)
            if words:
                self._line(words, f"line {number}: {line}")
        self._settle("the end")

    def _line(self, words: list[str], where: str) -> None:
        absent = words[0] == "!"
        name, *arguments = words[1:] if absent else words
        if name == "exit":
            self._code_is_told = True
            assert int(arguments[0]) == self._last.code, f"{where}\n{self._last.err}"
            return
        self._settle(where)
        match name:
            case "$":
                assert arguments.pop(0) == "sitegen", where
                self._ran, self._code_is_told = self._sitegen(*arguments, cwd=self._cwd), False
            case "stdout" | "stderr":
                said = self._last.out if name == "stdout" else self._last.err
                assert absent != bool(re.search(arguments[0], said, re.MULTILINE)), f"{where}\n{said}"
            case "exists":
                assert absent != (self._root / arguments[0]).exists(), where
            case "contains":
                text = (self._root / arguments[0]).read_text(encoding="utf-8")
                assert absent != bool(re.search(arguments[1], text, re.MULTILINE)), where
            case "edit":
                file = self._root / arguments[0]
                text = file.read_text(encoding="utf-8")
                assert text.count(arguments[1]) == 1, where
                file.write_text(text.replace(arguments[1], arguments[2]), encoding="utf-8")
            case "env":
                self._monkeypatch.setenv(*arguments[0].split("=", 1))
            case "cd":
                self._cwd = self._root / arguments[0]
            case _:
                raise ValueError(where)

    @property
    def _last(self) -> Ran:
        assert self._ran, "the script has run no command"
        return self._ran

    def _settle(self, where: str) -> None:
        """Fail where the last command failed and nobody asked for it."""
        if not self._code_is_told:
            self._code_is_told = True
            assert 0 == self._last.code, f"before {where}\n{self._last.err}"

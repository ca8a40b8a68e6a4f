"""Text fixtures: a file of cases, each a title, a line `.`, the input, a line `.`, the expected text, and a line `.`."""

import os
from dataclasses import dataclass
from pathlib import Path

import pytest

_UPDATE = os.environ.get("SITEGEN_UPDATE") == "1"


@dataclass(frozen=True)
class Case:
    """One example, and where it stands."""

    file: Path
    line: int
    title: str
    input: str
    expected: str

    def expect(self, actual: str) -> None:
        """Compare with what the file says; with SITEGEN_UPDATE=1 write it into the file instead."""
        if _UPDATE and actual != self.expected:
            head = f"{self.title}\n.\n{self.input}.\n"
            text = self.file.read_text(encoding="utf-8")
            self.file.write_text(text.replace(f"{head}{self.expected}.\n", f"{head}{actual}.\n"), encoding="utf-8")
            return
        assert self.expected == actual, f"{self.file.name}:{self.line}: {self.title}"


def read_cases(file: Path) -> list[Case]:
    """Return the cases of a file; text between them is for readers."""
    cases: list[Case] = []
    parts: list[list[str]] = [[], [], []]
    title, step, begin = "", 0, 0
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(keepends=True), start=1):
        if line.rstrip("\n") == ".":
            if step == 0:
                begin = number
            step += 1
            if step == 3:
                cases.append(Case(file, begin, title, "".join(parts[1]), "".join(parts[2])))
                parts, step = [[], [], []], 0
        else:
            parts[step].append(line)
            if step == 0 and line.strip():
                title = line.strip()
    if step:
        raise ValueError(f"{file}: the last case does not end")
    return cases


def every_case(name: str, *, beside: str) -> pytest.MarkDecorator:
    """Return what runs a test once for each case of `cases/NAME.md` in the folder of the test file `beside`."""
    found = read_cases(Path(beside).parent / "cases" / f"{name}.md")
    return pytest.mark.parametrize("case", [pytest.param(case, id=f"{case.line}: {case.title}") for case in found])

"""A folder of text files as one readable text: each file begins with a line `-- path --`."""

import re
from pathlib import Path

_MARK = re.compile(r"^-- (\S(?:.*\S)?) --$")


def split(text: str) -> dict[str, str]:
    """Return the files by path, in the order of the text; what stands before the first mark is a comment."""
    files: dict[str, str] = {}
    path = None
    for line in text.splitlines(keepends=True):
        if mark := _MARK.match(line.rstrip("\r\n")):
            path = mark[1]
            if path in files:
                raise ValueError(f"{path} stands twice in the archive")
            files[path] = ""
        elif path is not None:
            files[path] += line
    return files


def comment(text: str) -> str:
    """Return what stands before the first mark."""
    lines = []
    for line in text.splitlines(keepends=True):
        if _MARK.match(line.rstrip("\r\n")):
            break
        lines.append(line)
    return "".join(lines)


def unpack(text: str, folder: Path) -> Path:
    """Write the files below `folder` and return it."""
    for path, content in split(text).items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode())
    return folder

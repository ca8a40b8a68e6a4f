"""A preview whose builder only copies: what the server does by itself, without waiting for pages to be made.

python tests/kit/folder_preview.py ROOT [PORT]. The files below `content/` are the site. Words in a page steer the build:
BAD is an error, WARN a warning, CRASH a mistake of sitegen, `SLOW n` takes n milliseconds, DEAF loses an interrupt. With a file `ahead` in the root,
the pages that are open are shown before the build is done.
"""

import re
import sys
import time
from pathlib import Path

from sitegen.base.diagnostics import Diagnostic, Failure, Span, problem
from sitegen.model.report import Report
from sitegen.serve.builder import Audience, Overtaken
from sitegen.serve.port import listen, url_of
from sitegen.serve.preview import Preview


class _Deaf:
    def __del__(self) -> None:
        sys.stdout.write("deaf\n")
        sys.stdout.flush()
        time.sleep(30)


class FolderBuilder:
    """Copies `content/` into the preview's folder."""

    base = "/repo/"
    watched = ()

    def __init__(self, root: Path, folder: Path) -> None:
        self._root = root
        self._folder = folder

    def build(self, changed: frozenset[str] | None, audience: Audience) -> Report:
        """Copy what differs."""
        content = self._root / "content"
        files = {
            file.relative_to(content).as_posix(): file.read_bytes() for file in content.rglob("*") if file.is_file()
        }
        found = [*_found(files, b"BAD", "parse/no-title"), *_found(files, b"WARN", "parse/no-alt")]
        if any(b"CRASH" in data for path, data in files.items() if path.endswith(".html")):
            raise RuntimeError("the builder broke")
        if any(each.fatal for each in found):
            raise Failure(found)
        if (self._root / "ahead").exists():
            for page in audience.pages:
                audience.show(page, files[page])
        self._take_time(files, audience)
        if any(b"DEAF" in data for data in files.values()):
            _Deaf()
        return self._write(files, tuple(found))

    def _take_time(self, files: dict[str, bytes], audience: Audience) -> None:
        waits = [int(match[1]) for data in files.values() if (match := re.search(rb"SLOW (\d+)", data))]
        end = time.monotonic() + sum(waits) / 1000
        while time.monotonic() < end:
            if audience.overtaken():
                raise Overtaken
            time.sleep(0.005)

    def _write(self, files: dict[str, bytes], found: tuple[Diagnostic, ...]) -> Report:
        written = []
        for path, data in sorted(files.items()):
            target = self._folder / path
            if not target.is_file() or target.read_bytes() != data:
                target.parent.mkdir(parents=True, exist_ok=True)
                new = target.with_name(target.name + ".new")
                new.write_bytes(data)
                new.replace(target)
                written.append(path)
        deleted = []
        for file in sorted(self._folder.rglob("*")):
            path = file.relative_to(self._folder).as_posix()
            if file.is_file() and path not in files:
                file.unlink()
                deleted.append(path)
        return Report(0, 0, len(files), 0, (), found, tuple(written), tuple(deleted), 0, 0.0, str(self._folder))


def _found(files: dict[str, bytes], word: bytes, code: str) -> list[Diagnostic]:
    found = []
    for path, data in sorted(files.items()):
        if not path.endswith(".html"):
            continue
        for number, line in enumerate(data.split(b"\n"), 1):
            if word in line:
                span = Span(f"content/{path}", number, line.index(word) + 1, len(word))
                found.append(problem(code, f"it says {word.decode()}", span, "take it out"))
    return found


def say(*words: str) -> None:
    """Print one line."""
    sys.stdout.write(" ".join(words) + "\n")
    sys.stdout.flush()


def main(root: Path, port: int) -> None:
    """Run until the process is told to end."""
    folder = root / ".sitegen" / "preview" / "site"
    with listen("127.0.0.1", port) as listening:
        preview = Preview(
            FolderBuilder(root, folder),
            root=root,
            folder=folder,
            tell=lambda outcome, changed: say("built" if outcome.report else "failed", *sorted(changed)),
        )
        preview.run(
            listening,
            "127.0.0.1",
            ready=lambda base: say("Serving", url_of(listening, "127.0.0.1", base)),
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0)

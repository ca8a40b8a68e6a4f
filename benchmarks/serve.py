"""From a saved file to the new text on screen: `sitegen serve` beside `hugo server`, in turns, in one run.

python benchmarks/serve.py --sitegen SITE --hugo SITE --article content/articles/x.md --page articles/x/

Each SITE is a folder that its tool can serve, with the same articles. `--article` is the file that is edited, `--page`
the address where it is published; `--template` a template that every page of the sitegen site uses. Times are in
milliseconds: until the server answers with the new text, and, for sitegen, until headless Chromium has painted it.
Memory is that of the server's largest process. The result is a table in Markdown.
"""

import argparse
import os
import platform
import re
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from http.client import HTTPException
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.kit.browser import Page, find_chromium, open_browser

_PATIENCE = 900.0
_PAUSE = 1.0
"""Seconds between two edits, so that each finds the server at rest."""


@dataclass
class Server:
    """One tool's server, with one article to edit."""

    name: str
    site: Path
    command: list[str]
    article: str
    page: str
    url: str = ""
    process: int = 0
    times: dict[str, list[float]] = field(default_factory=dict)

    @property
    def address(self) -> str:
        """Where the article is published."""
        return self.url + self.page

    def note(self, what: str, milliseconds: float) -> None:
        """Keep one measurement."""
        self.times.setdefault(what, []).append(milliseconds)

    def memory(self) -> float:
        """Return the resident megabytes of the largest process."""
        listed = subprocess.run(
            ["ps", "-o", "rss=", "-g", str(self.process)], capture_output=True, text=True, check=False
        )
        return max((int(line) for line in listed.stdout.split()), default=0) / 1024


@contextmanager
def running(server: Server) -> Iterator[None]:
    """Run a server until the block ends; it starts when its article is served."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    server.url = f"http://127.0.0.1:{port}/"
    started = time.perf_counter()
    process = subprocess.Popen(
        [part.format(port=port) for part in server.command],
        cwd=server.site,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    server.process = process.pid
    try:
        wait_until(lambda: "<article" in fetch(server.address))
        server.note("start", (time.perf_counter() - started) * 1000)
        yield
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(timeout=30)


@contextmanager
def kept(file: Path) -> Iterator[str]:
    """Give a file's text, and put it back at the end."""
    text = file.read_text(encoding="utf-8")
    try:
        yield text
    finally:
        file.write_text(text, encoding="utf-8")


def edit_and_fetch(server: Server, number: int) -> None:
    """Measure from the save of an article's body to the new text being served."""
    file = server.site / server.article
    with kept(file) as text:
        mark = f"Marker {number} of {os.getpid()}."
        started = time.perf_counter()
        file.write_text(f"{text}\n\n{mark}\n", encoding="utf-8")
        wait_until(lambda: mark in fetch(server.address))
        server.note("body", (time.perf_counter() - started) * 1000)
    wait_until(lambda: mark not in fetch(server.address))


def edit_and_look(server: Server, page: Page, file: Path, change: Callable[[str, str], str], what: str) -> None:
    """Measure from a save to the new text being painted."""
    with kept(file) as text:
        mark = f"Marker {time.time_ns()}."
        started = time.perf_counter()
        file.write_text(change(text, mark), encoding="utf-8")
        painted = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))"
        page.wait(f'document.body.textContent.includes("{mark}")', _PATIENCE)
        page.value(painted)
        server.note(what, (time.perf_counter() - started) * 1000)
    page.wait(f'!document.body.textContent.includes("{mark}")', _PATIENCE)


def remember_memory(server: Server) -> None:
    """Edit two hundred times, and keep the memory after twenty and after all."""
    for number in range(1, 201):
        edit_and_fetch(server, number)
        if number in {20, 200}:
            server.note(f"memory after {number}", server.memory())


def fetch(url: str) -> str:
    """Return what a server answers; nothing where it does not."""
    try:
        with urllib.request.urlopen(url, timeout=60) as answer:
            return str(answer.read().decode())
    except (urllib.error.URLError, HTTPException, ConnectionError, TimeoutError):  # a page may be cut while it changes
        return ""


def wait_until(true: Callable[[], bool]) -> None:
    """Ask again and again."""
    deadline = time.perf_counter() + _PATIENCE
    while not true():
        if time.perf_counter() > deadline:
            raise TimeoutError
        time.sleep(0.002)


def table(servers: list[Server]) -> str:
    """Return all measurements in Markdown."""
    names = list(dict.fromkeys(what for server in servers for what in server.times))
    rows = [f"| | {' | '.join(server.name for server in servers)} |", "|---|" + "---:|" * len(servers)]
    for name in names:
        cells = [_cell(server.times.get(name, [])) for server in servers]
        rows.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(rows)


def _cell(values: list[float]) -> str:
    if len(values) < 2:
        return f"{values[0]:,.0f}" if values else ""
    return f"{statistics.median(values):,.0f} ({min(values):,.0f} to {max(values):,.0f})"


def version(command: str, *arguments: str) -> str:
    """Return a tool's version."""
    ran = subprocess.run([command, *arguments], capture_output=True, text=True, check=False)
    match = re.search(r"\d+\.\d+(\.\d+)?", ran.stdout + ran.stderr)
    return match[0] if match else "?"


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sitegen", type=Path, required=True, help="the site that sitegen serves")
    parser.add_argument("--hugo", type=Path, help="the site that Hugo serves")
    parser.add_argument("--article", required=True, help="the file that is edited, relative to the site")
    parser.add_argument("--hugo-article", help="where it is called otherwise in Hugo's site")
    parser.add_argument("--page", required=True, help="the address of the article, without a slash at its beginning")
    parser.add_argument("--template", help="a template of the sitegen site with a <main> or a </body>")
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--memory", action="store_true", help="edit two hundred times")
    given = parser.parse_args()
    command = shutil.which("sitegen") or str(Path(sys.executable).with_name("sitegen"))
    ours = Server("sitegen", given.sitegen, [command, "serve", "--port", "{port}"], given.article, given.page)
    servers = [ours]
    said = [f"sitegen {version(command, '--version')}", f"Python {platform.python_version()}"]
    if given.hugo:
        hugo = shutil.which("hugo") or sys.exit("there is no hugo on PATH")
        said.insert(1, f"Hugo {version(hugo, 'version')}")
        line = [hugo, "server", "--port", "{port}", "--bind", "127.0.0.1"]
        servers.append(Server("hugo server", given.hugo, line, given.hugo_article or given.article, given.page))
    with ExitStack() as stack:
        for server in servers:
            stack.enter_context(running(server))
        for number in range(given.runs):
            for server in servers:
                time.sleep(_PAUSE)
                edit_and_fetch(server, number)
        if chromium := find_chromium():
            page = stack.enter_context(open_browser(chromium)).page(ours.address)
            for _ in range(given.runs):
                time.sleep(_PAUSE)
                article = ours.site / ours.article
                edit_and_look(ours, page, article, lambda text, mark: f"{text}\n\n{mark}\n", "body, painted")
            for _ in range(3 if given.template else 0):
                time.sleep(_PAUSE)
                edit_and_look(ours, page, ours.site / given.template, _marked, "template, painted")
        if given.memory:
            remember_memory(ours)
    cores = os.cpu_count()
    print(f"{', '.join(said)}; {platform.system()}, {cores} cores; milliseconds, megabytes: median (least to most)\n")
    print(table(servers))


def _marked(text: str, mark: str) -> str:
    return re.sub(r"(<main\b[^>]*>|(?=</body>))", rf"\1<p>{mark}</p>", text, count=1)


if __name__ == "__main__":
    main()

"""A running preview, in a process of its own, and what speaks HTTP to it without being polite."""

import http.client
import json
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

FOLDER_PREVIEW = Path(__file__).with_name("folder_preview.py")
_PATIENCE = 30.0


@dataclass(frozen=True)
class Answer:
    """One HTTP response."""

    status: int
    headers: dict[str, str]
    """Names in lower case."""
    body: bytes

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode()


class Running:
    """One preview."""

    def __init__(self, process: subprocess.Popen[bytes], log: Path) -> None:
        self.process = process
        self._log = log
        self.url = self.wait_for(r"Serving (http://\S+)")[1]
        parts = urlsplit(self.url)
        self.host, self.port, self.base = parts.hostname or "", parts.port or 0, parts.path

    @property
    def said(self) -> str:
        """What the process has printed so far."""
        return self._log.read_text(encoding="utf-8")

    def wait_for(self, pattern: str) -> re.Match[str]:
        """Wait until the process has printed something."""
        deadline = time.monotonic() + _PATIENCE
        while time.monotonic() < deadline:
            if match := re.search(pattern, self.said):
                return match
            if self.process.poll() is not None:
                break
            time.sleep(0.005)
        raise AssertionError(f"{pattern} was not printed:\n{self.said}")

    def get(self, path: str, headers: dict[str, str] | None = None, method: str = "GET") -> Answer:
        """Ask for a path, sent as it is; one that does not begin with `/` is below the site's base path."""
        connection = http.client.HTTPConnection(self.host, self.port, timeout=_PATIENCE)
        try:
            connection.putrequest(
                method, path if path.startswith("/") else self.base + path, skip_host="Host" in (headers or {})
            )
            for name, value in (headers or {}).items():
                connection.putheader(name, value)
            connection.endheaders()
            response = connection.getresponse()
            names = {name.lower(): value for name, value in response.getheaders()}
            return Answer(response.status, names, response.read())
        finally:
            connection.close()

    def raw(self, data: bytes) -> bytes:
        """Send bytes, and return everything that comes back until the server closes."""
        with socket.create_connection((self.host, self.port), timeout=_PATIENCE) as connection:
            connection.sendall(data)
            received = b""
            try:
                while part := connection.recv(1 << 16):
                    received += part
            except ConnectionResetError:
                # The server closed before it had read everything.
                pass
            return received

    def wait_until(self, path: str, text: str, seconds: float = _PATIENCE) -> Answer:
        """Wait until a page holds a text."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            answer = self.get(path)
            if text in answer.body.decode(errors="replace"):
                return answer
            time.sleep(0.005)
        raise AssertionError(f"{path} does not hold {text!r}:\n{self.said}")

    @contextmanager
    def following(self, path: str, version: str = "") -> Iterator["Events"]:
        """Open the stream of events of a page."""
        page = path if path.startswith("/") else self.base + path
        if not version:
            version = re.search(r'data-version="(\w+)"', self.get(page).text)[1]  # type: ignore[index]
        connection = http.client.HTTPConnection(self.host, self.port, timeout=_PATIENCE)
        try:
            connection.request("GET", "/__sitegen/events?" + urlencode({"page": page, "version": version}))
            yield Events(connection.getresponse())
        finally:
            connection.close()

    def stop(self, number: int = signal.SIGINT) -> int:
        """Send a signal and return the exit code."""
        self.process.send_signal(number)
        try:
            return self.process.wait(timeout=_PATIENCE)
        except subprocess.TimeoutExpired:
            raise AssertionError(f"the preview does not end:\n{self.said}") from None


class Events:
    """The messages to one open page."""

    def __init__(self, response: http.client.HTTPResponse) -> None:
        self.response = response

    def next(self) -> dict[str, Any]:
        """Return the next message."""
        while True:
            line = self.response.readline()
            if not line:
                raise AssertionError("the stream has ended")
            if line.startswith(b"data: "):
                return json.loads(line.removeprefix(b"data: "))

    def until(self, kind: str) -> dict[str, Any]:
        """Return the next message of a kind."""
        while True:
            message = self.next()
            if message["kind"] == kind:
                return message


@contextmanager
def run_preview(command: Sequence[str | Path], **environment: str) -> Iterator[Running]:
    """Run a preview until the block ends."""
    plain = {name: value for name, value in os.environ.items() if not name.startswith("SITEGEN_")}
    with tempfile.TemporaryDirectory(prefix="preview-log-") as folder:
        log = Path(folder) / "log.txt"
        with log.open("wb") as sink:
            process = subprocess.Popen(
                [sys.executable, *map(str, command)],
                stdin=subprocess.DEVNULL,
                stdout=sink,
                stderr=subprocess.STDOUT,
                env={**plain, "PYTHONUNBUFFERED": "1", **environment},
                start_new_session=True,
                cwd=Path(__file__).parents[2],
            )
        try:
            yield Running(process, log)
        finally:
            if process.poll() is None:
                process.send_signal(signal.SIGINT)
                try:
                    process.wait(timeout=5)
                except subprocess.TimeoutExpired:
                    os.killpg(process.pid, signal.SIGKILL)
                    process.wait()


def serve_site(root: Path, *options: str) -> tuple[str, ...]:
    """Return the command that previews a site."""
    return ("-m", "sitegen", "serve", "--root", str(root), "--port", "0", *options)


def serve_folder(root: Path) -> tuple[str, ...]:
    """Return the command that previews a folder of finished pages."""
    return (str(FOLDER_PREVIEW), str(root))

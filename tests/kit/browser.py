"""Headless Chromium, spoken to over a pipe in its DevTools protocol."""

import fcntl
import json
import os
import select
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_PATIENCE = 20.0
"""Seconds after which an answer is given up for lost."""

_SWITCHES = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-extensions",
    "--disable-background-networking",
    "--disable-component-update",
    "--hide-scrollbars",
    "--window-size=1000,800",
    "--remote-debugging-pipe",
)

_KEY_CODES = {"Escape": 27, "Enter": 13, "Tab": 9, "ArrowDown": 40, "ArrowUp": 38, "/": 191}


def find_chromium() -> str:
    """Return the browser's path, or an empty string where none is installed; CHROMIUM names another."""
    names = (os.environ.get("CHROMIUM", ""), "chromium", "chromium-browser", "google-chrome")
    return next((path for name in names if name and (path := shutil.which(name))), "")


class Page:
    """One open page."""

    def __init__(self, browser: "Browser", target: str, session: str) -> None:
        self._browser = browser
        self._target = target
        self._session = session
        self.call("Page.enable")

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Call a method of the protocol for this page."""
        return self._browser.call(method, parameters, self._session)

    def open(self, url: str, ready: str = "document.readyState === 'complete'") -> "Page":
        """Go to an address, and wait until it is loaded."""
        self.call("Page.navigate", url=url)
        self.wait(f"location.href !== 'about:blank' && {ready}")
        return self

    def value(self, expression: str) -> Any:
        """Return the value of an expression, awaited where it is a promise."""
        answer = self.call("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in answer:
            raise AssertionError(f"{expression}: {answer['exceptionDetails']}")
        return answer["result"].get("value")

    def wait(self, expression: str, seconds: float = _PATIENCE) -> None:
        """Wait until an expression is true, over reloads."""
        deadline = time.monotonic() + seconds
        problem: object = "it stays false"
        while time.monotonic() < deadline:
            try:
                if self.value(f"Boolean({expression})"):
                    return
            except (AssertionError, ProtocolError) as error:
                # Between two documents nothing can be asked.
                problem = error
            time.sleep(0.005)
        raise AssertionError(f"waited {seconds} s for {expression}: {problem}")

    def stays(self, expression: str, seconds: float = 0.6) -> bool:
        """Tell whether an expression stays true for a while."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if not self.value(f"Boolean({expression})"):
                return False
            time.sleep(0.02)
        return True

    def complaints(self) -> list[str]:
        """Return what the console holds of errors: refused resources, uncaught exceptions."""
        self.call("Log.enable")
        self.call("Runtime.enable")
        self.value("new Promise((done) => setTimeout(done, 50))")
        mine = [event for event in self._browser.events if event.get("sessionId") == self._session]
        entries = [event["params"]["entry"] for event in mine if event["method"] == "Log.entryAdded"]
        thrown = [event["params"] for event in mine if event["method"] == "Runtime.exceptionThrown"]
        return [entry["text"] for entry in entries if entry["level"] == "error"] + [str(each) for each in thrown]

    def told(self, method: str) -> list[dict[str, Any]]:
        """Return what the page has told of a kind so far; the kind's domain must be enabled."""
        self.value("1")
        events = self._browser.events
        return [e["params"] for e in events if e["method"] == method and e.get("sessionId") == self._session]

    def size(self, width: int, height: int = 900) -> "Page":
        """Give the window a size, in CSS pixels."""
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
        return self

    def media(self, medium: str = "", **features: str) -> "Page":
        """Pretend a medium (`print`) and a reader's wishes (`prefers_color_scheme="dark"`)."""
        wishes = [{"name": name.replace("_", "-"), "value": value} for name, value in features.items()]
        self.call("Emulation.setEmulatedMedia", media=medium, features=wishes)
        return self

    def press(self, key: str, *, ctrl: bool = False) -> None:
        """Press and release a key: `Escape`, `ArrowDown`, `/`, `a`."""
        code = _KEY_CODES.get(key, ord(key[0].upper()))
        text = {"text": key} if len(key) == 1 and not ctrl else {"text": "\r"} if key == "Enter" else {}
        named = {"key": key, "windowsVirtualKeyCode": code, "modifiers": 2 if ctrl else 0}
        self.call("Input.dispatchKeyEvent", type="keyDown", **named, **text)
        self.call("Input.dispatchKeyEvent", type="keyUp", **named)

    def write(self, text: str) -> None:
        """Write into what has the focus."""
        self.call("Input.insertText", text=text)

    def close(self) -> None:
        """Close the page."""
        self._browser.call("Target.closeTarget", {"targetId": self._target})


class ProtocolError(Exception):
    """The browser refused a call."""


class Browser:
    """One running browser."""

    def __init__(self, to_browser: int, from_browser: int) -> None:
        self._to = to_browser
        self._from = from_browser
        self._rest = b""
        self._last = 0
        self.events: list[dict[str, Any]] = []
        """What the browser told without being asked."""

    def page(self, url: str | None = None) -> Page:
        """Open a new page."""
        target = self.call("Target.createTarget", {"url": "about:blank"})["targetId"]
        session = self.call("Target.attachToTarget", {"targetId": target, "flatten": True})["sessionId"]
        page = Page(self, target, session)
        return page.open(url) if url else page

    def call(self, method: str, parameters: dict[str, Any], session: str = "") -> dict[str, Any]:
        """Call a method of the protocol and return its answer."""
        self._last += 1
        message = {"id": self._last, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        os.write(self._to, json.dumps(message).encode() + b"\0")
        deadline = time.monotonic() + _PATIENCE
        while True:
            answer = self._read(deadline)
            if answer.get("id") == self._last:
                if "error" in answer:
                    raise ProtocolError(answer["error"])
                return answer["result"]
            if "method" in answer:
                self.events.append(answer)

    def _read(self, deadline: float) -> dict[str, Any]:
        while b"\0" not in self._rest:
            ready, _, _ = select.select([self._from], [], [], max(0, deadline - time.monotonic()))
            data = os.read(self._from, 1 << 20) if ready else b""
            if not data:
                raise AssertionError("the browser does not answer")
            self._rest += data
        message, self._rest = self._rest.split(b"\0", 1)
        return json.loads(message)


def _pipe() -> tuple[int, int]:
    """Return a pipe whose descriptors are out of the way of low numbers."""
    ends = os.pipe()
    high = tuple(fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, 10) for end in ends)
    for end in ends:
        os.close(end)
    return high[0], high[1]


@contextmanager
def open_browser(chromium: str) -> Iterator[Browser]:
    """Run a browser with a profile of its own."""
    their_in, our_out = _pipe()
    our_in, their_out = _pipe()

    def place() -> None:
        # The protocol is spoken over descriptors 3 and 4.
        os.dup2(their_in, 3)
        os.dup2(their_out, 4)

    with tempfile.TemporaryDirectory(prefix="browser-", ignore_cleanup_errors=True) as profile:
        process = subprocess.Popen(
            [chromium, *_SWITCHES, f"--user-data-dir={profile}"],
            preexec_fn=place,  # noqa: PLW1509  (it only copies descriptors)
            pass_fds=(3, 4),
            start_new_session=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(their_in)
        os.close(their_out)
        try:
            yield Browser(our_out, our_in)
        finally:
            os.close(our_out)
            os.close(our_in)
            try:
                process.wait(timeout=5)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()

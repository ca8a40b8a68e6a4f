"""Another site, on this machine, that writes down what it is asked."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

_GOOD = dict.fromkeys(("/good", "/cookie", "/no-head"), 200)
_ANSWERS = {**_GOOD, "/gone": 404, "/removed": 410, "/members": 403, "/busy": 429, "/broken": 500}


class Host:
    """A server: `url` is its address, `asked` what it was asked, as `HEAD /good`."""

    def __init__(self, port: int) -> None:
        self.url = f"http://127.0.0.1:{port}"
        self.asked: list[str] = []


@contextmanager
def host() -> Iterator[Host]:
    """Answer with the status that a path says; `/moved` leads to `/good`, `/to-no-host` to nowhere, and `/only-get` knows no HEAD.

    `/cookie` leads to itself until it gets its cookie back, `/circle` for ever, and `/pages` has nothing but pages.
    `/no-head` breaks off where it is asked for HEAD, `/no-end` leads on by a page that never ends, and `/slow` says
    nothing.
    """
    over = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def do_HEAD(self) -> None:
            self.do_GET()

        def do_GET(self) -> None:
            served.asked.append(f"{self.command} {self.path}")
            path = self.path.partition("?")[0]
            if path == "/no-head" and self.command == "HEAD":
                return
            if path == "/slow":
                over.wait()
                return
            if path in ("/moved", "/no-end"):
                self.send_response(405 if (path, self.command) == ("/no-end", "HEAD") else 301)
                self.send_header("Location", "/good")
            elif path == "/circle":
                self.send_response(302)
                self.send_header("Location", path)
            elif path == "/to-no-host":
                self.send_response(302)
                self.send_header("Location", "http://gone.test/")
            elif path == "/cookie" and "seen=1" not in self.headers.get("Cookie", ""):
                self.send_response(302)
                self.send_header("Set-Cookie", "seen=1")
                self.send_header("Location", path)
            elif path == "/pages":
                self.send_response(200 if "text/html" in self.headers["Accept"] else 404)
            elif path == "/only-get":
                self.send_response(200 if self.command == "GET" else 405)
            else:
                self.send_response(_ANSWERS.get(path, 404))
            self.send_header("Content-Length", "1" if path == "/no-end" else "0")
            self.end_headers()
            if path == "/no-end":
                over.wait()

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    served = Host(server.server_address[1])
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield served
    finally:
        over.set()
        server.shutdown()
        thread.join()
        server.server_close()

"""A finished site, served as static hosts do: under its base path, folders by their `index.html`, `404.html` for the rest."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit


class _Pages(SimpleHTTPRequestHandler):
    def __init__(self, *arguments, base, **named):
        self._base = base
        super().__init__(*arguments, **named)

    def translate_path(self, path):
        path = urlsplit(path).path
        inside = path.startswith(self._base)
        return super().translate_path("/" + path.removeprefix(self._base)) if inside else "/nowhere"

    def send_error(self, code, message=None, explain=None):
        page = Path(self.directory) / "404.html"
        if code == 404 and page.exists():
            self.send_response(404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(page.read_bytes())
        else:
            super().send_error(code, message, explain)

    def log_message(self, *_):
        pass


@contextmanager
def serve_pages(folder: Path, base: str = "/") -> Iterator[str]:
    """Serve a folder on a free port, and give the address of its home page."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Pages, base=base, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{base}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()

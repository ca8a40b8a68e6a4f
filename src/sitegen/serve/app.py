"""Requests become answers: files of the site as GitHub Pages serves them, and the preview's own."""

import time
from importlib.resources import files

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response, StreamingResponse
from starlette.routing import Route

from sitegen.base.noun import Noun
from sitegen.base.paths import is_html
from sitegen.serve.content_types import content_type
from sitegen.serve.guard import Guard, Names
from sitegen.serve.insert import PREFIX, with_script
from sitegen.serve.port import is_loopback
from sitegen.serve.reply import Entity, bytes_entity, file_entity, reply
from sitegen.serve.resolve import Found, Moved
from sitegen.serve.shown import Page
from sitegen.serve.tabs import Tab, Tabs

_CLIENT = ("live.js", "files.js", "patch.js", "place.js", "said.js", "live.css")
"""What a page loads of the preview's own."""
_STARTED = time.time()
_SHOWN_AS_PAGE = frozenset(("", "document", "iframe", "frame", "embed", "object"))
"""Values of `Sec-Fetch-Dest` for which a page is shown; what a script fetches stays as it was built."""


def create_app(tabs: Tabs, names: Names) -> Guard:
    """Return the application."""
    door = _Door(tabs)
    routes = [
        Route(PREFIX + "events", door.events),
        *(Route(PREFIX + name, door.client) for name in _CLIENT),
        Route("/{path:path}", door.file),
    ]
    return Guard(Starlette(routes=routes), names)


class _Door(Noun):
    """Answers each kind of request."""

    tabs: Tabs

    async def file(self, request: Request) -> Response:
        shown = self.tabs.shown
        answer = shown.answer(request.scope["raw_path"])
        if isinstance(answer, Moved):
            query = f"?{request.url.query}" if request.url.query else ""
            return RedirectResponse(answer.location + query, 301 if answer.permanent else 302)
        entity, status = self._found(request, answer.path) if isinstance(answer, Found) else None, 200
        if entity is None:
            entity, status = self._page(request, shown.missing), shown.status
        return reply(entity, dict(request.headers), status=status, head=request.method == "HEAD")

    async def client(self, request: Request) -> Response:
        name = request.url.path.removeprefix(PREFIX)
        data = (files("sitegen.serve") / "client" / name).read_bytes()
        return reply(
            bytes_entity(data, content_type(name), _STARTED), dict(request.headers), head=request.method == "HEAD"
        )

    async def events(self, request: Request) -> Response:
        if request.method == "HEAD":
            return Response(media_type="text/event-stream")
        tab = Tab(
            request.query_params.get("page", "/").encode(),
            request.query_params.get("version", ""),
            request.client is not None and is_loopback(request.client.host),
        )
        return StreamingResponse(self.tabs.follow(tab), media_type="text/event-stream")

    def _found(self, request: Request, path: str) -> Entity | None:
        shown = self.tabs.shown
        if is_html(path):
            page = shown.page(path)
            return None if page is None else self._page(request, page)
        if page := shown.ahead.get(path):
            return bytes_entity(page.data, content_type(path), page.modified)
        try:
            return file_entity(shown.folder / path, content_type(path))
        except OSError:
            return None

    def _page(self, request: Request, page: Page) -> Entity:
        data = page.data
        if request.headers.get("sec-fetch-dest", "") in _SHOWN_AS_PAGE:
            self.tabs.served(page)
            data = with_script(data)
        return bytes_entity(data, content_type(page.path), page.modified)

"""The application becomes a running server, in a thread of its own."""

import asyncio
import socket
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, TypeVar

import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.h11_impl import H11Protocol

from sitegen.serve.tabs import Tabs

Answer = TypeVar("Answer")

_FIRST_REQUEST = 15.0
"""Seconds that a connection may be open without a whole request."""


class _Patient(H11Protocol):
    """Ends connections on which no request arrives, so that half-open ones cannot pile up."""

    _deadline: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._wait()

    def on_response_complete(self) -> None:
        super().on_response_complete()
        self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        super().connection_lost(exc)
        if self._deadline:
            self._deadline.cancel()

    def _wait(self) -> None:
        if self._deadline:
            self._deadline.cancel()
        self._deadline = self.loop.call_later(_FIRST_REQUEST, self._expire)

    def _expire(self) -> None:
        if self.cycle is None or self.cycle.response_complete:
            self.transport.abort()


class Server:
    """Serves until it is stopped. Other threads speak to `tabs` by `tell` only."""

    def __init__(self, app: ASGIApp, tabs: Tabs, listening: socket.socket) -> None:
        self.tabs = tabs
        self._listening = listening
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, daemon=True)
        config = uvicorn.Config(
            app,
            http=_Patient,
            ws="none",
            lifespan="off",
            log_config=None,
            log_level="error",
            access_log=False,
            server_header=False,
            proxy_headers=False,
            timeout_graceful_shutdown=1,
        )
        self._server = uvicorn.Server(config)

    def start(self) -> None:
        """Begin to answer."""
        self._thread.start()

    def tell(self, method: Callable[..., None], *values: Any) -> None:
        """Call a method of `tabs` on the server's thread."""
        self._loop.call_soon_threadsafe(method, *values)

    def ask(self, question: Callable[[], Answer]) -> Answer:
        """Answer a question about `tabs` on the server's thread, and wait for it."""
        answer: Future[Answer] = Future()

        def reply() -> None:
            try:
                answer.set_result(question())
            except Exception as error:  # noqa: BLE001  (it is raised again where the question was asked)
                answer.set_exception(error)

        self._loop.call_soon_threadsafe(reply)
        return answer.result()

    def stop(self) -> None:
        """End every connection and wait until all is closed."""
        self._server.should_exit = True
        if self._thread.is_alive():
            self.tell(self.tabs.close)
            self._thread.join(timeout=2)
        else:
            self._loop.close()
        self._listening.close()

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        try:
            self._loop.run_until_complete(self._server.serve(sockets=[self._listening]))
        finally:
            self._loop.close()

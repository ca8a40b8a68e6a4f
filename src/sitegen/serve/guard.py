"""Requests that no page of this site makes are turned away: foreign names and origins, methods that change things."""

import re
import socket
from collections.abc import Iterable
from ipaddress import ip_address

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sitegen.base.noun import Noun
from sitegen.base.patterns import regex

_AUTHORITY = regex(r"(?:\[([0-9a-f:.]+)\]|([^\s:/?#@\[\]]+))(?::\d{0,5})?", re.IGNORECASE)
_ALWAYS = (
    (b"cache-control", b"no-store"),
    # Another site's page may not read a draft by embedding it.
    (b"cross-origin-resource-policy", b"same-origin"),
)


class Names(Noun):
    """The hosts that this server answers to."""

    exact: frozenset[str]
    """In lower case, IPv6 without brackets."""
    any_address: bool = False
    """Whether every IP address will do: an attacker needs a name, to point it elsewhere."""

    def know(self, authority: str) -> bool:
        """Tell whether a `Host` header, with or without a port, is one of them."""
        host = _host(authority)
        return host in self.exact or (self.any_address and _is_address(host))


def names_for(host: str) -> Names:
    """Return the names under which a server bound to `host` is reached."""
    loopback = {"127.0.0.1", "localhost", "::1"}
    if host in loopback:
        return Names(frozenset(loopback))
    own = socket.gethostname().lower()
    return Names(frozenset(loopback | {host.lower(), own, f"{own}.local"}), any_address=True)


class Guard:
    """Stands before the application."""

    def __init__(self, app: ASGIApp, names: Names) -> None:
        self._app = app
        self._names = names

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer for the application, or pass the request on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *_ALWAYS]
            await send(message)

        refusal = self._refusal(scope["method"], scope["headers"])
        await (refusal or self._app)(scope, receive, send_with_headers)

    def _refusal(self, method: str, headers: Iterable[tuple[bytes, bytes]]) -> PlainTextResponse | None:
        fields = list(headers)
        host = _only(fields, b"host")
        if host is None or not self._names.know(host):
            return PlainTextResponse("This preview does not answer to that name.\n", 403)
        if any(name == b"origin" for name, _ in fields):
            origin = _only(fields, b"origin")
            if origin not in {f"http://{host}", f"https://{host}"}:
                return PlainTextResponse("This preview answers its own pages only.\n", 403)
        if method not in {"GET", "HEAD"}:
            return PlainTextResponse("This preview can only be read.\n", 405, headers={"allow": "GET, HEAD"})
        return None


def _only(headers: list[tuple[bytes, bytes]], name: bytes) -> str | None:
    """Return a header that stands exactly once."""
    values = [value for key, value in headers if key == name]
    return values[0].decode("latin-1") if len(values) == 1 else None


def _host(authority: str) -> str:
    """Return the name in `name:port`, in lower case, or an empty string for what cannot be one."""
    match = _AUTHORITY.fullmatch(authority)
    return (match[1] or match[2]).lower().removesuffix(".") if match else ""


def _is_address(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True

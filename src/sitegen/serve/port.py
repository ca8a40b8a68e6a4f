"""A host and a port become a listening socket, or the next port that is free."""

import errno
import os
import socket

_TRIED = 20
_BACKLOG = 512


class PortTaken(Exception):  # noqa: N818  (it is what happened)
    """Another program listens there; `free` is the next port that would do, or 0."""

    def __init__(self, port: int, free: int) -> None:
        self.port = port
        self.free = free
        super().__init__(f"port {port} is taken by another program")


def listen(host: str, port: int) -> socket.socket:
    """Return a socket that listens; port 0 lets the system choose.

    Raises PortTaken, and OSError where the host is none of this machine's.
    """
    try:
        return _bind(host, port)
    except OSError as error:
        if not _is_taken(error):
            raise
    raise PortTaken(port, _next_free(host, port))


def url_of(listening: socket.socket, host: str, base: str) -> str:
    """Return the address to open in a browser on this machine."""
    port = listening.getsockname()[1]
    name = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)  # noqa: S104
    return f"http://{name}:{port}{base}"


def is_loopback(host: str) -> bool:
    """Tell whether only this machine reaches a server bound to `host`."""
    return host in {"localhost", "::1"} or host.startswith("127.")


def _next_free(host: str, port: int) -> int:
    for candidate in range(port + 1, min(port + _TRIED, 65536)):
        try:
            _bind(host, candidate).close()
        except OSError:
            continue
        return candidate
    return 0


def _bind(host: str, port: int) -> socket.socket:
    # "localhost" is this machine by its first name: 127.0.0.1, whatever else the system calls so.
    name = "127.0.0.1" if host == "localhost" else host
    family, kind, protocol, _, address = socket.getaddrinfo(name, port, type=socket.SOCK_STREAM)[0]
    listening = socket.socket(family, kind, protocol)
    try:
        if os.name == "posix":
            # Elsewhere this option would let two programs have one port.
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
        listening.listen(_BACKLOG)
    except OSError:
        listening.close()
        raise
    return listening


def _is_taken(error: OSError) -> bool:
    # Windows says that access is denied where another program holds the port for itself.
    return error.errno == errno.EADDRINUSE or (os.name == "nt" and error.errno in {errno.EACCES, 10013})

"""Ask other hosts whether something is at an address."""

import socket
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from http import HTTPStatus
from http.client import HTTPException
from threading import Event
from urllib.error import HTTPError
from urllib.parse import quote, urlsplit, urlunsplit
from urllib.request import Request, urlopen

from sitegen.base.noun import Noun

_HOSTS = 12
"""Hosts that are asked at once; each is asked one question after the other."""
_PATIENCE = 15.0
"""Seconds."""
_SILENT = 2
"""Questions without an answer after which a host is asked no more."""
_NO_HOST = frozenset((socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)))
_GONE = frozenset((HTTPStatus.NOT_FOUND, HTTPStatus.GONE))
# Some servers answer a program that does not call itself a browser with a refusal, which says nothing about the page.
_HEADERS = {"User-Agent": "Mozilla/5.0 (compatible; sitegen)", "Accept": "*/*"}


class Answer(Noun):
    """What came of a visit."""

    fault: str = ""
    """What went wrong, in words; empty where the address is good."""
    gone: bool = False
    """Whether nobody finds anything there; with another fault somebody may."""
    heard: bool = False
    """Whether a server answered."""


def visit_all(urls: Iterable[str]) -> Iterator[tuple[str, Answer]]:
    """Yield each URL, which `urlsplit` can read, with its answer, in any order.

    Where no server at all answers, nothing is said to be gone: it may be this machine that has no way out.
    """
    hosts: dict[str, list[str]] = {}
    for url in urls:
        hosts.setdefault(urlsplit(url).netloc.casefold(), []).append(url)
    heard, unheard, stop = False, [], Event()
    pool = ThreadPoolExecutor(_HOSTS)
    try:
        for done in as_completed([pool.submit(_visit_host, of_host, stop) for of_host in hosts.values()]):
            for url, answer in done.result():
                heard = heard or answer.heard
                if answer.gone and not answer.heard:
                    unheard.append((url, answer))
                else:
                    yield url, answer
    finally:
        stop.set()  # where the one who asks has lost interest, as by Ctrl-C
        pool.shutdown(cancel_futures=True)
    for url, answer in unheard:
        yield url, answer if heard else Answer(answer.fault)


def _visit_host(urls: Iterable[str], stop: Event) -> list[tuple[str, Answer]]:
    """Ask one host, and no more once it has said that it is asked too much, or has not said anything."""
    found: list[tuple[str, Answer]] = []
    silent, last = 0, None
    for url in urls:
        if stop.is_set():
            break
        answer = last or _visit(url)
        found.append((url, answer))
        silent += not answer.heard
        if (answer.gone and not answer.heard) or silent == _SILENT or answer.fault == _said(429):
            last = answer
    return found


def _visit(url: str) -> Answer:
    status = 0
    for method in ("HEAD", "GET"):
        try:
            asked = Request(_ascii(url), headers=_HEADERS, method=method)  # noqa: S310  (http and https only)
            with urlopen(asked, timeout=_PATIENCE):  # noqa: S310
                return Answer(heard=True)
        except HTTPError as error:
            with error:
                status = error.code
            if status == HTTPStatus.TOO_MANY_REQUESTS:
                break
            # Many servers know no HEAD, and answer it as if nothing were there.
        except (OSError, HTTPException, ValueError) as error:
            return _unheard(error)
    return Answer(_said(status), status in _GONE, heard=True)


def _unheard(error: Exception) -> Answer:
    reason = getattr(error, "reason", None) or error
    if isinstance(reason, socket.gaierror) and reason.errno in _NO_HOST:
        return Answer("there is no such host", gone=True)
    return Answer(" ".join(str(reason).split()) or type(error).__name__)


def _said(status: int) -> str:
    try:
        return f"it answers {status} {HTTPStatus(status).phrase}"
    except ValueError:
        return f"it answers {status}"


def _ascii(url: str) -> str:
    """Return a URL as it is sent (RFC 3987, section 3.1), without the fragment, which is not."""
    parts = urlsplit(url)
    host = parts.netloc if parts.netloc.isascii() else parts.netloc.encode("idna").decode()
    path, query = (quote(part, safe="%/:?@!$&'()*+,;=~-._[]") for part in (parts.path, parts.query))
    return urlunsplit((parts.scheme, host, path, query, ""))

"""Ask other hosts whether something is at an address."""

import socket
from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from http import HTTPStatus
from http.client import HTTPException, HTTPMessage
from queue import Empty, SimpleQueue
from ssl import SSLError
from threading import Event, Thread
from typing import IO
from unicodedata import normalize
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit, urlunsplit
from urllib.request import HTTPCookieProcessor, HTTPRedirectHandler, Request, build_opener, getproxies

from sitegen.base.noun import Noun
from sitegen.base.text import said_by

_HOSTS = 12
"""Hosts that are asked at once; each is asked one question after the other."""
_PATIENCE = 15.0
"""Seconds in which a host must say something."""
_LIMIT = 60.0
"""Seconds after which a visit ends, as where a host says a little now and then, but never all."""
_SILENT = 2
"""Questions without an answer after which a host is asked no more."""
_NO_HOST = frozenset((socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)))
_GONE = frozenset((HTTPStatus.NOT_FOUND, HTTPStatus.GONE))
# Some servers refuse a program that does not ask as a browser does, or say that nothing is there.
_HEADERS = {"User-Agent": "Mozilla/5.0 (compatible; sitegen)", "Accept": "text/html,*/*;q=0.8"}


class Answer(Noun):
    """What came of a visit."""

    fault: str = ""
    """What went wrong, in words; empty where the address is good."""
    gone: bool = False
    """Whether nobody finds anything there; with another fault somebody may."""
    heard: bool = False
    """Whether a server answered."""


def visit_all(urls: Iterable[str]) -> Iterator[tuple[str, Answer]]:
    """Yield each URL, which `urlsplit` can read, with its answer as soon as there is one, in any order.

    Where no server at all answers, nothing is said to be gone: it may be this machine that has no way out.
    """
    hosts: dict[str, list[str]] = {}
    for url in urls:
        hosts.setdefault(_host_of(url), []).append(url)
    waiting: SimpleQueue[list[str]] = SimpleQueue()
    for of_host in sorted(hosts.values(), key=len, reverse=True):  # the one that takes longest begins
        waiting.put(of_host)
    told: SimpleQueue[tuple[str, Answer] | Exception] = SimpleQueue()
    heard, unheard, stop = False, [], Event()
    # Nobody waits for these threads where the one who asks has lost interest, as by Ctrl-C.
    for _ in range(min(_HOSTS, len(hosts))):
        Thread(target=_work, args=(waiting, told, stop), daemon=True).start()
    try:
        for _ in range(sum(map(len, hosts.values()))):
            found = told.get()
            if isinstance(found, Exception):
                raise found
            url, answer = found
            heard = heard or answer.heard
            if answer.gone and not answer.heard:
                unheard.append((url, answer))
            else:
                yield url, answer
    finally:
        stop.set()
    for url, answer in unheard:
        yield url, answer if heard else Answer(answer.fault)


def _work(waiting: "SimpleQueue[list[str]]", told: "SimpleQueue[tuple[str, Answer] | Exception]", stop: Event) -> None:
    """Ask one host after the other until none is left."""
    try:
        while True:
            for found in _visit_host(waiting.get_nowait()):
                told.put(found)
                if stop.is_set():
                    return
    except Empty:
        pass
    except Exception as error:  # noqa: BLE001  (whoever waits for answers must hear of it)
        told.put(error)


def _visit_host(urls: Iterable[str]) -> Iterator[tuple[str, Answer]]:
    """Ask one host, and no more once it has said that it is asked too much, or has not said anything."""
    visitor, silent, last = _Visitor(), 0, None
    for url in urls:
        answer = last or visitor.visit(url)
        yield url, answer
        silent += not answer.heard
        busy = answer.fault == _said(HTTPStatus.TOO_MANY_REQUESTS) and not visitor.led_on
        if (answer.gone and not answer.heard) or silent == _SILENT or busy:
            last = answer


class _Visitor(HTTPRedirectHandler):
    """Asks one host, and keeps its cookies, without which some lead on for ever."""

    def __init__(self) -> None:
        self.led_on = False
        """Whether the last visit was led on to another address, whose faults are not those of this host."""
        self._open = build_opener(self, HTTPCookieProcessor()).open

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        self.led_on = True
        fp.close()  # or all that this page says would be read
        return super().redirect_request(req, fp, code, msg, headers, newurl)

    def visit(self, url: str) -> Answer:
        """Ask for a URL, in a thread that is left alone where it takes too long."""
        self.led_on = False
        future: Future[Answer] = Future()

        def ask() -> None:
            try:
                future.set_result(self._ask(url))
            except Exception as error:  # noqa: BLE001  (whoever waits for the answer must hear of it)
                future.set_exception(error)

        Thread(target=ask, daemon=True).start()
        try:
            return future.result(_LIMIT)
        except TimeoutError:
            return Answer("it takes more than a minute")

    def _ask(self, url: str) -> Answer:
        answer = Answer()
        # Many servers know no HEAD: they answer it as if nothing were there, with nonsense, or not at all.
        for method in ("HEAD", "GET"):
            try:
                asked = Request(_ascii(url), headers=_HEADERS, method=method)  # noqa: S310  (http and https only)
                with self._open(asked, timeout=_PATIENCE):
                    return Answer(heard=True)
            except HTTPError as error:
                error.close()
                answer = self._refused(error)
                if error.code == HTTPStatus.TOO_MANY_REQUESTS:
                    break
            except URLError as error:
                return _unheard(error, heard=self.led_on)
            except (OSError, HTTPException, ValueError) as error:
                answer = _unheard(error, heard=self.led_on)
        return answer

    def _refused(self, error: HTTPError) -> Answer:
        if error.msg.startswith(self.inf_msg):
            return Answer("it leads on without end", heard=True)
        return Answer(_said(error.code), error.code in _GONE, heard=True)


def _unheard(error: Exception, *, heard: bool) -> Answer:
    reason = error.reason if isinstance(error, URLError) else error
    # The host that does not exist may be that of a proxy.
    if isinstance(reason, socket.gaierror) and reason.errno in _NO_HOST and not getproxies().keys() - {"no"}:
        return Answer("it leads to a host that does not exist" if heard else "there is no such host", True, heard)
    if isinstance(reason, SSLError) and reason.reason:
        said = getattr(reason, "verify_message", "") or reason.reason.replace("_", " ").lower()
        return Answer(f"a secure connection fails: {said}", heard=heard)
    return Answer(said_by(error), heard=heard)


def _said(status: int) -> str:
    try:
        return f"it answers {status} {HTTPStatus(status).phrase}"
    except ValueError:
        return f"it answers {status}"


def _ascii(url: str) -> str:
    """Return a URL as it is sent (RFC 3987, section 3.1), without user and fragment, which are not."""
    parts = urlsplit(url)
    path, query = (quote(part, safe="%/:?@!$&'()*+,;=~-._[]") for part in (parts.path, parts.query))
    return urlunsplit((parts.scheme, _host_of(url), path, query, ""))


def _host_of(url: str) -> str:
    """Return the host of a URL with its port, as it is looked up.

    Browsers keep letters such as the German sharp s, for which the codec of the standard library writes others.
    """
    host = urlsplit(url).netloc.rpartition("@")[2].lower()
    if host.isascii():
        return host
    name, colon, port = normalize("NFKC", host).lower().replace("\u3002", ".").partition(":")
    labels = (part if part.isascii() else f"xn--{part.encode('punycode').decode()}" for part in name.split("."))
    return f"{'.'.join(labels)}{colon}{port}"

"""Tell those who asked that the site has changed: WebSub hubs of its feeds, IndexNow of its pages."""

import json
from collections.abc import Iterable, Iterator, Sequence
from urllib.error import HTTPError
from urllib.parse import urlencode, urlsplit
from urllib.request import Request, urlopen

from sitegen import __version__
from sitegen.base.diagnostics import Diagnostic, Span, problem
from sitegen.base.paths import is_html, output_address, url_below
from sitegen.base.text import plural, said_by
from sitegen.model.config import Config
from sitegen.model.output import FEED_FILES

INDEXNOW = "https://api.indexnow.org/indexnow"
_FEEDS = frozenset(name for name, _ in FEED_FILES.values())
_MOST = 10_000  # URLs in one message to IndexNow
_PATIENCE = 20.0  # seconds


def ping(config: Config, changed: Sequence[str], *, indexnow: str = INDEXNOW) -> tuple[list[str], list[Diagnostic]]:
    """Return a line for each service that was told, and a warning for each that could not be.

    `changed` are the output paths that came or changed. Nobody is told anything where nobody was named.
    """
    told, missed = [], []
    for name, request in _requests(config, changed, indexnow):
        try:
            with urlopen(request, timeout=_PATIENCE) as answer:  # noqa: S310  (the addresses are the configuration's)
                told.append(f"told {name} ({answer.status})")
        except OSError as error:
            if isinstance(error, HTTPError):
                error.close()  # it is the answer as well
            hint = "the site is online all the same; deploy again with --ping to try once more"
            missed.append(
                problem("deploy/ping", f"{name} could not be told: {said_by(error)}", Span(config.file), hint)
            )
    return told, missed


def urls_of(site_url: str, paths: Iterable[str]) -> list[str]:
    """Return the full URLs of HTML pages among the output paths."""
    pages = (path for path in paths if is_html(path) and path != "404.html")
    return [url_below(site_url, output_address(path)) for path in pages]


def _requests(config: Config, changed: Sequence[str], indexnow: str) -> Iterator[tuple[str, Request]]:
    url, key = config.site.url, config.machines.indexnow_key
    feeds = [url_below(url, path) for path in changed if path.rpartition("/")[2] in _FEEDS]
    for hub in config.feeds.hubs if feeds else ():
        # Hubs read one of the two names, and as many of them as there are.
        fields = [("hub.mode", "publish"), *((name, feed) for feed in feeds for name in ("hub.topic", "hub.url"))]
        told = f"{hub} of {plural(len(feeds), 'feed')}"
        yield told, _request(hub, urlencode(fields).encode(), "x-www-form-urlencoded")
    pages = urls_of(url, changed) if key else []
    for start in range(0, len(pages), _MOST):
        part = pages[start : start + _MOST]
        body = {"host": urlsplit(url).netloc, "key": key, "keyLocation": f"{url}{key}.txt", "urlList": part}
        yield f"IndexNow of {plural(len(part), 'page')}", _request(indexnow, json.dumps(body).encode(), "json")


def _request(url: str, data: bytes, kind: str) -> Request:
    headers = {"Content-Type": f"application/{kind}", "User-Agent": f"sitegen/{__version__}"}
    return Request(url, data, headers)  # noqa: S310  (the addresses are the configuration's)

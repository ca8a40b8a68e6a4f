"""Each open page is told what changed for it, and nothing else."""

import asyncio
import json
from collections import OrderedDict, deque
from collections.abc import AsyncIterator, Iterable
from typing import TypeVar

from sitegen.base.noun import Struct, field, replace, to_builtins
from sitegen.base.paths import is_html, output_address, quote_path
from sitegen.serve.compare import same_article, styles_only
from sitegen.serve.findings import without_links
from sitegen.serve.insert import version, with_script
from sitegen.serve.resolve import Missing
from sitegen.serve.shown import Page, Shown

Message = dict[str, object]
Key = TypeVar("Key")
Value = TypeVar("Value")

_REMEMBERED = 16
"""Pages whose bytes are kept, to tell what of them changed. Others are reloaded instead of patched."""
_LOOKED_AT = 8
"""Pages served last that are thought to be looked at still."""
_LIVE = 4
"""Connections that hidden pages may keep; a browser allows six to one server, and pages need some of them."""
_FILES = 100
"""Changed files that are named one by one."""
_CANDIDATES = 100
"""Pages written last, among which a renamed article is sought."""
_BUILDS = 16
"""Builds whose files are told to pages that were not listening."""
_STOOD = 16
"""Addresses of pages that may be gone, and stand elsewhere, after the next build."""
_LARGE = 2_000_000
"""Bytes above which a page is not compared in the browser, but loaded again."""
_PATIENCE = 0.4
"""Seconds before a page says that the site is being built."""
_HEARTBEAT = 15.0


class Tab(Struct, eq=False):
    """One open page."""

    address: bytes
    """Path as in the request, percent-encoded."""
    version: str
    """Of the page that the browser shows."""
    local: bool
    """Whether the browser runs on this machine."""
    messages: "asyncio.Queue[Message | None]" = field(default_factory=asyncio.Queue)
    """To be sent; None ends the connection."""


class Tabs:
    """All open pages. Lives on the server's event loop; nothing here is called from elsewhere."""

    def __init__(self, shown: Shown) -> None:
        self.shown = shown
        self._open: list[Tab] = []
        """The one that was looked at last stands last."""
        self._pages: OrderedDict[str, bytes] = OrderedDict()
        """By version, those served last."""
        self._builds = 0
        self._served: OrderedDict[str, int] = OrderedDict()
        """By version: after how many builds a browser loaded it last, and with it the files as they were then."""
        self._written: deque[tuple[int, tuple[str, ...]]] = deque(maxlen=_BUILDS)
        """What each of the last builds wrote, as far as pages are told of it."""
        self._looked_at: OrderedDict[str, None] = OrderedDict()
        """Output paths of pages, those served last."""
        self._stood: OrderedDict[bytes, bytes] = OrderedDict()
        """By the address of an open page, what stood there last."""
        self._new: OrderedDict[str, None] = OrderedDict()
        """Output paths of pages written last."""
        self._busy: asyncio.TimerHandle | None = None

    @property
    def paths(self) -> tuple[str, ...]:
        """Output paths of the pages that are open, the one that was looked at last first, then of those served last."""
        open_now = (self.shown.page_at(tab.address).path for tab in reversed(self._open))
        return tuple(dict.fromkeys((*open_now, *reversed(self._looked_at))))

    def served(self, page: Page) -> None:
        """Remember a page that goes to a browser."""
        _keep(self._looked_at, page.path, None, _LOOKED_AT)
        self._remember(page.data)

    async def follow(self, tab: Tab) -> AsyncIterator[str]:
        """Yield server-sent events until the page or the preview is closed."""
        self._open.append(tab)
        for earlier in self._open[:-_LIVE]:
            earlier.messages.put_nowait({"kind": "rest"})
        try:
            self._say_findings(tab)
            self._compare(tab, self._missed(tab))
            while True:
                try:
                    message = await asyncio.wait_for(tab.messages.get(), _HEARTBEAT)
                except TimeoutError:
                    yield ": still here\n\n"
                    continue
                if message is None:
                    return
                yield f"data: {json.dumps(message)}\n\n"
        finally:
            self._open.remove(tab)

    def building(self) -> None:
        """Say, unless it is over soon, that the site is being built."""
        self._rest()
        self._busy = asyncio.get_running_loop().call_later(_PATIENCE, self._say_busy)

    def ahead(self, page: Page) -> None:
        """Show one page of a site that is still being built."""
        self.shown = replace(self.shown, ahead={**self.shown.ahead, page.path: page})
        for tab in self._open:
            if self.shown.page_at(tab.address).path == page.path:
                self._compare(tab, ())

    def publish(self, shown: Shown, written: Iterable[str]) -> None:
        """Show what a finished build gave; `written` holds the output paths whose bytes changed."""
        self._rest()
        self.shown = shown
        paths = tuple(written)
        self._builds += 1
        self._written.append((self._builds, _named(paths)))
        for path in paths[-_CANDIDATES:]:
            if is_html(path):
                _keep(self._new, path, None, _CANDIDATES)
        for tab in self._open:
            self._say_findings(tab)
            self._compare(tab, paths)

    def close(self) -> None:
        """End every connection."""
        self._rest()
        for tab in self._open:
            tab.messages.put_nowait(None)

    def _remember(self, page: bytes) -> None:
        name = version(page)
        _keep(self._pages, name, page, _REMEMBERED)
        _keep(self._served, name, self._builds, _REMEMBERED)

    def _missed(self, tab: Tab) -> tuple[str, ...]:
        """Return what was written since a page was loaded: a build may end between its load and its first question."""
        since = self._served.get(tab.version, self._builds)
        return tuple(dict.fromkeys(path for number, paths in self._written if number > since for path in paths))

    def _rest(self) -> None:
        if self._busy:
            self._busy.cancel()
            self._busy = None

    def _say_busy(self) -> None:
        for tab in self._open:
            tab.messages.put_nowait({"kind": "busy"})

    def _say_findings(self, tab: Tab) -> None:
        findings = self.shown.findings if tab.local else without_links(self.shown.findings)
        tab.messages.put_nowait({"kind": "findings", **to_builtins(findings)})

    def _compare(self, tab: Tab, written: tuple[str, ...]) -> None:
        """Tell a page what to do to be up to date."""
        page = self.shown.page_at(tab.address)
        if to := self._successor(tab, page):
            tab.messages.put_nowait({"kind": "go", "to": to})
        elif version(page.data) == tab.version:
            self._say_files(tab, (file for file in written if file != page.path))
        else:
            old = self._pages.get(tab.version, b"")
            tab.version = version(page.data)
            self._remember(page.data)
            if swaps := styles_only(old, page.data):
                tab.messages.put_nowait({"kind": "styles", "swaps": swaps, "version": tab.version})
            else:
                tab.messages.put_nowait({"kind": "page", "version": tab.version, **_states(old, page.data)})
                # Where the page is changed in place, its pictures stay as they were loaded.
                self._say_files(tab, (file for file in written if not is_html(file)))

    def _say_files(self, tab: Tab, written: Iterable[str]) -> None:
        """Name changed files, which a page that is itself unchanged may show: pictures, style sheets, frames."""
        if files := _named(tuple(written)):
            addresses = [self.shown.base + quote_path(file) for file in files]
            tab.messages.put_nowait({"kind": "files", "files": addresses})

    def _successor(self, tab: Tab, page: Page) -> str:
        """Return the address to which the article has moved that stood where a tab is; empty where `page` stands there.

        The new page may have been made before the old one went, or be made after it; and the browser may have asked for
        the old one, and got that of missing pages, before it could be told.
        """
        if not isinstance(self.shown.answer(tab.address), Missing):
            _keep(self._stood, tab.address, page.data, _STOOD)
            return ""
        old = self._stood.get(tab.address) or self._pages.get(tab.version)
        if old is None:
            return ""
        for path in reversed(self._new):
            new = self.shown.page(path)
            if new is not None and same_article(old, new.data):
                return self.shown.base + quote_path(output_address(path)[1:])
        return ""


def _named(written: tuple[str, ...]) -> tuple[str, ...]:
    """Return the written files that pages are told of; of very many some that pages load."""
    return written if len(written) <= _FILES else tuple([file for file in written if not is_html(file)][:_FILES])


def _states(old: bytes, now: bytes) -> Message:
    """Return both states of a page as the browser reads them, or nothing where it has to load the page again."""
    if not old or len(old) + len(now) > _LARGE:
        return {}
    return {"old": with_script(old, "").decode(errors="replace"), "now": with_script(now, "").decode(errors="replace")}


def _keep(kept: OrderedDict[Key, Value], key: Key, value: Value, most: int) -> None:
    kept[key] = value
    kept.move_to_end(key)
    while len(kept) > most:
        kept.popitem(last=False)

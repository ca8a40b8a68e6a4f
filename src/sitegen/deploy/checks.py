"""What Pages, and every other host, demands of a site before it goes online; each finding with its fix."""

import json
from collections.abc import Iterator
from html.parser import HTMLParser

from sitegen.base.diagnostics import Diagnostic, Span, problem
from sitegen.base.paths import base_path, is_external, output_path
from sitegen.base.portable import why_unstorable
from sitegen.deploy.address import PAGES, GitHub, is_public, own_domain
from sitegen.deploy.fresh import Fresh
from sitegen.deploy.gone import INDEX
from sitegen.model.output import FEED_FILES

# GitHub Pages limits, docs.github.com "GitHub Pages limits" and "About large files on GitHub".
_MOST = 1_000_000_000
_MOST_OF_ONE = 100 * 1024 * 1024
_LEFT = frozenset(("write/changed-file", "write/unknown-page"))
"""Findings that name a page which is not of this build and stands all the same."""
_LINKS = frozenset({"href", "src", "action", "poster", "data"})


def check_site(fresh: Fresh) -> Iterator[Diagnostic]:
    """Give what no host can serve well."""
    yield from _sizes(fresh)
    yield from _files(fresh)
    yield from _names(fresh)
    yield from _not_found(fresh)
    yield from _hidden(fresh)
    url = fresh.config.site.url
    if not is_public(url):
        message = f"site.url is {url}, which nobody else can reach, and feeds and sitemaps would name it"
        yield _wrong_url(fresh, message, "set the address where the site will stand, or give it with --base-url")


def check_address(fresh: Fresh, github: GitHub | None) -> Iterator[Diagnostic]:
    """Give what makes the site's URL another than the one where Pages will serve it."""
    url = fresh.config.site.url
    if github is None or not is_public(url) or _same(url, github.url):
        return
    domain = own_domain(url)
    if domain or (PAGES not in url and base_path(url).lower() == f"/{github.name}/".lower()):
        # A domain of its own; or a project page below the domain of its owner's page.
        return
    message = f"site.url is {url}, but {github.page} is served at {github.url}"
    yield _wrong_url(fresh, message, f'write `url = "{github.url}"`, or the domain that you have given it')


def _same(one: str, other: str) -> bool:
    return one.rstrip("/").lower() == other.rstrip("/").lower()


def _wrong_url(fresh: Fresh, message: str, hint: str) -> Diagnostic:
    return problem("deploy/wrong-url", message, Span(fresh.config.file), hint)


def _sizes(fresh: Fresh) -> Iterator[Diagnostic]:
    if fresh.bytes > _MOST:
        message = f"the site has {fresh.bytes / 1e9:.2f} GB; GitHub Pages serves at most 1 GB"
        yield problem("deploy/too-large", message, Span("."), _lighter(fresh))
    for file in fresh.files:
        if file.size > _MOST_OF_ONE:
            message = f"this file has {file.size / 1024**2:.0f} MiB; GitHub takes files of at most 100 MiB"
            hint = "make it smaller, or put it on another host"
            yield problem("deploy/file-too-large", message, Span(fresh.shown(file.path)), hint)


def _lighter(fresh: Fresh) -> str:
    """Return what makes a site lighter: shorter feeds, which repeat a text for every tag, or fewer large files."""
    names = {name for name, _ in FEED_FILES.values()}
    feeds = sum(file.size for file in fresh.files if file.path.rpartition("/")[2] in names)
    if 2 * feeds > fresh.bytes:
        return f'its feeds take {feeds / 1e6:.0f} MB: write content = "summary" below [feeds], or tags = false'
    most = sorted(fresh.files, key=lambda file: (-file.size, file.path))[:3]
    largest = ", ".join(f"{file.path} ({file.size / 1e6:.0f} MB)" for file in most)
    return f"move large files elsewhere; the largest are {largest}"


def _files(fresh: Fresh) -> Iterator[Diagnostic]:
    for file in fresh.files:
        shown = fresh.shown(file.path)
        if file.link:
            hint = "put the file itself there"
            yield problem("deploy/link", "GitHub Pages refuses sites with symbolic links", Span(shown), hint)
        elif file.mode & 0o444 != 0o444:
            message = f"this file has mode {file.mode:04o}, so a web server may not read it"
            yield problem("deploy/mode", message, Span(shown), f"run `chmod 644 {shown}`")


def _names(fresh: Fresh) -> Iterator[Diagnostic]:
    seen: dict[str, str] = {}
    for file in fresh.files:
        if reason := why_unstorable(file.path):
            yield problem("deploy/bad-name", f"this path {reason}", Span(fresh.shown(file.path)), "rename it")
        other = seen.setdefault(file.path.casefold(), file.path)
        if other != file.path:
            message = f"on some systems this is the same file as {other}"
            yield problem("deploy/bad-name", message, Span(fresh.shown(file.path)), "rename one of them")


class _Targets(HTMLParser):
    """Collects what a page links to."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[int, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002  (its signature)
        self.found += [(self.getpos()[0], value or "") for name, value in attrs if name in _LINKS]


def _not_found(fresh: Fresh) -> Iterator[Diagnostic]:
    """Look for relative links: the page is shown at every address that does not exist, so they lead anywhere."""
    page = fresh.folder / "404.html"
    shown = fresh.shown("404.html")
    if not page.is_file():
        message = "without this page, readers who follow an old link are shown the host's own"
        yield problem("deploy/no-404", message, Span(shown), "give the theme a template 404.html")
        return
    targets = _Targets()
    targets.feed(page.read_text(encoding="utf-8", errors="replace"))
    base = base_path(fresh.config.site.url)
    for line, target in targets.found:
        if target and not target.startswith((base, "#")) and not is_external(target):
            message = f'the link "{target}" leads nowhere when this page is shown in place of a missing one'
            hint = f"let it begin with {base}; in a template, use the addresses as they are given"
            yield problem("deploy/relative-404", message, Span(shown, line), hint)


def _hidden(fresh: Fresh) -> Iterator[Diagnostic]:
    index = fresh.folder / INDEX
    listed = {article["id"] for article in json.loads(index.read_bytes())["articles"]} if index.is_file() else set()
    left = {found.span.path for found in fresh.report.diagnostics if found.code in _LEFT}
    for article in fresh.report.hidden:
        page = fresh.shown(output_path(article.address))
        if article.id in listed or page in left:
            what = "a draft" if article.reason == "draft" else article.reason
            hint = f"delete {page}" if page in left else "build again; if it stays, report it"
            message = f"this article is {what}, and its page would go online"
            yield problem("deploy/hidden-article", message, Span(article.path), hint)

"""Find links to other sites that lead nowhere any more."""

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from datetime import datetime, timedelta
from html import unescape
from itertools import chain
from pathlib import Path
from urllib.parse import unquote, urlsplit

from sitegen.base.diagnostics import Diagnostic, problem
from sitegen.base.fs import first_place
from sitegen.base.noun import Noun, astuple
from sitegen.base.paths import base_path
from sitegen.base.patterns import regex
from sitegen.configure import configure
from sitegen.engine.store import Store
from sitegen.engine.visits import Answer, visit_all
from sitegen.engine.workers import Progress, silent
from sitegen.link.publication import divide
from sitegen.model.article import Article, Content
from sitegen.model.body import Picture
from sitegen.model.config import Config, Flags, SiteSettings
from sitegen.pipeline.build import with_store
from sitegen.pipeline.commands.reading import read_all
from sitegen.pipeline.nouns import CODEC
from sitegen.pipeline.steps.contents import Contents
from sitegen.pipeline.steps.reports import tempered_all

_LINK = regex(r'\s(?:href|src|poster|data)="(https?://[^"]*)"')
_CHOICE = regex(r'\ssrcset="([^"]*)"')
_CHOSEN = regex(r"https?://\S*[^\s,]")
_PIECES = regex(r"(?:%[0-9A-Fa-f]{2})+|.")
_START = r"(?<![\w/])"
"""What would make a URL the end of another, as that of a copy in an archive."""
_REST = r"(?![\w/%?&=~-]|\.\w)"
"""What would go on with a URL that ends before it."""
_RESERVED = regex(r"(?:.+\.)?(?:example|test|invalid|localhost|example\.(?:com|net|org)|onion|local|internal)\.?")
"""Hosts that stand in examples and lead nowhere (RFC 2606, sections 2 and 3), or that only other networks know."""
_FRESH = timedelta(days=7)
"""A link that was good is not asked about again for so long."""
_KEY = "good-links"


class Outside(Noun):
    """What links to other sites lead to."""

    links: int
    """How many there are, each counted once."""
    diagnostics: tuple[Diagnostic, ...]
    """One for each that leads nowhere, in each file that has it."""
    unclear: tuple[tuple[str, str], ...]
    """Those of which this cannot be said, each with what went wrong, in order."""


def look_outside(root: Path | None, flags: Flags, progress: Progress = silent) -> Outside:
    """Ask other sites whether all is there that a build would publish the URL of, but for examples.

    What was there in the last seven days is not asked about. Nobody has to wait with a build meanwhile. Raises Failure
    as `build` does.
    """
    config = configure(root, flags)
    links, known = with_store(config, lambda store: (_links(config, store, progress), _known_good(store)))
    good = {url: when for url, when in known.items() if url in links and abs(config.now - when) < _FRESH}
    asked = [url for url in links if url not in good]
    bad: dict[str, Answer] = {}
    try:
        for done, (url, answer) in enumerate(visit_all(asked), start=1):
            progress("visit", done, len(asked))
            if answer.fault:
                bad[url] = answer
            else:
                good[url] = config.now
    finally:  # by Ctrl-C as well: the next look goes on where this one ends
        with_store(config, lambda store: _remember(good, store))
    gone = {url: answer.fault for url, answer in bad.items() if answer.gone}
    unclear = sorted((url, answer.fault) for url, answer in bad.items() if not answer.gone)
    told = (_dead(url, fault, path, config) for url, fault in gone.items() for path in links[url])
    return Outside(len(links), tempered_all(told, config), tuple(unclear))


def _links(config: Config, store: Store, progress: Progress) -> dict[str, dict[str, None]]:
    """Return the files that name each full URL on another site."""
    _, parsed = read_all(config, store, progress)
    shown, _ = divide(parsed.by_id.values(), config)
    with closing(Contents(store.file)) as contents:
        found = ((article.path, _of_article(article, contents.content(article.id))) for article in shown)
        named = _named(chain(((config.file, _of_site(config.site)),), found))
    return {url: paths for url, paths in named.items() if _is_outside(url, config)}


def _remember(good: Mapping[str, datetime], store: Store) -> None:
    store.put(_KEY, CODEC.encode(good))
    store.commit()


def _known_good(store: Store) -> Mapping[str, datetime]:
    """Return when each link was good, as far as that is remembered."""
    data = store.get(_KEY)
    return CODEC.decode(data) if data else {}


def _named(found: Iterable[tuple[str, Iterable[str]]]) -> dict[str, dict[str, None]]:
    """Return the files that name each full URL, fragments left out, which no host is told."""
    named: dict[str, dict[str, None]] = {}
    for path, urls in found:
        for url in urls:
            named.setdefault(url.partition("#")[0], {})[path] = None
    return named


def _of_site(site: SiteSettings) -> Iterator[str]:
    yield from (*site.same_as, site.repository, *astuple(site.policies))
    yield from (link.url for link in (*site.menu, *site.footer))


def _of_article(article: Article, content: Content | None) -> Iterator[str]:
    """Yield the URLs of an article, a page or a profile."""
    meta = article.meta
    yield from (*(each.src for each in (meta.image, meta.audio) if each), meta.canonical, *meta.same_as)
    yield from (source.url for source in meta.sources)
    inline = (*meta.key_points, *(each.text for each in meta.corrections), meta.image.caption if meta.image else "")
    for part in (*inline, *(part for body in (content.bodies if content else ()) for part in body.parts)):
        if isinstance(part, Picture):
            yield part.src
        elif isinstance(part, str):
            yield from map(unescape, _LINK.findall(part))
            for choice in _CHOICE.findall(part):
                yield from _CHOSEN.findall(unescape(choice))


def _is_outside(url: str, config: Config) -> bool:
    """Tell whether a URL names something on another site, and not what only stands in examples or other networks."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return False
    site = config.site.url
    own = parts.netloc.casefold() == urlsplit(site).netloc.casefold() and f"{parts.path}/".startswith(base_path(site))
    return parts.scheme in ("http", "https") and host != "" and not own and not _RESERVED.fullmatch(host)


def _dead(url: str, fault: str, path: str, config: Config) -> Diagnostic:
    span = first_place(config.root, path, _as_written(url))
    hint = "correct the address, link to a copy in an archive, or take the link out"
    return problem("check/dead-link", f'"{url}" leads nowhere: {fault}', span, hint)


def _as_written(url: str) -> re.Pattern[str]:
    """Return what finds a URL in a source, where signs may be escaped that are not in its link, or the reverse."""

    def either(piece: str) -> str:
        if piece == "&":
            return "&(?:amp;)?"
        plain = unquote(piece)
        return rf"\\?{re.escape(piece)}" if plain == piece else f"(?:{re.escape(piece)}|{re.escape(plain)})"

    return re.compile(_START + "".join(map(either, _PIECES.findall(url))) + _REST)

"""All articles become the index of Pagefind, which readers of a large site search: made once, then kept by content.

Pagefind is a program of its own (the extra `search`). It is given a short page for each article, not the one that the
theme draws, so that a new look or a new related article makes no new index.
"""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from sitegen.base.diagnostics import Diagnostic, Span, problem
from sitegen.base.digest import digest
from sitegen.base.fs import WORK
from sitegen.base.html import escape
from sitegen.base.noun import Noun
from sitegen.base.paths import output_path
from sitegen.model.article import Article, Content
from sitegen.model.body import Body
from sitegen.model.config import Config
from sitegen.model.output import Asset
from sitegen.model.site import Card, Site

_EDITION = 2
"""Counts up where the same articles become another index than before."""
_FOLDER = f"{WORK}/pagefind"
_LISTED = "listed"
"""The file that stands where an index is complete."""
_KEPT = 3
"""Indexes of other builds that may be wanted again: of a preview, of a draft that was taken back."""
# What Pagefind adds for pages that have no search of their own.
_NEEDLESS = ("pagefind-ui.", "pagefind-modular-ui.", "pagefind-component-ui.", "pagefind-highlight.")


class Index(Noun):
    """The files of the index, and what is wrong."""

    files: tuple[Asset, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def index_all(
    site: Site, articles: Mapping[str, Article], content: Callable[[str], Content | None], config: Config
) -> Index:
    """Return the index of all that readers may find; made only where it is not in `.sitegen/pagefind` yet.

    `content` gives the text of an article by its id.
    """
    if config.search.provider != "pagefind":
        return Index()
    try:
        edition = version("pagefind-bin")
    except PackageNotFoundError:
        return _trouble(config, "Pagefind is not installed", 'install it: pip install "sitegen[search]"')
    found = list(_findable(site, articles))
    told = [
        (card.address, card.title, card.summary, f"{card.date:%Y-%m-%d}", card.section, card.language, article.content)
        for card, article in found
    ]
    key = digest(repr((_EDITION, edition, config.site.language, told)).encode())[:20]
    folder = config.root / _FOLDER / key
    if not (folder / _LISTED).exists():
        try:
            _make_index(folder, found, content, config)
        except (OSError, subprocess.CalledProcessError) as error:
            said = getattr(error, "stderr", "").strip() or str(error)
            return _trouble(config, f"Pagefind failed: {said.splitlines()[-1]}", "run the build again")
    os.utime(folder / _LISTED)
    _prune(folder.parent)
    return Index(tuple(_files_of(folder, key)))


def _findable(site: Site, articles: Mapping[str, Article]) -> Iterator[tuple[Card, Article]]:
    """Yield what readers may find."""
    for ident in sorted(site.cards):
        article = articles.get(ident)
        if article is not None and article.kind == "article" and not article.meta.noindex:
            yield site.cards[ident], article


def _make_index(
    folder: Path, found: list[tuple[Card, Article]], content: Callable[[str], Content | None], config: Config
) -> None:
    """Make the index beside its place, then put it there."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix="new-") as name:
        pages, made = Path(name, "pages"), Path(name, "made")
        for card, _ in found:
            if text := content(card.id):
                file = pages / output_path(card.address)
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(_document(card, text, config), encoding="utf-8", newline="\n")
        _run_pagefind(pages, made)
        lines = [
            f"{digest(file.read_bytes())} {file.stat().st_size} {file.relative_to(made).as_posix()}\n"
            for file in sorted(made.rglob("*"))
            if file.is_file() and not file.name.startswith(_NEEDLESS)
        ]
        (made / _LISTED).write_text("".join(lines), encoding="utf-8", newline="\n")
        shutil.rmtree(folder, ignore_errors=True)
        made.replace(folder)


def _run_pagefind(pages: Path, made: Path) -> None:
    from pagefind_bin import get_executable

    pages.mkdir(exist_ok=True)
    command = [str(get_executable()), "--site", str(pages), "--output-path", str(made), "--silent"]
    subprocess.run(command, check=True, capture_output=True, text=True, stdin=subprocess.DEVNULL)


def _document(card: Card, content: Content, config: Config) -> str:
    """Return the page that Pagefind reads."""
    faq = "".join(f"<h3>{faq.question_html}</h3>{_words(faq.answer)}" for faq in content.faqs)
    facts = {"date": f"{card.date:%Y-%m-%d}", "section": card.section.name if card.section else ""}
    meta = "".join(
        f'<meta data-pagefind-meta="{name}[content]" content="{escape(value)}">'
        for name, value in facts.items()
        if value
    )
    language = escape(card.language or config.site.language)
    return (
        f'<!doctype html><html lang="{language}"><head>{meta}</head><body data-pagefind-body>'
        f"<h1>{escape(card.title)}</h1><p>{escape(card.summary)}</p>{_words(content.body)}{faq}</body></html>\n"
    )


def _words(body: Body) -> str:
    """Return a text without what is filled in later: addresses, images, questions."""
    return "".join(part for part in body.parts if isinstance(part, str))


def _files_of(folder: Path, key: str) -> Iterator[Asset]:
    for line in (folder / _LISTED).read_text(encoding="utf-8").splitlines():
        known, size, path = line.split(" ", 2)
        yield Asset(f"pagefind/{path}", f"{_FOLDER}/{key}/{path}", known, int(size))


def _prune(folder: Path) -> None:
    """Delete the indexes that were longest not asked for."""
    used = sorted(folder.glob(f"*/{_LISTED}"), key=lambda file: (file.stat().st_mtime_ns, str(file)), reverse=True)
    for file in used[_KEPT:]:
        shutil.rmtree(file.parent, ignore_errors=True)


def _trouble(config: Config, message: str, hint: str) -> Index:
    said = problem("route/no-search", f"{message}, so there would be no search", Span(config.file), hint)
    return Index((), (said,))

"""Say what a page is made of, and why it was last made; what a file went into; what a template sees."""

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from sitegen.base.diagnostics import Span, failure
from sitegen.base.fs import as_seen_from, real, within
from sitegen.base.noun import Noun, fields
from sitegen.base.paths import article_id, content_path, output_address, output_path, target_path
from sitegen.base.spelling import Spellings
from sitegen.base.text import did_you_mean, nearest, plural
from sitegen.configure import configure
from sitegen.engine.store import Store, spell, unspell
from sitegen.model import context
from sitegen.model.config import Config, Flags
from sitegen.model.output import Page
from sitegen.model.report import Hidden
from sitegen.pipeline.build import with_store
from sitegen.pipeline.nouns import CODEC
from sitegen.pipeline.steps.memory import numbers_of
from sitegen.pipeline.steps.reports import load_report
from sitegen.scan import scan

# What the fields of these classes are called in a template, by the template's name.
_VIEWS: dict[str, type[Noun]] = {
    "article.html": context.ArticlePage,
    "page.html": context.ArticlePage,
    "home.html": context.HomePage,
    "section.html": context.ListPage,
    "tag.html": context.ListPage,
    "author.html": context.ListPage,
    "series.html": context.ListPage,
    "sections.html": context.IndexPage,
    "tags.html": context.IndexPage,
    "authors.html": context.IndexPage,
    "serieses.html": context.IndexPage,
    "archive.html": context.ArchivePage,
    "feeds.html": context.FeedsPage,
    "404.html": context.PlainPage,
    "search.html": context.PlainPage,
    "redirect.html": context.RedirectPage,
}
_NESTED = {name: cls for name, cls in vars(context).items() if isinstance(cls, type) and name.endswith("View")}


def explain(root: Path | None, target: str) -> list[str]:
    """Return lines about a page (path or address) or a source file; raises Failure where the last build had neither.

    Of an article that is hidden they say why.
    """
    config = configure(root, Flags())
    return with_store(config, lambda store: _explained(target, store, config))


def explain_template(root: Path | None, written: str) -> list[str]:
    """Return lines about a template, given by name or file: the rungs that have it, highest first, and what it sees."""
    config = configure(root, Flags())
    theme = scan(config).theme
    files_of = {file.path: name for name, files in theme.templates.items() for file in files}
    spelled = (written, f"{written}.html", files_of.get(as_seen_from(config.root, written), ""))
    name = next((name for name in spelled if name in theme.templates), written)
    files = theme.templates.get(name, ())
    if not files:
        hint = did_you_mean(
            Spellings(theme.templates).nearest(name), f"there are: {', '.join(sorted(theme.templates))}"
        )
        raise failure("render/no-template", f'no rung of the theme has "{name}"', Span(config.file), hint)
    lines = [f"{name}", f"  {files[0].path}  (rung: {files[0].rung})"]
    lines += [f"  over {file.path}  (rung: {file.rung})" for file in files[1:]]
    lines += ["", "What it sees, in every template:"]
    lines += [*_fields("site", context.SiteView), *_fields("page", context.PageView)]
    if name in _VIEWS:
        lines += ["", "And in this one:"]
        for field in fields(_VIEWS[name]):
            lines += [f"  {field.name}: {_type(field.type)}"]
            lines += [line for nested in _nested(str(field.type)) for line in _fields(f"  {nested}", _NESTED[nested])]
    return lines


def _explained(target: str, store: Store, config: Config) -> list[str]:
    path = output_path(address_meant(target, config))
    known = store.outputs()
    for candidate in (path, path.removesuffix("/") + "/index.html", f"{path}.html"):
        if candidate in known:
            return list(_page(CODEC.decode(known[candidate][1]), store))
    relative = as_seen_from(config.root, target)
    for file in (relative, f"content/{target}"):
        if file.startswith("content/") and (lines := list(_file(file, store))):
            return lines
    report, address = load_report(store), output_address(path).rstrip("/")
    for hidden in report.hidden if report else ():
        if hidden.path in (relative, f"content/{target}") or address == hidden.address.rstrip("/") != "":
            return list(_hidden(hidden, config))
    message = f'the last build knows no "{target}"'
    raise failure("explain/unknown", message, Span(config.file), _advice(target, path, known, config))


def _hidden(article: Hidden, config: Config) -> Iterator[str]:
    yield f"{article.path} {article.why or 'has mistakes'}, so the last build made no page of it"
    if article.reason == "scheduled" and article.date:
        yield f"  it appears with the first build after {article.date.astimezone(config.zone):%Y-%m-%d %H:%M %Z}"
    elif article.reason == "draft":
        yield "  to publish it, take `draft` out of its front matter, or the file out of _drafts/"


def address_meant(target: str, config: Config) -> str:
    """Return an address, as a browser shows or copies it, or a file of the output as seen from the site's own root."""
    output = real(config.root / config.build.output)
    address = within(real(Path(target)), output) or target_path(target)
    for root in (config.site.url, urlsplit(config.site.url).path):
        if root != "/" and f"{address}/".startswith(root):
            address = address[len(root) :]
            break
    return "/" + address.lstrip("/")


def _advice(target: str, path: str, known: Collection[str], config: Config) -> str:
    """Return what to do about a name of which the last build knows nothing."""
    relative = as_seen_from(config.root, target)
    if not known:
        return "build the site first: sitegen build"
    if relative.startswith("content/") and (config.root / relative).is_file():
        return "no page is made of it, or it is newer than the last build"
    if relative.endswith((".html", ".xsl")) and relative.startswith(("templates/", "themes/")):
        return f"a template explains itself: sitegen explain template {relative}"
    last_parts = {output.removesuffix("/index.html").rpartition("/")[2]: output for output in known}
    if there := last_parts.get(path.removesuffix(".md")):
        return f'did you mean "{output_address(there)}"?'
    sources = [source.path for source in scan(config).sources] if target.endswith(".md") else ()
    if file := nearest(relative, sources) or nearest(f"content/{target}", sources):
        return f'did you mean "{file}"?'
    if near := nearest(path, known):
        return f'did you mean "{output_address(near)}"?'
    return "name an address (/articles/x/), or a file of the output or of the content"


def _fields(name: str, cls: Any) -> list[str]:
    return [f"  {name}.{field.name}: {_type(field.type)}" for field in fields(cls)]


def _type(told: object) -> str:
    name = told if isinstance(told, str) else getattr(told, "__name__", "") if "[" not in str(told) else str(told)
    return (
        str(name or told).replace("sitegen.model.context.", "").replace("collections.abc.", "").replace("datetime.", "")
    )


def _nested(told: str) -> list[str]:
    return [name for name in _NESTED if name in told]


def _page(page: Page, store: Store) -> Iterator[str]:
    yield f"{page.address}  ({page.kind})"
    yield f"  file: {page.path}"
    yield f"  last made because: {store.why(page.path)}"
    found = store.asked_by(page.path)
    if found is None:
        return
    by_kind: dict[str, list[str]] = {}
    for _, words in sorted(store.words(numbers_of(found[1])).items()):
        kind, *rest = unspell(words)
        by_kind.setdefault(kind, []).append(" ".join(rest))
    yield f"  asked {plural(sum(map(len, by_kind.values())), 'question')}:"
    for kind, subjects in sorted(by_kind.items()):
        shown = ", ".join(subject for subject in subjects[:6] if subject)
        more = f", and {len(subjects) - 6} more" if len(subjects) > 6 else ""
        yield f"    {kind}{': ' if shown else ''}{shown}{more}"


def _file(relative: str, store: Store) -> Iterator[str]:
    path = content_path(relative)
    ident = article_id(path)
    questions = [(kind, ident) for kind in ("card", "front", "article", "content", "anchors")]
    questions += [(kind, path) for kind in ("address", "image", "size")]
    numbers = [number for number, _ in store.asked_about(map(spell, questions)).values()]
    asked = store.outputs_that_asked(numbers)
    if not asked:
        return
    words = store.words(numbers)
    yield f"{relative} went into {plural(len(asked), 'file')}:"
    for output in sorted(asked):
        kinds = sorted({unspell(words[number])[0] for number in asked[output]})
        yield f"  {output}  ({', '.join(kinds)})"

"""Say what the template of a page sees, with its values."""

from collections.abc import Iterable, Mapping
from contextlib import closing
from datetime import date
from itertools import chain
from math import isfinite
from pathlib import Path

from sitegen.base.diagnostics import Failure, Span, failure
from sitegen.base.fs import as_seen_from
from sitegen.base.noun import Noun, field_names
from sitegen.base.paths import article_id, content_path, output_path
from sitegen.base.text import did_you_mean, nearest
from sitegen.configure import configure
from sitegen.engine.store import Store
from sitegen.model.config import Config, Flags
from sitegen.model.output import Page
from sitegen.pipeline.build import with_store
from sitegen.pipeline.commands.explain import address_meant
from sitegen.pipeline.job import begin
from sitegen.pipeline.make import link_all
from sitegen.pipeline.steps.contents import Contents
from sitegen.pipeline.steps.extensions import extension_errors, load_extensions
from sitegen.render import open_press
from sitegen.render.answers import SiteAnswers
from sitegen.render.kinds import MACHINES
from sitegen.render.pages.documents import seen
from sitegen.render.theme.faults import TemplateError
from sitegen.render.view import View


def page_data(root: Path | None, flags: Flags, target: str) -> dict[str, object]:
    """Return what the template of a page sees, by name, as JSON can hold it.

    The page is named by its address, its file or its source, as the sources stand now; nothing need be built. Raises
    Failure where there is no such page, and where it has no template.
    """
    config = configure(root, flags)
    return with_store(config, lambda store: _page_data(target, config, store))


def _page_data(target: str, config: Config, store: Store) -> dict[str, object]:
    with closing(Contents(store.file)) as contents, extension_errors(config):
        known = link_all(begin(config, store), contents).answers
        page = _page_meant(target, known)
        press = open_press(known.inputs.theme, config, load_extensions(config), store.folder("templates"))
        try:
            return seen(page, View(known, config), press, _plain)
        except TemplateError as error:
            raise Failure([error.diagnostic]) from error


def _page_meant(target: str, known: SiteAnswers) -> Page:
    config = known.config
    pages = {page.path: page for page in known.routes.outputs if isinstance(page, Page)}
    path = output_path(address_meant(target, config))
    source = as_seen_from(config.root, target)
    ident = article_id(content_path(source)) if source.startswith("content/") else ""
    named = (path, path.removesuffix("/") + "/index.html", f"{path}.html")
    of_source = (page.path for page in pages.values() if page.kind in ("article", "page") and page.subject == ident)
    page = pages.get(next((name for name in chain(named, of_source) if name in pages), ""))
    if page is None:
        hint = _hint(path, source, known)
        raise failure("explain/unknown", f'the site has no page "{target}"', Span(config.file), hint)
    if page.kind in MACHINES:
        hint = "name a page that people read"
        raise failure("explain/unknown", f'"{page.path}" is made without a template', Span(config.file), hint)
    return page


def _hint(path: str, source: str, known: SiteAnswers) -> str:
    sources = [one.path for one in known.inputs.sources]
    if source in sources:
        return f"sitegen build, then sitegen explain {source}, say why it has none"
    near = nearest(source, sources) or nearest(path, {page.path for page in known.routes.outputs})
    return did_you_mean(near, "name an address (/articles/x/), or the source of an article")


def _plain(value: object) -> object:
    """Return a value of a template in what JSON has; dates as ISO 8601 writes them."""
    if isinstance(value, Noun):
        return {name: _plain(getattr(value, name)) for name in field_names(value) if not callable(getattr(value, name))}
    if isinstance(value, Mapping):
        return {str(name): _plain(one) for name, one in value.items()}
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, set | frozenset):
        value = sorted(value, key=str)
    if isinstance(value, float) and not isfinite(value):
        return None  # as the API has it: JSON knows no such number
    if isinstance(value, Iterable) and not isinstance(value, str):
        return [_plain(one) for one in value]
    return value if value is None or isinstance(value, bool | int | float) else str(value)

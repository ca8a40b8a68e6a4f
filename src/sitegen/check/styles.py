"""What style sheets get wrong: they name what is not there, or hold the marks of git."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from posixpath import dirname, join, normpath, relpath

from sitegen.base.conflicts import conflict_problem
from sitegen.base.diagnostics import Diagnostic, Span, problem
from sitegen.base.fs import PACKAGED, locate
from sitegen.base.paths import base_path, is_external, target_path
from sitegen.base.patterns import regex
from sitegen.base.spelling import Spellings
from sitegen.base.text import blank, line_and_column
from sitegen.model.config import Config
from sitegen.model.output import Asset, Routes

_NAMED = regex(
    r"""url\(\s*(?:"([^"\n]*)"|'([^'\n]*)'|([^\s"'()]*))|@import\s+(?:"([^"\n]*)"|'([^'\n]*)')""", re.IGNORECASE
)
"""A file that a style sheet names."""


def dead_styles(routes: Routes, config: Config) -> Iterator[Diagnostic]:
    """Yield each file that a style sheet of the site or of its theme names, and that is not there.

    Where git could not merge two versions of a sheet, that alone is told of it.
    """
    assets = [output for output in routes.outputs if isinstance(output, Asset)]
    spellings = cache(lambda: Spellings(f"/{asset.path}" for asset in assets))
    for sheet in assets:
        if sheet.path.endswith(".css") and not sheet.source.startswith((PACKAGED, ".")):
            text = _read_sheet(sheet, config)
            if conflict := conflict_problem("check/conflict", text, sheet.source):
                yield conflict
                continue
            for address, written, span in _astray(text, sheet, routes, config):
                hint = _hint(address, sheet, assets, spellings)
                yield problem("check/dead-style", f'"{written}" is not there', span, hint)


def _read_sheet(sheet: Asset, config: Config) -> str:
    try:
        return locate(config.root, sheet.source).read_text("utf-8-sig", errors="replace")
    except OSError:  # it has just gone: the next build says what becomes of it
        return ""


def _astray(text: str, sheet: Asset, routes: Routes, config: Config) -> Iterator[tuple[str, str, Span]]:
    """Yield address, name and place of each file that is not there."""
    text = _without_comments(text)
    for named in _NAMED.finditer(text):
        written = named[named.lastindex or 0].strip() if named.lastindex else ""
        if not written or written[0] == "#" or "\\" in written or is_external(written):
            continue
        address = _address(written, sheet, config)
        if address in routes.served:
            continue
        place = line_and_column(text, named.start(named.lastindex or 0))
        yield address, written, Span(sheet.source, *place, len(written))


def _without_comments(text: str) -> str:
    """Return a style sheet with blanks for its comments, so that all else keeps its place."""
    parts: list[str] = []
    done = 0
    while (begin := text.find("/*", done)) >= 0:
        end = text.find("*/", begin + 2)
        end = len(text) if end < 0 else end + 2
        parts += [text[done:begin], blank(text[begin:end])]
        done = end
    return "".join([*parts, text[done:]])


def _address(written: str, sheet: Asset, config: Config) -> str:
    """Return the address of the site that a style sheet names; an empty string for one outside of its base path."""
    path = target_path(written)
    if not path.startswith("/"):
        return normpath(join("/", dirname(sheet.path), path))
    base = base_path(config.site.url)
    return "/" + path.removeprefix(base) if path.startswith(base) else ""


def _hint(address: str, sheet: Asset, assets: list[Asset], spellings: Callable[[], Spellings]) -> str:
    """Return what to do about an address that is not there."""
    if not address:
        return "name it relative to the style sheet: the site does not stand at the root of its host"
    if address.startswith("/static/") and any(_named_so(asset.source, address) for asset in assets):
        name = address.removeprefix("/static/")
        return f'style sheets have a digest in their names: link it in a template, with asset("{name}")'
    near = spellings().nearest(address)
    return f'did you mean "{relpath(near, dirname("/" + sheet.path))}"?' if near else "correct the address"


def _named_so(source: str, address: str) -> bool:
    """Tell whether a file would have an address, but for a digest."""
    return f"/{source.removeprefix(PACKAGED)}".endswith(address)

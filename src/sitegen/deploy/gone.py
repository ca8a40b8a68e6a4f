"""Articles that were online and have no page any more: whoever follows an old link finds nothing there."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from sitegen.base.diagnostics import Diagnostic, Span, problem
from sitegen.base.noun import Noun
from sitegen.base.paths import MARKDOWN, base_path, output_path
from sitegen.deploy.fresh import Fresh

INDEX = "api/articles.json"
"""Lists all articles of a site, with what it needs to know one again."""


class _Article(Noun):
    id: str
    title: str


def gone_articles(before: str, fresh: Fresh) -> Iterator[Diagnostic]:
    """Give each article that had a page and has none now, and the file of the one that now has its title.

    `before` is the `INDEX` that is online, or nothing where there is none. What moved and names its old address among
    its `aliases` has a page there.
    """
    config = fresh.config
    file = fresh.folder / INDEX
    online, now = _by_address(before), _by_address(file.read_text("utf-8") if file.is_file() else "")
    served = {each.path for each in fresh.files}
    new = {article.title: article.id for address, article in now.items() if address not in online}
    for address, article in online.items():
        if output_path(address) in served:
            continue
        source = _source(config.root, new[article.title]) if article.title in new else ""
        message = f'"{article.title}" was at {address}, where nothing is now'
        elsewhere = f"if it has moved, add {address} to the `aliases` of its file; old links lead there then"
        hint = f"add {address} to the `aliases` of this file" if source else elsewhere
        yield problem("deploy/gone-article", message, Span(source or "."), hint)


def _by_address(index: str) -> Mapping[str, _Article]:
    """Return the articles of an index by their addresses below its own base path; none where it is not one of ours.

    So a site that gets a domain of its own, or another folder of its host, has lost nothing.
    """
    try:
        document: dict[str, Any] = json.loads(index) if index else {"url": "", "articles": []}
        base, listed = base_path(document["url"]), document["articles"]
        found = {unquote(urlsplit(each["url"]).path): _Article(each["id"], each["title"]) for each in listed}
    except (ValueError, LookupError, TypeError, AttributeError):
        return {}
    return {"/" + path.removeprefix(base): article for path, article in found.items() if path.startswith(base)}


def _source(root: Path, ident: str) -> str:
    """Return the file of an article, or nothing where it is not where files of its id lie."""
    names = [f"content/{ident}{name}{suffix}" for name in ("", "/index") for suffix in MARKDOWN]
    return next((name for name in names if (root / name).is_file()), "")

"""Make nouns for tests in one line: `article("articles/x", title="X", date="2026-11-01")`."""

from datetime import UTC, datetime
from pathlib import Path

from sitegen.link import link
from sitegen.model.article import Article, FrontMatter
from sitegen.model.config import Config
from sitegen.model.source import AssetFile, Inputs, Source
from sitegen.model.theme import Theme, ThemeFile
from sitegen.parse.terms import terms

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)


def article(
    ident, *, kind="article", bundle=False, date="2026-01-01", text="", keywords=(), sound=True, summary="", **meta
):
    """Return an article whose file is `content/<id>.md`; further keywords are front matter, each on a line of its own."""
    moment = datetime.fromisoformat(date).replace(tzinfo=UTC) if date else None
    if "updated" in meta:
        meta["updated"] = datetime.fromisoformat(meta["updated"]).replace(tzinfo=UTC)
    places = tuple((key, line, 1, len(key)) for line, key in enumerate(meta, start=2))
    return Article(
        id=ident,
        path=f"content/{ident}/index.md" if bundle else f"content/{ident}.md",
        kind=kind,
        bundle=bundle,
        meta=FrontMatter(**{"title": ident.rsplit("/", 1)[-1], **meta}, date=moment, places=places),
        summary=summary,
        words=100,
        minutes=1,
        faqs=0,
        callouts=(),
        terms=terms(meta.get("title", ident.rsplit("/", 1)[-1]), text, description="", headings=[], lead="")[0],
        keywords=tuple(keywords),
        anchors=(),
        content="",
        sound=sound,
    )


def config(**fields):
    """Return a configuration with defaults, and a clock that stands."""
    return Config(**{"root": Path("/site"), "file": "sitegen.toml", "out": Path("/site/output"), "now": NOW, **fields})


def inputs(articles=(), assets=(), statics=None):
    """Return inputs that hold the articles' sources, the assets and the static files (name to digest)."""
    theme = Theme(
        ("default",),
        {},
        {
            name: (ThemeFile(name, "default", f"sitegen:static/{name}", digest, 1),)
            for name, digest in (statics or {}).items()
        },
    )
    return Inputs(
        tuple(Source(a.path, a.id, a.kind, a.bundle, "") for a in articles),
        tuple(AssetFile(f"content/{asset}", asset, "0" * 32, 1) for asset in assets),
        theme,
    )


def linked(*articles, **settings):
    """Return the site of these articles; further keywords are settings."""
    return link(articles, inputs(articles), config(**settings))

"""Assets and static files become outputs that are copied as they are."""

from collections.abc import Iterator
from posixpath import splitext

from sitegen.base.diagnostics import Span
from sitegen.model.output import Asset
from sitegen.model.site import Site
from sitegen.model.source import Inputs
from sitegen.model.theme import Theme, ThemeFile
from sitegen.route.claims import Claim

ROOT = "root/"
"""Static files in this folder are published at the site's root under their own names: `favicon.ico`, `CNAME`."""
_DRAWN_WITH = (".css", ".js", ".mjs")


def asset_claims(site: Site, inputs: Inputs) -> Iterator[Claim]:
    """Yield every file beside the articles that is published."""
    for asset in inputs.assets:
        if address := site.addresses.get(asset.address):
            output = Asset(address.lstrip("/"), asset.path, asset.digest, asset.size)
            yield Claim(output, asset.path, Span(asset.path))


def static_claims(theme: Theme) -> Iterator[Claim]:
    """Yield the winner of every static file."""
    for name, files in theme.statics.items():
        winner = files[0]
        output = Asset(static_path(winner), winner.path, winner.digest, winner.size)
        yield Claim(output, winner.path, Span(winner.path), machine=name.startswith(ROOT))


def static_path(file: ThemeFile) -> str:
    """Return the output path of a static file.

    Style sheets and scripts bear their digest, so that a page and what it is drawn with are always of one build. Fonts,
    pictures and all else keep their names, since style sheets and the configuration name them.
    """
    if file.name.startswith(ROOT):
        return file.name.removeprefix(ROOT)
    stem, suffix = splitext(file.name)
    digest = f".{file.digest[:8]}" if suffix.lower() in _DRAWN_WITH else ""
    return f"static/{stem}{digest}{suffix}"

"""A licence becomes a link."""

from sitegen.base.licenses import known_license
from sitegen.model.article import FrontMatter
from sitegen.model.config import Config
from sitegen.model.context import Link


def license_link(written: str) -> Link | None:
    """Return a licence by its SPDX name or URL, or None where there is none that has an address."""
    found = known_license(written)
    return Link(*found) if found else None


def license_of(meta: FrontMatter, config: Config) -> Link | None:
    """Return the licence of an article: its own, or else the site's."""
    return license_link(meta.license or config.site.license)

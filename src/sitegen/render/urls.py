"""Final addresses: an address of the site becomes what stands in a `href`, or a full URL."""

from functools import lru_cache

from sitegen.base.paths import base_path, is_external, quote_path, url_below
from sitegen.model.config import Config


@lru_cache(maxsize=64)
def _base(site_url: str) -> str:
    return base_path(site_url)


def href(config: Config, address: str) -> str:
    """Return an address of the site (`/articles/x/`) with the base path, percent-encoded."""
    return _href(config.site.url, address)


# Every card of a list names the same few tags, sections and authors.
@lru_cache(maxsize=4096)
def _href(site_url: str, address: str) -> str:
    return _base(site_url) + quote_path(address.lstrip("/"))


def full_url(config: Config, address: str) -> str:
    """Return an address of the site as a full URL."""
    return url_below(config.site.url, address)


def absolute(config: Config, final: str) -> str:
    """Return a `href` of this site as a full URL; a full URL stays as it is."""
    if is_external(final):
        return final
    base = _base(config.site.url)
    return config.site.url + (final.removeprefix(base) if final.startswith(base) else final.lstrip("/"))


def setting_href(config: Config, written: str) -> str:
    """Return what a setting names (`/about/`, `about/#x` or a full URL) as a `href`."""
    return written if is_external(written) else _joined(_base(config.site.url), written)


def setting_url(config: Config, written: str) -> str:
    """Return what a setting names as a full URL."""
    return written if is_external(written) else _joined(config.site.url, written)


def _joined(base: str, written: str) -> str:
    path, mark, rest = written.partition("#")
    path, query_mark, query = path.partition("?")
    return base + quote_path(path.lstrip("/")) + query_mark + query + mark + rest

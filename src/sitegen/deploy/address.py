"""A remote's URL becomes the addresses at which GitHub Pages serves its site."""

import re
from urllib.parse import urlsplit

from sitegen.base.noun import Noun
from sitegen.base.patterns import regex

_GITHUB = regex(
    r"(?:https?://(?:[^/@\s]+@)?|ssh://(?:[^/@\s]+@)?|git://|(?:[^/@\s]+@))?(?:www\.|ssh\.)?github\.com(?::\d+)?[:/]+"
    r"(?P<owner>[^/\s]+)/(?P<name>[^/\s]+?)(?:\.git)?/*",
    re.IGNORECASE,
)
"""The address of a repository on GitHub, in every form that git takes."""
PAGES = ".github.io"


class GitHub(Noun):
    """A repository on GitHub."""

    owner: str
    name: str

    @property
    def page(self) -> str:
        """The repository's own address, for people."""
        return f"https://github.com/{self.owner}/{self.name}"

    @property
    def url(self) -> str:
        """Where Pages serves its site, unless it has a domain of its own."""
        host = self.owner.lower() + PAGES
        return f"https://{host}/" if self.name.lower() == host else f"https://{host}/{self.name}/"


def read_github(remote: str) -> GitHub | None:
    """Return the repository that a remote's URL names, or None where it is not on GitHub."""
    found = _GITHUB.fullmatch(remote.strip())
    return GitHub(found["owner"], found["name"]) if found else None


def own_domain(site_url: str) -> str:
    """Return the domain that a site's URL claims for the whole of itself, or an empty string."""
    parts = urlsplit(site_url)
    host = (parts.hostname or "").lower()
    if parts.path.strip("/") or host.endswith(PAGES) or not is_public(site_url):
        return ""
    return host


def is_public(site_url: str) -> bool:
    """Tell whether a URL can be reached from elsewhere."""
    host = (urlsplit(site_url).hostname or "").lower()
    return "." in host and not re.fullmatch(r"[\d.]+|.*\.(?:local|localhost|internal|invalid|test|example)", host)

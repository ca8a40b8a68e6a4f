"""Where this sitegen was installed from, so that another machine can install the same."""

import json
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit
from urllib.request import url2pathname

from sitegen import __version__
from sitegen.base.diagnostics import Failure
from sitegen.base.noun import Noun
from sitegen.deploy.address import read_github
from sitegen.deploy.repository import find_remote, find_repository

_EXTRAS = "sitegen[all]"


class Origin(Noun):
    """What to install, and whether other machines have it."""

    requirement: str
    """As `pip install` takes it, or empty where only this machine can tell."""
    place: str = ""
    """The folder, file or URL that it was installed from, as people may see it."""


def find_origin() -> Origin:
    """Return where this installation comes from; one that was never installed is known here alone."""
    try:
        told = distribution("sitegen").read_text("direct_url.json")
    except PackageNotFoundError:
        return Origin("", place=str(Path(__file__).parents[1]))
    return read_origin(json.loads(told) if told else None)


def read_origin(told: dict[str, Any] | None) -> Origin:
    """Return what `direct_url.json` tells (PyPA specifications, Direct URL Data Structure); without one, the version.

    A folder is known elsewhere by the remote of its repository.
    """
    if told is None:
        return Origin(f"{_EXTRAS}=={__version__}")
    url, below = str(told["url"]), told.get("subdirectory", "")
    if "vcs_info" in told:
        return Origin(_at(url, told["vcs_info"].get("commit_id", ""), below), _without_secret(url))
    if not url.startswith("file:"):
        return Origin(f"{_EXTRAS} @ {_without_secret(url)}", _without_secret(url))
    folder = url2pathname(urlsplit(url).path)
    return Origin(_cloned(Path(folder)), folder)


def _cloned(folder: Path) -> str:
    """Return the same of a clone, by its remote and the commit that is checked out where the remote has that too."""
    try:
        repository = find_repository(folder) if folder.is_dir() else None
    except Failure:
        return ""
    remote = find_remote(repository, "origin") if repository else None
    if repository is None or remote is None:
        return ""
    shared = repository.git.ask("branch", "--remotes", "--list", "origin/*", "--contains", "HEAD")
    below = folder.resolve().relative_to(repository.top.resolve()).as_posix()
    return _at(remote.fetch, repository.head if shared else "", "" if below == "." else below)


def _at(url: str, commit: str, below: str) -> str:
    """Return a requirement for a repository; an empty string where its URL is not for everybody."""
    github = read_github(url)
    place = f"{github.page}.git" if github else _without_secret(url)
    if not place.startswith(("https://", "http://")):
        return ""
    return f"{_EXTRAS} @ git+{place}{f'@{commit}' if commit else ''}{f'#subdirectory={below}' if below else ''}"


def _without_secret(url: str) -> str:
    parts = urlsplit(url)
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))

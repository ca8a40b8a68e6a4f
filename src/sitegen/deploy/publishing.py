"""From a site's folder to the world: build, check, publish, and tell who asked."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sitegen.base.diagnostics import Diagnostic, Failure, Span, failure, ordered
from sitegen.base.fs import WORK
from sitegen.base.noun import Noun
from sitegen.configure import configure
from sitegen.deploy.address import read_github
from sitegen.deploy.branch import publish_branch
from sitegen.deploy.checks import check_address, check_site
from sitegen.deploy.folder import Put, publish_folder
from sitegen.deploy.fresh import Fresh, build_fresh
from sitegen.deploy.git import GitError
from sitegen.deploy.origin import find_origin
from sitegen.deploy.ping import ping
from sitegen.deploy.repository import find_repository, need_branch, need_remote, need_repository
from sitegen.deploy.rsync import publish_rsync
from sitegen.deploy.setup import SetUp, set_up
from sitegen.deploy.shadow import open_shadow
from sitegen.engine.lock import hold
from sitegen.engine.workers import Progress, silent
from sitegen.model.config import Flags
from sitegen.model.report import due
from sitegen.pipeline.refusals import refusals

_PATIENCE = 60.0
"""Seconds that another deploy from the same folder is waited for."""


class Deployed(Noun):
    """What went online, or would."""

    fresh: Fresh
    put: Put
    diagnostics: tuple[Diagnostic, ...]
    told: tuple[str, ...] = ()
    """A line for each service that was told."""

    @property
    def url(self) -> str:
        """Where the site stands."""
        return self.fresh.config.site.url


class Wish(Noun):
    """How to deploy."""

    flags: Flags
    take_over: bool = False
    dry: bool = False
    ping: bool = False


def deploy_branch(
    root: Path | None, wish: Wish, *, remote: str | None, branch: str | None, progress: Progress = silent
) -> Deployed:
    """Publish to a branch; raises Failure, with the remote as it was, where the site or the way to it is wrong."""
    config = configure(root, wish.flags)
    branch = branch or config.deploy.branch
    repository = need_repository(config.root)
    need_branch(repository, branch)
    to = need_remote(repository, remote or config.deploy.remote)
    with _alone(config.root):
        fresh = build_fresh(config.root, wish.flags, progress)
        found = _checked(fresh, check_address(fresh, read_github(to.push)))
        try:
            shadow = open_shadow(config.root / WORK, repository, to)
            put = publish_branch(fresh, repository, shadow, branch, take_over=wish.take_over, dry=wish.dry)
        except GitError as error:
            hint = "see to the cause and deploy again"
            raise failure("deploy/git", error.text.splitlines()[-1], Span("."), hint) from error
    return _pinged(fresh, put, found, wish)


def deploy_elsewhere(
    root: Path | None, wish: Wish, *, method: str, target: str, progress: Progress = silent
) -> Deployed:
    """Publish to a folder or over rsync; raises Failure as `deploy_branch` does."""
    config = configure(root, wish.flags)
    with _alone(config.root):
        fresh = build_fresh(config.root, wish.flags, progress)
        found = _checked(fresh, ())
        if method == "folder":
            put = publish_folder(fresh, Path(target), dry=wish.dry)
        else:
            put = publish_rsync(fresh, target, take_over=wish.take_over, dry=wish.dry)
    return _pinged(fresh, put, found, wish)


def prepare_pages(root: Path | None, flags: Flags, progress: Progress = silent) -> SetUp:
    """Write what GitHub needs to build and publish the site by itself."""
    config = configure(root, flags)
    try:
        hidden = build_fresh(config.root, flags, progress).report.hidden
    except Failure:
        # The workflow is right whether or not the site is; its first run will say what is wrong.
        hidden = ()
    return set_up(config, find_repository(config.root), due(hidden), find_origin(), Path.cwd())


def _checked(fresh: Fresh, further: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return what the build and the checks found; raises Failure where it must not go online."""
    found = ordered((*fresh.report.diagnostics, *check_site(fresh), *further))
    if any(diagnostic.fatal for diagnostic in found):
        raise Failure(found)
    return found


def _pinged(fresh: Fresh, put: Put, found: Iterable[Diagnostic], wish: Wish) -> Deployed:
    """Tell those who asked, where they are to be told; return what went online, with all that was found."""
    changed = [*put.added, *put.changed]
    told, missed = ping(fresh.config, changed) if wish.ping and not wish.dry else ([], [])
    return Deployed(fresh, put, ordered((*found, *put.diagnostics, *missed)), tuple(told))


@contextmanager
def _alone(root: Path) -> Iterator[None]:
    with refusals(root, "."):
        try:
            with hold(root / WORK / "publish.lock", _PATIENCE):
                yield
        except BlockingIOError as error:
            message = "another deploy is running in this folder"
            raise failure("write/busy", message, Span("."), "wait until it has ended, or stop it") from error

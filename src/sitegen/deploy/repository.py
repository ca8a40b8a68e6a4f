"""What the site's own repository says. It is asked, and never changed."""

from pathlib import Path

from sitegen.base.diagnostics import Span, failure
from sitegen.base.noun import Noun
from sitegen.deploy.git import Git, GitError, mask

# Settings that say how a remote is reached and who commits; no other reaches the repository that we publish from.
_NEEDED = ("credential.", "http.", "ssh.", "protocol.", "user.", "author.", "committer.", "core.sshcommand")


class Repository(Noun):
    """The repository that a site lies in."""

    git: Git
    top: Path
    head: str
    """The commit that is checked out, or empty where there is none yet."""
    branch: str
    """The branch that is checked out, or empty where none is."""


class Remote(Noun):
    """Where the site goes."""

    name: str
    fetch: str
    push: str
    """URLs, which may hold credentials: they are shown masked only."""

    @property
    def shown(self) -> str:
        """The name, with the URL as people may see it."""
        url = mask(self.push)
        return url if self.name == self.push else f"{self.name} ({url})"


def find_repository(folder: Path) -> Repository | None:
    """Return the repository around a folder, or None where there is none; raises Failure where git says no."""
    git = Git(folder)
    try:
        top = git.run("rev-parse", "--show-toplevel").rstrip("\n")
    except GitError as error:
        if "not a git repository" in error.text or "must be run in a work tree" in error.text:
            return None
        raise failure("deploy/git", error.text.splitlines()[0], Span("."), _cure(error.text)) from error
    return Repository(
        git,
        Path(top),
        git.ask("rev-parse", "--verify", "--quiet", "HEAD^{commit}") or "",
        git.ask("symbolic-ref", "--quiet", "--short", "HEAD") or "",
    )


def need_repository(folder: Path) -> Repository:
    """Return the repository around a folder; raises Failure where there is none."""
    found = find_repository(folder)
    if found is None:
        message = "this folder is not in a git repository, so there is no branch to publish to"
        hint = "run `git init`, commit, and add a remote; or use `sitegen deploy folder TARGET`"
        raise failure("deploy/no-repository", message, Span("."), hint)
    return found


def find_remote(repository: Repository, name: str) -> Remote | None:
    """Return a remote by its name, or by its URL."""
    if ":" in name or "/" in name:
        url = repository.git.ask("ls-remote", "--get-url", name) or name
        return Remote(name, url, url)
    fetch = repository.git.ask("remote", "get-url", name)
    push = repository.git.ask("remote", "get-url", "--push", name)
    return Remote(name, fetch, push) if fetch and push else None


def need_remote(repository: Repository, name: str) -> Remote:
    """Return a remote; raises Failure where there is none of that name."""
    found = find_remote(repository, name)
    if found is None:
        known = (repository.git.ask("remote") or "").split()
        hint = f"choose one with --remote: {', '.join(known)}" if known else f"run `git remote add {name} URL`"
        raise failure("deploy/no-remote", f'git knows no remote "{name}"', Span("."), hint)
    return found


def need_branch(repository: Repository, name: str) -> None:
    """Raise Failure where git would not let a branch have this name."""
    if repository.git.ask("check-ref-format", "--branch", name) != name:
        hint = "choose another with --branch"
        raise failure("deploy/target", f'"{name}" cannot be the name of a branch', Span("."), hint)


def settings_of(repository: Repository) -> tuple[tuple[str, str], ...]:
    """Return the settings in force here that say how remotes are reached and who commits."""
    listed = repository.git.ask("config", "--list", "--includes", "-z") or ""
    pairs = (line.partition("\n") for line in listed.split("\0") if line)
    return tuple((name, value) for name, _, value in pairs if name.lower().startswith(_NEEDED))


def is_dirty(repository: Repository, folder: Path) -> bool:
    """Tell whether the site's files differ from the commit that is checked out."""
    return bool(repository.git.ask("status", "--porcelain", "--", str(folder)))


def _cure(text: str) -> str:
    if "dubious ownership" in text:
        return "the folder belongs to somebody else: trust it with `git config --global --add safe.directory FOLDER`"
    if "not installed" in text:
        return "install git, or use `sitegen deploy folder TARGET`"
    return "see what `git status` says"

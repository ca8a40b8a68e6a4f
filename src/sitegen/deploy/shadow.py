"""A bare repository of our own, through which a branch is published.

The author's repository lends its settings and the remote's address, and nothing else: not its index, work tree, refs,
stash, hooks or objects. So nothing that happens here can be seen there.
"""

import shutil
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path

from sitegen.base.noun import Noun
from sitegen.deploy.git import Git, GitError
from sitegen.deploy.repository import Remote, Repository, settings_of

FILE = "100644"
"""The mode of every file that we publish."""
_TIP = "refs/sitegen/tip"
_NEXT = "refs/sitegen/next"
_DEPTH = 64
"""Commits fetched at first, while our last one is looked for; then always the double."""
_DEEPEST = 4096
"""Commits beyond which all are fetched."""
# What git says of a branch where somebody else came first: when it compares, when it locks, or when it writes.
_MOVED = (
    "fetch first",
    "non-fast-forward",
    "cannot lock",
    "failed to update",
    "reference already exists",
    "incorrect old value",
)


class Moved(Exception):  # noqa: N818  (it is what happened: somebody else was quicker)
    """The branch is not what it was when it was read."""


class Refused(Exception):  # noqa: N818  (it is what the other side did)
    """The remote does not take the commit; the text is its own."""


class Blob(Noun):
    """One entry of a tree."""

    mode: str
    name: str
    """The object's name."""


class Shadow(Noun):
    """The repository, and the remote that it publishes to."""

    git: Git
    remote: Remote
    sha256: bool
    """Whether objects are named by SHA-256."""

    def tip(self, branch: str) -> str:
        """Fetch the branch's last commit and return its name, or an empty string where there is no such branch.

        Raises GitError where the remote cannot be reached.
        """
        listed = self.git.run("ls-remote", self.remote.fetch, f"refs/heads/{branch}")
        if not listed:
            return ""
        name = listed.split()[0]
        if self.git.ask("rev-parse", "--verify", "--quiet", f"{name}^{{tree}}") is None:
            self._fetch("--depth=1", branch)
            name = self.git.run("rev-parse", _TIP).strip()
        else:
            self.git.run("update-ref", _TIP, name)
        return name

    def find(self, branch: str, mark: str) -> tuple[str, str] | None:
        """Return (name, message) of the branch's last commit whose message has a line that begins with a mark.

        As much of the history is fetched as it takes.
        """
        depth = _DEPTH
        while True:
            logged = self.git.run("log", "--first-parent", "--format=%H%x00%B%x00", _TIP).split("\0")
            for name, message in zip(logged[::2], logged[1::2], strict=False):
                if any(line.startswith(mark) for line in message.splitlines()):
                    return name.strip(), message
            if depth > 2 * _DEEPEST or self.git.run("rev-parse", "--is-shallow-repository").strip() != "true":
                return None
            # Not `--deepen`: where commits share a second, git may give nothing more for it.
            self._fetch(f"--depth={depth}" if depth <= _DEEPEST else "--unshallow", branch)
            depth *= 2

    def tree(self, commit: str) -> dict[str, Blob]:
        """Return every entry of a commit's tree by path, files and submodules alike."""
        listed = self.git.run("ls-tree", "-r", "-z", "--full-tree", commit)
        found = {}
        for line in listed.split("\0"):
            if line:
                about, _, path = line.partition("\t")
                mode, _, name = about.split(" ")
                found[path] = Blob(mode, name)
        return found

    def text(self, blob: Blob) -> str:
        """Return what a text file says."""
        return self.git.run("cat-file", "blob", blob.name)

    def commit(
        self,
        parent: str,
        *,
        put: Mapping[str, Path | bytes],
        take: Iterable[str],
        message: str,
        author: str,
        when: datetime,
    ) -> str:
        """Make a commit on top of a parent, or a first one where it is empty, and return its name."""
        stream = _stream(parent, put, take, message, f"{author} {_time(when)}")
        self.git.feed("fast-import", "--quiet", "--force", "--done", "--date-format=raw", data=stream)
        return self.git.run("rev-parse", _NEXT).strip()

    def push(self, commit: str, branch: str) -> None:
        """Let the remote's branch be this commit, if that takes nothing away from it.

        Raises Moved, Refused, or GitError where the remote cannot be reached.
        """
        try:
            self.git.run("push", "--porcelain", "--no-verify", self.remote.push, f"{commit}:refs/heads/{branch}")
        except GitError as error:
            state = next((line for line in error.out.splitlines() if line.startswith("!")), "")
            if any(words in state for words in _MOVED):
                raise Moved from error
            if not state:
                raise
            raise Refused(_remote_says(error.text)) from error

    def _fetch(self, depth: str, branch: str) -> None:
        refspec = f"+refs/heads/{branch}:{_TIP}"
        options = ("--quiet", "--no-tags", "--no-write-fetch-head", "--no-recurse-submodules")
        self.git.run("fetch", *options, depth, self.remote.fetch, refspec)


def open_shadow(work: Path, repository: Repository, remote: Remote) -> Shadow:
    """Return the repository in a site's `.sitegen`, made where there is none or an earlier run was cut short."""
    directory = work / "deploy.git"
    kind = repository.git.ask("rev-parse", "--show-object-format") or "sha1"
    git = Git(repository.top, directory, settings_of(repository))
    known = git.ask("rev-parse", "--show-object-format") if directory.is_dir() else None
    if known != kind or any(directory.glob("*.lock")) or any(directory.glob("refs/**/*.lock")):
        shutil.rmtree(directory, ignore_errors=True)
        git.run("init", "--quiet", "--bare", "--template=", f"--object-format={kind}", str(directory))
    return Shadow(git, remote, kind == "sha256")


def _stream(
    parent: str, put: Mapping[str, Path | bytes], take: Iterable[str], message: str, who: str
) -> Iterator[bytes]:
    """Give the commit in the form that `git fast-import` reads."""
    text = message.encode()
    yield f"reset {_NEXT}\n\ncommit {_NEXT}\nauthor {who}\ncommitter {who}\ndata {len(text)}\n".encode() + text + b"\n"
    if parent:
        yield f"from {parent}\n".encode()
    for path in take:
        yield b"D " + _quoted(path) + b"\n"
    for path, source in put.items():
        data = source if isinstance(source, bytes) else source.read_bytes()
        yield f"M {FILE} inline ".encode() + _quoted(path) + f"\ndata {len(data)}\n".encode()
        yield data
        yield b"\n"
    yield b"done\n"


def _quoted(path: str) -> bytes:
    data = path.encode("utf-8", "surrogateescape")
    return b'"' + data.replace(b"\\", b"\\\\").replace(b'"', b'\\"').replace(b"\n", b"\\n") + b'"'


def _time(when: datetime) -> str:
    return f"{int(when.timestamp())} {when:%z}"


def _remote_says(text: str) -> str:
    """Return what the remote itself said, else git's last line."""
    lines = [line.removeprefix("remote:").strip() for line in text.splitlines() if line.startswith("remote:")]
    said = " ".join(line for line in lines if line)
    return said or text.splitlines()[-1]

"""Run git: alone, without questions, without hooks, and without a word about credentials."""

import os
import re
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from sitegen.base.noun import Noun
from sitegen.base.patterns import regex

# What tells git where a repository is. A hook or an editor that started us may have set any of it.
_PLACES = frozenset(
    {
        "GIT_ALTERNATE_OBJECT_DIRECTORIES",
        "GIT_COMMON_DIR",
        "GIT_DIR",
        "GIT_GRAFT_FILE",
        "GIT_IMPLICIT_WORK_TREE",
        "GIT_INDEX_FILE",
        "GIT_INTERNAL_SUPER_PREFIX",
        "GIT_NAMESPACE",
        "GIT_OBJECT_DIRECTORY",
        "GIT_PREFIX",
        "GIT_QUARANTINE_PATH",
        "GIT_REPLACE_REF_BASE",
        "GIT_SHALLOW_FILE",
        "GIT_WORK_TREE",
    }
)
_QUIET = {
    "GIT_TERMINAL_PROMPT": "0",
    "GCM_INTERACTIVE": "never",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_PAGER": "cat",
    "GIT_EDITOR": "true",
    "LC_ALL": "C",
}
_OURS = (
    ("core.hooksPath", os.devnull),
    ("core.fsmonitor", "false"),
    ("core.autocrlf", "false"),
    ("gc.autoDetach", "false"),
    ("maintenance.auto", "false"),
    ("submodule.recurse", "false"),
    ("push.followTags", "false"),
    ("push.gpgSign", "false"),
    ("advice.detachedHead", "false"),
    ("http.lowSpeedLimit", "1000"),
    ("http.lowSpeedTime", "60"),
)
_SECRET = regex(r"(?<=://)[^/@\s]+@|(?<=authorization: )\S+ \S+|\b(?:gh[pousr]_|github_pat_|glpat-)\w+", re.IGNORECASE)
"""What nobody is to see: passwords in addresses, and tokens."""


class GitError(Exception):
    """Git could not do what it was asked; the text is git's own, without credentials."""

    def __init__(self, text: str, out: str = "") -> None:
        super().__init__(text)
        self.text = text
        self.out = out
        """What it had printed, for commands that report in a form for programs."""


def mask(text: str) -> str:
    """Return the text without names, passwords and tokens."""
    return _SECRET.sub(lambda found: "***@" if found[0].endswith("@") else "***", text)


class Git(Noun):
    """Git, at work in one folder."""

    folder: Path
    directory: Path | None = None
    """The repository, where it is not to be found from the folder."""
    settings: tuple[tuple[str, str], ...] = ()
    """The whole of its configuration, where it is not to read anybody's files."""

    def run(self, *arguments: str) -> str:
        """Return what a command prints; raises GitError."""
        with self._start(arguments) as process:
            out, told = process.communicate()
        return _finished(process.returncode, out, told, arguments)

    def ask(self, *arguments: str) -> str | None:
        """Return what a command prints, without the last newline, or None where it has no answer."""
        try:
            return self.run(*arguments).rstrip("\n")
        except GitError:
            return None

    def feed(self, *arguments: str, data: Iterable[bytes]) -> str:
        """Return what a command prints that reads from its standard input; raises GitError."""
        with self._start(arguments, stdin=subprocess.PIPE) as process:
            assert process.stdin is not None  # noqa: S101  (for the type checker: a pipe was asked for)
            try:
                for piece in data:
                    process.stdin.write(piece)
            except BrokenPipeError:
                pass  # it has stopped, and says below why
            out, told = process.communicate()
        return _finished(process.returncode, out, told, arguments)

    def _start(self, arguments: Iterable[str], stdin: int = subprocess.DEVNULL) -> subprocess.Popen[bytes]:
        try:
            return subprocess.Popen(
                ["git", *arguments],
                cwd=self.folder,
                env=self._environment(),
                stdin=stdin,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
            )
        except FileNotFoundError:
            raise GitError("git is not installed") from None

    def _environment(self) -> dict[str, str]:
        environment = {name: value for name, value in os.environ.items() if name not in _PLACES} | _QUIET
        settings = list(_inherited(environment))
        if self.directory:
            environment["GIT_DIR"] = str(self.directory)
            environment |= {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
            environment.pop("GIT_CONFIG_PARAMETERS", None)
            settings = list(self.settings)
        # A program that asks for a password on the screen is not wanted; one that somebody set for git may know it.
        environment.setdefault("GIT_ASKPASS", "")
        if "GIT_SSH" not in environment and not any(name.lower() == "core.sshcommand" for name, _ in settings):
            environment.setdefault("GIT_SSH_COMMAND", "ssh -o BatchMode=yes")
        return environment | _spelled([*settings, *_OURS])


def _inherited(environment: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    count = environment.get("GIT_CONFIG_COUNT", "")
    for number in range(int(count) if count.isdecimal() else 0):
        yield environment.get(f"GIT_CONFIG_KEY_{number}", ""), environment.get(f"GIT_CONFIG_VALUE_{number}", "")


def _spelled(settings: list[tuple[str, str]]) -> dict[str, str]:
    """Return settings as git takes them from the environment, where no list of processes shows them."""
    spelled = {"GIT_CONFIG_COUNT": str(len(settings))}
    for number, (name, value) in enumerate(settings):
        spelled[f"GIT_CONFIG_KEY_{number}"] = name
        spelled[f"GIT_CONFIG_VALUE_{number}"] = value
    return spelled


def _finished(code: int, out: bytes, told: bytes, arguments: Iterable[str]) -> str:
    text = out.decode("utf-8", "surrogateescape")
    if code:
        said = mask(told.decode("utf-8", "replace").strip())
        raise GitError(said or f"git {next(iter(arguments))} ended with {code}", mask(text))
    return text

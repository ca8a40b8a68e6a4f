"""A fresh site goes to another machine over rsync: only what changed, all at the end, and only our files."""

import shutil
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from sitegen.base.diagnostics import Failure, Span, failure
from sitegen.base.digest import digest
from sitegen.base.fs import WORK
from sitegen.base.patterns import regex
from sitegen.deploy.folder import Put, in_the_way, need_apart
from sitegen.deploy.fresh import Fresh
from sitegen.deploy.git import mask

_ALWAYS = ("--recursive", "--from0", "--out-format=%i %n")
# What is new waits beside its place until all of it is there (--delay-updates).
_SEND = (
    *_ALWAYS,
    "--times",
    "--omit-dir-times",
    "--checksum",
    "--chmod=D755,F644",
    "--delay-updates",
    "--files-from=-",
)
# Only what is named goes: a filter keeps all else from being deleted, and nothing is sent. `--delete-missing-args` says
# it in one run, but several releases of 2026 refuse it at the other end (rsync, issue 910).
_TAKE = (*_ALWAYS, "--delete", "--existing", "--ignore-existing", "--include-from=-", "--exclude=*")
_WILD = regex(r"[*?\[\\]")
_WIDTH = 11  # of %i, which says what happens to a file
_NEW = "+++++++++"


def publish_rsync(fresh: Fresh, target: str, *, take_over: bool = False, dry: bool = False) -> Put:
    """Bring the site to `host:folder`, a local folder, or a module of an rsync server.

    Raises Failure where it cannot be brought there, or a file of somebody else, or of the site's own, would be
    overwritten.
    """
    if target.startswith("-"):
        raise _failed(f'"{target}" is not a target', "name it as in user@host:/var/www/site")
    if ":" not in target:
        need_apart(fresh.config.root, Path(target))
    record = fresh.config.root / WORK / f"rsync-{digest(target.encode())[:12]}"
    before = record.read_text(encoding="utf-8").split("\0") if record.is_file() else []
    now = [file.path for file in fresh.files]
    unknown = sorted(set(now) - set(before))
    if unknown and not take_over:
        _complain(_run([*_SEND, "--dry-run"], fresh.folder, target, unknown), target)
    gone = sorted(set(before) - set(now))
    further = ["--dry-run"] if dry else []
    done = _run([*_SEND, *further], fresh.folder, target, now)
    if gone:
        done += _run([*_TAKE, *further], fresh.folder, target, _named(gone))
    if not dry:
        record.write_text("\0".join(now), encoding="utf-8")
    sent = sorted((path, what.endswith(_NEW)) for what, path in done if what.startswith(("<f", ">f")))
    return Put(
        mask(target),
        tuple(path for path, is_new in sent if is_new),
        tuple(path for path, is_new in sent if not is_new),
        tuple(sorted(path for what, path in done if what.startswith("*deleting") and not path.endswith("/"))),
    )


def _complain(would: Iterable[tuple[str, str]], target: str) -> None:
    """Raise Failure where files stand that we never put there and that differ."""
    found = sorted(path for what, path in would if what.startswith(("<f", ">f")) and not what.endswith(_NEW))
    if found:
        raise in_the_way(mask(target), found, "move them away, or overwrite them with --take-over")


def _named(paths: Iterable[str]) -> Iterator[str]:
    """Give the patterns that match these paths and the folders above them, and nothing else."""
    folders = {f"{folder}/" for path in paths for folder in map(str, PurePosixPath("/", path).parents) if folder != "/"}
    for path in (*sorted(folders), *(f"/{path}" for path in paths)):
        # rsync(1), "PATTERN MATCHING RULES": a backslash is one unless a wildcard stands in the pattern as well.
        yield _WILD.sub(r"\\\g<0>", path) if set(path) & set("*?[") else path


def _run(options: Iterable[str], folder: Path, target: str, paths: Iterable[str]) -> list[tuple[str, str]]:
    """Return (what happens, path) for every file that differs."""
    program = shutil.which("rsync")
    if program is None:
        raise _failed("rsync is not installed", "install it, or use `sitegen deploy folder TARGET`")
    command = [program, *options, "--", f"{folder}/", target]
    done = subprocess.run(command, input="\0".join(paths).encode(), capture_output=True, check=False)
    if done.returncode:
        said = mask(done.stderr.decode("utf-8", "replace").strip()) or f"it ended with {done.returncode}"
        raise _failed(f"rsync to {mask(target)} failed: {said.splitlines()[0]}", "see to the cause and deploy again")
    lines = done.stdout.decode("utf-8", "surrogateescape").splitlines()
    return [(line[:_WIDTH].rstrip(), line[_WIDTH + 1 :]) for line in lines]


def _failed(message: str, hint: str) -> Failure:
    return failure("deploy/rsync", message, Span("."), hint)

"""A fresh site becomes one commit on top of the remote's branch; what others have put there stays."""

from collections.abc import Iterator, Mapping
from hashlib import sha1, sha256
from pathlib import Path
from urllib.parse import quote, unquote

from sitegen import __version__
from sitegen.base.diagnostics import Diagnostic, Failure, Span, failure, problem
from sitegen.base.noun import Noun
from sitegen.base.text import shorten
from sitegen.deploy.address import own_domain
from sitegen.deploy.folder import Put, in_the_way
from sitegen.deploy.fresh import Fresh
from sitegen.deploy.git import GitError
from sitegen.deploy.gone import INDEX, gone_articles
from sitegen.deploy.repository import Remote, Repository, is_dirty
from sitegen.deploy.shadow import FILE, Blob, Moved, Refused, Shadow

_MARK = "Published-By: sitegen"
_KEPT = "Kept: "
_TRIES = 4


class Plan(Noun):
    """What a deploy changes on the branch."""

    tip: str
    """The branch's last commit, or empty where there is no branch yet."""
    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    kept: tuple[str, ...]
    """Files that somebody else has put there."""
    put: Mapping[str, Path | bytes]
    site: frozenset[str]
    """Every file of the site."""
    left: tuple[Diagnostic, ...] = ()
    index: str = ""
    """The site's `INDEX` as it stands there, where any file of it goes."""

    @property
    def empty(self) -> bool:
        """Whether the branch holds the site already."""
        return not (self.added or self.changed or self.removed)


class Source(Noun):
    """What the site was made from."""

    commit: str
    subject: str
    dirty: bool
    author: str


def publish_branch(
    fresh: Fresh, repository: Repository, shadow: Shadow, branch: str, *, take_over: bool = False, dry: bool = False
) -> Put:
    """Return what was changed; without a commit where nothing differs or it was only a try.

    Raises Failure where something is in the way or the remote says no. Where somebody was quicker, their commit is
    built upon.
    """
    if repository.branch == branch:
        message = f"{branch} is checked out here, and would be overwritten by the site made from it"
        hint = "switch to the branch with the sources, or choose another with --branch"
        raise failure("deploy/own-branch", message, Span("."), hint)
    for _ in range(_TRIES):
        plan = _plan(fresh, shadow, branch, take_over=take_over)
        if plan.empty or dry:
            return _put(plan, fresh, shadow.remote, branch)
        source = _source_of(repository, fresh)
        commit = shadow.commit(
            plan.tip,
            put=plan.put,
            take=plan.removed,
            message=_message(plan, source),
            author=source.author,
            when=fresh.config.now,
        )
        try:
            shadow.push(commit, branch)
        except Moved:
            continue
        except Refused as refusal:
            raise _refused(str(refusal), shadow.remote, branch) from refusal
        except GitError as error:
            raise _unreachable(error, shadow.remote) from error
        return _put(plan, fresh, shadow.remote, branch, commit)
    raise _refused("others publish to the branch at the same time", shadow.remote, branch)


def _put(plan: Plan, fresh: Fresh, remote: Remote, branch: str, commit: str = "") -> Put:
    return Put(
        f"{branch} on {remote.shown}",
        plan.added,
        plan.changed,
        plan.removed,
        (*plan.left, *gone_articles(plan.index, fresh)),
        on_branch=True,
        kept=plan.kept,
        commit=commit,
        first=not plan.tip,
    )


def _plan(fresh: Fresh, shadow: Shadow, branch: str, *, take_over: bool = False) -> Plan:
    """Compare the site with the branch; raises Failure where something is in the way."""
    try:
        tip = shadow.tip(branch)
        stands = shadow.tree(tip) if tip else {}
        ours = _ours(shadow, branch) if tip else {}
    except GitError as error:
        raise _unreachable(error, shadow.remote) from error
    if take_over:
        ours = ours | {path: blob for path, blob in stands.items() if path != "CNAME"}
    site = _site(fresh, sha256_names=shadow.sha256)
    domain = _domain(fresh, shadow, stands, ours)
    if domain:
        site["CNAME"] = (_blob(domain, sha256_names=shadow.sha256), domain)
    foreign = {path for path, blob in stands.items() if path not in ours or ours[path] != blob}
    _complain(site, stands, foreign - ours.keys(), branch)
    put = {path: source for path, (blob, source) in site.items() if stands.get(path) != blob}
    gone = ours.keys() - site.keys()
    return Plan(
        tip=tip,
        added=tuple(path for path in put if path not in stands),
        changed=tuple(path for path in put if path in stands),
        removed=tuple(sorted(path for path in gone if path in stands and path not in foreign)),
        kept=tuple(sorted(foreign - site.keys())),
        put=put,
        site=frozenset(site),
        left=tuple(_left(path, branch) for path in sorted(gone & foreign)),
        index=shadow.text(stands[INDEX]) if gone and INDEX in stands else "",
    )


def _source_of(repository: Repository, fresh: Fresh) -> Source:
    """Return what the commit's message says about the sources."""
    git = repository.git
    author = git.ask("var", "GIT_COMMITTER_IDENT") or ""
    who = author.rsplit(" ", 2)[0] if author else "sitegen <sitegen@localhost>"
    subject = git.ask("log", "-1", "--format=%s") or ""
    return Source(repository.head, subject, is_dirty(repository, fresh.config.root), who)


def _site(fresh: Fresh, *, sha256_names: bool) -> dict[str, tuple[Blob, Path | bytes]]:
    """Return every file of the site with the name that git gives its bytes."""
    site: dict[str, tuple[Blob, Path | bytes]] = {}
    for file in fresh.files:
        path = fresh.folder / file.path
        site[file.path] = (_blob(path.read_bytes(), sha256_names=sha256_names), path)
    # Without this file, Pages would run a branch through Jekyll, which drops what begins with an underscore.
    site.setdefault(".nojekyll", (_blob(b"", sha256_names=sha256_names), b""))
    return site


def _blob(data: bytes, *, sha256_names: bool) -> Blob:
    hashed = (sha256 if sha256_names else sha1)(b"blob %d\0" % len(data), usedforsecurity=False)
    hashed.update(data)
    return Blob(FILE, hashed.hexdigest())


def _ours(shadow: Shadow, branch: str) -> dict[str, Blob]:
    """Return the files that our last commit on the branch published."""
    found = shadow.find(branch, _MARK)
    if found is None:
        return {}
    commit, message = found
    kept = {unquote(line.removeprefix(_KEPT)) for line in message.splitlines() if line.startswith(_KEPT)}
    return {path: blob for path, blob in shadow.tree(commit).items() if not (kept & set(_heads(path)))}


def _heads(path: str) -> Iterator[str]:
    """Give a path, and the folders above it with a slash at the end."""
    yield path
    while "/" in path:
        path = path.rpartition("/")[0]
        yield path + "/"


def _domain(fresh: Fresh, shadow: Shadow, stands: Mapping[str, Blob], ours: Mapping[str, Blob]) -> bytes:
    """Return the CNAME file that the site needs, or nothing where it needs none or has it; raises Failure."""
    if not fresh.config.deploy.cname:
        return b""
    url = fresh.config.site.url
    domain = own_domain(url)
    own = fresh.folder / "CNAME"
    theirs = "CNAME" in stands and stands["CNAME"] != ours.get("CNAME")
    says = shadow.text(stands["CNAME"]).strip() if theirs else ""
    says = own.read_text(encoding="utf-8").strip() if own.is_file() else says
    if says and says.lower() != domain:
        whose, cure = ("the site's", "correct that file") if own.is_file() else ("the branch's", "delete it there")
        message = f"{whose} CNAME says {says}, but site.url is {url}"
        hint = f'write `url = "https://{says}/"`, or {cure}'
        raise failure("deploy/cname", message, Span(fresh.config.file), hint)
    return f"{domain}\n".encode() if domain and not says else b""


def _complain(
    site: Mapping[str, tuple[Blob, Path | bytes]], stands: Mapping[str, Blob], foreign: set[str], branch: str
) -> None:
    """Raise Failure where what others have put there would be lost."""
    folders = {head for path in foreign for head in _heads(path) if head.endswith("/")}
    found = [
        path
        for path, (blob, _) in site.items()
        if (path in foreign and stands[path] != blob)
        or path + "/" in folders
        or any(head.rstrip("/") in foreign for head in _heads(path) if head.endswith("/"))
    ]
    if found:
        hint = "move them away, or take the branch over with --take-over; its old commits stay in its history"
        raise in_the_way(branch, found, hint)


def _left(path: str, branch: str) -> Diagnostic:
    message = f"this page is no longer part of the site, but somebody changed it on {branch}, so it was left"
    return problem("deploy/changed-file", message, Span(path), "delete it there if it must not stay online")


def _message(plan: Plan, source: Source) -> str:
    """Name the source, and tell the next deploy which files are not ours."""
    made = f"{source.commit[:10]}{' with uncommitted changes' if source.dirty else ''}" if source.commit else ""
    first = f"Publish {made}: {source.subject}" if source.subject else "Publish a first time, before any commit"
    lines = [shorten(first, 72), ""]
    if source.commit:
        lines.append(f"Source: {source.commit}{' (with uncommitted changes)' if source.dirty else ''}")
    lines.append(f"{_MARK} {__version__}")
    lines += [f"{_KEPT}{quote(path)}" for path in _gathered(plan)]
    return "\n".join(lines) + "\n"


def _gathered(plan: Plan) -> list[str]:
    """Return what is not ours, a folder in place of its files where nothing in it is."""
    ours = {head for path in plan.site for head in _heads(path)}
    return sorted({[head for head in _heads(path) if head not in ours][-1] for path in plan.kept})


def _unreachable(error: GitError, remote: Remote) -> Failure:
    message = f"{remote.shown} cannot be reached: {error.text.splitlines()[-1]}"
    hint = "look at its address, your connection and your rights, as `git fetch` needs them too; then deploy again"
    return failure("deploy/unreachable", message, Span("."), hint)


def _refused(said: str, remote: Remote, branch: str) -> Failure:
    hint = "ask for the right to push there, or change the branch's protection; nothing has changed"
    return failure("deploy/refused", f"{remote.shown} refuses {branch}: {said}", Span("."), hint)

"""A publication in a git repository, with a bare remote beside it, and no network."""

import os
import subprocess
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from sitegen.deploy.branch import publish_branch
from sitegen.deploy.folder import Put
from sitegen.deploy.fresh import Fresh, list_files
from sitegen.deploy.repository import need_remote, need_repository
from sitegen.deploy.shadow import open_shadow
from sitegen.model.config import Config, SiteSettings
from sitegen.model.report import Hidden, Report

NOW = datetime(2026, 12, 1, 12, 0, tzinfo=UTC)
SITE = {"index.html": "home", "articles/a/index.html": "a", "404.html": "<a href='/'>home</a>", ".nojekyll": ""}
_WHO = ("-c", "user.name=Desk", "-c", "user.email=desk@weights.press")


def git(folder: Path, *arguments: str) -> str:
    """Run git as a person does, and return what it prints."""
    done = subprocess.run(
        ["git", *_WHO, *arguments], cwd=folder, capture_output=True, text=True, errors="replace", check=False
    )
    assert done.returncode == 0, f"git {' '.join(arguments)}: {done.stderr}"
    return done.stdout.strip()


def make_fresh(
    root: Path, site: Mapping[str, str], *, url: str = "https://weights.press/", hidden: tuple[Hidden, ...] = ()
) -> Fresh:
    """Return a site as a build for publishing leaves it, without building."""
    out = root / ".sitegen/deploy"
    write_tree(out, site)
    config = Config(root, "sitegen.toml", out, NOW, site=SiteSettings(url=url))
    report = Report(1, 1, len(site), 0, hidden, (), (), (), 0, 0.0, str(out))
    return Fresh(config, report, list_files(out))


def write_tree(folder: Path, files: Mapping[str, str]) -> None:
    """Let a folder hold these files and no others."""
    for file in list_files(folder):
        (folder / file.path).unlink()
    for path, text in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())
        file.chmod(0o644)


class Publication:
    """The author's repository, and the remote."""

    branch = "gh-pages"

    def __init__(self, folder: Path, *, bare: bool = True) -> None:
        self.remote = folder / "remote.git"
        self.root = folder / "site"
        git(folder, "init", "--quiet", "--bare", "--initial-branch=main", str(self.remote))
        git(folder, "init", "--quiet", "--initial-branch=main", str(self.root))
        (self.root / "sitegen.toml").write_text('[site]\nurl = "https://weights.press/"\n', encoding="utf-8")
        (self.root / ".gitignore").write_text("/output/\n/.sitegen/\n", encoding="utf-8")
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", "Begin")
        self.git("remote", "add", "origin", str(self.remote))
        self.git("push", "--quiet", "origin", "main")

    def git(self, *arguments: str) -> str:
        """Run git in the author's repository."""
        return git(self.root, *arguments)

    def there(self, *arguments: str) -> str:
        """Run git in the remote."""
        return git(self.remote, *arguments)

    def deploy(
        self,
        site: Mapping[str, str] = SITE,
        *,
        root: Path | None = None,
        url: str = "https://weights.press/",
        remote: str = "origin",
        **options: bool,
    ) -> tuple[Put, str]:
        """Publish a site that needs no building; return what changed, and the commit."""
        root = root or self.root
        fresh = make_fresh(root, site, url=url)
        repository = need_repository(root)
        shadow = open_shadow(root / ".sitegen", repository, need_remote(repository, remote))
        put = publish_branch(fresh, repository, shadow, self.branch, **options)
        return put, put.commit

    def shows(self) -> dict[str, str]:
        """Return what the remote's branch holds, the text of each file by path."""
        found = {}
        for line in self.there("ls-tree", "-r", "-z", self.branch).split("\0"):
            if line:
                mode, kind, name, path = line.replace("\t", " ", 1).split(" ", 3)
                text = self.there("cat-file", "blob", name) if kind == "blob" else name
                found[path] = text if mode == "100644" else f"{mode} {text}"
        return found

    def commits(self) -> list[str]:
        """Return the subjects of the branch's commits, the newest first."""
        return self.there("log", "--format=%s", self.branch).splitlines()

    def someone_else(self, files: Mapping[str, str | None], *, onto: str = branch) -> None:
        """Let somebody change the branch from a clone of their own."""
        clone = self.root.parent / f"clone{len(list(self.root.parent.glob('clone*')))}"
        git(self.root.parent, "clone", "--quiet", str(self.remote), str(clone))
        there = self.there("for-each-ref", f"refs/heads/{onto}")
        git(clone, *(("switch", "--quiet", onto) if there else ("switch", "--quiet", "--orphan", onto)))
        for path, text in files.items():
            file = clone / path
            if text is None:
                file.unlink()
                continue
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        git(clone, "add", "--all", "--force")
        git(clone, "commit", "--quiet", "--message", "By somebody else")
        git(clone, "push", "--quiet", "origin", onto)

    def state(self) -> dict[str, bytes]:
        """Return everything in the author's repository and work tree, to see that nothing was touched."""
        found = {}
        for parent, folders, names in os.walk(self.root):
            if ".sitegen" in folders:
                folders.remove(".sitegen")
            for name in names:
                file = Path(parent, name)
                found[str(file.relative_to(self.root))] = file.read_bytes()
        return found

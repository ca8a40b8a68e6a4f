"""Another machine installs sitegen from where it was installed here."""

from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest
from tests.kit.remote import git

from sitegen import __version__
from sitegen.deploy import origin
from sitegen.deploy.origin import find_origin, read_origin

COMMIT = "0123456789abcdef0123456789abcdef01234567"


@pytest.mark.parametrize(
    ("told", "requirement"),
    [
        (None, f"sitegen[all]=={__version__}"),
        (
            {"url": "https://git.example/news/sitegen.git", "vcs_info": {"vcs": "git", "commit_id": COMMIT}},
            f"sitegen[all] @ git+https://git.example/news/sitegen.git@{COMMIT}",
        ),
        (
            {
                "url": "ssh://git@github.com/news/tools.git",
                "subdirectory": "sitegen",
                "vcs_info": {"commit_id": COMMIT},
            },
            f"sitegen[all] @ git+https://github.com/news/tools.git@{COMMIT}#subdirectory=sitegen",
        ),
        ({"url": "ssh://git@git.example/news/sitegen.git", "vcs_info": {"commit_id": COMMIT}}, ""),
        (
            {"url": "https://me:secret@files.example/sitegen-1.whl", "archive_info": {}},
            "sitegen[all] @ https://files.example/sitegen-1.whl",
        ),
        ({"url": "file:///nowhere/sitegen-1.whl", "archive_info": {}}, ""),
    ],
)
def test_what_pip_tells_of_an_installation_becomes_a_requirement(told, requirement):
    assert requirement == read_origin(told).requirement


def test_a_clone_is_known_by_its_remote_and_by_a_commit_that_this_has(tmp_path):
    """One that was never pushed cannot be asked for."""
    remote, clone = tmp_path / "remote.git", tmp_path / "clone"
    git(tmp_path, "init", "--quiet", "--bare", "--initial-branch=main", str(remote))
    git(tmp_path, "clone", "--quiet", str(remote), str(clone))
    told = {"url": clone.as_uri(), "dir_info": {"editable": True}}
    (clone / "a").write_text("a")
    git(clone, "add", "a")
    git(clone, "commit", "--quiet", "--message=a")
    git(clone, "push", "--quiet", "origin", "HEAD:main")
    pushed = git(clone, "rev-parse", "HEAD")

    assert ("", str(clone)) == (read_origin(told).requirement, read_origin(told).place)

    git(clone, "remote", "set-url", "origin", "git@github.com:news/sitegen.git")

    assert f"sitegen[all] @ git+https://github.com/news/sitegen.git@{pushed}" == read_origin(told).requirement

    git(clone, "commit", "--quiet", "--allow-empty", "--message=b")
    git(clone, "update-ref", "refs/remotes/fork/main", "HEAD")

    assert "sitegen[all] @ git+https://github.com/news/sitegen.git" == read_origin(told).requirement


def test_a_folder_that_is_no_clone_is_known_here_alone(tmp_path):
    assert "" == read_origin({"url": tmp_path.as_uri(), "dir_info": {}}).requirement


def test_what_was_never_installed_is_not_asked_of_the_package_index(monkeypatch):
    def none(name):
        raise PackageNotFoundError(name)

    monkeypatch.setattr(origin, "distribution", none)

    assert ("", Path(origin.__file__).parent.parent) == (find_origin().requirement, Path(find_origin().place))

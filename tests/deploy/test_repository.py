import pytest
from tests.kit.remote import git

from sitegen.base.diagnostics import Failure
from sitegen.deploy.git import Git
from sitegen.deploy.repository import (
    find_remote,
    find_repository,
    is_dirty,
    need_branch,
    need_remote,
    need_repository,
    settings_of,
)


def test_a_site_below_the_top_of_its_repository_finds_it(publication):
    (publication.root / "site/content").mkdir(parents=True)
    found = need_repository(publication.root / "site")
    assert (publication.root.resolve(), "main") == (found.top, found.branch)
    assert publication.git("rev-parse", "HEAD") == found.head


def test_a_folder_outside_a_repository_is_told(tmp_path):
    assert find_repository(tmp_path) is None
    with pytest.raises(Failure) as caught:
        need_repository(tmp_path)
    assert "run `git init`" in caught.value.diagnostics[0].hint


def test_git_that_is_not_there_is_told(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Failure) as caught:
        find_repository(tmp_path)
    found = caught.value.diagnostics[0]
    assert ("deploy/git", "git is not installed") == (found.code, found.message)
    assert "install git, or use `sitegen deploy folder TARGET`" == found.hint


def test_a_remote_may_have_an_address_to_push_to(publication):
    publication.git("remote", "set-url", "--push", "origin", "https://desk:s3cret@host/x.git")
    found = need_remote(need_repository(publication.root), "origin")
    assert (str(publication.remote), "https://desk:s3cret@host/x.git") == (found.fetch, found.push)
    assert "origin (https://***@host/x.git)" == found.shown


def test_addresses_that_git_is_told_to_replace_are_replaced(publication):
    publication.git("config", f"url.{publication.remote}.insteadOf", "gh:weights")
    publication.git("remote", "set-url", "origin", "gh:weights")
    repository = need_repository(publication.root)
    assert str(publication.remote) == need_remote(repository, "origin").fetch
    assert str(publication.remote) == need_remote(repository, "gh:weights").fetch


def test_a_remote_that_git_does_not_know_is_told(publication):
    repository = need_repository(publication.root)
    assert find_remote(repository, "upstream") is None
    with pytest.raises(Failure) as caught:
        need_remote(repository, "upstream")
    assert "choose one with --remote: origin" == caught.value.diagnostics[0].hint


def test_only_settings_about_remotes_and_people_are_lent(publication):
    publication.git("config", "http.proxy", "http://127.0.0.1:3128")
    publication.git("config", "core.worktree", "/elsewhere")
    publication.git("config", "--unset", "core.worktree")
    publication.git("config", "user.name", "Desk\nof two lines")
    publication.git("config", "alias.push", "!echo no")
    lent = dict(settings_of(need_repository(publication.root)))
    assert {"http.proxy": "http://127.0.0.1:3128", "user.name": "Desk\nof two lines"}.items() <= lent.items()
    assert not [name for name in lent if name.startswith(("core.", "alias.", "remote."))]


def test_files_that_differ_from_the_commit_make_it_dirty(publication):
    repository = need_repository(publication.root)
    assert not is_dirty(repository, publication.root)
    (publication.root / "output").mkdir()
    (publication.root / "output/index.html").write_text("ignored", encoding="utf-8")
    assert not is_dirty(repository, publication.root)
    (publication.root / "new.md").write_text("new", encoding="utf-8")
    assert is_dirty(repository, publication.root)


def test_asking_leaves_the_index_alone(publication):
    index = publication.root / ".git/index"
    (publication.root / "sitegen.toml").touch()
    before = index.read_bytes()
    is_dirty(need_repository(publication.root), publication.root)
    assert before == index.read_bytes()
    assert isinstance(need_repository(publication.root).git, Git)
    assert git(publication.root, "status", "--porcelain") == ""


@pytest.mark.parametrize("name", ["bad name", "-x", "a..b", "@{-1}", ""])
def test_a_name_that_no_branch_can_have_is_refused(publication, name):
    with pytest.raises(Failure) as caught:
        need_branch(find_repository(publication.root), name)
    assert f'"{name}" cannot be the name of a branch' == caught.value.diagnostics[0].message


def test_a_name_that_a_branch_can_have_is_taken(publication):
    need_branch(find_repository(publication.root), "pages/live")

from datetime import datetime, timedelta, timezone

import pytest
from tests.kit.remote import git

from sitegen.deploy.git import GitError
from sitegen.deploy.repository import need_remote, need_repository
from sitegen.deploy.shadow import Blob, Moved, Refused, open_shadow

WHEN = datetime(2026, 12, 1, 9, 0, tzinfo=timezone(timedelta(hours=1)))


@pytest.fixture
def shadow(publication):
    repository = need_repository(publication.root)
    (publication.root / ".sitegen").mkdir()
    return open_shadow(publication.root / ".sitegen", repository, need_remote(repository, "origin"))


def commit(shadow, parent, text="home"):
    author = "Desk <desk@weights.press>"
    return shadow.commit(parent, put={"index.html": text.encode()}, take=(), message="Say", author=author, when=WHEN)


def test_a_branch_that_is_not_there_has_no_tip(shadow):
    assert "" == shadow.tip("gh-pages")


def test_a_commit_has_the_time_it_is_given(publication, shadow):
    shadow.push(commit(shadow, ""), "gh-pages")
    assert "2026-12-01T09:00:00+01:00 Desk" == publication.there("log", "-1", "--format=%aI %an", "gh-pages")


def test_the_same_site_gives_the_same_commit(shadow):
    assert commit(shadow, "") == commit(shadow, "")


def test_a_tree_is_listed_with_modes_and_names(shadow):
    name = commit(shadow, "")
    (path, blob), *rest = shadow.tree(name).items()
    assert ("index.html", "100644", []) == (path, blob.mode, rest)
    assert "home" == shadow.text(blob)


def test_a_push_that_would_take_something_away_does_not_happen(publication, shadow):
    shadow.push(commit(shadow, ""), "gh-pages")
    with pytest.raises(Moved):
        shadow.push(commit(shadow, "", "another history"), "gh-pages")
    publication.someone_else({"README.md": "read me"})
    first = commit(shadow, "")
    with pytest.raises(Moved):
        shadow.push(commit(shadow, first, "new"), "gh-pages")


def test_a_refusal_has_the_words_of_the_remote(publication, shadow):
    publication.there("config", "receive.denyCurrentBranch", "refuse")
    hook = publication.remote / "hooks/update"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\necho 'the desk says no'\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)
    with pytest.raises(Refused, match="the desk says no"):
        shadow.push(commit(shadow, ""), "gh-pages")


def test_a_remote_out_of_reach_is_an_error_of_git(publication, shadow):
    name = commit(shadow, "")
    publication.remote.rename(publication.remote.with_name("gone.git"))
    with pytest.raises(GitError):
        shadow.push(name, "gh-pages")


def test_only_the_last_commit_is_fetched(publication, shadow):
    publication.someone_else({"1.txt": "1"})
    publication.someone_else({"2.txt": "2"})
    tip = shadow.tip("gh-pages")
    assert publication.there("rev-parse", "gh-pages") == tip
    assert "1" == shadow.git.run("rev-list", "--count", tip).strip()
    assert {"1.txt", "2.txt"} <= shadow.tree(tip).keys()
    assert "" == git(publication.root, "for-each-ref", "refs/remotes/origin/gh-pages")


def test_a_commit_with_a_mark_is_looked_for_as_deep_as_it_takes(publication, shadow):
    publication.someone_else({"1.txt": "1"})
    publication.someone_else({"2.txt": "2"})
    shadow.tip("gh-pages")
    first = publication.there("rev-parse", "gh-pages^")
    assert shadow.find("gh-pages", "Published-By") is None
    found = shadow.find("gh-pages", "By somebody")
    assert found is not None
    assert found[0] in {first, publication.there("rev-parse", "gh-pages")}


def test_blobs_are_compared_by_mode_and_name():
    assert Blob("100644", "a") != Blob("100755", "a")

import os
import shutil
import subprocess
import threading

import pytest
from tests.kit.remote import SITE, Publication, git

from sitegen.base.diagnostics import Failure
from sitegen.deploy.shadow import Moved, Shadow

pytestmark = pytest.mark.slow

DOMAIN = {"CNAME": "weights.press"}


@pytest.fixture
def publication(publication, tmp_path):
    (tmp_path / "gitconfig").write_text("[user]\nname = Desk\nemail = desk@weights.press\n", encoding="utf-8")
    return publication


@pytest.fixture(autouse=True)
def untouched(request):
    """Whatever a deploy does, the author's repository is as it was."""
    if "publication" not in request.fixturenames:
        yield
        return
    publication = request.getfixturevalue("publication")
    original = publication.deploy

    def watched(*arguments, **options):
        before = publication.state()
        try:
            return original(*arguments, **options)
        finally:
            assert before == publication.state()

    publication.deploy = watched
    yield


def refusal(publication, *arguments, **options):
    with pytest.raises(Failure) as caught:
        publication.deploy(*arguments, **options)
    (found,) = caught.value.diagnostics
    return found


def test_a_first_deploy_makes_the_branch(publication):
    put, commit = publication.deploy()
    assert SITE | DOMAIN == publication.shows()
    assert publication.there("rev-parse", "gh-pages") == commit
    assert (True, 5, ()) == (put.first, len(put.added), put.changed)
    head = publication.git("rev-parse", "HEAD")
    assert [f"Publish {head[:10]}: Begin"] == publication.commits()
    assert f"Source: {head}" in publication.there("log", "-1", "--format=%B", "gh-pages")
    assert "Desk <desk@weights.press>" == publication.there("log", "-1", "--format=%cn <%ce>", "gh-pages")


def test_the_same_site_makes_no_commit(publication):
    _, first = publication.deploy()
    put, second = publication.deploy()
    assert ((), (), (), "") == (put.added, put.changed, put.removed, second)
    assert first == publication.there("rev-parse", "gh-pages")


def test_a_change_is_one_commit_on_top(publication):
    _, first = publication.deploy()
    site = {**SITE, "index.html": "new home", "articles/b/index.html": "b"}
    del site["articles/a/index.html"]
    put, second = publication.deploy(site)
    assert site | DOMAIN == publication.shows()
    assert first == publication.there("rev-parse", f"{second}^")
    expected = (("articles/b/index.html",), ("index.html",), ("articles/a/index.html",))
    assert expected == (put.added, put.changed, put.removed)


def test_a_dry_run_tells_and_changes_nothing(publication):
    put, commit = publication.deploy(dry=True)
    assert (5, "") == (len(put.added), commit)
    assert "" == publication.there("for-each-ref", "refs/heads/gh-pages")


def test_what_others_put_on_the_branch_stays(publication):
    publication.deploy()
    publication.someone_else({"README.md": "read me", "media/film.txt": "film", "articles/notes.txt": "notes"})
    others = {"README.md": "read me", "media/film.txt": "film", "articles/notes.txt": "notes"}
    put, _ = publication.deploy({"index.html": "alone", ".nojekyll": ""})
    assert {"index.html": "alone", ".nojekyll": ""} | others | DOMAIN == publication.shows()
    assert ("README.md", "articles/notes.txt", "media/film.txt") == put.kept
    publication.deploy()
    assert SITE | others | DOMAIN == publication.shows()
    assert "By somebody else" in publication.commits()


def test_kept_folders_are_named_once(publication):
    publication.deploy()
    publication.someone_else({f"media/{number}/film.txt": "film" for number in range(9)} | {"articles/ß .txt": "x"})
    publication.deploy({**SITE, "index.html": "new"})
    message = publication.there("log", "-1", "--format=%B", "gh-pages")
    assert ["Kept: articles/%C3%9F%20.txt", "Kept: media/"] == [m for m in message.splitlines() if m[:4] == "Kept"]
    publication.deploy({**SITE, "index.html": "newer"})
    assert "articles/ß .txt" in publication.shows()


def test_our_last_commit_is_found_below_many_of_others(publication):
    publication.deploy()
    clone = publication.root.parent / "theirs"
    git(publication.root.parent, "clone", "--quiet", "--branch=gh-pages", str(publication.remote), str(clone))
    for number in range(60):
        git(clone, "commit", "--quiet", "--allow-empty", "--message", f"{number}")
    git(clone, "push", "--quiet")
    shutil.rmtree(publication.root / ".sitegen")
    publication.deploy({"index.html": "alone", ".nojekyll": ""})
    assert {"index.html": "alone", ".nojekyll": ""} | DOMAIN == publication.shows()


def test_a_page_that_somebody_changed_there_is_written_again_while_it_is_published(publication):
    publication.deploy()
    publication.someone_else({"index.html": "hot fix"})
    publication.deploy()
    assert "home" == publication.shows()["index.html"]
    assert "By somebody else" in publication.commits()


def test_a_page_that_somebody_changed_there_is_left_when_it_has_gone(publication):
    publication.deploy()
    publication.someone_else({"articles/a/index.html": "hot fix"})
    site = {path: text for path, text in SITE.items() if "articles" not in path}
    put, _ = publication.deploy(site)
    (found,) = put.diagnostics
    assert ("deploy/changed-file", "articles/a/index.html") == (found.code, found.span.path)
    publication.deploy(site | {"index.html": "new"})
    assert "hot fix" == publication.shows()["articles/a/index.html"]


def test_a_page_that_somebody_deleted_there_comes_back(publication):
    publication.deploy()
    publication.someone_else({"index.html": None})
    publication.deploy()
    assert SITE | DOMAIN == publication.shows()


def test_a_branch_of_another_tool_is_not_overwritten_unless_it_is_taken_over(publication):
    publication.someone_else({"index.html": "by another tool", "old/page.html": "old"})
    found = refusal(publication)
    assert ("deploy/foreign-file", True) == (found.code, "index.html" in found.message)
    assert "--take-over" in found.hint
    assert {"index.html": "by another tool", "old/page.html": "old"} == publication.shows()
    publication.deploy(take_over=True)
    assert SITE | DOMAIN == publication.shows()
    assert "By somebody else" in publication.commits()


@pytest.mark.parametrize("theirs", ["articles", "index.html/notes.txt"])
def test_a_file_where_a_folder_must_go_and_the_other_way_round_is_in_the_way(publication, theirs):
    publication.someone_else({theirs: "precious"})
    assert "deploy/foreign-file" == refusal(publication).code


def test_a_history_that_has_nothing_to_do_with_ours_is_built_upon(publication):
    publication.someone_else({"README.md": "read me"})
    before = publication.there("rev-parse", "gh-pages")
    _, commit = publication.deploy()
    assert before == publication.there("rev-parse", f"{commit}^")
    assert "read me" == publication.shows()["README.md"]


def test_somebody_who_is_quicker_is_built_upon(publication, monkeypatch):
    publication.deploy()
    push = Shadow.push
    tries = []

    def late(self, commit, branch):
        tries.append(commit)
        if len(tries) == 1:
            publication.someone_else({"README.md": "read me"})
        push(self, commit, branch)

    monkeypatch.setattr(Shadow, "push", late)
    publication.deploy({**SITE, "index.html": "new"})
    assert 2 == len(tries)
    assert {**SITE, "index.html": "new", "README.md": "read me"} | DOMAIN == publication.shows()


def test_a_branch_that_never_rests_is_told(publication, monkeypatch):
    def busy(*_):
        raise Moved

    monkeypatch.setattr(Shadow, "push", busy)
    assert "others publish to the branch at the same time" in refusal(publication).message


def test_two_first_deploys_at_once_both_arrive(publication, tmp_path):
    other = tmp_path / "other"
    git(tmp_path, "clone", "--quiet", str(publication.remote), str(other))
    ready = threading.Barrier(2)
    failures = []

    def run(root, site):
        ready.wait()
        try:
            Publication.deploy(publication, site, root=root)
        except Failure as failure:
            failures.append(failure)

    sites = (SITE, {**SITE, "articles/a/index.html": "a"})
    threads = [threading.Thread(target=run, args=pair) for pair in zip((publication.root, other), sites, strict=True)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [] == failures
    assert SITE | DOMAIN == publication.shows()


def hook(folder, name, script):
    file = folder / "hooks" / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    file.chmod(0o755)


def test_a_protected_branch_is_told_with_the_remotes_words(publication):
    hook(publication.remote, "pre-receive", "echo 'error: GH006: Protected branch update failed' >&2; exit 1")
    found = refusal(publication)
    assert "deploy/refused" == found.code
    assert "refuses gh-pages: error: GH006: Protected branch update failed" in found.message
    assert "" == publication.there("for-each-ref", "refs/heads/gh-pages")


def test_a_remote_that_git_does_not_know_is_told_with_those_it_knows(publication):
    publication.git("remote", "remove", "origin")
    found = refusal(publication)
    assert ('git knows no remote "origin"', "run `git remote add origin URL`") == (found.message, found.hint)
    publication.git("remote", "add", "upstream", str(publication.remote))
    assert "choose one with --remote: upstream" == refusal(publication).hint
    publication.deploy(remote="upstream")
    assert SITE | DOMAIN == publication.shows()


def test_a_remote_may_be_named_by_its_url(publication):
    publication.git("remote", "remove", "origin")
    publication.deploy(remote=str(publication.remote))
    assert SITE | DOMAIN == publication.shows()


def test_a_remote_that_is_gone_is_told(publication):
    shutil.rmtree(publication.remote)
    found = refusal(publication)
    assert "deploy/unreachable" == found.code
    assert "cannot be reached" in found.message


def test_credentials_are_never_shown(publication):
    publication.git("remote", "set-url", "origin", "https://desk:s3cret@127.0.0.1:9/weights.git")
    found = refusal(publication)
    assert "https://***@127.0.0.1:9/weights.git" in found.message
    assert "s3cret" not in found.message + found.hint


def test_a_folder_outside_a_repository_is_told(publication, tmp_path):
    (tmp_path / "plain").mkdir()
    with pytest.raises(Failure) as caught:
        Publication.deploy(publication, root=tmp_path / "plain")
    assert "deploy/no-repository" == caught.value.diagnostics[0].code


def test_a_site_is_published_before_any_commit(publication, tmp_path):
    (tmp_path / "young").mkdir()
    git(tmp_path / "young", "init", "--quiet")
    git(tmp_path / "young", "remote", "add", "origin", str(publication.remote))
    Publication.deploy(publication, root=tmp_path / "young")
    assert ["Publish a first time, before any commit"] == publication.commits()


def test_a_shallow_clone_publishes(publication, tmp_path):
    publication.deploy()
    clone = tmp_path / "shallow"
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{publication.remote}", str(clone))
    Publication.deploy(publication, {**SITE, "index.html": "new"}, root=clone)
    assert {**SITE, "index.html": "new"} | DOMAIN == publication.shows()
    assert 2 == len(publication.commits())


def test_a_detached_head_publishes(publication):
    publication.git("checkout", "--quiet", "--detach")
    publication.deploy()
    assert SITE | DOMAIN == publication.shows()


def test_uncommitted_changes_are_named(publication):
    (publication.root / "sitegen.toml").write_text(
        '[site]\nurl = "https://weights.press/"\ntitle = "W"\n', encoding="utf-8"
    )
    publication.git("stash", "list")
    publication.deploy()
    head = publication.git("rev-parse", "HEAD")
    assert [f"Publish {head[:10]} with uncommitted changes: Begin"] == publication.commits()


def test_what_is_staged_and_stashed_stays_so(publication):
    (publication.root / "one.md").write_text("one", encoding="utf-8")
    publication.git("add", "one.md")
    publication.git("stash")
    (publication.root / "two.md").write_text("two", encoding="utf-8")
    publication.git("add", "two.md")
    publication.deploy()
    assert "A  two.md" == publication.git("status", "--porcelain")
    assert publication.git("stash", "list").startswith("stash@{0}")


def test_the_branch_itself_is_not_published_from(publication):
    publication.git("switch", "--quiet", "--create", "gh-pages")
    found = refusal(publication)
    assert "deploy/own-branch" == found.code
    assert "" == publication.there("for-each-ref", "refs/heads/gh-pages")


def test_a_linked_work_tree_publishes(publication, tmp_path):
    publication.git("worktree", "add", "--quiet", str(tmp_path / "linked"), "-b", "edition")
    Publication.deploy(publication, root=tmp_path / "linked")
    assert SITE | DOMAIN == publication.shows()


def test_a_work_tree_of_the_branch_is_not_touched(publication, tmp_path):
    publication.deploy()
    publication.git("fetch", "--quiet", "origin")
    publication.git("worktree", "add", "--quiet", str(tmp_path / "public"), "gh-pages")
    publication.deploy({**SITE, "index.html": "new"})
    assert "home" == (tmp_path / "public/index.html").read_text(encoding="utf-8")
    assert "" == git(tmp_path / "public", "status", "--porcelain")


def test_no_hook_runs(publication, tmp_path):
    ran = tmp_path / "ran"
    for name in ("pre-push", "pre-commit", "commit-msg", "reference-transaction", "post-commit"):
        hook(publication.root / ".git", name, f"touch {ran}; exit 1")
    hook(tmp_path, "pre-push", f"touch {ran}; exit 1")
    publication.git("config", "core.hooksPath", str(tmp_path / "hooks"))
    publication.deploy()
    assert not ran.exists()


def test_a_narrow_umask_narrows_no_page(publication):
    before = os.umask(0o077)
    try:
        publication.deploy()
    finally:
        os.umask(before)
    assert SITE | DOMAIN == publication.shows()


def test_what_a_hook_or_an_editor_says_about_other_repositories_is_not_heard(publication, tmp_path, monkeypatch):
    git(tmp_path, "init", "--quiet", str(tmp_path / "other"))
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "other/.git"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "other/index"))
    monkeypatch.setenv("GIT_WORK_TREE", str(tmp_path / "other"))
    Publication.deploy(publication)
    for name in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"):
        monkeypatch.delenv(name)
    assert SITE | DOMAIN == publication.shows()


def test_a_domain_of_its_own_is_claimed(publication):
    publication.deploy(url="https://weights.press/")
    assert "weights.press" == publication.shows()["CNAME"]
    publication.deploy(url="https://open.weights.press/")
    assert "open.weights.press" == publication.shows()["CNAME"]
    publication.deploy(url="https://desk.github.io/weights/")
    assert "CNAME" not in publication.shows()


def test_a_domain_that_somebody_claimed_stays(publication):
    publication.someone_else({"CNAME": "weights.press\n"})
    put, _ = publication.deploy()
    assert "weights.press" == publication.shows()["CNAME"]
    assert ("CNAME",) == put.kept
    publication.deploy(take_over=True)
    assert "weights.press" == publication.shows()["CNAME"]


@pytest.mark.parametrize("url", ["https://other.press/", "https://desk.github.io/weights/"])
def test_two_domains_are_a_mistake(publication, url):
    publication.someone_else({"CNAME": "weights.press\n"})
    found = refusal(publication, url=url)
    assert ("deploy/cname", f"the branch's CNAME says weights.press, but site.url is {url}") == (
        found.code,
        found.message,
    )
    assert 'write `url = "https://weights.press/"`, or delete it there' == found.hint


def test_where_the_site_has_a_cname_of_its_own_that_file_is_told(publication):
    found = refusal(publication, SITE | {"CNAME": "weights.press\n"}, url="https://other.press/")
    assert "the site's CNAME says weights.press, but site.url is https://other.press/" == found.message
    assert 'write `url = "https://weights.press/"`, or correct that file' == found.hint


def test_modes_on_the_branch_are_those_of_pages(publication):
    publication.deploy()
    clone = publication.root.parent / "theirs"
    git(publication.root.parent, "clone", "--quiet", "--branch=gh-pages", str(publication.remote), str(clone))
    (clone / "index.html").chmod(0o755)
    git(clone, "commit", "--quiet", "--all", "--message", "Executable")
    git(clone, "push", "--quiet")
    assert "100755 home" == publication.shows()["index.html"]
    publication.deploy()
    assert SITE | DOMAIN == publication.shows()


def test_submodules_stay_on_the_branch_and_trouble_nobody_at_home(publication, tmp_path):
    git(tmp_path, "init", "--quiet", str(tmp_path / "theme"))
    git(tmp_path / "theme", "commit", "--quiet", "--allow-empty", "--message", "Theme")
    for folder, branch in ((publication.root, None), (tmp_path / "pages", "gh-pages")):
        if branch:
            git(tmp_path, "clone", "--quiet", str(publication.remote), str(folder))
            git(folder, "switch", "--quiet", "--orphan", branch)
        git(folder, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(tmp_path / "theme"), "theme")
        git(folder, "commit", "--quiet", "--message", "Add a submodule")
    git(tmp_path / "pages", "push", "--quiet", "origin", "gh-pages")
    publication.deploy()
    shown = publication.shows()
    assert shown.pop("theme").startswith("160000 ")
    assert "submodule" in shown.pop(".gitmodules")
    assert SITE | DOMAIN == shown


def test_a_deploy_that_is_killed_while_it_pushes_is_done_by_the_next(publication, monkeypatch):
    def killed(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(Shadow, "push", killed)
        with pytest.raises(KeyboardInterrupt):
            publication.deploy()
    assert "" == publication.there("for-each-ref", "refs/heads/gh-pages")
    # What a killed git leaves behind.
    shadow = publication.root / ".sitegen/deploy.git"
    (shadow / "shallow.lock").touch()
    (shadow / "refs/sitegen").mkdir(exist_ok=True)
    (shadow / "refs/sitegen/next.lock").touch()
    publication.deploy()
    assert SITE | DOMAIN == publication.shows()


def test_a_push_that_arrived_unheard_is_not_made_twice(publication, monkeypatch):
    push = Shadow.push

    def unheard(self, commit, branch):
        push(self, commit, branch)
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(Shadow, "push", unheard)
        with pytest.raises(KeyboardInterrupt):
            publication.deploy()
    put, commit = publication.deploy()
    assert ((), "", 1) == (put.changed, commit, len(publication.commits()))


def test_a_damaged_shadow_is_made_anew(publication):
    publication.deploy()
    (publication.root / ".sitegen/deploy.git/HEAD").write_text("nonsense", encoding="utf-8")
    publication.deploy({**SITE, "index.html": "new"})
    assert "new" == publication.shows()["index.html"]


def test_names_with_blanks_and_letters_of_any_script(publication):
    site = SITE | {"straße/日本 語/index.html": "x", '"quoted".txt': "y", "back\\slash.txt": "z"}
    publication.deploy(site)
    assert site | DOMAIN == publication.shows()
    publication.deploy(SITE)
    assert SITE | DOMAIN == publication.shows()


def test_bytes_are_published_as_they_are(publication):
    publication.git("config", "core.autocrlf", "true")
    site = SITE | {".gitattributes": "* text=auto eol=crlf\n", "a.txt": "one\r\ntwo\n"}
    publication.deploy(site)
    name = publication.there("rev-parse", "gh-pages:a.txt")
    raw = subprocess.run(
        ["git", "cat-file", "blob", name], cwd=publication.remote, capture_output=True, check=True
    ).stdout
    assert b"one\r\ntwo\n" == raw


def test_repositories_with_long_names_of_objects(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_DEFAULT_HASH", "sha256")
    publication = Publication(tmp_path)
    monkeypatch.delenv("GIT_DEFAULT_HASH")
    _, commit = publication.deploy()
    assert 64 == len(commit)
    assert SITE | DOMAIN == publication.shows()
    assert "" == publication.deploy()[1]

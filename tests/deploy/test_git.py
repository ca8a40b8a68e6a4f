import os

import pytest

from sitegen.deploy.git import Git, GitError, mask


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("fatal: https://desk:s3cret@host/x.git/ not found", "fatal: https://***@host/x.git/ not found"),
        ("https://ghp_abcDEF123@github.com/o/r", "https://***@github.com/o/r"),
        ("http.extraheader=AUTHORIZATION: basic eDpzM2NyZXQ=", "http.extraheader=AUTHORIZATION: ***"),
        ("token ghs_abc123 expired", "token *** expired"),
        ("github_pat_11AB_xyz", "***"),
        ("git@github.com:o/r.git", "git@github.com:o/r.git"),
        ("https://host/a@b", "https://host/a@b"),
    ],
)
def test_credentials_are_masked(said, shown):
    assert shown == mask(said)


def test_a_question_without_an_answer_gives_none(tmp_path):
    git = Git(tmp_path)
    git.run("init", "--quiet")
    assert "true" == git.ask("rev-parse", "--is-inside-work-tree")
    assert git.ask("rev-parse", "--verify", "--quiet", "HEAD") is None


def test_what_git_says_is_told(tmp_path):
    with pytest.raises(GitError, match="unknown switch"):
        Git(tmp_path).run("init", "-Z")


def test_data_goes_in_piece_by_piece(tmp_path):
    git = Git(tmp_path)
    git.run("init", "--quiet")
    assert git.run("hash-object", "-t", "blob", os.devnull).strip() != ""
    name = git.feed("hash-object", "-w", "--stdin", data=iter([b"a ", b"page"])).strip()
    assert "a page" == git.run("cat-file", "blob", name)


def test_git_that_stops_reading_says_why(tmp_path):
    git = Git(tmp_path)
    git.run("init", "--quiet")
    with pytest.raises(GitError, match=r"(?i)unsupported command"):
        git.feed("fast-import", "--quiet", data=(b"nonsense\n" for _ in range(100_000)))


def test_a_machine_without_git_is_told(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(GitError, match="git is not installed"):
        Git(tmp_path).run("status")


def test_other_repositories_and_questions_are_kept_out(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_DIR", "/nowhere")
    monkeypatch.setenv("GIT_WORK_TREE", "/nowhere")
    monkeypatch.delenv("GIT_ASKPASS", raising=False)
    monkeypatch.setenv("SSH_ASKPASS", "/usr/bin/ask")
    environment = Git(tmp_path)._environment()
    assert not {"GIT_DIR", "GIT_WORK_TREE"} & environment.keys()
    assert ("0", "", "ssh -o BatchMode=yes") == tuple(
        environment[name] for name in ("GIT_TERMINAL_PROMPT", "GIT_ASKPASS", "GIT_SSH_COMMAND")
    )


def test_settings_of_the_environment_stay_beside_ours(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", "user.name")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", "Desk")
    git = Git(tmp_path)
    assert ("Desk", os.devnull) == (git.ask("config", "user.name"), git.ask("config", "core.hooksPath"))


def test_a_repository_with_settings_of_its_own_hears_nobody_elses(tmp_path, monkeypatch):
    (tmp_path / "gitconfig").write_text("[user]\nname = Somebody\n", encoding="utf-8")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    Git(tmp_path).run("init", "--quiet", "--bare", str(tmp_path / "own.git"))
    own = Git(tmp_path, tmp_path / "own.git", (("user.email", "desk@weights.press"),))
    assert (None, "desk@weights.press") == (own.ask("config", "user.name"), own.ask("config", "user.email"))


def test_a_program_for_ssh_that_somebody_chose_is_used(tmp_path):
    settings = (("core.sshcommand", "ssh -i key"),)
    assert "GIT_SSH_COMMAND" not in Git(tmp_path, tmp_path, settings)._environment()

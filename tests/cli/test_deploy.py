import json

import pytest
from tests.kit.remote import Publication

pytestmark = pytest.mark.slow

ARTICLE = "---\ntitle: Weights\ndate: 2026-11-20\n---\n\nText.\n"
AT = ("--now", "2026-12-01 12:00", "--workers", "1")


@pytest.fixture
def publication(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    made = Publication(tmp_path)
    (made.root / "content").mkdir()
    (made.root / "content/weights.md").write_text(ARTICLE, encoding="utf-8")
    return made


def test_a_branch(publication, sitegen):
    tried = sitegen("deploy", "--dry-run", *AT, cwd=publication.root)
    lines = tried.out.splitlines()
    assert (0, f"Would publish to gh-pages on origin ({publication.remote})") == (tried.code, lines[0])
    assert "  new      404.html" in lines
    done = sitegen("deploy", *AT)
    lines = done.out.splitlines()
    assert (0, f"Published to gh-pages on origin ({publication.remote})") == (done.code, lines[0])
    commit = publication.there("rev-parse", "gh-pages")
    assert lines[1].endswith(f" new · commit {commit[:10]}")
    assert "Deploy from a branch" in lines[-2]
    assert "https://weights.press/" == lines[-1]
    again = sitegen("deploy", *AT)
    assert again.out.splitlines()[0].endswith("holds this site already; nothing was changed")


def test_for_programs(publication, sitegen):
    done = json.loads(sitegen("deploy", "--format", "json", *AT, cwd=publication.root).out)
    assert (True, "https://weights.press/", 0) == (done["published"], done["url"], done["errors"])
    assert "index.html" in done["new"]
    publication.git("remote", "remove", "origin")
    refused = json.loads(sitegen("deploy", "--format", "json", *AT).out)
    assert (False, "deploy/no-remote") == (refused["published"], refused["diagnostics"][0]["code"])


def test_a_refusal_says_what_to_do(publication, sitegen):
    publication.git("remote", "remove", "origin")
    refused = sitegen("deploy", *AT, cwd=publication.root)
    assert (1, "") == (refused.code, refused.out)
    assert 'error: git knows no remote "origin" [deploy/no-remote]' in refused.err
    assert "hint: run `git remote add origin URL`" in refused.err
    assert refused.err.endswith("nothing was published\n")


def test_a_folder(publication, sitegen, tmp_path):
    done = sitegen("deploy", "folder", str(tmp_path / "www"), *AT, cwd=publication.root)
    assert (0, f"Published to {tmp_path / 'www'}") == (done.code, done.out.splitlines()[0])
    assert (tmp_path / "www/weights/index.html").is_file()


@pytest.mark.parametrize(
    "arguments",
    [
        ("folder",),
        ("rsync",),
        ("branch", "gh-pages"),
        ("ftp", "x"),
        ("folder", "x", "--branch", "gh-pages"),
        ("rsync", "x", "--remote", "origin"),
        ("folder", "x", "--take-over"),
    ],
)
def test_what_a_method_lacks_or_cannot_do_is_a_wrong_command(publication, sitegen, arguments):
    assert 2 == sitegen("deploy", *arguments, cwd=publication.root).code


def test_scheduled_articles_are_named(publication, sitegen):
    text = ARTICLE.replace("2026-11-20", "2026-12-03 09:30")
    (publication.root / "content/later.md").write_text(text, encoding="utf-8")
    done = sitegen("deploy", *AT, cwd=publication.root)
    assert "1 scheduled (next: Thu 3 Dec 2026 09:30 UTC): deploy again then, or use --setup\n" in done.out

    elsewhere = sitegen("deploy", "folder", str(publication.root.parent / "www"), *AT, cwd=publication.root)
    assert "1 scheduled (next: Thu 3 Dec 2026 09:30 UTC): deploy again then\n" in elsewhere.out


@pytest.mark.parametrize("besides", [["--dry-run"], ["folder", "www"], ["--branch", "main"], ["--ping"]], ids=str)
def test_setting_up_writes_nothing_where_something_else_is_asked_for(publication, sitegen, besides):
    assert 2 == sitegen("deploy", "--setup", *besides, cwd=publication.root).code
    assert not (publication.root / ".github").exists()


def test_setting_up(publication, sitegen):
    publication.git("remote", "set-url", "origin", "https://github.com/desk/weights.git")
    # Else the workflow installs sitegen from wherever it was installed here.
    (publication.root / "requirements.txt").write_text("sitegen[all]\n", encoding="utf-8")
    done = sitegen("deploy", "--setup", *AT, cwd=publication.root)
    expected = """\
Wrote .github/workflows/pages.yml
Wrote .github/dependabot.yml

Next:
  git add .github/workflows/pages.yml .github/dependabot.yml && git commit -m "Publish with GitHub Pages" && git push -u origin main
  https://github.com/desk/weights/settings/pages: Build and deployment → Source: GitHub Actions
  there as well, Custom domain: weights.press

The site will stand at https://weights.press/
"""
    assert (0, expected) == (done.code, done.out)
    (publication.root / ".github/workflows/pages.yml").write_text("name: ours\n", encoding="utf-8")
    again = sitegen("deploy", "--setup", "--format", "json", *AT)
    document = json.loads(again.out)
    assert ([], [".github/dependabot.yml"]) == (document["written"], document["unchanged"])
    assert ["deploy/kept"] == [found["code"] for found in document["diagnostics"]]

import os
import re
import shutil
import stat
import subprocess
import sys
import tarfile
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
import yaml
from tests.kit.remote import NOW, git
from tests.kit.site import SiteBench

from sitegen.base.diagnostics import Failure
from sitegen.base.noun import replace
from sitegen.deploy.origin import Origin
from sitegen.deploy.repository import need_repository
from sitegen.deploy.setup import ACTIONS, DEPENDABOT, WORKFLOW, is_unchanged, sealed, set_up, workflow_text
from sitegen.model.config import Config, MachineSettings, SiteSettings

ORIGIN = Origin("sitegen[all]==1.2")
INSTALL = "python -m pip install 'sitegen[all]==1.2'"


def config_of(root, url="https://desk.github.io/weights/", news=True):
    machines = MachineSettings(news_sitemap=news)
    return Config(root, "sitegen.toml", root / "output", NOW, site=SiteSettings(url=url), machines=machines)


def run_setup(publication, scheduled=(), **options):
    config = config_of(publication.root, **options)
    return set_up(config, need_repository(publication.root), scheduled, ORIGIN, publication.root)


def workflow_of(text):
    # YAML 1.1 takes the key `on` for a boolean.
    return {("on" if key is True else key): value for key, value in yaml.safe_load(text).items()}


@pytest.fixture
def workflow(tmp_path):
    return workflow_of(workflow_text(config_of(tmp_path), None, INSTALL))


def test_setting_up_writes_what_github_needs_and_says_what_is_left_to_do(publication):
    publication.git("remote", "set-url", "origin", "git@github.com:desk/weights.git")
    done = run_setup(publication)
    assert ((WORKFLOW, DEPENDABOT), (), ()) == (done.written, done.unchanged, done.diagnostics)
    expected = ("https://desk.github.io/weights/", "https://github.com/desk/weights/settings/pages", "")
    assert expected == (done.url, done.settings, done.domain)
    again = run_setup(publication)
    assert ((), (WORKFLOW, DEPENDABOT)) == (again.written, again.unchanged)


def test_a_domain_of_its_own_is_to_be_entered(publication):
    publication.git("remote", "set-url", "origin", "git@github.com:desk/weights.git")
    done = run_setup(publication, url="https://weights.press/")
    assert ("https://weights.press/", "weights.press") == (done.url, done.domain)


def test_a_site_without_a_repository_is_set_up(tmp_path):
    done = set_up(config_of(tmp_path), None, (), ORIGIN, tmp_path)
    assert ((WORKFLOW, DEPENDABOT), "", "") == (done.written, done.url, done.settings)
    assert ["main"] == workflow_of((tmp_path / WORKFLOW).read_text(encoding="utf-8"))["on"]["push"]["branches"]


COMMIT = 'git commit -m "Publish with GitHub Pages"'


def test_what_is_left_to_do_can_be_typed_as_it_stands(publication, tmp_path):
    files = ".github/workflows/pages.yml .github/dependabot.yml"
    assert (f"git add {files} && {COMMIT} && git push -u origin main",) == run_setup(publication).commands
    assert () == run_setup(publication).commands

    for name in (WORKFLOW, DEPENDABOT):
        (publication.root / name).unlink()
    publication.git("branch", "--quiet", "--set-upstream-to=origin/main")
    (publication.root / "site").mkdir()
    config = replace(config_of(publication.root), root=publication.root / "site")
    done = set_up(config, need_repository(config.root), (), ORIGIN, config.root)
    files = "../.github/workflows/pages.yml ../.github/dependabot.yml"
    assert (f"git add {files} && {COMMIT} && git push",) == done.commands


def test_a_site_that_git_does_not_know_yet_goes_as_a_whole(tmp_path):
    root = tmp_path / "my site"
    root.mkdir()
    away = ("git remote add origin URL  # of an empty repository on GitHub", "git push -u origin main")
    done = set_up(config_of(root), None, (), ORIGIN, tmp_path)
    assert ("cd 'my site'", "git init -b main", f"git add . && {COMMIT}", *away) == done.commands

    for name in (WORKFLOW, DEPENDABOT):
        (root / name).unlink()
    git(root, "init", "--quiet", "--initial-branch=main")
    assert (f"git add . && {COMMIT}", *away) == set_up(
        config_of(root), need_repository(root), (), ORIGIN, root
    ).commands


def test_a_file_that_a_person_changed_is_left(publication):
    run_setup(publication)
    for name in (WORKFLOW, DEPENDABOT):
        file = publication.root / name
        file.write_text(
            file.read_text(encoding="utf-8").replace("github-actions", "pip") + "# ours\n", encoding="utf-8"
        )
    before = [(publication.root / name).read_text(encoding="utf-8") for name in (WORKFLOW, DEPENDABOT)]
    done = run_setup(publication, url="https://weights.press/")
    assert ((), ()) == (done.written, done.unchanged)
    assert [("deploy/kept", WORKFLOW), ("deploy/kept", DEPENDABOT)] == [(d.code, d.span.path) for d in done.diagnostics]
    assert before == [(publication.root / name).read_text(encoding="utf-8") for name in (WORKFLOW, DEPENDABOT)]
    assert is_unchanged((publication.root / ".sitegen/pages.yml").read_text(encoding="utf-8"))


def test_a_workflow_that_nobody_changed_follows_the_site(publication):
    run_setup(publication, news=False)
    assert "schedule" not in workflow_of((publication.root / WORKFLOW).read_text(encoding="utf-8"))["on"]
    done = run_setup(publication)
    assert (WORKFLOW,) == done.written
    assert "schedule" in workflow_of((publication.root / WORKFLOW).read_text(encoding="utf-8"))["on"]


def test_dependabot_that_looks_after_actions_already_is_as_it_should_be(publication):
    (publication.root / ".github").mkdir()
    (publication.root / DEPENDABOT).write_text(
        "version: 2\nupdates:\n  - package-ecosystem: github-actions\n", encoding="utf-8"
    )
    assert (DEPENDABOT,) == run_setup(publication).unchanged


def test_a_workflow_that_cannot_be_written_is_named(tmp_path):
    (tmp_path / ".github").write_text("no folder", encoding="utf-8")
    with pytest.raises(Failure) as caught:
        set_up(config_of(tmp_path), None, (), ORIGIN, tmp_path)
    (found,) = caught.value.diagnostics
    assert ("write/no-space", WORKFLOW) == (found.code, found.span.path)


def test_a_seal_tells_whether_a_text_was_changed():
    text = sealed("name: Pages\n")
    assert is_unchanged(text)
    assert is_unchanged(text.replace("\n", "\r\n"))
    assert not is_unchanged(text + " ")
    assert not is_unchanged("name: Pages\n")


@pytest.mark.parametrize(
    ("when", "cron"),
    [
        (datetime(2026, 12, 2, 9, 0, tzinfo=timezone(timedelta(hours=1))), "3 8 * * *"),
        (datetime(2026, 12, 2, 23, 58, tzinfo=timezone(timedelta(0))), "1 0 * * *"),
    ],
)
def test_scheduled_articles_are_built_shortly_after_they_are_due(tmp_path, when, cron):
    text = workflow_text(config_of(tmp_path, news=False), None, INSTALL, (when, when + timedelta(days=1, hours=3)))
    assert [{"cron": cron}] == workflow_of(text)["on"]["schedule"]


def test_a_site_that_only_people_change_is_not_built_by_the_clock(tmp_path):
    assert "schedule" not in workflow_of(workflow_text(config_of(tmp_path, news=False), None, INSTALL))["on"]


def test_the_workflow_of_a_site_below_the_top_works_in_its_folder(publication):
    (publication.root / "site").mkdir()
    config = replace(config_of(publication.root), root=(publication.root / "site").resolve())
    done = set_up(config, need_repository(config.root), (), ORIGIN, config.root)
    assert (publication.root / WORKFLOW).is_file()
    workflow = workflow_of((publication.root / WORKFLOW).read_text(encoding="utf-8"))
    assert "site" == workflow["defaults"]["run"]["working-directory"]
    steps = workflow["jobs"]["build"]["steps"]
    assert ["site/.sitegen", "site/.sitegen/pages"] == [s["with"]["path"] for s in steps if "path" in s.get("with", {})]
    assert (WORKFLOW, DEPENDABOT) == done.written


def test_the_main_branch_is_the_remotes(publication):
    publication.git("switch", "--quiet", "--create", "feature")
    assert "branches: [feature]" in workflow_text(
        config_of(publication.root), need_repository(publication.root), INSTALL
    )
    publication.git("remote", "set-head", "origin", "main")
    assert "branches: [main]" in workflow_text(config_of(publication.root), need_repository(publication.root), INSTALL)


@pytest.mark.parametrize(
    ("files", "command"),
    [
        ({}, INSTALL),
        ({"requirements.txt": "# tools\nsitegen[all]>=0.1\n"}, "python -m pip install -r requirements.txt"),
        ({"requirements.txt": "sitegen-theme\n"}, INSTALL),
        ({"pyproject.toml": '[project]\nname = "news"\ndependencies = ["sitegen>=0.1"]\n'}, "python -m pip install ."),
        ({"pyproject.toml": '[project]\nname = "sitegen"\n'}, 'python -m pip install ".[all]"'),
    ],
)
def test_sitegen_is_installed_as_the_site_asks(tmp_path, files, command):
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    set_up(config_of(tmp_path), None, (), ORIGIN, tmp_path)
    jobs = workflow_of((tmp_path / WORKFLOW).read_text(encoding="utf-8"))["jobs"]
    for job in ("check", "build"):
        assert [command] == [step["run"] for step in jobs[job]["steps"] if step.get("name") == "Install sitegen"]


def test_what_only_this_machine_can_install_is_told(tmp_path):
    done = set_up(config_of(tmp_path), None, (), Origin("", "/opt/sitegen"), tmp_path)

    assert [
        (
            "deploy/no-origin",
            "sitegen was installed from /opt/sitegen, which GitHub cannot reach",
            "say in requirements.txt where it can be had, as sitegen[all] @ git+https://…, and commit that",
        )
    ] == [(each.code, each.message, each.hint) for each in done.diagnostics]
    assert "pip install -r requirements.txt" in (tmp_path / WORKFLOW).read_text(encoding="utf-8")


# What GitHub's documentation ("Workflow syntax for GitHub Actions") allows at each place, of what we use.
TOP = {"name", "on", "permissions", "concurrency", "defaults", "jobs"}
JOB = {"if", "needs", "runs-on", "timeout-minutes", "permissions", "environment", "steps"}
STEP = {"name", "id", "uses", "with", "run", "env"}
EXPRESSIONS = {
    "github.run_id",
    "github.run_attempt",
    "runner.os",
    "steps.pages.outputs.base_url",
    "steps.deployment.outputs.page_url",
    "github.event_name == 'pull_request'",
    "github.event_name == 'pull_request' && format('check-{0}', github.ref) || 'pages'",
}


def test_the_workflow_has_only_what_github_knows(workflow):
    assert TOP == workflow.keys()
    assert {"push", "pull_request", "workflow_dispatch", "schedule"} == workflow["on"].keys()
    assert {"group", "cancel-in-progress"} == workflow["concurrency"].keys()
    assert ["check", "build", "deploy"] == list(workflow["jobs"])
    for job in workflow["jobs"].values():
        assert job.keys() <= JOB
        assert {"runs-on", "steps", "timeout-minutes"} <= job.keys()
        for step in job["steps"]:
            assert step.keys() <= STEP
            assert ("run" in step) != ("uses" in step)
            assert "with" not in step or "uses" in step


def test_every_expression_is_known(tmp_path):
    text = workflow_text(config_of(tmp_path), None, INSTALL)
    assert EXPRESSIONS == set(re.findall(r"\$\{\{ (.*?) \}\}", text))
    assert "<<" not in text
    for job in workflow_of(text)["jobs"].values():
        # A value from outside is never part of a script.
        assert not [step["run"] for step in job["steps"] if "${{" in step.get("run", "")]


def test_each_job_may_do_only_what_it_does(workflow):
    jobs = workflow["jobs"]
    assert {"contents": "read"} == workflow["permissions"]
    assert "permissions" not in jobs["check"]
    assert {"contents": "read", "pages": "read"} == jobs["build"]["permissions"]
    assert {"pages": "write", "id-token": "write"} == jobs["deploy"]["permissions"]
    assert ("build", "github-pages") == (jobs["deploy"]["needs"], jobs["deploy"]["environment"]["name"])
    for job in ("check", "build"):
        assert {"persist-credentials": False} == jobs[job]["steps"][0]["with"]


def test_pull_requests_are_checked_and_never_published(workflow):
    jobs = workflow["jobs"]
    assert "github.event_name == 'pull_request'" == jobs["check"]["if"]
    assert "github.event_name != 'pull_request'" == jobs["build"]["if"]
    assert not [s for s in jobs["check"]["steps"] if "cache@" in s.get("uses", "")]
    assert "--format github" in jobs["check"]["steps"][-1]["run"]


def test_actions_are_pinned_by_commit_with_the_version_beside(tmp_path):
    text = workflow_text(config_of(tmp_path), None, INSTALL)
    used = re.findall(r"uses: (.*)", text)
    assert set(ACTIONS.values()) == set(used)
    for line in used:
        assert re.fullmatch(r"actions/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line)


def test_hidden_files_are_packed(workflow):
    (step,) = [s for s in workflow["jobs"]["build"]["steps"] if s.get("name") == "Pack the site"]
    assert {"path": ".sitegen/pages", "include-hidden-files": True} == step["with"]


def run_steps(workflow, clone, runner, tools):
    """Run the steps of the build job as GitHub's runner would; return the artifact's tar, and what was annotated."""
    said = ""
    values = {"steps.pages.outputs.base_url": "https://desk.github.io/weights"}
    environment = {
        **os.environ,
        "PATH": f"{tools}:{os.environ['PATH']}",
        "GITHUB_WORKSPACE": str(clone),
        "GITHUB_ACTIONS": "true",
    }
    for step in workflow["jobs"]["build"]["steps"]:
        if "run" in step and step["name"] != "Install sitegen":
            own = {key: values[value[4:-3]] for key, value in step.get("env", {}).items()}
            folder = clone / workflow["defaults"]["run"]["working-directory"]
            command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
            done = subprocess.run(
                command, cwd=folder, env=environment | own, capture_output=True, text=True, check=False
            )
            assert done.returncode == 0, done.stdout + done.stderr
            said += done.stderr
        elif "upload-pages-artifact" in step.get("uses", ""):
            # As that action's own script does it.
            hidden = [] if step["with"]["include-hidden-files"] else ["--exclude=.[^/]*"]
            tar = ["tar", "--dereference", "--hard-dereference", "--directory", str(clone / step["with"]["path"])]
            tar += ["-cf", str(runner / "artifact.tar"), "--exclude=.git", "--exclude=.github", *hidden, "."]
            subprocess.run(tar, check=True)
    return runner / "artifact.tar", said


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("tar") is None, reason="there is no tar on this machine")
def test_the_steps_of_the_workflow_make_an_artifact_that_pages_takes(publication, tmp_path):
    SiteBench(publication.root)
    content = publication.root / "content/.well-known"
    content.mkdir(parents=True)
    (content / "security.txt").write_text("Contact: mailto:desk@weights.press\n", encoding="utf-8")
    article = "---\ntitle: Weights\ndate: 2026-11-20\n---\n\nText.\n"
    (publication.root / "content/weights.md").write_text(article, encoding="utf-8")
    run_setup(publication)
    publication.git("add", "--all")
    publication.git("commit", "--quiet", "--message", "Publish")
    clone, tools = tmp_path / "clone", tmp_path / "tools"
    tools.mkdir()
    (tools / "sitegen").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m sitegen "$@"\n', encoding="utf-8")
    (tools / "sitegen").chmod(0o755)
    before = os.umask(0o077)
    try:
        git(tmp_path, "clone", "--quiet", str(publication.root), str(clone))
        workflow = workflow_of((clone / WORKFLOW).read_text(encoding="utf-8"))
        artifact, said = run_steps(workflow, clone, tmp_path, tools)
        with tarfile.open(artifact) as tar:
            members = {member.name: member for member in tar.getmembers()}
            page = tar.extractfile("./weights/index.html").read().decode()
        (clone / "content/weights.md").rename(clone / "content/moved.md")
        _, told = run_steps(workflow, clone, tmp_path, tools)
        (clone / "content/moved.md").rename(clone / "content/weights.md")
    finally:
        os.umask(before)
    assert {
        "./index.html",
        "./weights/index.html",
        "./404.html",
        "./.well-known/security.txt",
        "./.nojekyll",
    } <= members.keys()
    assert [] == [name for name, member in members.items() if not (member.isfile() or member.isdir())]
    assert {0o755} == {stat.S_IMODE(member.mode) for member in members.values() if member.isdir()}
    assert {0o644} == {stat.S_IMODE(member.mode) for member in members.values() if member.isfile()}
    assert 'href="https://desk.github.io/weights/weights/"' in page
    assert "" == said
    assert told.startswith("::warning file=content/moved.md,title=deploy/gone-article::")
    assert "" == git(clone, "status", "--porcelain")


def test_this_repositorys_own_workflow_is_made_by_the_command():
    root = Path(__file__).resolve().parents[2]
    for name in (WORKFLOW, DEPENDABOT):
        assert is_unchanged((root / name).read_text(encoding="utf-8"))
    text = (root / WORKFLOW).read_text(encoding="utf-8")
    assert set(ACTIONS.values()) == set(re.findall(r"uses: (.*)", text))

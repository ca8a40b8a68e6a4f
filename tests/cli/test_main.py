"""The group of commands, and what exit codes say."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from sitegen import __version__
from sitegen.base.diagnostics import Failure, Span, problem
from sitegen.cli import main
from sitegen.cli.main import COMMANDS


def python(code):
    """Run Python code in a process of its own and return what it printed."""
    return subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout


@pytest.fixture
def command(monkeypatch):
    """Return what puts a command named `probe` into the table."""

    def put(function):
        monkeypatch.setitem(sys.modules, "probe", type(sys)("probe"))
        sys.modules["probe"].command = click.command("probe")(function)
        monkeypatch.setattr(main, "COMMANDS", {**COMMANDS, "probe": ("probe", "A probe.")})

    return put


def test_the_version_is_one_line(sitegen):
    ran = sitegen("--version")

    assert (0, f"sitegen {__version__}\n", "") == (ran.code, ran.out, ran.err)


def test_version_and_help_load_nothing_heavy():
    loaded = python(
        "import sys; sys.argv = ['sitegen', sys.argv[0]]\n"
        "from sitegen.cli.main import run\n"
        "run(['--version']); run(['--help'])\n"
        "print(*sorted(name for name in sys.modules if '.' not in name))"
    ).splitlines()[-1]

    heavy = {
        "jinja2",
        "markdown_it",
        "yaml",
        "pygments",
        "PIL",
        "feedgen",
        "lxml",
        "numpy",
        "sqlite3",
        "starlette",
        "tomllib",
    }

    assert set() == heavy.intersection(loaded.split())


def test_every_command_is_there_and_has_help(sitegen):
    listed = sitegen("--help")

    for name, (_, text) in COMMANDS.items():
        assert f"  {name} " in listed.out
        assert text in " ".join(listed.out.split())
        assert 0 == sitegen(name, "--help").code


def test_a_misspelt_command_is_a_wrong_command_with_a_guess(sitegen):
    ran = sitegen("biuld")

    assert (2, "") == (ran.code, ran.out)
    assert 'There is no command "biuld". Did you mean "build"?' in ran.err


def test_an_option_before_the_command_is_told_its_place(sitegen):
    ran = sitegen("--drafts", "serve")

    assert (2, "") == (ran.code, ran.out)
    assert "Options go behind the command: sitegen serve --drafts" in ran.err


def test_a_misspelt_option_is_a_wrong_command_with_a_guess(sitegen):
    ran = sitegen("build", "--dratfs")

    assert 2 == ran.code
    assert "--drafts" in ran.err


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (Failure([problem("configure/no-site", "no site", Span("."))]), 2),
        (Failure([problem("configure/syntax", "not TOML", Span("sitegen.toml", 1))]), 1),
        (click.UsageError("no"), 2),
        (click.Abort(), 130),
        (KeyboardInterrupt(), 130),
        (RuntimeError("oh no"), 70),
        (EOFError("a record is cut off"), 70),
        (BrokenPipeError(errno.EPIPE, "broken pipe"), 141),
        (OSError(errno.ENOSPC, "no space left on device"), 2),
        (OSError(errno.ENOSPC, "no space left on device", "content/a.md"), 70),
    ],
)
def test_the_exit_code_says_who_is_wrong(sitegen, command, tmp_path, error, code, monkeypatch):
    def probe():
        raise error

    command(probe)
    monkeypatch.setattr(main, "_say_no_more", lambda: None)

    assert code == sitegen("probe", cwd=tmp_path).code


@pytest.mark.skipif(os.name == "nt", reason="pipes end otherwise there")
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_reader_that_goes_away_is_no_mistake(unbuffered):
    ran = subprocess.run(
        ["bash", "-c", f"{sys.executable} -m sitegen --help | true; exit ${{PIPESTATUS[0]}}"],
        check=False,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
    )

    assert "" == ran.stderr
    assert ran.returncode in (0, 141)  # the reader may go late


def test_an_output_that_lacks_signs_gets_their_numbers(tmp_path):
    (tmp_path / "sitegen.toml").write_text('site.title = "A"\n')
    (tmp_path / "content").mkdir()
    (tmp_path / "content/ü.md").write_text("---\ntitle: Ü\ndate: 2026-11-01\nauther: x\n---\nText.\n", "utf-8")
    ran = subprocess.run(
        [sys.executable, "-m", "sitegen", "build", "--workers", "1"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert 0 == ran.returncode
    assert ran.stderr.startswith(r"content/\xfc.md:4:1: warning: ")
    assert ran.stdout.startswith(r"Built 1 article \u2192 ")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only some systems have it")
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_full_disk_that_takes_no_words_is_told(unbuffered):
    with Path("/dev/full").open("w") as full:
        ran = subprocess.run(
            [sys.executable, "-m", "sitegen", "--help"],
            check=False,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
        )

    told = "what this command says cannot be written to where it was sent: no space left on device\n"
    assert (2, told) == (ran.returncode, ran.stderr)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("sitegen bu", "plain,build\n"),
        ("sitegen build --for", "plain,--format\n"),
        ("sitegen build --format gi", "plain,github\n"),
        ("sitegen related cont", "file,cont\n"),
        ("sitegen explain cont", "file,cont\n"),
        ("sitegen deploy folder ww", "file,ww\n"),
    ],
)
def test_a_shell_completes_commands_options_and_files(typed, expected):
    words = typed.split()
    asked = {"COMP_WORDS": typed, "COMP_CWORD": str(len(words) - 1), "_SITEGEN_COMPLETE": "bash_complete"}
    ran = [sys.executable, "-m", "sitegen"]
    said = subprocess.run(ran, env={**os.environ, **asked}, check=True, capture_output=True, text=True)
    assert (expected, "") == (said.stdout, said.stderr)

"""What is said, and where."""

import fcntl
import io
import json
import os
import struct
import subprocess
import sys
import termios

import pytest

from sitegen.base.diagnostics import Span, problem
from sitegen.cli import console
from sitegen.cli.console import Console, coloured

ERROR = problem("parse/no-date", "an article needs a date", Span("content/a.md", 1, 1, 3), "add one")
WARNING = problem("render/dead-link", "gone", Span("content/a.md", 2))


@pytest.fixture
def root(tmp_path):
    (tmp_path / "content").mkdir()
    (tmp_path / "content/a.md").write_text("---\ntext\n")
    return tmp_path


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_diagnostics_go_to_stderr_and_results_to_stdout(root, capsys):
    screen = Console(root)
    screen.diagnostics([ERROR])
    screen.say("Built 3 articles")
    said = capsys.readouterr()

    assert "Built 3 articles\n" == said.out
    assert (
        "content/a.md:1:1: error: an article needs a date [parse/no-date]\n  1 | ---\n    | ^^^\n  hint: add one\n"
        == said.err
    )


def test_quiet_hides_results_and_warnings_and_never_errors(root, capsys):
    screen = Console(root, "short", quiet=True)
    screen.diagnostics([ERROR, WARNING])
    screen.say("Built 3 articles")
    said = capsys.readouterr()

    assert ("", "content/a.md:1:1: error: an article needs a date [parse/no-date]\n") == (said.out, said.err)


def test_errors_come_last_where_a_reader_looks_first(root, capsys):
    Console(root, "short").diagnostics([WARNING, ERROR, WARNING])

    assert ["warning", "warning", "error"] == [line.split(": ")[1] for line in capsys.readouterr().err.splitlines()]


def test_on_a_terminal_many_warnings_of_a_kind_are_told_by_their_number(root, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setattr("sys.stderr", screen := Terminal())
    Console(root).diagnostics([ERROR, *[WARNING] * 1030])
    said = screen.getvalue()

    assert 20 == said.count("warning: gone [render/dead-link]\n")
    assert "1,010 more [render/dead-link]: `sitegen check --format short` has a line for each\ncontent/a.md:1:1" in said
    assert said.endswith("hint: add one\n")


def test_no_source_line_is_broken_at_the_edge_of_a_terminal(root, monkeypatch):
    (root / "content/a.md").write_text("word " * 60)
    ours, theirs = os.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 60, 0, 0))
    monkeypatch.setenv("NO_COLOR", "1")
    with os.fdopen(theirs, "w", encoding="utf-8") as screen:
        monkeypatch.setattr("sys.stderr", screen)
        Console(root).diagnostics([problem("parse/no-date", "wrong", Span("content/a.md", 1, 101, 4))])
        said = os.read(ours, 4096).decode().splitlines()
    os.close(ours)

    assert [
        "content/a.md:1:101: error: wrong [parse/no-date]",
        "  1 | …d word word word word word word word word word word …",
        "    |                   ^^^^",
    ] == said


def test_what_is_no_terminal_gets_all_warnings(root, capsys):
    Console(root).diagnostics([WARNING] * 1030)

    assert 1030 == capsys.readouterr().err.count("warning: gone [render/dead-link]\n")


def test_json_is_a_result(root, capsys):
    Console(root, "json").diagnostics([ERROR, WARNING])
    said = capsys.readouterr()

    assert ("", 2) == (said.err, len(json.loads(said.out)["diagnostics"]))


def test_a_quiet_document_holds_errors_only(root, capsys):
    Console(root, "json", quiet=True).document({"published": False}, [ERROR, WARNING])
    told = json.loads(capsys.readouterr().out)

    assert (False, 1, 0, ["parse/no-date"]) == (
        told["published"],
        told["errors"],
        told["warnings"],
        [each["code"] for each in told["diagnostics"]],
    )


def test_annotations_name_files_as_the_repository_does(root, capsys, monkeypatch):
    monkeypatch.setenv("GITHUB_WORKSPACE", str(root.parent))
    Console(root, "github").diagnostics([WARNING])

    assert f"::warning file={root.name}/content/a.md,line=2,title=render/dead-link::gone\n" == capsys.readouterr().err


@pytest.mark.parametrize(
    ("environment", "stream", "expected"),
    [
        ({}, Terminal(), True),
        ({}, io.StringIO(), False),
        ({"TERM": "dumb"}, Terminal(), False),
        ({"NO_COLOR": "1"}, Terminal(), False),
        ({"FORCE_COLOR": "1"}, io.StringIO(), True),
        ({"FORCE_COLOR": "0"}, Terminal(), False),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, Terminal(), False),
        ({"NO_COLOR": ""}, Terminal(), True),
    ],
)
def test_colour_is_for_terminals_unless_the_environment_decides(environment, stream, expected, monkeypatch):
    monkeypatch.setenv("TERM", "xterm")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    assert expected == coloured(stream)


@pytest.fixture
def clock(monkeypatch):
    """Return a clock that the test sets."""

    class Clock:
        now = 100.0

    monkeypatch.setattr(console.time, "monotonic", lambda: Clock.now)
    return Clock


def test_progress_is_shown_after_half_a_second_and_taken_away(root, monkeypatch, clock):
    screen_text = Terminal()
    monkeypatch.setattr("sys.stderr", screen_text)
    monkeypatch.setenv("TERM", "xterm")
    screen = Console(root)
    screen._progress.started = clock.now

    screen.progress("parse", 1, 1000)
    assert "" == screen_text.getvalue()

    clock.now += 0.6
    screen.progress("parse", 2, 1000)
    screen.progress("parse", 3, 1000)
    clock.now += 0.2
    screen.progress("render", 0, 1)
    screen.clear()
    screen.clear()

    assert [
        "",
        "\x1b[KReading articles 2 of 1,000",
        "\x1b[KMaking pages",
        "\x1b[K",
    ] == screen_text.getvalue().split("\r")


def test_progress_is_for_terminals_only(root, capsys, clock):
    screen = Console(root)
    clock.now += 9
    screen.progress("parse", 1, 1000)
    screen.clear()

    assert "" == capsys.readouterr().err


UNSOUND = "---\ntitle: Ü😀\ndate: 2026-11-01\nauther: x\n---\nText.\n"


@pytest.fixture
def site(tmp_path):
    """A site whose signs ASCII lacks."""
    (tmp_path / "content").mkdir()
    (tmp_path / "sitegen.toml").write_text('site.title = "A"\n')
    (tmp_path / "content/ü.md").write_text(UNSOUND, "utf-8")
    return tmp_path


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_a_document_says_the_same_in_any_encoding(site, encoding):
    def told(command):
        ran = subprocess.run(
            [sys.executable, "-m", "sitegen", command, "--format", "json"],
            cwd=site,
            env={**os.environ, "PYTHONIOENCODING": encoding},
            capture_output=True,
            check=True,
        )
        return json.loads(ran.stdout.decode(encoding))

    assert "content/ü.md" == told("check")["diagnostics"][0]["path"]
    assert "Ü😀" == told("list")[0]["title"]

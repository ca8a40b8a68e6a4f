"""What an exit code means."""

import pytest

from sitegen.base.diagnostics import Failure, Span, problem
from sitegen.cli.exits import code_of


def test_no_site_is_the_commands_mistake():
    assert 2 == code_of(Failure([problem("configure/no-site", "none", Span("."))]))


def test_a_flag_that_cannot_be_followed_is_the_commands_mistake():
    flag = problem("configure/bad-value", "no", Span("--out"))

    assert 2 == code_of(Failure([flag]))
    assert 1 == code_of(Failure([flag, problem("configure/syntax", "no", Span("sitegen.toml", 1))]))


def test_anything_else_is_the_sites():
    assert 1 == code_of(Failure([problem("configure/syntax", "no", Span("sitegen.toml", 1))]))


@pytest.mark.parametrize(
    "command",
    [
        ("build",),
        ("check",),
        ("clean",),
        ("explain", "index.html"),
        ("related", "content/a.md"),
        ("serve", "--port", "0"),
        ("deploy", "folder", "x"),
    ],
)
def test_a_cache_that_cannot_be_written_is_no_mistake_of_ours(sitegen, bench, command):
    site = bench().write(".sitegen", "in the way")
    ran = sitegen(*command, cwd=site.root)

    assert (1, 1) == (ran.code, ran.err.count("[write/no-space]"))
    assert ran.err.startswith(".sitegen")

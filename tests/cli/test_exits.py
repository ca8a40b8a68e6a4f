"""What an exit code means."""

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

"""Options that several commands share."""

from datetime import UTC, datetime

import click
import pytest
from click.testing import CliRunner

from sitegen.cli.options import output_options, site_options


@pytest.fixture
def parsed():
    """Return what parses arguments and gives the options."""
    got = {}

    @click.command()
    @site_options
    @output_options
    def command(**given):
        got.update(given)

    def parse(*arguments):
        got.clear()
        result = CliRunner().invoke(command, arguments)
        return got if not result.exit_code else (result.exit_code, result.output)

    return parse


def test_what_is_not_said_is_left_to_the_configuration(parsed):
    given = parsed()

    assert {"text", False, None} == set(given.values())


def test_in_github_actions_mistakes_stand_at_their_lines(parsed, monkeypatch):
    monkeypatch.setenv("GITHUB_ACTIONS", "true")

    assert ("github", "text") == (parsed()["form"], parsed("--format", "text")["form"])


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("2026-12-01", datetime(2026, 12, 1)),
        ("2026-12-01 09:00", datetime(2026, 12, 1, 9)),
        ("2026-12-01T09:00", datetime(2026, 12, 1, 9)),
        ("2026-12-01T09:00Z", datetime(2026, 12, 1, 9, tzinfo=UTC)),
        ("2026-12-01T09:00+01:00", datetime(2026, 12, 1, 8, tzinfo=UTC)),
        ("Dec 1 2026", datetime(2026, 12, 1)),
    ],
)
def test_a_time_has_a_zone_only_where_it_names_one(parsed, written, moment):
    assert moment == parsed("--now", written)["now"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--now", "tomorrow"], '"tomorrow" is not a date'),
        (["--base-url", "example.org"], "write https://example.org"),
        (["--root", "/none/none"], "does not exist"),
        (["--workers", "-1"], "-1"),
        (["--workers", "many"], "Invalid value for '--workers': 'many' is not a valid whole number."),
        (["--format", "xml"], "'text', 'short', 'github', 'json'"),
    ],
)
def test_a_bad_value_is_a_wrong_command(parsed, arguments, said):
    code, output = parsed(*arguments)

    assert 2 == code
    assert said in output

"""Environment variables become flags."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from sitegen.configure.environment import with_environment
from sitegen.model.config import Flags


def test_every_variable_is_read_with_its_type():
    flags, wrong = with_environment(
        Flags(),
        {
            "SITEGEN_BASE_URL": "https://x.example/",
            "SITEGEN_OUT": "public",
            "SITEGEN_DRAFTS": "yes",
            "SITEGEN_STRICT": "0",
            "SITEGEN_WORKERS": "2",
            "SOURCE_DATE_EPOCH": "0",
        },
    )

    assert [] == wrong
    assert flags == Flags(
        out=Path("public"),
        base_url="https://x.example/",
        drafts=True,
        now=datetime(1970, 1, 1, tzinfo=UTC),
        strict=False,
        workers=2,
    )


def test_a_flag_stands_and_an_empty_variable_says_nothing():
    given = Flags(workers=1)

    assert (given, []) == with_environment(given, {"SITEGEN_WORKERS": "9", "SITEGEN_BASE_URL": "", "OTHER": "x"})


@pytest.mark.parametrize("workers", ["many", "-1"])
def test_what_cannot_be_read_is_told_by_variable(workers):
    flags, wrong = with_environment(Flags(), {"SITEGEN_WORKERS": workers, "SOURCE_DATE_EPOCH": "9" * 30})

    assert Flags() == flags
    assert ["SITEGEN_WORKERS", "SOURCE_DATE_EPOCH"] == [diagnostic.span.path for diagnostic in wrong]


def test_a_slip_in_the_name_of_a_variable_is_told():
    environment = {"SITEGEN_BASEURL": "https://x.example/", "SITEGEN_EDITS": "3", "SITEGEN_SEEDS": "1", "MY_OUTS": "x"}
    _, wrong = with_environment(Flags(), environment)

    assert [("SITEGEN_BASEURL", 'did you mean "SITEGEN_BASE_URL"?')] == [(one.span.path, one.hint) for one in wrong]

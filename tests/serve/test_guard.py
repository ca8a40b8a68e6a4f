"""The names that a preview answers to."""

import pytest

from sitegen.serve.guard import names_for


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost:8000", "LOCALHOST", "[::1]:8000", "localhost."])
def test_this_machine_is_known(host):
    assert names_for("127.0.0.1").know(host)


@pytest.mark.parametrize(
    "host",
    [
        "",
        "evil.example",
        "evil.example:8000",
        "127.0.0.1.evil.example",
        "localhost.evil.example:8000",
        "evil.example#localhost",
        "192.168.1.7:8000",
        "user@localhost",
        "[::1",
        "[",
        "localhost:8000:1",
        "localhost:http",
        "localhost, localhost",
    ],
)
def test_other_machines_are_not_known(host):
    assert not names_for("127.0.0.1").know(host)


def test_open_to_the_network_every_address_is_known_but_no_foreign_name():
    names = names_for("0.0.0.0")

    assert [True, True, True] == [names.know(host) for host in ("192.168.1.7:8000", "[fe80::1]:8000", "localhost")]
    assert [False, False] == [names.know(host) for host in ("evil.example:8000", "192.168.1.7.evil.example")]


def test_a_name_that_was_asked_for_is_known():
    assert names_for("news.local").know("News.local:8000")

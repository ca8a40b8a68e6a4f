"""A port is taken, or the next one is offered."""

import socket

import pytest

from sitegen.serve.port import PortTaken, is_loopback, listen, url_of


def test_port_zero_is_any_free_one():
    with listen("127.0.0.1", 0) as listening:
        host, port = listening.getsockname()

        assert ("127.0.0.1", True) == (host, port > 0)
        assert f"http://127.0.0.1:{port}/repo/" == url_of(listening, "127.0.0.1", "/repo/")


def test_localhost_is_this_machine_only():
    with listen("localhost", 0) as listening:
        assert "127.0.0.1" == listening.getsockname()[0]


def test_a_taken_port_is_told_with_the_next_free_one():
    with listen("127.0.0.1", 0) as first:
        port = first.getsockname()[1]
        with pytest.raises(PortTaken) as taken:
            listen("127.0.0.1", port)

        assert port == taken.value.port
        listen("127.0.0.1", taken.value.free).close()


def test_a_port_is_free_again_at_once():
    listening = listen("127.0.0.1", 0)
    port = listening.getsockname()[1]
    with socket.create_connection(("127.0.0.1", port)):
        accepted, _ = listening.accept()
        accepted.close()
    listening.close()

    listen("127.0.0.1", port).close()


def test_a_host_that_is_not_ours_is_refused():
    with pytest.raises(OSError):
        listen("192.0.2.1", 0)


@pytest.mark.parametrize(
    ("host", "alone"),
    [("127.0.0.1", True), ("localhost", True), ("::1", True), ("0.0.0.0", False), ("192.168.1.7", False)],
)
def test_who_can_reach_it(host, alone):
    assert alone == is_loopback(host)


@pytest.mark.parametrize(("host", "name"), [("0.0.0.0", "127.0.0.1"), ("::", "[::1]"), ("::1", "[::1]")])
def test_the_address_is_one_that_a_browser_opens(host, name):
    with listen("127.0.0.1", 0) as listening:
        assert f"http://{name}:{listening.getsockname()[1]}/" == url_of(listening, host, "/")

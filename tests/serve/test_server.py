"""The server bears bad company, and ends when it is told to."""

import signal
import socket
import time
from contextlib import ExitStack

import pytest
from tests.kit.archive import unpack
from tests.kit.preview import run_preview, serve_folder

pytestmark = pytest.mark.slow

SITE = "-- content/index.html --\n<body>Home</body>\n-- content/x.html --\n<body>X</body>\n"

IMPATIENT = """
import sys
from pathlib import Path
from tests.kit.folder_preview import main
import sitegen.serve.server
sitegen.serve.server._FIRST_REQUEST = 0.3
main(Path(sys.argv[1]), 0)
"""


@pytest.fixture
def root(tmp_path):
    return unpack(SITE, tmp_path)


def test_half_open_connections_do_no_harm(root):
    with run_preview(serve_folder(root)) as preview, ExitStack() as held:
        for number in range(200):
            connection = held.enter_context(socket.create_connection((preview.host, preview.port)))
            connection.sendall((b"", b"GET /repo/ HT", b"GET /repo/ HTTP/1.1\r\nHost: localhost\r\n")[number % 3])
        started = time.monotonic()

        with preview.following("") as events:
            (root / "content" / "index.html").write_text("<body>New</body>")

            assert "New" in preview.wait_until("", "New").text
            assert "version" in events.until("page")
        assert time.monotonic() - started < 3
        assert 0 == preview.stop()


def test_half_open_connections_are_ended(root):
    with run_preview(
        (
            "-c",
            IMPATIENT,
            str(root),
        )
    ) as preview:
        for start in (b"", b"GET /re", b"GET /repo/ HTTP/1.1\r\nHost: localhost\r\n\r\nGET /"):
            with socket.create_connection((preview.host, preview.port), timeout=5) as connection:
                connection.sendall(start)
                try:
                    while connection.recv(1 << 16):
                        pass
                except ConnectionResetError:
                    pass


def test_a_connection_is_used_again(root):
    with run_preview(serve_folder(root)) as preview:
        request = b"GET /repo/x HTTP/1.1\r\nHost: localhost\r\n"

        answer = preview.raw((request + b"\r\n") * 3 + request + b"Connection: close\r\n\r\n")

        assert 4 == answer.count(b"HTTP/1.1 200 OK")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_it_ends_at_once_and_without_a_word_of_complaint(root, number):
    with run_preview(serve_folder(root)) as preview, preview.following("") as events:
        assert "findings" == events.next()["kind"]
        started = time.monotonic()

        assert 0 == preview.stop(number)
        assert time.monotonic() - started < 1.5
        assert f"built\nServing {preview.url}\n" == preview.said


def test_it_ends_at_once_while_it_builds(root):
    with run_preview(serve_folder(root)) as preview:
        with preview.following("") as events:
            (root / "content" / "x.html").write_text("SLOW 60000")
            assert {"kind": "busy"} == events.until("busy")
            started = time.monotonic()

            assert 0 == preview.stop()
            assert time.monotonic() - started < 1.5
        assert "Traceback" not in preview.said


def test_its_port_is_free_again(root):
    with run_preview(serve_folder(root)) as preview:
        port = preview.port
        preview.get("x")
        preview.stop()
    with run_preview((*serve_folder(root), str(port))) as again:
        assert 200 == again.get("x").status


def test_only_this_machine_reaches_it(root):
    own = {address[4][0] for address in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)}
    with run_preview(serve_folder(root)) as preview:
        for address in own - {"127.0.0.1"}:
            if address.startswith("127."):
                continue
            with pytest.raises(OSError):
                socket.create_connection((address, preview.port), timeout=2).close()
        with pytest.raises(OSError):
            socket.create_connection(("127.0.0.2", preview.port), timeout=2).close()

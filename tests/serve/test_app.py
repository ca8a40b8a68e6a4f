"""The running server answers as GitHub Pages does, and nobody else's questions."""

import re

import pytest
from tests.kit.archive import unpack
from tests.kit.preview import run_preview, serve_folder

from sitegen.serve.insert import with_script

SITE = """\
-- content/index.html --
<!doctype html><title>Home</title><body><p>Home</p></body>
-- content/about.html --
<body>About</body>
-- content/articles/x/index.html --
<body>Article</body>
-- content/404.html --
<body>Nothing here</body>
-- content/css/site.css --
body { color: red }
-- content/feed.xml --
<rss></rss>
-- content/notes.txt --
abcdefghij
-- secret.txt --
the secret
"""


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    root = unpack(SITE, tmp_path_factory.mktemp("site"))
    (root / "content" / "film.mp4").write_bytes(bytes(range(256)) * 4096)
    return root


@pytest.fixture(scope="module")
def preview(root):
    with run_preview(serve_folder(root)) as preview:
        folder = root / ".sitegen" / "preview" / "site"
        (folder / "link.txt").symlink_to(root / "secret.txt")
        (folder / "up").symlink_to(root, target_is_directory=True)
        yield preview


# As GitHub Pages serves


def test_a_page_is_served_with_the_script(preview, root):
    answer = preview.get("")

    assert (200, "text/html; charset=utf-8") == (answer.status, answer.headers["content-type"])
    assert with_script((root / "content" / "index.html").read_bytes()) == answer.body


def test_what_a_script_fetches_is_as_it_was_built(preview, root):
    answer = preview.get("", {"Sec-Fetch-Dest": "empty"})

    assert (root / "content" / "index.html").read_bytes() == answer.body


@pytest.mark.parametrize(
    ("path", "status", "text"),
    [
        ("about", 200, "About"),
        ("about.html", 200, "About"),
        ("articles/x/", 200, "Article"),
        ("nothing", 404, "Nothing here"),
        ("nothing/", 404, "Nothing here"),
        ("about/", 404, "Nothing here"),
        ("/elsewhere", 404, "Nothing here"),
    ],
)
def test_an_address_finds_its_page(preview, path, status, text):
    answer = preview.get(path)

    assert (status, True) == (answer.status, text in answer.text)


@pytest.mark.parametrize(
    ("path", "status", "location"),
    [
        ("articles/x", 301, "/repo/articles/x/"),
        ("articles/x?a=b", 301, "/repo/articles/x/?a=b"),
        ("/repo", 301, "/repo/"),
        ("/", 302, "/repo/"),
    ],
)
def test_an_address_leads_on(preview, path, status, location):
    answer = preview.get(path)

    assert (status, location) == (answer.status, answer.headers["location"])


@pytest.mark.parametrize(
    ("path", "type_"),
    [
        ("css/site.css", "text/css; charset=utf-8"),
        ("feed.xml", "application/xml; charset=utf-8"),
        ("film.mp4", "video/mp4"),
        ("/__sitegen/live.js", "application/javascript; charset=utf-8"),
        ("/__sitegen/live.css", "text/css; charset=utf-8"),
    ],
)
def test_files_have_their_types(preview, path, type_):
    answer = preview.get(path)

    assert (200, type_) == (answer.status, answer.headers["content-type"])


def test_a_file_is_served_byte_for_byte(preview, root):
    assert (root / "content" / "film.mp4").read_bytes() == preview.get("film.mp4").body


def test_a_part_of_a_file(preview):
    answer = preview.get("notes.txt", {"Range": "bytes=2-4"})

    assert (206, b"cde", "bytes 2-4/11") == (answer.status, answer.body, answer.headers["content-range"])


def test_a_part_of_a_page(preview):
    assert (206, b"<!doctype") == preview_part(preview, "bytes=0-8")


def preview_part(preview, wanted):
    answer = preview.get("", {"Range": wanted})
    return answer.status, answer.body


@pytest.mark.parametrize("path", ["", "notes.txt", "film.mp4", "nothing", "/__sitegen/live.js"])
def test_head_says_the_same_without_the_body(preview, path):
    get, head = preview.get(path), preview.get(path, method="HEAD")

    assert (get.status, b"") == (head.status, head.body)
    assert [get.headers[name] for name in ("content-length", "content-type", "etag")] == [
        head.headers[name] for name in ("content-length", "content-type", "etag")
    ]


@pytest.mark.parametrize("path", ["", "notes.txt", "film.mp4"])
def test_what_the_reader_has_is_not_sent_again(preview, path):
    first = preview.get(path)

    again = preview.get(path, {"If-None-Match": first.headers["etag"]})

    assert (304, b"", first.headers["etag"]) == (again.status, again.body, again.headers["etag"])


@pytest.mark.parametrize("path", ["", "notes.txt", "nothing", "articles/x", "/__sitegen/live.js"])
def test_nothing_is_kept_by_a_browser(preview, path):
    assert "no-store" == preview.get(path).headers["cache-control"]


# Safe


@pytest.mark.parametrize(
    "path",
    [
        "/repo/../secret.txt",
        "/repo/../../../secret.txt",
        "/repo/%2e%2e/%2e%2e/%2e%2e/secret.txt",
        "/repo/%2E%2E%2F%2E%2E%2F%2E%2E%2Fsecret.txt",
        "/repo/..%5c..%5c..%5csecret.txt",
        "/repo/%252e%252e/secret.txt",
        "/repo/.%00./secret.txt",
        "/repo/notes.txt%00",
        "/repo/%c0%ae%c0%ae/secret.txt",
        "/repo/link.txt",
        "/repo/up/secret.txt",
        "/repo/up/",
        "//etc/passwd",
        "/repo//etc/passwd",
        "/etc/passwd",
        "/secret.txt",
        "/__sitegen/../secret.txt",
        "/__sitegen/app.py",
        "/__sitegen/%2e%2e/app.py",
        "/repo/" + "a" * 10_000,
        "/repo/" + "a/" * 5_000,
    ],
)
def test_no_path_leaves_the_site(preview, path):
    answer = preview.get(path)

    assert (404, True) == (answer.status, "Nothing here" in answer.text)


@pytest.mark.parametrize(
    "target",
    [b"http://evil.example/", b"http://127.0.0.1/repo/notes.txt", b"*", b"repo/notes.txt", b"file:///etc/passwd"],
)
def test_a_target_that_is_no_path_finds_nothing(preview, target):
    answer = preview.raw(b"GET " + target + b" HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")

    assert re.match(rb"HTTP/1.1 40[04] ", answer)
    assert b"abcdefghij" not in answer


@pytest.mark.parametrize("path", ["", "notes.txt", "/__sitegen/events?page=/repo/", "/__sitegen/live.js"])
@pytest.mark.parametrize("host", ["evil.example", "evil.example:8000", "127.0.0.1.evil.example", "192.168.1.7", ""])
def test_a_foreign_name_is_refused(preview, path, host):
    answer = preview.get(path, {"Host": host})

    assert (403, b"This preview does not answer to that name.\n") == (answer.status, answer.body)


@pytest.mark.parametrize("host", ["localhost", "localhost:8000", "127.0.0.1", "[::1]:8000"])
def test_the_names_of_this_machine_are_not(preview, host):
    assert 200 == preview.get("", {"Host": host}).status


def test_two_names_are_refused(preview):
    answer = preview.raw(b"GET /repo/ HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\nConnection: close\r\n\r\n")

    assert re.match(rb"HTTP/1.1 40[03] ", answer)


def test_no_name_is_refused(preview):
    assert preview.raw(b"GET /repo/ HTTP/1.0\r\n\r\n").startswith(b"HTTP/1.1 403 ")


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "http://localhost:1", "https://evil.example", ""])
def test_a_foreign_origin_is_refused(preview, origin):
    for path in ("", "/__sitegen/events?page=/repo/"):
        assert 403 == preview.get(path, {"Origin": origin}).status


def test_the_own_origin_is_not(preview):
    own = f"127.0.0.1:{preview.port}"

    assert 200 == preview.get("notes.txt", {"Host": own, "Origin": f"http://{own}"}).status


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "PROPFIND"])
@pytest.mark.parametrize("path", ["notes.txt", "/__sitegen/events"])
def test_nothing_but_reading_is_allowed(preview, path, method):
    answer = preview.get(path, method=method)

    assert (405, "GET, HEAD") == (answer.status, answer.headers["allow"])


def test_nobody_else_may_embed_a_draft(preview):
    answer = preview.get("notes.txt")

    assert "same-origin" == answer.headers["cross-origin-resource-policy"]
    assert "access-control-allow-origin" not in answer.headers


def test_a_web_socket_is_not_opened(preview):
    headers = {
        "Connection": "Upgrade",
        "Upgrade": "websocket",
        "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
    }

    assert 200 == preview.get("notes.txt", headers).status


@pytest.mark.parametrize(
    "data", [b"\x16\x03\x01\x02\x00\x01\x00", b"\x00" * 100, b"GET\r\n\r\n", b"\r\n" * 50 + b"x\r\n\r\n"]
)
def test_rubbish_is_refused(preview, data):
    assert preview.raw(data).startswith(b"HTTP/1.1 400 ")


def test_endless_headers_are_refused(preview):
    answer = preview.raw(b"GET / HTTP/1.1\r\nHost: localhost\r\nX: " + b"a" * 200_000)

    assert answer.startswith(b"HTTP/1.1 400 ") or not answer


def test_after_all_this_the_server_says_nothing_unusual(preview):
    assert 200 == preview.get("notes.txt").status
    assert "Traceback" not in preview.said

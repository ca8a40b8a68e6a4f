"""Uploads become files here, at the address that they had."""

import errno
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from urllib.error import URLError

import pytest
from tests.importers.exports import attachment, imported, item, read, told, wxr

from sitegen.base.diagnostics import Failure
from sitegen.importers.media import Media, fetched
from sitegen.importers.nouns import Export, Picture

PAGE = """<!-- wp:x -->
<p><img src="https://old.example/wp-content/uploads/2024/05/ward-300x200.jpg" alt="W"></p>
<p><a href="/wp-content/uploads/2024/05/paper.pdf">paper</a> <a href="https://old.example/?attachment_id=20">page</a></p>
"""
EXPORT = wxr(
    item("A", PAGE),
    attachment("20", "https://old.example/wp-content/uploads/2024/05/ward.jpg", alt="W"),
    attachment("21", "https://old.example/wp-content/uploads/unused.jpg"),
)


def media(tmp_path, *urls, **options):
    export = Export("WordPress", url="https://old.example/")
    export.pictures = {str(at): Picture(url) for at, url in enumerate(urls)}
    return Media(export, tmp_path / "content", **options)


@pytest.mark.parametrize("inside", ["2024/05", "uploads/2024/05", "wp-content/uploads/2024/05"])
def test_files_come_from_a_copy_and_sizes_are_the_original(tmp_path, inside):
    (tmp_path / "copy" / inside).mkdir(parents=True)
    (tmp_path / "copy" / inside / "ward.jpg").write_bytes(b"ward")
    done = imported(EXPORT, tmp_path / "news", media=tmp_path / "copy")

    assert read(tmp_path / "news", "content/articles/a.md").endswith(
        "\n![W](/wp-content/uploads/2024/05/ward.jpg)\n\n"
        "[paper](https://old.example/wp-content/uploads/2024/05/paper.pdf)"
        " [page](/wp-content/uploads/2024/05/ward.jpg)\n"
    )
    assert b"ward" == (tmp_path / "news/content/wp-content/uploads/2024/05/ward.jpg").read_bytes()
    assert [
        "content/articles/a.md:0: wp-content/uploads/2024/05/paper.pdf is not in the folder of uploads, so its address stays"
    ] == told(done)
    assert 1 == done.counts["files"]
    assert {"authors without an article": 1, "uploads that no article shows": 1} == done.left


def test_without_a_copy_addresses_stay_and_are_those_of_the_original(tmp_path):
    imported(EXPORT, tmp_path / "news")

    assert "![W](https://old.example/wp-content/uploads/2024/05/ward.jpg)" in read(
        tmp_path / "news", "content/articles/a.md"
    )


@pytest.mark.parametrize(
    ("url", "address"),
    [
        (
            "http://www.old.example/wp-content/uploads/a-150x150.png?ssl=1",
            "http://www.old.example/wp-content/uploads/a.png",
        ),
        (
            "https://i0.wp.com/old.example/wp-content/uploads/a.png?w=5",
            "https://i0.wp.com/old.example/wp-content/uploads/a.png",
        ),
        ("/wp-content/uploads/b-20x30.jpg", "https://old.example/wp-content/uploads/b-20x30.jpg"),
        (
            "https://other.example/wp-content/uploads/a-150x150.png",
            "https://other.example/wp-content/uploads/a-150x150.png",
        ),
        ("https://old.example/wp-content/uploads/../../secret", "https://old.example/wp-content/uploads/../../secret"),
        ("data:image/png;base64,AA", "data:image/png;base64,AA"),
    ],
)
def test_addresses(tmp_path, url, address):
    assert address == media(tmp_path, "https://old.example/wp-content/uploads/a.png").address(url)


def test_pictures_of_ghost_are_taken_in_full_size(tmp_path):
    (tmp_path / "images/2024").mkdir(parents=True)
    (tmp_path / "images/2024/a b.jpg").write_bytes(b"a")
    found = media(tmp_path, folder=tmp_path / "images")

    assert "/content/images/2024/a b.jpg" == found.address("__GHOST_URL__/content/images/size/w600/2024/a%20b.jpg")


def test_files_are_fetched_once_and_those_that_cannot_be_had_are_told(tmp_path):
    asked = []

    def fetch(url, file):
        asked.append(url)
        return "" if url.endswith("a.png") else "no such file"

    found = media(tmp_path, "https://old.example/wp-content/uploads/a.png", download=True, fetch=fetch)
    urls = ("a-150x150.png", "a.png", "a-150x150.png", "b.png", "b.png")

    assert [
        *["/wp-content/uploads/a.png"] * 3,
        *["https://old.example/wp-content/uploads/b.png"] * 2,
    ] == [found.address(f"https://old.example/wp-content/uploads/{name}") for name in urls]
    assert 1 == asked.count("https://old.example/wp-content/uploads/b.png")
    assert ["https://old.example/wp-content/uploads/b.png cannot be had: no such file"] == [
        f.message for f in found.problems
    ]


def test_a_file_that_is_here_is_not_fetched(tmp_path):
    (tmp_path / "content/wp-content/uploads").mkdir(parents=True)
    (tmp_path / "content/wp-content/uploads/a.png").write_bytes(b"mine")
    found = media(tmp_path, download=True, fetch=lambda url, file: pytest.fail(url))

    assert "/wp-content/uploads/a.png" == found.address("/wp-content/uploads/a.png")


@pytest.fixture
def server(tmp_path):
    (tmp_path / "www").mkdir()
    (tmp_path / "www/a é.png").write_bytes(b"png")
    (tmp_path / "www/page.html").write_text("gone")

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_):
            pass

        def do_GET(self):
            if self.path == "/half.png":
                self.send_response(200)
                self.send_header("Content-Length", "9")
                self.end_headers()
                self.wfile.write(b"png")
            else:
                super().do_GET()

    serving = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path / "www")))
    thread = threading.Thread(target=serving.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{serving.server_port}"
    serving.shutdown()
    thread.join()
    serving.server_close()


def test_fetching(tmp_path, server):
    assert "" == fetched(f"{server}/a é.png", tmp_path / "to/a.png")
    assert b"png" == (tmp_path / "to/a.png").read_bytes()
    assert "HTTP Error 404: File not found" == fetched(f"{server}/b.png", tmp_path / "to/b.png")
    assert "a page came in its place" == fetched(f"{server}/page.html", tmp_path / "to/c.png")
    assert "it has no full address" == fetched("file:///etc/passwd", tmp_path / "to/d.png")
    assert ["a.png"] == [file.name for file in (tmp_path / "to").iterdir()]


@pytest.mark.parametrize("reason", ["timed out", TimeoutError(errno.ETIMEDOUT, "timed out")], ids=repr)
def test_where_nobody_answers_an_import_ends(tmp_path, reason):
    def fetch(url, file):
        raise URLError(reason)

    found = media(tmp_path, download=True, fetch=fetch)
    for name in "ab":
        found.address(f"/wp-content/uploads/{name}.png")
    with pytest.raises(Failure) as failed:
        found.address("/wp-content/uploads/c.png")

    assert ["the old site does not answer: timed out"] == [each.message for each in failed.value.diagnostics]


def test_where_no_file_can_be_written_an_import_ends(tmp_path):
    def fetch(url, file):
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(Failure) as failed:
        media(tmp_path, download=True, fetch=fetch).address("/wp-content/uploads/a.png")

    assert ["this cannot be written: no space left on device"] == [each.message for each in failed.value.diagnostics]


def test_half_a_file_is_none(tmp_path, server):
    with pytest.raises(ConnectionError):
        fetched(f"{server}/half.png", tmp_path / "to/half.png")

    assert [] == [*(tmp_path / "to").iterdir()]


def test_another_file_of_that_name_stays_and_is_told(tmp_path):
    for folder, said in (("copy", b"theirs"), ("news/content/wp-content/uploads", b"mine")):
        (tmp_path / folder / "2024/05").mkdir(parents=True)
        (tmp_path / folder / "2024/05/ward.jpg").write_bytes(said)
    done = imported(EXPORT, tmp_path / "news", media=tmp_path / "copy")

    assert b"mine" == (tmp_path / "news/content/wp-content/uploads/2024/05/ward.jpg").read_bytes()
    assert "content/wp-content/uploads/2024/05/ward.jpg:0: another file of that name is there, and stays" in told(done)


def test_an_import_fetches_what_articles_show(tmp_path, server):
    (tmp_path / "www/wp-content/uploads").mkdir(parents=True)
    (tmp_path / "www/wp-content/uploads/a.png").write_bytes(b"png")
    page = "<p><img src='/wp-content/uploads/a.png' alt='A'><img src='/wp-content/uploads/b.png' alt='B'></p>"
    done = imported(wxr(item("A", page)), tmp_path / "news", url=f"{server}/", download=True)

    text = f"![A](/wp-content/uploads/a.png)![B]({server}/wp-content/uploads/b.png)"
    assert text in read(tmp_path / "news", "content/articles/a.md")
    assert b"png" == (tmp_path / "news/content/wp-content/uploads/a.png").read_bytes()
    assert [
        f"content/articles/a.md:0: {server}/wp-content/uploads/b.png cannot be had: HTTP Error 404: File not found"
    ] == told(done)

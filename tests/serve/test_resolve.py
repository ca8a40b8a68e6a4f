"""Paths are answered as GitHub Pages answers them, and none leads out of the site."""

import pytest
from tests.kit.archive import unpack

from sitegen.serve.resolve import Found, Missing, Moved, is_file, resolve

SITE = """\
-- index.html --
-- about.html --
-- articles/x/index.html --
-- articles/x/chart.png --
-- both.html --
-- both/index.html --
-- bare/file.txt --
-- café/index.html --
-- a b.html --
-- .well-known/security.txt --
"""


@pytest.fixture
def site(tmp_path):
    (tmp_path / "secret.txt").write_text("secret")
    return unpack(SITE, tmp_path.resolve() / "site")


@pytest.mark.parametrize(
    ("path", "answer"),
    [
        (b"/", Found("index.html")),
        (b"/index.html", Found("index.html")),
        (b"/index", Found("index.html")),
        (b"/about", Found("about.html")),
        (b"/about.html", Found("about.html")),
        (b"/about/", Missing()),
        (b"/articles/x/", Found("articles/x/index.html")),
        (b"/articles/x", Moved("/articles/x/")),
        (b"/articles/x/chart.png", Found("articles/x/chart.png")),
        (b"/articles/x/chart.png/", Missing()),
        (b"/both", Found("both.html")),
        (b"/both/", Found("both/index.html")),
        (b"/bare", Moved("/bare/")),
        (b"/bare/", Missing()),
        (b"/caf%C3%A9/", Found("café/index.html")),
        (b"/caf%c3%a9", Moved("/caf%C3%A9/")),
        (b"/a%20b", Found("a b.html")),
        (b"/.well-known/security.txt", Found(".well-known/security.txt")),
        (b"/nothing", Missing()),
    ],
)
def test_what_answers_at_the_root(site, path, answer):
    assert answer == resolve(path, base="/", folder=site)


@pytest.mark.parametrize(
    ("path", "answer"),
    [
        (b"/repo/", Found("index.html")),
        (b"/repo", Moved("/repo/")),
        (b"/", Moved("/repo/", permanent=False)),
        (b"/repo/articles/x", Moved("/repo/articles/x/")),
        (b"/about", Missing()),
        (b"/repository/", Missing()),
        (b"/repoabout", Missing()),
    ],
)
def test_what_answers_under_a_base_path(site, path, answer):
    assert answer == resolve(path, base="/repo/", folder=site)


@pytest.mark.parametrize(
    "path",
    [
        b"/../secret.txt",
        b"/%2e%2e/secret.txt",
        b"/%2E./secret.txt",
        b"/articles/../../secret.txt",
        b"/articles/..%2f..%2fsecret.txt",
        b"/..%5csecret.txt",
        b"/..\\secret.txt",
        b"/%252e%252e/secret.txt",
        b"/.%00./secret.txt",
        b"/secret.txt%00.html",
        b"/index.html%00",
        b"/%c0%ae%c0%ae/secret.txt",
        b"//secret.txt",
        b"///etc/passwd",
        b"//etc/passwd",
        b"/./index.html",
        b"/articles//x/",
        b"/C:/Windows/win.ini",
        b"/index.html::$DATA",
        b"/" + b"a" * 5000,
        b"/" + b"a/" * 3000,
        b"secret.txt",
        b"http://other.example/",
        b"*",
        b"",
    ],
)
def test_nothing_outside_is_found(site, path):
    assert Missing() == resolve(path, base="/", folder=site)


def test_no_symbolic_link_is_followed(site, tmp_path):
    (site / "link.txt").symlink_to(tmp_path / "secret.txt")
    (site / "inner.txt").symlink_to(site / "about.html")
    (site / "folder").symlink_to(tmp_path, target_is_directory=True)

    paths = (b"/link.txt", b"/inner.txt", b"/folder", b"/folder/", b"/folder/secret.txt")

    assert [Missing()] * 5 == [resolve(path, base="/", folder=site) for path in paths]


def test_a_folder_or_a_pipe_is_no_file(site):
    import os

    os.mkfifo(site / "pipe")

    assert [False, False, True] == [is_file(site, path) for path in ("bare", "pipe", "bare/file.txt")]


def test_what_is_ahead_of_the_folder_answers_as_if_it_stood(site):
    ahead = {"static/new.css", "new/index.html"}

    def found(path):
        return resolve(path, base="/", folder=site, ahead=ahead)

    assert [Found("static/new.css"), Found("new/index.html")] == [found(b"/static/new.css"), found(b"/new/")]
    assert [Missing(), Missing()] == [found(b"/static/../static/new.css"), found(b"/static%2fnew.css")]
